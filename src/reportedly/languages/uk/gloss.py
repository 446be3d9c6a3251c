"""Ukrainian words for a claim told from its slots."""

EVENT = {
    "strike": "удар",
    "interception": "перехоплення",
    "clash": "бій",
    "capture": "захоплення",
    "bombing": "підрив",
    "explosion": "вибух",
    "fire": "пожежа",
    "damage": "пошкодження",
    "casualties": "постраждалі",
    "detention": "затримання",
    "displacement": "евакуація",
    "disruption": "перебої",
    "response": "реагування",
    "measure": "захід",
    "protest": "протест",
    "agreement": "домовленість",
    "disaster": "лихо",
    "statement": "заява",
    "assessment": "оцінка",
    "other": "подія",
}
POLARITY = {"denied": "заперечується", "not_reported": "не повідомлялося", "withheld": "не розголошено"}
CERTAINTY = {"probable": "ймовірно", "possible": "можливо"}
OF = {
    "killed": "загинули",
    "injured": "поранені",
    "missing": "зникли безвісти",
    "detained": "затримані",
    "evacuated": "евакуйовані",
    "displaced": "переміщені",
    "affected": "зачеплені",
    "launched": "запущено",
    "intercepted": "збито",
    "hit": "влучань",
    "damaged": "пошкоджено",
    "destroyed": "знищено",
    "explosions": "вибухів",
    "area_m2": "м²",
    "distance_km": "км",
    "duration_h": "год",
    "other": "нараховано",
}
WEAPON = {
    "drone": "безпілотник",
    "missile": "ракета",
    "artillery": "артилерія",
    "bomb": "бомба",
    "rocket": "реактивний снаряд",
    "mine": "міна",
    "small_arms": "стрілецька зброя",
    "aircraft": "авіація",
    "vessel": "корабель",
    "other": "боєприпас",
}
ROLE = {"at": "місце", "over": "над", "toward": "у бік", "from": "з боку", "near": "поблизу"}
OWN_VOICE = "саме видання"
LABEL = "складено Reportedly з розібраних даних, не цитата"
