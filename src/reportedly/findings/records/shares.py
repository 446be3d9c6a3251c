"""Shares: "80 % of the drones were shot down", reckoned from the figures of the report; "a third of all missiles this
month", from a series.

What a share allows follows its words: a percentage its own rounding, a fraction in words 5 points either way, "almost"
10 points below, "more than" and "less than" one side.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reportedly.findings.context import evidence, in_order, language
from reportedly.findings.records.query import Outcome, Span
from reportedly.findings.records.spans import spans
from reportedly.findings.sameness import time_fits
from reportedly.findings.series import Asked, everything
from reportedly.findings.speakers import speaker
from reportedly.languages import fold, lexicon
from reportedly.lineage.things import munitions
from reportedly.model import Claim, Quantity, Reading
from reportedly.packs.records import Row, Series

_WORDED, _LOOSE, _BELOW = 0.05, 0.05, 0.1
_NEAR_BY = 6


class Share(Struct, frozen=True):
    """The share that words allow, 0 to 1, both ends included; ``end`` where they end in the scope."""

    low: float
    high: float
    end: int
    text: str


class Reckoned(Struct, frozen=True, kw_only=True):
    """A share set against figures: ``part`` of ``whole``, who gave them, and the claims that hold them."""

    outcome: Outcome
    share: Share
    sort: str
    part: float
    whole: float
    by: str
    claims: tuple[Claim, ...]
    others: tuple["Reckoned", ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def percent(self) -> str:
        """The share reckoned, in percent."""
        return f"{100 * self.part / self.whole:.1f}".removesuffix(".0")


class _Words(Struct, frozen=True):
    percent: re.Pattern[str]
    fractions: tuple[tuple[float, re.Pattern[str]], ...]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    downed: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(code: str) -> _Words:
    said = lexicon(code, "records")
    before = {"nearly": said.NEARLY, "over": said.OVER, "under": said.UNDER, "about": said.ABOUT}
    return _Words(
        percent=re.compile(rf"(?<![\w.,])(\d{{1,3}}(?:[.,]\d+)?) ?(?:{said.PERCENT})"),
        fractions=tuple((a / b, re.compile(rf"(?<!\w)(?:{p})(?!\w)")) for (a, b), p in said.FRACTIONS.items()),
        before=tuple((k, re.compile(rf"(?<!\w)(?:{p})\s+(?:чем |than )?$")) for k, p in before.items()),
        downed=re.compile(rf"(?<!\w)(?:{said.DOWNED})(?!\w)"),
    )


def share(words: str, code: str) -> Share | None:
    """The first share in folded words, ``None`` where there is none, or more than the whole."""
    said = _words(code)
    m = said.percent.search(words)
    if m is not None:
        value, step = float(m[1].replace(",", ".")) / 100, 0.0005 if re.search("[.,]", m[1]) else 0.005
    else:
        found = [(f.start(), value, f) for value, p in said.fractions if (f := p.search(words)) is not None]
        if not found:
            return None
        _, value, m = min(found, key=lambda x: x[0])
        step = _WORDED
    how = next((k for k, p in said.before if p.search(words[: m.start()])), "")
    low, high = _allowed(value, step, how)
    return Share(low, high, m.end(), words[: m.end()].strip()) if value <= 1 else None


def _allowed(value: float, step: float, how: str) -> tuple[float, float]:
    if how == "over":
        return value, 1.0
    if how == "under":
        return 0.0, value
    if how == "nearly":
        return max(0.0, value - _BELOW), value
    loose = _LOOSE if how == "about" else 0.0
    return max(0.0, value - step - loose), min(1.0, value + step + loose)


def reckoned(reading: Reading, series: Sequence[Series]) -> Iterator[Reckoned]:
    """Each share of munitions shot down, or of those of a month or year, for which figures are at hand."""
    for claim in in_order(reading):
        found = _reckoned(reading, claim, series)
        if found is not None:
            yield found


def _reckoned(reading: Reading, claim: Claim, series: Sequence[Series]) -> Reckoned | None:
    code, compared = language(reading), claim.comparison
    if code is None or compared is None or compared.kind != "share" or claim.polarity != "affirmed":
        return None
    scope, words = fold(compared.scope), evidence(reading, claim)
    said = share(scope, code)
    sorts = munitions(scope) or munitions(words)
    if said is None or len(sorts) != 1:
        return None
    sort = next(iter(sorts))
    published = (reading.report.published or "")[:10]
    span = spans(scope, code, published)[0] if published else Span("all", None, closed=False)
    if span.since is not None and span.label == "this":
        return _of_series(reading, claim, said, sort, span, series)
    if _words(code).downed.search(words) is None:
        return None
    pairs = [_pair(said, sort, claim, *pair) for pair in _pairs(reading, claim, sort, said)]
    if not pairs:
        return None
    first = pairs[0]
    others = {p.by: p for p in pairs[1:] if p.by != first.by and (p.part, p.whole) != (first.part, first.whole)}
    return replace(first, others=tuple(others.values()))


def _pair(said: Share, sort: str, claim: Claim, part: tuple[Claim, float], whole: tuple[Claim, float]) -> Reckoned:
    fits = said.low <= part[1] / whole[1] <= said.high
    return Reckoned(
        outcome="consistent" if fits else "contradicted",
        share=said,
        sort=sort,
        part=part[1],
        whole=whole[1],
        by=speaker(part[0]),
        claims=(claim, part[0], whole[0]),
    )


def _pairs(
    reading: Reading, claim: Claim, sort: str, said: Share
) -> Iterator[tuple[tuple[Claim, float], tuple[Claim, float]]]:
    """Shot down and launched, of one sort and one voice; those told nearest to the share first."""
    claims = in_order(reading)
    here = claims.index(claim)
    near = sorted(range(max(0, here - _NEAR_BY), min(len(claims), here + _NEAR_BY + 1)), key=lambda n: abs(n - here))
    told = [claims[n] for n in near if claims[n].polarity == "affirmed" and time_fits(claims[n], claim)]
    base = next((q for q in claim.quantities if _base(claim, q, said)), None)
    parts = [(c, v) for c in told for q in c.quantities if q is not base and (v := _figure(q, "intercepted", sort))]
    wholes = [(c, v) for c in told for q in c.quantities if q is not base and (v := _figure(q, "launched", sort))]
    if base is not None and base.value:
        wholes = [(claim, float(base.value))]
    for whole in wholes:
        for part in parts:
            one_voice = speaker(part[0]) == speaker(whole[0]) or base is not None
            if part[1] <= whole[1] and one_voice:
                yield part, whole


def _base(claim: Claim, q: Quantity, said: Share) -> bool:
    """Whether a figure stands right behind the share: "half of the 40 drones" has 40 for its whole."""
    span = claim.comparison.span if claim.comparison else None
    return bool(span and q.span and q.value and 0 <= q.span[0] - span[0] - said.end <= 12)


def _figure(q: Quantity, of: str, sort: str) -> float | None:
    if q.of != of or q.place is not None or q.value is None or munitions(q.item or "") != {sort}:
        return None
    return float(q.value)


def _of_series(
    reading: Reading, claim: Claim, said: Share, sort: str, span: Span, series: Sequence[Series]
) -> Reckoned | None:
    """This attack's munitions among those of the rows since then: what rows are missing can only make it less."""
    claims = in_order(reading)
    before = [c for c in claims[: claims.index(claim) + 1] if c.polarity == "affirmed"][-_NEAR_BY:]
    part = next(((c, v) for c in reversed(before) for q in c.quantities if (v := _figure(q, "launched", sort))), None)
    published = (reading.report.published or "")[:10]
    asked = Asked("launched", f"{sort}s", None, span.since, None)
    rows = tuple(r for r in everything([s for s in series if not s.marks], asked) if r.end <= published)
    if part is None or not rows:
        return None
    own = 0.0 if any(r.value == part[1] for r in rows) else part[1]
    whole = sum(r.value for r in rows) + own
    most = part[1] / whole
    return Reckoned(
        outcome="contradicted" if most < said.low else "consistent" if most <= said.high else "undecidable",
        share=said,
        sort=sort,
        part=part[1],
        whole=whole,
        by=speaker(part[0]),
        claims=(claim, part[0]),
        rows=rows,
    )
