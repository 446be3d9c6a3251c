"""Readings written as a list of sentences: words, event, who says it, figures, places."""

from typing import Any

from reportedly.model import (
    Actor,
    Claim,
    Comparison,
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Target,
    TimeSpan,
    Weapon,
)

_PEOPLE = ("killed", "injured", "missing", "intercepted", "launched", "hit", "damaged", "destroyed", "area_m2", "other")
DAY = ("2025-07-01", "2025-07-01", "day")


class Told:
    """One claim and its words, before it has a place in a text."""

    def __init__(self, words: str, event: str, by: str | None = None, **rest: Any) -> None:
        self.words, self.event, self.by, self.rest = words, event, by, rest

    def at(self, number: int, start: int) -> Claim:
        rest = dict(self.rest)
        kind = rest.pop("kind", "official")
        figures = [figure(of, v) for of in _PEOPLE if of in rest for v in _many(rest.pop(of))]
        figures += rest.pop("figures", [])
        return Claim(
            id=f"c{number}",
            start=start,
            end=start + len(self.words),
            sources=tuple(Source(name=n, kind=kind) for n in (self.by or "").split(" > ") if n),
            polarity=rest.pop("polarity", "affirmed"),
            certainty=rest.pop("certainty", "certain"),
            event=self.event,  # type: ignore[arg-type]
            actor=Actor(name=rest["actor"]) if rest.get("actor") else None,
            target=Target(name=rest["target"], kind="facility") if rest.get("target") else None,
            weapons=tuple(Weapon(type="drone", count=n) for n in _many(rest.get("drones", []))),
            places=tuple(p if isinstance(p, Place) else place(p) for p in rest.get("places", ["Town"])),
            time=span(rest.get("time", DAY)),
            quantities=tuple(figures),
            comparison=Comparison(kind=rest["comparison"][0], scope=rest["comparison"][1])
            if "comparison" in rest
            else None,
        )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def span(time: tuple[str, str, str] | None) -> TimeSpan | None:
    return TimeSpan(text=time[0], start=time[0], end=time[1], precision=time[2]) if time else None  # type: ignore[arg-type]


def figure(of: str, value: Any, item: str | None = None, place: str | None = None) -> Quantity:
    """``7`` exact, ``">7"`` at least, ``"<7"`` at most; ``(7, "children")`` with its item; ``(7, item, place)``."""
    if isinstance(value, tuple):
        value, item, place = (*value, None)[:3] if len(value) == 2 else value
    if isinstance(value, str):
        number = int(value[1:])
        low, high = (number, None) if value[0] == ">" else (None, number)
        return Quantity(of=of, item=item, low=low, high=high, place=place, text=value)  # type: ignore[arg-type]
    return Quantity(of=of, item=item, value=value, place=place, text=str(value))  # type: ignore[arg-type]


def place(name: str, country: str = "RU", kind: str = "settlement", **rest: Any) -> Place:
    return Place(text=name, name=name, country=country, kind=kind, role=rest.pop("role", "at"), **rest)  # type: ignore[arg-type]


def unknown(text: str) -> Place:
    return Place(text=text, name=None, kind="settlement", role="at")


def unknown_at(text: str, start: int) -> Place:
    """An unknown name with the span of its words."""
    return Place(text=text, name=None, kind="settlement", role="at", span=(start, start + len(text)))


def reading(
    *told: Told, language: str = "en", published: str | None = "2025-07-02", publisher: str | None = None
) -> Reading:
    """The sentences one after the other as a text, with a claim on each."""
    text, claims = "", []
    for n, one in enumerate(told, 1):
        claims.append(one.at(n, len(text)))
        text += one.words + (" " if one.words.endswith((".", "\n")) else ". ")
    report = Report(id="r", text=text, language=language, published=published, publisher=publisher)
    return Reading(report=report, claims=tuple(claims))
