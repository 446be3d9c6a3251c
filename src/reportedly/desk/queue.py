"""What waits for a person, by doubt and consequence."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.report import HARM
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.incidents import Doubt, doubts
from reportedly.incidents.pairs import ENOUGH
from reportedly.languages.telling import phrase, tell
from reportedly.model import Claim
from reportedly.pages import wording
from reportedly.review.decisions import in_force

SURE = 0.8
"""Confidence of a reading below which a claim waits, whatever it says."""
LOOKED = 150
"""Incidents whose links are looked at: the latest."""
FEW = 60
"""Reports of an incident up to which its links are."""


class Waiting(NamedTuple):
    """Something to decide, ordered by ``weight``.

    ``kind``: ``claim``, ``place``, ``merge``, ``split``, ``reading`` or ``lost``. ``doubt``: what the linker has
    for and against a merge or split.
    """

    kind: str
    subject: str
    weight: float
    why: str
    refs: tuple[str, ...] = ()
    doubt: Doubt | None = None


def waiting(shelf: Shelf) -> list[Waiting]:
    """Everything that waits, the most doubtful of the weightiest first."""
    return shelf.once("waiting", lambda: _waiting(shelf))


def _waiting(shelf: Shelf) -> list[Waiting]:
    found = [*_readings(shelf), *_lost(shelf), *_links(shelf), *_places(shelf), *_claims(shelf)]
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


def _links(shelf: Shelf) -> Iterator[Waiting]:
    """Links that the linker is not sure of: incidents that may be one, reports that may tell of another happening."""
    made = shelf.reviewed.decisions
    counting = in_force(made)
    looked_at = {d.subject for d in made if d.kind in ("freeze", "accept", "note", "merge") and d.id in counting}
    latest = [i for i in shelf.incidents()[:LOOKED] if len(i.reports) <= FEW and f"incident:{i.id}" not in looked_at]
    readings = shelf.readings(list(dict.fromkeys(report for i in latest for report in i.reports)))
    told = {i.id: len(i.reports) for i in latest}
    for doubt in doubts(readings, told):
        reports = told[doubt.incident] + told.get(doubt.other or "", 0)
        claims = (found[1] for ref in doubt.claims if (found := shelf.claim(ref)))
        stake = max((consequence(claim, reports) for claim in claims), default=1.0)
        yield Waiting(doubt.kind, doubt.incident, doubt.doubt * stake, "", doubt.claims, doubt)


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


def cards(shelf: Shelf, items: list[Waiting], language: str) -> list[dict[str, Any]]:
    """Waiting things for the template; reasons of links in a language."""
    ids = dict.fromkeys(ref.rpartition("#")[0] for w in items for ref in w.refs)
    readings = shelf.readings(list(ids))
    refs = refs_of(readings, letters=letters_of(readings))
    return [
        {
            "kind": w.kind,
            "subject": wording.clean(w.subject),
            "why": wording.clean(w.why),
            "doubt": _told(w.doubt, language) if w.doubt else None,
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
    return addresses.incident(w.subject) if w.doubt else "/review/decisions"


def _subject(w: Waiting) -> str:
    prefix = {"merge": "incident:", "split": "incident:", "reading": "reading:", "lost": "decision:"}
    return prefix.get(w.kind, "") + w.subject


def _told(doubt: Doubt, language: str) -> dict[str, Any]:
    """Why a link is doubtful: each comparison of the linker in words, with its points."""
    reasons = []
    for part in sorted(doubt.parts, key=lambda p: p.points):
        words = tell(f"link.{part.code}", {"detail": part.detail}, language)
        sign = "+" if part.points >= 0 else "\u2212"
        reasons.append((wording.clean(words), sign + phrase(round(abs(part.points), 1), language)))
    return {
        "other": doubt.other,
        "other_shown": wording.clean(doubt.other or ""),
        "other_href": addresses.incident(doubt.other) if doubt.other else None,
        "score": round(doubt.score, 1),
        "enough": ENOUGH,
        "reasons": reasons,
        "claims": [addresses.slug(ref) for ref in doubt.claims],
    }
