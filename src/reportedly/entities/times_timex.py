"""Values as TIMEX3 writes them."""


def duration(unit: str, number: float | None) -> str:
    """TIMEX3 duration: ``P3D``, ``PT2H``, ``PXW`` for "several weeks"; half units in the next smaller unit."""
    shown = "X" if number is None else f"{number:g}"
    if number is not None and number % 1:
        smaller = {
            "Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60), "M": ("D", 30), "DE": ("Y", 10),
        }.get(unit)
        if smaller:
            unit, shown = smaller[0], f"{number * smaller[1]:g}"
    times = {"W2": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit)
    if times:
        unit, shown = times[0], "X" if number is None else f"{times[1] * number:g}"
    if unit == "N":
        return f"P{shown}NI"
    return f"PT{shown}{unit[1:]}" if unit.startswith("T") else f"P{shown}{unit}"
