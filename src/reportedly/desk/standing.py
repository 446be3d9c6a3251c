"""What is kept between requests and follows the log, so that an entry costs what it is about.

Nothing here is shown later than it is on record: whoever asks for the state after an entry gets that one.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from reportedly.desk.laid import Laid
from reportedly.findings import References
from reportedly.ledger import Changes, Ledger
from reportedly.lineage.voices import Voices
from reportedly.model import Reading

Kept = TypeVar("Kept")
_MOST = 500
"""Entries up to which it is cheaper to look at what they are about."""
_STATES = 24
"""States of which values are kept: requests that came a little earlier ask for an earlier one."""
_PEOPLE = ("decision", "claim", "erasure")


class Standing:
    """What is kept of a ledger, for all requests."""

    def __init__(self, ledger: Ledger, references: References) -> None:
        self._ledger = ledger
        self._references = references
        self._laid = _Followed(self._lay)
        self._numbers = _Followed(self._count)
        self._once: tuple[Hashable, Any] | None = None
        self._speakers = Voices((), references.side_of, references.own_voice)
        self._lock = threading.RLock()

    def laid(self, seq: int) -> Laid:
        """What people decided up to an entry, over the readings as of that entry."""
        return self._laid.at(seq)

    def numbers(self, seq: int) -> Changes:
        """How many of everything there are as of an entry, as the log has them."""
        return self._numbers.at(seq)

    def once(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is made of something that seldom changes; the last one is kept."""
        with self._lock:
            if self._once is None or self._once[0] != key:
                self._once = key, make()
            found: Kept = self._once[1]
            return found

    def speakers(self, names: Counter[Any]) -> Voices:
        """Who is called by which names, of all that were ever asked about."""
        with self._lock:
            self._speakers.meet(name for role, name, _ in names if role != "unknown")
            return self._speakers

    def _since(self, seq: int, last: int) -> tuple[set[str], set[str]] | None:
        """Kinds of the entries between two states, and the reports that they are about; ``None``: too many."""
        some = self._ledger.after(seq).entries(last, _MOST + 1)
        if len(some) > _MOST:
            return None
        return {entry.kind for entry, _ in some}, {name for _, about in some for name in about}

    def _lay(self, seq: int, before: tuple[int, Laid] | None) -> Laid:
        view = self._ledger.after(seq)
        if before is None:
            return Laid(view, self._references)
        last, laid = before
        since = self._since(seq, last)
        if since is None or "erasure" in since[0]:
            return Laid(view, self._references)
        kinds, about = since
        if laid.before:
            about |= {older for name in about for older in view.revisions(name)}
        same = kinds.isdisjoint(_PEOPLE) and about.isdisjoint(laid.before)
        if same and (not laid.labels or laid.labels.isdisjoint(view.lists.labels(about))):
            return laid
        known: dict[str, Reading] = {name: r for name, r in laid.before.items() if name not in about}
        return Laid(view, self._references, known=known)

    def _count(self, seq: int, before: tuple[int, Changes] | None) -> Changes:
        since = self._since(seq, before[0]) if before is not None else None
        view = self._ledger.after(seq)
        if before is None or since is None or "erasure" in since[0]:
            return view.lists.changes(0)
        more = view.lists.changes(before[0])
        return Changes(*(_sum(one, other) for one, other in zip(before[1], more, strict=True)))


class _Followed(Generic[Kept]):
    """A value of the states that were asked for last, each made from that of the nearest state before."""

    def __init__(self, make: Callable[[int, tuple[int, Kept] | None], Kept]) -> None:
        self._make = make
        self._kept: OrderedDict[int, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, seq: int) -> Kept:
        """The value as of an entry."""
        with self._lock:
            if seq not in self._kept:
                before = max((kept for kept in self._kept if kept < seq), default=None)
                self._kept[seq] = self._make(seq, None if before is None else (before, self._kept[before]))
                while len(self._kept) > _STATES:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(seq)
            return self._kept[seq]


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, int):
        return one + other
    found = Counter(one)
    found.update(other)
    for key in other:
        if not found[key]:
            del found[key]
    return found
