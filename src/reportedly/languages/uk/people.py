"""Ukrainian words for what is counted and for who is speaking. Stems or words, folded, parted by spaces."""

PARTS = {
    "household": "домогосподар родин сімей сім",
    "child": "дит діт підліт неповноліт немовл",
    "hospital": "госпітал лікарн шпитал стаціонар",
    "serious": "важк тяжк критичн",
    "refused": "відмов",
    "woman": "жінк жінок",
    "passenger": "пасажир",
    "medic": "медик лікар фельдшер",
    "firefighter": "пожежник вогнеборц",
    "rescuer": "рятувальн",
    "staff": "співробітник персонал",
    "worker": "працівник робітник",
}
"""The class of a part to the stems that name it."""
OFFICERS = "командир офіцер інструктор бойовик солдат"
SOLDIERS = "військов солдат боєць бійц офіцер"
TITLES = "губернатор мер голова президент міністр речник канал телеграм влада очільник"
"""Not part of anybody's name."""
OFFICES = {
    "governor": r"\bгубернатор|\b(?:голов[аиіу]|очільник\w{0,2}|начальник\w{0,2}) (?:ова\b|регіону|(?:[\w-]+ )?(?:ова\b|області|краю))",
    "mayor": r"\bмер(?:а|у|ом|і)?\b",
}
"""Offices of a place by the words for their holder. Regexes."""
VAGUE = "очевидці жителі мешканці влада джерела джерело експерти аналітики канали змі свідки посадовці сайт сайти"
"""Classes of people rather than somebody."""
THINGS = {
    "aircraft": "літак",
    "drone": "дрон безпілотник бпла шахед",
    "missile": "ракет",
    "bomb": "бомб авіабомб каб",
    "house": "будин будівл житл квартир багатоповерх",
    "car": "машин автомоб авто",
    "violation": "порушен",
    "shelling": "обстріл",
    "prisoner": "полонен військовополон",
}
"""The sort of a counted thing to the stems that name it."""
MILITARY_TARGET = r"командн|командир|військовослужб|казарм|боєприпас|військов\w+ (?:об.єкт|аеродром|завод|підприємств|баз)|аеродром|військово-промислов|\bвпк\b|оборонн\w+ підприємств|полігон|інструктор"
"""Names a target of war in the words of a strike. A regex."""
