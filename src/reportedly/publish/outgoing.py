"""What may leave a ledger now, from which every export and the static site are made. There is no other way to them."""

from collections.abc import Callable, Collection, Sequence, Set
from datetime import UTC, datetime
from functools import cached_property

from msgspec import Struct

from reportedly.incidents.summary import Sides
from reportedly.ledger import Entry, View
from reportedly.model import Claim, Decision, Reading
from reportedly.publish.gate import Gated, Held, Published, opaque
from reportedly.publish.incidents import Dossier, PublishedIncident, dossiers
from reportedly.publish.reviewed import gated
from reportedly.publish.rules import Rules
from reportedly.review import Reviewed, reviewed


class Cited(Struct, frozen=True, kw_only=True):
    """A report of which something has passed, as it is cited: never its words.

    ``captured`` when it was taken in (UTC), ``sha256`` of the bytes that it was read from, ``media`` the digests of
    what a person attached (never those of a protected source: whoever has the picture could tell whose it is).
    """

    id: str
    publisher: str | None
    url: str | None
    published: str | None
    captured: str | None = None
    sha256: str | None = None
    media: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()


class Verdict(Struct, frozen=True, kw_only=True):
    """What an editor found of a claim, or of an incident (``incident``: its sign), in her words and under her name.

    ``claims``: what of it has passed; one where it is about a claim.
    """

    claims: tuple[Published, ...]
    decision: Decision
    incident: str | None = None


def of_incidents(found: Reviewed, labels: Collection[str]) -> frozenset[str]:
    """The claims (``report#claim``) of some incidents, as people left them."""
    return frozenset(
        f"{reading.report.id}#{claim.id}"
        for reading in found.readings
        for claim in reading.claims
        if claim.incident in labels
    )


def verdicts(found: Reviewed, passed: Sequence[Published]) -> tuple[Verdict, ...]:
    """What editors found of claims that have passed, then of incidents of which nothing is held."""
    told = [Verdict(claims=(c,), decision=found.verdicts[c.ref]) for c in passed if c.ref in found.verdicts]
    for label, decision in found.judged.items():
        wanted = of_incidents(found, [label]) - found.hidden
        claims = tuple(c for c in passed if c.ref in wanted)
        if claims and len(claims) == len(wanted):
            told.append(Verdict(claims=claims, decision=decision, incident=opaque(label)))
    return tuple(told)


class Outgoing:
    """Claims, incidents, citations and verdicts that may leave a ledger at ``now`` (the present).

    ``found``: the view as people left it, for a caller who has it. ``only``: the claims (``report#claim``) that are
    asked for; others stay out of everything, also of what is counted as held. ``signed``: only what was signed off.
    """

    def __init__(
        self,
        view: View,
        *,
        found: Reviewed | None = None,
        only: Set[str] | None = None,
        signed: bool = False,
        references: Sides | None = None,
        rules: Rules | None = None,
        now: datetime | None = None,
    ) -> None:
        self.view = view
        self.found = found or reviewed(view, view.present())
        self.now = now or datetime.now(UTC)
        self.rules = rules or Rules()
        self._only = only
        self._signed = signed
        self._references = references

    @cached_property
    def gated(self) -> Gated:
        """What passes and what is held."""
        whole = gated(self.view, self.found, self.rules, self.now)
        passed = [p for p in whole.passed if self._only is None or p.ref in self._only]
        held = [h for h in whole.held if self._only is None or h.ref in self._only]
        if self._signed:
            held += [Held(ref=p.ref, why=self._unsigned(p.ref)) for p in passed if p.ref not in self.found.cleared]
            passed = [p for p in passed if p.ref in self.found.cleared]
        return Gated(passed=tuple(passed), held=tuple(held))

    def _unsigned(self, ref: str) -> str:
        return "changed since it was signed off" if ref in self.found.outdated else "not signed off"

    @property
    def claims(self) -> tuple[Published, ...]:
        """The claims that pass."""
        return self.gated.passed

    @cached_property
    def by_ref(self) -> dict[str, Published]:
        """The claims that pass by their name across reports."""
        return {p.ref: p for p in self.claims}

    @cached_property
    def dossiers(self) -> tuple[Dossier, ...]:
        """Their incidents, with what drawings are made of."""
        return self.retold(lambda claim: claim)

    def retold(self, change: Callable[[Claim], Claim]) -> tuple[Dossier, ...]:
        """Their incidents as they would be if the claims said something else (another way to count)."""
        readings = (Reading(report=r.report, claims=tuple(map(change, r.claims))) for r in self.found.readings)
        return dossiers(readings, self.by_ref, self._references, self.rules.coarse_km)

    @property
    def incidents(self) -> tuple[PublishedIncident, ...]:
        """Their incidents."""
        return tuple(dossier.record for dossier in self.dossiers)

    @cached_property
    def reports(self) -> tuple[Cited, ...]:
        """Their reports, in the order in which they came."""
        people = {stated.id: () if stated.protected else stated.attachments for stated in self.view.people()}
        first: dict[str, Published] = {}
        for claim in self.claims:
            first.setdefault(claim.ref.rpartition("#")[0], claim)
        return tuple(
            self._cited(reading, first[reading.report.id], people.get(reading.report.id))
            for reading in self.found.readings
            if reading.report.id in first
        )

    def _cited(self, reading: Reading, claim: Published, media: tuple[str, ...] | None) -> Cited:
        """``media``: what a person attached to a claim of their own; ``None`` for a report."""
        report = reading.report
        if media is not None:
            return Cited(
                id=report.id, publisher=claim.publisher, url=claim.url, published=claim.published, media=media
            )
        return Cited(
            id=report.id,
            publisher=claim.publisher,
            url=claim.url,
            published=claim.published,
            captured=report.captured,
            sha256=self.view.raw_of(report.id),
            revisions=self.view.revisions(report.id),
        )

    def history(self) -> Sequence[tuple[str, Entry]]:
        """The entries of the log about each of their reports, without content, by which anyone can check them."""
        return [(cited.id, entry) for cited in self.reports for entry in self.view.history(cited.id)]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What editors found of them."""
        return verdicts(self.found, self.claims)
