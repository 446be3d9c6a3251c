"""How a decision finds its claim again when a newer version has read the report anew and numbered its claims anew."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, to_builtins

from reportedly.ledger.canonical import canonical, digest
from reportedly.model import Claim

_ENOUGH = 0.5


class Anchor(Struct, frozen=True, kw_only=True):
    """Where a claim stood and what it was: evidence as code points of the report's text, event, polarity."""

    report: str
    claim: str
    start: int
    end: int
    event: str
    polarity: str


def anchor(report: str, claim: Claim) -> Anchor:
    """The anchor of a claim."""
    return Anchor(
        report=report, claim=claim.id, start=claim.start, end=claim.end, event=claim.event, polarity=claim.polarity
    )


def find(wanted: Anchor, claims: Sequence[Claim]) -> Claim | None:
    """The claim that an anchor means: the same event, with evidence that overlaps by half; ``None`` if there is none.

    Of several the one that overlaps most, then of the same polarity, then of the same number.
    """
    best: tuple[Any, Claim] | None = None
    for claim in claims:
        share = overlap((wanted.start, wanted.end), (claim.start, claim.end))
        if claim.event != wanted.event or share < _ENOUGH:
            continue
        rank = (share, claim.polarity == wanted.polarity, claim.id == wanted.claim)
        if best is None or rank > best[0]:
            best = (rank, claim)
    return best[1] if best else None


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared code points as a share of all that either covers."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    whole = max(a[1], b[1]) - min(a[0], b[0])
    return max(shared, 0) / whole if whole else float(a == b)


def plain(claim: Claim) -> dict[str, Any]:
    """What a claim says, without its number, how sure the reader is, and which version it was."""
    found: dict[str, Any] = _stripped(to_builtins(claim), top=True)
    return found


def seal(claim: Claim) -> str:
    """The digest of what a claim says and of which incident: another one once anybody or anything changes it."""
    return digest(canonical({"claim": plain(claim), "incident": claim.incident}))


def _stripped(value: Any, *, top: bool = False) -> Any:
    left = ("confidence", *(("id", "version", "method", "incident") if top else ()))
    if isinstance(value, dict):
        return {name: _stripped(below) for name, below in value.items() if name not in left}
    return [_stripped(below) for below in value] if isinstance(value, (list, tuple)) else value
