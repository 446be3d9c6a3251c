"""Noun phrases beside a cue: how far to the left or right of a verb the words for the speaker reach."""

from reportedly.claims.attribution.inflection import is_forename
from reportedly.claims.attribution.records import Draft
from reportedly.claims.attribution.tokens import CLOSING, OPENING, Tokens
from reportedly.claims.attribution.words import Words

LONGEST = 12
_ONE_OF = frozenset("один одна одно двое трое некоторые несколько двоє троє деякі кілька одного одной".split())


def left(s: Tokens, w: Words, end: int) -> tuple[int, int, bool] | None:
    """The phrase that ends before token ``end``: its range, and whether a preposition stands before it."""
    b = end
    while b > 0 and s.is_word(b - 1) and (w.is_(s.low[b - 1], "a") or w.is_(s.low[b - 1], "t")):
        b -= 1
        if (
            1 < b < end
            and s.low[b - 1] in ("on", "in", "at", "by", "since", "в", "во", "у", "о", "на")
            and w.is_(s.low[b], "t")
        ):
            b -= 1
    if 0 < b < end and s.low[b - 1].isdigit() and w.is_(s.low[b], "t"):
        b -= 1  # the day of a month
    if b > 0 and s.low[b - 1] in w.raw.PRONOUNS:
        return b - 1, b, False
    a = b
    while a > 0 and b - a < LONGEST:
        name = next((f for f in s.named if f.first < a <= f.last), None)
        if name:
            a = name.first
            continue
        step = _before(s, w, a, b)
        if step == a:
            break
        a = step
        if w.is_(s.low[a], "d") and not (a > 1 and w.is_(s.low[a - 1], "l") and s.at(a - 2) in w.nouns):
            a -= not w.inverts and s.at(a - 1) in ("a", "an", "the") and s.low[a] not in ("the", "a", "an")
            break
    while a < b and (not s.is_word(a) and s.word[a] not in OPENING + '"' or w.is_(s.low[a], "t")):
        a += 1
    if a == b:
        return None
    return a, b, a > 0 and w.is_(s.low[a - 1], "p")


def _before(s: Tokens, w: Words, a: int, b: int) -> int:
    """One step to the left from ``a``, or ``a`` where the phrase begins."""
    i = a - 1
    low = s.low[i]
    if not s.is_word(i):
        if s.word[i] in CLOSING + '"':
            k = i - 1
            while k > 0 and i - k < 6 and s.word[k] not in OPENING + '"':
                k -= 1
            named = 0 <= k < i - 1 and s.word[k] in OPENING + '"' and i - k < 6
            named = named and (s.word[k + 1][0].isupper() or i - k == 2 and s.low[k + 1] in w.nouns)
            return (
                k
                if named and all(s.is_word(n) or s.word[n] == "," and s.word[k] == "«" for n in range(k + 1, i))
                else a
            )
        return a
    kind = w.small.get(low, "")
    if low in w.raw.SUBJECT_JOINS:
        return _joined(s, w, i, a)
    if "d" in kind:
        return i
    if "p" in kind:
        if low in ("из", "із", "з") and s.at(i - 1) in _ONE_OF:
            return i - 1
        if low == "of" and w.is_(s.at(i - 1), "d"):
            return i
        if low == "of" and i and s.word[i - 1][0].isupper() and s.word[a][0].isupper():
            return i
        far = w.nouns.get(s.at(i - 2))
        near = w.nouns.get(s.at(i - 1))
        linked = (
            near is not None
            and (not w.inverts or near.kind in ("anonymous", "witness", "channel"))
            or far is not None
            and far.kind == "anonymous"
        )
        return i if "l" in kind and linked else a
    if ("c" in kind or "a" in kind or "b" in kind) or ("t" in kind and a == b):
        return a
    if (
        "t" in kind
        or low in w.verbs
        and low not in w.nouns
        and low not in w.raw.DATA_NOUNS
        and not s.word[i][0].isupper()
    ):
        return a
    return i


def _joined(s: Tokens, w: Words, i: int, a: int) -> int:
    """As in "X and Y said" is one phrase only if X opens the clause."""
    k = i
    while k > 0 and s.is_word(k - 1) and w.small.get(s.low[k - 1], "") in ("", "d") and s.low[k - 1] not in w.verbs:
        k -= 1
    opens = k == 0 or (not s.is_word(k - 1) and s.word[k - 1] not in CLOSING)
    known = any(s.low[n] in w.nouns or s.word[n][0].isupper() for n in range(k, i))
    return k if opens and known and 0 < i - k <= 5 else a


