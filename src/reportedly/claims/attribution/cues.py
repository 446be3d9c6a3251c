"""Attributions in one sentence: each cue with its speaker, before scopes are settled."""

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.labels import Labels
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.owners import Owners
from reportedly.claims.attribution.participles import Participles
from reportedly.claims.attribution.phrases import text_before, within
from reportedly.claims.attribution.records import Draft, Mode, Speaker, fresh, plausible
from reportedly.claims.attribution.relays import Relays
from reportedly.claims.attribution.silence import Silence
from reportedly.claims.attribution.speakers import Speakers, Voice
from reportedly.claims.attribution.tokens import Tokens
from reportedly.claims.attribution.words import Words

_SHORT = 6
"""Words behind a speaker that only say where it was told."""
_BE = ("was", "were", "is", "are")


class Cues:
    """Finds the cues of a sentence in order of their words."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.w: Words = naming.w
        self.speakers = Speakers(naming)
        self.silence = Silence(self.speakers)
        self.owners = Owners(self.speakers)
        self.labels = Labels(self.speakers)
        self.relays = Relays(self.speakers)
        self.participles = Participles(self.speakers)

    def find(self, s: Tokens) -> list[Draft]:
        """Drafts from left to right; modifiers ("citing Y", "told Z") already joined to the cue that they go with."""
        silent = self.silence.spans(s)
        drafts: list[Draft] = self.silence.no_comment(s)
        drafts += self.labels.colon(s)
        cited: list[Draft] = []
        hushed = {s.index(h[0]): h for h in silent}
        triggers = [i for i, x in enumerate(s.low) if x in self.w.verbs or x in self.w.prepositional or i in hushed]
        for i in triggers:
            hush = hushed.get(i) or next((h for h in silent if h[0] <= s.start[i] < h[1]), None)
            found: Draft | None = None
            if within(s.start[i], drafts) or within(s.start[i], cited):
                pass
            elif hush:
                silent.remove(hush)
                found = self.silence.draft(s, hush, drafts)
            elif s.low[i] in self.w.prepositional:
                found = self.owners.according(s, i, cited)
            elif s.low[i] in self.w.verbs:
                found = self._verb(s, i, self.w.verbs[s.low[i]], drafts)
            if found:
                drafts.append(found)
                if found.speaker:
                    self.naming.memory.remember(
                        found.speaker, found.outer if fresh(found.speaker) or found.outer else None
                    )
        drafts += self.owners.account(s, drafts) + self.owners.possessed(s, drafts) + self.labels.dash(s, drafts)
        drafts.sort(key=lambda d: d.left)
        self.relays.outlets(s, drafts)
        drafts = self.relays.cited(drafts, cited)
        return self.relays.gapped(s, drafts)

    def _verb(self, s: Tokens, i: int, kind: str, before: list[Draft]) -> Draft | None:
        low = s.low[i]
        if kind == "participle":
            return self.participles.draft(s, i, before)
        if not self._fits(s, i, low):
            return None
        if kind == "quotes":
            return self.relays.quoting(s, i)
        if low == "quoted" and (quoted := self.relays.quoted(s, i)) is not None:
            return quoted
        if self._passive(s, i):
            return self._by(s, i)
        if kind == "by":
            return None
        if self._deed(s, i, low):
            return self._done(s, i, before)
        voice = self._footage(s, i) if low in self.w.raw.SEEN else None
        voice = voice or self.speakers.of(s, i, kind, before)
        if (
            voice is None
            or low in self.w.raw.SEEN
            and not fresh(voice.speaker)
            and s.at(voice.first) in self.w.raw.INANIMATE
        ):
            return None
        if self._only_deed(s, i, voice) or s.at(voice.first) in self.w.raw.NOBODY:
            return None
        left_open = kind == "exclude" and self._negated(s, i)
        negative = kind in ("deny", "exclude") and not left_open or self._untrue(s, i, low)
        mode = self._mode(s, i, voice)
        return Draft(
            left=min(s.start[i], s.start[max(voice.first, 0)]),
            right=max(s.end[i], s.end[voice.last - 1]) if voice.side != "left" else s.end[i],
            cue=(s.start[i], s.end[i]),
            mode=mode,
            speaker=voice.speaker,
            outer=voice.outer or self.owners.of_media(s, voice.first, max(voice.last, voice.first + 1), voice.speaker),
            polarity="denied" if negative else None,
            certainty="possible" if left_open else self.w.certainty.get(low),
            act="denies" if negative else self.w.acts.get(low, "says"),
            anaphoric=voice.side == "joined" or not fresh(voice.speaker),
            object_only=(kind != "strong" or low in self.w.raw.NP_VERBS)
            and mode == "forward"
            and not self._clause(s, i + 1),
        )

    def _negated(self, s: Tokens, i: int) -> bool:
        """Whether "not" stands before a verb: "could not rule out", «не исключил»."""
        return any(self.w.patterns["NOT"].fullmatch(x) for x in s.low[max(0, i - 2) : i])

    def _clause(self, s: Tokens, k: int) -> bool:
        """Whether a content clause follows: "that", "что", or a colon."""
        return s.at(k) in self.w.raw.THAT or s.at(k) == "," and s.at(k + 1) in self.w.raw.THAT

    def _fits(self, s: Tokens, i: int, low: str) -> bool:
        need = self.w.raw.NEED_OF.get(low)
        if need is not None and s.at(i + 1) not in need:
            return False
        if s.at(i + 1) == "responsibility" and any(x == "not" or x.endswith("n't") for x in s.low[max(0, i - 3) : i]):
            return False
        if low in self.w.raw.BARE and (self.w.is_(s.at(i - 1), "d") or s.at(i - 1).endswith("'s")):
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

    def _only_deed(self, s: Tokens, i: int, voice: Voice) -> bool:
        """Whether a verb that also reports does not report here: "police found a body", "Россия передала тела"."""
        low = s.low[i]
        if self._clause(s, i + 1) or voice.side in ("this", "that"):
            return False
        if low in self.w.raw.THAT_ONLY:
            return voice.speaker.source.kind != "document"
        if low == "added":
            return s.at(i + 1)[:1].isdigit() or s.at(i + 1) in ("$", "a", "an", "more", "new", "to")
        relays = voice.speaker.source.kind in ("media", "channel", None)
        return low in self.w.raw.RELAYED and not relays and voice.side != "right"

    def _done(self, s: Tokens, i: int, before: list[Draft]) -> Draft | None:
        """As in "X said A and declared B": the deed ends what X vouches for (rule 7)."""
        if not before or s.at(i - 1) not in self.w.raw.GOES_ON:
            return None
        return Draft(
            left=s.start[i - 1], right=s.end[i], cue=(s.start[i], s.end[i]), mode="forward", speaker=None, narrow=True
        )

    def _passive(self, s: Tokens, i: int) -> bool:
        if self.w.inverts or s.low[i] not in self.w.raw.BY_VERBS:
            return False
        return self._agent(s, i) is not None

    def _agent(self, s: Tokens, i: int) -> int | None:
        """Where "by" stands behind a passive; "this was announced in his channel by" lets more words between."""
        if s.at(i + 1) == "by":
            return i + 1
        if s.at(i + 2) == "by" and self.w.is_(s.at(i + 1), "a"):
            return i + 2
        if self._takes_up(s, i):
            return next((k for k in range(i + 1, min(i + 9, len(s))) if s.low[k] == "by"), None)
        return None

    def _takes_up(self, s: Tokens, i: int) -> bool:
        """Whether the sentence only says who told what stands before it: "This was reported by"."""
        at = next((k for k in range(i - 2, max(-1, i - 5), -1) if s.low[k] in ("this", "it")), None)
        return at is not None and s.at(at + 1) in ("was", "has", "is") and (at == 0 or s.at(at - 1) == ",")

    def _by(self, s: Tokens, i: int) -> Draft | None:
        at = self._agent(s, i) or i + 1
        phrase = phrases.right(s, self.w, at + 1)
        speaker = self.naming.name(s, *phrase) if phrase else None
        if speaker is None or phrase is None:
            return None
        low = s.low[i]
        shown = self.w.noun(s.at(i - 1))
        if shown and shown.kind == "document":
            return None
        if low in ("quoted", "cited") and s.at(i - 1) not in _BE and s.at(i - 1) != "as":
            return None
        subject = self.speakers.left(s, i - 1, True) if low in self.w.raw.BY_OUTER and s.at(i - 1) in _BE else None
        if subject:
            return Draft(
                left=s.start[subject.first],
                right=s.end[phrase[1] - 1],
                cue=(s.start[i], s.end[at]),
                mode="forward",
                speaker=subject.speaker,
                outer=(speaker,),
                act="says",
            )
        denied = self.w.verbs.get(low) == "deny"
        finite = s.at(i - 1) in ("was", "were", "is", "are", "been", "also", "as") or s.at(i - 2) in ("was", "were")
        mode: Mode = "around" if s.at(i - 1) == "as" else "backward" if denied or finite else "nominal"
        if self._takes_up(s, i) and not denied:
            mode = "previous"
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
        """As in "Satellite imagery of 2 June shows", "footage posted by X shows": the image speaks (rule 28)."""
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
        if i == 1 and s.word[0] in "—–-" and voice.side == "right" and len(s) - voice.last <= _SHORT:
            return "previous"  # a line of its own below what was said: "– написав X у Telegram"
        if voice.side == "this" or not self.w.inverts and voice.side == "left" and self._told_this(s, i):
            return "previous"
        if voice.side == "joined":
            return "forward"
        if voice.side == "that":
            return "backward"
        begin, finish = min(i, voice.first), max(i + 1, voice.last if voice.side == "right" else 0)
        if s.low[i] in self.w.raw.TOLD and s.at(i + 1) in self.w.raw.LISTENERS and s.at(i + 1) != "the":
            finish += 1
        elif s.low[i] in self.w.raw.TOLD:
            heard = phrases.right(s, self.w, i + 1)
            finish = (
                heard[1]
                if heard and self._outlet(s, *heard)
                else finish + 1
            )
        opening = text_before(s, self.w, begin)
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
        if opening and not self.w.inverts and s.at(begin - 1) in ('"', "”") and s.at(begin - 2) in (",", "!", "?", "."):
            return "around"
        return "forward"

    def _outlet(self, s: Tokens, first: int, last: int) -> bool:
        """Whether words stand for an outlet: one of the directory, a kind of medium ("state television"), a name."""
        if self.naming.context.directory.find(s.word[first:last]):
            return True
        words = range(first + (s.at(first) == "the"), last)
        media = any((n := self.w.noun(s.low[k])) is not None and n.kind == "media" for k in words)
        return media or all(s.word[k][0].isupper() for k in words)

    def _told_this(self, s: Tokens, i: int) -> bool:
        """As in "The governor reported this on Telegram": what stands before is told."""
        after = ("on", "in", "at", "during", "via", "to", "through", ".", ",", "")
        return (
            s.at(i + 1) in ("this", "so")
            and s.at(i + 2) in after
            and (s.at(i + 2) != "to" or self.w.noun(s.at(i + 3)) is not None)
        )

    def _closes(self, s: Tokens, k: int) -> bool:
        """Whether nothing but an adjunct follows up to a mark."""
        if k >= len(s) or s.word[k] in '.,;!?…—–-"”»' or s.low[k] in self.w.raw.CITES:
            return True
        return self.w.patterns["ADJUNCT"].match(s.text, s.start[k], s.last) is not None
