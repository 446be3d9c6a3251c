"""Values of one state of a ledger, kept until the ledger moves on, and made anew aside where they are dear.

A small ledger is always shown as it is. Where making everything anew takes longer than `QUICK`, pages go on showing the
state before while the next one is made in a thread of its own, so that nobody waits for what others bring in. What
people decide or erase is shown at once all the same, and nothing is let out on the ground of an older decision.
"""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from reportedly.ledger import View

Found = TypeVar("Found")
QUICK = 0.5
"""Seconds that a page may wait for new values."""
REST = 5.0
"""Between two states so many times as long as the last one took: a fifth of a core at most goes into them."""
_KEPT = 256
_NONE: Any = object()
_BATCH = 500
_TOLD = ("report", "reading", "linking", "finding", "checkpoint")
"""Kinds of entries that may be shown a little later: what machines bring in."""


class State:
    """Values of the ledger after entry ``seq``, each made once, by one thread while others wait for it."""

    def __init__(self, seq: int) -> None:
        self.seq = seq
        self.cost = 0.0
        self.makers: dict[Hashable, Callable[[], Any]] = {}
        self._values: dict[Hashable, Any] = {}
        self._lock = threading.RLock()
        self._depth = 0

    def once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """The value under a key, made where there is none yet."""
        kept = self._values.get(key, _NONE)
        if kept is _NONE:
            with self._lock:
                kept = self._values.get(key, _NONE)
                if kept is _NONE:
                    kept = self._values[key] = self._made(make)
                    self.makers[key] = make
                    self._thin()
        found: Found = kept
        return found

    def put(self, key: Hashable, value: object) -> None:
        """Another value under a key: one that time alone has changed."""
        self._values[key] = value

    def _made(self, make: Callable[[], Found]) -> Found:
        began, self._depth = time.monotonic(), self._depth + 1
        try:
            return make()
        finally:
            self._depth -= 1
            if not self._depth:
                self.cost += time.monotonic() - began

    def _thin(self) -> None:
        """Single incidents are many; what is about the whole ledger stays."""
        single = [key for key in self._values if isinstance(key, tuple)]
        for key in single[: len(single) - _KEPT]:
            self.makers.pop(key, None)
            self._values.pop(key, None)


class States:
    """The state that is shown of a view; ``fixed`` for a view that does not move."""

    def __init__(self, view: View, fixed: int | None = None) -> None:
        self._view = view
        self._fixed = fixed
        self._state = State(-1 if fixed is None else fixed)
        self._lock = threading.Lock()
        self._own = threading.local()
        self._looked = 0
        self._next = 0.0
        self._making: threading.Thread | None = None

    def last(self) -> int:
        """The number of the last entry of the view, shown already or not."""
        if self._fixed is not None:
            return self._fixed
        latest = self._view.latest()
        return latest.seq if latest else 0

    def now(self) -> State:
        """The state to show; in the thread that makes the next one, that one."""
        own: State | None = getattr(self._own, "state", None)
        if own is not None:
            return own
        seq = self.last()
        if seq == self._state.seq:
            return self._state
        with self._lock:
            quick = self._state.seq < 0 or self._state.cost < QUICK
            if seq > self._state.seq and (quick or self._decided(seq)):
                self._state = State(seq)
                self._looked = seq
            elif self._making is None and time.monotonic() >= self._next:
                self._making = threading.Thread(target=self._make, args=(seq, self._state), daemon=True)
                self._making.start()
            return self._state

    def _decided(self, seq: int) -> bool:
        """Whether anything but what machines bring in came since the state that is shown."""
        while self._looked < seq:
            some = self._view.entries(max(self._looked, self._state.seq), _BATCH)
            if any(entry.kind not in _TOLD for entry, _ in some):
                return True
            if not some:
                break
            self._looked = some[-1][0].seq
        return False

    def _make(self, seq: int, before: State) -> None:
        """Make what was asked of the state before for the next one, then show that."""
        state = State(seq)
        self._own.state = state
        try:
            for key, make in list(before.makers.items()):
                if not isinstance(key, tuple):
                    state.once(key, make)
        finally:
            with self._lock:
                if self._state is before:
                    self._state = state
                self._next = time.monotonic() + REST * state.cost
                self._making = None
