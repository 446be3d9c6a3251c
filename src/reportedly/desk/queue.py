"""What waits for a person, by doubt and consequence."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.report import HARM
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.model import Claim, Incident
from reportedly.pages import wording

SURE = 0.8
"""Confidence of a reading below which a claim waits, whatever it says."""
_WIDE = ("-wave", "-tally")


class Waiting(NamedTuple):
    """Something to decide. ``kind``: ``claim``, ``place``, ``merge``, ``reading`` or ``lost``; ``weight`` orders."""

    kind: str
    subject: str
    weight: float
    why: str
    refs: tuple[str, ...] = ()


def waiting(shelf: Shelf) -> list[Waiting]:
    """Everything that waits, the most doubtful of the weightiest first."""
    return shelf.once("waiting", lambda: _waiting(shelf))


def _waiting(shelf: Shelf) -> list[Waiting]:
    found = [*_readings(shelf), *_lost(shelf), *_merges(shelf), *_places(shelf), *_claims(shelf)]
    return sorted(found, key=lambda w: (-w.weight, w.subject))


def _claims(shelf: Shelf) -> Iterator[Waiting]:
    decided = shelf.states()
    grave = {ref: f.kind for f in shelf.findings() if f.severity == "error" for ref in f.claims}
    told = {i.id: len(i.reports) for i in shelf.incidents()}
    for reading in shelf.counting():
        for claim in reading.claims:
            ref = f"{reading.report.id}#{claim.id}"
            doubt = 1 - (claim.confidence if claim.confidence is not None else 0.5)
            if ref in decided or doubt < 1 - SURE and ref not in grave:
                continue
            why = [f"confidence {claim.confidence:.2f}"] if claim.confidence is not None and doubt >= 1 - SURE else []
            why += [grave[ref].replace("_", " ")] if ref in grave else []
            weight = consequence(claim, told.get(claim.incident or "", 0)) + (3 if ref in grave else 0)
            yield Waiting(
                "claim",
                ref,
                max(doubt, 0.3 if ref in grave else 0.1) * weight,
                "; ".join(why) or "confidence unknown",
                (ref,),
            )


def consequence(claim: Claim, reports: int) -> float:
    """How much hangs on a claim: harm to people, a denial, how many reports tell of its incident."""
    harm = any(q.of in HARM for q in claim.quantities)
    talk = claim.event in ("statement", "assessment")
    return (0.4 if talk else 1.0) * (1.0 + 2.0 * harm + (claim.polarity != "affirmed") + min(reports, 10) / 5)


def _places(shelf: Shelf) -> Iterator[Waiting]:
    for unknown in shelf.unknown_places():
        refs = tuple(ref for ref in unknown.claims if ref not in shelf.states())
        if refs:
            yield Waiting("place", unknown.name, 0.9 * (1 + len(refs) / 3), "no gazetteer knows this place", refs)


def _merges(shelf: Shelf) -> Iterator[Waiting]:
    """Incidents at one place within a day of each other: perhaps one."""
    kept = {d.subject for d in shelf.reviewed.decisions if d.kind in ("freeze", "accept", "note")}
    rooms: dict[tuple[str, str | None], list[Incident]] = {}
    for incident in shelf.incidents():
        if incident.place and incident.place.name and incident.start and not incident.id.endswith(_WIDE):
            rooms.setdefault((incident.place.name, incident.place.country), []).append(incident)
    for group in rooms.values():
        for one, two in combinations(sorted(group, key=lambda i: i.start or ""), 2):
            if _days(one, two) <= 1 and f"incident:{one.id}" not in kept:
                yield Waiting(
                    "merge", one.id, 1.2, f"the same place within a day as {two.id}", (*one.claims[:3], *two.claims[:3])
                )
                break


def _days(one: Incident, two: Incident) -> int:
    from datetime import date

    first, second = ((i.start or "")[:10] for i in (one, two))
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def _readings(shelf: Shelf) -> Iterator[Waiting]:
    for seq, report, version in shelf.view.proposals():
        yield Waiting("reading", f"{seq}", 2.0, f"version {version or '?'} reads {report} otherwise", ())


def _lost(shelf: Shelf) -> Iterator[Waiting]:
    for lost in shelf.reviewed.lost:
        why = f"{lost.decision.kind} by {lost.decision.by} no longer finds its claim in {lost.anchor.report}"
        yield Waiting("lost", lost.decision.id, 3.0, why, ())


def contested(shelf: Shelf, refs: set[str]) -> bool:
    """Whether sources conflict over any of these claims; then a decision needs a note."""

    def made() -> frozenset[str]:
        return frozenset(ref for f in shelf.findings() if f.relation == "conflict" for ref in f.claims)

    return not refs.isdisjoint(shelf.once("contested", made))


def cards(shelf: Shelf, items: list[Waiting]) -> list[dict[str, Any]]:
    """Waiting things for the template."""
    ids = dict.fromkeys(ref.rpartition("#")[0] for w in items for ref in w.refs)
    readings = shelf.readings(list(ids))
    refs = refs_of(readings, letters=letters_of(readings))
    return [
        {
            "kind": w.kind,
            "subject": wording.clean(w.subject),
            "why": wording.clean(w.why),
            "href": _href(w),
            "form": _subject(w),
            "contested": contested(shelf, set(w.refs)),
            "claims": [
                claim_card(*told, refs) for ref in w.refs[:6] if (told := shelf.claim(ref)) is not None
            ],
        }
        for w in items
    ]  # fmt: skip


def _href(w: Waiting) -> str:
    if w.kind in ("claim", "place") and w.refs:
        return addresses.decide(w.refs[0])
    return addresses.incident(w.subject) if w.kind == "merge" else "/review/decisions"


def _subject(w: Waiting) -> str:
    prefix = {"merge": "incident:", "reading": "reading:", "lost": "decision:"}
    return prefix.get(w.kind, "") + w.subject
