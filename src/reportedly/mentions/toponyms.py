"""Toponyms: every stretch of a text that names a place, with what it is there.

`find` returns mentions of kind ``toponym``, sorted and free of overlaps. Their ``label``:

``name``            a name of the gazetteer, place of what is told or at least possibly so
``head:HEAD``       a bare member of a list under a shared head ("Белгородской, Курской и Брянской областями"): look it
                    up as "NAME HEAD"
``variant:NAME``    a known name spelt unusually ("Izhewsk"); look it up as NAME
``unknown:KIND``    a name in place position that no gazetteer holds
``adjective:STEM``  a facility named by its town's adjective ("саратовский аэропорт")
``street``          a street, square or road by its name
``facility``        a named plant, base or depot that no gazetteer holds
``office``          the name is part of an office, body or thing ("Belgorod governor", "Moscow Times")
``metonym``         a capital or country that stands for its government
``demonym:CC:ROLE`` an adjective of a country with a noun of territory ("Russian regions", "Ukrainian border")
``anaphor:KIND``    "the city", "в регионе"
"""

import re

from reportedly.gazetteer import Entry, Gazetteer
from reportedly.gazetteer.keys import fold, stem, stem_key
from reportedly.mentions.toponym_judge import Judge
from reportedly.mentions.toponym_lexicon import words_of
from reportedly.mentions.toponym_rules import HOME, tokens_of, weight
from reportedly.model import Mention

_JOIN = re.compile(r"^(?:\s|[-‐‑–]|\s[-–]\s|\.\s|\s[«\"“])$")
_FEMININE = re.compile(r"(?:ск|цк|ськ|цьк|зьк)(?:ой|ая|ую|ою|а|ої|ій|у)$")
_ADJECTIVE_STEM = re.compile(r"(.+(?:ск|цк|ськ|цьк|зьк))\w{1,3}$")
_MASCULINE = re.compile(r"(.+(?:ск|цк|ськ|цьк|зьк))(?:ом|ому)")
_SMALL = frozenset("и й та і а или або но але в на у с з из із по до во ще еще также також".split())
_MAX_WORDS = 5
_GUILLEMETS = re.compile(r"«([A-ZА-ЯЁЄІЇҐ0-9][^«»\n]{1,40})»")
_AND = re.compile(r"(?:,| и| і| та| й)\s+(?=«)")


