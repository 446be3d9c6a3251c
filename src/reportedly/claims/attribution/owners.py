"""Prepositions and nouns that name whose words are told: "according to X", "by his account", "X's claim of"."""

import re

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.phrases import text_before, within
from reportedly.claims.attribution.records import Draft, Mode, Speaker, fresh, plausible
from reportedly.claims.attribution.speakers import Speakers
from reportedly.claims.attribution.tokens import Tokens

_ADJECTIVE = re.compile(r"(?:ой|ей|ым|им|ою|ею|ими|ыми|ому|им)$")


class Owners:
    """Finds the owner of words by what stands beside them other than a verb."""

    def __init__(self, speakers: Speakers) -> None:
        self.naming = speakers.naming
        self.w = speakers.w

    def according(self, s: Tokens, i: int, cited: list[Draft]) -> Draft | None:
        """As in "According to X"; "citing Y" goes to ``cited``, to be joined to its cue later."""
        for parts in self.w.prepositional[s.low[i]]:
            size = len(parts)
            adjective = self.w.inverts and size == 2 and s.at(i + 2) == parts[1] and _ADJECTIVE.search(s.at(i + 1))
            if tuple(s.low[i : i + size]) == parts or adjective:
                draft = self._after(s, i, parts, size + bool(adjective))
                if draft and " ".join(parts) in self.w.raw.CITES:
                    cited.append(draft)
                    return None
                return draft
        return None

    def _after(self, s: Tokens, i: int, parts: tuple[str, ...], size: int) -> Draft | None:
        phrase = phrases.right(s, self.w, i + size)
        if self.w.inverts and s.at(i + size).startswith("близк"):
            near = next(
                (
                    k
                    for k in range(i + size, min(i + size + 8, len(s)))
                    if (n := self.w.noun(s.low[k])) and n.kind in ("channel", "media")
                ),
                None,
            )
            phrase = phrases.right(s, self.w, near) if near else phrase
        if s.at(i + size) in (",", "", ".") and parts[-1] in self.w.raw.SAYS_IN:
            return self._document(s, i, i + size)
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
        if " ".join(parts) in self.w.raw.CITES and s.at(b) in self.w.verbs:
            outlet = next(
                (f for f in self.naming.context.directory.find(s.word[a:b]) if f.first and f.party.kind == "media"),
                None,
            )
            b = a + outlet.first if outlet else b
        speaker = self.naming.name(s, a, b, case)
        if speaker is None and self._anyone(s, a, b, parts):
            speaker = self.naming.as_written(s, a, b)
        if speaker is None or not (plausible(speaker) or fresh(speaker)):
            return None
        left = s.start[i - 1] if s.at(i - 1) == self.w.raw.TAKEN_UP else s.start[i]
        before = text_before(s, self.w, i)
        if s.at(b) in (".", "", ";", "!"):
            mode: Mode = "backward" if before else "forward"
        else:
            mode = "around" if before else "forward"
        if self.w.inverts and self.w.patterns["THIS_WAS"].match(s.text, s.first, s.start[i] + 1):
            mode = "previous"
        return Draft(
            left=left,
            right=s.end[b - 1],
            cue=(s.start[i], s.end[i + size - 1]),
            mode=mode,
            speaker=speaker,
            outer=self.of_media(s, a, b, speaker),
            act="says",
            anaphoric=not fresh(speaker),
            preposed=True,
        )

    def _anyone(self, s: Tokens, a: int, b: int, parts: tuple[str, ...]) -> bool:
        """Whether words after a preposition name a speaker of whom nothing else is known: "according to a letter"."""
        if " ".join(parts) in self.w.raw.CITES or parts[-1] in self.w.raw.SAID_BY:
            return True
        data = s.low[b - 1] in self.w.raw.DATA_NOUNS or s.low[a] in self.w.raw.PRONOUNS
        return not self.w.inverts and not data and parts[0] == "according"

    def _document(self, s: Tokens, i: int, end: int) -> Draft | None:
        """As in "говорится в сообщении": the statement of whoever spoke last."""
        speaker = self.naming.memory.last()
        if speaker is None:
            return None
        before = text_before(s, self.w, i)
        left = s.start[i - 1] if s.at(i - 1) == self.w.raw.TAKEN_UP else s.start[i]
        mode: Mode = "forward" if not before else "backward" if s.at(end) in (".", "", "!") else "around"
        right = s.end[min(end, len(s)) - 1]
        return Draft(
            left=left, right=right, cue=(s.start[i], right), mode=mode, speaker=speaker, act="says", anaphoric=True
        )

    def of_media(self, s: Tokens, a: int, b: int, speaker: Speaker) -> tuple[Speaker, ...]:
        """As in "источника «Интерфакса»": the outlet is the outer link of its source."""
        if speaker.source.kind != "anonymous":
            return ()
        for found in self.naming.context.directory.find(s.word[a:b]):
            if found.party.kind in ("media", "channel"):
                got = self.naming.name(s, a + found.first, a + found.last, "gen")
                return (got,) if got else ()
        return ()

    def account(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        m = next(iter(s.matches.get("BY_ACCOUNT", ())), None)
        if not m or within(m.start(), drafts):
            return []
        speaker = self.naming.memory.take_up(self.w.raw.POSSESSIVE.get(m["who"].lower(), "last"))
        if speaker is None:
            return []
        self.naming.memory.remember(speaker, None)
        mode: Mode = "around" if s.index(m.start()) > 1 else "forward"
        return [
            Draft(left=m.start(), right=m.end(), cue=m.span(), mode=mode, speaker=speaker, act="says", anaphoric=True)
        ]

    def _among(self, s: Tokens, i: int) -> list[Draft]:
        """As in "speculation among analysts": the talk of a group."""
        phrase = phrases.right(s, self.w, i + 1)
        speaker = self.naming.name(s, *phrase) if phrase else None
        if phrase is None or speaker is None or not plausible(speaker):
            return []
        return [
            Draft(
                left=s.start[i - 1],
                right=s.end[phrase[1] - 1],
                cue=(s.start[i - 1], s.end[i]),
                mode="around",
                speaker=speaker,
                act="speculates",
            )
        ]

    def possessed(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """As in "The ministry's claim to have seized the town": a noun phrase that holds what its owner says."""
        found: list[Draft] = []
        for i in range(1, len(s)):
            if s.low[i] == "among" and s.low[i - 1] in self.w.raw.TALK:
                found += self._among(s, i)
            if s.low[i] not in self.w.raw.STATEMENTS or s.at(i + 1) not in ("of", "that"):
                continue
            if not s.low[i - 1].endswith("'s") or within(s.start[i], drafts):
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
