"""THE gate. Every claim that leaves the reviewer's desk goes through `pass_through`; there is no second way out.

What it holds to, whatever the caller wants:

- a claim about a military target waits 12 hours after the event, about a civilian one 3 hours; facilities, deployments
  and places that something moves toward, from or over wait the longer time; a pack can lengthen, nobody can shorten;
- a claim whose target or time is unknown is held until an editor says what it is;
- no place is finer than the claim or 1 km, and nothing ever connects places;
- people are masked unless they are office holders in a pack or were released by an editor with a reason;
- what an editor hid or rejected stays in.

It is a pure function of the claims, the decisions handed in, and the time.
"""

from collections.abc import Iterable, Set
from datetime import UTC, datetime
from hashlib import sha256

from msgspec import Struct

from reportedly.lineage.embargo import over, wait_of
from reportedly.model import Claim, Quantity, Report, Source
from reportedly.publish.persons import Masks
from reportedly.publish.places import Coarse, coarse
from reportedly.publish.rules import LEAST_KM, Rules


class Item(Struct, frozen=True, kw_only=True):
    """A claim that wants out: its report, and whether an editor hid it (hidden, or rejected).

    ``person``: a person put it on record; then its publisher is whoever told it, and masked like a source.
    """

    report: Report
    claim: Claim
    hidden: bool = False
    person: bool = False

    @property
    def ref(self) -> str:
        """``report#claim``."""
        return f"{self.report.id}#{self.claim.id}"


class Figure(Struct, frozen=True, kw_only=True):
    """A quantity without the words of the report."""

    of: str
    item: str | None
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: str | None
    place: str | None


class Published(Struct, frozen=True, kw_only=True):
    """A claim as others may see it. No words of the report: they can say what the fields do not."""

    ref: str
    publisher: str | None
    url: str | None
    published: str | None
    event: str
    polarity: str
    certainty: str
    sources: tuple[str, ...]
    actor: str | None
    target: str | None
    target_kind: str
    weapons: tuple[str, ...]
    places: tuple[Coarse, ...]
    start: str
    end: str
    precision: str
    figures: tuple[Figure, ...]
    incident: str | None


class Held(Struct, frozen=True, kw_only=True):
    """A claim that stays in: why, and until when (ISO, UTC) where time alone will let it out."""

    ref: str
    why: str
    until: str | None = None


class Gated(Struct, frozen=True, kw_only=True):
    """What passes and what is held; every claim that went in is in one of both."""

    passed: tuple[Published, ...]
    held: tuple[Held, ...]


def pass_through(
    items: Iterable[Item], now: datetime, rules: Rules | None = None, released: Set[str] = frozenset()
) -> Gated:
    """Sort claims into what may be published now, coarsened and masked, and what is held and why.

    ``released``: names of people that an editor released. Raises ``ValueError`` for a ``now`` without an offset.
    """
    if now.tzinfo is None:
        raise ValueError("now needs its offset from UTC")
    present, bound, masks = now.astimezone(UTC), rules or Rules(), Masks(released)
    passed: list[Published] = []
    held: list[Held] = []
    for item in items:
        kept = _held(item, present, bound)
        if kept is None:
            passed.append(_published(item, bound, masks))
        else:
            held.append(kept)
    return Gated(passed=tuple(passed), held=tuple(held))


def _held(item: Item, now: datetime, rules: Rules) -> Held | None:
    if item.hidden:
        return Held(ref=item.ref, why="hidden or rejected by an editor")
    wait = wait_of(item.claim)
    if wait is None:
        return Held(ref=item.ref, why="target unknown")
    ended = over(item.claim, item.report)
    if ended is None:
        return Held(ref=item.ref, why="time unknown")
    until = ended + rules.wait(wait)
    if until > now:
        return Held(ref=item.ref, why=f"embargo ({wait})", until=until.isoformat(timespec="seconds"))
    return None


def _published(item: Item, rules: Rules, masks: Masks) -> Published:
    claim, report = item.claim, item.report
    assert claim.target is not None and claim.time is not None  # else it was held
    known = (coarse(place, max(rules.coarse_km, LEAST_KM)) for place in claim.places)
    return Published(
        ref=item.ref,
        publisher=_teller(item, masks),
        url=None if item.person else report.url,
        published=report.published,
        event=claim.event,
        polarity=claim.polarity,
        certainty=claim.certainty,
        sources=tuple(masks.source(source) for source in claim.sources),
        actor=masks.actor(claim.actor),
        target=masks.target(claim.target),
        target_kind=claim.target.kind,
        weapons=tuple(weapon.name or weapon.type for weapon in claim.weapons),
        places=tuple(place for place in known if place is not None),
        start=claim.time.start,
        end=claim.time.end,
        precision=claim.time.precision,
        figures=tuple(_figure(quantity) for quantity in claim.quantities),
        incident=opaque(claim.incident),
    )


def _teller(item: Item, masks: Masks) -> str | None:
    name = item.report.publisher
    return masks.source(Source(name=name, kind="witness", named="name")) if item.person and name else name


def opaque(incident: str | None) -> str | None:
    """Claims of one incident bear the same sign; its label could tell the place of a claim that is held."""
    return None if incident is None else sha256(incident.encode()).hexdigest()[:12]


def _figure(quantity: Quantity) -> Figure:
    return Figure(
        of=quantity.of,
        item=quantity.item,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        place=quantity.place,
    )
