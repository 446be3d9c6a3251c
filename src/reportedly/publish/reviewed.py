"""The gate over a ledger: what people left of it, and what of that may go out now."""

from datetime import UTC, datetime

from reportedly.ledger import View
from reportedly.publish.gate import Gated, Item, pass_through
from reportedly.publish.rules import Rules
from reportedly.review import Reviewed, reviewed


def published(view: View, rules: Rules | None = None, now: datetime | None = None) -> Gated:
    """What may be published of a ledger at ``now`` (the present).

    Of an earlier state too: what was hidden or taken back since stays in.
    """
    return gated(view, reviewed(view, view.present()), rules, now)


def gated(view: View, found: Reviewed, rules: Rules | None = None, now: datetime | None = None) -> Gated:
    """The same for a caller who has the view as people left it, with the decisions of the present."""
    people = view.lists.people([r.report.id for r in found.readings])
    items = (
        Item(
            report=r.report,
            claim=c,
            hidden=f"{r.report.id}#{c.id}" in found.hidden,
            person=r.report.id in people,
        )
        for r in found.readings
        for c in r.claims
    )
    return pass_through(items, now or datetime.now(UTC), rules, found.released)
