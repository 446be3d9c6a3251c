"""ClaimReview (schema.org) as JSON-LD: what an editor found of a claim or incident, in her words. Nothing else.

Only a decision of kind ``verdict`` makes one; an accepted claim was read rightly, which says nothing of its truth.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from reportedly.publish.gate import Published
from reportedly.publish.outgoing import Outgoing, Verdict

SCALE = {"false": 1, "mostly false": 2, "mixed": 3, "mostly true": 4, "true": 5}
"""Ratings with a number; "unproven" has none."""


def write(out: Outgoing) -> Iterator[bytes]:
    """One JSON array of reviews."""
    yield msgspec.json.format(msgspec.json.encode([review(verdict) for verdict in out.verdicts]), indent=2) + b"\n"


def review(verdict: Verdict) -> dict[str, Any]:
    """One verdict as ClaimReview."""
    made, first = verdict.decision, verdict.claims[0]
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": made.value["rating"]}
    if made.value["rating"] in SCALE:
        rating |= {"ratingValue": SCALE[made.value["rating"]], "bestRating": 5, "worstRating": 1}
    found = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": verdict.incident or first.ref,
        "claimReviewed": made.value["claim"],
        "datePublished": made.at[:10],
        "author": {"@type": "Person", "name": made.by},
        "reviewBody": made.reason,
        "reviewRating": rating,
        "itemReviewed": _happening(verdict.claims) if verdict.incident else _claim(first),
        "url": made.value.get("url"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _claim(claim: Published) -> dict[str, Any]:
    said = {
        "@type": "Claim",
        "author": {"@type": "Thing", "name": claim.sources[-1] if claim.sources else claim.publisher or "unknown"},
        "datePublished": claim.published,
        "appearance": _appearance(claim.url) if _address(claim.url) else None,
    }
    return {name: value for name, value in said.items() if value is not None}


def _happening(claims: Sequence[Published]) -> dict[str, Any]:
    """An incident: whoever tells of it, and where."""
    names = dict.fromkeys(c.sources[-1] if c.sources else c.publisher or "unknown" for c in claims)
    said: dict[str, Any] = {"@type": "Claim", "author": [{"@type": "Thing", "name": name} for name in names]}
    addresses = dict.fromkeys(c.url for c in claims if _address(c.url))
    return said | ({"appearance": [_appearance(url) for url in addresses]} if addresses else {})


def _address(url: str | None) -> bool:
    return (url or "").startswith(("https://", "http://"))


def _appearance(url: str | None) -> dict[str, Any]:
    return {"@type": "CreativeWork", "url": url}
