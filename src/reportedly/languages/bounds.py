"""Bounds and ranges of numbers: "more than 60", "от 3 до 5", "at least 13 and as many as 46"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reportedly.languages.number_tables import Number, Raw, Tables


def bounded(raws: list[Raw], folded: str, t: Tables) -> Iterator[Number]:
    k = 0
    while k < len(raws):
        raw = raws[k]
        following = raws[k + 1] if k + 1 < len(raws) else None
        if following is not None and (found := _range(raw, following, folded, t)):
            yield found
            k += 2
            continue
        number = _single(raw, folded, t)
        if following is not None and (both := _bounds_of_both(number, following, folded, t)):
            yield both
            k += 2
            continue
        yield number
        k += 1


def _range(a: Raw, b: Raw, folded: str, t: Tables) -> Number | None:
    if a.value is None or b.value is None or a.ordinal or b.ordinal or b.start - a.end > 8:
        return None
    between = folded[a.end : b.start]
    head = t.range_before.search(folded, max(0, a.start - 10), a.start)
    grown = t.growth.search(folded, max(0, a.start - 30), a.start)
    if head and t.range_between.fullmatch(between) and not grown:
        start = head.start()
    elif t.range_plain.fullmatch(between) and not grown:
        start = a.start
    else:
        return None
    low = a.value if a.word else _in_the_unit_of(a.value, b.value)
    if low >= b.value:
        return None
    before = t.before.search(folded, max(0, start - 24), start)
    return Number(
        start=a.start,
        end=b.end,
        low=low,
        high=b.value,
        bound="range",
        text_start=before.start() if before else start,
        text_end=b.end,
        word=a.word,
    )


def _in_the_unit_of(low: float, high: float) -> float | int:
    """ "60-100 thousand" begins at 60 thousand: the lower bound in thousands, millions ... of the upper one."""
    scale = next((s for s in (10**9, 10**6, 10**3) if high >= s and high % s == 0 and low * s < high), 1)
    return low * scale


def _bounds_of_both(a: Number, following: Raw, folded: str, t: Tables) -> Number | None:
    """ "At least 13 and as many as 46": one range."""
    if a.bound not in ("at_least", "more_than") or following.value is None or following.start - a.end > 24:
        return None
    b = _single(following, folded, t)
    if b.bound != "at_most" or not re.fullmatch(r",?\s*(?:and|but|и|но|та|і|але)?\s*", folded[a.end : b.text_start]):
        return None
    if a.low is None or b.high is None or a.low >= b.high:
        return None
    return replace(a, end=b.end, high=b.high, bound="range", text_end=b.text_end)


def _single(raw: Raw, folded: str, t: Tables) -> Number:
    if raw.ordinal:
        return Number(
            start=raw.start,
            end=raw.end,
            value=raw.value,
            text_start=raw.start,
            text_end=raw.end,
            ordinal=True,
            word=raw.word,
        )
    start, end, bound = raw.start, raw.end, "exact"
    m = t.before.search(folded, max(0, raw.start - 30), raw.start)
    if m and not (m.lastgroup == "at_most" and _grown(m, raw, folded, t)):
        start, bound = m.start(), str(m.lastgroup)
    m = t.after.match(folded, raw.end)
    if m:
        end, bound = m.end(), "at_least"
    low, high = raw.vague or (raw.value, raw.value)
    place = {"text_start": start, "text_end": end, "start": raw.start, "end": raw.end, "word": raw.word}
    if bound in ("at_least", "more_than"):
        return Number(low=low, bound=bound, **place)  # type: ignore[arg-type]
    if bound == "at_most":
        return Number(high=high, bound="at_most", **place)  # type: ignore[arg-type]
    if raw.vague:
        return Number(low=low, high=high, bound="vague", **place)  # type: ignore[arg-type]
    return Number(value=raw.value, bound="about" if bound == "about" else "exact", **place)  # type: ignore[arg-type]


def _grown(bound: re.Match[str], raw: Raw, folded: str, t: Tables) -> bool:
    """Whether "до 35" names the new figure ("выросло до 35", "До двух выросло число"), not a bound."""
    if bound.group().strip() not in ("до", "up to"):
        return False
    return bool(t.growth.search(folded, max(0, bound.start() - 34), bound.start())) or bool(
        re.match(rf"\s*(?:\w+\s+)?{t.lex.GROWTH}", folded[raw.end : raw.end + 40])
    )
