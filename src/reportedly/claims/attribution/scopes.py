"""How far each attribution of a sentence reaches, and how attributions in one sentence nest."""

import re

from reportedly.claims.attribution.records import Draft
from reportedly.claims.attribution.tokens import Tokens
from reportedly.claims.attribution.words import Words
from reportedly.languages import layout

_LIST = re.compile(r"\s*:\s*[^\w\n]*\n?[^\w\n]*\d")
"""A colon before the first figure of a list."""
_GAP = re.compile(r"\w+")
_RELATIVE = re.compile(r",\s+(?:где|в котор\w+|котор\w+|де|як[іиаоу]\w*|where|in which|which)\s*,?\s*$", re.IGNORECASE)


def settle(s: Tokens, drafts: list[Draft], w: Words) -> list[Draft]:
    """The drafts with their scopes; what nests in another's content has become one chain with it."""
    drafts = _nested(s, drafts, w)
    at = s.first
    for n, d in enumerate(drafts):
        following = drafts[n + 1] if n + 1 < len(drafts) else None
        end = s.last if following is None else _border(s, d, following, w)
        if d.object_only:
            end = _object(s, d, end, w)
        if d.mode in ("previous",):
            d.scope = (s.first, s.last)
        elif d.mode == "nominal":
            d.scope = (d.left if d.narrow else at, d.right)
        elif d.mode == "backward":
            d.scope = (_start(s, at, d, w), end if _inserted(s, at, d, w) else _tail(s, d, end, w))
        elif d.mode == "around":
            d.scope = (_start(s, at, d, w), end)
        else:
            d.scope = (_lead(s, at, d, w), end)
        at = d.scope[1]
    return drafts


def _object(s: Tokens, d: Draft, end: int, w: Words) -> int:
    """Where the object of a verb without a content clause ends ("X denied A; B": B is not X's)."""
    cut = w.patterns["NEW_CLAUSE"].search(s.text, d.right + 1, end)
    while cut and s.text[cut.start()] == ":" and not w.inverts:
        cut = w.patterns["NEW_CLAUSE"].search(s.text, cut.end(), end)
    colon = cut is not None and s.text[cut.start()] == ":"
    return cut.start() if cut and not colon else end


def _border(s: Tokens, d: Draft, following: Draft, w: Words) -> int:
    """Where the content of ``d`` ends when another attribution follows in the sentence."""
    if following.mode in ("forward", "previous") or following.narrow:
        return _conjunction(s, following.left, d.right)
    cuts = [m.start() for m in w.patterns["NEW_CLAUSE"].finditer(s.text, d.right, following.left)]
    if cuts:
        return cuts[-1]
    if d.mode == "backward":
        return d.right
    comma = s.text.rfind(",", d.right, following.left - 1)
    return comma if comma > 0 else following.left


def _conjunction(s: Tokens, left: int, floor: int) -> int:
    """The start of the clause that opens at or shortly before ``left``: its conjunction or adverbial with it."""
    mark = max(s.text.rfind(c, floor, left) for c in ",;:—–")
    if mark >= 0 and len(_GAP.findall(s.text[mark:left])) <= 6:
        return mark
    word = s.text.rfind(" and ", floor, left)
    return word if word >= 0 and len(_GAP.findall(s.text[word:left])) <= 4 else left


def _start(s: Tokens, at: int, d: Draft, w: Words) -> int:
    """Where the content before a closing attribution begins."""
    relative = _RELATIVE.search(s.text, at, d.left)
    if relative and d.mode == "around":
        return relative.start()
    cuts = [
        m
        for m in w.patterns["NEW_CLAUSE"].finditer(s.text, at, d.left)
        if s.text[m.start()] != ";" and not _quoted(s, m.start()) and _opens(s, m.start(), m.end(), d.left)
    ]
    if not cuts or d.mode == "around":
        return at
    return cuts[-1].start() + (s.text[cuts[-1].start()] == ":")


def _inserted(s: Tokens, at: int, d: Draft, w: Words) -> bool:
    """Whether an attribution stands between commas inside its content: "On Monday, he said, two people had died"."""
    before, after = s.text[at : d.left].rstrip(), s.text[d.right : d.right + 1]
    if not before.endswith(",") or after != "," or not 0 < len(_GAP.findall(before)) <= _FEW:
        return False
    joins = s.at(s.index(d.right + 1)) in w.raw.GOES_ON
    return not joins and w.patterns["NEW_CLAUSE"].match(s.text, d.right) is None


