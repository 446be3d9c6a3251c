"""ClaimReview (schema.org) as JSON-LD: what an editor found of a claim, in her words. Nothing that a machine found.

Only a decision of kind ``verdict`` makes one; an accepted claim was read rightly, which says nothing of its truth.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from reportedly.publish.outgoing import Outgoing, Verdict

SCALE = {"false": 1, "mostly false": 2, "mixed": 3, "mostly true": 4, "true": 5}
"""Ratings with a number; "unproven" has none."""


def write(out: Outgoing) -> Iterator[bytes]:
    """One JSON array of reviews."""
    yield msgspec.json.format(msgspec.json.encode([review(verdict) for verdict in out.verdicts]), indent=2) + b"\n"


def review(verdict: Verdict) -> dict[str, Any]:
    """One verdict as ClaimReview."""
    claim, made = verdict.claim, verdict.decision
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": made.value["rating"]}
    if made.value["rating"] in SCALE:
        rating |= {"ratingValue": SCALE[made.value["rating"]], "bestRating": 5, "worstRating": 1}
    said = {
        "@type": "Claim",
        "author": {"@type": "Thing", "name": claim.sources[-1] if claim.sources else claim.publisher or "unknown"},
        "datePublished": claim.published,
        "appearance": {"@type": "CreativeWork", "url": claim.url} if claim.url else None,
    }
    found = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": claim.ref,
        "claimReviewed": made.value["claim"],
        "datePublished": made.at[:10],
        "author": {"@type": "Person", "name": made.by},
        "reviewBody": made.reason,
        "reviewRating": rating,
        "itemReviewed": {name: value for name, value in said.items() if value is not None},
        "url": made.value.get("url"),
    }
    return {name: value for name, value in found.items() if value is not None}
