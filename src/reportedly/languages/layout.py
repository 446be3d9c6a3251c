"""Lines of bulletins that are laid out as lists, the same in every language."""

import re

_PART = (
    r"[^\w\n]*[^\W\d_a-zа-яіїєґё][^\n\d—–:]{2,45}?\s*[—–:-]\s*\d{1,3}"
    r"(?:[ \u00a0][^\W\d_][^\s;.,]*){0,2}[ \u00a0]*[;.,]?[ \u00a0]*"
)
PART = re.compile(rf"{_PART}(?=\n|$)")
"""A line that gives a region its figure: "Новгородская область — 20 БПЛА;", "Sumy region - 9"."""
PARTS = re.compile(rf"{_PART}(?:\n{_PART})+(?=\n|$)")
"""Two such lines at least: a breakdown of the figure before them."""
