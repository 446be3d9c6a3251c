"""All accounts of each incident on one board: who said what, when, on whose word, with which figures."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reportedly.lineage.geo import held
from reportedly.lineage.things import MUNITIONS, thing
from reportedly.lineage.times import told_hour
from reportedly.lineage.values import Range, interval, military, part_named, point, subset
from reportedly.lineage.voices import Voice, Voices, side_of
from reportedly.model import Claim, Quantity, Reading

if TYPE_CHECKING:
    from reportedly.lineage.origins import Origins

DAY_END = 23.99
SHORT = 120
NIGHTLY = ("launched.", "intercepted.")
SORTS = ("worker", "passenger", "firefighter", "medic", "rescuer", "woman")
"""Parts that may as well be all who were harmed."""
TOWNS = " and "
"""Joins the names of towns that one toll is of."""
FAR = 3.0
"""A figure of one sort of people is no whole toll beside one so many times as high."""
PEOPLE = ("killed", "injured", "missing", "detained", "evacuated", "displaced")


class Sides(Protocol):
    """What is asked of the look-ups: the side of a name, the owner of a channel (`findings.References` has both)."""

    @property
    def side_of(self) -> Callable[[str], str | None] | None: ...

    @property
    def own_voice(self) -> Callable[[str], str | None] | None: ...


class Account(NamedTuple):
    """One claim on the board, told between ``since`` and ``told``: hours since 1970 in UTC; a bare date is a whole day.

    ``order`` sorts within one report.
    """

    ref: str
    reading: Reading
    claim: Claim
    voice: Voice
    told: float
    order: int
    since: float

    @property
    def report(self) -> str:
        return self.reading.report.id

    @property
    def words(self) -> str:
        return self.reading.report.text[self.claim.start : self.claim.end]


class Figure(NamedTuple):
    """One figure of an account: what it counts (``topic``), of whom (``part``), where, and its interval."""

    account: Account
    quantity: Quantity
    topic: str
    part: str | None
    place: str | None
    range: Range

    @property
    def ref(self) -> str:
        return self.account.ref


class Case(NamedTuple):
    """An incident with its accounts in the order in which they were told; its figures, also ``by_claim``."""

    incident: str
    accounts: tuple[Account, ...]
    figures: tuple[Figure, ...]
    by_claim: Mapping[str, tuple[Figure, ...]]

    @property
    def reports(self) -> frozenset[str]:
        return frozenset(a.report for a in self.accounts)


class Board(NamedTuple):
    cases: tuple[Case, ...]
    readings: tuple[Reading, ...]
    voices: Voices
    references: Sides | None
    origins: dict[str, "Origins"]
    """Filled by `origins.origins_of`, by incident."""
    nightly: Mapping[tuple[str, str], Sequence[tuple[Case, Figure]]]
    """The totals of weapons launched or shot down, by topic and speaker: what is compared from night to night."""
    tolls: Mapping[tuple[str, float, int], Sequence[Figure]]
    """All tolls of people by topic, lowest number and day of telling (days since 1970)."""


def _topic(quantity: Quantity, claim: Claim) -> str | None:
    """What a figure counts: people by fate, munitions by weapon and fate, things by name."""
    if quantity.of in PEOPLE:
        return f"{quantity.of}.military" if military(quantity) else quantity.of
    if quantity.of == "other" and military(quantity) and claim.event == "casualties":
        return "killed.military"
    what = thing(quantity.item)
    if quantity.of in ("hit", "damaged", "destroyed", "affected"):
        return f"{'hits' if what in MUNITIONS else 'harm'}.{what}" if what else None
    if quantity.of in ("launched", "intercepted", "other"):
        return f"{quantity.of}.{what}" if what else "other." if quantity.of == "other" else None
    if quantity.of in ("explosions", "area_m2"):
        return quantity.of if quantity.of == "explosions" else f"area_m2.{claim.event}"
    return None


def _figures(account: Account) -> Iterable[Figure]:
    totals: dict[str, float] = {}
    for q in account.claim.quantities:
        span, topic = interval(q), _topic(q, account.claim)
        if span is None or topic is None:
            continue
        part = subset(q) or _told_part(account, q) or ("part" if q.part_of is not None and q.place is None else None)
        if part == "worker" and "staff" in (part_named(account.words) or "").split("+"):
            part = "staff"  # "ten Relief International staff, all health workers"
        if part == "worker" and account.voice.kind in ("ngo", "organisation"):
            part = "staff"
        if part is None and q.place is None:
            if point(span) < totals.get(topic, 0.0):
                part = "part"  # "14 dead, six of them children": a smaller figure beside the total
            totals.setdefault(topic, point(span))
        yield Figure(account, q, topic, part, q.place, span)


def _told_part(account: Account, q: Quantity) -> str | None:
    """A part that only the words around a figure name: "nine deaths among its staff", "in hospitals: 115"."""
    first = all(o is q or not o.span or not q.span or o.span[0] > q.span[0] for o in account.claim.quantities)
    if not q.item and q.of == "injured" and q.span and first:
        named = part_named(account.reading.report.text[account.claim.start : q.span[0]])
        if named is not None and "hospital" in named.split("+"):
            return "hospital"
    if q.item or len(account.claim.quantities) > 1 or q.of not in PEOPLE or len(account.words) > SHORT:
        return None
    return "staff" if part_named(account.words) == "staff" else None


def _whole(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """ "Four passengers hurt" is the whole toll where the speaker gives no other; a part only beside a total."""
    totals = {(f.account.report, f.account.voice.key, f.topic) for f in figures if f.part is None}
    most: dict[str, float] = defaultdict(float)
    for f in figures:
        if f.part is None and f.account.claim.polarity == "affirmed":
            most[f.topic] = max(most[f.topic], point(f.range))
    return tuple(
        f._replace(part=None)
        if f.part in SORTS
        and (f.account.report, f.account.voice.key, f.topic) not in totals
        and most[f.topic] < FAR * point(f.range)
        else f
        for f in figures
    )


def _placed(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """A toll of another town than the one that most of them are about is a toll of that town; "in Dnipro" of Dnipro is
    the toll itself; one of two towns together is neither's.
    """
    towns = [_town(f) for f in figures]
    main = Counter(t for t in towns if t).most_common(1)
    if not main:
        return figures
    out = []
    for f, town in zip(figures, towns, strict=True):
        if f.place is None and town and town != main[0][0]:
            f = f._replace(place=town)
        elif f.place is not None and f.place == town == main[0][0]:
            f = f._replace(place=None)
        out.append(f)
    return tuple(out)


def _town(figure: Figure) -> str | None:
    """The one town that the claim of a toll is about."""
    if figure.quantity.of not in PEOPLE:
        return None
    named = {p.name for p in held(figure.account.claim.places, ("at", "over")) if p.kind == "settlement"}
    return TOWNS.join(sorted(n for n in named if n)) or None


def _telling(published: str | None) -> tuple[float, float]:
    """First and last hour at which a report can have come out; zeros where unknown."""
    hour = told_hour(published)
    if hour is None:
        return 0.0, 0.0
    return hour, hour if "T" in (published or "") else hour + DAY_END


def _of_strikers(accounts: Sequence[Account], figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Whom a striking side's forces say that they killed they take for enemy forces: no count of all."""
    strikers = {
        side
        for a in accounts
        if a.claim.event == "strike" and a.claim.actor is not None
        and (side := a.claim.actor.side or side_of(a.claim.actor.name))
        and side not in {p.country for p in a.claim.places}  # "a strike on Ukrainian officers" can name the wrong one
    }  # fmt: skip
    return tuple(
        f._replace(topic="killed.military")
        if f.topic == "killed" and f.account.voice.side in strikers and f.account.voice.kind == "military"
        else f
        for f in figures
    )


