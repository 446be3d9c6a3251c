"""Neighbouring parts become one expression: "on the morning | of 3 June | at 07:45", "from A to B", "since X"."""

import re
from functools import lru_cache

from reportedly.entities.times_builders import build
from reportedly.entities.times_grammar import chars_of, matches
from reportedly.entities.times_lexer import Lexed
from reportedly.entities.times_parts import Part


@lru_cache(maxsize=8)
def _glue(language: str) -> dict[str, re.Pattern[str]]:
    """What may stand between or before the parts of one expression, over classes."""

    def some(names: str) -> str:
        found = chars_of(language, names)
        return f"[{found}]" if found else "[^\\s\\S]"

    soft = some("comma on at of the about in lp by over same early")
    return {
        "join": re.compile(f"{soft}{{0,3}}"),
        "into": re.compile(f"{some('on from since comma')}?{some('into to')}{some('the on')}?|{some('dash slash')}"),
        "onlyinto": re.compile(f"{some('into to')}{some('the on')}?"),
        "nightof": re.compile(f"{some('of on since from comma the')}{{0,2}}"),
        "to": re.compile(f"{some('comma and')}?{some('to into dash by')}{some('the about on at')}{{0,2}}"),
        "and": re.compile(f"{some('and to dash')}{some('the about on at')}{{0,2}}"),
        "dash": re.compile(some("dash to")),
        "from": re.compile(some("from since between")),
        "between": re.compile(some("between")),
        "dated": re.compile(some("from")),
        "since": re.compile(some("since")),
        "until": re.compile(some("to")),
        "by": re.compile(some("by")),
        "asof": re.compile(some("asof")),
        "before": re.compile(some("on at about by over asof since from to the between into")),
        "future": re.compile(some("fut")),
        "comma": re.compile(some("comma")),
        "stopright": re.compile(some("dot nl comma same")),
        "stop": re.compile(some("dot nl comma")),
        "stampend": re.compile(some("dash colon nl rp mark dot")),
    }


def parts_of(lexed: Lexed, language: str) -> list[Part]:
    """All parts of a text, merged and with their modifiers, in order."""
    found: list[Part] = []
    for rule, i, j in matches(lexed.classes, language):
        part = build(rule, i, j, lexed.tokens[i:j])
        if part is not None:
            found.append(part)
    glue = _glue(language)
    _mark_stamps(found, lexed, glue)
    merged = _merge(found, lexed.classes, glue)
    merged = _ranges(merged, lexed.classes, glue)
    _mark_headings(merged, lexed)
    for part in merged:
        _modifiers(part, lexed.classes, glue)
    return [p for p in merged if not (p.weak and p.date is None and p.clock is None)]


def _mark_stamps(parts: list[Part], lexed: Lexed, glue: dict[str, re.Pattern[str]]) -> None:
    """A clock that opens a line ("05:12 - ...", "Sat 18:40 - ...", "05:12 Blasts ...") stamps it."""
    for n, part in enumerate(parts):
        if part.clock is None or part.clock_until or part.rule not in ("clock", "ampm", "dotclock", "iso"):
            continue
        first = part.i
        if n and parts[n - 1].date is not None and glue["join"].fullmatch(lexed.classes, parts[n - 1].j, part.i):
            first = parts[n - 1].i
        before, after = _line_around(lexed, first, part.j)
        closes = part.j >= len(lexed.classes) or glue["stampend"].match(lexed.classes, part.j)
        part.stamp = not _WORD.search(before) and bool(closes or after[:1].isupper())


def _mark_headings(parts: list[Part], lexed: Lexed) -> None:
    """A date alone on its line heads what stands below it."""
    for part in parts:
        if part.date and part.date[0] == "ymd" and not (part.clock or part.part or part.until or part.other):
            before, after = _line_around(lexed, part.i, part.j)
            part.heading = "\n" in lexed.text and not _WORD.search(before) and not _WORD.search(after)


_WORD = re.compile(r"\w")


def _line_around(lexed: Lexed, i: int, j: int) -> tuple[str, str]:
    """What stands before and after some tokens on their line."""
    start, end = lexed.tokens[i].start, lexed.tokens[j - 1].end
    left = lexed.text.rfind("\n", 0, start) + 1
    right = lexed.text.find("\n", end)
    return lexed.text[left:start], lexed.text[end : right if right >= 0 else len(lexed.text)].lstrip(" *_])")


def _disjoint(a: Part, b: Part) -> bool:
    """Whether two parts fill different slots, so that together they are one time."""
    if "nightadj" in (a.rule, b.rule):
        return False
    if a.until or b.until or a.clock_until or a.stamp or a.open:
        return False
    dates = (a.date, b.date)
    if all(dates):
        return _dates_join(a, b)
    if a.part and b.part:
        return False
    if a.clock and b.clock:
        return False
    day = next((d for d in dates if d), None)
    return day is None or day[0] in ("ymd", "ymdrel", "dom", "wday", "rel", "ctxday", "today", "shift", "ordday")


def _dates_join(a: Part, b: Part) -> bool:
    """ "Tuesday, 1 July", "yesterday, 30 June": two names of one day."""
    names = {a.date[0] if a.date else "", b.date[0] if b.date else ""}
    if names == {"wday", "ymd"} or names == {"rel", "ymd"} or names == {"wday", "rel"}:
        return not (a.part and b.part) and not (a.clock and b.clock)
    return False


