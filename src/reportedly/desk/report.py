"""A report as its page shows it: the edition, what stands between it and other reports, its revisions."""

import difflib
import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import finding_card, judged, language, letters_of, refs_of
from reportedly.findings import coverage_notes
from reportedly.ledger.weight import HARM
from reportedly.model import Claim, Reading, Report
from reportedly.pages import wording
from reportedly.pages.edition import Extra, Ref, edition

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 20_000
"""Words of two revisions together up to which they are compared word by word; beyond, line by line."""


def shown(shelf: Shelf, reading: Reading, tongue: str) -> dict[str, Any]:
    """All values of the report's template; explanations in the language of the reader."""
    report = reading.report
    across = shelf.findings.about(reading)
    aside = shelf.findings.aside([f"{report.id}#{claim.id}" for claim in reading.claims])
    others = dict.fromkeys(_report(ref) for f in (*across, *aside) for ref in f.claims)
    others.pop(report.id, None)
    near = shelf.readings(list(others))
    letters = ["", *letters_of(near)]
    refs = refs_of([reading, *near], here=report.id, letters=letters)
    whole = replace(reading, findings=(*reading.findings, *across))
    notes = coverage_notes(reading, shelf.references, tongue)
    return {
        "e": edition(0, whole, "", refs, notes, Extra(shelf.states, addresses.decide, partial(judged, shelf)), tongue),
        "incidents": _incidents(reading.claims, refs, report.id),
        "aside": [finding_card(shelf, f, f"a{n}", refs, tongue) for n, f in enumerate(aside, 1)],
        "deleted": not report.text,
        "revisions": _revisions(shelf, report),
        "grave": any(quantity.of in HARM for claim in reading.claims for quantity in claim.quantities),
        "publisher_href": addresses.source(report.publisher) if report.publisher else None,
        "path": addresses.report(report.id),
        "id": wording.clean(report.id),
        "at": shelf.seq,
    }


def _report(ref: str) -> str:
    return ref.rpartition("#")[0]


def _incidents(claims: Sequence[Claim], refs: dict[str, Ref], report: str) -> list[dict[str, Any]]:
    rooms: dict[str, list[Ref]] = {}
    for claim in claims:
        if claim.incident:
            rooms.setdefault(claim.incident, []).append(refs[f"{report}#{claim.id}"])
    return [{"href": addresses.incident(i), "id": wording.clean(i), "refs": found} for i, found in rooms.items()]


def _revisions(shelf: Shelf, report: Report) -> list[dict[str, Any]]:
    ids = shelf.view.revisions(report.id)
    found = [r for id in ids if (r := shelf.view.report(id)) is not None]
    return (
        [
            {
                "href": addresses.report(r.id),
                "here": r.id == report.id,
                "published": wording.day(r.published) or "undated",
                "captured": r.captured,
                "changes": f"{addresses.report(r.id)}/changes" if n else None,
            }
            for n, r in enumerate(found)
        ]
        if len(found) > 1
        else []
    )


def changes(shelf: Shelf, report: Report) -> dict[str, Any] | None:
    """What a revision changed in the one before it, in words; ``None`` for a first one."""
    ids = shelf.view.revisions(report.id)
    place = ids.index(report.id) if report.id in ids else 0
    before = shelf.view.report(ids[place - 1]) if place else None
    if before is None:
        return None
    return {
        "path": addresses.report(report.id),
        "before_path": addresses.report(before.id),
        "heading": wording.clean(wording.heading(Reading(report=report))),
        "language": language(report),
        "pieces": [(kind, wording.clean(words)) for kind, words in differences(before.text, report.text)],
    }


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """Pieces of both texts in order, each ``same``, ``gone`` or ``new``."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _LONGEST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[tuple[str, str]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(new[c:d])))
            continue
        pieces += [(name, "".join(words)) for name, words in (("gone", old[a:b]), ("new", new[c:d])) if words]
    return pieces
