"""Sources: who is quoted or publishes, what a pack knows of them, and a neutral record of their figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from msgspec import Struct

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import claim_card, finding_card, letters_of, refs_of, report_card
from reportedly.findings import parties
from reportedly.ledger.words import mark
from reportedly.lineage.voices import Voices, side_of
from reportedly.model import Claim, Finding, Reading
from reportedly.packs import sources as pack
from reportedly.pages import wording

MOST = 60
"""Reports, claims and findings that a page tells, the latest."""
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
    readings, quoted = shelf.names()
    for (role, name, known), n in readings.items():
        if role == "publisher":
            reports[name] += n
        elif role == "source" and n > 0:
            claims[name] += quoted[role, name, known]
            kinds.setdefault(name, {}).update(dict.fromkeys(known.split()))
    names = (n for n in {*reports, *claims} if claims[n] + reports[n] > 0)
    ordered = sorted(names, key=lambda n: (-claims[n] - reports[n], n))
    return tuple(Tally(n, reports[n], claims[n], tuple(kinds.get(n, ()))) for n in ordered)


def shown(shelf: Shelf, name: str, tongue: str) -> dict[str, Any] | None:
    """All values of a source's page; ``None`` for a name that nobody bears."""
    speakers = shelf.speakers()
    names = speakers.namesakes(name)
    known = {t.name: t for t in tallies(shelf)}
    counts = [known[n] for n in names if n in known]
    published = shelf.readings(shelf.latest_first(shelf.view.lists.named(mark(name), "publisher", MOST))[:MOST])
    quoted = list(islice(_quoted(shelf, names, speakers, name), MOST))
    if not published and not quoted:
        return None
    findings = _concerning(shelf, [*published, *(r for r, _ in quoted)], name, quoted)
    others = (ref.rpartition("#")[0] for f in findings for ref in f.claims)
    ids = dict.fromkeys([*(r.report.id for r, _ in quoted), *others])
    readings = shelf.readings(ids)
    refs = refs_of(readings, letters=letters_of(readings))
    return {
        "name": wording.clean(name),
        "facts": _known(name),
        "reports": [report_card(r.report, r) for r in published],
        "report_count": known[name].reports if name in known else 0,
        "claims": [claim_card(r, c, refs) for r, c in quoted],
        "claim_count": max(len(quoted), sum(t.claims for t in counts)) if len(quoted) == MOST else len(quoted),
        "acts": Counter(s.act or "says" for _, c in quoted for s in c.sources if s.name in names).most_common(),
        "record": _record(findings),
        "findings": [finding_card(shelf, f, f"f{n}", refs, tongue) for n, f in enumerate(findings[:MOST], 1)],
        "search": addresses.search(source=name),
    }


def _quoted(shelf: Shelf, names: Iterable[str], speakers: Voices, name: str) -> Iterator[tuple[Reading, Claim]]:
    """The claims in which somebody is quoted, under whatever name, those of the latest report first."""
    lists = shelf.view.lists
    found = [lists.named(mark(one), "source", 2 * MOST) for one in names]
    for id in shelf.latest_first([*(id for some in found for id in some), *shelf.laid.before]):
        reading = shelf.reading(id)
        for claim in reading.claims if reading else ():
            if reading and claim.sources:
                voice = speakers.of(reading, claim).name
                if any(s.name == name for s in claim.sources) or voice == name != reading.report.publisher:
                    yield reading, claim


def _concerning(
    shelf: Shelf, readings: Iterable[Reading], name: str, quoted: Iterable[tuple[Reading, Claim]]
) -> list[Finding]:
    """What became of its figures in its latest claims."""
    refs = {f"{r.report.id}#{c.id}" for r, c in quoted}
    refs |= {f"{r.report.id}#{c.id}" for r in readings if r.report.publisher == name for c in r.claims}
    return [f for f in shelf.findings.all_about(refs) if f.kind in RECORD] if refs else []


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
