"""Russian words for what is counted and for who is speaking. Stems or words, folded, parted by spaces."""

PARTS = {
    "household": "домохозяйств семей семьи семь",
    "child": "дет реб подрост несовершеннолет младен",
    "hospital": "госпитал больниц стационар",
    "serious": "тяжел тяжк критическ",
    "refused": "отказал",
    "woman": "женщин",
    "passenger": "пассажир",
    "medic": "медик врач фельдшер",
    "firefighter": "пожарн огнеборц",
    "rescuer": "спасател",
    "staff": "сотрудник персонал",
    "worker": "рабоч работник",
}
"""The class of a part to the stems that name it."""
OFFICERS = "командир офицер инструктор боевик солдат"
SOLDIERS = "военнослуж солдат боец бойц офицер военн"
TITLES = "губернатор мэр глава президент министр представитель канал телеграм власти врио"
"""Not part of anybody's name."""
OFFICES = {
    "governor": r"\bгубернатор|\bглав[аеуы] (?:региона|(?:[\w-]+ )?(?:области|края|республики))\b",
    "mayor": r"\bмэр(?:а|у|ом|е)?\b|\bградоначальник",
}
"""Offices of a place by the words for their holder. Regexes."""
VAGUE = "очевидцы жители власти источники источник эксперты аналитики каналы сми свидетели чиновники военкоры блогеры сайт сайты "
"""Classes of people rather than somebody."""
THINGS = {
    "aircraft": "самолет",
    "drone": "дрон беспилотник бпла шахед",
    "missile": "ракет",
    "bomb": "бомб авиабомб каб",
    "house": "дом жил квартир здани многоэтаж",
    "car": "машин автомоб",
    "violation": "нарушени",
    "shelling": "обстрел",
    "prisoner": "пленн военнопленн",
}
"""The sort of a counted thing to the stems that name it."""
MILITARY_TARGET = r"командн|командир|военнослуж|казарм|боеприпас|склад\w* вооружени|военн\w+ (?:объект|аэродром|завод|предприят|баз)|аэродром|военно-промышленн|\bвпк\b|оборонн\w+ предприят|полигон|инструктор|пункт\w* (?:дислокации|управления)"
"""Names a target of war in the words of a strike. A regex."""
