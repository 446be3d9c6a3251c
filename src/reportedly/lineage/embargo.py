"""What an embargo goes by: whether a claim is about something military, and when its event was over at the latest.

The gate (`publish`) decides by these; the ledger keeps them beside each claim, so that what is held can be counted.
"""

from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

from reportedly.model import Claim, Report, TimeSpan

Wait: TypeAlias = Literal["military", "civilian"]

_MOVING = ("toward", "from", "over")
_CIVIL = ("settlement", "residential", "infrastructure", "person")
_WEST = timedelta(hours=12)
"""A local time without an offset is, at the latest, that of the clock furthest west (UTC-12)."""
_EAST = timedelta(hours=14)
_SHORTEST = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def wait_of(claim: Claim) -> Wait | None:
    """Which waiting time a claim has; ``None`` where its target is unknown."""
    if claim.target is None:
        return None
    moving = any(place.role in _MOVING for place in claim.places)
    facility = claim.target.kind == "facility" or any(place.kind == "facility" for place in claim.places)
    if moving or facility or claim.event == "measure":
        return "military"
    return "civilian" if claim.target.kind in _CIVIL else "military"


def over(claim: Claim, report: Report) -> datetime | None:
    """The last moment at which the event can have been under way, in UTC; ``None`` where its time is unknown.

    What was published with a time of its own was over, or under way, by then; so the earlier of both counts. This
    does not hold for what is announced or stays in force (`measure`).
    """
    if claim.time is None:
        return None
    try:
        return _over(claim, claim.time, report)
    except OverflowError:  # at the ends of the calendar
        return None


def _over(claim: Claim, time: TimeSpan, report: Report) -> datetime | None:
    start, end = _moment(time.start), _moment(time.end)
    if start is None or end is None:
        return None
    latest = _latest(end, time.end, time.precision)
    published = _published(report)
    if published is None or claim.event == "measure" or _earliest(start) > published:
        return latest
    return min(latest, published)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _latest(end: datetime, text: str, precision: str) -> datetime:
    if len(text) == 10:
        end += timedelta(days=1)
    else:
        end += _SHORTEST if precision == "minute" else _HOUR
    return end.replace(tzinfo=UTC) + _WEST if end.tzinfo is None else end.astimezone(UTC)


def _earliest(start: datetime) -> datetime:
    return start.replace(tzinfo=UTC) - _EAST if start.tzinfo is None else start.astimezone(UTC)


def _published(report: Report) -> datetime | None:
    """The moment of publication, only where it is known with its offset."""
    found = _moment(report.published) if report.published else None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None
