"""`scope_differs`: figures that look alike but count different things.

Definition: (a) figures of one sort by different voices, one for a place and the other for a region around it; (b)
each side's count of the other's violations or attacks in a truce.
Source: codebooks on scope of counts (night or day, city or region, hospitalised or injured).

Flags: "74 drones on the way to the city, the mayor said; 91 downed over the region, by the ministry" · "Kyiv counted
2,935 violations, Moscow 4,900"
Does not flag: "two injured (governor), three injured (channel)" at one place · "the region: 37 drones, of them 11
over the city"
"""

from collections.abc import Iterator
from itertools import combinations

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.figures import best, main_figures, same_things, shown
from reportedly.findings.references import References
from reportedly.findings.rules.figure_revised import outdated
from reportedly.findings.sameness import main_places, time_fits
from reportedly.findings.speakers import same_speaker, side, speaker
from reportedly.findings.wording import Held, named
from reportedly.model import Claim, Finding, Place, Quantity, Reading

CODES = ("scope_differs.area", "scope_differs.sides")
PAIRWISE = True
_MUNITIONS = frozenset({"intercepted", "launched"})
"""Counted over areas; people hurt "in the region" and "near the village" are mostly the same, but for a tally."""
_COUNTED = frozenset({"killed", "injured", "intercepted", "launched", "damaged"})


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding of each sort."""
    claims = [c for c in in_order(reading) if c.polarity == "affirmed" and c.quantities]
    gone = outdated(reading)
    claims = [c for c in claims if c.id not in gone]
    pairs = list(combinations(claims, 2))
    for test, code in ((_nested, CODES[0]), (_sides, CODES[1])):
        for one, two in pairs:
            figures = test(reading, one, two, references)
            if figures:
                yield _found(reading, code, one, two, figures)
                break


def _nested(reading: Reading, one: Claim, two: Claim, references: References) -> tuple[Quantity, Quantity] | None:
    if same_speaker(one, two) or not time_fits(one, two) or not (one.sources and two.sources):
        return None
    figures = _alike(one, two)
    if figures is None:
        return None
    a, b = main_places(one), main_places(two)
    if len(a) != 1 or len(b) != 1 or a[0].kind == b[0].kind:
        return None
    wide = figures[0] if _holds(references, a[0], b[0]) else figures[1] if _holds(references, b[0], a[0]) else None
    return figures if wide is not None and (wide.of in _MUNITIONS or wide.scope is not None) else None


def _alike(one: Claim, two: Claim) -> tuple[Quantity, Quantity] | None:
    for a in main_figures(one):
        for b in main_figures(two):
            if a.of == b.of and a.of in _COUNTED and same_things(a, b) and best(a) != best(b):
                return a, b
    return None


def _holds(references: References, region: Place, inner: Place) -> bool:
    if region.kind != "region" or inner.kind not in ("settlement", "district"):
        return False
    stem = (inner.name or inner.text)[:5].lower()
    if (region.name or region.text).lower().startswith(stem):
        return True
    if references.gazetteer and region.geonameid and inner.lat is not None and inner.lon is not None:
        return bool(references.gazetteer.contains(region.geonameid, inner.lat, inner.lon))
    return False


def _sides(reading: Reading, one: Claim, two: Claim, references: References) -> tuple[Quantity, Quantity] | None:
    if same_speaker(one, two) or not _violations(reading, one, two):
        return None
    sides = (side(reading, one, references), side(reading, two, references))
    if None in sides or sides[0] == sides[1]:
        return None
    figures = [q for c in (one, two) for q in c.quantities[:1] if best(q) is not None]
    return (figures[0], figures[1]) if len(figures) == 2 else None


def _violations(reading: Reading, one: Claim, two: Claim) -> bool:
    if not (one.quantities and two.quantities):
        return False
    if all(c.quantities[0].of == "other" and c.event in ("agreement", "strike", "clash") for c in (one, two)):
        return any(c.event == "agreement" or has(reading, evidence(reading, c), "VIOLATIONS") for c in reading.claims)
    return False


def _found(reading: Reading, code: str, one: Claim, two: Claim, figures: tuple[Quantity, Quantity]) -> Finding:
    return finding(
        reading,
        code,
        (one, two),
        severity="note",
        relation="compatible",
        attribute=figures[0].of,
        positions=[
            Held(value=shown(q), by=(speaker(c),), claims=(c.id,)) for c, q in zip((one, two), figures, strict=True)
        ],
        one={"code": "told", "value": shown(figures[0]), "by": named(speaker(one))},
        other={"code": "told", "value": shown(figures[1]), "by": named(speaker(two))},
    )
