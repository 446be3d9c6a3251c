"""Turns of phrase that decide whether a clause is a claim, and of what (rules 2, 20, 31, 33, 34)."""

import re
from functools import lru_cache

from msgspec.structs import replace

from reportedly.claims import slots, targets
from reportedly.claims.clauses import Clause
from reportedly.claims.things import Moment, Stretch, Things, Voice, inside
from reportedly.languages import lexicon
from reportedly.model import Claim, Place, Quantity, Span, Weapon
from reportedly.model.terms import EventType

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=64)
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(getattr(lexicon(language, "discourse"), name))


@lru_cache(maxsize=64)
def _optional(language: str, name: str) -> re.Pattern[str] | None:
    """A pattern that not every language has; whole words."""
    rule = getattr(lexicon(language, "discourse"), name, None)
    return None if rule is None else re.compile(rf"(?<!\w)(?:{rule})(?!\w)")


@lru_cache(maxsize=8)
def _copula(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon(language, 'discourse').COPULA}\s+(?:\w+\s+){{0,2}}$")


def background(things: Things, part: Clause) -> bool:
    """Whether a clause says that the event came some days after another, which it then tells of."""
    pattern = _optional(things.language, "BACKGROUND")
    return pattern is not None and pattern.search(things.folded, part.start, part.end) is not None


def names(things: Things, sentence: Stretch) -> bool:
    """Whether a sentence writes only its names with capitals, so that an event word with one is part of a name."""
    words = re.findall(r"[^\W\d_]{4,}", things.report.text[sentence.start : sentence.end])
    return bool(words) and 2 * sum(w[0].isupper() for w in words) < len(words)


def in_name(things: Things, start: int, end: int) -> bool:
    """Whether an event word with a capital letter stands beside another word with one: "Emergency Situations"."""
    text = things.report.text
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before, after = _BEFORE.search(text, max(0, start - 40), start), _AFTER.match(text, end)
    return before is not None or (after is not None and _INNER.search(text, max(0, start - 3), start) is not None)


_BEFORE = re.compile(r"[A-Z][\w'’.-]*(?: (?:of|for|and|the|on))* $".replace("$", r"\Z"))
_AFTER = re.compile(r"(?: (?:of|for|and|on))* [A-Z]\w+")
_INNER = re.compile(r"[\w,] \Z")


def aside(things: Things, sentence: Stretch) -> bool:
    """Whether a sentence is no claim at all: a question, hashtags."""
    return things.folded[sentence.start : sentence.start + 1] == "#" or things.folded[sentence.end - 1] == "?"


def skipped(things: Things, start: int, end: int) -> bool:
    """Whether a clause claims nothing: what could not be verified, words to the reader."""
    return things.phrases.skips.first(start, end) is not None


def bare_number(things: Things, part: Clause) -> tuple[int, Span] | None:
    """The one number in digits of a clause that counts nothing by itself and is no date."""
    taken = [m.span for m in things.moments] + [q.span for q in things.quantities if q.span]
    found = [
        m
        for m in _NUMBER.finditer(things.folded, part.start, part.end)
        if not any(a <= m.start() < b for a, b in taken)
    ]
    if len(found) != 1:
        return None
    return int(re.sub(r"\D", "", found[0].group())), found[0].span()


_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:[ ,]?\d{3})*(?![\w.,%-]*\w)(?!\s+[^\W\d_]{4,})")


def is_item(things: Things, sentence: Stretch) -> bool:
    """Whether a line is an item of a list: it opens with a bullet, a dash or a pictograph."""
    return bool(_ITEM.match(things.report.text, sentence.start))


_ITEM = re.compile(r"[^\w\s\"'«“„(\[#@]")


def headline(things: Things) -> int:
    """Where the headline of a post ends: a first line without a full stop before a blank line; 0 without one."""
    first = _HEADLINE.match(things.report.text)
    return first.end(1) if first else 0


_HEADLINE = re.compile(r"\s*([^\n]{10,250}?[^\s.!?…:;,])[ \t]*\n[ \t]*\n")


