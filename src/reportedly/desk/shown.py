"""What several pages show alike: links to claims with their sentences, cards of reports and of incidents."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.ledger import Happening
from reportedly.lineage.board import Account
from reportedly.model import Claim, Finding, Reading, Report
from reportedly.pages import wording
from reportedly.pages.edition import LANGUAGES, Ref, chain, sigla, tell, totals
from reportedly.pages.incident import headed, lead
from reportedly.pages.spans import reading_order
from reportedly.review.judging import signature

AFTER, BEFORE = 160, 160
"""Code points of the sentence shown around a claim's words at most."""
_STOPS = ".!?…\n"


def refs_of(
    readings: Sequence[Reading], here: str | None = None, letters: Sequence[str] | None = None
) -> dict[str, Ref]:
    """Links to the claims (``report#claim``) of readings on the pages of their reports; ``here`` is the one shown."""
    signs = letters if letters is not None else sigla(readings)
    found = {}
    for reading, siglum in zip(readings, signs, strict=True):
        own = reading.report.id == here
        page = "" if own else addresses.report(reading.report.id)
        for number, claim in enumerate(reading_order(reading.claims), 1):
            label = f"{siglum}\u202f{number}" if siglum and not own else str(number)
            found[f"{reading.report.id}#{claim.id}"] = Ref(f"r1c{number}", label, page)
    return found


def sentence(reading: Reading, claim: Claim) -> dict[str, Any]:
    """The words of a claim with what stands around them in its sentence, cut where that is long."""
    text = reading.report.text
    start = max(text.rfind(stop, 0, claim.start) for stop in _STOPS) + 1
    ends = [at for stop in _STOPS if (at := text.find(stop, max(claim.start, claim.end - 1))) >= 0]
    end = min(ends, default=len(text)) + 1
    before, after = text[start : claim.start], text[claim.end : end]
    return {
        "before": wording.clean(("… " if len(before) > BEFORE else "") + before[-BEFORE:].lstrip()),
        "words": wording.clean(text[claim.start : claim.end]),
        "after": wording.clean(after[:AFTER].rstrip() + (" …" if len(after) > AFTER else "")),
        "language": language(reading.report),
    }


def language(report: Report) -> str | None:
    """The language for a ``lang`` attribute; ``None`` unless it is one of ours."""
    return report.language if report.language in LANGUAGES else None


def claim_card(reading: Reading, claim: Claim, refs: Mapping[str, Ref]) -> dict[str, Any]:
    """A claim for the ``claim`` macro."""
    return {
        "ref": refs[f"{reading.report.id}#{claim.id}"],
        "name": addresses.slug(f"{reading.report.id}#{claim.id}"),
        "decide": addresses.decide(f"{reading.report.id}#{claim.id}"),
        "event": claim.event,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "confidence": claim.confidence,
        "publisher": wording.clean(reading.report.publisher or "publisher unknown"),
        "chain": chain(claim),
        "slots": [wording.Slot(*(wording.clean(x) if x else x for x in slot)) for slot in wording.slots(claim)],  # type: ignore[arg-type]
        "sentence": sentence(reading, claim),
        "day": wording.day(reading.report.published) or "undated",
    }


def judged(shelf: Shelf, finding: Finding) -> dict[str, str | None]:
    """What the ``tell`` macro says beside a finding: what an editor decided of it, and where to decide."""
    made = shelf.reviewed.judgement(finding)
    state = None if made is None else "signed off" if made.kind == "accept" else "set aside"
    return {"state": state, "more": addresses.finding(signature(finding))}


def finding_card(
    shelf: Shelf, finding: Finding, anchor: str, refs: Mapping[str, Ref], language: str
) -> dict[str, Any]:
    """A finding for the ``tell`` macro."""
    return tell(finding, anchor, refs, language) | judged(shelf, finding)


def account_card(account: Account, refs: Mapping[str, Ref]) -> dict[str, Any]:
    """A claim of an incident for the ``claim`` macro."""
    return claim_card(account.reading, account.claim, refs)


def report_card(report: Report, reading: Reading | None = None) -> dict[str, Any]:
    """A report in a list."""
    whole = reading or Reading(report=report)
    return {
        "href": addresses.report(report.id),
        "heading": wording.clean(wording.heading(whole)),
        "publisher": wording.clean(report.publisher or "publisher unknown"),
        "publisher_href": addresses.source(report.publisher) if report.publisher else None,
        "published": wording.day(report.published) or "undated",
        "language": language(report),
        "count": len(whole.claims),
        "totals": totals(whole.findings),
    }


def incident_card(incident: Happening, language: str) -> dict[str, Any]:
    """An incident in a list, its heading in the language of the page."""
    days = [d[:10] for d in dict.fromkeys((incident.start, incident.end)) if d]
    return {
        "href": addresses.incident(incident.label),
        "id": wording.clean(incident.label),
        "title": wording.clean(headed(lead(incident.events) or "statement", incident.place, language)),
        "place_known": incident.place is not None,
        "country": incident.place.country if incident.place else None,
        "days": " – ".join(wording.day(d) for d in dict.fromkeys(days)) or "undated",
        "claims": incident.claims,
        "reports": incident.reports,
    }


def letters_of(readings: Sequence[Reading]) -> list[str]:
    """Publishers as signs, where reports of many incidents stand together and letters would say nothing."""
    names = (wording.clean(r.report.publisher or r.report.id) for r in readings)
    return [name if len(name) <= 22 else name[:21] + "…" for name in names]
