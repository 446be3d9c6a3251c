"""Figures of an incident: who gave which when, and low, best and high by the rules of those who code conflict data.

Nothing here sets a figure. Each estimate carries the rule that gives it:

``ucdp.low`` / ``ucdp.best`` / ``ucdp.high``  the lowest, the most trustworthy and the highest figure that somebody
    named stands behind (UCDP GED codebook: a reported range, no confidence interval); best = the last count of a body
    that counts for itself, else of an authority.
``acled.conservative``  the lowest of each speaker's last figure (ACLED codebook: the most conservative estimate).
``last_official``  the last figure of an authority.
"""

from collections.abc import Iterable, Sequence

import msgspec

from reportedly.incidents.stemma import Legs, legs
from reportedly.lineage.board import Account, Case, Figure
from reportedly.lineage.origins import Origins
from reportedly.lineage.series import Series, as_recalled, official, outside, series
from reportedly.lineage.values import INF, point, spelled
from reportedly.model import Edge


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a figure. ``at``: ISO date or date-time of the report; ``recalled``: a figure of before."""

    claim: str
    report: str
    at: str | None
    by: str
    side: str | None = None
    low: float
    high: float | None
    text: str
    recalled: bool = False


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """A number and the rule that gives it; ``claim`` is where it was said."""

    rule: str
    value: float
    by: str
    claim: str


class FigureHistory(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of an incident: ``topic`` is what it counts (``killed``, ``injured``, ``harm.aircraft`` ...)."""

    topic: str
    part: str | None = None
    place: str | None = None
    timeline: tuple[Told, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    legs: Legs


def _told(figure: Figure) -> Told:
    a, r = figure.account, figure.range
    return Told(
        claim=a.ref,
        report=a.report,
        at=a.reading.report.published if a.told else None,
        by=a.voice.name,
        side=a.voice.side,
        low=r.low,
        high=None if r.high == INF else r.high,
        text=spelled(r),
        recalled=as_recalled(a),
    )


def _last(figures: Iterable[Figure]) -> Figure | None:
    """The last figure told, recalled ones first of all."""
    return max(figures, key=lambda f: (not as_recalled(f.account), f.account.told, point(f.range), f.ref), default=None)


def _own_words(figures: Sequence[Figure]) -> list[Figure]:
    """A speaker's figures: a relay that gives less than the speaker's own report did misquotes and is left out."""
    own = [f for f in figures if not f.account.claim.sources]
    if not own:
        return list(figures)
    most = max(point(f.range) for f in own)
    return [*own, *(f for f in figures if f.account.claim.sources and point(f.range) >= most)]


def _estimate(rule: str, figure: Figure | None) -> Iterable[Estimate]:
    if figure is not None:
        yield Estimate(rule=rule, value=point(figure.range), by=figure.account.voice.name, claim=figure.ref)


def estimates(s: Series) -> tuple[Estimate, ...]:
    """The estimates of one figure, each by its rule."""
    firm = [f for f in s.figures if official(f.account)]
    if not firm:
        return ()
    by_speaker: dict[str, list[Figure]] = {}
    for f in firm:
        by_speaker.setdefault(f.account.voice.key, []).append(f)
    lasts = [x for fs in by_speaker.values() if (x := _last(_own_words(fs))) is not None]
    firm = [f for fs in by_speaker.values() for f in _own_words(fs)]
    offices = [f for f in firm if f.account.voice.kind in ("official", "military") or f.account.voice.state]
    counters = [f for f in firm if outside(f.account)] or offices or firm
    return (
        *_estimate("ucdp.low", min(lasts, key=lambda f: (point(f.range), f.ref))),
        *_estimate("ucdp.best", _last(counters)),
        *_estimate("ucdp.high", max(firm, key=lambda f: (point(f.range), f.ref))),
        *_estimate("acled.conservative", min(lasts, key=lambda f: (point(f.range), f.ref))),
        *_estimate("last_official", _last(offices)),
    )


def histories(case: Case, origins: Origins, tree: Sequence[Edge]) -> tuple[FigureHistory, ...]:
    """The history of every figure that a case has."""
    return tuple(
        FigureHistory(
            topic=s.key.topic,
            part=s.key.part,
            place=s.key.place,
            timeline=tuple(_told(f) for f in s.figures),
            estimates=estimates(s),
            legs=legs(_accounts(s), origins, tree),
        )
        for s in series(case)
    )


def _accounts(s: Series) -> tuple[Account, ...]:
    return tuple({f.ref: f.account for f in s.figures}.values())