def opening(things: Things, sentence: Stretch) -> int:
    """Where the content of a sentence begins: behind the dateline of a dispatch and the clock stamp of a chronicle."""
    at = sentence.start
    text = things.report.text
    if sentence.line_start:
        m = _pattern(things.language, "DATELINE").match(text, at, sentence.end)
        if m and (not text[:at].strip() or text[at : at + 3].isupper()):
            return m.end()
    for moment in things.moments:
        if moment.stamp and sentence.start <= moment.span[0] <= sentence.start + 12:
            rest = things.folded[moment.span[1] : sentence.end]
            at = moment.span[1] + len(rest) - len(rest.lstrip(" .:—–-)]"))
    return min(at, sentence.end)


def dateline(things: Things) -> tuple[Place, ...]:
    """The town at the head of a dispatch, where the text then tells of no other town: what it reports happened there.

    A capital there stands for where the news was gathered and has no role.
    """
    until = opening(things, things.sentences[0]) if things.sentences else 0
    towns = [p for p in things.places if p.span and p.kind in ("settlement", "district", "facility") and p.role]
    head = [p for p in towns if p.span and p.span[1] <= until and p.kind == "settlement" and p.role == "at"]
    return tuple(head[:1]) if head and all(p.name == head[0].name for p in towns) else ()


def assesses(things: Things, part: Clause) -> bool:
    """Whether a clause says of an event told elsewhere how it compares: by a copula, or as a fragment."""
    found = slots.comparison(things, part.start, part.end)
    if found is None or found.span is None or inside(things.quantities, part.start, found.span[0]):
        return False
    armed = bool(inside(things.weapons, part.start, part.end))
    strengths = ("verb", "lead", "arms") if armed else ("verb", "lead")
    deeds = [
        t for t in part.triggers if t.strength in strengths and t.event not in ("assessment", "statement", "other")
    ]
    if not deeds:
        return True
    if any(t.start < found.span[0] for t in deeds):
        return False
    return bool(_copula(things.language).search(things.folded[part.start : found.span[0]]))


def says_why(things: Things, voice: Voice, part: Clause, before: list[Claim]) -> bool:
    """Whether a denial that has said what it denies goes on with what was so: "denied it: fighting is under way".

    ``before``: the claims of the sentence so far.
    """
    if voice.polarity != "denied" or not before or voice.cue is None or not voice.chain:
        return False
    last = before[-1]
    same = last.polarity == "denied" and bool(last.sources) and last.sources[-1].name == voice.chain[-1].name
    return same and ":" in things.report.text[voice.cue[1] : part.start]


def no_comment(things: Things, voice: Voice, part: Clause) -> bool:
    """Whether somebody only declined to speak, and no specific thing is withheld."""
    start, end = voice.cue or (part.start, part.end)
    return bool(_pattern(things.language, "COMMENT").search(things.folded, start, min(end + 12, part.end)))


def governed(things: Things, start: int, end: int, event: EventType) -> list[Place]:
    """The region of the official who speaks in a clause that names no other place: "the governor of Sumy region"."""
    spans = [s.span for v in things.voices for s in v.chain if s.span and s.kind == "official"]
    near = [(a - _OFFICE, b + _OFFICE) for a, b in spans]
    found = [
        p
        for p in inside(things.places, start, end)
        if p.role is None and p.kind == "region" and p.name and p.span and any(a <= p.span[0] < b for a, b in near)
    ] or [
        p
        for p in inside(things.places, start, end)
        if p.name and p.span and any(a < p.span[0] < b for a, b in spans) and _seat(things, p.span)
    ]
    return [replace(p, role="over" if event == "interception" else "at", confidence=None) for p in found[:1]]


def _seat(things: Things, span: Span) -> bool:
    """Whether a place is the seat of those who speak: "officials in Lviv", and not "in Ukraine's security service"."""
    owns = things.folded.startswith("'s", span[1])
    return things.folded[span[0] - 4 : span[0]] == " in " and not owns


_OFFICE = 40
"""How far from the name of an official the region of the office may stand."""


