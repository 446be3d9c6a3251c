"""Attributions in one sentence: each cue with its speaker, before scopes are settled."""

import re

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.records import Draft, Mode, Speaker
from reportedly.claims.attribution.silence import Silence
from reportedly.claims.attribution.speakers import Speakers, Voice, fresh, plausible
from reportedly.claims.attribution.tokens import QUOTES, Tokens
from reportedly.claims.attribution.words import Words

_ADJECTIVE = re.compile(r"(?:[иыі]й|ая|яя|ое|ее|ые|ие|[ая]|[еє]|[іи])$|^[a-z]+$")
_CLOCK = re.compile(r"\d")
_SEEN = frozenset(
    "shows show showed reveals reveal indicates indicate suggests suggest confirms показывает показывают показали показує показують".split()
)


class Cues:
    """Finds the cues of a sentence in order of their words."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.w: Words = naming.w
        self.speakers = Speakers(naming)
        self.silence = Silence(self.speakers)

    def find(self, s: Tokens) -> list[Draft]:
        """Drafts from left to right; modifiers ("citing Y", "told Z") already joined to the cue that they go with."""
        silent = self.silence.spans(s)
        drafts: list[Draft] = self.silence.no_comment(s)
        drafts += self._colon(s)
        cited: list[Draft] = []
        hushed = {s.index(h[0]): h for h in silent}
        triggers = [i for i, x in enumerate(s.low) if x in self.w.verbs or x in self.w.prepositional or i in hushed]
        for i in triggers:
            hush = hushed.get(i) or next((h for h in silent if h[0] <= s.start[i] < h[1]), None)
            found: Draft | None = None
            if _within(s.start[i], drafts) or _within(s.start[i], cited):
                pass
            elif hush:
                silent.remove(hush)
                found = self.silence.draft(s, hush, drafts)
            elif s.low[i] in self.w.prepositional:
                found = self._according(s, i, cited)
            elif s.low[i] in self.w.verbs:
                found = self._verb(s, i, self.w.verbs[s.low[i]], drafts)
            if found:
                drafts.append(found)
                if found.speaker:
                    self.naming.memory.remember(
                        found.speaker, found.outer if fresh(found.speaker) or found.outer else None
                    )
        drafts += self._account(s, drafts) + self._possessed(s, drafts) + self._dash(s, drafts)
        drafts.sort(key=lambda d: d.left)
        self._outlets(s, drafts)
        drafts = self._cited(drafts, cited)
        return self._gapped(s, drafts)

    # ------------------------------------------------------------------ verbs
    def _verb(self, s: Tokens, i: int, kind: str, before: list[Draft]) -> Draft | None:
        low = s.low[i]
        if kind == "participle" or not self._fits(s, i, low):
            return None
        if kind == "quotes":
            return self._quoting(s, i)
        if self._passive(s, i):
            return self._by(s, i)
        if self._deed(s, i, low):
            return self._done(s, i, before)
        voice = self._footage(s, i) if low in _SEEN else None
        voice = voice or self.speakers.of(s, i, kind, before)
        if voice is None or low in _SEEN and not fresh(voice.speaker) and s.at(voice.first) in self.w.raw.INANIMATE:
            return None
        negative = kind == "deny" or self._untrue(s, i, low)
        mode = self._mode(s, i, voice)
        return Draft(
            left=min(s.start[i], s.start[max(voice.first, 0)]),
            right=max(s.end[i], s.end[voice.last - 1]) if voice.side != "left" else s.end[i],
            cue=(s.start[i], s.end[i]),
            mode=mode,
            speaker=voice.speaker,
            outer=voice.outer or self._of_media(s, voice.first, max(voice.last, voice.first + 1), voice.speaker),
            polarity="denied" if negative else None,
            certainty=self.w.certainty.get(low),
            act="denies" if negative else self.w.acts.get(low, "says"),
            anaphoric=voice.side == "joined" or not fresh(voice.speaker),
            object_only=kind != "strong" and mode == "forward" and not self._clause(s, i + 1),
        )

    def _quoting(self, s: Tokens, i: int) -> Draft | None:
        """ "«...», — цитирует губернатора ТАСС": the agency hands on the words of the other."""
        stop = next((k for k in range(i + 1, len(s)) if s.word[k] in ".,;—–"), len(s))
        found = [
            f for f in self.naming.context.directory.find(s.word[i + 1 : stop]) if f.party.kind in ("media", "channel")
        ]
        agency = (i + 1 + found[0].first, i + 1 + found[0].last) if found else None
        outer = self.naming.name(s, *agency) if agency else None
        first, last = (i + 1, agency[0]) if agency else (i + 1, stop)
        while last > first and (n := self.w.noun(s.low[last - 1])) and n.kind in ("media", "channel"):
            last -= 1
        speaker = self.naming.name(s, first, last, "acc") if last > first else None
        if speaker is None and s.low[i + 1 : i + 3] != []:
            speaker = self.naming.memory.last() if last > first else None
        voices = [x for x in (outer, speaker) if x]
        if not voices:
            return None
        right = s.end[stop - 1]
        return Draft(
            left=s.start[i],
            right=right,
            cue=(s.start[i], s.end[i]),
            mode="backward",
            speaker=voices[-1],
            outer=tuple(voices[:-1]),
            act="says",
        )

    def _clause(self, s: Tokens, k: int) -> bool:
        """Whether a content clause follows: "that", "что", or a colon."""
        return s.at(k) in self.w.raw.THAT or s.at(k) == "," and s.at(k + 1) in self.w.raw.THAT

    def _fits(self, s: Tokens, i: int, low: str) -> bool:
        need = self.w.raw.NEED_OF.get(low)
        if need is not None and s.at(i + 1) not in need:
            return False
        if low in self.w.raw.BARE and self.w.is_(s.at(i - 1), "d"):
            return False
        if low in self.w.raw.NOT_PERSON and s.at(i + 1) in ("him", "her", "them"):
            return False
        if low in self.w.raw.VERBAL_NOUNS and (
            s.at(i + 1) in self.w.verbs or self.w.is_(s.at(i + 1), "b") or s.at(i + 1) in ("of", "from")
        ):
            return False
        return not (low in self.w.raw.TOLL_VERBS and not any(x in self.w.raw.TOLLS for x in s.low[i + 1 : i + 6]))

    def _deed(self, s: Tokens, i: int, low: str) -> bool:
        return (
            low in self.w.raw.DEEDS and self.w.patterns["DEED_OBJECTS"].match(s.text, s.end[i] + 1, s.last) is not None
        )

    def _done(self, s: Tokens, i: int, before: list[Draft]) -> Draft | None:
        """ "X said A and declared B": the deed ends what X vouches for (rule 7)."""
        if not before or s.at(i - 1) not in self.w.raw.GOES_ON:
            return None
        return Draft(
            left=s.start[i - 1], right=s.end[i], cue=(s.start[i], s.end[i]), mode="forward", speaker=None, narrow=True
        )

    def _passive(self, s: Tokens, i: int) -> bool:
        if self.w.inverts or s.low[i] not in self.w.raw.BY_VERBS:
            return False
        return s.at(i + 1) == "by" or (s.at(i + 2) == "by" and self.w.is_(s.at(i + 1), "a"))

    def _by(self, s: Tokens, i: int) -> Draft | None:
        at = i + 1 if s.at(i + 1) == "by" else i + 2
        phrase = phrases.right(s, self.w, at + 1)
        speaker = self.naming.name(s, *phrase) if phrase else None
        if speaker is None or phrase is None:
            return None
        low = s.low[i]
        shown = self.w.noun(s.at(i - 1))
        if shown and shown.kind == "document":
            return None
        denied = self.w.verbs.get(low) == "deny"
        finite = s.at(i - 1) in ("was", "were", "is", "are", "been", "also", "as") or s.at(i - 2) in ("was", "were")
        mode: Mode = "around" if s.at(i - 1) == "as" else "backward" if denied or finite else "nominal"
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
        if not low.startswith(("call", "term", "brand", "describ", "назв", "назыв", "назива")):
            return False
        stop = next((s.start[k] for k in range(i + 1, len(s)) if s.word[k] in ";.:"), s.last)
        return self.w.patterns["UNTRUE"].search(s.text, s.end[i], stop) is not None

    def _footage(self, s: Tokens, i: int) -> Voice | None:
        """ "Satellite imagery taken on 2 June shows", "footage posted by X shows": the image is the source (rule 28)."""
        start = next((k + 1 for k in range(i - 1, -1, -1) if s.word[k] in ",;:—–"), 0)
        at = next((k for k in range(start, i) if (n := self.w.nouns.get(s.low[k])) and n.kind == "document"), None)
        if at is None or i - at > 14:
            return None
        phrase = phrases.left(s, self.w, at + 1)
        speaker = self.naming.name(s, phrase[0], phrase[1]) if phrase else None
        if phrase is None or speaker is None:
            return None
        outer: tuple[Speaker, ...] = ()
        by = next((k for k in range(at, i) if s.low[k] in ("by", "from", "on")), None)
        if by is not None:
            got = self.naming.name(s, by + 1, i)
            if got and got.known and plausible(got) and got.source.kind in ("media", "channel", "official", "military"):
                outer = (got,)
        return Voice(speaker=speaker, first=phrase[0], last=phrase[1], side="left", outer=outer)

    def _mode(self, s: Tokens, i: int, voice: Voice) -> Mode:
        if voice.side == "this":
            return "previous"
        if voice.side == "joined":
            return "forward"
        if voice.side == "that":
            return "backward"
        begin, finish = min(i, voice.first), max(i + 1, voice.last if voice.side == "right" else 0)
        if s.low[i] in self.w.raw.TOLD and s.at(i + 1) not in self.w.raw.LISTENERS:
            heard = phrases.right(s, self.w, i + 1)
            finish = (
                heard[1]
                if heard and len(self.naming.context.directory.find(s.word[heard[0] : heard[1]]))
                else finish + 1
            )
        opening = self._text_before(s, begin)
        taken_up = self.w.raw.TAKEN_UP in (s.at(begin - 1), s.at(i - 1))
        if voice.side == "right":
            if taken_up:
                return "around" if opening else "forward"
            if not opening or self._clause(s, finish) or s.at(finish) == ":":
                return "forward"
            return "backward"
        if self._clause(s, finish) or s.at(finish) == ":":
            return "forward"
        if opening and self._closes(s, finish):
            mark = s.at(begin - 1)
            if taken_up:
                return "around"
            if not s.is_word(begin - 1) and mark not in (";", ":") or self.w.inverts and finish >= len(s) - 1:
                return "backward"
        return "forward"

    def _text_before(self, s: Tokens, begin: int) -> bool:
        """Whether content stands before the attributing words in this sentence."""
        n = 0
        for k in range(begin):
            n += s.is_word(k) and not any(self.w.is_(s.low[k], c) for c in "ac") and not _CLOCK.match(s.low[k])
        return n >= 2

    def _closes(self, s: Tokens, k: int) -> bool:
        """Whether nothing but an adjunct follows up to a mark."""
        if k >= len(s) or s.word[k] in '.,;!?…—–-"”»':
            return True
        return self.w.patterns["ADJUNCT"].match(s.text, s.start[k], s.last) is not None

    # ------------------------------------------------------------------ according to, by his account, X's claim, X:
    def _according(self, s: Tokens, i: int, cited: list[Draft]) -> Draft | None:
        """ "According to X"; "citing Y" goes to ``cited``, to be joined to its cue later."""
        for parts in self.w.prepositional[s.low[i]]:
            if tuple(s.low[i : i + len(parts)]) == parts:
                draft = self._after(s, i, parts)
                if draft and " ".join(parts) in self.w.raw.CITES:
                    cited.append(draft)
                    return None
                return draft
        return None

    def _after(self, s: Tokens, i: int, parts: tuple[str, ...]) -> Draft | None:
        phrase = phrases.right(s, self.w, i + len(parts))
        if self.w.inverts and s.at(i + len(parts)).startswith("близк"):
            near = next(
                (
                    k
                    for k in range(i + len(parts), min(i + len(parts) + 8, len(s)))
                    if (n := self.w.noun(s.low[k])) and n.kind in ("channel", "media")
                ),
                None,
            )
            phrase = phrases.right(s, self.w, near) if near else phrase
        if s.at(i + len(parts)) in (",", "", ".") and parts[-1] in self.w.raw.SAYS_IN:
            return self._document(s, i, i + len(parts))
        if phrase is None:
            return None
        a, b = phrase
        if s.low[a] in self.w.raw.SAYS_IN and b == a + 1:
            return self._document(s, i, b)
        case = self.naming.case(parts)
        more = self.w.patterns["DATA_OF"].match(s.text, s.start[a], s.last)
        if more and more.end() > s.start[a]:
            a = s.index(more.end())
            further = phrases.right(s, self.w, a)
            if further is None:
                return None
            a, b = further
        elif self.w.patterns["UNOWNED"].match(s.text[s.start[a] : s.end[b - 1]].lower()):
            return None
        speaker = self.naming.name(s, a, b, case)
        if speaker is None and (" ".join(parts) in self.w.raw.CITES or parts[-1] in self.w.raw.SAID_BY):
            speaker = self.naming.as_written(s, a, b)
        if speaker is None or not (plausible(speaker) or fresh(speaker)):
            return None
        left = s.start[i - 1] if s.at(i - 1) == self.w.raw.TAKEN_UP else s.start[i]
        before = self._text_before(s, i)
        if s.at(b) in (".", "", ";", "!"):
            mode: Mode = "backward" if before else "forward"
        else:
            mode = "around" if before else "forward"
        return Draft(
            left=left,
            right=s.end[b - 1],
            cue=(s.start[i], s.end[i + len(parts) - 1]),
            mode=mode,
            speaker=speaker,
            outer=self._of_media(s, a, b, speaker),
            act="says",
            anaphoric=not fresh(speaker),
            preposed=True,
        )

    def _document(self, s: Tokens, i: int, end: int) -> Draft | None:
        """ "говорится в сообщении": the statement of whoever spoke last."""
        speaker = self.naming.memory.last()
        if speaker is None:
            return None
        before = self._text_before(s, i)
        left = s.start[i - 1] if s.at(i - 1) == self.w.raw.TAKEN_UP else s.start[i]
        mode: Mode = "forward" if not before else "backward" if s.at(end) in (".", "", "!") else "around"
        right = s.end[min(end, len(s)) - 1]
        return Draft(
            left=left, right=right, cue=(s.start[i], right), mode=mode, speaker=speaker, act="says", anaphoric=True
        )

    def _of_media(self, s: Tokens, a: int, b: int, speaker: Speaker) -> tuple[Speaker, ...]:
        """ "источника «Интерфакса»": the outlet is the outer link of its source."""
        if speaker.source.kind != "anonymous":
            return ()
        for found in self.naming.context.directory.find(s.word[a:b]):
            if found.party.kind == "media":
                got = self.naming.name(s, a + found.first, a + found.last, "gen")
                return (got,) if got else ()
        return ()

    def _account(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        m = next(iter(s.matches.get("BY_ACCOUNT", ())), None)
        if not m or _within(m.start(), drafts):
            return []
        speaker = self.naming.memory.take_up(self.w.raw.POSSESSIVE.get(m["who"].lower(), "last"))
        if speaker is None:
            return []
        self.naming.memory.remember(speaker, None)
        mode: Mode = "around" if s.index(m.start()) > 1 else "forward"
        return [
            Draft(left=m.start(), right=m.end(), cue=m.span(), mode=mode, speaker=speaker, act="says", anaphoric=True)
        ]

    def _possessed(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """ "The ministry's claim of 31 July to have seized the town": a noun phrase that holds what its owner says."""
        found: list[Draft] = []
        for i in range(1, len(s)):
            if s.low[i] not in self.w.raw.STATEMENTS or s.at(i + 1) not in ("of", "that"):
                continue
            if not s.low[i - 1].endswith("'s") or _within(s.start[i], drafts):
                continue
            phrase = phrases.left(s, self.w, i)
            speaker = self.naming.name(s, phrase[0], phrase[1]) if phrase else None
            if phrase is None or speaker is None or not speaker.known:
                continue
            end = self.w.patterns["PREDICATE"].search(s.text, s.end[i], s.last)
            right = end.start() if end else s.last
            found.append(
                Draft(
                    left=s.start[phrase[0]],
                    right=right,
                    cue=(s.start[i], s.end[i]),
                    mode="nominal",
                    speaker=speaker,
                    act="says",
                    narrow=True,
                )
            )
        return found

    def _dash(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """ "Content — X." or "content (X)": who is named behind the last dash, or in brackets at the end, is the source."""
        end = len(s)
        while end > 0 and s.word[end - 1] in ".!)":
            end -= 1
        dash = next((k for k in range(end - 1, max(end - 9, 1), -1) if s.word[k] in "—–-―("), None)
        if dash is None or dash < 3 or any(not s.is_word(k) and s.word[k] not in '«»".' for k in range(dash + 1, end)):
            return []
        if s.start[dash] == s.end[dash - 1] and s.word[dash] != "(" or _within(s.start[dash], drafts):
            return []
        if any(self.w.verbs.get(s.low[k]) for k in range(dash + 1, end)) or self.w.is_(s.at(dash + 1), "p"):
            return []
        speaker = self.naming.name(s, dash + 1, end)
        if speaker is None or not fresh(speaker) or "country" in speaker.classes:
            return []
        sure = speaker.source.confidence and speaker.source.confidence > 0.9
        if not sure and not (
            speaker.source.kind in ("media", "channel", "anonymous", "official") and self._short(s, dash + 1, end)
        ):
            return []
        if s.word[dash] == "(" and speaker.source.kind not in ("media", "channel"):
            return []
        right = s.end[-1]
        return [
            Draft(
                left=s.start[dash],
                right=right,
                cue=(s.start[dash], s.end[dash]),
                mode="backward",
                speaker=speaker,
                act="says",
            )
        ]

    def _short(self, s: Tokens, a: int, b: int) -> bool:
        """Up to five words that begin with a noun for a speaker, or with adjectives to it."""
        at = next((k for k in range(a, b) if self.w.noun(s.low[k])), None)
        if (
            at is None
            or b - a > 6
            or any(s.low[k] in self.w.raw.PRONOUNS or self.w.is_(s.low[k], "b") for k in range(a, b))
        ):
            return False
        return at == a or all(_ADJECTIVE.search(s.low[k]) is not None for k in range(a, at))

    def _colon(self, s: Tokens) -> list[Draft]:
        """ "X: content" at the head of a sentence, a clock stamp before it apart; "Report of X: content"."""
        k = 0
        while k < len(s) and (
            _CLOCK.match(s.word[k]) or not s.is_word(k) or self.w.is_(s.low[k], "t") or s.low[k] in _DAYS
        ):
            k += 1
        colon = next((n for n in range(k + 1, min(k + 11, len(s))) if s.word[n] == ":"), None)
        if (
            colon is None
            or any(s.word[n] in ',;"' for n in range(k, colon))
            or any(s.low[n] in self.w.verbs for n in range(k, colon))
        ):
            return []
        if colon + 1 < len(s) and not s.is_word(colon + 1) and s.at(colon + 1) not in QUOTES:
            return []
        data = self.w.patterns["HEADLINE"].match(s.text, s.start[k], s.last) or self.w.patterns["DATA_OF"].match(
            s.text, s.start[k], s.last
        )
        if self.w.is_(s.low[k], "p"):
            return []
        first = s.index(data.end()) if data and data.end() < s.start[colon] else k
        end = next((n for n in range(first, colon) if self.w.is_(s.low[n], "p") and n > first), colon)
        speaker = self.naming.name(s, first, end, "gen" if first > k else "nom")
        vague = speaker is not None and speaker.source.kind is None and (speaker.source.confidence or 0) <= 0.9
        if vague and not (speaker and speaker.classes == frozenset(("person",))):
            return []
        if speaker is None or not speaker.known or "country" in speaker.classes or _CLOCK.search(speaker.source.name):
            return []
        if colon + 1 >= len(s) and not (speaker.source.confidence and speaker.source.confidence > 0.9):
            return []
        self.naming.memory.remember(speaker, None)
        right = s.end[colon]
        return [
            Draft(
                left=s.start[k], right=right, cue=(s.start[colon], right), mode="forward", speaker=speaker, act="says"
            )
        ]

    # ------------------------------------------------------------------ outlets, citations, gaps
    def _outlets(self, s: Tokens, drafts: list[Draft]) -> None:
        """ "told TASS", "в эфире X", "asked by Y": the outlet becomes the outer link of the nearest cue."""
        for d in drafts:
            if d.outer or d.act == "declines" or d.speaker is None:
                continue
            i = s.index(d.cue[0])
            got = self._told(s, i) if not self.w.inverts else self._dative(s, d, i)
            if got:
                d.outer = (got,)
                d.right = max(d.right, got.source.span[1]) if got.source.span else d.right
        for name in ("ABROAD", "ASKED"):
            for m in s.matches.get(name, ()):
                outlet = self.speakers.outlet(s, s.index(m.end()))
                if outlet is None:
                    continue
                got, end = outlet
                near = min(
                    (d for d in drafts if not d.outer and d.speaker),
                    key=lambda d, at=m.start(): abs(d.cue[0] - at),  # type: ignore[misc]
                    default=None,
                )
                if near is None or near.speaker is None or near.speaker.source.name == got.source.name:
                    continue
                near.outer = (got,)
                if near.mode == "backward":
                    near.right = max(near.right, s.end[end - 1])

    def _told(self, s: Tokens, i: int) -> Speaker | None:
        if s.low[i] not in self.w.raw.TOLD or s.at(i + 1) in self.w.raw.LISTENERS:
            return None
        phrase = phrases.right(s, self.w, i + 1)
        if phrase is None:
            return None
        found = self.naming.context.directory.find(s.word[phrase[0] : phrase[1]])
        end = phrase[0] + found[0].last if found and found[0].first <= 2 else phrase[1]
        got = self.naming.name(s, phrase[0], end)
        if got is None or not (
            got.source.kind in ("media", "channel") or got.source.kind is None and s.word[phrase[0]][0].isupper()
        ):
            return None
        return got

    def _dative(self, s: Tokens, d: Draft, i: int) -> Speaker | None:
        """ "заявил агентству ТАСС" with the speaker on the left: the outlet follows the verb."""
        if d.speaker is None or d.speaker.source.kind in ("media", "channel"):
            return None
        for found in self.naming.context.directory.find(s.word[i + 1 : i + 6]):
            between = range(i + 1, i + 1 + found.first)
            if found.party.kind == "media" and not any(
                s.word[k] in ",.;:" or self.w.is_(s.low[k], "p") for k in between
            ):
                return self.naming.name(s, i + 1 + found.first, i + 1 + found.last, "dat")
        return None

    def _cited(self, drafts: list[Draft], cited: list[Draft]) -> list[Draft]:
        for c in cited:
            near = min(
                (d for d in drafts if d.act != "declines" and d.speaker),
                key=lambda d: abs(d.cue[0] - c.left),
                default=None,
            )
            if near is None:
                drafts.append(c)
            elif c.speaker is not None:
                near.inner = (*near.inner, c.speaker)
                self.naming.memory.inner = near.inner
                if near.mode != "forward" or 0 <= c.left - near.right < 40:
                    near.right = max(near.right, c.right)
        drafts.sort(key=lambda d: d.left)
        return drafts

    def _gapped(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """ "Kyiv counted 2,935, Moscow 4,900": the verb is left out the second time."""
        extra: list[Draft] = []
        for d in drafts:
            if d.mode != "forward" or d.speaker is None or d.act == "declines":
                continue
            stop = min((x.left for x in drafts if x.left > d.right), default=s.last)
            for k in range(s.index(d.right), s.index(stop)):
                if s.word[k] not in ",;" or k + 2 >= len(s):
                    continue
                k += s.at(k + 1) in self.w.raw.GOES_ON
                phrase = phrases.right(s, self.w, k + 1)
                if phrase is None or phrase[0] != k + 1:
                    continue
                number = next((n for n in range(k + 2, phrase[1]) if s.low[n][0].isdigit()), phrase[1])
                nxt = s.at(number)
                gap = number > k + 1 and (
                    nxt[:1].isdigit()
                    or nxt in ("as", "about", "nearly", "up", "more")
                    or nxt in ("—", "–")
                    and self.w.inverts
                )
                speaker = self.naming.name(s, k + 1, number) if gap else None
                if speaker and speaker.known and plausible(speaker) and fresh(speaker):
                    extra.append(
                        Draft(
                            left=s.start[k + 1],
                            right=s.end[number - 1],
                            cue=d.cue,
                            mode="forward",
                            speaker=speaker,
                            act=d.act,
                            narrow=True,
                        )
                    )
                    break
        return sorted(drafts + extra, key=lambda d: d.left)


_DAYS = frozenset("sat sun mon tue wed thu fri upd live".split())


def _within(at: int, drafts: list[Draft]) -> bool:
    return any(d.left <= at < d.right for d in drafts)
