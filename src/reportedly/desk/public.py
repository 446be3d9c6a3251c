"""The records of the API. What others see is made from claims that have passed the gate, without words of reports."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportedly.desk.filters import LIMIT, Conditions, matching
from reportedly.desk.held import let_out
from reportedly.desk.queries import Shelf
from reportedly.model import Claim, Reading
from reportedly.publish import outgoing
from reportedly.publish.gate import Published, opaque
from reportedly.publish.incidents import PublishedIncident, dossiers
from reportedly.publish.persons import in_a_pack

_SOME = 60
"""Claims that go through the gate together."""


class DeskClaim(Struct, frozen=True, kw_only=True):
    """A claim as the desk has it, not for publication. ``quote``: the words that it stands on."""

    ref: str
    publisher: str | None
    published: str | None
    quote: str
    claim: Claim


class Happening(NamedTuple):
    """The claims of one incident that have passed; ``sign`` stands for the incident and says nothing."""

    sign: str
    claims: tuple[Published, ...]

    @property
    def start(self) -> str:
        """The earliest time that one of them is about."""
        return min(c.start for c in self.claims)

    @property
    def end(self) -> str:
        """The latest time that one of them is about."""
        return max(c.end for c in self.claims)


class PublicReport(Struct, frozen=True, kw_only=True):
    """A report of which claims have passed."""

    publisher: str | None
    url: str | None
    published: str | None
    claims: tuple[str, ...]


class PublicFinding(Struct, frozen=True, kw_only=True):
    """A finding that an editor signed off, all of whose claims have passed."""

    kind: str
    relation: str | None
    severity: str
    claims: tuple[str, ...]


class PublicSource(Struct, frozen=True, kw_only=True):
    """A body, an outlet or an office holder in a pack that is quoted in claims that have passed."""

    name: str
    claims: int


class PublicVerdict(Struct, frozen=True, kw_only=True):
    """What an editor found of a claim, or of an incident (its sign). ``said`` is what was claimed, in her words."""

    claims: tuple[str, ...]
    incident: str | None
    said: str
    rating: str
    reason: str | None
    url: str | None
    by: str
    at: str


def claims(shelf: Shelf, wanted: Conditions, before: int | None = None) -> Iterator[Published]:
    """The claims that have passed and meet the conditions, those of the latest reading first."""
    return (published for _, published in rows(shelf, wanted, before))


def rows(shelf: Shelf, wanted: Conditions, before: int | None = None) -> Iterator[tuple[int, Published]]:
    """The same with their rows, ``before``: only those less than that.

    Conditions see no more than what has passed, so that nothing can be asked out of what is held or masked; those on
    side, incident and unknown places see more, and must not be given.
    """
    plain = replace(wanted, q="", source="", place="")
    found = matching(shelf, plain, laid=shelf.decided, over=let_out("civilian"), before=before)
    while some := list(islice(found, _SOME)):
        reports = dict.fromkeys(one.report for one in some)
        passed = passing(shelf, shelf.all_left(reports))
        for one in some:
            published = passed.get(one.ref)
            if published is not None and _meets(published, wanted):
                yield one.row, published


def passing(shelf: Shelf, readings: Iterable[Reading]) -> dict[str, Published]:
    """What passes the gate now of reports, as people left them, by the names of claims."""
    return {p.ref: p for p in shelf.gate(readings).passed}


def latest(shelf: Shelf, wanted: Conditions) -> tuple[Published, ...]:
    """The latest claims that have passed and meet the conditions, as many as a list is made of."""
    return tuple(islice(claims(shelf, wanted), LIMIT))


def of_incident(shelf: Shelf, sign: str) -> tuple[Published, ...]:
    """What has passed of the incident that has a name outside, in the order of its reports."""
    left = shelf.decided
    labels = {*shelf.view.lists.signed(sign), *(label for label in left.incidents if opaque(label) == sign)}
    reports = {one.report for some in shelf.view.lists.members(labels).values() for one in some} | left.before.keys()
    readings = shelf.all_left(shelf.latest_first(reports)[::-1])
    near = [r for r in readings if any(c.incident is not None and opaque(c.incident) == sign for c in r.claims)]
    return tuple(p for p in passing(shelf, near).values() if p.incident == sign)


def _meets(published: Published, wanted: Conditions) -> bool:
    names = (published.publisher, *published.sources)
    places = [place.name for place in published.places]
    fields = (*names, *places, published.actor, published.target, *published.weapons, published.event)
    text = " ".join(str(field) for field in fields if field).casefold()
    return (
        wanted.source in ("", *names)
        and wanted.place in ("", *places)
        and all(word in text for word in wanted.q.casefold().split())
    )


def incidents(passed: Iterable[Published]) -> list[Happening]:
    """The incidents of claims that have passed, those that happened last first."""
    rooms: dict[str, list[Published]] = {}
    for claim in passed:
        if claim.incident:
            rooms.setdefault(claim.incident, []).append(claim)
    found = [Happening(sign, tuple(rows)) for sign, rows in rooms.items()]
    return sorted(found, key=lambda h: (h.start, h.sign), reverse=True)


def record(shelf: Shelf, sign: str) -> PublishedIncident | None:
    """An incident as every export has it; ``None`` where nothing of it has passed."""
    claims = of_incident(shelf, sign)
    readings = shelf.all_left(dict.fromkeys(c.ref.rpartition("#")[0] for c in claims))
    made = dossiers(readings, {c.ref: c for c in claims}, shelf.references)
    return made[0].record if made else None


def reports(passed: tuple[Published, ...]) -> Iterator[PublicReport]:
    """The reports of claims that have passed."""
    rooms: dict[str, list[Published]] = {}
    for claim in passed:
        rooms.setdefault(claim.ref.rpartition("#")[0], []).append(claim)
    for rows in rooms.values():
        first = rows[0]
        yield PublicReport(
            publisher=first.publisher, url=first.url, published=first.published, claims=tuple(c.ref for c in rows)
        )


def findings(shelf: Shelf) -> Iterator[PublicFinding]:
    """The findings that an editor signed off, as far as all their claims have passed."""
    for finding in shelf.findings.signed(shelf.decided):
        reports = dict.fromkeys(ref.rpartition("#")[0] for ref in finding.claims)
        out = passing(shelf, shelf.all_left(reports))
        if out.keys() >= set(finding.claims):
            yield PublicFinding(
                kind=finding.kind, relation=finding.relation, severity=finding.severity, claims=finding.claims
            )


def verdicts(shelf: Shelf) -> Iterator[PublicVerdict]:
    """The verdicts that may go out."""
    for verdict in let_out_verdicts(shelf):
        made = verdict.decision
        yield PublicVerdict(
            claims=tuple(c.ref for c in verdict.claims),
            incident=verdict.incident,
            said=str(made.value["claim"]),
            rating=str(made.value["rating"]),
            reason=made.reason,
            url=made.value.get("url"),
            by=made.by,
            at=made.at,
        )


def let_out_verdicts(shelf: Shelf) -> tuple[outgoing.Verdict, ...]:
    """The verdicts that may go out, with the claims that they are about."""
    found = shelf.leaving(ref.rpartition("#")[0] for ref in shelf.decided.reviewed.verdicts)
    return outgoing.verdicts(found, shelf.gate(found.readings).passed)


def sources(passed: tuple[Published, ...]) -> Iterator[PublicSource]:
    """The sources with a name that is public by itself."""
    counts: dict[str, int] = {}
    for claim in passed:
        for name in set(claim.sources):
            counts[name] = counts.get(name, 0) + 1
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        if in_a_pack(name):
            yield PublicSource(name=name, claims=counts[name])
