"""Whether a name of the gazetteer is a place where it stands: the words around it decide.

A million names hold words, surnames and titles. A name counts as a place by what it is (a country, a city of a million), by
its position (preposition, class noun, list, headline) and against what speaks for a person, a street or a body.
"""

import re
from functools import lru_cache
from types import ModuleType

from msgspec import Struct

from reportedly.gazetteer import Entry
from reportedly.gazetteer.keys import fold, is_cyrillic
from reportedly.languages import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`‑-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s*[»\"”)\]]?\s*|\n\s*)[\W_]*$")
_LINE_START = re.compile(r"(?:^|\n)[\W_]*$")
_HEADLINE = re.compile(r"\s*(?:[—–:-]\s|\(|\.?\n|$)")
_QUOTED = re.compile(r"[«\"“„]\s*$")
_UNQUOTED = re.compile(r"\s*[»\"”“]")
_SURNAME = re.compile(
    r"(?:ов|ев|ёв|ин|ын|ова|ева|ина|ский|ская|цкий|ская|ович|евич|ич|енко|чук|юк|ук|як|ко|ець|єв|їв|ськ[аи]й?|цьк[аи]й?"
    r"|ского|скому|ским|ову|еву|овым|евым|иным|ыным|овой|евой|иной|ову|еву|єва|єву|овим|євим|іним|енка|енку|enko|ov|ev|in|sky|skyi|chuk|uk)$"
)
_INITIAL = re.compile(r"\b[^\W\d_]\.\s?$")
_INITIAL_AFTER = re.compile(r"\s[^\W\d_]\.")

_STRONG = {
    "en": frozenset(
        "in at near over across toward towards inside within throughout outside northern southern eastern western central of from to".split()
    ),
    "ru": frozenset(
        "в во на над под из изо около возле близ вблизи севернее южнее восточнее западнее недалеко у".split()
    ),
    "uk": frozenset(
        "в у на над під із зі біля коло поблизу неподалік північніше південніше східніше західніше".split()
    ),
}


class Token(Struct, frozen=True, gc=False):
    """A word of the text; ``capital`` = begins with a capital letter, ``upper`` = is all capitals."""

    start: int
    end: int
    folded: str
    capital: bool
    upper: bool
    digit: bool


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order."""
    return [
        Token(m.start(), m.end(), fold(w), w[0].isupper(), len(w) > 1 and w.isupper(), w[0].isdigit())
        for m in _WORD.finditer(text)
        for w in (m.group(),)
    ]


class _Rules(Struct, frozen=True):
    data: ModuleType
    prepositions: frozenset[str]
    strong: frozenset[str]
    class_before: re.Pattern[str]
    settlement_before: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: frozenset[str]
    org_after: frozenset[str]
    streets: re.Pattern[str] | None
    street_words: frozenset[str]
    facility: re.Pattern[str]


@lru_cache(maxsize=8)
def _rules(language: str) -> _Rules:
    data = lexicon(language, "toponyms")
    classes = {k: "|".join(v) if isinstance(v, list) else v for k, v in data.CLASS_BEFORE.items()}
    every = "|".join(classes.values())
    tail = r"(?: of)?(?: the)?" if language == "en" else ""
    return _Rules(
        data=data,
        prepositions=frozenset(data.PREPOSITIONS),
        strong=_STRONG.get(language, frozenset(data.PREPOSITIONS)),
        class_before=re.compile(rf"(?<!\w)(?:{every}){tail}\s+[«\"“]?$", re.IGNORECASE),
        settlement_before=re.compile(rf"(?<!\w)(?:{classes['settlement']}){tail}\s+[«\"“]?$", re.IGNORECASE),
        office_before=re.compile(rf"(?<!\w){data.OFFICE_BEFORE}\s+$", re.IGNORECASE),
        office_after=frozenset(getattr(data, "OFFICE_AFTER", ())),
        org_after=frozenset(getattr(data, "ORG_AFTER", ())),
        streets=re.compile(rf"(?<!\w){data.STREETS}\s+[«\"]?$", re.IGNORECASE)
        if isinstance(data.STREETS, str)
        else None,
        street_words=data.STREETS if isinstance(data.STREETS, frozenset) else frozenset(),
        facility=re.compile(rf"(?<!\w)(?:{classes['facility']})\s+[«\"“]?$", re.IGNORECASE),
    )


def weight(entry: Entry) -> int:
    """How well known a place is: 4 country, sea, region of the war; 3 city of 100,000; 2 town of 15,000; 1 place of 1,000; 0."""
    if entry.kind in ("country", "area") or (entry.kind == "region" and entry.country in _HOME):
        return 4
    if entry.kind == "facility":
        return 3 if entry.feature == "FAC" else 1
    if entry.kind == "region":
        return 2
    home = 1 if entry.country in _HOME and entry.population >= 500 else 0
    steps = sum(entry.population >= limit for limit in (1_000, 15_000, 100_000, 1_000_000))
    return min(4, steps + (home if steps else 0))


_HOME = frozenset(("RU", "UA", "BY"))


class Judge:
    """Decides for one text."""

    def __init__(self, text: str, language: str, tokens: list[Token], everyday: frozenset[str]) -> None:
        self.text = text
        self.language = language
        self.tokens = tokens
        self.everyday = everyday
        self.rules = _rules(language)
        self.places = 0

    def _left(self, index: int, width: int = 48) -> str:
        start = self.tokens[index].start
        left = self.text[max(0, start - width) : start]
        return left[left.rfind("\n") + 1 :]

    def _word(self, index: int) -> str:
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def _adjacent(self, left: int, right: int) -> bool:
        if left < 0 or right >= len(self.tokens):
            return False
        return self.text[self.tokens[left].end : self.tokens[right].start] in (" ", "\u00a0", " «", ' "')

    def office(self, first: int, last: int) -> bool:
        """Whether the name is governed by an office or body ("губернатор X", "X governor")."""
        if self.rules.office_before.search(self._left(first)):
            return True
        after = self._word(last + 1)
        return after in self.rules.office_after and self._adjacent(last, last + 1)

    def label(self, first: int, last: int, entries: tuple[Entry, ...]) -> str | None:
        """``name``, ``office``, ``metonym`` or None (not a place here)."""
        left = self._left(first)
        before = self._word(first - 1) if self._adjacent(first - 1, first) else ""
        best = max(map(weight, entries[:12]))
        title = self.rules.class_before.search(left) is not None
        if self._street(left, first, last) or self._person(first, last, left, before, best, title):
            return None
        if self._short(first, last, best):
            return None
        if self.office(first, last):
            genitive = self.tokens[first].folded[-1] in "аяиыіїуюоейьх" or self.language == "en"
            return "office" if genitive or best >= 3 else None
        if self._body(first, last):
            return "office" if best >= 3 else None
        if not title and not self._position(first, last, before, best, left):
            return None
        if self._speaks(first, last, before, best):
            return "metonym"
        return "name"

    def _street(self, left: str, first: int, last: int) -> bool:
        rules = self.rules
        if rules.streets and rules.streets.search(left):
            return True
        return (
            bool(rules.street_words) and self._word(last + 1) in rules.street_words and self._adjacent(last, last + 1)
        )

    def _short(self, first: int, last: int, best: int) -> bool:
        """Codes and abbreviations are no names, except those of the lexicon and headlines in capitals."""
        token = self.tokens[first]
        if first != last or not token.upper:
            return False
        if self.text[token.start : token.end] in self.rules.data.ABBREVIATIONS:
            return False
        return len(token.folded) < 4 or (best < 2 and len(token.folded) < 6) or token.folded in self.everyday

    def _person(self, first: int, last: int, left: str, before: str, best: int, title: bool) -> bool:
        names = self.rules.data.FIRST_NAMES
        head = self.tokens[first].folded
        if title:
            return False
        if before and self.tokens[first - 1].capital and _is_first_name(before, names):
            return True
        if _INITIAL.search(left[-4:]) or (
            self.language != "en" and best < 3 and _INITIAL_AFTER.match(self.text, self.tokens[last].end)
        ):
            return True
        if before in self.rules.data.TITLES:
            return True
        follows = last + 1 < len(self.tokens) and self.tokens[last + 1].capital and self._adjacent(last, last + 1)
        if _is_first_name(head, names) and (follows or first != last or best < 2 or before not in self.rules.strong):
            return best < 4
        if first == last and best < 3 and _SURNAME.search(head) and before not in self.rules.strong:
            return not self._listed(first, last) and not self._headline(first, last)
        return False

    def _body(self, first: int, last: int) -> bool:
        """Whether the name is the first part of a longer proper name ("Moscow Times", «Москва 24»)."""
        after = last + 1
        if after >= len(self.tokens) or not self._adjacent(last, after):
            return False
        token = self.tokens[after]
        quoted = _QUOTED.search(self._left(first)) is not None
        if quoted and not _UNQUOTED.match(self.text, self.tokens[last].end):
            return True
        return (
            self.language == "en"
            and token.capital
            and (
                token.folded in self.rules.org_after or (not token.upper and token.folded not in self.rules.data.TITLES)
            )
        )

    def _headline(self, first: int, last: int) -> bool:
        """A name that is a line, or opens one before a dash or colon: "KRYVYI RIH — ", «Берислав – »."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return bool(_LINE_START.search(self.text[max(0, start - 12) : start]) and _HEADLINE.match(self.text, end))

    def _listed(self, first: int, last: int) -> bool:
        """Whether the name is a member of a list of capitalised words."""
        gap_left = self.text[self.tokens[first - 1].end : self.tokens[first].start] if first else ""
        gap_right = (
            self.text[self.tokens[last].end : self.tokens[last + 1].start] if last + 1 < len(self.tokens) else ""
        )
        left = gap_left == ", " and self.tokens[first - 1].capital
        right = gap_right == ", " and self.tokens[last + 1].capital
        joined = self._word(first - 1) in ("and", "и", "і", "та", "й") and first > 1 and self.tokens[first - 2].capital
        return left or right or joined

    def _position(self, first: int, last: int, before: str, best: int, left: str) -> bool:
        head = self.tokens[first].folded
        initial = (
            _SENTENCE_START.search(self.text[max(0, self.tokens[first].start - 8) : self.tokens[first].start])
            is not None
        )
        strong, weak = before in self.rules.strong, before in self.rules.prepositions
        if _QUOTED.search(left) and self.language != "en" and not self.rules.facility.search(left):
            return best >= 2 and strong
        if first == last and head in self.everyday:
            return strong and not initial and best >= 2
        if self.language == "en" and before and self.tokens[first - 1].capital and not initial and best < 4:
            if self.tokens[first - 1].folded not in self.rules.data.DIRECTIONS and not self.tokens[first - 1].upper:
                return False
        if best >= 3:
            return True
        if best == 2:
            return (
                strong
                or weak
                or not initial
                or self._listed(first, last)
                or self._headline(first, last)
                or first != last
            )
        if best == 1:
            return strong or self._listed(first, last) or self._headline(first, last) or (weak and first != last)
        return (
            (strong and not (self.language == "en"))
            or (first != last and (weak or self._listed(first, last)))
            or (self._headline(first, last) and self.language != "en" and first == last and is_cyrillic(head))
        )

    def _speaks(self, first: int, last: int, before: str, best: int) -> bool:
        """A capital or country before a verb of saying stands for its government."""
        if best < 3 or before in self.rules.prepositions or first != last:
            return False
        return self._word(last + 1) in self.rules.data.SPEECH_STRICT and self._adjacent(last, last + 1)

    def unknown(self, index: int) -> tuple[int, str] | None:
        """``(last token, label)`` where words that no gazetteer holds stand where only a settlement's name can."""
        token = self.tokens[index]
        if token.upper or token.digit or len(token.folded) < 4:
            return None
        left = self._left(index)
        if not self.rules.settlement_before.search(left):
            return None
        if _QUOTED.search(left) or self.rules.office_before.search(left):
            return None
        last = index
        while (
            last + 1 < len(self.tokens)
            and last < index + 2
            and self.tokens[last + 1].capital
            and self._adjacent(last, last + 1)
        ):
            last += 1
        if _is_first_name(token.folded, self.rules.data.FIRST_NAMES):
            return None
        return last, "unknown:settlement"


def _is_first_name(word: str, names: frozenset[str]) -> bool:
    if word in names:
        return True
    if not is_cyrillic(word):
        return False
    return any(
        word[:-cut] + ending in names
        for cut, endings in ((1, ("", "й", "а", "я", "о")), (2, ("", "й", "о", "а", "я")))
        for ending in endings
        if len(word) > 4
    )
