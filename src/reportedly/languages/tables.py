"""How word tables are written down: one line a value, the forms after it."""


def forms(table: str) -> dict[str, object]:
    """``value: form form`` lines as form -> value; numbers become numbers, ``_`` in a form is a space.

    A value may have several lines.
    """
    out: dict[str, object] = {}
    for line in table.strip().splitlines():
        value, _, found = line.strip().partition(": ")
        for form in found.split():
            out[form.replace("_", " ")] = _value(value)
    return out


def words(text: str) -> dict[str, object]:
    """Forms whose class alone counts, each with the value 0; ``_`` in a form is a space."""
    return {form.replace("_", " "): 0 for form in text.split()}


def _value(text: str) -> object:
    if text.lstrip("-").isdigit():
        return int(text)
    return float(text) if text.replace(".", "", 1).isdigit() else text
