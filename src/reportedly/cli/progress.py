"""Progress of long work: on a terminal only, silent in a pipe."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_EVERY = 0.2
_PATIENCE = 1.0


def shown(items: Iterable[Item], noun: str) -> Iterator[Item]:
    """The items, counted on standard error once the work takes more than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = last = time.monotonic()
    for count, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - start > _PATIENCE and now - last > _EVERY:
            last = now
            print(f"\r{count:,} {noun}, {count / (now - start):,.0f} a second ", end="", file=sys.stderr, flush=True)
    if last > start:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
