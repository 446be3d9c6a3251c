"""The same thing told twice: clauses that go on with a claim, and claims that add nothing to an earlier one."""

import re
from functools import lru_cache

from msgspec.structs import replace

from reportedly.languages import lexicon
from reportedly.model import Claim, Target

_RUNNING_ON = frozenset({"casualties", "interception", "damage", "displacement", "disruption", "detention"})


@lru_cache(maxsize=8)
def _subset(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language, "discourse").SUBSET)


def goes_on(before: Claim, after: Claim, folded: str, language: str) -> bool:
    """Whether a clause of the same sentence goes on with the claim before it: a breakdown is one claim (rule 18)."""
    if before.event != after.event or after.event not in _RUNNING_ON or before.end > after.start:
        return False
    if (before.polarity, before.certainty) != (after.polarity, after.certainty):
        return False
    if [s.name for s in before.sources] != [s.name for s in after.sources]:
        return False
    if after.event == "damage" and not (before.quantities and after.quantities):
        return False
    own = {p.name for p in after.places if p.span and after.start <= p.span[0] < after.end}
    if after.event != "interception" and own - {p.name for p in before.places}:
        return False
    if after.event == "casualties" and {q.of for q in before.quantities} & {q.of for q in after.quantities}:
        return bool(_subset(language).search(folded, before.end, after.end))
    return True


def joined(before: Claim, after: Claim) -> Claim:
    """One claim of both, with the evidence from the first to the last word."""
    names = {p.name for p in before.places}
    return replace(
        before,
        end=after.end,
        quantities=before.quantities + after.quantities,
        places=before.places + tuple(p for p in after.places if p.name not in names),
        weapons=before.weapons + tuple(w for w in after.weapons if w not in before.weapons and w.count is not None),
        comparison=before.comparison or after.comparison,
    )


def without(claims: list[Claim]) -> list[Claim]:
    """The same event by the same chain that adds nothing to another claim is told once, at its fullest (rule 1)."""
    kept: list[Claim] = []
    for c in claims:
        if any(_contains(k, c) for k in kept):
            continue
        kept = [k for k in kept if not (k.quantities and _contains(c, k))]
        kept.append(c)
    return kept


def _contains(full: Claim, poor: Claim) -> bool:
    return (
        full.event == poor.event
        and full.polarity == poor.polarity
        and full.certainty == poor.certainty
        and [s.name for s in full.sources] == [s.name for s in poor.sources]
        and (bool(poor.quantities) or poor.event in ("strike", "explosion", "fire", "interception", "disaster"))
        and poor.comparison is None
        and _figures(poor) <= _figures(full)
        and {p.name or p.text for p in poor.places} <= {p.name or p.text for p in full.places}
        and {w.type for w in poor.weapons} <= {w.type for w in full.weapons}
        and (
            poor.target is None
            or (full.target is not None and _words(poor.target) <= _words(full.target))
            or bool(poor.quantities)
        )
        and (poor.time is None or full.time is None or poor.time.start[:10] == full.time.start[:10])
    )


def _words(target: Target) -> set[str]:
    return set(target.name.lower().split())


def _figures(claim: Claim) -> set[tuple[object, ...]]:
    return {(q.of, q.value, q.low, q.high) for q in claim.quantities}


def without_headline(claims: list[Claim], headline: int) -> list[Claim]:
    """A figure in the headline (all before ``headline``) that the body repeats is told once, in the body (rule 1)."""

    def repeated(c: Claim) -> bool:
        return bool(c.quantities) and any(
            b.event == c.event and b.start >= headline and _figures(c) <= _figures(b) for b in claims
        )

    return [c for c in claims if c.end > headline or not repeated(c)]
