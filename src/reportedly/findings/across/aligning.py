"""Whether two accounts in different reports tell one thing, though not in the same words.

Wording alone finds copies. A paraphrase, or a telling in another language, is aligned by what it tells: the event, its
figures, its place and its target. Points are bits as far as they can be counted: a figure says the more the larger and
the less round it is (`surprise`), 3 little and 17 much; words and target add what they share.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2

from reportedly.lineage.board import Account, Case
from reportedly.lineage.geo import closest, held
from reportedly.lineage.origins import figures_of, same_value
from reportedly.lineage.values import Range
from reportedly.lineage.wording import contained, shared, stems, words

ENOUGH = 7.0
"""Bits from which two accounts are taken to tell one thing: 17 and 45 in common, or 35 and most of the words."""
COPIED_WORDS = 8
COPIED_SHARE = 0.6
MOST_COMPARED = 200
"""Accounts of one incident beyond this are not compared word by word."""
MOST_SHARING = 40
"""Accounts of one figure beyond this, the latest, are not aligned with each other: the first of them suffice."""
WORDS = ("statement", "assessment")
_BY_WORDS, _BY_STEMS, _BY_TARGET, _BY_PLACE = 6.0, 3.0, 1.5, 1.0


def surprise(r: Range) -> float:
    """Bits of evidence in a shared figure: large and unround numbers are shared by chance more seldom."""
    value = r.low if r.low > 0 else r.high
    if value in (0.0, float("inf")):
        return 0.0
    plain = value
    while plain >= 10 and plain % 10 == 0:
        plain /= 10
    return log2(1.0 + plain)


def aligned(case: Case, a: Account, b: Account) -> float:
    """Bits that speak for one thing told twice; 0 where event, place or figures speak against it."""
    if a.claim.event != b.claim.event or a.claim.polarity != b.claim.polarity:
        return 0.0
    one, two = figures_of(case, a), figures_of(case, b)
    same = {x.range for x in one for y in two if same_value(x, y) and x.place == y.place}
    if one and two and not same:
        return 0.0
    near = closest(held(a.claim.places), held(b.claim.places))
    if near in ("apart", "near"):
        return 0.0
    bits = sum(map(surprise, same)) + (_BY_PLACE if near == "same" else 0.0)
    if a.claim.target is not None and b.claim.target is not None:
        bits += _BY_TARGET * (shared(stems(a.claim.target.name), stems(b.claim.target.name)) >= 0.5)
    alike = max(_BY_WORDS * contained(a.words, b.words), _BY_STEMS * shared(stems(a.words), stems(b.words)))
    return bits + alike


def pairs(case: Case) -> Iterator[tuple[Account, Account]]:
    """Accounts of different reports that tell one thing, the one told first before the other, each pair once."""
    told = sorted(
        (a for a in case.accounts if a.told and a.claim.event not in WORDS), key=lambda a: (a.told, a.report, a.order)
    )
    seen: set[tuple[str, str]] = set()
    for first, later in (*_copies(told), *_sharing(case, told)):
        if (first.ref, later.ref) not in seen:
            seen.add((first.ref, later.ref))
            yield first, later


def _copies(told: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    long = [a for a in told if len(words(a.words)) >= COPIED_WORDS][:MOST_COMPARED]
    for i, first in enumerate(long):
        for later in long[i + 1 :]:
            if first.report != later.report and contained(first.words, later.words) >= COPIED_SHARE:
                yield first, later


def _sharing(case: Case, told: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    rooms: dict[tuple[str, str, float], list[Account]] = defaultdict(list)
    for a in told:
        for key in {(a.claim.event, f.topic.removesuffix(".military"), f.range.low) for f in figures_of(case, a)}:
            rooms[key].append(a)
    for room in rooms.values():
        for i, first in enumerate(room[:MOST_SHARING]):
            for later in room[i + 1 : MOST_SHARING]:
                if first.report != later.report and aligned(case, first, later) >= ENOUGH:
                    yield first, later
