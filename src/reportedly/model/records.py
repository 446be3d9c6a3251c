"""All records of the house. Field by field they follow the claim schema; order is the order of the published JSON."""

from typing import Any, TypeAlias

from msgspec import Struct

from reportedly.model.terms import (
    Bound,
    Certainty,
    ComparisonKind,
    EventType,
    Named,
    PlaceKind,
    PlaceRole,
    Polarity,
    Precision,
    QuantityOf,
    Relation,
    Scope,
    Severity,
    SourceAct,
    SourceKind,
    TargetKind,
    WeaponType,
)

Span: TypeAlias = tuple[int, int]
"""Half-open interval of code points in ``Report.text``."""


class Report(Struct, frozen=True, kw_only=True):
    """One published text, as it was read.

    ``published`` is an ISO date or date-time with its UTC offset where known; ``captured`` an ISO date-time in UTC;
    ``sha256`` the hex digest of the raw bytes; ``forwarded_from`` the channel named at the head of a forwarded post.
    """

    id: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    text: str
    captured: str | None = None
    sha256: str | None = None
    revision_of: str | None = None
    forwarded_from: str | None = None


class Mention(Struct, frozen=True, kw_only=True):
    """A labelled stretch of text. ``kind`` names the lexicon or finder, ``label`` what it says about the words."""

    kind: str
    start: int
    end: int
    label: str | None = None


class Source(Struct, frozen=True, kw_only=True):
    """One link of a chain of attribution. ``act``, ``certainty`` and ``polarity`` are those of this link alone."""

    name: str
    kind: SourceKind | None = None
    cue: str | None = None
    act: SourceAct | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    named: Named | None = None
    side: str | None = None
    public: bool | None = None
    span: Span | None = None
    confidence: float | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """Who did it."""

    name: str
    side: str | None = None
    public: bool | None = None
    span: Span | None = None
    confidence: float | None = None


class Target(Struct, frozen=True, kw_only=True):
    """What it was done to."""

    name: str
    kind: TargetKind
    public: bool | None = None
    span: Span | None = None
    confidence: float | None = None


class Weapon(Struct, frozen=True, kw_only=True):
    """A kind of weapon; ``name`` the canonical model, ``count`` only where the text gives one exact number."""

    type: WeaponType
    name: str | None = None
    count: int | None = None
    span: Span | None = None
    confidence: float | None = None


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that a toponym could stand for, and why."""

    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    confidence: float | None = None
    reason: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """A place of a claim. ``name`` is ``None`` where no place is known by this name: never the nearest name instead."""

    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind | None = None
    role: PlaceRole | None = None
    geonameid: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    candidates: tuple[Candidate, ...] = ()
    disputed: bool | None = None
    span: Span | None = None
    confidence: float | None = None


class TimeSpan(Struct, frozen=True, kw_only=True):
    """An interval of ISO dates (or local date-times where precision is minute or hour), both ends inclusive."""

    text: str
    start: str
    end: str
    precision: Precision
    span: Span | None = None
    confidence: float | None = None


class Said(Struct, frozen=True, kw_only=True):
    """When a claim was asserted or as of when it holds; never the time of the event."""

    text: str
    start: str | None = None
    end: str | None = None


class Quantity(Struct, frozen=True, kw_only=True):
    """A figure: exact ``value``, or ``low``/``high``. ``part_of`` is the index of the total in the same claim."""

    of: QuantityOf
    item: str | None = None
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    place: str | None = None
    text: str
    bound: Bound | None = None
    scope: Scope | None = None
    part_of: int | None = None
    whom: str | None = None
    side: str | None = None
    span: Span | None = None
    confidence: float | None = None


class Comparison(Struct, frozen=True, kw_only=True):
    """A superlative, ordinal, rarity, trend or share, and the words that bound it."""

    kind: ComparisonKind
    scope: str
    span: Span | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """One proposition about the world as one chain of sources puts it; ``start``/``end`` hold the evidence."""

    id: str
    start: int
    end: int
    sources: tuple[Source, ...] = ()
    polarity: Polarity
    certainty: Certainty
    event: EventType
    actor: Actor | None = None
    target: Target | None = None
    weapons: tuple[Weapon, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeSpan | None = None
    quantities: tuple[Quantity, ...] = ()
    comparison: Comparison | None = None
    said: Said | None = None
    language: str | None = None
    confidence: float | None = None
    method: str | None = None
    version: str | None = None
    incident: str | None = None


class Position(Struct, frozen=True, kw_only=True):
    """One side of a finding: a value, who holds it, and in which claims."""

    value: str
    by: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Coverage(Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """What a check was run against: first and last date, and number of rows; zero rows = nothing to compare with."""

    start: str | None = None
    end: str | None = None
    rows: int = 0


class Finding(Struct, frozen=True, kw_only=True):
    """What a careful editor must see. ``claims`` is the smallest set needed to see it (``report#claim``)."""

    kind: str
    relation: Relation | None = None
    attribute: str | None = None
    severity: Severity
    claims: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    code: str
    params: dict[str, Any] = {}
    explanation: str
    coverage: Coverage | None = None


class Edge(Struct, frozen=True, kw_only=True):
    """A link of descent between two reports or claims, with the evidence for it; ``params`` is what it is made of."""

    child: str
    parent: str
    kind: str
    evidence: str
    params: dict[str, Any] = {}
    weight: float | None = None


class Incident(Struct, frozen=True, kw_only=True):
    """One happening in the world as its claims tell it (``report#claim``); ``part_of`` a wave or a night's tally."""

    id: str
    claims: tuple[str, ...]
    reports: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    place: Place | None = None
    part_of: str | None = None


class Decision(Struct, frozen=True, kw_only=True):
    """What a person decided; no machine run ever overwrites one."""

    id: str
    kind: str
    subject: str
    value: dict[str, Any] = {}
    by: str
    at: str
    reason: str | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """A report with its claims, and, where checked, its findings."""

    report: Report
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
