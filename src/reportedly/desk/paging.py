"""Long lists in parts."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import Query

Item = TypeVar("Item")
SIZE = 60
Page = Annotated[int, Query(ge=1, le=100_000)]


def pages(count: int, size: int = SIZE) -> int:
    """How many pages so many items take: one at least."""
    return max(1, -(-count // size))


def cut(items: Sequence[Item], page: int, size: int = SIZE) -> tuple[Sequence[Item], int]:
    """The items of one page, counted from 1, and how many pages there are (at least one)."""
    return items[(page - 1) * size : page * size], pages(len(items), size)
