"""English phrases: nouns and adjectives before a noun, and the part of it that is meant ("roof of an apartment block")."""

import re
from collections.abc import Iterator
from types import ModuleType

from reportedly.languages.noun_phrases import Named, named


class Compounds:
    """How a language that puts modifiers before a noun names things, from the tables of its ``nouns`` module."""

    def __init__(self, tables: ModuleType) -> None:
        self.tables = tables
        self.terms: dict[str, list[tuple[str, str]]] = {}
        for kind, terms in tables.NOUNS.items():
            for term in (t.strip() for t in terms.split("|")):
                for form in (term, _plural(term)):
                    self.terms.setdefault(form.rpartition(" ")[2], []).append((form, kind))
        for last in self.terms.values():
            last.sort(key=lambda term: -len(term[0]))
        self.kinds = {word: kind for kind, words in tables.KIND_OF.items() for word in words.split()}
        self.stops = frozenset(tables.STOPS.split())
        self.before = frozenset((tables.DETERMINERS + " " + tables.NUMBERS).split())
        self.verbal = frozenset(tables.VERBAL_ADJECTIVES.split())

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """The nouns that name a thing, the longest term where several end: start, end, kind."""
        for m in _WORD.finditer(folded):
            terms = self.terms.get(m.group(), ())
            if terms and self.tables.MODIFIES.match(folded, m.end()):
                continue
            for term, kind in terms:
                start = m.end() - len(term)
                if folded.startswith(term, max(start, 0)) and (start == 0 or not folded[start - 1].isalnum()):
                    yield start, m.end(), kind
                    break

    def phrase(self, text: str, folded: str, start: int, end: int, floor: int) -> Named:
        """The phrase around the term at ``start``..``end``; its modifiers begin at ``floor`` or later."""
        kind = next(k for term, k in self.terms[_last(folded, end)] if folded.startswith(term, end - len(term)))
        words = list(_WORD.finditer(folded, max(0, start - _REACH), start))
        taken: list[re.Match[str]] = []
        at = start
        while words and words[-1].start() >= floor and at - words[-1].end() == 1 and folded[at - 1] == " ":
            two = words[-2:] if taken and words[-1].group() == "and" else words[-1:]
            if not self._modifies(text, two[0], kind) or (len(two) == 2 and two[0].group() not in self.kinds):
                break
            taken[:0], at = two, two[0].start()  # "military and energy sites"
            del words[-len(two) :]
        determined = bool(words) and at - words[-1].end() == 1 and self._counts(words[-1].group())
        called = [m.group() for m in taken]
        free = [determined and (not k or self._describes(called[k - 1])) for k in range(len(taken))]
        verb = max((k for k, m in enumerate(taken) if self._breaks(text, m, free[k], determined)), default=-1)
        taken = taken[verb + 1 :]
        at = taken[0].start() if taken else start
        kind = self._kind([m.group() for m in taken], kind)
        part = self.tables.PART_OF.search(folded, max(floor, at - _REACH), at)
        begin = part.start(1) if part else at
        governs = self.tables.GOVERNS.search(folded, max(0, begin - _REACH), begin)
        before = governs.group(1) if governs else ""
        if folded[begin:end] in self.tables.BARE and before in self.tables.BARELY and folded[: begin - 1].endswith(before):
            before = "from"  # "taken to hospital"
        within = before in self.tables.WHERE and governs is not None and governs.start() >= floor
        name, subject = _small(text, begin) + text[begin + 1 : end], before not in self.tables.PREPOSITIONS
        return Named(begin, end, name, kind, before, within, means=before == "by", subject=subject)

    def _kind(self, modifiers: list[str], kind: str) -> str:
        said = [self.kinds[word] for word in modifiers if word in self.kinds]
        if "military" in said and kind != "person":
            return "military"
        return said[0] if said and kind in _LOOSE else kind

    def _modifies(self, text: str, m: re.Match[str], kind: str) -> bool:
        word = m.group()
        if word in self.stops or self._counts(word) or word.endswith(("ly", "'s", "s'")):
            return False
        return kind not in _PRIVATE or not named(text, m.start()) or word.endswith(_NATIONAL)

    def _counts(self, word: str) -> bool:
        return word in self.before or word[0].isdigit() and not any(c.isalpha() for c in word)

    def _describes(self, word: str) -> bool:
        """Whether a word is an adjective by its ending, and no participle."""
        return not word.endswith(("ed", "ing")) and self.tables.MODIFIER.fullmatch(word) is not None

    def _breaks(self, text: str, m: re.Match[str], free: bool, determined: bool) -> bool:
        """Whether a word is more likely no modifier: "engulfed houses", "including shops", "may in part reflect cars"."""
        word = m.group()
        if word.endswith(("ed", "ing")):
            return word not in self.verbal and not free
        known = word in self.kinds or word == "and" or word in self.terms or named(text, m.start())
        return not (determined or known or self.tables.MODIFIER.fullmatch(word))


_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_REACH = 60
"""How far back from its noun a phrase is looked for."""
_PRIVATE = frozenset({"person", "residential"})
"""Things of people: no name is told of them."""
_LOOSE = frozenset({"facility", "area"})
_NATIONAL = ("ian", "ish", "ese", "israeli", "iraqi", "pakistani", "yemeni", "iran")


def _last(folded: str, end: int) -> str:
    """The word that ends at ``end``."""
    return str(_WORD.findall(folded, max(0, end - _REACH), end)[-1])


def _small(text: str, start: int) -> str:
    """The first letter of a phrase, without the capital of a sentence."""
    return text[start] if named(text, start) else text[start].lower()


def _plural(term: str) -> str:
    if term.endswith("man"):
        return term[:-2] + "en"
    if term.endswith("y") and term[-2] not in "aeiou":
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(("s", "x", "ch", "sh")) else "s")
