"""When an event was over at the latest, as far as its time and the date of publication tell."""

from datetime import UTC, datetime, timedelta

from reportedly.model import Claim, Report

_WEST = timedelta(hours=12)
"""A local time without an offset is, at the latest, that of the clock furthest west (UTC-12)."""
_EAST = timedelta(hours=14)
_SHORTEST = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def over(claim: Claim, report: Report) -> datetime | None:
    """The last moment at which the event can have been under way, in UTC; ``None`` where its time is unknown.

    What was published with a time of its own was over, or under way, by then; so the earlier of both counts. This
    does not hold for what is announced or stays in force (`measure`).
    """
    if claim.time is None:
        return None
    start, end = _moment(claim.time.start), _moment(claim.time.end)
    if start is None or end is None:
        return None
    latest = _latest(end, claim.time.end, claim.time.precision)
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
