"""Where collecting stands at each source: as words, and as a table on the terminal."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from reportedly.reports.collecting.standing import Standing, moment
from reportedly.reports.material import printable

if TYPE_CHECKING:
    from rich.table import Table


def state(standing: Standing, now: datetime) -> str:
    """One line without line ends: failing, waiting, silent, or well."""
    if standing.asked is None:
        return "not asked yet"
    if standing.problem is not None:
        times = f"{standing.failures} times" if standing.failures > 1 else "once"
        since = f"last answer {_ago(standing.answered, now)}" if standing.answered else "never answered"
        wait = f", asked to be left alone until {standing.wait}" if standing.wait else ""
        return printable(f"fails ({times}, {since}{wait}): {standing.problem}")
    if standing.is_silent(now):
        return f"silent: nothing new since {standing.news or standing.since}"
    return f"answered {_ago(standing.answered, now)}, last news {_ago(standing.news, now)}"


def table(standings: Iterable[Standing], now: datetime) -> "Table":
    """All sources, for the terminal."""
    from rich.table import Table
    from rich.text import Text

    found = Table(box=None, pad_edge=False)
    for column in ("source", "kind", "state"):
        found.add_column(column, overflow="fold")
    for standing in standings:
        style = "red" if standing.problem else "yellow" if standing.is_silent(now) else ""
        cells = (printable(standing.name), standing.kind, state(standing, now))
        found.add_row(*(Text(cell, style=style) for cell in cells))
    return found


def _ago(at: str | None, now: datetime) -> str:
    if at is None:
        return "never"
    seconds = max(int((now - moment(at)).total_seconds()), 0)
    for size, noun in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {noun} ago"
    return "just now"
