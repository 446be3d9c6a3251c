"""Grades of sources: the letter of the Admiralty code (reliability of the source), set by people with a reason.

Bodies, outlets, offices and office holders are graded, by what they publish; private persons never are.
"""

from collections.abc import Iterable

from reportedly.ledger import LedgerError, View
from reportedly.model import Decision, Source
from reportedly.packs import sources as pack

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""The letters of the Admiralty code (NATO AJP-2.1). ``F`` stands until somebody sets another."""
UNJUDGED = "F"
SOURCE = "source:"
"""Before the name of a source, as the subject of a decision."""
_BODIES = ("media", "channel", "ngo", "organisation", "company", "document")
_OFFICES = ("official", "military")


def check_grade(view: View, subject: str, reliability: object) -> None:
    """Raises ``LedgerError`` where a grade has no letter, or its subject is not to be graded."""
    if reliability not in RELIABILITY:
        raise LedgerError(f"grade: reliability is one of {', '.join(RELIABILITY)}")
    if not subject.startswith(SOURCE):
        raise LedgerError("grade is about a source (source:NAME)")
    if not gradable(view, subject.removeprefix(SOURCE)):
        raise LedgerError("only bodies, outlets and offices are graded that publish or are quoted here, nobody else")


def gradable(view: View, name: str) -> bool:
    """Whether a name is of a pack, publishes a report on record, or is quoted here as a body or an office."""
    directory = pack.load()
    if directory.by_handle(name) or any(party.name == name for party in directory.parties):
        return True
    return any(
        reading.report.publisher == name or _quoted(name, (s for claim in reading.claims for s in claim.sources))
        for reading in view.readings()
    )


def _quoted(name: str, sources: Iterable[Source]) -> bool:
    return any(s.name == name and _of_a_body(s) for s in sources)


def _of_a_body(source: Source) -> bool:
    if source.public is False or source.named == "anonymous":
        return False
    return source.kind in _BODIES or (source.kind in _OFFICES and source.named == "role")


def reliability(grades: Iterable[Decision]) -> dict[str, str]:
    """The letter of each graded source by its name, from the decisions in force, the earliest first."""
    return {made.subject.removeprefix(SOURCE): str(made.value["reliability"]) for made in grades}
