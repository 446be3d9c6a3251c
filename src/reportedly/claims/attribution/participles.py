"""Who speaks a participle: "Clinton attacked the plan, saying it …", "…, he said, adding that …"."""

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.records import Draft, Speaker, fresh, plausible
from reportedly.claims.attribution.speakers import Speakers
from reportedly.claims.attribution.tokens import Tokens

_APART = frozenset((",", "—", "–"))
_LONGEST = 8
"""Words of a subject."""
_QUOTE = '"“«'


class Participles:
    """Attributions by a participle, which takes its speaker from the attribution or the subject before it."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.naming = speakers.naming
        self.w = speakers.w

    def draft(self, s: Tokens, i: int, before: list[Draft]) -> Draft | None:
        """The attribution of the participle at token ``i``, where it stands apart and content follows it."""
        if s.at(i - 1) not in _APART.union(self.w.raw.BEFORE_PARTICIPLE) or not self._tells(s, i):
            return None
        near = [d for d in before if d.right <= s.start[i] and d.speaker and d.mode != "previous"]
        last = max(near, key=lambda d: d.right, default=None)
        speaker = last.speaker if last else self._subject(s, i)
        if speaker is None:
            return None
        return Draft(
            left=s.start[i],
            right=s.end[i],
            cue=(s.start[i], s.end[i]),
            mode="forward",
            speaker=speaker,
            outer=last.outer if last else (),
            certainty=self.w.certainty.get(s.low[i]),
            act=self.w.acts.get(s.low[i], "says"),
            anaphoric=last is not None,
        )

    def _tells(self, s: Tokens, i: int) -> bool:
        """Whether what follows is told: a clause, a quotation, or for "saying" and "telling" anything."""
        after, then = s.at(i + 1), s.at(i + 2)
        heard = phrases.right(s, self.w, i + 1) if s.low[i] in self.w.raw.TELLING else None
        if s.low[i] in self.w.raw.SAYING or heard is not None:
            return after not in ("", ".", ";", *self.w.raw.NOT_TOLD)
        quoted = after in (",", ":") and then != "" and then[0] in _QUOTE
        return quoted or after in self.w.raw.THAT or after == "," and then in self.w.raw.THAT

    def _subject(self, s: Tokens, i: int) -> Speaker | None:
        """Who opens the sentence, or a clause of it, as far as the words can name a speaker."""
        for begin in (0, *(k + 1 for k in range(i - 2) if s.word[k] == ",")):
            if self.w.is_(s.at(begin), "p"):
                continue
            for end in range(min(begin + _LONGEST, i - 1), begin, -1):
                got = self._named(s, begin, end)
                if got is not None:
                    return got
        return None

    def _named(self, s: Tokens, begin: int, end: int) -> Speaker | None:
        """The speaker in the words up to a predicate: a pronoun, a known speaker, or a name as written."""
        if not s.is_word(end) or not s.word[end][0].islower() or any(self.w.is_(s.low[end], c) for c in "pcd"):
            return None
        pronoun = s.low[end - 1] in self.w.raw.PRONOUNS and end - begin == 1
        if not (pronoun or s.word[end - 1][0].isupper() or s.low[end - 1] in self.w.nouns):
            return None
        got = self.naming.name(s, begin, end)
        if got is None or got.source.kind == "document":
            return None
        return got if plausible(got) or fresh(got) and s.word[end - 1][0].isupper() and end - begin > 1 else None
