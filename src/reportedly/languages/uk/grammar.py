"""Як українською рахують, перелічують і обмежують; що рахують числа."""

from reportedly.languages.plurals import east_slavic

plural = east_slavic
AND = " і "
MORE = "ще {count}"
DECIMAL = ","
AT_LEAST = "щонайменше {low}"
UP_TO = "до {high}"
BETWEEN = "від {low} до {high}"
IN_PLACE = "{what}, {place}"
COUNTED = {
    "killed": "загиблі",
    "injured": "поранені",
    "missing": "зниклі безвісти",
    "killed.military": "загиблі військові",
    "injured.military": "поранені військові",
    "missing.military": "зниклі безвісти військові",
    "intercepted": "збиті {things}",
    "launched": "запущені {things}",
    "hit": "влучання",
    "damaged": "пошкоджене",
    "destroyed": "знищене",
    "affected": "постраждалі",
    "detained": "затримані",
    "evacuated": "евакуйовані",
    "displaced": "переміщені",
    "harm": "уражено або пошкоджено: {things}",
    "hits": "влучання: {things}",
    "explosions": "вибухи",
    "area_m2": "квадратні метри",
    "distance_km": "кілометри",
    "duration_h": "години",
    "other.": "нараховане",
}
"""Що рахує число: за його темою або першою її частиною; ``{things}`` — рід речей."""
THINGS = {
    "aircraft": "літаки",
    "drone": "безпілотники",
    "missile": "ракети",
    "bomb": "бомби",
    "house": "будинки",
    "car": "автівки",
    "violation": "порушення",
    "shelling": "обстріли",
    "prisoner": "полонені",
}
PARTS = {
    "household": "родини",
    "child": "діти",
    "hospital": "у лікарнях",
    "serious": "тяжкі",
    "refused": "ті, хто відмовився від допомоги",
    "woman": "жінки",
    "passenger": "пасажири",
    "medic": "медики",
    "firefighter": "пожежники",
    "rescuer": "рятувальники",
    "staff": "співробітники",
    "worker": "робітники",
    "part": "частина",
}
COUNTRIES = {"RU": "Росія", "UA": "Україна"}
