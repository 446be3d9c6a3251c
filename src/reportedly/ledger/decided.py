"""Decisions that go with an erasure, beside those that keep where a claim of the report stood.

The release of a person's name, or the grade of a source, is about no report; what it names can be there no longer.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from reportedly.ledger import log
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.tables import decisions, names

_PERSON, _SOURCE, _DECISION = "person:", "source:", "decision:"


def is_one(name: str) -> bool:
    """Whether an id is that of a decision (``decision:ID``)."""
    return name.startswith(_DECISION)


def entry_of(connection: Connection, name: str) -> int:
    """The entry of a decision (``decision:ID``).

    Raises ``LedgerError`` where there is none, and for what was decided on a reading: the tables follow from it.
    """
    wanted = select(decisions.c.since, decisions.c.subject).where(decisions.c.id == name.removeprefix(_DECISION))
    found = connection.execute(wanted).first()
    if found is None:
        raise LedgerError(f"{name}: no such decision")
    if found.subject.startswith("reading:"):
        raise LedgerError(f"{name}: about a reading, which goes with its report only")
    return int(found.since)


def naming(connection: Connection, reports: tuple[str, ...], gone: Iterable[int]) -> set[int]:
    """Decisions about a person whom the reports name in entries that go, or about a source that no other names."""
    texts = [text.casefold() for seq in gone for text in _texts(log.content(connection, seq) or {})]
    about = select(decisions.c.since, decisions.c.subject)
    people = connection.execute(about.where(decisions.c.subject.startswith(_PERSON))).all()
    found = {p.since for p in people if any(p.subject.removeprefix(_PERSON).casefold() in text for text in texts)}
    named = select(names.c.name).where(names.c.report.in_(reports)).distinct()
    for name in connection.execute(named).scalars().all():
        others = select(names.c.report).where(names.c.name == name, names.c.report.not_in(reports)).limit(1)
        if connection.execute(others).scalar() is None:
            found.update(connection.execute(about.where(decisions.c.subject == f"{_SOURCE}{name}")).scalars())
    return found


def undos(connection: Connection, gone: Iterable[int]) -> set[int]:
    """What undid decisions of some entries, what undid that, and so on: its reason can tell what it was about."""
    found: set[int] = set()
    some = set(gone)
    while some:
        ids = connection.execute(select(decisions.c.id).where(decisions.c.since.in_(some))).scalars().all()
        subjects = [f"{_DECISION}{id}" for id in ids]
        later = select(decisions.c.since).where(decisions.c.subject.in_(subjects))
        some = set(connection.execute(later).scalars()) - found
        found |= some
    return found


def _texts(content: dict[str, object]) -> Iterator[str]:
    """The words of a report, or of a person's claim, in the content of its entry."""
    for part in (content.get("report"), content.get("claim")):
        if isinstance(part, dict):
            yield from (str(part[name]) for name in ("text", "title", "quote", "note") if part.get(name))