def where(things: Things, start: int) -> list[Place]:
    """The place right before a clause that opens with "where": "in Kharkiv, where"."""
    m = _WHERE.search(things.folded, max(0, start - 10), start + 6)
    if m is None or not m.start() <= start <= m.end():
        return []
    return [replace(p, role="at") for p in things.places if p.span and 0 <= m.start() - p.span[1] <= 1 and p.name][-1:]


def cut_off(things: Things, start: int, end: int, event: EventType) -> list[Place]:
    """The region whose people are left without power: «жителей Запорожской области остались без света»."""
    if event != "disruption" or not any(q.of == "affected" for q in inside(things.quantities, start, end)):
        return []
    spoken = [s.span for v in things.voices for s in v.chain if s.span]
    return [
        replace(p, role="at")
        for p in inside(things.places, start, end)
        if p.role is None and p.name and p.span and not any(a <= p.span[0] < b for a, b in spoken)
    ][:1]


_WHERE = re.compile(r",\s+(?:where|где|де)\s")


def of_something_else(things: Things, moment: Moment) -> bool:
    """Whether a time is not that of the event that its sentence tells."""
    return since(things, moment) or of_birth(things, moment)


def since(things: Things, moment: Moment) -> bool:
    """Whether a time is that since when something goes on: "since the siege began in May"."""
    return _behind(things, moment, "SINCE")


def of_birth(things: Things, moment: Moment) -> bool:
    """Whether a time is when somebody was born: «жінка 1957 року народження», "born in 1957"."""
    of_birth = _pattern(things.language, "OF_BIRTH").match(things.folded, moment.span[1])
    return of_birth is not None or _behind(things, moment, "BORN")


def _behind(things: Things, moment: Moment, name: str) -> bool:
    """Whether a time stands right behind words that say what else it is the time of."""
    start = moment.span[0]
    return _pattern(things.language, name).search(things.folded[max(0, start - _SINCE) : start]) is not None


_SINCE = 70
"""How far before a time the words may begin that make it the time of something else."""


def verdict(things: Things, part: Clause) -> bool:
    """Whether a clause is too short to tell more than that what stands before it is untrue: "The claim is false"."""
    return len(_WORD.findall(things.folded, part.start, part.end)) <= _VERDICT


_VERDICT = 5
"""How many words a verdict on what was told before has at most."""


def of_deed(things: Things, part: Clause) -> bool:
    """Whether what is denied is having done it: "denied any involvement"."""
    pattern = _optional(things.language, "DEED")
    return pattern is not None and pattern.search(things.folded, part.start, part.end) is not None


def of_number(things: Things, part: Clause) -> bool:
    """Whether the thing withheld is a number."""
    return bool(_pattern(things.language, "NUMBER").search(things.folded, part.start, part.end))


def of_things(things: Things, part: Clause, told: list[EventType]) -> bool:
    """Whether what "suffered" are buildings or vehicles and nobody is named: damage, not casualties."""
    if "casualties" not in told or any(
        q.of in ("killed", "injured") for q in inside(things.quantities, part.start, part.end)
    ):
        return False
    if not any(t.event == "casualties" and _SUFFER.match(things.folded, t.start) for t in part.triggers):
        return False
    target = targets.target(things, part.start, part.end, "damage", part.start, ())
    return target is not None and target.kind != "person" and things.phrases.people.first(part.start, part.end) is None


def hits_things(things: Things, part: Clause, quantities: list[Quantity]) -> bool:
    """Whether what is destroyed is a thing on the ground and no munition in flight: damage, not interception."""
    if any(q.of in ("intercepted", "launched") for q in quantities) or any(
        t.event == "interception" and t.strength != "arms" for t in part.triggers
    ):
        return False
    ground = _optional(things.language, "GROUND")
    if ground is not None and ground.search(things.folded, part.start, part.end):
        return True
    target = targets.target(things, part.start, part.end, "damage", part.start, ())
    return target is not None or any(q.of in ("destroyed", "damaged") for q in quantities)


