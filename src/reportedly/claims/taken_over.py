"""What a claim takes over from those before it where its words leave it out: place, weapon, what a number counts."""

from reportedly.claims import discourse, slots
from reportedly.claims.clauses import Clause
from reportedly.claims.frame import Frame
from reportedly.claims.things import Things
from reportedly.model import Claim, Place, Quantity, Source, Weapon
from reportedly.model.terms import EventType


def place(
    event: EventType, quantities: list[Quantity], chain: tuple[Source, ...], frame: Frame, before: list[Claim]
) -> list[Place]:
    """The place that a claim without one takes over; a tally only that of the same speaker's tally before it."""
    if not slots.tally(event, quantities):
        return frame.place_for(event)
    last = before[-1] if before else None
    if (
        last is None
        or not slots.tally(last.event, list(last.quantities))
        or [s.name for s in last.sources] != [s.name for s in chain]
    ):
        return []
    wide = tuple(p for p in last.places if p.kind in ("country", "region"))
    return Frame(places=wide[:1]).place_for(event)


_ENDS = frozenset(".!?\n")


def weapons(things: Things, event: EventType, start: int, before: list[Claim]) -> tuple[Weapon, ...]:
    """The weapons of a rumour that the same sentence denies: "talk of a drone strike, | which the mayor denied"."""
    last = before[-1] if before else None
    if last is None or last.event != event or not _ENDS.isdisjoint(things.report.text[last.end : start]):
        return ()
    return last.weapons


def figure(things: Things, part: Clause, event: EventType, before: list[Claim]) -> list[Quantity]:
    """A bare number ("others put it at 29") counts what the last figure of this event counted."""
    last = next((c.quantities[0] for c in reversed(before) if c.event == event and c.quantities), None)
    found = discourse.bare_number(things, part) if last else None
    if last is None or found is None:
        return []
    value, (start, end) = found
    text = things.report.text[start:end]
    return [Quantity(of=last.of, item=last.item, value=value, text=text, bound="exact", span=(start, end))]
