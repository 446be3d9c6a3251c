"""Everything that a ledger knows, linked and weighed anew; only what changed is put on record."""

import msgspec

from reportedly import pipeline
from reportedly.ledger import Ledger
from reportedly.review.people import person_readings


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """How many claims got another incident, and how many findings across reports came or went."""

    labels: int
    findings: int


def relink(ledger: Ledger) -> Changed:
    """Link and weigh all readings in force, and people's claims with them.

    Decisions are not touched and not looked at: they are laid over the result (`reviewed`).
    """
    linked = pipeline.link([*ledger.readings(), *person_readings(ledger)])
    labels = {f"{r.report.id}#{c.id}": c.incident for r in linked for c in r.claims}
    return Changed(labels=ledger.label(labels), findings=ledger.weigh(pipeline.weigh(linked)))
