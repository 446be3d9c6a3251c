"""Sources: who is quoted or publishes, what a pack knows of them, and a neutral record of their figures."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import claim_card, letters_of, refs_of, report_card
from reportedly.findings import parties
from reportedly.lineage.voices import side_of
from reportedly.model import Finding
from reportedly.packs import sources as pack
from reportedly.pages import wording
from reportedly.pages.edition import tell

MOST = 60
RECORD = ("figure_revised", "record_contradicted", "count_conflict", "denied_claim", "recirculated_media")
"""Kinds of finding that concern what a source's figures became; each is told with its claims, without a verdict."""


class Tally(Struct, frozen=True):
    """How often a name publishes and is quoted."""

    name: str
    reports: int
    claims: int
    kinds: tuple[str, ...]


def tallies(shelf: Shelf) -> tuple[Tally, ...]:
    """All names, those of most claims first."""
    return shelf.once("tallies", lambda: _tallies(shelf))


def _tallies(shelf: Shelf) -> tuple[Tally, ...]:
    reports: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    kinds: dict[str, dict[str, None]] = {}
    for reading in shelf.readings():
        if reading.report.publisher:
            reports[reading.report.publisher] += 1
        for claim in reading.claims:
            for name in {s.name for s in claim.sources}:
                claims[name] += 1
            for source in claim.sources:
                if source.kind:
                    kinds.setdefault(source.name, {})[source.kind] = None
    names = sorted({*reports, *claims}, key=lambda n: (-claims[n] - reports[n], n))
    return tuple(Tally(n, reports[n], claims[n], tuple(kinds.get(n, ()))) for n in names)


def shown(shelf: Shelf, name: str, tongue: str) -> dict[str, Any] | None:
    """All values of a source's page; ``None`` for a name that nobody bears."""
    published = [r for r in shelf.readings() if r.report.publisher == name]
    voices = shelf.voices()
    quoted = [
        (r, c)
        for r in shelf.readings()
        for c in r.claims
        if any(s.name == name for s in c.sources) or voices[f"{r.report.id}#{c.id}"] == name != r.report.publisher
    ]
    if not published and not quoted:
        return None
    own = {f"{r.report.id}#{c.id}" for r, c in quoted} | {f"{r.report.id}#{c.id}" for r in published for c in r.claims}
    findings = [f for f in shelf.findings() if f.kind in RECORD and own.intersection(f.claims)]
    ids = dict.fromkeys(
        [r.report.id for r, _ in quoted[-MOST:]] + [ref.rpartition("#")[0] for f in findings[:MOST] for ref in f.claims]
    )
    readings = shelf.readings(list(ids))
    refs = refs_of(readings, letters=letters_of(readings))
    known = _known(name)
    return {
        "name": wording.clean(name),
        "facts": known,
        "reports": [report_card(r.report, r) for r in published[-MOST:][::-1]],
        "report_count": len(published),
        "claims": [claim_card(r, c, refs) for r, c in quoted[-MOST:][::-1]],
        "claim_count": len(quoted),
        "acts": Counter(s.act or "says" for _, c in quoted for s in c.sources if s.name == name).most_common(),
        "record": _record(findings),
        "findings": [tell(f, f"f{n}", refs, tongue) for n, f in enumerate(findings[:MOST], 1)],
        "search": addresses.search(source=name),
    }


def _known(name: str) -> list[tuple[str, str]]:
    """What the packs say: facts, each with its label."""
    party = pack.load().by_handle(name) or next((p for p in pack.load().parties if p.name == name), None)
    found: Mapping[str, str | None] = {
        "kind": party.kind if party else None,
        "side": (party.side if party else None) or side_of(name),
        "office": " ".join(x for x in (party.role, party.place) if x) if party and party.role else None,
        "in office": f"{party.since or '?'} – {party.until or ''}" if party and party.since else None,
        "speaks for": parties.own_voice(name),
    }
    return [(label, wording.clean(value)) for label, value in found.items() if value]


def _record(findings: list[Finding]) -> list[tuple[str, int]]:
    counts = Counter(f.kind.replace("_", " ") for f in findings)
    return counts.most_common()
