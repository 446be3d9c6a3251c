"""How word tables are written down: one line a value, the forms after it."""


def forms(table: str) -> dict[str, object]:
    """``value: form form`` lines as form -> value; whole numbers become int, ``_`` in a form is a space."""
    out: dict[str, object] = {}
    for line in table.strip().splitlines():
        value, _, words = line.strip().partition(": ")
        for form in words.split():
            out[form.replace("_", " ")] = int(value) if value.lstrip("-").isdigit() else value
    return out
