"""What somebody did not say: "declined to name", "не уточнил", "no comment from X" (rules 12, 13, 34)."""

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.records import Draft, Speaker, plausible
from reportedly.claims.attribution.speakers import Speakers
from reportedly.claims.attribution.tokens import Tokens
from reportedly.model.terms import Polarity

Hush = tuple[int, int, Polarity]


class Silence:
    """Finds cues of silence and who is silent."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.naming = speakers.naming
        self.w = speakers.w

    def spans(self, s: Tokens) -> list[Hush]:
        """Stretches of words that say that something was not told, with what that makes of it."""
        kinds: tuple[tuple[str, Polarity], ...] = (("SILENT", "withheld"), ("UNCONFIRMED", "not_reported"))
        found: list[Hush] = []
        for name, polarity in kinds:
            found += [(*m.span(), polarity) for m in s.matches.get(name, ()) if m.group()]
        return sorted(found)

    def draft(self, s: Tokens, hush: Hush, before: list[Draft]) -> Draft:
        """The cue with its speaker; ``None`` as speaker where the sentence names none."""
        start, end, polarity = hush
        i = s.index(start)
        speaker, left = self._own(s, hush) or self._speaker(s, i, s.index(end), before, polarity)
        outer = next(
            (
                d.outer
                for d in reversed(before)
                if d.speaker and speaker and d.speaker.source.name == speaker.source.name
            ),
            (),
        )
        return Draft(
            left=left,
            right=end,
            cue=(start, end),
            mode="forward",
            speaker=speaker,
            outer=outer,
            polarity=polarity,
            act="declines",
            narrow=True,
        )

    def _own(self, s: Tokens, hush: Hush) -> tuple[Speaker, int] | None:
        """The publisher, where a verb of the first person is silent: «Название предприятия не раскрываю»."""
        first_person = self.w.patterns.get("SELF_SILENT")
        if first_person is None or not first_person.fullmatch(s.text, *hush[:2]):
            return None
        return self.naming.publisher(hush[:2]), s.first

    def _speaker(
        self, s: Tokens, i: int, end: int, before: list[Draft], polarity: Polarity
    ) -> tuple[Speaker | None, int]:
        clause = next((k + 1 for k in range(i - 1, -1, -1) if s.word[k] in ",;:—–"), 0)
        begin = s.start[clause] if clause < len(s) else s.first
        objects = self.w.patterns["OBJECTS"]
        told = [d for d in before if d.speaker and d.right <= s.start[i]]
        at = i - 1
        while at > clause and self.w.is_(s.low[at], "a") and s.low[at] not in self.w.raw.GOES_ON:
            at -= 1
        if told and s.at(at) in self.w.raw.GOES_ON and polarity == "withheld":
            return max(told, key=lambda d: d.right).speaker, s.start[at]
        if self.speakers.inserted(s, i):
            voice = self.speakers.left(s, i, False)
            if voice:
                return voice.speaker, s.start[voice.first]
        named = self._named(s, clause, i)
        if named:
            return named, begin
        same = [d for d in before if d.speaker and d.right <= s.start[i]]
        if i > clause and s.low[i - 1] in self.w.raw.GOES_ON and polarity == "withheld":
            return (max(same, key=lambda d: d.right).speaker if same else None), s.start[i - 1]
        for k in range(i, clause, -1):
            low = s.low[k - 1]
            if not s.is_word(k - 1) or objects.match(low):
                continue
            if not (low in self.w.nouns or low in self.w.raw.PRONOUNS or s.word[k - 1][0].isupper()):
                continue
            phrase = phrases.left(s, self.w, k)
            if phrase is None or phrase[0] < clause or phrase[1] != k:
                continue
            a = next((x + 1 for x in range(k - 1, phrase[0] - 1, -1) if objects.match(s.low[x])), phrase[0])
            preposition = phrase[2] and a == phrase[0]
            if preposition and not (self.w.inverts and s.at(a - 1) in ("в", "во", "у")):
                continue
            got = self.naming.name(s, a, k, "loc" if preposition else "nom")
            if got and plausible(got) and "document" not in got.classes:
                joint = self.w.raw.SUBJECT_JOINS if not self.w.inverts else ()
                split = next((s.start[x] for x in range(a - 1, clause - 1, -1) if s.low[x] in joint), None)
                return got, split if split is not None else begin
        joins = any(s.low[x] in self.w.raw.GOES_ON for x in range(clause, i)) or clause and s.low[clause - 1] in ","
        if same and joins and polarity == "withheld":
            at = next((s.start[x] for x in range(i - 1, clause - 1, -1) if s.low[x] in self.w.raw.GOES_ON), begin)
            return max(same, key=lambda d: d.right).speaker, at
        if self.w.inverts and i <= clause + 1:
            phrase2 = self.speakers.right_phrase(s, end)
            got = self.naming.name(s, *phrase2) if phrase2 and phrase2[0] <= end + 1 else None
            if got and plausible(got):
                return got, begin
        return None, begin

    def _named(self, s: Tokens, clause: int, i: int) -> Speaker | None:
        """A body of the directory between the start of the clause and the cue: "у Генштабі цього не підтвердили"."""
        found = self.naming.context.directory.find(s.word[clause:i])
        if len(found) != 1 or found[0].party.person:
            return None
        a, b = clause + found[0].first, clause + found[0].last
        before = s.at(a - 1)
        if any(self.w.noun(s.low[k]) or s.low[k] in self.w.raw.PRONOUNS for k in (*range(clause, a), *range(b, i))):
            return None
        if self.w.is_(before, "p") and not (self.w.inverts and before in ("в", "во", "у")):
            return None
        return self.naming.name(s, a, b, "loc")

    def no_comment(self, s: Tokens) -> list[Draft]:
        """As in "There was no comment from X", "Ответа Москвы нет"."""
        m = next(iter(s.matches.get("NO_COMMENT", ())), None)
        if m is None:
            return []
        first = s.index(m.start("who")) if "who" in m.re.groupindex else s.index(m.end())
        phrase = phrases.right(s, self.w, first)
        if phrase and self.w.inverts:
            phrase = (phrase[0], min(phrase[1], s.index(m.end("who"))))
        speaker = self.naming.name(s, *phrase, "gen" if self.w.inverts else "nom") if phrase else None
        if speaker is None and phrase and not self.w.inverts:
            speaker = self.naming.as_written(s, *phrase)
        if phrase is None or speaker is None or self.w.inverts and not speaker.known:
            return []
        right = max(s.end[phrase[1] - 1], m.end())
        self.naming.memory.remember(speaker, None)
        return [
            Draft(
                left=s.first,
                right=right,
                cue=m.span(),
                mode="nominal",
                speaker=speaker,
                polarity="withheld",
                act="declines",
                narrow=True,
            )
        ]
