"""Figures of one thing set side by side: which grew, which cannot both hold."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportedly.languages import codes, fold, lexicon
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.geo import finest, holds, spots
from reportedly.lineage.origins import Origins, vaguely
from reportedly.lineage.things import known_things
from reportedly.lineage.times import window
from reportedly.lineage.values import INF, meet, point
from reportedly.lineage.voices import side_of

GROWING = ("killed", "injured", "missing", "displaced", "evacuated", "harm", "other.violation", "intercepted")
"""Topics whose counts are expected to rise as an incident becomes known."""
PLACED = ("intercepted", "launched")
OTHER_SIDE = {"RU": "UA", "UA": "RU"}
DAY = 24.0
TELLING = 10.0
"""Smaller tolls of two places are equal by chance."""
FAR = 5.0
"""How many times lower a later toll of one report is where it is of another attack."""


class Key(NamedTuple):
    """What figures must share to be compared."""

    topic: str
    part: str | None
    place: str | None
    actor: str | None


class Series(NamedTuple):
    """Comparable figures of one incident by time of telling; ``times`` gives the as-of span (hours) of each."""

    key: Key
    figures: tuple[Figure, ...]
    times: tuple[tuple[float, float], ...]

    def as_of(self, figure: Figure) -> tuple[float, float]:
        return self.times[self.figures.index(figure)]


@lru_cache(maxsize=8)
def _patterns(name: str) -> dict[str, re.Pattern[str]]:
    return {code: re.compile(getattr(lexicon(code, "episodes"), name)) for code in codes()}


def as_recalled(account: Account) -> bool:
    """Whether the words give a figure as one of before."""
    return says(account, "EARLIER")


def says(account: Account, name: str) -> bool:
    """Whether a cue list matches in the sentence up to the end of the claim."""
    pattern = _patterns(name).get(account.claim.language or account.reading.report.language or "")
    text = account.reading.report.text
    stop = max(text.rfind(".", 0, account.claim.start), text.rfind("\n", 0, account.claim.start)) + 1
    return bool(pattern and pattern.search(fold(text[stop : account.claim.end])))


def _key(figure: Figure) -> Key:
    claim = figure.account.claim
    place, actor = figure.place, None
    parts = any(q.place for q in claim.quantities)
    if figure.topic.startswith(PLACED) and place is None and not parts and len(claim.places) <= 2:
        fine = finest(claim.places)
        place = fine.name if fine is not None and fine.kind != "country" else None
    if figure.topic.startswith("harm") and place is None:
        fine = finest(claim.places)
        single = len(spots(claim)) == 1 and fine is not None and fine.kind in ("district", "facility")
        single = single and (fine is None or fine.span is None or claim.start <= fine.span[0] < claim.end)
        place = fine.name if fine is not None and single else None
    if figure.topic.startswith((*PLACED, "other")):
        actor = (claim.actor.side or side_of(claim.actor.name)) if claim.actor else None
        if figure.topic == "other.violation":  # nobody counts breaches of its own
            actor = OTHER_SIDE.get(figure.account.voice.side or "", actor)
    return Key(figure.topic, figure.part, place, actor)


def counted(account: Account) -> bool:
    """Whether a claim gives a count that somebody stands by: no model, no denial, no forecast."""
    if account.claim.polarity != "affirmed" or account.claim.event in ("assessment", "statement", "response"):
        return False
    return not says(account, "MODEL")


def series(case: Case) -> tuple[Series, ...]:
    """The comparable figures of a case; a single victim told of beside a toll is no toll."""
    rooms: dict[Key, list[Figure]] = defaultdict(list)
    for f in case.figures:
        if counted(f.account) and f.part != "part":
            rooms[_key(f)].append(f)
    out = []
    for key, figures in sorted(rooms.items(), key=lambda kv: tuple(str(x) for x in kv[0])):
        top = max(point(f.range) for f in figures)
        kept = [f for f in figures if (top < 3 or point(f.range) > 1) and not _another(f, figures)]
        kept.sort(key=lambda f: (f.account.told, f.account.report, f.account.order))
        out.append(Series(key, tuple(kept), _times(kept)))
    return tuple(out)


def lost_scope(case: Case, origins: Origins, figure: Figure) -> Figure | None:
    """The part of which a relay made a whole: its speaker gave this number in another report, not later, and for a
    part alone ("9 in hospital", passed on as "9 injured"). ``None`` if the number was given for all as well."""
    a = figure.account
    if figure.part is not None or not a.claim.sources or figure.range.low != figure.range.high or as_recalled(a):
        return None
    same = [
        f
        for f in case.figures
        if (f.topic, f.place, f.range) == (figure.topic, figure.place, figure.range)
        and f.account.report != a.report
        and f.account.told <= a.told
        and f.account.claim.polarity == "affirmed"
        and origins[f.account] == origins[a]
    ]
    return next(iter(same), None) if all(f.part is not None for f in same) else None


def moved_scope(board: Board, case: Case, figure: Figure) -> Figure | None:
    """The toll of a wider or another place that a relay gives for this one: its speaker told it so in another report,
    not later, and never for this place ("61 in the Gaza Strip", passed on as 61 in one town)."""
    a = figure.account
    if not a.claim.sources or figure.part is not None or point(figure.range) < TELLING or as_recalled(a):
        return None
    mine = [f for f in case.figures if (f.topic, f.range) == (figure.topic, figure.range) and _as_early(f, figure)]
    day = int(a.told // DAY)
    same = (f for d in (day - 1, day) for f in board.tolls.get((figure.topic, figure.range.low, d), ()))
    there = [f for f in same if f.range == figure.range and _as_early(f, figure) and _of_wider(f.account, a)]
    return there[0] if there and not any(f.account.claim.incident == a.claim.incident for f in mine) else None


def _as_early(f: Figure, figure: Figure) -> bool:
    one, two = f.account, figure.account
    return one.report != two.report and one.told <= two.told and one.voice.key == two.voice.key


def _of_wider(wide: Account, fine: Account) -> bool:
    """Whether an account is of another happening, in a place around that of the other."""
    if wide.claim.incident == fine.claim.incident:
        return False
    outer, inner = finest(wide.claim.places), finest(fine.claim.places)
    return outer is not None and inner is not None and holds(outer, inner)


def in_scope(board: Board, case: Case, s: Series, origins: Origins) -> Series:
    """A series without the figures that lost their scope on the way: they say nothing of the whole, or of here."""
    kept = [
        i
        for i, f in enumerate(s.figures)
        if lost_scope(case, origins, f) is None and moved_scope(board, case, f) is None
    ]
    return Series(s.key, tuple(s.figures[i] for i in kept), tuple(s.times[i] for i in kept))


def _another(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a toll is of something else: far below one that the same report gave before it, and none of before."""
    if not figure.topic.startswith(("killed", "injured", "other")) or as_recalled(figure.account):
        return False
    a = figure.account
    return any(
        f.account.report == a.report and f.account.order < a.order and point(figure.range) * FAR <= point(f.range)
        for f in figures
    )


