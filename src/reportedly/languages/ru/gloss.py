"""Russian words for a claim told from its slots."""

EVENT = {
    "strike": "удар",
    "interception": "перехват",
    "clash": "бой",
    "capture": "захват",
    "bombing": "подрыв",
    "explosion": "взрыв",
    "fire": "пожар",
    "damage": "повреждения",
    "casualties": "пострадавшие",
    "detention": "задержание",
    "displacement": "эвакуация",
    "disruption": "перебои",
    "response": "реагирование",
    "measure": "мера",
    "protest": "протест",
    "agreement": "договорённость",
    "disaster": "бедствие",
    "statement": "заявление",
    "assessment": "оценка",
    "other": "событие",
}
POLARITY = {"denied": "отрицается", "not_reported": "не сообщалось", "withheld": "не раскрыто"}
CERTAINTY = {"probable": "вероятно", "possible": "возможно"}
OF = {
    "killed": "погибли",
    "injured": "ранены",
    "missing": "пропали без вести",
    "detained": "задержаны",
    "evacuated": "эвакуированы",
    "displaced": "перемещены",
    "affected": "затронуты",
    "launched": "запущено",
    "intercepted": "сбито",
    "hit": "попаданий",
    "damaged": "повреждено",
    "destroyed": "уничтожено",
    "explosions": "взрывов",
    "area_m2": "м²",
    "distance_km": "км",
    "duration_h": "ч",
    "other": "насчитано",
}
WEAPON = {
    "drone": "беспилотник",
    "missile": "ракета",
    "artillery": "артиллерия",
    "bomb": "бомба",
    "rocket": "реактивный снаряд",
    "mine": "мина",
    "small_arms": "стрелковое оружие",
    "aircraft": "авиация",
    "vessel": "корабль",
    "other": "боеприпас",
}
ROLE = {"at": "место", "over": "над", "toward": "в сторону", "from": "со стороны", "near": "рядом с"}
OWN_VOICE = "само издание"
LABEL = "составлено Reportedly по данным разбора, не цитата"
