"""Claims of a piece of a text moved to where the piece stands in the whole."""

from msgspec.structs import replace

from reportedly.model import Claim, Span


def moved(claim: Claim, by: int) -> Claim:
    """The claim with every offset raised by ``by`` code points."""
    if not by:
        return claim

    def at(span: Span | None) -> Span | None:
        return (span[0] + by, span[1] + by) if span else None

    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        sources=tuple(replace(s, span=at(s.span)) for s in claim.sources),
        actor=replace(claim.actor, span=at(claim.actor.span)) if claim.actor else None,
        target=replace(claim.target, span=at(claim.target.span)) if claim.target else None,
        weapons=tuple(replace(w, span=at(w.span)) for w in claim.weapons),
        places=tuple(replace(p, span=at(p.span)) for p in claim.places),
        time=replace(claim.time, span=at(claim.time.span)) if claim.time else None,
        quantities=tuple(replace(q, span=at(q.span)) for q in claim.quantities),
        comparison=replace(claim.comparison, span=at(claim.comparison.span)) if claim.comparison else None,
    )
