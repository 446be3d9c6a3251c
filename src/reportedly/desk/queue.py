"""What waits for a person, by doubt and consequence."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.incidents import Doubt, doubts
from reportedly.incidents.pairs import ENOUGH
from reportedly.languages.telling import phrase, tell
from reportedly.ledger.weight import SURE, doubt, stake, weight
from reportedly.pages import wording
from reportedly.review.decisions import in_force

MOST = 500
"""Things that are listed at most, the weightiest."""
CLAIMS = 6
"""Claims of one thing that are shown."""
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


def waiting(shelf: Shelf) -> Iterator[Waiting]:
    """Everything that waits, the most doubtful of the weightiest first."""
    few = [*_readings(shelf), *_lost(shelf), *_links(shelf), *_places(shelf), *_touched(shelf)]
    return merge(sorted(few, key=_order), _claims(shelf), key=_order)


def _order(waiting: Waiting) -> float:
    return -waiting.weight


def _claims(shelf: Shelf) -> Iterator[Waiting]:
    """Claims as the ledger weighs them, of one weight the latest first."""
    near, beside = shelf.laid.before, _beside(shelf)
    for one in shelf.view.lists.waiting():
        if one.report not in near and one.ref not in beside:
            yield Waiting("claim", one.ref, one.weight, "", (one.ref,))


def _touched(shelf: Shelf) -> Iterator[Waiting]:
    """Claims near what people decided, of which nothing was decided yet."""
    refs = {ref: (r, c) for r in shelf.laid.counting for c in r.claims if (ref := f"{r.report.id}#{c.id}")}
    refs |= {ref: found for ref in sorted(_beside(shelf)) if (found := shelf.claim(ref)) is not None}
    about = shelf.findings.all_about(refs) if refs else []
    grave = {ref for f in about if f.severity == "error" for ref in f.claims}
    told: dict[str, int] = {}
    for ref, (_, claim) in refs.items():
        label = claim.incident
        if label and label not in told:
            told[label] = happening.reports if (happening := shelf.happening(label)) else 0
        weighs = weight(doubt(claim), stake(claim), claim.event, told.get(label or "", 0), ref in grave)
        if weighs is not None and ref not in shelf.states:
            yield Waiting("claim", ref, weighs, "", (ref,))


def _beside(shelf: Shelf) -> frozenset[str]:
    """Claims that people did not touch, of findings that hold no longer since they touched others."""
    named = {ref for finding in shelf.findings.dropped for ref in finding.claims}
    far = {report for ref in named if (report := ref.rpartition("#")[0]) not in shelf.laid.before}
    current = shelf.view.lists.current(far) if far else {}
    return frozenset(ref for ref in named if ref.rpartition("#")[0] in current)


def _why(shelf: Shelf, ref: str, grave: Mapping[str, str]) -> str:
    """Why a claim waits. ``grave``: kinds of error by claim."""
    found = shelf.claim(ref)
    confidence = found[1].confidence if found else None
    why = [f"confidence {confidence:.2f}"] if confidence is not None and 1 - confidence >= 1 - SURE else []
    return "; ".join([*why, *([grave[ref]] if ref in grave else [])]) or "confidence unknown"


def _places(shelf: Shelf) -> Iterator[Waiting]:
    decided: Counter[str] = Counter()
    for reading in shelf.laid.counting:
        for claim in reading.claims:
            if f"{reading.report.id}#{claim.id}" in shelf.states:
                decided.update({p.text for p in claim.places if p.name is None})
    for unknown in shelf.unknown_places():
        left = unknown.claims - decided[unknown.name]
        if left > 0:
            yield Waiting("place", unknown.name, 0.9 * (1 + left / 3), "no gazetteer knows this place")


def _links(shelf: Shelf) -> Iterator[Waiting]:
    """Links that the linker is not sure of: incidents that may be one, reports that may tell of another happening."""
    made = shelf.reviewed.decisions
    counting = in_force(made)
    looked_at = {d.subject for d in made if d.kind in ("freeze", "accept", "note", "merge") and d.id in counting}
    latest = [h for h in shelf.incidents(LOOKED) if h.reports <= FEW and f"incident:{h.label}" not in looked_at]
    told = {h.label: h.reports for h in latest}
    for found in shelf.standing.once((id(shelf.laid), *latest), lambda: doubts(shelf.of_incidents([*told]), told)):
        reports = told[found.incident] + told.get(found.other or "", 0)
        claims = [one[1] for ref in found.claims if (one := shelf.claim(ref))]
        consequence = max((weight(1.0, stake(c), c.event, reports, False) or 1.0 for c in claims), default=1.0)
        yield Waiting(found.kind, found.incident, found.doubt * consequence, "", found.claims, found)


def _readings(shelf: Shelf) -> Iterator[Waiting]:
    for seq, report, version in shelf.view.proposals():
        yield Waiting("reading", f"{seq}", 2.0, f"version {version or '?'} reads {report} otherwise", ())


def _lost(shelf: Shelf) -> Iterator[Waiting]:
    for lost in shelf.reviewed.lost:
        why = f"{lost.decision.kind} by {lost.decision.by} no longer finds its claim in {lost.anchor.report}"
        yield Waiting("lost", lost.decision.id, 3.0, why, ())


def contested(shelf: Shelf, refs: Collection[str]) -> bool:
    """Whether sources conflict over any of these claims; then a decision needs a note."""
    return bool(refs) and any(f.relation == "conflict" for f in shelf.findings.all_about(refs))


def cards(shelf: Shelf, items: Iterable[Waiting], language: str) -> list[dict[str, Any]]:
    """Waiting things for the template; reasons of links in a language."""
    told = [w._replace(refs=_refs(shelf, w)) for w in items]
    ids = dict.fromkeys(ref.rpartition("#")[0] for w in told for ref in w.refs)
    readings = shelf.readings(ids)
    refs = refs_of(readings, letters=letters_of(readings))
    findings = shelf.findings.all_about({ref for w in told for ref in w.refs})
    quarrels = {ref for f in findings if f.relation == "conflict" for ref in f.claims}
    grave = {ref: f.kind.replace("_", " ") for f in findings if f.severity == "error" for ref in f.claims}
    return [
        {
            "kind": w.kind,
            "subject": wording.clean(w.subject),
            "why": wording.clean(w.why or ("" if w.doubt else _why(shelf, w.subject, grave))),
            "doubt": _told(w.doubt, language) if w.doubt else None,
            "href": _href(w),
            "form": _subject(w),
            "contested": not quarrels.isdisjoint(w.refs),
            "claims": [
                claim_card(*found, refs) for ref in w.refs if (found := shelf.claim(ref)) is not None
            ],
        }
        for w in told
    ]  # fmt: skip


def _refs(shelf: Shelf, w: Waiting) -> tuple[str, ...]:
    """The claims that are shown with something."""
    if w.kind == "place":
        having = (f"{r.report.id}#{c.id}" for r, c in shelf.having(w.subject))
        return tuple(islice((ref for ref in having if ref not in shelf.states), CLAIMS))
    return w.refs


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