def right(s: Tokens, w: Words, begin: int) -> tuple[int, int] | None:
    """The phrase that starts at or after token ``begin``, adverbs and times skipped."""
    a = begin
    if s.at(a) in ("at", "more", "as", "up") and s.at(a + 1) in ("least", "than", "many", "to"):
        a += 2
    while a < len(s) and s.is_word(a) and (w.is_(s.low[a], "a") or w.is_(s.low[a], "t") or w.is_(s.low[a], "n")):
        if w.is_(s.low[a], "n") and (w.is_(s.low[a], "d") or s.low[a] in w.nouns and s.at(a + 1) in w.raw.DESCRIBES):
            break
        a += 1
    if w.inverts and s.at(a) in w.raw.SUBJECT_JOINS:
        a += 1
    b = a
    while b < len(s) and b - a < LONGEST:
        name = next((f for f in s.named if f.first <= b < f.last), None)
        if name and (b > a or name.first == a) and name.first >= a:
            b = name.last
            continue
        step = _after(s, w, a, b)
        if step == b or b > a and "\n" in s.text[s.end[b - 1] : s.start[b]]:
            break
        b = step
    return (a, b) if b > a else None


def _after(s: Tokens, w: Words, a: int, b: int) -> int:
    low = s.low[b]
    if not s.is_word(b):
        if s.word[b] in OPENING + '"':
            k = b + 1
            while k < len(s) and k - b < 7 and s.word[k] not in CLOSING + '"':
                k += 1
            return k + 1 if k < len(s) and s.word[k] in CLOSING + '"' else b
        return b
    kind = w.small.get(low, "")
    if low in w.raw.SUBJECT_JOINS and a < b:
        nxt = b + 1
        while nxt < len(s) and w.is_(s.at(nxt), "d"):
            nxt += 1
        ok = s.is_word(nxt) and (s.word[nxt][0].isupper() or s.low[nxt] in w.nouns)
        return b + 1 if ok and s.low[nxt] not in w.verbs else b
    if "p" in kind and a < b:
        if w.inverts and "l" in kind and any(is_forename(s.word[k], w.language) for k in _rest(s, b)):
            return b + 1
        return b + 1 if "l" in kind and _links(s, w, a, b) else b
    if "d" in kind and "p" not in kind:
        return (
            b + 1
            if a == b or w.is_(s.at(b - 1), "p") or w.is_(s.at(b - 1), "d") or s.at(b - 1) in w.raw.SUBJECT_JOINS
            else b
        )
    if "c" in kind or "p" in kind or "b" in kind or ("t" in kind and a < b) or ("a" in kind):
        return b
    if low in w.verbs and low not in w.nouns and a < b:
        return b
    if w.inverts and a < b and low in w.raw.DATA_NOUNS and s.at(b + 1) in w.raw.ABOUT:
        return b  # «прокомментировал мэр сообщения об эвакуации»: what is spoken of
    return b + 1


def _rest(s: Tokens, b: int) -> range:
    """The tokens behind ``b`` up to the next mark, six at most: "председатель комитета по обороне Иван Петров"."""
    end = next((k for k in range(b + 1, min(b + 7, len(s))) if not s.is_word(k)), min(b + 7, len(s)))
    return range(b + 1, end)


def _links(s: Tokens, w: Words, a: int, b: int) -> bool:
    """Whether a preposition at ``b`` goes on with the phrase: "source in the service", "head of the region"."""
    heads = [n for i in range(a, b) if (n := w.nouns.get(s.low[i]))]
    head = heads[0] if heads else None
    if s.low[b] == "of":
        return True
    return head is not None and (
        head.kind in ("anonymous", "witness", "channel") or head.lemma in ("official", "officials", "commander", "head")
    )


def text_before(s: Tokens, w: Words, begin: int) -> bool:
    """Whether content stands before token ``begin``: two words other than adverbs, conjunctions, clocks."""
    n = 0
    for k in range(begin):
        n += s.is_word(k) and not w.is_(s.low[k], "a") and not w.is_(s.low[k], "c") and not s.low[k][0].isdigit()
    return n >= 2


def within(at: int, drafts: list[Draft]) -> bool:
    """Whether an offset stands within the attributing words of one of the drafts."""
    return any(d.left <= at < d.right for d in drafts)
