"""Coding on pages: what a coder is asked, how far coders agree, and what waits to be settled."""

from typing import Any

from reportedly.desk.correcting import TERMS
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import sentence
from reportedly.ledger import LedgerError
from reportedly.pages import wording
from reportedly.review import coding

CODEBOOK = coding.Codebook(
    version="terms-1",
    fields={name: coding.Field(values=TERMS[name]) for name in ("event", "polarity", "certainty", "target_kind")},
)
"""What is asked: the closed lists that a claim is made of, so that people and tool can be held against each other."""
MOST = 25


def assigned(shelf: Shelf, coder: str) -> tuple[list[str], int]:
    """The claims that wait for a coder, in the order of their assignment, and how many are done."""
    given = coding.assignments(shelf.view, CODEBOOK.version)
    own = {one.subject for one in coding.codings(shelf.view, CODEBOOK.version, coder=coder) if one.coder == coder}
    mine = [subject for subject, coders in given.items() if coder in coders]
    return [subject for subject in mine if subject not in own], len(own)


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
    given = coding.assignments(shelf.view, CODEBOOK.version)
    settled = coding.adjudicated(shelf.view, CODEBOOK.version)
    said: dict[str, dict[str, dict[str, Any]]] = {}
    for one in coding.codings(shelf.view, CODEBOOK.version):
        said.setdefault(one.subject, {})[one.coder] = dict(one.values)
    found = []
    for subject, coders in given.items():
        codes = said.get(subject, {})
        done = set(coders) <= codes.keys()
        if done and person not in coders and subject not in settled and len({*map(str, codes.values())}) > 1:
            found += [
                {**card, "codes": [(wording.clean(name), codes[name]) for name in coders]}
                for card in blind(shelf, [subject])
            ]
    return found


def assign(shelf: Shelf, incident: str, coders: list[str], by: str) -> int:
    """Give all claims of an incident to coders; how many they are. Raises ``LedgerError``."""
    found = next((i for i in shelf.incidents() if i.id == incident), None)
    if found is None:
        raise LedgerError(f"{incident}: no such incident")
    coding.assign(shelf.ledger, CODEBOOK, found.claims, coders, by=by)
    return len(found.claims)