def by_arms(things: Things, part: Clause, weapons: list[Weapon], means: list[Weapon]) -> bool:
    """Whether a weapon is what destroys: it stands before the event word ("the artillery destroyed a depot"), or it is
    the means of a side that is named («уничтожен украинским беспилотником»)."""
    first = next((t.start for t in part.triggers if t.event in ("damage", "interception")), part.start)
    if any(w.span and w.span[1] <= first <= w.span[1] + 25 for w in weapons):
        return True
    return bool(means) and any(row.first(part.start, part.end) for _, row in things.phrases.actors)


_SUFFER = re.compile(r"пострадал[аио]?(?!\w)|постраждал[аио]?(?!\w)|suffer")


def has_content(things: Things, part: Clause, voice: Voice) -> bool:
    """Whether at least four words stand beside the attribution, its speakers and times, and it tells more than who said
    what stands before or after it ("Об этом сообщил губернатор области X в своем канале")."""
    only = getattr(lexicon(things.language, "discourse"), "TAKEN_UP", None)
    if only and re.match(only, things.folded[part.start : part.end]):
        return False
    spans = [s.span for s in voice.chain if s.span] + ([voice.cue] if voice.cue else [])
    spans += [m.span for m in things.moments]
    words = list(_WORD.finditer(things.folded, part.start, part.end))
    return sum(not any(a <= w.start() < b for a, b in spans) for w in words) >= 5


def tells(things: Things, part: Clause, voice: Voice) -> bool:
    """Whether what somebody says is something that happened: it has a verb in the past of its own (rule 14)."""
    past = _optional(things.language, "PAST")
    if past is None:
        return False
    said = [span for span in (voice.cue, *(s.span for s in voice.chain)) if span]
    return any(
        not any(a <= m.start() < b for a, b in said) for m in past.finditer(things.folded, part.start, part.end)
    )


def accidents(things: Things, claims: list[Claim]) -> list[Claim]:
    """Blasts at a plant are industrial accidents where no attack is affirmed anywhere in the report (rule 31)."""
    if any(
        c.event in ("strike", "bombing", "interception") and c.polarity == "affirmed" and c.certainty == "certain"
        for c in claims
    ):
        return claims
    plant = _pattern(things.language, "PLANT")
    if not any(c.event in ("explosion", "disaster") and plant.search(things.folded, c.start, c.end) for c in claims):
        return claims
    return [replace(c, event="disaster") if c.event == "explosion" else c for c in claims]


_HARD = frozenset(
    {"casualties", "interception", "explosion", "bombing", "capture", "displacement", "detention", "disaster", "fire"}
)

_TELLS_ANYWHERE = frozenset({"disaster", "casualties", "displacement", "fire", "capture", "detention"})
"""Events that are claims whatever else a text is about."""

_WARLIKE = 2
"""How many words of war a text must have to be about one."""

_ENOUGH = 4
"""How many sentences a text must have before it can be told to be about something else."""


def on_topic(things: Things, claims: list[Claim]) -> list[Claim]:
    """No claims from a report that tells of no weapon, no victim and no disaster: sport, markets, recipes (rule 2)."""
    armed = bool(things.weapons) or any(
        q.of in ("killed", "injured", "launched", "intercepted") for q in things.quantities
    )
    if armed or len(things.sentences) < _ENOUGH or sum(c.event in _HARD for c in claims) >= 2:
        return claims
    war = _optional(things.language, "WAR")
    if war is not None and len(war.findall(things.folded)) >= _WARLIKE:
        return claims
    return [
        c
        for c in claims
        if c.event in _TELLS_ANYWHERE or (c.sources and c.event == "strike")
    ]


def means(things: Things, weapons: list[Weapon]) -> list[Weapon]:
    """The weapons named as the means: "by rockets", «ракетами», «дроном»."""
    found = []
    for w in weapons:
        start, end = w.span or (0, 0)
        words = things.folded[start:end].split()
        before = things.folded[max(0, start - 8) : start]
        if _BY.search(before) or (words and things.language != "en" and _INSTRUMENTAL.search(words[0])):
            found.append(w)
    return found


_BY = re.compile(r"(?<!\w)(?:by|with)(?: an?| the)? $")
_INSTRUMENTAL = re.compile(r"(?:ами|ями|ом|ем|єм|ою|ею)$")