_FEW = 4
"""Words before an insertion that hardly make a clause."""


def _tail(s: Tokens, d: Draft, end: int, w: Words) -> int:
    """The end of a closing attribution: what follows it is the publisher's unless it goes on with the speaker."""
    adjunct = w.patterns["ADJUNCT"].match(s.text, d.right + 1, end)
    right = adjunct.end() if adjunct else d.right
    rest = s.text[right:end].strip(" ,.")
    if not rest:
        return end
    if rest[0] in ";:" or layout.PARTS.search(s.text, right, end):
        return end
    return end if w.patterns["TAIL_GOES_ON"].match(rest) else right


def _lead(s: Tokens, at: int, d: Draft, w: Words) -> int:
    """The start of a forward scope: a short adverbial before the speaker belongs to it, and a whole clause where the
    attribution stands between it and its list ("60 were shot down, the ministry reports: 17 over ...")."""
    gap = s.text[at : d.left]
    if gap.rstrip().endswith(",") and _LIST.match(s.text, d.right):
        return at
    if len(_GAP.findall(gap)) <= 7 and not w.patterns["NEW_CLAUSE"].search(gap.strip(" ,;")):
        return at
    return d.left


def _nested(s: Tokens, drafts: list[Draft], w: Words) -> list[Draft]:
    out: list[Draft] = []
    for d in drafts:
        last = out[-1] if out else None
        if last is not None and _joins(s, last, d, w):
            if (
                last.speaker
                and ("country" in last.speaker.classes or last.speaker.source.kind == "document")
                and not _media(d)
                and last.mode == "forward"
            ):
                d.left, d.certainty = last.left, d.certainty or last.certainty
                out[-1] = d
                continue
            media = d.mode in ("backward", "around") and _media(d) and not _media(last)
            if media:
                last.outer = (*d.chain(), *last.outer)
                last.mode = "around" if last.mode == "forward" else last.mode
                last.right = max(last.right, d.right) if last.mode == "backward" else last.right
            else:
                d.outer = (*last.chain(), *d.outer)
                d.left, d.mode = last.left, last.mode if last.mode != "backward" and d.mode != "previous" else d.mode
                out[-1] = d
        else:
            same = last and last.speaker and d.speaker and last.speaker.source.name == d.speaker.source.name
            if last and same and d.anaphoric and not d.outer:
                d.outer = last.outer
            out.append(d)
    return out


def _media(d: Draft) -> bool:
    return d.speaker is not None and d.speaker.source.kind in ("media", "channel")


def _joins(s: Tokens, last: Draft, d: Draft, w: Words) -> bool:
    """Whether two attributions of a sentence vouch for one content, one through the other."""
    if last.speaker is None or d.speaker is None or "declines" in (last.act, d.act):
        return False
    if last.speaker.source.name == d.speaker.source.name:
        return False
    between = s.text[last.right : d.left]
    if w.patterns["NEW_CLAUSE"].search(between):
        return False
    country = (
        ("country" in last.speaker.classes or last.speaker.source.kind == "document")
        and last.mode == "forward"
        and d.mode == "backward"
    )
    if country or d.mode in ("backward", "around") and _media(d) and not _media(last) and last.mode != "backward":
        return True
    if _media(last) and not _media(d) and last.mode in ("forward", "around") and d.mode == "forward":
        return len(_GAP.findall(between)) <= 3
    if last.preposed and d.mode == "forward" and last.mode == "forward":
        return len(_GAP.findall(between)) <= 1
    return (
        last.mode == "backward"
        and d.mode == "backward"
        and (_media(d) or _media(last))
        and len(_GAP.findall(between)) <= 2
    )


def _quoted(s: Tokens, at: int) -> bool:
    """Whether a place in the sentence stands within quotation marks, or beside one."""
    before = s.text[s.first : at]
    return (
        before.count("«") > before.count("»")
        or before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
        or s.text[at - 1] in '»”"'
    )


def _opens(s: Tokens, start: int, end: int, left: int) -> bool:
    """Whether a clause that the attribution closes begins at a mark; behind a dash six words make one."""
    mark = s.text[start:end].strip()
    if mark.startswith(","):
        return True
    return len(_GAP.findall(s.text[end:left])) >= (6 if mark in ("—", "–", "-") else 1)
