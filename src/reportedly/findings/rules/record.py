"""`record_contradicted`, `record_supported`, `record_undecidable`: a superlative against the series.

Definition: a comparison of kind `superlative` on drones shot down or launched in a night, or on the depth of a
strike, country-wide, with its figure; shown rows of the series from before its date beat it (contradicted), none does
(supported, within the coverage shown), or no figure or too few rows are at hand (undecidable). A matter on which
there is no series at all gives no finding but a line in `coverage_notes`.
Source: interval queries over published claims (`packs/ukraine/records.csv`, imported series).

Flags: "60 drones were shot down ... the highest number in a single night since the conflict began" (337 on 11 March
2025) · "the deepest strike"
Does not flag: "the biggest attack on the city" (no series of the city) · "one of the largest attacks" (rarity)
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from reportedly.findings.context import evidence, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.series import Asked, coverage, matching
from reportedly.findings.speakers import voucher
from reportedly.model import Claim, Finding, Position, Reading
from reportedly.packs.records import Row

CODES = ("record_contradicted.beaten", "record_supported.unbeaten", "record_undecidable.coverage")
PAIRWISE = True

_DRONES = re.compile(r"drone|uav|дрон|беспилотн|безпілотн|бпла|шахед", re.I)
_DOWNED = re.compile(r"intercept|shot down|downed|destroy|сбит|перехвач|уничтож|збит|перехопл", re.I)
_LAUNCHED = re.compile(r"launch|sent|fired|attack|raid|the most drones|запус|выпущ|випущ|атак|налет|наліт", re.I)
_DEEPEST = re.compile(
    r"deepest|farthest|furthest|longest[- ]range|самый (?:дальн|глубок)|наибольш\w+ (?:дальност|глубин)"
    r"|найдальш|найглибш",
    re.I,
)
_NIGHT = re.compile(r"night|day|raid|ноч|сутки|ніч|добу|drones|дрон|беспилотник|безпілотник", re.I)
_THIS_YEAR = re.compile(r"this year|в этом году|с начала года|цього року|від початку року|з початку року", re.I)
_NEAR_BY = 5


class Query(Struct, frozen=True):
    """A claim to a record, ready to be asked."""

    asked: Asked
    value: float | None
    claims: tuple[Claim, ...]


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each superlative on a matter that a series is about."""
    for claim in superlatives(reading):
        query = question(reading, claim)
        rows = matching(references.series, query.asked) if query else ()
        if query and (rows or query.value is not None) and rows:
            yield _answer(reading, query, rows)


def superlatives(reading: Reading) -> list[Claim]:
    """Claims to a record, in reading order."""
    return [
        c for c in in_order(reading) if c.comparison and c.comparison.kind == "superlative" and c.polarity == "affirmed"
    ]


def question(reading: Reading, claim: Claim) -> Query | None:
    """What the claim asks of a series; ``None`` where it is about a city, a week, or nothing that a series counts."""
    scope = claim.comparison.scope if claim.comparison else ""
    words = f"{scope} {evidence(reading, claim)}"
    until = _until(reading, claim)
    since = f"{until[:4]}-01-01" if until and _THIS_YEAR.search(words) else None
    if _DEEPEST.search(scope):
        carrier, value = _depth(reading, claim)
        return Query(Asked("distance_km", "depth of strike", None, since, until), value, (claim, *carrier))
    if not _DRONES.search(words) or not _NIGHT.search(scope) or _local(claim):
        return None
    of = "intercepted" if _DOWNED.search(words) else "launched" if _LAUNCHED.search(words) else None
    if of is None:
        return None
    holder = _holder(reading, claim, of)
    if holder is None:
        return None
    figure = next(q for q in holder.quantities if q.of == of and q.place is None)
    source = voucher(holder)
    value = figure.value if figure.value is not None else figure.low
    return Query(Asked(of, "drones", source.name if source else None, since, until), value, (claim, holder))


def _until(reading: Reading, claim: Claim) -> str | None:
    """The day before which an earlier row counts."""
    if claim.time and claim.event != "assessment":
        return claim.time.end[:10]
    return (reading.report.published or "")[:10] or None


def _local(claim: Claim) -> bool:
    """Whether the record is claimed for a town or region, on which no country-wide series can speak."""
    return any(p.kind in ("settlement", "district", "region", "facility") and p.role != "from" for p in claim.places)


def _holder(reading: Reading, claim: Claim, of: str) -> Claim | None:
    """The claim that gives the figure of the record: itself, or the nearest one before."""
    before = [c for c in in_order(reading) if c.start <= claim.start][-_NEAR_BY:]
    return next(
        (c for c in [claim, *reversed(before)] if any(q.of == of and q.place is None for q in c.quantities)), None
    )


def _depth(reading: Reading, claim: Claim) -> tuple[tuple[Claim, ...], float | None]:
    for other in in_order(reading):
        for q in other.quantities:
            if q.of == "distance_km" and (q.value or q.low):
                return (other,) if other is not claim else (), float(q.value or q.low or 0)
    return (), None


def _answer(reading: Reading, query: Query, rows: tuple[Row, ...]) -> Finding:
    covered = coverage(rows)
    top = max(rows, key=lambda r: r.value)
    value = query.value if query.value is not None else _of_place(reading, rows)
    params: dict[str, Any] = {"rows": covered.rows, "start": covered.start, "end": covered.end}
    attribute = query.asked.of
    if value is None:
        return finding(
            reading, CODES[2], query.claims, severity="note", attribute=attribute, coverage=covered, **params
        )
    params |= {
        "value": f"{value:g}",
        "beaten_by": f"{top.value:g}",
        "when": top.end,
        "whose": top.publisher,
        "origin": top.origin,
    }
    if top.value > value:
        positions = [
            Position(value=f"{top.value:g}", by=(top.publisher,)),
            Position(value=f"{value:g}", claims=(query.claims[0].id,)),
        ]
        claims = query.claims if query.value is not None else query.claims[:1]
        return finding(
            reading,
            CODES[0],
            claims,
            severity="error",
            attribute=attribute,
            positions=positions,
            coverage=covered,
            **params,
        )
    return finding(reading, CODES[1], query.claims, severity="note", attribute=attribute, coverage=covered, **params)


def _of_place(reading: Reading, rows: tuple[Row, ...]) -> float | None:
    """The depth that the series itself has for a place named in the report."""
    named = {p.name for c in reading.claims if c.event == "strike" for p in c.places if p.name}
    depths = [r.value for r in rows if r.of == "distance_km" and r.place in named]
    return max(depths, default=None)
