"""Как по-русски считают, перечисляют и ограничивают; что считают числа."""

from reportedly.languages.plurals import east_slavic

plural = east_slavic
AND = " и "
MORE = "ещё {count}"
DECIMAL = ","
AT_LEAST = "не менее {low}"
UP_TO = "до {high}"
BETWEEN = "от {low} до {high}"
IN_PLACE = "{what}, {place}"
COUNTED = {
    "killed": "погибшие",
    "injured": "раненые",
    "missing": "пропавшие без вести",
    "killed.military": "погибшие военные",
    "injured.military": "раненые военные",
    "missing.military": "пропавшие без вести военные",
    "intercepted": "сбитые {things}",
    "launched": "запущенные {things}",
    "hit": "попадания",
    "damaged": "повреждённое",
    "destroyed": "уничтоженное",
    "affected": "пострадавшие",
    "detained": "задержанные",
    "evacuated": "эвакуированные",
    "displaced": "перемещённые",
    "harm": "поражено или повреждено: {things}",
    "hits": "попадания: {things}",
    "explosions": "взрывы",
    "area_m2": "квадратные метры",
    "distance_km": "километры",
    "duration_h": "часы",
    "other.": "насчитанное",
}
"""Что считает число: по его теме или первой её части; ``{things}`` — род вещей."""
THINGS = {
    "aircraft": "самолёты",
    "drone": "беспилотники",
    "missile": "ракеты",
    "bomb": "бомбы",
    "house": "дома",
    "car": "машины",
    "violation": "нарушения",
    "shelling": "обстрелы",
    "prisoner": "пленные",
}
PARTS = {
    "household": "семьи",
    "child": "дети",
    "hospital": "в больницах",
    "serious": "тяжёлые",
    "refused": "отказавшиеся от помощи",
    "woman": "женщины",
    "passenger": "пассажиры",
    "medic": "медики",
    "firefighter": "пожарные",
    "rescuer": "спасатели",
    "staff": "сотрудники",
    "worker": "рабочие",
    "part": "часть",
}
COUNTRIES = {"RU": "Россия", "UA": "Украина"}
