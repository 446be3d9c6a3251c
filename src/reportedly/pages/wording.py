"""Slots in words: the few short phrases that both the terminal and the page show."""

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from reportedly.findings import covered
from reportedly.model import Claim, Finding, Place, Quantity, Reading, Report, TimeSpan, Weapon

POLARITY = {
    "affirmed": "",
    "denied": "denied",
    "not_reported": "not reported",
    "withheld": "withheld",
}
MARKS = {"error": "†", "warning": "‡", "note": "§"}
"""An obelus beside what cannot stand, as in a critical edition."""
SEVERITY = {"error": 0, "warning": 1, "note": 2}
OWN_VOICE = "own voice"
_BOUNDS = {"about": "about ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ "}
_UNITS = {"area_m2": "m²", "distance_km": "km", "duration_h": "h"}
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")


class Slot(NamedTuple):
    """A filled slot: its label, its words, and a remark that is not from the text (a code, a doubt)."""

    label: str
    words: str
    remark: str | None = None


def clean(text: str) -> str:
    """Foreign text without what could steer a terminal or turn the reading direction; same length, U+FFFD instead."""
    return _UNSAFE.sub("\ufffd", text)


def chain(claim: Claim) -> list[str]:
    """The links, outermost first; the publisher's own voice where there is none."""
    return [source.name for source in claim.sources] or [OWN_VOICE]


def day(value: str | None, *, year: bool = True, utc: bool = False) -> str:
    """An ISO date or date-time as '1 July 2025, 07:45', with ``utc`` as '1 July 2025, 04:45Z'; anything else as it
    stands."""
    if not value:
        return ""
    at = moment(value, utc)
    if at is None:
        return value
    date = f"{at.day} {at:%B} {at.year}" if year else f"{at.day} {at:%B}"
    return f"{date}, {at:%H:%M}{zulu(at, utc)}" if len(value) > 10 else date


def moment(value: str, utc: bool = False) -> datetime.datetime | None:
    """An ISO date or date-time; with ``utc`` one that has an offset is brought to UTC. ``None`` for anything else."""
    try:
        at = datetime.datetime.fromisoformat(value)
        return at.astimezone(datetime.UTC) if utc and at.tzinfo else at
    except (ValueError, OverflowError):
        return None


def zulu(at: datetime.datetime, utc: bool) -> str:
    """The sign of UTC for a time that was brought to it."""
    return "Z" if utc and at.tzinfo else ""


def several_clocks(stamps: Iterable[str | None]) -> bool:
    """Whether date-times have different offsets, so that they are in order by one clock only."""
    moments = (moment(stamp) for stamp in stamps if stamp)
    return len({at.utcoffset() for at in moments if at is not None and at.tzinfo}) > 1


def when(time: TimeSpan) -> str:
    """The interval in words, as fine as its precision."""
    if time.precision == "year" and time.start[:4] == time.end[:4]:
        return time.start[:4]
    if time.start == time.end:
        return day(time.start)
    same_year, same_day = time.start[:4] == time.end[:4], time.start[:10] == time.end[:10]
    if same_day and len(time.end) > 10:
        return f"{day(time.start)}–{time.end[11:16]}"
    if same_year and time.start[:7] == time.end[:7] and len(time.start) == len(time.end) == 10:
        return f"{int(time.start[8:10])}–{day(time.end)}"
    return f"{day(time.start, year=not same_year)} – {day(time.end)}"