def build(readings: Sequence[Reading], references: Sides | None) -> Board:
    """The board of linked readings; claims without incident are left aside. Any order of readings gives the same."""
    side = references.side_of if references else None
    own = references.own_voice if references else None
    ordered = tuple(sorted(readings, key=lambda r: (_telling(r.report.published)[1], r.report.id)))
    voices = Voices(ordered, side, own)
    accounts: dict[str, list[Account]] = defaultdict(list)
    for reading in ordered:
        since, told = _telling(reading.report.published)
        for order, claim in enumerate(sorted(reading.claims, key=lambda c: (c.start, c.end, c.id))):
            if claim.incident:
                ref = f"{reading.report.id}#{claim.id}"
                accounts[claim.incident].append(
                    Account(ref, reading, claim, voices.of(reading, claim), told, order, since)
                )
    cases = []
    for incident in sorted(accounts):
        rows = tuple(accounts[incident])
        figures = _placed(_whole(tuple(f for a in rows for f in _figures(a))))
        figures = _of_strikers(rows, figures)
        by_claim: dict[str, tuple[Figure, ...]] = {}
        for f in figures:
            by_claim[f.ref] = (*by_claim.get(f.ref, ()), f)
        cases.append(Case(incident, rows, figures, by_claim))
    return Board(tuple(cases), ordered, voices, references, {}, _nightly(cases), _tolls(cases))


def _nightly(cases: Iterable[Case]) -> Mapping[tuple[str, str], Sequence[tuple[Case, Figure]]]:
    found: dict[tuple[str, str], list[tuple[Case, Figure]]] = defaultdict(list)
    for case in cases:
        for f in case.figures:
            if f.topic.startswith(NIGHTLY) and f.place is None and f.part is None:
                found[f.topic, f.account.voice.key].append((case, f))
    return found


def _tolls(cases: Iterable[Case]) -> Mapping[tuple[str, float, int], Sequence[Figure]]:
    found: dict[tuple[str, float, int], list[Figure]] = defaultdict(list)
    for case in cases:
        for f in case.figures:
            if f.quantity.of in PEOPLE and f.part is None and f.account.claim.polarity == "affirmed":
                found[f.topic, f.range.low, int(f.account.told // 24)].append(f)
    return found