def _join(a: Part, b: Part) -> Part:
    a.j = b.j
    for slot in ("part", "part_mod", "clock", "clock_until", "zone", "weekday", "until"):
        if getattr(a, slot) is None:
            setattr(a, slot, getattr(b, slot))
    if b.date and (a.date is None or b.date[0] == "ymd"):
        a.date = b.date
    a.into = a.into or b.into
    a.weak = a.weak and b.weak
    a.stamp = a.stamp or b.stamp
    return a


def _merge(parts: list[Part], classes: str, glue: dict[str, re.Pattern[str]]) -> list[Part]:
    out: list[Part] = []
    for part in parts:
        prev = out[-1] if out else None
        if prev is not None and part.i - prev.j <= 3:
            if _takes_a_day(prev) and part.date and part.date[0] in _DAYS:
                if glue["into"].fullmatch(classes, prev.j, part.i):
                    prev.into = True
                    _join(prev, part)
                    prev.weak = False
                    continue
                if glue["nightof"].fullmatch(classes, prev.j, part.i) and part.part is None and not part.until:
                    _join(prev, part)
                    prev.weak = False
                    continue
            if _night_into_its_morning(prev, part) and glue["onlyinto"].fullmatch(classes, prev.j, part.i):
                prev.j = part.j
                continue
            if _disjoint(prev, part) and glue["join"].fullmatch(classes, prev.j, part.i):
                _join(prev, part)
                continue
        out.append(part)
    return out


_DAYS = frozenset("ymd ymdrel dom wday rel".split())


def _takes_a_day(night: Part) -> bool:
    return night.part == "NI" and night.date is None and night.part_mod != "same" and night.rule != "nightadj"


def _night_into_its_morning(night: Part, day: Part) -> bool:
    """ "Monday night into Tuesday": the second day only says when the night ends."""
    return bool(
        night.part == "NI"
        and night.date
        and day.date
        and night.date[0] == day.date[0] == "wday"
        and not (night.into or day.part or day.clock)
        and (day.date[1] - night.date[1]) % 7 == 1
    )


def _ranges(parts: list[Part], classes: str, glue: dict[str, re.Pattern[str]]) -> list[Part]:
    out: list[Part] = []
    for part in parts:
        prev = out[-1] if out else None
        if prev is not None and _is_range(prev, part, classes, glue):
            prev.other = part
            prev.j = part.j
            continue
        out.append(part)
    return out


_OPENED = frozenset(
    "ymd ymdrel dom month wday rel year shift season sofar quarter ctxday today unit roll decade".split()
)
_POINTS = frozenset("ymd ymdrel dom month wday rel year shift season sofar quarter".split())


def _is_range(a: Part, b: Part, classes: str, glue: dict[str, re.Pattern[str]]) -> bool:
    if a.other or a.stamp or a.until or b.until or not 1 <= b.i - a.j <= 4:
        return False
    if not all((p.date and p.date[0] in _POINTS) or p.clock or p.part for p in (a, b)):
        return False
    before = classes[max(0, a.i - 3) : a.i]
    if any(glue["between"].match(c) for c in before):
        return bool(glue["and"].fullmatch(classes, a.j, b.i))
    if any(glue["from"].match(c) for c in before):
        return bool(glue["to"].fullmatch(classes, a.j, b.i))
    same = bool(a.date) == bool(b.date) and (not a.date or not b.date or a.date[0] == b.date[0])
    return same and bool(a.clock) == bool(b.clock) and bool(glue["dash"].fullmatch(classes, a.j, b.i))


def _modifiers(part: Part, classes: str, glue: dict[str, re.Pattern[str]]) -> None:
    """Prepositions before the part: they widen its span and may open it ("since") or make it a stand ("as of")."""
    i = part.i
    while i > 0 and part.i - i < 3 and glue["before"].match(classes[i - 1]) and not part.stamp:
        i -= 1
    before = classes[i : part.i]
    part.from_day = any(glue["from"].match(c) and not glue["since"].match(c) for c in before) and part.other is None
    part.as_of = any(glue["asof"].match(c) for c in before)
    dated = part.date is not None and part.date[0] == "ymd"  # Ukrainian "від 11 вересня" is "of", not "since"
    if not part.other and not part.until and not part.clock_until:
        part.open = part.open or (
            any(glue["since"].match(c) and not (dated and glue["dated"].match(c)) for c in before)
            and (part.date is None or part.date[0] in _OPENED)
        )
        part.weak = part.weak and not before
    else:
        part.weak = False
    part.i = i
    part.future = _until(part, before, classes, glue) or _future(part, classes, glue)


def _until(part: Part, before: str, classes: str, glue: dict[str, re.Pattern[str]]) -> bool:
    """ "Until 12 January", "by 30 November", "until Friday": as likely ahead; "Until Friday, they had not" is not."""
    if part.date is None or part.other is not None:
        return False
    if part.date[0] == "wday":
        opens = part.i == 0 or bool(glue["stop"].match(classes, part.i - 1))
        return not opens and any(glue["until"].match(c) for c in before)
    return any(glue["until"].match(c) or glue["by"].match(c) for c in before)


def _future(part: Part, classes: str, glue: dict[str, re.Pattern[str]]) -> bool:
    """Whether words of the future stand near, between the same commas: 14 tokens before, 5 after."""
    left = classes[max(0, part.i - 14) : part.i]
    cut = max((m.end() for m in glue["stop"].finditer(left)), default=0)
    opens = part.i == 0 or bool(glue["stop"].match(classes, part.i - 1))
    after = part.j + bool(opens and glue["comma"].match(classes, part.j))  # "On Tuesday, the court will"
    right = classes[after : after + 5]
    stop = glue["stopright"].search(right)
    right = right[: stop.start()] if stop else right
    return bool(glue["future"].search(left, cut) or glue["future"].search(right))
