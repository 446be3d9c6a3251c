"""Attributions in one sentence: each cue with its speaker, before scopes are settled."""

import re

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.records import Draft, Mode, Speaker
from reportedly.claims.attribution.tokens import CLOSING, OPENING, QUOTES, Tokens
from reportedly.claims.attribution.words import Words
from reportedly.model.terms import Polarity

_BREAKS = frozenset(",;:—–()")


class Cues:
    """Finds the cues of a sentence in order of their words."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.w: Words = naming.w

    def find(self, s: Tokens) -> list[Draft]:
        """Drafts from left to right; modifiers ("citing Y", "told Z") already joined to the cue that they go with."""
        drafts = self._silent(s) + self._no_comment(s)
        taken = [(d.left, d.right) for d in drafts]
        cited = self._prepositional(s, drafts, taken)
        i = 0
        while i < len(s):
            kind = self.w.verbs.get(s.low[i])
            if kind and not _within(s.start[i], taken):
                draft = self._verb(s, i, kind, drafts)
                if draft:
                    drafts.append(draft)
                    taken.append((draft.left, draft.right))
            i += 1
        drafts += self._account(s, drafts)
        drafts += self._colon(s, drafts)
        drafts.sort(key=lambda d: d.left)
        self._outlets(s, drafts)
        return self._cited(s, drafts, cited)

    # ------------------------------------------------------------------ verbs
    def _verb(self, s: Tokens, i: int, kind: str, before: list[Draft]) -> Draft | None:
        low = s.low[i]
        if kind == "participle":
            return None
        if not self._fits(s, i, low):
            return None
        if self._passive(s, i):
            return self._by(s, i)
        deed = low in self.w.raw.DEEDS and self.w.patterns["DEED_OBJECTS"].match(s.text, s.end[i] + 1, s.last)
        if deed:
            return None
        if low in ("said", "reported") and s.at(i - 1) in ("is", "are", "was", "were"):
            return None
        speaker, a, b, side, outer = self._speaker(s, i, kind, before)
        if speaker is None and side != "this":
            return None
        polarity: Polarity | None = None
        right = max(s.end[i], s.end[b - 1]) if b else s.end[i]
        if kind == "deny" or self._untrue(s, i, low):
            polarity = "denied"
        left = min(s.start[i], s.start[a]) if a is not None else s.start[i]
        mode = self._mode(s, i, a, b, side)
        return Draft(
            left=left,
            right=right,
            cue=(s.start[i], s.end[i]),
            mode=mode,
            speaker=speaker,
            outer=outer,
            polarity=polarity,
            certainty=self.w.certainty.get(low),
            act="denies" if polarity == "denied" else self.w.acts.get(low, "says"),
            anaphoric=side == "joined" or (speaker is not None and not _named_here(speaker)),
        )

    def _fits(self, s: Tokens, i: int, low: str) -> bool:
        need = self.w.raw.NEED_OF.get(low)
        return need is None or s.at(i + 1) in need

    def _passive(self, s: Tokens, i: int) -> bool:
        if self.w.inverts:
            return False
        low = s.low[i]
        return low in self.w.raw.BY_VERBS and (
            s.at(i + 1) == "by" or s.at(i + 2) == "by" and self.w.is_(s.at(i + 1), "a")
        )

    def _by(self, s: Tokens, i: int) -> Draft | None:
        at = i + 1 if s.at(i + 1) == "by" else i + 2
        phrase = phrases.right(s, self.w, at + 1)
        speaker = self.naming.name(s, *phrase) if phrase else None
        if speaker is None or phrase is None:
            return None
        low = s.low[i]
        mode: Mode = "around" if s.at(i - 1) == "as" else "backward"
        denied = low in ("dismissed", "denied", "rejected", "refuted")
        finite = s.at(i - 1) in ("was", "were", "is", "are", "been", "also") or s.at(i - 1) == "as"
        if not denied and not finite and low not in ("said",):
            mode = "nominal"
        return Draft(
            left=s.start[i],
            right=s.end[phrase[1] - 1],
            cue=(s.start[i], s.end[at]),
            mode=mode,
            speaker=speaker,
            polarity="denied" if denied else None,
            act="denies" if denied else "says",
        )

    def _untrue(self, s: Tokens, i: int, low: str) -> bool:
        naming = low.startswith(("call", "term", "brand", "describ", "назв", "назыв", "назва", "назива"))
        if not naming:
            return False
        stop = next((s.start[k] for k in range(i + 1, len(s)) if s.word[k] in ";.:"), s.last)
        return self.w.patterns["UNTRUE"].search(s.text, s.end[i], stop) is not None

    def _speaker(
        self, s: Tokens, i: int, kind: str, before: list[Draft]
    ) -> tuple[Speaker | None, int | None, int | None, str, tuple[Speaker, ...]]:
        """Who speaks, the token range of the words, the side on which they stand, and outlets named beside the verb."""
        strong = kind == "strong"
        this = self.w.patterns["THIS_WAS"].match(s.text, s.first, s.start[i] + 1)
        if this and self.w.inverts and s.text[this.end() : s.start[i]].count(" ") <= 4:
            return self._this(s, i, this.end())
        previous = self._adjacent(s, i)
        if self.w.inverts:
            if previous in _BREAKS or previous in QUOTES or previous == "" or previous in (self.w.raw.TAKEN_UP, "-"):
                found = self._inverted(s, i, strong)
                if found:
                    return found
                if previous not in (",", "(", ")"):
                    return None, None, None, "", ()
        elif previous in ('"', "”", "’", "»") or (previous == "," and self._after_quote(s, i)):
            found = self._inverted(s, i, True)
            if found:
                return found
        elif previous == ",":
            found = self._inverted(s, i, strong) if not self._inserted(s, i) else None
            if found:
                return found
        direct = self._subject(s, i, strong, previous)
        if direct:
            return direct
        if self.w.inverts and previous not in self.w.raw.PREPOSITIONS:
            found = self._inverted(s, i, False)
            if found:
                return found
        joined = self._coordinate(s, i, before)
        if joined:
            return joined.speaker, i, None, "joined", joined.outer
        return None, None, None, "", ()

    def _adjacent(self, s: Tokens, i: int) -> str:
        k = i - 1
        while k >= 0 and s.is_word(k) and self.w.is_(s.low[k], "a"):
            k -= 1
        return s.low[k] if k >= 0 else ""

    def _after_quote(self, s: Tokens, i: int) -> bool:
        return i >= 2 and s.word[i - 2] in CLOSING + '"' or i >= 3 and s.word[i - 1] in CLOSING + '"'

    def _this(
        self, s: Tokens, i: int, at: int
    ) -> tuple[Speaker | None, int | None, int | None, str, tuple[Speaker, ...]]:
        """ "Об этом сообщил X": the speaker after the verb, an outlet between or behind."""
        outer: list[Speaker] = []
        first = s.index(at)
        if first < i:
            got = self.naming.name(s, first, i, "dat")
            if got and got.source.kind in ("media", "channel"):
                outer.append(got)
            elif got:
                return got, s.index(s.first), i, "this", ()
        phrase = self._right(s, i + 1)
        if phrase is None:
            return None, None, None, "", ()
        speaker = self.naming.name(s, *phrase[:2], phrase[2])
        if speaker is None:
            return None, None, None, "", ()
        return speaker, 0, phrase[1], "this", tuple(outer)

    def _inverted(
        self, s: Tokens, i: int, strong: bool
    ) -> tuple[Speaker | None, int | None, int | None, str, tuple[Speaker, ...]] | None:
        at, outer = i + 1, ()
        heard = self._listener(s, at)
        if heard:
            outer, at = (heard[0],), heard[1]
        phrase = self._right(s, at)
        if phrase is None:
            return None
        a, b, case = phrase
        extra = None
        if not self.w.inverts and s.at(b) == ",":
            close = next((k for k in range(b + 1, min(b + 12, len(s))) if s.word[k] in ",."), None)
            extra = (b + 1, close) if close else None
        speaker = self.naming.name(s, a, b, case, extra)
        if speaker is None or not (_plausible(speaker) or strong and _named_here(speaker)):
            return None
        return speaker, i, b, "right", outer

    def _right(self, s: Tokens, at: int) -> tuple[int, int, str] | None:
        """The phrase to the right of a verb; "сообщили в ведомстве" is in the locative."""
        k = at
        while (
            k < len(s)
            and s.is_word(k)
            and (self.w.is_(s.low[k], "a") or self.w.is_(s.low[k], "t") or self.w.is_(s.low[k], "n"))
        ):
            k += 1
        m = self.w.patterns["ABROAD"].match(s.text, s.start[k], s.last) if k < len(s) else None
        if m and self.w.inverts:
            skip = phrases.right(s, self.w, s.index(m.end()))
            if skip and skip[1] < len(s) and s.is_word(skip[1]):
                k = skip[1]
        if self.w.inverts and s.at(k) in ("в", "во", "у", "на"):
            phrase = phrases.right(s, self.w, k + 1)
            return (*phrase, "loc") if phrase else None
        phrase = phrases.right(s, self.w, k)
        return (*phrase, "nom") if phrase else None

    def _listener(self, s: Tokens, at: int) -> tuple[Speaker, int] | None:
        """An outlet told, right after the verb: "рассказал ТАСС источник", "told TASS"."""
        found = self.naming.context.directory.find(s.word[at : at + 5])
        if not found or found[0].first > 1 or found[0].party.kind not in ("media", "channel"):
            return None
        end = at + found[0].last
        if not s.is_word(end):
            return None
        if self.w.inverts and (self.w.is_(s.at(end), "p") or self.w.is_(s.at(end), "c")):
            return None
        speaker = self.naming.name(s, at, end, "dat")
        return (speaker, end) if speaker else None

    def _inserted(self, s: Tokens, i: int) -> bool:
        """Whether the comma before the verb closes an apposition rather than a clause."""
        k = i - 2
        while k > 0 and s.word[k] not in _BREAKS and s.word[k] not in QUOTES:
            k -= 1
        return (
            k > 0 and s.word[k] == "," and i - k < 24 and phrases.left(s, self.w, k) is not None and self._opens(s, k)
        )

    def _opens(self, s: Tokens, comma: int) -> bool:
        phrase = phrases.left(s, self.w, comma)
        if phrase is None:
            return False
        got = self.naming.name(s, phrase[0], phrase[1])
        return got is not None and _plausible(got)

    def _subject(
        self, s: Tokens, i: int, strong: bool, previous: str
    ) -> tuple[Speaker | None, int | None, int | None, str, tuple[Speaker, ...]] | None:
        extra: tuple[int, int] | None = None
        end = i
        while end > 0 and s.is_word(end - 1) and self.w.is_(s.low[end - 1], "a"):
            end -= 1
        if end > 0 and s.word[end - 1] == ",":
            k = end - 2
            while k > 0 and not (s.word[k] in _BREAKS or s.word[k] in QUOTES and s.word[k] not in OPENING + CLOSING):
                k -= 1
            if s.word[k] != "," or end - k > 24:
                return None
            extra, end = (k + 1, end - 1), k
        phrase = phrases.left(s, self.w, end)
        if phrase is None:
            return None
        a, b, preposition = phrase
        case, prep = "nom", s.at(a - 1)
        if preposition:
            if self.w.inverts:
                if prep not in ("в", "во", "у", "на"):
                    return None
                case = "loc"
            elif len([x for x in s.low[a:b] if x in self.w.nouns]) == 0 and extra is None:
                return None
        speaker = self.naming.name(s, a, b, case, extra)
        if speaker is None:
            return None
        if not _plausible(speaker) and not (strong and _named_here(speaker) and case == "nom"):
            return None
        if case == "loc" and not speaker.known and speaker.source.kind is None:
            return None
        return speaker, a - (1 if preposition and case == "loc" else 0), None, "left", ()

    def _coordinate(self, s: Tokens, i: int, before: list[Draft]) -> Draft | None:
        """ "X denied A and said B": the verb goes on with the speaker of the last cue."""
        k = i - 1
        while k >= 0 and s.is_word(k) and self.w.is_(s.low[k], "a"):
            k -= 1
        joins = (*self.w.raw.SUBJECT_JOINS, "but", "но", "а", "але", "однак", "though", "yet", "та", "also")
        near = [d for d in before if d.right <= s.start[i]]
        if k >= 0 and s.low[k] in joins and near:
            return max(near, key=lambda d: d.right)
        if (
            k >= 1
            and s.low[k] == ","
            and s.low[k - 1] not in QUOTES
            and near
            and self.w.inverts
            and self.w.verbs.get(s.low[i]) == "strong"
        ):
            return None
        return None

    def _mode(self, s: Tokens, i: int, a: int | None, b: int | None, side: str) -> Mode:
        if side == "this":
            return "previous"
        if side == "joined":
            return "forward"
        begin = min(i, a) if a is not None else i
        finish = max(i + 1, b or 0)
        opening = self._text_before(s, begin)
        if side == "right":
            as_ = s.at(i - 1) == self.w.raw.TAKEN_UP or s.at(i - 2) == self.w.raw.TAKEN_UP
            if as_:
                return "around" if opening else "forward"
            if not opening:
                return "forward"
            after = s.at(finish)
            if after in ("что", "що", "that", ":"):
                return "forward"
            return "backward"
        if s.at(finish) in ("that", "что", "що", ":"):
            return "forward"
        if s.at(finish) == "," and s.at(finish + 1) in ("что", "що", "как", "як", "сколько", "скільки", "где", "де"):
            return "forward"
        if opening and self._closes(s, finish):
            mark = s.at(begin - 1)
            if not s.is_word(begin - 1) and mark not in (";", ":"):
                return "backward"
            if mark == self.w.raw.TAKEN_UP:
                return "around"
        return "forward"

    def _text_before(self, s: Tokens, begin: int) -> bool:
        """Whether content stands before the attributing words in this sentence."""
        return (
            sum(s.is_word(k) and not self.w.is_(s.low[k], "a") and not self.w.is_(s.low[k], "c") for k in range(begin))
            >= 2
        )

    def _closes(self, s: Tokens, k: int) -> bool:
        """Whether nothing but an adjunct follows up to a mark."""
        if k >= len(s) or s.word[k] in '.,;!?…—–-"”»':
            return True
        return self.w.patterns["ADJUNCT"].match(s.text, s.start[k], s.last) is not None

    # ------------------------------------------------------------------ silence
    def _silent(self, s: Tokens) -> list[Draft]:
        drafts: list[Draft] = []
        kinds: tuple[tuple[str, Polarity], ...] = (("SILENT", "withheld"), ("UNCONFIRMED", "not_reported"))
        for name, polarity in kinds:
            for m in self.w.patterns[name].finditer(s.text, s.first, s.last):
                if m.end() == m.start() or _within(m.start(), [(d.left, d.right) for d in drafts]):
                    continue
                i = s.index(m.start())
                speaker, left = self._silent_speaker(s, i, s.index(m.end()))
                drafts.append(
                    Draft(
                        left=left,
                        right=m.end(),
                        cue=m.span(),
                        mode="forward",
                        speaker=speaker,
                        polarity=polarity,
                        act="declines",
                        narrow=True,
                    )
                )
        return drafts

    def _silent_speaker(self, s: Tokens, i: int, end: int) -> tuple[Speaker | None, int]:
        k = i - 1
        clause = 0
        for k in range(i - 1, -1, -1):
            if s.word[k] in ",;:—–":
                clause = k + 1
                break
        direct = self._subject(s, i, False, "")
        if direct and direct[0] and direct[1] is not None:
            return direct[0], s.start[direct[1]]
        for k in range(i, clause, -1):
            if not (s.low[k - 1] in self.w.nouns or s.low[k - 1] in self.w.raw.PRONOUNS or s.word[k - 1][0].isupper()):
                continue
            phrase = phrases.left(s, self.w, k)
            if phrase is None or phrase[0] < clause:
                continue
            case = "loc" if phrase[2] and s.at(phrase[0] - 1) in ("в", "во", "у") else "nom"
            if phrase[2] and case == "nom":
                continue
            got = self.naming.name(s, phrase[0], phrase[1], case)
            if got and _plausible(got):
                return got, s.start[clause]
        if self.w.inverts and i == clause:
            found = self._inverted(s, end - 1, False)
            if found and found[0]:
                return found[0], s.start[clause]
        return None, s.start[clause] if clause < len(s) else s.first

    def _no_comment(self, s: Tokens) -> list[Draft]:
        if self.w.inverts:
            return []
        m = self.w.patterns["NO_COMMENT"].search(s.text, s.first, s.last)
        phrase = phrases.right(s, self.w, s.index(m.end())) if m else None
        speaker = self.naming.name(s, *phrase) if phrase else None
        if m is None or phrase is None or speaker is None:
            return []
        right = s.end[phrase[1] - 1]
        return [
            Draft(
                left=s.first,
                right=right,
                cue=m.span(),
                mode="forward",
                speaker=speaker,
                polarity="withheld",
                act="declines",
                narrow=True,
            )
        ]

    # ------------------------------------------------------------------ according to, citing, by his account, X:
    def _prepositional(self, s: Tokens, drafts: list[Draft], taken: list[tuple[int, int]]) -> list[Draft]:
        """Adds "according to X" to ``drafts``; returns what is cited ("citing Y"), to be joined later."""
        cited: list[Draft] = []
        for i in range(len(s)):
            for parts in self.w.prepositional.get(s.low[i], ()):
                if tuple(s.low[i : i + len(parts)]) != parts:
                    continue
                draft = self._according(s, i, parts)
                if draft:
                    taken.append((draft.left, draft.right))
                    (cited if " ".join(parts) in self.w.raw.CITES else drafts).append(draft)
                break
        return cited

    def _according(self, s: Tokens, i: int, parts: tuple[str, ...]) -> Draft | None:
        phrase = phrases.right(s, self.w, i + len(parts))
        if phrase is None:
            return None
        a, b = phrase
        case = self.w.raw.FIRST_CASE.get(parts[0], "gen") if self.w.inverts else "nom"
        if self.w.inverts and parts[-1] not in ("на", "верить", "согласно", "з", "із"):
            case = "gen"
        text = s.text[s.start[a] : s.end[b - 1]]
        if self.w.patterns["UNOWNED"].match(text.lower()):
            return None
        data = self.w.patterns["DATA_OF"].match(text)
        if data:
            a = s.index(s.start[a] + data.end())
        speaker = self.naming.name(s, a, b, case) if a < b else None
        if speaker is None or not (_plausible(speaker) or _named_here(speaker)):
            return None
        inside = self._of_media(s, a, b, speaker)
        left, right = s.start[i], s.end[b - 1]
        if s.at(i - 1) == self.w.raw.TAKEN_UP:
            left = s.start[i - 1]
        before = self._text_before(s, i)
        after = s.at(b) not in ("", ".", ";", "—", "–") or b < len(s) - 2
        mode: Mode = (
            "forward"
            if not before
            else "around"
            if after and s.at(b) in (",", "—", "–", "") or s.is_word(b)
            else "backward"
        )
        if s.at(b) in (".", "", ";"):
            mode = "backward" if before else "forward"
        return Draft(
            left=left, right=right, cue=(s.start[i], s.end[i + len(parts) - 1]), mode=mode, speaker=speaker, outer=inside, act="says",
            anaphoric=not _named_here(speaker),
        )  # fmt: skip

    def _of_media(self, s: Tokens, a: int, b: int, speaker: Speaker) -> tuple[Speaker, ...]:
        """ "источника «Интерфакса»": the outlet is the outer link of its source."""
        if "anonymous" not in speaker.classes and speaker.source.kind != "anonymous":
            return ()
        for found in self.naming.context.directory.find(s.word[a:b]):
            if found.party.kind == "media":
                got = self.naming.name(s, a + found.first, a + found.last, "gen")
                return (got,) if got else ()
        return ()

    def _account(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        m = self.w.patterns["BY_ACCOUNT"].search(s.text, s.first, s.last)
        if not m or _within(m.start(), [(d.left, d.right) for d in drafts]):
            return []
        speaker = self.naming.memory.take_up(self.w.raw.POSSESSIVE.get(m["who"].lower(), "last"))
        if speaker is None:
            return []
        mode: Mode = "around" if s.index(m.start()) > 1 else "forward"
        return [
            Draft(left=m.start(), right=m.end(), cue=m.span(), mode=mode, speaker=speaker, act="says", anaphoric=True)
        ]

    def _colon(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """ "X: content" at the head of a sentence, a clock stamp before it apart."""
        k = 0
        while k < len(s) and (
            s.word[k][0].isdigit()
            or s.word[k] in ":-—–.•▪"
            or self.w.is_(s.low[k], "t")
            or s.low[k] in ("sat", "sun", "mon", "tue", "wed", "thu", "fri")
        ):
            k += 1
        colon = next((n for n in range(k + 1, min(k + 9, len(s))) if s.word[n] == ":"), None)
        if (
            colon is None
            or any(d.left < s.end[colon] for d in drafts)
            or any(s.word[n] in ',;«»"' for n in range(k, colon))
        ):
            return []
        if not s.is_word(colon + 1) and s.at(colon + 1) not in QUOTES:
            return []
        speaker = self.naming.name(s, k, colon)
        if (
            speaker is None
            or not speaker.known
            or "country" in speaker.classes
            or speaker.source.name in ("Kyiv", "Russia", "Ukraine")
        ):
            return []
        return [
            Draft(
                left=s.start[k],
                right=s.end[colon],
                cue=(s.start[colon], s.end[colon]),
                mode="forward",
                speaker=speaker,
                act="says",
            )
        ]

    # ------------------------------------------------------------------ outlets and citations
    def _outlets(self, s: Tokens, drafts: list[Draft]) -> None:
        """ "told TASS", "в эфире X", "asked by Y": the outlet becomes the outer link of the nearest cue."""
        for d in drafts:
            if d.outer or d.act == "declines":
                continue
            i = s.index(d.cue[0])
            if not self.w.inverts and s.low[i] in self.w.raw.TOLD and s.at(i + 1) not in self.w.raw.LISTENERS:
                phrase = phrases.right(s, self.w, i + 1)
                got = self.naming.name(s, *phrase) if phrase else None
                if got and (got.source.kind in ("media", "channel") or got.source.kind is None and _named_here(got)):
                    d.outer = (got,)
                    d.right = max(d.right, s.end[phrase[1] - 1]) if phrase else d.right
                    continue
            if self.w.inverts and not d.outer:
                got2 = self._dative(s, d, i)
                if got2:
                    d.outer = (got2,)
                    continue
        for name in ("ABROAD", "ASKED"):
            for m in self.w.patterns[name].finditer(s.text, s.first, s.last):
                phrase = phrases.right(s, self.w, s.index(m.end()))
                got = self.naming.name(s, *phrase, "gen") if phrase else None
                if got is None or got.source.kind not in ("media", "channel"):
                    continue
                near = min((d for d in drafts if not d.outer), key=lambda d: abs(d.cue[0] - m.start()), default=None)
                if near is not None and near.speaker is not None and near.speaker.source.name != got.source.name:
                    near.outer = (got,)
                    if near.mode == "backward" and phrase:
                        near.right = max(near.right, s.end[phrase[1] - 1])

    def _dative(self, s: Tokens, d: Draft, i: int) -> Speaker | None:
        """ "заявил агентству ТАСС" with the speaker on the left: the outlet follows the verb."""
        if d.speaker is None or d.speaker.source.kind in ("media", "channel"):
            return None
        for found in self.naming.context.directory.find(s.word[i + 1 : i + 6]):
            if found.party.kind == "media" and not any(s.word[k] in ",.;:«" for k in range(i + 1, i + 1 + found.first)):
                if any(self.w.is_(s.low[k], "p") for k in range(i + 1, i + 1 + found.first)):
                    return None
                return self.naming.name(s, i + 1 + found.first, i + 1 + found.last, "dat")
        return None

    def _cited(self, s: Tokens, drafts: list[Draft], cited: list[Draft]) -> list[Draft]:
        for c in cited:
            near = min((d for d in drafts if d.act != "declines"), key=lambda d: abs(d.cue[0] - c.left), default=None)
            if near is None:
                drafts.append(c)
            elif c.speaker is not None:
                near.inner = (*near.inner, c.speaker)
                if near.mode in ("backward", "previous", "around"):
                    near.right = max(near.right, c.right)
                elif near.mode == "forward" and c.right > near.right and c.left - near.right < 40:
                    near.right = c.right
        drafts.sort(key=lambda d: d.left)
        return drafts


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _plausible(speaker: Speaker) -> bool:
    return speaker.known or speaker.source.kind is not None


def _named_here(speaker: Speaker) -> bool:
    return speaker.source.confidence is None or speaker.source.confidence != 0.8


_ = re
