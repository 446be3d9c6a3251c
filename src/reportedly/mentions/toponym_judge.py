"""Whether a name of the gazetteer is a place where it stands: the words around it decide.

A million names hold words, surnames and titles. A name counts as a place by what it is (a country, a big city), by its
position (preposition, class noun, list, headline) and against what speaks for a person, a street or a body.
"""

import re

from msgspec import Struct

from reportedly.gazetteer import Entry
from reportedly.gazetteer.keys import fold, is_cyrillic
from reportedly.mentions import toponym_rules as known
from reportedly.mentions.toponym_rules import CAPITALS, HOME, PLACELIKE, Token, alike, rules, weight

_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s*[»\"”)\]]?\s*|\n\s*)[\W_]*$")
_LINE_START = re.compile(r"(?:^|\n)[\W_]*$")
_HEADLINE = re.compile(r"\s*(?:[—–:-]\s|\(|\.?\n|$)")
_INSIDE = frozenset("in near at over в во под над из до із під біля".split())
_LONGEST_SERIES = 60
"""Words back to the head of a list of names; the longest of a bulletin has about forty."""
_COMPOUND = ("-occupied", "-controlled", "-held", "-flagged", "-backed", "-led", "-made", "-run")


class _Spot(Struct, frozen=True, gc=False):
    """Where a name stands."""

    first: int
    last: int
    left: str
    before: str
    best: int
    title: bool
    initial: bool
    headline: bool
    listed: bool
    quoted: bool
    home: bool
    own: bool
    noun: bool
    city: bool
    wide: bool


