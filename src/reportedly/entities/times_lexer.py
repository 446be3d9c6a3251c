"""Text to tokens of the time grammar: every word of the calendar becomes one character of a class string.

A word may stand in several classes ("second", Russian "с"); each *set* of classes has a character of its own, and a
class in a rule is the set of all characters that hold it. Words outside the calendar become ``JUNK``.
"""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from reportedly.languages import lexicon

JUNK = "."
_FIRST = 0xE000
_DIGITS = ("d", "n", "y", "od", "iso", "dmy", "dm", "clock", "decade", "shortdecade", "hampm")
_MARKS = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "(": "lp", ")": "rp", "/": "slash",
          "[": "lp", "]": "rp", ":": "colon", "•": "mark", "*": "mark", "!": "dot", "?": "dot", "…": "dot",
          "|": "mark", ";": "dot", "\n": "nl"}  # fmt: skip

Values = dict[str, Any]


class Token(Struct, frozen=True, gc=False):
    """Offsets, and the value of the token in each class that it has."""

    start: int
    end: int
    values: Values


class Lexicon(Struct, frozen=True):
    """The calendar of a language, ready for look-up: ``chars`` gives the characters of a class."""

    tokens: re.Pattern[str]
    known: dict[str, tuple[str, Values, bool]]
    marks: dict[str, str]
    phrases: dict[tuple[str, str], tuple[tuple[tuple[str, ...], str, Values], ...]]
    chars: dict[str, str]
    ambiguous: frozenset[str]
    capitalised: frozenset[str]
    months_capitalised: bool
    night_ends: bool
    utc_offset: int
    past: re.Pattern[str]
    not_after: dict[str, tuple[str, ...]]
    weak: dict[str, tuple[str, Values]]


class Lexed(Struct, frozen=True):
    """A text as tokens and as the string of their classes, one character a token."""

    text: str
    tokens: list[Token]
    classes: str


def _pattern(suffix: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<decade>(?<!\w)['’‘]?(?:19|20)?\d0['’]?(?:s|-х|-ті|-тих|-ми)(?!\w))
      | (?P<ampm>[aApP]\.\s?[mM]\.?(?!\w))
      | (?P<word>(?>[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)(?:-(?:вранці|уранці|dawn|morning|afternoon|time)(?!\w))?
          (?:(?<=\b[Mm]id)|(?!-\d)))
      | (?P<mark>[^\w\s])
      | (?P<nl>\s*\n\s*)
      | (?P<iso>(?<![\w-])\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
      | (?P<dmy>(?<![\w.])\d{{1,2}}(?:\.\d{{1,2}}\.(?:\d{{4}}|\d\d)|/\d{{1,2}}/\d{{2,4}})(?![\w/]))
      | (?P<clock>(?<![\w:.])\d{{1,2}}:\d\d(?::\d\d)?(?!\d|:\d))
      | (?P<dm>(?<![\w.,])\d{{1,2}}\.\d\d(?:(?=[ap]m\b)|(?![\w%]|[.,]\d)))
      | (?P<junk>\d+(?:[.,\u00a0 ]\d{{3}})+(?!\d)|\d+[.,]\d+|[^\W\d_]+-\d[\w-]*|\d+[^\W\d_]*/\d[\w/]*)
      | (?P<od>\d{{1,4}}(?:{suffix})(?!\w))
      | (?P<hampm>\d{{1,2}}(?:am|pm|AM|PM)(?!\w))
      | (?P<int>\d+(?![^\W_]))
      | (?P<mix>\d+\w+)
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=8)
def load(language: str) -> Lexicon:
    """The calendar of a language. Raises ``LookupError`` where there is none."""
    data = lexicon(language, "calendar")
    pattern = _pattern(data.DIGIT_SUFFIX)
    values: dict[str, Values] = {}
    for name, table in data.WORDS.items():
        for form, value in table.items():
            values.setdefault(form, {})[name] = value
            if name == "unit":
                values[form]["u" + str(value)] = value
    sets: dict[tuple[str, ...], str] = {}
    chars: dict[str, str] = {}

    def char(classes: tuple[str, ...]) -> str:
        if classes not in sets:
            sets[classes] = chr(_FIRST + len(sets))
            for name in classes:
                chars[name] = chars.get(name, "") + sets[classes]
        return sets[classes]

    for name in (*_DIGITS, *sorted(set(_MARKS.values())), "ampm", "mcap", "wamb"):
        char((name,))
    words: dict[str, tuple[str, Values]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Values]]] = {}
    for form, held in values.items():
        code = char(tuple(sorted(held)))
        head, *rest = [_form(m.group()) for m in pattern.finditer(form)] if " " in form else (form,)
        if rest:
            phrases.setdefault(head, []).append((tuple(rest), code, held))
        else:
            words[form] = (code, held)
    weak = {
        form: (char(("mcap",)), {"mcap": held["month"]})
        if "month" in held
        else (char(("wamb",)), {"wamb": held["wday"]})
        for form, (_, held) in words.items()
        if "month" in held or ("wday" in held and form in data.AMBIGUOUS)
    }
    return Lexicon(
        tokens=pattern,
        known=_known(words, phrases),
        marks={mark: chars[name][0] for mark, name in _MARKS.items()},
        phrases=_by_two_words(phrases),
        chars=chars,
        ambiguous=frozenset(data.AMBIGUOUS),
        capitalised=frozenset(data.CAPITALISED),
        months_capitalised=data.MONTHS_CAPITALISED,
        night_ends=data.NIGHT_OF_DATE_ENDS_ON_IT,
        utc_offset=data.LOCAL_UTC_OFFSET,
        not_after=data.NOT_AFTER,
        past=re.compile(data.PAST, re.IGNORECASE),
        weak=weak,
    )


