"""Sources that stand apart from what they say: "X: content" and "content — X"."""

import re

from reportedly.claims.attribution.phrases import within
from reportedly.claims.attribution.records import Draft, fresh
from reportedly.claims.attribution.speakers import Speakers
from reportedly.claims.attribution.tokens import QUOTES, Tokens

_ADJECTIVE = re.compile(r"(?:[иыі]й|ая|яя|ое|ее|ые|ие|[ая]|[еє]|[іи])$|^[a-z]+$")
_CLOCK = re.compile(r"\d")
_DAYS = frozenset("sat sun mon tue wed thu fri upd live".split())


class Labels:
    """Finds sources before a colon and behind a dash."""

    def __init__(self, speakers: Speakers) -> None:
        self.naming = speakers.naming
        self.w = speakers.w

    def colon(self, s: Tokens) -> list[Draft]:
        """As in "X: content" at the head of a sentence, a clock stamp before it apart; "Report of X: content"."""
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
        if speaker is None or "country" in speaker.classes or _CLOCK.search(speaker.source.name):
            return []
        if not speaker.known and not (self._office(s, first, end) and speaker.source.kind in ("official", "military")):
            return []
        if "person" in speaker.classes and any(x.endswith(("'s", "’s")) for x in s.low[first:end]):
            return []  # "Putin's airport chaos: ..." is a headline
        if colon + 1 >= len(s) and not (speaker.source.confidence and speaker.source.confidence > 0.9):
            return []
        self.naming.memory.remember(speaker, None)
        right = s.end[colon]
        return [
            Draft(
                left=s.start[k], right=right, cue=(s.start[colon], right), mode="forward", speaker=speaker, act="says"
            )
        ]

    def dash(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """As in "Content — X." or "content (X)": who stands behind the last dash or in brackets is the source."""
        end = len(s)
        while end > 0 and s.word[end - 1] in ".!)":
            end -= 1
        dash = next((k for k in range(end - 1, max(end - 9, 1), -1) if s.word[k] in "—–-―("), None)
        if dash is None or dash < 3 or any(not s.is_word(k) and s.word[k] not in '«»".' for k in range(dash + 1, end)):
            return []
        if s.start[dash] == s.end[dash - 1] and s.word[dash] != "(" or within(s.start[dash], drafts):
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

    def _office(self, s: Tokens, a: int, b: int) -> bool:
        """Whether a label is the bare word for an office or body: "Mayor: three wounded"."""
        return b - a == 1 and self.w.noun(s.low[a]) is not None and s.word[a][0].isupper()

    def _short(self, s: Tokens, a: int, b: int) -> bool:
        """Up to five words that begin with a noun for a speaker, or with adjectives to it."""
        at = next((k for k in range(a, b) if self.w.noun(s.low[k])), None)
        if (
            at is None
            or b - a > 6
            or any(s.low[k] in self.w.raw.PRONOUNS or self.w.is_(s.low[k], "b") for k in range(a, b))
        ):
            return False
        if any(self.w.patterns["FINITE"].fullmatch(s.word[k]) for k in range(at + 1, b) if s.word[k][0].islower()):
            return False  # «Лікарі борються за її життя»
        return at == a or all(_ADJECTIVE.search(s.low[k]) is not None for k in range(a, at))
