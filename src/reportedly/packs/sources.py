"""The directory of who is quoted: bodies, outlets, channels and office holders, found by any of their names.

`sources.yaml`, `officials.yaml` and `offices.yaml` are what people edit; `sources.json` is compiled from them
(`make packs`) because reading YAML would cost a third of a second at every start.
"""

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from reportedly.languages.stems import stem

_COMPILED = "sources.json"
_WORD = re.compile(r"(?:\w\.){2,}|\w+(?:[-'’ʼ.+]\w+)*\+?")


_GROUP = re.compile(r"(?:канал|паблик|паблік|военкор|воєнкор|блогер)[ыиі]$")
_PLURAL = frozenset("ыиівмх")


class Party(Struct, frozen=True, kw_only=True):
    """One body, outlet or person. ``role`` and ``place`` are those of an office holder, ``since``/``until`` ISO dates.

    ``state``: a country or capital that stands for its government. ``given``: first names in all spellings.
    """

    name: str
    kind: str
    side: str | None = None
    person: bool = False
    state: bool = False
    given: tuple[str, ...] = ()
    role: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None


class Found(Struct, frozen=True):
    """A party named in a list of words: half-open range of word indices."""

    first: int
    last: int
    party: Party


class Directory:
    """Parties by name, by office and by Telegram handle. Built once; look-ups do not change it."""

    def __init__(self, rows: list[dict[str, Any]], places: dict[str, list[str]]) -> None:
        self.parties: tuple[Party, ...] = tuple(_party(row) for row in rows)
        self._handles: dict[str, Party] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, bool, Party]]] = {}
        self._places = {key: place for place, words in places.items() for word in words for key in [stem(word)]}
        self._states = {row["of"] for row in rows if row.get("role") == "president" and "of" in row}
        surnames: dict[str, list[tuple[str, Party]]] = {}
        for row, party in zip(rows, self.parties, strict=True):
            for alias in (row["name"], *row.get("also", ())):
                if alias.startswith("telegram:"):
                    self._handles[alias.casefold()] = party
                    continue
                self._add(alias, party)
                if party.person and " " in alias and "|" not in alias:
                    surname = alias.rsplit(" ", 1)[1]
                    surnames.setdefault(stem(surname), []).append((surname, party))
        for owners in surnames.values():
            if len({p.name for _, p in owners}) == 1:
                self._add(owners[0][0], owners[0][1])
        for entries in self._phrases.values():
            entries.sort(key=lambda e: -len(e[0]))

    def _add(self, alias: str, party: Party) -> None:
        words = _WORD.findall(alias)
        if not words:
            return
        for key in _keys(words):
            self._phrases.setdefault(key[0], []).append((key, words[0], _GROUP.search(alias) is not None, party))

    def find(self, words: list[str]) -> list[Found]:
        """All parties named in ``words``, from left to right, the longest name first; names do not overlap."""
        stems = [stem(w) for w in words]
        found: list[Found] = []
        past = 0
        for at in [i for i, x in enumerate(stems) if x in self._phrases]:
            hit = self._at(words, stems, at) if at >= past else None
            if hit:
                found.append(hit)
                past = hit.last
        return found

    def _at(self, words: list[str], stems: list[str], at: int) -> Found | None:
        for key, first, plural, party in self._phrases.get(stems[at], ()):
            size = len(key)
            if tuple(stems[at : at + size]) != key:
                continue
            if size == 1 and not _same_case(first, words[at]) or plural and words[at + size - 1][-1:] not in _PLURAL:
                continue
            return Found(at, at + size, party)
        return None

    def by_handle(self, publisher: str | None) -> Party | None:
        """The party whose Telegram channel the publisher ``telegram:handle`` is."""
        return self._handles.get(publisher.casefold()) if publisher else None

    def place(self, words: list[str]) -> str | None:
        """The office's place that ``words`` name, for example ``Belgorod Oblast`` for "Белгородской области"."""
        found = [self._places[s] for s in map(stem, words) if s in self._places]
        return next((p for p in reversed(found) if p not in self._states), found[0] if found else None)

    def holder(self, roles: tuple[str, ...], place: str, date: str | None) -> Party | None:
        """Who holds one of the offices at the place on an ISO date; ``None`` unless exactly one does."""
        held = [p for p in self.parties if p.role in roles and p.place == place and _in_office(p, date)]
        return held[0] if len(held) == 1 else None


def _party(row: dict[str, Any]) -> Party:
    return Party(
        name=row["name"],
        kind=row["kind"],
        side=row.get("side"),
        person=row.get("person", False),
        state=row.get("state", False),
        given=tuple(a.split()[0] for a in (row["name"], *row.get("also", ())) if row.get("person") and " " in a),
        role=row.get("role"),
        place=row.get("of"),
        since=row.get("from"),
        until=row.get("to"),
    )


def _in_office(party: Party, date: str | None) -> bool:
    if date is None:
        return party.until is None
    return (party.since or "") <= date[:10] and (party.until is None or date[:10] <= party.until + "-99")


def _same_case(alias: str, word: str) -> bool:
    """A one-word name must be written as one: capitals for an acronym, a capital for a proper name."""
    if alias.isupper() and len(alias) > 1:
        return word.isupper() or (len(alias) > 4 and word[:1].isupper())
    return not alias[:1].isupper() or word[:1].isupper()


def _keys(words: list[str]) -> list[tuple[str, ...]]:
    """Stems of a name, and of its genitive plural, which no ending rule finds ("каналы", "каналов")."""
    keys = [tuple(stem(w) for w in words)]
    if words[-1][-1:] in "ыиі" and words[-1].islower():
        keys.extend((*keys[0][:-1], keys[0][-1] + ending) for ending in ("ов", "ів"))
    return keys


def compile_rows() -> dict[str, Any]:
    """The packs as plain rows, read from YAML; what `sources.json` must hold."""
    import yaml

    folder = files(__package__)
    bodies = yaml.safe_load((folder / "sources.yaml").read_text("utf-8"))
    persons = yaml.safe_load((folder / "officials.yaml").read_text("utf-8"))
    places = yaml.safe_load((folder / "offices.yaml").read_text("utf-8"))
    rows = [{k: v for k, v in row.items() if v not in ([], None)} for row in bodies]
    for row in persons:
        also = [row.pop(k) for k in ("ru", "uk") if k in row] + row.pop("also", [])
        rows.append({**row, "person": True, "also": also})
    return {"rows": rows, "places": places}


def write_compiled() -> None:
    """Writes `sources.json` beside this module; part of `make packs`."""
    from pathlib import Path

    text = json.dumps(compile_rows(), ensure_ascii=False, indent=0, sort_keys=True)
    Path(__file__).with_name(_COMPILED).write_text(text + "\n", "utf-8")


@lru_cache(maxsize=1)
def load() -> Directory:
    """The directory that ships with the package."""
    compiled = json.loads((files(__package__) / _COMPILED).read_text("utf-8"))
    return Directory(compiled["rows"], compiled["places"])


if __name__ == "__main__":
    write_compiled()
