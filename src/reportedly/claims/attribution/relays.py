"""Who hands on whose words: outlets told, agencies that quote, parties cited, verbs left out the second time."""

from functools import partial

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.records import Draft, Speaker, fresh, plausible
from reportedly.claims.attribution.speakers import Speakers
from reportedly.claims.attribution.tokens import Tokens


class Relays:
    """Adds links to drafts that are found already."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.naming = speakers.naming
        self.w = speakers.w

    def quoting(self, s: Tokens, i: int) -> Draft | None:
        """As in "«...», — цитирует губернатора ТАСС": the agency hands on the words of the other."""
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

    def quoted(self, s: Tokens, i: int) -> Draft | None:
        """As in "X was quoted (as) saying" and "the agency quoted X (as) saying"; the agency is the outer link."""
        say = next((k for k in range(i + 1, min(i + 12, len(s))) if s.low[k] == "saying"), None)
        if say is None or "by" in s.low[i:say] or any(s.word[k] in ".;:" for k in range(i, say)):
            return None
        passive = self.w.is_(s.at(i - 1), "b") or s.at(i - 1) == "also" and self.w.is_(s.at(i - 2), "b")
        left = self.speakers.left(s, i - (1 if self.w.is_(s.at(i - 1), "b") else 2) if passive else i, True)
        outer: tuple[Speaker, ...] = ()
        if passive:
            speaker = left.speaker if left else None
        else:
            stop = say - (s.at(say - 1) == "as")
            speaker = self.naming.name(s, i + 1, stop) if stop > i + 1 else None
            speaker = speaker or (self.naming.as_written(s, i + 1, stop) if stop > i + 1 else None)
            outer = (left.speaker,) if left else ()
        if speaker is None:
            return None
        ends = say + 1 >= len(s) or s.word[say + 1] in ".;"
        begin = s.start[left.first] if left else s.start[i]
        return Draft(
            left=begin, right=s.end[say], cue=(s.start[i], s.end[say]), mode="backward" if ends else "forward",
            speaker=speaker, outer=outer, act="says",
        )  # fmt: skip

    def outlets(self, s: Tokens, drafts: list[Draft]) -> None:
        """As in "told TASS", "в эфире X", "asked by Y": the outlet becomes the outer link of the nearest cue."""
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
                outlet = self.speakers.outlets.at(s, s.index(m.end()))
                if outlet is None:
                    continue
                got, end = outlet
                near = min(
                    (d for d in drafts if not d.outer and d.speaker),
                    key=partial(_distance, m.start()),
                    default=None,
                )
                if near is None or near.speaker is None or near.speaker.source.name == got.source.name:
                    continue
                near.outer = (got,)
                if near.mode == "backward":
                    near.right = max(near.right, s.end[end - 1])

    def _told(self, s: Tokens, i: int) -> Speaker | None:
        if s.low[i] not in self.w.raw.TOLD:
            return None
        named = self.naming.context.directory.find(s.word[i + 1 : i + 6])
        outlet = bool(named) and named[0].first <= 1 and named[0].party.kind in ("media", "channel")
        if s.at(i + 1) in self.w.raw.LISTENERS and not outlet:
            return None
        phrase = phrases.right(s, self.w, i + 1)
        if phrase is None:
            return None
        found = self.naming.context.directory.find(s.word[phrase[0] : phrase[1]])
        end = phrase[0] + found[0].last if found and found[0].first <= 2 else phrase[1]
        got = self.naming.name(s, phrase[0], end)
        if got is None or not (
            got.source.kind in ("media", "channel")
            or got.source.kind is None
            and s.word[phrase[0]][0].isupper()
            and got.classes != frozenset(("person",))
        ):
            return None
        return got

    def _dative(self, s: Tokens, d: Draft, i: int) -> Speaker | None:
        """As in "заявил агентству ТАСС" with the speaker on the left: the outlet follows the verb."""
        if d.speaker is None or d.speaker.source.kind in ("media", "channel"):
            return None
        for found in self.naming.context.directory.find(s.word[i + 1 : i + 6]):
            between = range(i + 1, i + 1 + found.first)
            if found.party.kind == "media" and not any(
                s.word[k] in ",.;:" or self.w.is_(s.low[k], "p") for k in between
            ):
                return self.naming.name(s, i + 1 + found.first, i + 1 + found.last, "dat")
        return None

    def cited(self, drafts: list[Draft], cited: list[Draft]) -> list[Draft]:
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

    def gapped(self, s: Tokens, drafts: list[Draft]) -> list[Draft]:
        """As in "Kyiv counted 2,935, Moscow 4,900": the verb is left out the second time."""
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


def _distance(at: int, d: Draft) -> int:
    return abs(d.cue[0] - at)
