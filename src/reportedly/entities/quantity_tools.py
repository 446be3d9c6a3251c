"""The compiled word lists of a language for counting, and how a figure becomes a record."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from reportedly.entities.quantity_rules import unit
from reportedly.entities.quantity_words import Noun, Terms, terms
from reportedly.languages import lexicon
from reportedly.languages.counting import Number
from reportedly.model import Quantity
from reportedly.model.terms import QuantityOf, Scope

_BEARING = re.compile(r"\s+(?:to the )?(?:(?:north|south)-?(?:east|west)?|east|west)(?:ern)?\s+of\b")
"""After a distance: where a place lies, no figure of the event ("48 miles southwest of the capital")."""
_CURRENCY = ("$", "€", "£", "₴", "₽")


class Found(NamedTuple):
    """A figure with the class of what it counts (a row of `quantity_rules.READ_AS`, or act, blast, measure ...).

    ``base``: what the figure before it is part of, the 31 of "27 of 31"; what follows goes on with the 27.
    """

    quantity: Quantity
    kind: str
    noun: Noun | None
    base: bool = False


class Tools(NamedTuple):
    """What a language brings to the counting of things."""

    lex: Any
    table: Terms
    units: tuple[tuple[QuantityOf, float, re.Pattern[str]], ...]
    scopes: tuple[tuple[Scope, re.Pattern[str]], ...]
    distance: re.Pattern[str]
    duration: re.Pattern[str]
    no_duration: re.Pattern[str]
    no_duration_before: re.Pattern[str]
    money: re.Pattern[str]
    magnitude: re.Pattern[str]
    figure: re.Pattern[str]
    count_verbs: re.Pattern[str]
    singular: re.Pattern[str]
    bodies: re.Pattern[str]
    abbreviations: frozenset[str]
    head_last: bool


@lru_cache(maxsize=8)
def tools(language: str) -> Tools:
    """The tools of a language, built once."""
    lex = lexicon(language, "counted")
    return Tools(
        lex=lex,
        table=terms(language),
        units=_units(lex),
        scopes=tuple((s, re.compile(rf"(?<!\w)(?:{p})")) for s, p in lex.SCOPES.items()),
        distance=re.compile(lex.DISTANCE_CUES),
        duration=re.compile(lex.DURATION_CUES),
        no_duration=re.compile(rf"\W*{lex.NO_DURATION}"),
        no_duration_before=re.compile(rf"(?<!\w){lex.NO_DURATION_BEFORE}"),
        money=re.compile(rf"\s*{lex.MONEY}"),
        magnitude=re.compile(lex.MAGNITUDE),
        figure=re.compile(lex.FIGURE_VERBS),
        count_verbs=re.compile(lex.COUNT_VERBS),
        singular=re.compile(lex.SINGULAR),
        bodies=re.compile(lex.BODIES),
        abbreviations=frozenset(a.lower() for a in lexicon(language, "orthography").ABBREVIATIONS),
        head_last=language == "en",
    )


def _units(lex: Any) -> tuple[tuple[QuantityOf, float, re.Pattern[str]], ...]:
    units: list[tuple[QuantityOf, float, re.Pattern[str]]] = []
    for of, factor, listed in lex.UNITS:
        terms_ = sorted((t.strip() for t in listed.split("|")), key=len, reverse=True)
        words = "|".join(r"\s".join(re.escape(w).replace(r"\*", r"\w*") for w in t.split()) for t in terms_)
        units.append((of, factor, re.compile(rf"[\s-]?\s?(?:{words})(?![\w²])")))
    units.sort(key=lambda u: u[0] != "area_m2")
    return tuple(units)


def measure(
    folded: str, n: Number, t: Tools, start: int, end: int
) -> tuple[QuantityOf | None, str | None, float, int] | None:
    """What a number measures: (of, item, factor, end of its unit); ``None`` where it measures nothing.

    of is ``None`` where the measure is no figure of a report. ``start``/``end``: the sentence.
    """
    if t.magnitude.search(folded, max(start, n.text_start - 40), n.text_start):
        return "other", "magnitude", 1.0, n.end
    m = t.money.match(folded, n.end)
    if m or folded[n.start - 1 : n.start] in _CURRENCY:
        biggest = max(n.value or 0, n.low or 0, n.high or 0)
        return ("other" if biggest >= 1_000_000 else None), "money", 1.0, m.end() if m else n.end
    found = unit(folded, n.end, t.units)
    if found is None:
        return None
    of, factor, stop = found
    return (of if _counts(folded, of, factor, n, stop, t, start, end) else None), None, factor, stop


def _counts(folded: str, of: QuantityOf, factor: float, n: Number, stop: int, t: Tools, start: int, end: int) -> bool:
    around = folded[max(start, n.text_start - 40) : min(end, stop + 40)]
    if of == "distance_km":
        speed = re.match(r"\s?/|\s+(?:per|an|в|на|за)\s+(?:hour|час|годину|секунду)", folded[stop : stop + 14])
        bearing = _BEARING.match(folded, stop)
        if speed or bearing or folded[n.text_start - 1 : n.text_start] == "(":
            return False
        return factor >= 1 or bool(t.distance.search(around))
    if of != "duration_h":
        return folded[n.text_start - 1 : n.text_start] != "("
    if t.no_duration.match(folded, stop) or t.no_duration_before.search(
        folded, max(start, n.text_start - 24), n.text_start
    ):
        return False
    return factor == 1.0 or bool(t.duration.search(around))


def scope_of(folded: str, start: int, end: int, t: Tools) -> Scope | None:
    """The stretch of time that the sentence gives its figures for, where it says so."""
    for name, pattern in t.scopes:
        if pattern.search(folded, start, end):
            return name
    return None


def scaled(value: float | int | None, factor: float) -> float | int | None:
    """A number in the unit of the schema; whole where it is whole."""
    if value is None or factor == 1.0:
        return value
    product = round(value * factor, 3)
    return int(product) if product.is_integer() else product
