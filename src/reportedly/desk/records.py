"""Record series as charts and tables, and what was asked of them and of the ledger: superlatives, ordinals, shares."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from reportedly.desk.addresses import slug
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import letters_of, refs_of
from reportedly.findings.records import over
from reportedly.model import Finding
from reportedly.packs.records import Row, Series
from reportedly.pages import wording
from reportedly.pages.edition import tell

WIDTH, HEIGHT = 1040.0, 220.0
_LEFT, _FOOT, _HEAD = 64.0, 24.0, 18.0


ASKED = ("record_contradicted", "record_supported", "record_undecidable", "rarity_contradicted", "trend")
MOST = 60
LATEST = 150
"""Reports, the latest, that are asked together."""


def asked(shelf: Shelf) -> list[dict[str, Any]]:
    """What reports claim of records, and the answers, contradictions first: of each report by itself, and of what the
    latest reports tell together, asked anew for every state of the ledger.
    """
    found = shelf.once("asked", lambda: _asked(shelf))
    refs = [ref.rpartition("#")[0] for f in found for ref in f.claims]
    readings = shelf.readings(list(dict.fromkeys(refs)))
    known = refs_of(readings, letters=letters_of(readings))
    return [tell(f, f"f{n}", known) for n, f in enumerate(found, 1)]


def _asked(shelf: Shelf) -> tuple[Finding, ...]:
    known = shelf.findings.latest(ASKED, LATEST)
    within = [f for f in known if len({ref.rpartition("#")[0] for ref in f.claims}) < 2]
    across = [f for f in known if f.code == "record_contradicted.shown"]
    latest = [shelf.laid.kept(r) for r in shelf.readings(shelf.view.lists.reports(LATEST))][::-1]
    return tuple(wording.by_severity((*across, *over(latest), *(f for f in within if f not in across)))[:MOST])


def keys(series: Series) -> list[tuple[str, str, str, str]]:
    """Publisher, what, item and place of the rows of a file that belong together."""
    return list(dict.fromkeys((r.publisher, r.of, r.item, r.place) for r in series.rows))


def shown(series: Series) -> dict[str, Any]:
    """A series for its template."""
    groups = [
        {
            "title": wording.clean(" · ".join(x for x in (publisher, of, item, place or "whole country") if x)),
            "svg": chart([r for r in series.rows if (r.publisher, r.of, r.item, r.place) == key], series.marks),
            "rows": [_row(r) for r in series.rows if (r.publisher, r.of, r.item, r.place) == key],
        }
        for key in keys(series)
        for publisher, of, item, place in [key]
    ]
    return {"name": wording.clean(series.name), "marks": series.marks, "groups": groups, "count": len(series.rows)}


def card(series: Series) -> dict[str, Any]:
    """A series in a list."""
    return {
        "name": wording.clean(series.name),
        "href": f"/records/{slug(series.name)}",
        "marks": series.marks,
        "count": len(series.rows),
        "first": wording.day(series.rows[0].start) if series.rows else "",
        "last": wording.day(series.rows[-1].end) if series.rows else "",
    }


def _row(row: Row) -> dict[str, str]:
    return {
        "start": wording.day(row.start),
        "end": wording.day(row.end),
        "value": wording.plain_number(row.value),
        "origin": wording.clean(row.origin),
    }


def chart(rows: Sequence[Row], marks: bool) -> Markup:
    """Values over time. High marks are joined as steps: nothing is known of the days between."""
    first, last = _number(rows[0].start), max(_number(r.end) for r in rows)
    most = max(r.value for r in rows) or 1.0

    def x(day: str) -> float:
        return _LEFT + (WIDTH - _LEFT - 40) * ((_number(day) - first) / max(1, last - first))

    def y(value: float) -> float:
        return HEIGHT - _FOOT - (HEIGHT - _FOOT - _HEAD) * max(0.0, value) / most

    points = [(x(r.end), y(r.value), r) for r in rows]
    way = f"M{points[0][0]:.1f} {points[0][1]:.1f}" + "".join(
        (f"H{px:.1f}V{py:.1f}" if marks else f"L{px:.1f} {py:.1f}") for px, py, _ in points[1:]
    )
    dots = Markup("").join(
        Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3"><title>{}: {}</title></circle>').format(
            px, py, r.end, wording.plain_number(r.value)
        )
        for px, py, r in points
    )
    labels = Markup("").join(
        Markup('<text class="quiet" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="12">{}</text>').format(*label)
        for label in (
            (_LEFT, HEIGHT - 6, "start", wording.day(rows[0].start)),
            (WIDTH - 40, HEIGHT - 6, "end", wording.day(rows[-1].end)),
            (_LEFT - 8, y(most) + 4, "end", wording.plain_number(most)),
            (_LEFT - 8, y(0) + 4, "end", "0"),
        )
    )
    return Markup(
        '<svg viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="Values over time">'
        '<path class="axis" d="M{:.0f} {:.1f}H{:.0f}"/><path class="line" d="{}"/>{}{}</svg>'
    ).format(WIDTH, HEIGHT, _LEFT, y(0), WIDTH, way, dots, labels)


def _number(day: str) -> int:
    from datetime import date

    return date.fromisoformat(day[:10]).toordinal()
