"""Sentences made from a code and values, in every language that has templates for them.

A template names its values in braces. A value is

- a text or a number, shown as it is;
- a sequence, spelled out ("a, b and c", each once);
- ``{"low": 20, "high": None}``, an interval ("at least 20"; an open end is ``None``);
- ``{"topic": "intercepted.drone", "part": ..., "place": ...}``, what a figure counts ("drones shot down");
- ``{"event": "fire"}``, ``{"country": "RU"}``, ``{"part": "hospital"}``, a term of a closed list;
- ``{"code": "told", ...}``, a phrase with a template of its own; ``{"each": [...]}``, several phrases in a row.

So values are the same in all languages and can be stored. ``{count:report|reports}`` is a number with the form of the
noun that goes with it; ``{values:#figure|figures}`` the form alone, for a number or the length of a sequence.
"""

import string
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportedly.languages import codes, lexicon

MOST_LISTED = 7
"""Longer lists are cut in sentences; the claims of a finding name them all."""
_TABLES = ("explanations", "explanations_across", "captions")


def tell(code: str, values: Mapping[str, Any], language: str = "en") -> str:
    """The words of a code. A value that is not there stays as ``{name}``.

    Raises ``LookupError`` for a language or code without a template.
    """
    return _Teller(language).vformat(templates(language)[code], (), values)


def phrase(value: Any, language: str = "en") -> str:
    """One value in words, as in a sentence."""
    return _Teller(language).words(value)


@lru_cache(maxsize=8)
def templates(language: str) -> Mapping[str, str]:
    """Code to template: what one report shows, what several show, what stands under drawings.

    Raises ``LookupError`` for a language that has no folder.
    """
    return {code: words for name in _TABLES for code, words in lexicon(language, name).TEMPLATES.items()}


class _Teller(string.Formatter):
    def __init__(self, language: str) -> None:
        if language not in codes():
            raise LookupError(f"no wording in {language}")
        self._language = language
        self._grammar = lexicon(language, "grammar")

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "{" + str(key) + "}")

    def format_field(self, value: Any, format_spec: str) -> str:
        if not format_spec:
            return self.words(value)
        forms = format_spec.removeprefix("#").split("|")
        count = value if isinstance(value, (int, float)) else len(value) if isinstance(value, (list, tuple)) else 1
        form = forms[self._grammar.plural(count)]
        return form if format_spec.startswith("#") else f"{self.words(value)} {form}"

    def words(self, value: Any) -> str:
        if isinstance(value, Mapping):
            return self._phrase(value)
        if isinstance(value, (list, tuple)):
            return self._listed([self.words(v) for v in value])
        if isinstance(value, float):
            return f"{value:.12g}".replace(".", str(self._grammar.DECIMAL))
        return str(value)

    def _listed(self, words: Sequence[str]) -> str:
        rows = list(dict.fromkeys(words))
        if len(rows) > MOST_LISTED:
            rest = len(rows) - MOST_LISTED + 1
            rows = [*rows[: MOST_LISTED - 1], str(self._grammar.MORE).format(count=rest)]
        return str(self._grammar.AND).join([", ".join(rows[:-1]), rows[-1]]) if len(rows) > 1 else "".join(rows)

    def _phrase(self, value: Mapping[str, Any]) -> str:
        if "code" in value:
            return tell(value["code"], value, self._language)
        if "each" in value:
            return "; ".join(self.words(one) for one in value["each"])
        if "topic" in value:
            return self._counted(str(value["topic"]), value.get("part"), value.get("place"))
        if "part" in value:
            return self._part(str(value["part"]))
        if "event" in value:
            event = str(value["event"])
            return str(lexicon(self._language, "gloss").EVENT.get(event, event))
        if "country" in value:
            country = str(value["country"])
            return str(self._grammar.COUNTRIES.get(country, country))
        return self._interval(value.get("low"), value.get("high"))

    def _part(self, part: str) -> str:
        """The part of all people that a figure counts; ``child+serious`` names two classes."""
        return ", ".join(str(self._grammar.PARTS.get(p, p)) for p in part.split("+"))

    def _interval(self, low: float | None, high: float | None) -> str:
        grammar = self._grammar
        if low == high and low is not None:
            return self.words(low)
        form = grammar.AT_LEAST if high is None else grammar.UP_TO if not low else grammar.BETWEEN
        return str(form).format(low=self.words(low or 0), high=self.words(high))

    def _counted(self, topic: str, part: str | None, place: str | None) -> str:
        """A topic of figures: ``killed`` by fate, ``intercepted.drone`` by fate and sort of thing."""
        grammar = self._grammar
        kind, _, sort = topic.partition(".")
        things = str(grammar.THINGS.get(sort, sort))
        template = grammar.COUNTED.get(topic) or grammar.COUNTED.get(kind, "{things}")
        what = " ".join(str(template).format(things=things).split()) or str(grammar.COUNTED["other."])
        if part:
            what = f"{what} ({self._part(part)})"
        return str(grammar.IN_PLACE).format(what=what, place=place) if place else what
