"""Weapons of a text: type, model and how many, one for each phrase that names them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from reportedly.entities.quantity_words import terms
from reportedly.entities.weapon_names import TOKEN, Names, meant, names, quoted
from reportedly.languages import fold, lexicon
from reportedly.languages.counting import Number, numbers
from reportedly.model import Span, Weapon
from reportedly.packs.weapons import models


class _Mention(NamedTuple):
    weapon: Weapon
    start: int
    end: int
    number: str | None
    garbled: bool = False


class _Tools(NamedTuple):
    lex: Any
    table: Names
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    attributive: re.Pattern[str]
    not_count: re.Pattern[str]
    joint: re.Pattern[str]
    type_word: re.Pattern[str]
    apposed: re.Pattern[str]


@lru_cache(maxsize=8)
def _tools(language: str) -> _Tools:
    lex = lexicon(language, "weapons")
    small = rf"(?:{lex.TYPE_WORDS}|{lex.BETWEEN})"
    return _Tools(
        lex=lex,
        table=names(language),
        not_after=re.compile(lex.NOT_WEAPON_AFTER),
        not_before=re.compile(rf"(?<!\w){lex.NOT_WEAPON_BEFORE}"),
        attributive=re.compile(lex.ATTRIBUTIVE_AFTER),
        not_count=re.compile(rf"(?<!\w){lex.NOT_COUNT}"),
        joint=re.compile(rf"[\s\"'«»“”„‘’-]*(?:{small}[\s\"'«»“”„‘’-]+){{0,3}}"),
        apposed=re.compile(r"\s+(?:[\w-]+\s+){0,3}[\"«“„‘]"),
        type_word=re.compile(rf"(?<!\w){lex.TYPE_WORDS}[\s\"'«“„‘]*$"),
    )


def find(text: str, language: str) -> tuple[Weapon, ...]:
    """Every weapon phrase of a text, in order.

    ``count`` is the one exact number of that phrase ("three drones" 3, "a drone" 1, "drones" unknown). ``span`` holds
    the weapon's words without the number. Raises ``LookupError`` for an unknown language.
    """
    return tuple(m.weapon for m in _mentions(text, language))


def variants(text: str, language: str) -> tuple[tuple[str, str, Span], ...]:
    """Misspelt model names that resolve: the words as written, the canonical name, their interval."""
    folded = fold(text)
    tools = _tools(language)
    return tuple(
        (text[m.start : m.end], m.weapon.name, (m.start, m.end))
        for m in _terms(text, folded, tools)
        if m.garbled and m.weapon.name
    )


def _mentions(text: str, language: str) -> list[_Mention]:
    folded = fold(text)
    tools = _tools(language)
    found = _joined(_terms(text, folded, tools), folded, tools)
    if not found:
        return []
    counted = numbers(text, language)
    out: list[_Mention] = []
    previous = 0
    for k, m in enumerate(found):
        if (
            m.weapon.name
            and k
            and found[k - 1].number == "many"
            and found[k - 1].weapon.type == m.weapon.type
            and m.start - found[k - 1].end < 16
        ):
            m = m._replace(number="many")
        out.append(
            m._replace(
                weapon=replace(
                    m.weapon, count=_count(m, previous, folded, counted, tools, language), span=(m.start, m.end)
                )
            )
        )
        previous = m.end
    return out


def _terms(text: str, folded: str, tools: _Tools) -> list[_Mention]:
    tokens = [m.span() for m in TOKEN.finditer(folded)]
    texts = [folded[a:b] for a, b in tokens]
    out: list[_Mention] = []
    k = 0
    while k < len(tokens):
        step = 1
        for match in tools.table.at(texts, k):
            start, end = tokens[k][0], tokens[k + match.size - 1][1]
            entry = match.entry
            if entry.guarded and not (quoted(text, start) if entry.garbled else meant(text, start)):
                continue
            if entry.near and not re.search(r"missile|ракет|rocket", folded[max(0, start - 24) : end + 20]):
                step = match.size
                break
            if tools.not_after.match(folded, end) or tools.not_before.search(folded, max(0, start - 40), start):
                step = match.size
                break
            confidence = 0.4 if match.number == "weak" else 0.7 if entry.guarded else 0.9
            weapon = Weapon(type=entry.type, name=entry.name, confidence=confidence)
            out.append(_Mention(weapon, start, end, match.number, entry.garbled))
            step = match.size
            break
        else:
            if (guess := _guess(text, folded, *tokens[k], out, tools)) is not None:
                out.append(guess)
        k += step
    return out


@lru_cache(maxsize=1)
def _spellings() -> dict[str, tuple[str, str]]:
    return {
        fold(a): (m.name, m.type)
        for m in models()
        for a in (*m.also, *m.word)
        if len(a) >= 5 and a.replace(" ", "").isalpha()
    }


def _guess(text: str, folded: str, start: int, end: int, before: list[_Mention], tools: _Tools) -> _Mention | None:
    """A name in quotation marks beside a weapon word that is one or two letters off a known model."""
    if end - start < 5 or not text[start].isupper() or not quoted(text, start):
        return None
    near = (
        bool(before) and start - before[-1].end < 24 or bool(tools.type_word.search(folded, max(0, start - 16), start))
    )
    if not near:
        return None
    from rapidfuzz import fuzz, process

    best = process.extractOne(folded[start:end], _spellings().keys(), scorer=fuzz.ratio, score_cutoff=80)
    if best is None:
        return None
    name, type_ = _spellings()[best[0]]
    return _Mention(Weapon(type=type_, name=name, confidence=0.5), start, end, None, True)  # type: ignore[arg-type]


def _joined(found: list[_Mention], folded: str, tools: _Tools) -> list[_Mention]:
    """Type and model said together are one weapon: "two drones of the 'Lutuy' type", "ракетой «Искандер-М»"."""
    out: list[_Mention] = []
    for m in found:
        last = out[-1] if out else None
        if (
            last is None
            or last.weapon.type != m.weapon.type
            or last.weapon.name
            and m.weapon.name
            and last.weapon.name != m.weapon.name
        ):
            out.append(m)
            continue
        gap = folded[last.end : m.start]
        compound = last.weapon.name and not m.weapon.name and re.fullmatch(r"\s[a-zа-яіїє-]{4,}\s", gap)
        if (
            compound
            or tools.joint.fullmatch(gap)
            or m.weapon.name
            and not last.weapon.name
            and tools.apposed.fullmatch(gap)
        ):
            number = last.number if m.weapon.name and last.weapon.name is None else m.number
            weapon = replace(m.weapon, name=m.weapon.name or last.weapon.name)
            out[-1] = _Mention(weapon, last.start, m.end, number, False)
        elif (
            m.weapon.name
            and not last.weapon.name
            and len(gap) < 80
            and not re.search(r"[.!?\n]", gap)
            and tools.type_word.search(gap)
            or m.weapon.name
            and not last.weapon.name
            and len(gap) < 60
            and not re.search(r"[.!?\n]", gap)
            and re.match(rf"['’»”\"\s-]*{tools.lex.TYPE_WORDS}(?!\w)", folded[m.end : m.end + 12])
        ):
            out[-1] = last._replace(weapon=replace(last.weapon, name=m.weapon.name))
        else:
            out.append(m)
    return out


def _counts(gap: str, language: str) -> bool:
    """Whether a number before these words counts the weapon after them: no clause, no other counted thing between."""
    if len(gap) > 48 or re.search(r"[,.;:()—]|(?<!\w)(?:and|in|on|over|when|и|в|на|над|та|і|у|по|of a)(?!\w)", gap):
        return False
    table = terms(language)
    for word in gap.split():
        for entry in table.heads(word):
            if entry.role == "fate" and not entry.rest and entry.value in ("killed", "injured", "damaged", "missing"):
                return False
            if entry.role == "noun" and not entry.rest and entry.value.kind != "weapon":
                return False
    return True


def _count(
    m: _Mention, previous: int, folded: str, counted: Sequence[Number], tools: _Tools, language: str
) -> int | None:
    if m.number in ("none", "weak") or tools.attributive.match(folded, m.end):
        return None
    before = [n for n in counted if previous <= n.start and n.end <= m.start and m.start - n.end < 48]
    if before:
        n = before[-1]
        if len(before) > 1 and re.fullmatch(
            r"\s(?:out\s)?(?:of|из|з|із)\s(?:the\s)?(?:all\s)?", folded[before[-2].end : n.text_start]
        ):
            return None
        gap = folded[n.end : m.start]
        if _counts(gap, language):
            if n.ordinal:
                return 1 if m.number != "many" else None
            if language == "en" and m.number == "one" and not n.word and (n.value or 0) > 1:
                return 1 if re.search(r"\b(?:an?|one|another)\s(?:\S+\s){0,3}$", folded[: n.start][-40:]) else None
            exact = n.value is not None and n.bound == "exact" and float(n.value).is_integer()
            return int(n.value) if exact and n.value is not None else None
    if m.number != "one" or tools.not_count.search(folded, max(0, m.start - 30), m.start):
        return None
    if language != "en":
        return 1
    words = re.findall(r"[\w'-]+|[,.;:()]", folded[max(0, m.start - 44) : m.start])[-4:]
    for w in reversed(words):
        if not w[0].isalnum():
            return None
        if w in tools.lex.ARTICLES:
            return 1
        if w in ("in", "of", "and", "by", "with", "from", "for", "to", "on", "after"):
            return None
    return None
