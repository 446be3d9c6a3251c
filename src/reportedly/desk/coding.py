"""Coding on pages: what a coder is asked, how far coders agree, and what waits to be settled."""

from typing import Any

from reportedly.desk.queries import Shelf
from reportedly.desk.shown import sentence
from reportedly.ledger import LedgerError
from reportedly.pages import wording
from reportedly.review import coding

CODEBOOK = coding.TERMS
"""What is asked at the desk."""
MOST = 25


def blind(shelf: Shelf, subjects: list[str]) -> list[dict[str, Any]]:
    """Claims as a coder sees them: the sentence and who published it, nothing that a machine or another coder said."""
    told = [(subject, found) for subject in subjects if (found := shelf.claim(subject)) is not None]
    return [
        {
            "subject": subject,
            "sentence": sentence(reading, claim),
            "publisher": wording.clean(reading.report.publisher or "publisher unknown"),
            "day": wording.day(reading.report.published) or "undated",
        }
        for subject, (reading, claim) in told
    ]


def agreed(shelf: Shelf) -> list[dict[str, Any]]:
    """Krippendorff's alpha, field by field."""
    return [
        {
            "field": one.field,
            "alpha": "" if one.alpha is None else f"{one.alpha:.2f}",
            "units": one.units,
            "differ": len(one.differ),
        }
        for one in coding.agreement(shelf.view, CODEBOOK)
    ]


def unsettled(shelf: Shelf, person: str) -> list[dict[str, Any]]:
    """Claims of which all coders are done and differ, for somebody who did not code them, with what each said."""
    found = []
    for subject, codes in coding.unsettled(shelf.view, CODEBOOK.version).items():
        if person not in (one.coder for one in codes):
            said = [(wording.clean(one.coder), one.values) for one in codes]
            found += [{**card, "codes": said} for card in blind(shelf, [subject])]
    return found


def assign(shelf: Shelf, incident: str, coders: list[str], by: str) -> int:
    """Give all claims of an incident to coders; how many they are. Raises ``LedgerError``."""
    found = shelf.record(incident)
    if found is None:
        raise LedgerError(f"{incident}: no such incident")
    coding.assign(shelf.ledger, CODEBOOK, found.claims, coders, by=by)
    return len(found.claims)
