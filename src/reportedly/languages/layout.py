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
GLUED = (
    r"(?<=[^\W\d_A-ZА-ЯЁІЇЄҐ]{4})[.!?…]+[\"'»”’)\]]*"
    r"(?=[\"“«]?(?:[A-Z][a-z]{2,}|[А-ЯЁІЇЄҐ][а-яёіїєґ'’]{2,}|A|An|At|He|If|In|It|No|On|She|We|Но|Он|На|По|В|Він)\s)"
)
"""The end of a sentence whose next begins without a blank, as pages cut into text have it: "at a vigil.Eight people"."""
