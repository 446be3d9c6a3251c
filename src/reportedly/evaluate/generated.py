"""Claims in the gold's shapes with planted copies and conflicts, whose truth is known: for measuring at scale."""

import random
import zlib
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.model import Claim, Place, Quantity, Reading, Report, Source, TimeSpan, Weapon

TOWNS = 400
PER_DAY = 90
CLAIMS = 12
"""Mean number of claims an incident."""
OFFICES = ("governor", "city administration", "emergency service", "prosecutors", "health department")


class Truth(NamedTuple):
    """``incidents``: claim to happening; ``findings``: kind to the claim sets that were planted for it."""

    incidents: dict[str, str]
    findings: dict[str, list[frozenset[str]]]


def planted(claims: int, seed: int = 1, bare: float = 0.0) -> tuple[list[Reading], Truth]:
    """About ``claims`` claims: incidents at a town and a night, each told by two to six reports of three claims.

    Towns lie on a grid of 1.5 by 2.5 degrees; there are some ninety incidents a day, however many days that takes. One
    incident in five has a conflicting count. Of a share ``bare`` a last report repeats another's words, and its claims
    name neither day nor place.
    """
    rng = random.Random(seed)
    readings: list[Reading] = []
    truth = Truth({}, {"count_conflict": [], "not_independent": []})
    made = 0
    days = max(2, claims // (CLAIMS * PER_DAY))
    slots = [(town, day) for town in range(TOWNS) for day in range(days)]
    rng.shuffle(slots)  # never two attacks on one town in one night: nobody could tell them apart
    for number, (town, day) in enumerate(slots, 1):
        if made >= claims:
            break
        told = _incident(rng, number, town, day, truth)
        if bare and rng.random() < bare:
            told.append(_repeated(told[0], truth))
        readings.extend(told)
        made += sum(len(r.claims) for r in told)
    return readings, truth


def _incident(rng: random.Random, number: int, town: int, day: int, truth: Truth) -> list[Reading]:
    place = Place(
        text=f"Town {town}", name=f"Town {town}", country="XA" if town < 200 else "XB", kind="settlement", role="at",
        lat=round(44.0 + 1.5 * (town // 20), 3), lon=round(20.0 + 2.5 * (town % 20), 3), geonameid=town + 1,
    )  # fmt: skip
    night = date(2023, 1, 1) + timedelta(days=day)
    time = TimeSpan(text="overnight", start=str(night), end=str(night + timedelta(days=1)), precision="part_of_day")
    toll = rng.randrange(2, 80)
    office = f"Town {town} {rng.choice(OFFICES)}"
    wrong = rng.random() < 0.2
    name = f"happening-{number}"
    reports = rng.randrange(2, 7)
    figures: list[str] = []
    out = []
    for n in range(reports):
        off = wrong and n == reports - 1
        speaker = f"Channel {rng.randrange(50)}" if off else office
        ident = f"r{number}-{n}"
        count = toll + rng.randrange(3, 20) if off else toll
        hour = 8 + 2 * n
        out.append(_report(ident, night + timedelta(days=1), hour, place, time, speaker, count, off))
        truth.incidents.update({f"{ident}#c{k}": name for k in (1, 2, 3)})
        figures.append(f"{ident}#c2")
    if wrong:
        truth.findings["count_conflict"].append(frozenset(figures))
    if reports - wrong > 2:
        truth.findings["not_independent"].append(frozenset(figures[: reports - wrong]))
    return out


def _repeated(first: Reading, truth: Truth) -> Reading:
    name = f"{first.report.id}-again"
    truth.incidents.update({f"{name}#{c.id}": truth.incidents[f"{first.report.id}#{c.id}"] for c in first.claims})
    late = f"{(first.report.published or '')[:10]}T23:00"
    report = replace(first.report, id=name, publisher="Repeater", published=late)
    return Reading(report=report, claims=tuple(replace(c, places=(), time=None) for c in first.claims))


def _report(
    ident: str, day: date, hour: int, place: Place, time: TimeSpan, speaker: str, count: int, channel: bool
) -> Reading:
    words = (
        f"Drones attacked {place.name}, {speaker} said.",
        f"{count} people were hurt.",
        f"Houses burnt near the station of {place.name}.",
    )
    text = " ".join(words)
    starts = [text.index(w) for w in words]
    source = (Source(name=speaker, kind="channel" if channel else "official"),)
    figure = Quantity(of="injured", value=count, text=str(count))

    def claim(n: int, event: str, **slots: object) -> Claim:
        start = starts[n]
        return Claim(
            id=f"c{n + 1}", start=start, end=start + len(words[n]), sources=source, polarity="affirmed",
            certainty="certain", event=event, places=(place,), time=time, **slots,  # type: ignore[arg-type]
        )  # fmt: skip

    claims = (
        claim(0, "strike", weapons=(Weapon(type="drone"),)),
        claim(1, "casualties", quantities=(figure,)),
        claim(2, "fire"),
    )
    published = f"{day}T{hour:02}:00"
    report = Report(
        id=ident, publisher=f"Outlet {zlib.crc32(ident.encode()) % 300}", published=published, language="en", text=text
    )
    return Reading(report=report, claims=claims)