def plain_number(value: float | int) -> str:
    """Digits with thin thousands; no decimals that say nothing."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,}".replace(",", "\u202f")
    return f"{int(value):,}".replace(",", "\u202f") if abs(value) >= 10_000 else str(int(value))


def figure(quantity: Quantity) -> str:
    """The number alone: '45', '≥ 3', '24–99'."""
    if quantity.value is not None:
        mark = "about " if quantity.bound == "about" else ""
        number = mark + plain_number(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        number = f"{plain_number(quantity.low)}–{plain_number(quantity.high)}"
    elif quantity.low is not None:
        number = _BOUNDS.get(quantity.bound or "", "≥ ") + plain_number(quantity.low)
    elif quantity.high is not None:
        number = "≤ " + plain_number(quantity.high)
    else:
        number = "unknown"
    unit = _UNITS.get(quantity.of)
    return f"{number} {unit}" if unit else number


def _quantity(quantity: Quantity) -> Slot:
    if quantity.of in _UNITS:
        label = {"area_m2": "area", "distance_km": "distance", "duration_h": "duration"}[quantity.of]
    else:
        label = quantity.item or "count" if quantity.of == "other" else quantity.of
    extra = [quantity.item] if quantity.item and quantity.of != "other" and quantity.item != quantity.of else []
    if quantity.place:
        extra.append(quantity.place)
    return Slot(label, figure(quantity), ", ".join(extra) or None)


def _place(place: Place) -> Slot:
    label = place.role if place.role and place.role != "at" else "place"
    if place.name is None:
        return Slot(label, place.text, "no such place known")
    words = place.name if place.name == place.text else f"{place.text} = {place.name}"
    remark = [place.country] if place.country else []
    if place.disputed:
        remark.append("disputed")
    return Slot(label, words, ", ".join(remark) or None)


def _weapon(weapon: Weapon) -> Slot:
    words = weapon.type.replace("_", " ")
    if weapon.name:
        words = f"{weapon.name} ({words})"
    return Slot("weapon", f"{weapon.count} × {words}" if weapon.count is not None else words)


def slots(claim: Claim) -> list[Slot]:
    """All filled slots in a fixed order: who, what with, to what, where, when, how many, compared with what."""
    found = []
    if claim.actor:
        found.append(Slot("actor", claim.actor.name))
    found += [_weapon(weapon) for weapon in claim.weapons]
    if claim.target:
        found.append(Slot("target", claim.target.name, claim.target.kind))
    found += [_place(place) for place in claim.places]
    if claim.time:
        found.append(Slot("time", when(claim.time), None if claim.time.text in when(claim.time) else claim.time.text))
    found += [_quantity(quantity) for quantity in claim.quantities]
    if claim.comparison:
        found.append(Slot(claim.comparison.kind, claim.comparison.scope))
    return found


def by_severity(findings: tuple[Finding, ...]) -> list[Finding]:
    """Errors first, then warnings, then notes; otherwise as given."""
    return sorted(findings, key=lambda finding: SEVERITY[finding.severity])


def kind_words(finding: Finding) -> str:
    return finding.kind.replace("_", " ")


def coverage_words(finding: Finding, language: str = "en") -> str | None:
    """What a check was run against, or that there was nothing; ``None`` where the explanation says it already."""
    if finding.coverage is None:
        return None
    words = covered(finding.coverage, language)
    return None if words in finding.explanation.lower() else words


def citation(report: Report, claim: Claim | None = None) -> str:
    """Quote, publisher, date, address, time of capture and hash, in one line to copy."""
    quote = report.text[claim.start : claim.end] if claim else (report.title or "")
    parts = [f"“{' '.join(quote.split())}”" if quote else report.id]
    parts.append(
        ", ".join(x for x in (report.publisher or "publisher unknown", day(report.published) or "undated") if x)
    )
    if report.url:
        parts.append(report.url)
    if report.captured:
        parts.append(f"captured {report.captured}")
    if report.sha256:
        parts.append(f"sha256 {report.sha256}")
    if claim:
        parts.append(f"code points {claim.start}–{claim.end}")
    return clean(" · ".join(parts))


def heading(reading: Reading) -> str:
    """The title, or the first words of the text."""
    report = reading.report
    if report.title:
        return report.title
    first = next((line.strip() for line in report.text.split("\n") if line.strip()), report.id)
    return first if len(first) <= 90 else first[:88].rsplit(" ", 1)[0] + " …"