def find(text: str, language: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """All toponyms of a text, in order. ``language`` is an ISO 639-1 code that has a folder in `languages`."""
    return _Finder(text, language, gazetteer).run()


class _Finder:
    def __init__(self, text: str, language: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.language = language
        self.gazetteer = gazetteer
        self.lexicon = words_of(language)
        self.tokens = tokens_of(text)
        self.judge = Judge(text, language, self.tokens, self.lexicon.everyday)
        self.taken = bytearray(len(text) + 1)
        self.found: list[Mention] = []

    def run(self) -> tuple[Mention, ...]:
        self._states()
        for match in self.lexicon.phrases.finditer(self.text):
            self._add(match.start(), match.end(), "name")
        self._facilities()
        for match in self.judge.rules.street.finditer(self.text):
            self._add(*match.span(1), "street")
        self._heads()
        self._bare_regions()
        self._adjectives()
        self._names()
        self._demonyms()
        self._possessives()
        self._anaphors()
        return tuple(sorted(self.found, key=lambda m: m.start))

    def _add(self, start: int, end: int, label: str) -> bool:
        if any(self.taken[start:end]):
            return False
        self.taken[start:end] = b"\x01" * (end - start)
        self.found.append(Mention(kind="toponym", start=start, end=end, label=label))
        return True

    def _states(self) -> None:
        """ "Alexandria, Ky.": states as agencies abbreviate them."""
        if self.lexicon.states is not None:
            for match in self.lexicon.states.finditer(self.text):
                self._add(match.start(1), match.end(1), "name")

    # --- lists under one head: "Bryansk, Kursk and Belgorod regions", «Белгородской и Курской областями»

    def _heads(self) -> None:
        for index, token in enumerate(self.tokens):
            word = token.folded if self.language == "en" else stem(token.folded)
            head = self.lexicon.heads.get(word)
            if head and index:
                self._list(index, head[0])

    def _list(self, index: int, head: str) -> None:
        last = index - 1
        if not self._adjacent(last, index):
            return
        if self.tokens[last].folded == "border" and last and self._member(last - 1, head) is not None:
            self._add(self.tokens[last - 1].start, self.tokens[last - 1].end, f"head:{head}")
            return
        first = self._whole(last, index, head)
        if first is None:
            self._former_district(last, index)
            return
        token = self.tokens[index]
        start = self.tokens[first].start
        label = "office" if self.judge.office(first, index) else "name"
        self._add(start, token.end, label)
        while first > 0:
            gap = self.text[self.tokens[first - 1].end : self.tokens[first].start]
            before = first - 1
            if self.tokens[before].folded in ("and", "и", "і", "й", "та", "or", "или", "але", "а") and not gap.strip():
                before -= 1
            elif gap.strip() != ",":
                return
            if before < 0:
                return
            member = self._member(before, head)
            if member is None:
                return
            self._add(self.tokens[member].start, self.tokens[before].end, f"head:{head}" if label == "name" else label)
            first = member

    def _former_district(self, last: int, index: int) -> None:
        """«у Глухівському районі»: a district no longer on the books is the land about its town."""
        words = self.text[self.tokens[last].start : self.tokens[last].end].casefold()
        match = _ADJECTIVE_STEM.match(words) if self.tokens[last].capital and self.language != "en" else None
        if match is not None and self.gazetteer.of_adjective(match[1]):
            self._add(self.tokens[last].start, self.tokens[index].end, f"adjective:{match[1]}")

    def _whole(self, last: int, index: int, head: str) -> int | None:
        """The first token of the name that stands before its head, two words at most."""
        for first in (last - 1, last):
            if first < 0 or not self.tokens[first].capital:
                continue
            if first != last and not self._adjacent(first, last):
                continue
            words = self.text[self.tokens[first].start : self.tokens[last].end]
            if self._region(words, self.text[self.tokens[index].start : self.tokens[index].end], head):
                return first
        return None

    def _region(self, words: str, noun: str, head: str) -> tuple[Entry, ...]:
        entries = self.gazetteer.lookup(f"{words} {noun}", self.language)
        if not entries and noun.casefold() != head.casefold():
            entries = self.gazetteer.lookup(f"{words} {head}", self.language)
        if not entries and self.language == "en" and head in ("Oblast", "Republic"):
            entries = tuple(e for e in self.gazetteer.lookup(words, "en") if e.kind == "region")
        if self.language == "en" and head == "District" and not any(e.kind == "district" for e in entries):
            return tuple(e for e in self.gazetteer.lookup(words, "en") if e.population > 1000)
        if not entries and self.language == "en" and noun.casefold() in self.lexicon.heads:
            known = words.casefold().replace("w", "v")
            entries = self.gazetteer.lookup(f"{known} {noun}", "en") if "w" in words.casefold() else ()
        return tuple(e for e in entries if e.kind in ("region", "district", "area"))

    def _member(self, last: int, head: str) -> int | None:
        for first in (last - 1, last):
            if first >= 0 and self.tokens[first].capital and (first == last or self._adjacent(first, last)):
                words = self.text[self.tokens[first].start : self.tokens[last].end]
                if self._region(words, head, head):
                    return first
        return None

    def _adjacent(self, left: int, right: int) -> bool:
        return _JOIN.match(self.text[self.tokens[left].end : self.tokens[right].start]) is not None

    def _bare_regions(self) -> None:
        """«8 – над Белгородской», «на Покровському – 30»: adjectives left alone once a text has named their noun."""
        oblasts, communes = "област" in self.text, "громад" in self.text
        directions = "напрям" in self.text or "направлен" in self.text
        named = self.language != "en" and (oblasts or communes or directions)
        for index, token in enumerate(self.tokens) if named else ():
            if not token.capital or self.taken[token.start]:
                continue
            after = self.text[token.end : token.end + 2]
            if after[:1] == " " and after[1:].isalpha() and self._agreeing(index + 1):
                continue
            words = self.text[token.start : token.end]
            if (oblasts or communes) and _FEMININE.search(token.folded):
                entries = self.gazetteer.lookup(f"{words} область", self.language) if oblasts else ()
                if entries and entries[0].kind == "region":
                    self._add(token.start, token.end, "head:область")
                elif communes and self.gazetteer.lookup(f"{words} громада", self.language):
                    self._add(token.start, token.end, "head:громада")
                continue
            sector = directions and index > 0 and self.tokens[index - 1].folded == "на"
            match = _MASCULINE.fullmatch(words.casefold()) if sector else None
            if match is not None and self.gazetteer.of_adjective(match[1]):
                self._add(token.start, token.end, f"adjective:{match[1]}")

    def _agreeing(self, index: int) -> bool:
        """Whether the token after an adjective may be its noun (or a name: «Курской Народной»)."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or token.folded in _SMALL:
            return False
        return token.capital or token.folded[-1] in "аеиіїоуьюя"

    def _names(self) -> None:
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if not token.capital or self.taken[token.start]:
                index += 1
                continue
            index = self._name(index)

    def _name(self, index: int) -> int:
        """Tries the longest name at a token; returns the index to go on with."""
        for last in self._ends(index):
            start, end = self.tokens[index].start, self.tokens[last].end
            words = self.text[start:end]
            entries = self.gazetteer.lookup(self.lexicon.data.ABBREVIATIONS.get(words) or words, self.language)
            if not entries and last == index + 1 and (town := self._town(index)):
                self._add(start, end, f"variant:{town}")
                return last + 1
            if not entries and last == index + 1 and self._sounds(index, words):
                self._add(start, end, f"variant:%{words}")
                return last + 1
            if not entries or fold(words) in self.lexicon.nowhere:
                continue
            label = self.judge.label(index, last, entries)
            if label:
                held = label == "metonym" and self._in_it(start)
                self._add(start, end, "name" if held else label)
                return last + 1
            if last > index:
                return last + 1
        variant = self._variant(index) if self.language == "en" else self._sounding(index)
        if variant:
            self._add(self.tokens[index].start, self.tokens[index].end, f"variant:{variant}")
            return index + 1
        unknown = self.judge.unknown(index)
        if unknown:
            last, label = self._joined(unknown[0]), unknown[1]
            self._add(self.tokens[index].start, self.tokens[last].end, label)
            return last + 1
        return index + 1

    def _joined(self, last: int) -> int:
        """The end of a name that goes on behind a word of its own language: "Cuhureștii de Jos"."""
        while last + 2 < len(self.tokens) and self.tokens[last + 1].folded in self.lexicon.data.PARTICLES:
            known = self.tokens[last + 2].capital and not self.taken[self.tokens[last + 2].start]
            if not known or not self._adjacent(last, last + 1) or not self._adjacent(last + 1, last + 2):
                break
            last += 2
        return last

    def _town(self, index: int) -> str | None:
        """The name before "City" or "Town" where the gazetteer has it without: "Kharkiv City", "Selydove Town"."""
        kind = self.tokens[index + 1]
        if kind.folded not in getattr(self.lexicon.data, "TOWN_AFTER", ()) or not kind.capital:
            return None
        name = self.text[self.tokens[index].start : self.tokens[index].end]
        entries = tuple(e for e in self.gazetteer.lookup(name, self.language)[:4] if e.kind == "settlement")
        after = index + 2
        body = after < len(self.tokens) and self.tokens[after].capital and self._adjacent(index + 1, after)
        if not entries or body:
            return None
        home = any(e.country in HOME for e in entries)
        return name if home or self.judge.label(index, index + 1, entries) else None

    def _in_it(self, start: int) -> bool:
        """Whether a country stands right after a place in it: "in Jeddah, Saudi Arabia" (not in a dateline)."""
        last = self.found[-1] if self.found else None
        near = last is not None and last.label == "name" and self.text[last.end : start] == ", "
        return near and start > self.judge.dateline

    def _variant(self, index: int) -> str | None:
        """The known spelling of a name spelt by other rules ("Izhewsk", "Woronezh"), if one is a town or region."""
        token = self.tokens[index]
        if len(token.folded) < 5 or token.upper or not self.judge.variant(index, index):
            return None
        for left, right in self.lexicon.data.VARIANTS:
            if left in token.folded:
                word = token.folded.replace(left, right)
                entries = self.gazetteer.lookup(word, self.language)
                if any(weight(e, word, self.language) >= 2 for e in entries):
                    return word
        return None

    def _sounds(self, index: int, words: str) -> bool:
        """Whether two words in place position are a Ukrainian village's name in Russian («Новая Полтавка»)."""
        return self.language == "ru" and self.judge.announced(index) and bool(self.gazetteer.sounding(words))

    def _sounding(self, index: int) -> str | None:
        """The Russian name of a Ukrainian village: found by its sound, only after a preposition of place."""
        token = self.tokens[index]
        if self.language != "ru" or token.upper or len(token.folded) < 6 or not self.judge.placelike(index):
            return None
        words = self.text[token.start : token.end]
        return f"%{words}" if self.gazetteer.sounding(words) else None

    def _ends(self, index: int) -> list[int]:
        """Possible last tokens of a name that begins at ``index``, longest first."""
        ends = [index]
        for last in range(index + 1, min(index + _MAX_WORDS, len(self.tokens))):
            token = self.tokens[last]
            if self.taken[token.start] or not self._adjacent(last - 1, last):
                break
            articled = self.language == "en" and token.folded[:3] in ("al-", "el-", "as-", "az-", "ad-", "ar-")
            if token.capital or token.digit or articled or self.lexicon.follow.match(token.folded):
                ends.append(last)
            elif token.folded not in self.lexicon.data.CONNECTORS:
                break
        return ends[::-1]

    # --- named plants, depots and bases, and what a town's adjective names

    def _facilities(self) -> None:
        """«Name» after a noun of facility, in a list too, and wherever the text has the same «Name» again."""
        if self.lexicon.facility is None:
            return
        seen: dict[str, None] = {}
        for match in self.lexicon.facility.finditer(self.text):
            at = match.start(1)
            while (name := _GUILLEMETS.match(self.text, at)) is not None:
                seen.setdefault(stem_key(fold(name[1])))
                self._add(at, name.end(), "facility")
                more = _AND.match(self.text, name.end())
                if more is None:
                    break
                at = more.end()
        if seen:
            for name in _GUILLEMETS.finditer(self.text):
                if stem_key(fold(name[1])) in seen:
                    self._add(name.start(), name.end(), "facility")

    def _adjectives(self) -> None:
        """«саратовский аэропорт», «московських аеропортах»: the town's place."""
        if self.lexicon.adjectives is None:
            return
        for match in self.lexicon.adjectives.finditer(self.text):
            word = match[1].casefold()
            if word in self.lexicon.data.DEMONYMS or word in self.lexicon.data.PLAIN_ADJECTIVES:
                continue
            if self.gazetteer.of_adjective(word):
                self._add(match.start(), match.end(), f"adjective:{word}")

    # --- words that stand for a place

    def _possessives(self) -> None:
        """ "Russia's regions": as good as "Russian regions"."""
        for index, mention in enumerate(self.found):
            if mention.label != "metonym" or self.text[mention.end : mention.end + 2] not in ("'s", "’s"):
                continue
            entries = self.gazetteer.lookup(self.text[mention.start : mention.end], self.language)
            for role, rule in self.lexicon.demonym_heads:
                head = rule.match(self.text, mention.end + 3)
                if head and entries and entries[0].kind == "country":
                    label = f"demonym:{entries[0].country}:{role}"
                    self.found[index] = Mention(kind="toponym", start=mention.start, end=head.end(), label=label)
                    break

    def _demonyms(self) -> None:
        for match in self.lexicon.demonyms.finditer(self.text):
            code = self.lexicon.data.DEMONYMS.get(match[1]) or self.lexicon.data.DEMONYMS.get(match[1].lower())
            for role, rule in self.lexicon.demonym_heads:
                head = rule.match(self.text, match.end())
                if head and code:
                    self._add(match.start(), head.end(), f"demonym:{code}:{role}")
                    break

    def _anaphors(self) -> None:
        for kind, rule in self.lexicon.anaphors:
            for match in rule.finditer(self.text):
                self._add(match.start(), match.end(), f"anaphor:{kind}")