class Judge:
    """Decides for one text."""

    def __init__(self, text: str, language: str, tokens: list[Token], everyday: frozenset[str]) -> None:
        self.text = text
        self.language = language
        self.tokens = tokens
        self.everyday = everyday
        self.rules = rules(language)
        dateline = self.rules.dateline.match(text)
        self.dateline = dateline.end() if dateline else 0

    def _word(self, index: int) -> str:
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def _adjacent(self, left: int, right: int) -> bool:
        if left < 0 or right >= len(self.tokens):
            return False
        return self.text[self.tokens[left].end : self.tokens[right].start] in (" ", "\u00a0", " «", ' "')

    def left(self, index: int, width: int = 60) -> str:
        """The words before a token, in its line."""
        start = self.tokens[index].start
        left = self.text[max(0, start - width) : start]
        return left[left.rfind("\n") + 1 :]

    def office(self, first: int, last: int) -> bool:
        """Whether the name is governed by an office or body ("губернатор X", "X governor")."""
        if self.rules.office_before.search(self.left(first)):
            return True
        return self._word(last + 1) in self.rules.office_after and self._adjacent(last, last + 1)

    def label(self, first: int, last: int, entries: tuple[Entry, ...]) -> str | None:
        """``name``, ``office``, ``metonym`` or None (not a place here)."""
        spot = self._spot(first, last, entries)
        if (
            self.language != "en"
            and known.RIVERSIDE.search(spot.left)
            and known.RIVERS.fullmatch(self.tokens[first].folded)
        ):
            return None
        if first != last and entries[0].kind == "facility" and not self.office(first, last):
            return "name"
        if self._short(spot) or self._street(spot) or self._person(spot) or self._forename(spot):
            return None
        if self.office(first, last):
            return "office" if self._governed(spot) else None
        if self._body(spot):
            return "office" if spot.best >= 3 else None
        word = self.tokens[first].folded
        if not (spot.title and (first != last or word not in self.rules.never)) and not self._position(spot):
            return None
        if self._power(spot, entries):
            return "metonym"
        return "name"

    def _forename(self, spot: _Spot) -> bool:
        """Whether a first name stands before a surname: «губернатор области Роман Бусаргин»."""
        after = spot.last + 1
        return (
            self.language != "en"
            and spot.first == spot.last
            and self.tokens[spot.first].folded in self.rules.first_names
            and self._adjacent(spot.last, after)
            and self.tokens[after].capital
            and not self.tokens[after].upper
        )

    def _governed(self, spot: _Spot) -> bool:
        """Whether what an office stands before is a place and no person: «мэр Белгорода», not «премьер Тереза»."""
        if self.language == "en":
            return spot.best >= 1
        genitive = self.tokens[spot.first].folded[-1] in "аяиыіїуюоейьх"
        return (
            spot.best >= 4
            or (genitive and spot.home and spot.best >= 1)
            or (genitive and spot.best == 3 and spot.listed)
        )

    def _spot(self, first: int, last: int, entries: tuple[Entry, ...]) -> _Spot:
        left = self.left(first)
        start, end = self.tokens[first].start, self.tokens[last].end
        head = self.text[max(0, start - 8) : start]
        words = fold(self.text[start:end])
        headline = _LINE_START.search(self.text[max(0, start - 12) : start]) and _HEADLINE.match(self.text, end)
        return _Spot(
            first=first,
            last=last,
            left=left,
            before=self._word(first - 1) if self._adjacent(first - 1, first) else "",
            best=max(weight(e, words, self.language) for e in entries[:12]),
            title=self.rules.class_before.search(left) is not None,
            initial=_SENTENCE_START.search(head) is not None,
            headline=headline is not None,
            listed=self._listed(first, last),
            wide=entries[0].kind in ("country", "region", "area"),
            city=any(e.kind == "settlement" and e.population >= 100_000 for e in entries[:3]),
            noun=words[-1] in "ауеі" and any(e.kind == "settlement" and e.name.endswith("sk") for e in entries[:4]),
            own=any(known.own(e) for e in entries[:6]),
            home=any(e.country in HOME and (self.language != "en" or alike(words, fold(e.name))) for e in entries[:12]),
            quoted=known.in_title(left, self.text[end : end + 28]),
        )

    def _street(self, spot: _Spot) -> bool:
        rules = self.rules
        if rules.streets and rules.streets.search(spot.left):
            return True
        after = spot.last + 1
        if self.language == "en" and known.IN_TOWN.match(self.text, self.tokens[spot.last].end):
            return spot.before == "the" or spot.best < 3
        return bool(rules.street_words) and self._word(after) in rules.street_words and self._adjacent(spot.last, after)

    def _short(self, spot: _Spot) -> bool:
        """Codes, abbreviations and two-letter words are no names, except those of the lexicon."""
        token = self.tokens[spot.first]
        if spot.first != spot.last or self.text[token.start : token.end] in self.rules.data.ABBREVIATIONS:
            return False
        if token.folded in self.rules.data.CONNECTORS:
            return True
        if len(token.folded) < 3:
            return not spot.title
        if self.language != "en" and not is_cyrillic(token.folded):
            return spot.best < 3 or token.upper or spot.before not in self.rules.strong
        if not token.upper:
            return False
        known = spot.headline or spot.title or spot.city
        return token.folded in self.everyday or (len(token.folded) < 5 and not known)

    def _person(self, spot: _Spot) -> bool:
        first, last = spot.first, spot.last
        names, head = self.rules.first_names, self.tokens[first].folded
        if spot.title:
            return False
        if (
            self.language == "en"
            and first == last
            and spot.best < 3
            and known.ARTICLED.match(self.text, self.tokens[last].end)
        ):
            return True
        if known.IN_REGION.match(self.text, self.tokens[last].end) and spot.before in self.rules.strong:
            return False
        if spot.before in self.rules.data.TITLES and (self.language == "en" or spot.best < 3):
            return True
        follows = last + 1 < len(self.tokens) and self.tokens[last + 1].capital and self._adjacent(last, last + 1)
        strong = spot.before in self.rules.strong
        if spot.before and self.tokens[first - 1].capital and spot.before not in self.rules.prepositions:
            if known.is_first_name(spot.before, names):
                return True
            # «Зо Мин Тун»: an unknown capitalised word before, not at the start of a sentence
            if self.language != "en" and spot.best < 3 and not self.tokens[first - 1].upper:
                return True
        if known.INITIAL.search(spot.left[-4:]):
            return True
        if self.language != "en" and follows and spot.best < 3 and known.WITH_NOUN.search(head) and first == last:
            return True
        if self.language != "en" and follows and not strong and spot.best < 3 and first == last and not spot.listed:
            return not self.tokens[last + 1].upper and not self.rules.office_before.search(spot.left)
        if self.language != "en" and spot.best < 3 and known.INITIAL_AFTER.match(self.text, self.tokens[last].end):
            return True
        if known.is_first_name(head, names) and not spot.wide:
            inside = spot.before in _INSIDE
            return not inside or (spot.best < 4 and (follows or first != last or spot.best < 2))
        if first == last and spot.best < 3 and known.SURNAME.search(head) and not strong:
            return not spot.listed and not spot.headline
        return False

    def _body(self, spot: _Spot) -> bool:
        """Whether the name is the first part of a longer proper name ("Moscow Times", «Москва 24»)."""
        after = spot.last + 1
        if after >= len(self.tokens) or not self._adjacent(spot.last, after):
            return False
        token = self.tokens[after]
        return (
            self.language == "en"
            and token.capital
            and token.folded not in self.rules.data.AIRPORTS
            and (token.folded in self.rules.org_after or not (token.upper or token.folded in self.rules.data.TITLES))
        )

    def _listed(self, first: int, last: int) -> bool:
        """Whether the name is a member of a list of capitalised words."""
        tokens = self.tokens
        gap_left = self.text[tokens[first - 1].end : tokens[first].start] if first else ""
        gap_right = self.text[tokens[last].end : tokens[last + 1].start] if last + 1 < len(tokens) else ""
        if gap_left in (", ", "/") and tokens[first - 1].capital:
            return True
        if gap_right in (", ", "/") and tokens[last + 1].capital:
            return True
        return self._word(first - 1) in ("and", "и", "і", "та", "й") and first > 1 and tokens[first - 2].capital

    def _series(self, index: int) -> bool:
        """Whether the list of names that a token stands in opens behind a class noun: "населених пунктів A, B та C"."""
        tokens = self.tokens
        for _ in range(_LONGEST_SERIES):
            if index == 0:
                return False
            before = index - 1
            gap = self.text[tokens[before].end : tokens[index].start].strip()
            if gap == "," and self._word(before) == "рф" and before > 1:
                before, gap = before - 1, ""  # "Курськ, Міллєрово – рф, Чауда"
            if not gap and self._word(before) in ("and", "и", "і", "та", "й") and before:
                before -= 1
            elif gap not in ("", ",", ":"):
                return False
            if not tokens[before].capital:
                left = self.left(index)
                return (
                    self.rules.settlement_before.search(left) is not None
                    or known.LAUNCHED_FROM.search(left) is not None
                )
            index = before
        return False

    def _position(self, spot: _Spot) -> bool:
        single, best = spot.first == spot.last, spot.best
        if spot.listed and self.language != "en" and self._series(spot.first):
            return True
        head = self.tokens[spot.first].folded
        strong, weak = spot.before in self.rules.strong, spot.before in self.rules.prepositions
        if spot.quoted:
            return self.rules.facility_before.search(spot.left) is not None or (best == 3 and not single)
        if single and (head in self.everyday or head in self.rules.never):
            return strong and not spot.initial and best >= 2
        if self.language != "en" and single and not spot.noun and known.ADJECTIVE.search(head):
            return spot.headline or (strong and spot.best >= 2 and not self._followed(spot))
        if self.language != "en" and not spot.home and best < 4 and single and not (strong or weak or spot.own):
            return spot.listed or spot.headline
        if self.language == "en" and spot.before and not weak and self.tokens[spot.first - 1].capital and best < 4:
            before = self.tokens[spot.first - 1]
            if (
                before.folded not in known.ARTICLES
                and before.folded not in self.rules.data.DIRECTIONS
                and not before.upper
            ):
                return False
        if best >= 3:
            return True
        if (
            self.language == "en"
            and best
            and spot.before == "the"
            and self._word(spot.last + 1) in self.rules.data.QUARTERS
        ):
            return True
        position = spot.listed or spot.headline
        if best == 2:
            return strong or weak or position or not single or (self.language != "en" and not spot.initial)
        if self.language == "en" and single and spot.home and (spot.listed or spot.before in self.rules.data.ATTACKED):
            attacked = spot.before in self.rules.data.ATTACKED
            if not known.SURNAME.search(head) and (attacked or PLACELIKE["en"].search(head)):
                return True
        if best == 1:
            if self.language == "en":
                return strong or weak or spot.headline or (spot.listed and not single)
            return strong or position or (weak and not single)
        if self.language == "en":
            return (strong and spot.home) or (not single and (strong or weak))
        return strong or (spot.headline and is_cyrillic(head)) or (not single and (weak or position))

    def _followed(self, spot: _Spot) -> bool:
        """Whether a small word follows at once: an adjective's noun."""
        after = spot.last + 1
        if not self._adjacent(spot.last, after) or self.tokens[after].capital:
            return False
        word = self.tokens[after].folded
        return len(word) > 3 and word[-1] in "еуию" and not word.endswith(("ли", "лися", "ние"))

    def _power(self, spot: _Spot, entries: tuple[Entry, ...]) -> bool:
        """Whether a country or capital stands for its government: it does unless its position says place."""
        entry = next((e for e in entries[:4] if e.geonameid in CAPITALS), entries[0])
        capital = entry.geonameid in CAPITALS
        if entry.kind != "country" and not capital and entry.name != "European Union":
            return False
        data = self.rules.data
        if self.tokens[spot.last].end <= self.dateline:
            return True
        possessive = self.text[self.tokens[spot.last].end :][:2] in ("'s", "’s")
        if self.rules.speech_before.search(spot.left) or (possessive and entry.kind == "country"):
            return True
        if spot.before in data.PLACE_PREPOSITIONS or spot.title:
            return False
        if self.rules.territory_before.search(spot.left) or self.rules.target_before.search(spot.left):
            return False
        if spot.headline and entry.kind != "country":
            return False
        return not (capital and spot.listed)

    def announced(self, index: int) -> bool:
        """Whether a class noun or a preposition of place stands before a token."""
        before = self._word(index - 1) if self._adjacent(index - 1, index) else ""
        return before in self.rules.strong or self.rules.class_before.search(self.left(index)) is not None

    def variant(self, first: int, last: int) -> bool:
        """Whether a name spelt unusually may be looked for here: in place position or before a head noun."""
        before = self._word(first - 1) if self._adjacent(first - 1, first) else ""
        after = self._word(last + 1) if self._adjacent(last, last + 1) else ""
        listed = self._listed(first, last)
        return before in self.rules.strong or after in self.rules.data.REGION_HEADS or listed

    def unknown(self, index: int) -> tuple[int, str] | None:
        """``(last token, label)`` where words that no gazetteer holds stand where only a place's name can."""
        token = self.tokens[index]
        if (
            token.upper
            or token.digit
            or len(token.folded) < 4
            or self.text[token.start : token.end].endswith(_COMPOUND)
            or token.folded in self.everyday
            or token.folded in self.rules.never
            or (self.language == "en" and self.text[token.start : token.end] in self.rules.data.DEMONYMS)
        ):
            return None
        left = self.left(index)
        last = index
        while last + 1 < len(self.tokens) and last < index + 2 and self._part_of_name(last + 1):
            if (
                not self._adjacent(last, last + 1)
                or self.tokens[last + 1].upper
                or known.ADJECTIVE.search(self.tokens[last + 1].folded)
                or not self.tokens[last + 1].folded.replace(" ", "").isalpha()
            ):
                break
            last += 1
        if self.rules.facility_after.match(self.text, self.tokens[last].end) and not left.endswith(("“", "‘")):
            return last, "facility"
        if known.is_first_name(token.folded, self.rules.first_names) or self.rules.office_before.search(left):
            return None
        if self.rules.settlement_before.search(left) and not known.in_quotes(left):
            return last, "unknown:settlement"
        if self.language != "en" and self._listed(index, last) and self._series(index):
            return last, "unknown:settlement"
        if last == index and self.placelike(index):
            return last, "unknown:settlement"
        return None

    def _part_of_name(self, index: int) -> bool:
        """A capital, or the article of an Arabic name: "Maaret al-Numan"."""
        return self.tokens[index].capital or self.tokens[index].folded.startswith(("al ", "el "))

    def placelike(self, index: int) -> bool:
        """A single unknown word after a preposition of place, with an ending that place names have."""
        token, left = self.tokens[index], self.left(index)
        before = self._word(index - 1) if self._adjacent(index - 1, index) else ""
        narrow = before in self.rules.strong and before not in ("to", "of", "from", "у", "з", "із", "из")
        narrow = narrow or before in self.rules.data.ATTACKED
        if not narrow and not self.rules.target_before.search(left):
            return False
        if self.language != "en" and known.ADJECTIVE.search(token.folded):
            return False
        if self.text[token.end : token.end + 2] in ("'s", "’s") or known.in_quotes(left):
            return False
        return PLACELIKE[self.language].search(token.folded) is not None