def _by_two_words(
    phrases: dict[str, list[tuple[tuple[str, ...], str, Values]]],
) -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str, Values], ...]]:
    """Phrases by their first two words, the longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str, Values]]] = {}
    for head, some in phrases.items():
        for phrase in sorted(some, key=lambda x: -len(x[0])):
            found.setdefault((head, phrase[0][0]), []).append(phrase)
    return {words: tuple(some) for words, some in found.items()}


def _known(
    words: dict[str, tuple[str, Values]], phrases: dict[str, list[tuple[tuple[str, ...], str, Values]]]
) -> dict[str, tuple[str, Values, bool]]:
    """Every word of the calendar, words inside phrases too: its class, its values, whether a phrase begins with it."""
    known: dict[str, tuple[str, Values, bool]] = {}
    for found in phrases.values():
        for rest, _, _ in found:
            known.update((form, (JUNK, {}, False)) for form in rest)
    known.update((head, (JUNK, {}, True)) for head in phrases)
    known.update((form, (code, held, form in phrases)) for form, (code, held) in words.items())
    return known


_APOSTROPHES = str.maketrans("’ʼ`", "'''")


def _form(word: str) -> str:
    """A word as it is looked up: small letters, typewriter apostrophes, no English possessive."""
    form = word.lower().translate(_APOSTROPHES)
    return form[:-2] if form.endswith("'s") and len(form) > 2 else form


_NONE = Token(0, 0, {})


def lex(text: str, lexicon_: Lexicon) -> Lexed:
    """All tokens of a text. Words outside the calendar share one empty token: only their place in the string counts."""
    known, marks, chars = lexicon_.known, lexicon_.marks, lexicon_.chars
    tokens: list[Token] = []
    codes: list[str] = []
    forms: list[str] = []
    at_heads: list[int] = []
    before = ""
    for m in lexicon_.tokens.finditer(text):
        group = m.lastgroup
        token, code, form = _NONE, JUNK, ""
        if group == "word":
            form = m[0].lower()
            hit = known.get(form)
            end = m.end()
            if hit is None and not form.isalpha():
                form, end = _bare(form, end)
                hit = known.get(form)
                if end < m.end() and (hit is None or hit[0] == JUNK):
                    hit = known.get("'s", hit)  # "the company's 1989 results"
            if hit is not None:
                code, held, head = hit
                if code != JUNK:
                    code, held = _weigh(form, m[0][0].isupper(), code, held, before, lexicon_)
                if head:
                    at_heads.append(len(tokens))
                token = Token(m.start(), end, held)
            before = form
        elif group == "mark":
            form = m[0]
            initial = form == "." and m.start() > 0 and len(before) == 1 and text[m.start() - 1].isupper()
            code = JUNK if initial else marks.get(form, JUNK)  # "Daniel P. Davison" ends no sentence
            if code != JUNK:
                token = Token(m.start(), m.end(), _NONE.values)
        elif group == "nl":
            code, form = marks["\n"], "\n"
        elif group not in ("junk", "mix"):
            code, held = _number(str(group), m[0], chars)
            token = Token(m.start(), m.end(), held)
        tokens.append(token)
        codes.append(code)
        forms.append(form)
    if at_heads:
        _join_phrases(tokens, codes, forms, at_heads, lexicon_.phrases)
    return Lexed(text, tokens, "".join(codes))


def _bare(form: str, end: int) -> tuple[str, int]:
    """A word with typewriter apostrophes and without the English possessive, and where it then ends."""
    form = form.translate(_APOSTROPHES)
    return (form[:-2], end - 2) if form.endswith("'s") else (form, end)


def _weigh(form: str, capital: bool, code: str, held: Values, before: str, lexicon_: Lexicon) -> tuple[str, Values]:
    """The class of a word by its capital ("May", "Sun" need one; Russian "Марта" with one is a name) and neighbour."""
    if not capital and form in lexicon_.capitalised:
        return JUNK, {}
    if form in lexicon_.not_after and before.endswith(lexicon_.not_after[form]) and before not in lexicon_.known:
        return JUNK, {}
    if form in lexicon_.ambiguous or (capital and not lexicon_.months_capitalised):
        return lexicon_.weak.get(form, (code, held))
    return code, held


def _number(group: str, raw: str, chars: dict[str, str]) -> tuple[str, Values]:
    value: Any = raw
    if group == "int":
        if len(raw) > 6:
            return JUNK, {}
        value = int(raw)
        group = "y" if len(raw) == 4 and 1900 <= value <= 2100 else "d" if value <= 31 and len(raw) <= 2 else "n"
        if group == "n" and len(raw) == 4:
            return chars["n"][0], {"n": value, "raw": raw}
    elif group in ("iso", "dmy"):
        year = re.search(r"\d{4}", raw)
        if year and not 1900 <= int(year.group()) <= 2100:
            return JUNK, {}
    elif group == "od":
        digits = re.match(r"\d{1,6}", raw)
        value = int(digits.group()) if digits else 0
        if 1900 < value <= 2100:
            group = "y"
    elif group == "decade" and len(re.sub(r"\D", "", raw)) < 4:
        return chars["shortdecade"][0], {"shortdecade": raw}
    elif group == "ampm":
        value = raw[0].lower() + "m"
    return chars[group][0], {group: value}


def _join_phrases(
    tokens: list[Token], codes: list[str], forms: list[str], at_heads: list[int], phrases: dict[tuple[str, str], Any]
) -> None:
    """The longest phrase at each head becomes one token, in place."""
    joins: list[tuple[int, int, str, Values]] = []
    free = 0
    forms.append("")
    for i in at_heads:
        found = phrases.get((forms[i], forms[i + 1])) if i >= free else None
        for rest, code, held in found or ():
            width = len(rest)
            if width == 1 or tuple(forms[i + 1 : i + 1 + width]) == rest:
                joins.append((i, i + width, code, held))
                free = i + width + 1
                break
    for i, j, code, held in reversed(joins):
        tokens[i : j + 1] = [Token(tokens[i].start, tokens[j].end, held)]
        codes[i : j + 1] = [code]
