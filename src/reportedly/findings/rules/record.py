"""`record_contradicted`, `record_supported`, `record_undecidable`: a superlative against the series.

Definition: a comparison of kind `superlative` on drones or missiles shot down or launched in a night or a day, or on
the depth of a strike, with its figure; shown rows of the series from before its date beat it (contradicted), none does
(supported, within the coverage shown), or no figure or too few rows are at hand (undecidable). Asked are the rows of
its own place (none: the whole country), of its own stretch (a night is beaten by nights alone) and of its own speaker,
where he has any; what other stretches, the whole country and other speakers give is said beside. A matter on which
there is no series at all gives no finding but a line in `coverage_notes`.
Source: interval queries over published claims (`packs/ukraine/records.csv`, imported series).

Flags: "60 drones were shot down ... the highest number in a single night since the conflict began" (337 on 11 March
2025) · "the deepest strike"
Does not flag: "the biggest attack on the city" (no series of the city) · "one of the largest attacks" (rarity)
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.records.query import Tried, phrases
from reportedly.findings.records.superlatives import Superlative, superlative, superlatives
from reportedly.findings.references import References
from reportedly.findings.series import Asked, coverage, everything, matching, unit_fits
from reportedly.findings.wording import Held
from reportedly.model import Finding, Reading
from reportedly.packs.records import Row, Series

CODES = ("record_contradicted.beaten", "record_supported.unbeaten", "record_undecidable.coverage")
PAIRWISE = True
_OUTCOMES = ("contradicted", "consistent", "undecidable")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each superlative on a matter that a series is about."""
    for claim in superlatives(reading):
        query = superlative(reading, claim)
        rows = matching(references.series, query.asked) if query else ()
        if query and rows:
            yield _answer(reading, query, rows, references.series)


def _answer(reading: Reading, query: Superlative, rows: tuple[Row, ...], series: tuple[Series, ...]) -> Finding:
    covered = coverage(rows)
    top = max(rows, key=lambda r: r.value)
    value = query.value if query.value is not None else _of_place(reading, rows)
    attribute = query.asked.of
    params: dict[str, Any] = {"rows": covered.rows, "start": covered.start, "end": covered.end}
    params["tried"] = phrases([] if value is None else _tried(query.asked, value, rows, series))
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
    if top.value <= value:
        return finding(
            reading, CODES[1], query.claims, severity="note", attribute=attribute, coverage=covered, **params
        )
    return finding(
        reading,
        CODES[0],
        query.claims if query.value is not None else query.claims[:1],
        severity="error",
        attribute=attribute,
        positions=[
            Held(value=f"{top.value:g}", by=(top.publisher,)),
            Held(value=f"{value:g}", claims=(query.claims[0].id,)),
        ],
        coverage=covered,
        **params,
    )


def _tried(asked: Asked, value: float, rows: tuple[Row, ...], series: tuple[Series, ...]) -> Iterator[Tried]:
    """What the rows left aside give: other stretches, other speakers, the whole country."""
    if asked.of == "distance_km":
        return
    there = everything(series, asked)
    own = tuple(r for r in there if r.publisher == rows[0].publisher)
    publishers = {r.publisher for r in rows}
    yield from _variant("window", "24h", value, [r for r in own if not unit_fits(r, asked) and r.unit != "span"])
    others = [r for r in there if r.publisher not in publishers and unit_fits(r, asked)]
    yield from _variant("side", "others", value, others)
    if asked.place is not None:
        wide = matching(series, replace(asked, place=None))
        yield from _variant("scope", "country", value, wide)


def _variant(dimension: Any, label: str, value: float, rows: list[Row] | tuple[Row, ...]) -> Iterator[Tried]:
    top = max(rows, key=lambda r: r.value, default=None)
    if top is not None:
        outcome: Any = _OUTCOMES[0] if top.value > value else _OUTCOMES[1]
        params = {"value": f"{top.value:g}", "whose": top.publisher, "when": top.end}
        yield Tried(dimension, label, outcome, params)


def _of_place(reading: Reading, rows: tuple[Row, ...]) -> float | None:
    """The depth that the series itself has for a place named in the report."""
    named = {p.name for c in in_order(reading) if c.event == "strike" for p in c.places if p.name}
    depths = [r.value for r in rows if r.of == "distance_km" and r.place in named]
    return max(depths, default=None)
