"""Attribution across sentences: forwarded heads, "об этом сообщил", long quotations, sentences carried between two."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.claims.attribution.cues import Cues
from reportedly.claims.attribution.inflection import nominative
from reportedly.claims.attribution.layout import goes_on, headed
from reportedly.claims.attribution.memory import Memory
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.own_name import OwnName
from reportedly.claims.attribution.parties import Context
from reportedly.claims.attribution.records import Attribution, Draft, Speaker, Stretch
from reportedly.claims.attribution.scopes import settle
from reportedly.claims.attribution.tokens import Tokens, lowered, tokens
from reportedly.claims.attribution.words import SCANNED, Words, words
from reportedly.model import Report, Source
from reportedly.packs.sources import Directory, Party

_QUOTED = re.compile(
    r"(?<![\w.,!?»”…])\"(?=\S)[^\"“”\n]{20,}”|«[^«»]{20,}»|“[^“”]{20,}”|"
    r"(?<![^\s:])[“‘][^“”‘’\n]{20,}(?=\n\s*[“‘])|"  # a paragraph of a quotation that the next one goes on with
    r"(?<![\w.,!?»”…])\"(?=\S)[^\"\n]{20,}\"|(?<!\S)''(?=\S)[^'\n]{20,}''"
)
_INTO_LIST = re.compile(r"[ *_»\"”]*:[ *_]*\n")
"""A colon and a line end right behind the words of an attribution."""
_BULLET = re.compile(r"\s*(?:[-—–•▪●■◾📍📌🔺🔻✅❗⚡➡◦*]|\d+[.)])")
_MARKS = re.compile(r"[\s\W]+")


class Discourse:
    """One reading of one text."""

    def __init__(
        self, text: str, sentences: Sequence[Stretch], language: str, report: Report, directory: Directory
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.w: Words = words(language)
        self.report = report
        self.directory = directory
        self.memory = Memory()
        publisher = directory.by_handle(report.publisher) or self._publisher(report, directory)
        self.naming = Naming(Context(report, directory, self.w, publisher), self.memory)
        self.cues = Cues(self.naming)
        self.publisher = publisher
        self.quotations = [m.span() for m in _QUOTED.finditer(text)]
        self.own = OwnName(report.publisher, publisher, text)
        self.forwards = self._forwards()
        self.parsed = self._parsed()

    @staticmethod
    def _publisher(report: Report, directory: Directory) -> Party | None:
        words = (report.publisher or "").removeprefix("telegram:").split()
        found = directory.find(words)
        return found[0].party if found and found[0].first == 0 and found[0].last == len(words) else None

    # ------------------------------------------------------------------ the whole
    def attributions(self) -> tuple[Attribution, ...]:
        """Sentence by sentence, then what reaches over sentence ends."""
        settled: list[list[Draft]] = []
        self._introduce()
        for n, s in enumerate(self.parsed):
            self.memory.turn = n
            drafts = settle(s, self._unquoted(self.cues.find(s)), self.w)
            drafts += self._subjectless(s, drafts, settled)
            for d in drafts:
                self._complete(d, settled, n)
            settled.append(drafts)
            self._mention(s)
        self._previous(settled)
        self._carry(settled)
        self._quotes(settled)
        goes_on(self.sentences, self.quotations, settled)
        self._lists(settled)
        return self._built(settled)

    def _unquoted(self, drafts: list[Draft]) -> list[Draft]:
        """Without the cues that stand inside a quotation: what its speaker says that others said."""
        return [
            d
            for d in drafts
            if self.text[max(0, d.left - 3) : d.left].strip()[-1:] in ("—", "–")
            or not any(a < (d.cue[0] if d.act == "declines" else d.left) and d.right < b for a, b in self.quotations)
        ]

    def _parsed(self) -> list[Tokens]:
        """All sentences as tokens, with what the directory and the patterns over the whole text find in them."""
        low = lowered(self.text)
        scanned = {name: list(self.w.patterns[name].finditer(self.text)) for name in SCANNED}
        scanned = {name: found for name, found in scanned.items() if found}
        parsed = []
        for sentence in self.sentences:
            s = tokens(self.text, low, sentence.start, sentence.end)
            s.named = self.directory.find(s.word)
            s.matches = {
                name: [m for m in found if s.first <= m.start() and m.end() <= s.last]
                for name, found in scanned.items()
            }
            parsed.append(s)
        return parsed

    def _introduce(self) -> None:
        """Persons named with a role anywhere in the text, so that "the governor" before the name is understood."""
        for s in self.parsed:
            for found in s.named:
                if not found.party.person:
                    continue
                around = s.low[max(0, found.first - 6) : found.first] + s.low[found.last : found.last + 4]
                lemmas = [n.lemma for x in around if (n := self.w.nouns.get(x)) and n.lemma in self.w.raw.ROLES]
                offices = {o.strip() for lemma in self.w.raw.ROLES for o in self.w.raw.ROLES[lemma].split(",")}
                party = found.party
                speaker = self.naming.party(party, (s.start[found.first], s.end[found.last - 1]), None)
                for lemma in lemmas:
                    self.memory.introduce(replace(speaker, role=lemma))
                if party.role in offices and party.role in ("governor", "head of OVA", "mayor"):
                    for lemma, roles in self.w.raw.ROLES.items():
                        if party.role in roles and lemma in ("governor", "губернатор", "mayor", "мэр", "мер"):
                            self.memory.introduce(replace(speaker, role=lemma))

    def _mention(self, s: Tokens) -> None:
        """Bodies named in a sentence, speaking or not: "the organisation" can take them up."""
        for found in s.named:
            if found.party.kind in ("ngo", "organisation"):
                span = (s.start[found.first], s.end[found.last - 1])
                self.memory.mentioned.append(self.naming.party(found.party, span, None))
            if found.party.person:
                self.memory.persons.append(
                    self.naming.party(found.party, (s.start[found.first], s.end[found.last - 1]), None)
                )
        for i in [i for i, x in enumerate(s.word[:-1]) if x[0].isupper() and s.word[i + 1][0].isupper()]:
            if nominative(s.word[i], self.w.language):
                got = self.naming.name(s, i, i + 2)
                if got and "person" in got.classes:
                    self.memory.persons.append(got)

    def _complete(self, d: Draft, settled: list[list[Draft]], n: int) -> None:
        """Speakers, and their outer links, that only the text before tells."""
        if d.act == "declines" and d.speaker is None and d.polarity == "withheld" and n:
            same = [x for x in settled[n - 1] if x.speaker]
            if same and self.sentences[n].paragraph == self.sentences[n - 1].paragraph:
                d.speaker, d.outer = same[-1].speaker, same[-1].outer
        if d.speaker is not None and d.anaphoric and not d.outer and not d.inner:
            before = next((x for drafts in reversed(settled) for x in reversed(drafts) if x.speaker), None)
            if before and before.speaker and before.speaker.source.name == d.speaker.source.name:
                d.outer, d.inner = before.outer, before.inner

    def _subjectless(self, s: Tokens, drafts: list[Draft], settled: list[list[Draft]]) -> list[Draft]:
        """As in "Утверждается, что": goes on with the speaker of the sentence before."""
        before = settled[-1] if settled else []
        if drafts or not before or not before[-1].speaker:
            return []
        last = before[-1]
        at = next((i for i in range(min(3, len(s))) if s.low[i] in self.w.raw.REPORTEDLY), None)
        if at is not None:
            cue = (s.start[at], s.end[at])
        else:
            m = self.w.patterns["FIGURE"].match(s.text, s.first, s.last)
            if not m or not any(c in s.text[s.first : s.last] for c in "0123456789"):
                return []
            cue = m.span()
            return []
        return [
            Draft(
                left=cue[0],
                right=cue[1],
                cue=cue,
                mode="forward",
                speaker=last.speaker,
                outer=last.outer,
                act="says",
                scope=(s.first, s.last),
                anaphoric=True,
            )
        ]

    # ------------------------------------------------------------------ over sentence ends
    def _previous(self, settled: list[list[Draft]]) -> None:
        """As in "Об этом сообщил X" vouches for the sentences before it: of its paragraph, or of the one before."""
        for n, drafts in enumerate(settled):
            told = next((d for d in drafts if d.mode == "previous"), None)
            others = [d for d in drafts if d is not told]
            if told is None or not all(self._relays(d) for d in others):
                continue
            told.outer = told.outer or tuple(d.speaker for d in others if d.speaker)
            k = n
            paragraph = self.sentences[n - 1].paragraph if n else 0
            while k > 0 and not settled[k - 1] and self.sentences[k - 1].paragraph == paragraph:
                k -= 1
            told.scope = (self.sentences[k].start, self.sentences[n].end)
            if k == n and n and settled[n - 1]:
                outer = told.chain()
                for d in settled[n - 1]:
                    if told.speaker and told.speaker.source.kind in ("media", "channel") and d.speaker:
                        d.outer = (*outer, *d.outer)

    def _relays(self, d: Draft) -> bool:
        """Whether an attribution only names the publisher, or a medium that hands the other's words on."""
        return d.speaker is None or self.own.speaks(d.speaker) or d.speaker.source.kind in ("media", "channel")

    def _carry(self, settled: list[list[Draft]]) -> None:
        """A sentence between two of the same speaker, the later taking the earlier up, is that speaker's (rule 8)."""
        for n in range(1, len(settled) - 1):
            if settled[n] or not settled[n - 1] or not settled[n + 1]:
                continue
            first, second = settled[n - 1][-1], settled[n + 1][0]
            if not (first.speaker and second.speaker and second.anaphoric) or first.act == "declines":
                continue
            if first.speaker.source.name != second.speaker.source.name:
                continue
            here = self.sentences[n]
            if any(a <= here.start and here.end < b for a, b in self.quotations):
                continue  # a quotation that goes on: its end tells who speaks to whom
            if not (self.sentences[n - 1].paragraph == here.paragraph == self.sentences[n + 1].paragraph):
                continue
            settled[n].append(
                Draft(
                    left=here.start,
                    right=here.start,
                    cue=first.cue,
                    mode="forward",
                    speaker=first.speaker,
                    outer=first.outer,
                    inner=first.inner,
                    act="says",
                    scope=(here.start, here.end),
                )
            )

    def _quotes(self, settled: list[list[Draft]]) -> None:
        """A quotation that runs over sentence ends belongs to the attribution at either of its ends."""
        for m in _QUOTED.finditer(self.text):
            inside = [n for n, x in enumerate(self.sentences) if x.start < m.end() and x.end > m.start()]
            if len(inside) < 2:
                continue
            for n, toward in ((inside[-1], "backward"), (inside[0], "forward")):
                drafts = settled[n]
                if not drafts:
                    continue
                d = drafts[0] if toward == "backward" else drafts[-1]
                closes = d.mode == "backward" or d.mode == "around" and d.cue[0] >= m.end() - 1
                if toward == "backward" and closes:
                    d.scope = (min(d.scope[0], m.start()), d.scope[1])
                    break
                if toward == "forward" and d.mode == "forward" and d.cue[1] <= m.start() + 1:
                    d.scope = (d.scope[0], max(d.scope[1], m.end()))
                    break

    def _lists(self, settled: list[list[Draft]]) -> None:
        """As in "X said:" vouches for the list, the quotation or the paragraph that follows."""
        for n, drafts in enumerate(settled):
            end = self.sentences[n].end
            if not drafts or not self._announces(drafts[-1], end):
                continue
            k = n + 1
            while k < len(settled) and self._listed(settled, k, n):
                k += 1
            if k > n + 1:
                drafts[-1].scope = (drafts[-1].scope[0], self.sentences[k - 1].end)

    def _announces(self, d: Draft, end: int) -> bool:
        """Whether an attribution opens a list: its sentence ends with a colon, or runs on into the first item."""
        if d.mode == "forward" and self.text[:end].rstrip("*_ ")[-1:] == ":":
            return True
        return _INTO_LIST.match(self.text, d.right, end) is not None

    def _listed(self, settled: list[list[Draft]], k: int, n: int) -> bool:
        """Whether sentence ``k`` belongs to what is announced in sentence ``n``."""
        if settled[k]:
            return False
        here, before = self.sentences[k], self.sentences[k - 1]
        if _BULLET.match(self.text, here.start) or not here.line_start:
            return True
        opened = self.text.count("«", self.sentences[n].end, here.start) > self.text.count(
            "»", self.sentences[n].end, here.start
        )
        return opened or k == n + 1 or here.paragraph == before.paragraph and not _BULLET.match(self.text, before.start)

    # ------------------------------------------------------------------ forwarded posts
    def _forwards(self) -> list[tuple[tuple[int, int], Speaker]]:
        """As in "Forwarded from X": the stretch that it heads, and X."""
        found: list[tuple[tuple[int, int], Speaker]] = []
        for m in self.w.patterns["FORWARDED"].finditer(self.text):
            end = self.text.find("\n", m.end())
            line = self.text[m.end() : end if end >= 0 else len(self.text)]
            name = re.match(r"\s*[«\"“]([^»\"”]+)[»\"”]|\s*([^.\n]+)", line)
            if not name:
                continue
            label = (name[1] or name[2] or "").strip()
            body = m.end() + name.end()
            head = not _MARKS.sub("", self.text[: m.start()])
            stop = len(self.text)
            if not head:
                gap = self.text.find("\n\n", body)
                stop = gap if gap >= 0 and body + 3 < gap else len(self.text)
            found.append(((body, stop), self._forwarder(label, (m.end() + name.start(), body))))
        if not found and self.report.forwarded_from:
            found.append(((0, len(self.text)), self._forwarder(self.report.forwarded_from, (0, 0))))
        return found

    def _forwarder(self, label: str, span: tuple[int, int]) -> Speaker:
        known = self.directory.find(re.findall(r"\w[\w'’.-]*", label))
        if known:
            return self.naming.party(known[0].party, span, None)
        return Speaker(
            source=Source(name=label, kind="channel", named="name", span=span, confidence=0.9),
            classes=frozenset(("channel",)),
            known=True,
        )

    # ------------------------------------------------------------------ result
    def _built(self, settled: list[list[Draft]]) -> tuple[Attribution, ...]:
        out: list[Attribution] = []
        for scope, speaker in self.forwards:
            link = () if self.own.speaks(speaker) else (replace(speaker.source, act="cites"),)
            out.append(Attribution(scope=scope, chain=link, cue=speaker.source.span, act="cites"))
        for scope, speaker in headed(self.text, self.parsed, self.naming, self.w):
            if not self.own.speaks(speaker):
                source = replace(speaker.source, act="says")
                out.append(Attribution(scope=scope, chain=(source,), cue=source.span, act="says"))
        for drafts in settled:
            for d in drafts:
                chain = self._chain(d)
                out.append(
                    Attribution(
                        scope=_trim(self.text, d.scope),
                        chain=chain,
                        cue=d.cue,
                        polarity=d.polarity,
                        certainty=d.certainty,
                        act=d.act,
                    )
                )
        out.sort(key=lambda a: (a.scope[0], -a.scope[1]))
        return tuple(a for a in out if a.scope[0] < a.scope[1])

    def _chain(self, d: Draft) -> tuple[Source, ...]:
        links = list(d.chain())
        for scope, speaker in self.forwards:
            if scope[0] <= d.cue[0] < scope[1] and all(x.source.name != speaker.source.name for x in links):
                links.insert(0, speaker)
        kept: list[Source] = []
        for link in links:
            if self.own.speaks(link) or any(k.name == link.source.name for k in kept):
                continue
            own = d.speaker is not None and link.source.name == d.speaker.source.name
            cue = self.text[d.cue[0] : d.cue[1]] if own else None
            kept.append(
                replace(
                    link.source,
                    cue=cue,
                    act=d.act if own else "cites",
                    polarity=d.polarity if own else None,
                    certainty=d.certainty if own else None,
                )
            )
        return tuple(kept)


def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    a, b = span
    while a < b and text[a] in " ,;—–\n":
        a += 1
    while a < b and text[b - 1] in " ,;—–\n":
        b -= 1
    return a, b
