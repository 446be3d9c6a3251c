"""Как по-русски считают, перечисляют и ограничивают; что считают числа."""


def plural(count: float) -> int:
    """Форма слова после числа: 1, 21 сообщение; 2, 34 сообщения; 5, 11 сообщений. Дробь: 2,5 сообщения."""
    if count != int(count):
        return 1
    n = abs(int(count)) % 100
    if n % 10 == 1 and n != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n not in (12, 13, 14) else 2


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
