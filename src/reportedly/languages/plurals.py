"""Which form a noun takes after a number, where several languages agree."""


def east_slavic(count: float) -> int:
    """0 as after 1 and 21 (сообщение, повідомлення), 1 as after 2 and 34 and fractions, 2 as after 5 and 11 (CLDR: ru, uk)."""
    if count != int(count):
        return 1
    n = abs(int(count)) % 100
    if n % 10 == 1 and n != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n not in (12, 13, 14) else 2
