"""The form that corrects a claim: what it offers, and the fields that a filled-in one changes."""

import re
from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from reportedly.gazetteer import Entry, Gazetteer
from reportedly.ledger import LedgerError
from reportedly.model import Claim, Place, Quantity, Target, TimeSpan
from reportedly.model.terms import Certainty, EventType, Polarity, Precision, TargetKind
from reportedly.pages import wording

MOST = 8
"""Places offered for one name."""
_KEEP, _NONE = "keep", "none"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?")
TERMS = {
    "event": get_args(EventType),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "target_kind": get_args(TargetKind),
    "precision": get_args(Precision),
}


def form(claim: Claim, gazetteer: Gazetteer, language: str, tried: Mapping[str, str]) -> dict[str, Any]:
    """What the form shows. ``tried``: other names to look places up by, ``try0`` for the first place."""
    return {
        "terms": TERMS,
        "event": claim.event,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "target": wording.clean(claim.target.name) if claim.target else "",
        "target_kind": claim.target.kind if claim.target else "",
        "start": claim.time.start if claim.time else "",
        "end": claim.time.end if claim.time else "",
        "precision": claim.time.precision if claim.time else "",
        "places": [
            {
                "text": wording.clean(place.text),
                "now": _words(place),
                "tried": wording.clean(tried.get(f"try{n}", "")),
                "options": [
                    (str(e.geonameid), _entry_words(e))
                    for e in gazetteer.lookup(tried.get(f"try{n}") or place.text, language)[:MOST]
                ],
            }
            for n, place in enumerate(claim.places)
        ],
        "figures": [
            {
                "of": q.of.replace("_", " "),
                "item": wording.clean(q.item or ""),
                "text": wording.clean(q.text),
                "value": _plain(q.value),
            }
            for q in claim.quantities
        ],
    }


def _words(place: Place) -> str:
    if place.name is None:
        return "no such place known"
    return wording.clean(", ".join(x for x in (place.name, place.admin1, place.country) if x))


def _entry_words(entry: Entry) -> str:
    return ", ".join(x for x in (entry.name, entry.admin2, entry.admin1, entry.country, entry.kind) if x)


def _plain(value: float | int | None) -> str:
    return "" if value is None else f"{value:g}"


def changed(claim: Claim, fields: Mapping[str, str], gazetteer: Gazetteer) -> dict[str, Any]:
    """The fields of a claim that a form changes, as a decision keeps them.

    Raises ``LedgerError`` where a field makes no sense.
    """
    found: dict[str, Any] = {}
    for name in ("event", "polarity", "certainty"):
        if fields.get(name, getattr(claim, name)) != getattr(claim, name):
            found[name] = fields[name]
    for name, value in (
        ("target", _target(claim, fields)),
        ("time", _time(claim, fields)),
        ("places", _places(claim, fields, gazetteer)),
        ("quantities", _figures(claim, fields)),
    ):
        if value != getattr(claim, name):
            found[name] = msgspec.to_builtins(value)
    if not found:
        raise LedgerError("nothing was changed")
    return found


def _target(claim: Claim, fields: Mapping[str, str]) -> Target | None:
    name, kind = fields.get("target", "").strip(), fields.get("target_kind", "")
    before = claim.target
    if not name:
        return None if "target" in fields else before
    if before is not None and (name, kind) == (wording.clean(before.name).strip(), before.kind):
        return before
    try:
        return msgspec.convert({"name": name, "kind": kind or "other"}, Target)
    except msgspec.ValidationError as error:
        raise LedgerError(f"target: {error}") from None


def _time(claim: Claim, fields: Mapping[str, str]) -> TimeSpan | None:
    start, end = fields.get("start", "").strip(), fields.get("end", "").strip()
    before = claim.time
    if not start and not end:
        return None if "start" in fields else before
    precision = fields.get("precision") or "day"
    if before is not None and (start, end, precision) == (before.start, before.end, before.precision):
        return before
    end = end or start
    if not _ISO.fullmatch(start) or not _ISO.fullmatch(end) or end < start:
        raise LedgerError("time: two ISO dates or times, the first not after the second")
    given = {"text": before.text if before else "", "start": start, "end": end, "precision": precision}
    try:
        return msgspec.convert(given, TimeSpan)
    except msgspec.ValidationError as error:
        raise LedgerError(f"time: {error}") from None


def _places(claim: Claim, fields: Mapping[str, str], gazetteer: Gazetteer) -> tuple[Place, ...]:
    return tuple(_place(place, fields.get(f"place{n}", _KEEP), gazetteer) for n, place in enumerate(claim.places))


def _place(place: Place, choice: str, gazetteer: Gazetteer) -> Place:
    if choice == _KEEP:
        return place
    if choice == _NONE:
        return Place(text=place.text, role=place.role, span=place.span)
    entry = gazetteer.entry(int(choice)) if re.fullmatch(r"-?\d{1,15}", choice) else None
    if entry is None:
        raise LedgerError(f"place: the gazetteer has no {choice}")
    return Place(
        text=place.text,
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        kind=entry.kind,
        role=place.role,
        geonameid=entry.geonameid if entry.geonameid > 0 else None,
        admin1=entry.admin1,
        admin2=entry.admin2,
        disputed=entry.disputed or None,
        span=place.span,
    )


def _figures(claim: Claim, fields: Mapping[str, str]) -> tuple[Quantity, ...]:
    found = []
    for n, quantity in enumerate(claim.quantities):
        said = fields.get(f"figure{n}", "").strip()
        if f"figure{n}" not in fields or said == _plain(quantity.value):
            found.append(quantity)
            continue
        try:
            number = float(said)
        except ValueError:
            raise LedgerError(f"figure: {said} is no number") from None
        value = int(number) if number.is_integer() else number
        found.append(msgspec.structs.replace(quantity, value=value, low=None, high=None, bound="exact"))
    return tuple(found)