def _times(figures: Sequence[Figure]) -> tuple[tuple[float, float], ...]:
    """As of when each figure holds: from the first telling of this value by this voice to the present telling.

    A figure recalled as one of before holds from any time; a report dated to the day was told within it.
    """
    out = []
    for f in figures:
        same = [g for g in figures if g.range == f.range and g.account.voice.key == f.account.voice.key]
        first = min(same, key=lambda g: (g.account.told, g.account.since))
        start, end = first.account.since, first.account.told
        out.append((0.0 if as_recalled(f.account) else start, end))
    return tuple(out)


def official(account: Account) -> bool:
    """Whether somebody who counts, or a report that passes a count on without doubt, stands behind a figure."""
    voice = account.voice
    if account.claim.certainty == "possible" or voice.kind in ("channel", "anonymous", "witness"):
        return False
    return voice.named or voice.state or voice.kind in ("official", "military", "company", "ngo", "organisation")


def outside(account: Account) -> bool:
    """A body that counts for itself: United Nations monitors, aid groups."""
    name = fold(account.voice.name)
    return account.voice.kind in ("ngo", "organisation") or name.startswith(("un ", "united nations"))


def grew(s: Series, a: Figure, b: Figure) -> bool:
    """Whether the larger of two figures updates the smaller: told later, by an authority too."""
    low, high = (a, b) if point(a.range) <= point(b.range) else (b, a)
    if point(high.range) <= point(low.range) or low.topic.endswith(".military"):
        return False
    kind, _, sort = low.topic.partition(".")
    if not low.topic.startswith(GROWING) or (kind == "harm" and sort not in known_things()):
        return False
    if low.account.voice.key != high.account.voice.key:
        if official(low.account) and not official(high.account):
            return False  # a channel's larger count updates no authority's
        if not official(low.account) and not (_later(low, high) and low.range.low > 0 and high.range.low > 0):
            return False
        if outside(low.account) != outside(high.account) and not _also_official(s, high):
            return False
    if low.account.report == high.account.report and low.account.order > high.account.order:
        return as_recalled(low.account)
    if not (low.account.told and high.account.told):
        return True  # a report without a date may be the later one
    return s.as_of(low)[0] <= s.as_of(high)[1]


def _later(low: Figure, high: Figure) -> bool:
    """Told in another report that certainly came out later."""
    return low.account.report != high.account.report and low.account.told < high.account.since


def _also_official(s: Series, figure: Figure) -> bool:
    """Whether an authority of the place gives an outside body's figure as well, or one above it."""
    return any(not outside(f.account) and point(f.range) >= point(figure.range) for f in s.figures)


def _same_span(a: Figure, b: Figure) -> bool:
    """Whether two counts of acts cover the same hours, as far as known."""
    x, y = window(a.account.claim.time), window(b.account.claim.time)
    if x is None or y is None or a.topic in ("killed", "injured", "missing") or a.topic.startswith("harm"):
        return True
    return abs(x.start - y.start) <= DAY / 2 and abs(x.end - y.end) <= DAY / 2


def clash(s: Series, a: Figure, b: Figure, origins: Origins) -> bool:
    """Whether two figures cannot both hold and none updates the other."""
    if meet(a.range, b.range) or vaguely(a) or vaguely(b) or grew(s, a, b) or not _same_span(a, b):
        return False
    if a.topic.startswith(("other", "harm")) and a.topic.partition(".")[2] not in known_things():
        return False
    same = origins[a.account] == origins[b.account]
    if same and a.part in ("hospital", "serious"):
        return False  # how many are still in hospital falls as well as rises
    if same and (a.account.report == b.account.report or a.topic.startswith(PLACED)):
        return False
    return a.range.high < INF or b.range.high < INF


def clashes(s: Series, origins: Origins) -> tuple[tuple[Figure, Figure], ...]:
    f = s.figures
    return tuple((x, y) for i, x in enumerate(f) for y in f[i + 1 :] if clash(s, x, y, origins))


def accounts(figures: Sequence[Figure]) -> tuple[Account, ...]:
    return tuple(f.account for f in figures)
