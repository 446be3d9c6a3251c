"""Readings as people left them: corrections in, hidden claims marked, incidents merged, split and frozen.

Machine values stay in the ledger as they were read; decisions are laid over them each time, the later over the earlier.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from reportedly.ledger import LedgerError, View
from reportedly.model import Claim, Decision, Finding, Reading
from reportedly.review import judging
from reportedly.review.anchors import Anchor, find, seal
from reportedly.review.decisions import anchors, corrected, in_force
from reportedly.review.judging import Judgement, Mark
from reportedly.review.people import person_readings, reading_of


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A decision whose claim is no longer found: it stays on record, and a person must look at it again."""

    decision: Decision
    anchor: Anchor


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """Readings with decisions laid over them.

    ``hidden`` and ``accepted`` are claims (``report#claim``), ``released`` names of people, ``judged_findings`` what
    was decided last of each finding that was signed off or set aside. ``cleared`` are claims of incidents that were
    signed off, ``outdated`` those that say something else, or are of another incident, since. ``verdicts``: the last
    one of each claim; ``judged``: the last one of each incident, by its label now. ``grades``: those in force, the
    earliest first.
    """

    readings: tuple[Reading, ...]
    hidden: frozenset[str]
    accepted: frozenset[str]
    released: frozenset[str]
    judged_findings: Mapping[Mark, Judgement]
    cleared: frozenset[str]
    outdated: frozenset[str]
    verdicts: Mapping[str, Decision]
    judged: Mapping[str, Decision]
    grades: tuple[Decision, ...]
    decisions: tuple[Decision, ...]
    lost: tuple[Lost, ...] = ()

    def judgement(self, finding: Finding) -> Decision | None:
        """The decision that a finding is signed off or set aside by."""
        made = self.judged_findings.get(judging.mark(finding)) if self.judged_findings else None
        if made is None or made.decision.kind == "accept" and made.seal != judging.seal(finding):
            return None
        return made.decision

    def is_signed(self, finding: Finding) -> bool:
        """Whether an editor signed a finding off as it is now."""
        made = self.judgement(finding)
        return made is not None and made.kind == "accept"

    def is_aside(self, finding: Finding) -> bool:
        """Whether an editor set a finding aside."""
        made = self.judgement(finding)
        return made is not None and made.kind != "accept"


def reviewed(view: View, decided: View | None = None, only: Sequence[Reading] | None = None) -> Reviewed:
    """What the ledger tells, as people left it; with the decisions of another view, if one is given.

    ``only``: some readings of the view, people's claims among them; then all that `touched` names must be there.
    """
    readings = everything(view) if only is None else only
    sheet = _Sheet(readings)
    made = (decided or view).decisions()
    counting = in_force([decision for decision, _ in made])
    for decision, kept in made:
        if decision.id not in counting:
            continue
        sheet.lay(decision, tuple(anchors(kept)), kept.get("finding"))
    return Reviewed(
        readings=sheet.readings(),
        hidden=frozenset(sheet.hidden),
        accepted=frozenset(sheet.accepted),
        released=frozenset(sheet.released),
        judged_findings=sheet.findings,
        cleared=frozenset(sheet.cleared()),
        outdated=frozenset(sheet.seals) - sheet.cleared(),
        verdicts=sheet.verdicts,
        judged=sheet.judged(),
        grades=tuple(sheet.grades.values()),
        decisions=tuple(decision for decision, _ in made),
        lost=tuple(sheet.lost),
    )


def claims_of(view: View, label: str) -> list[tuple[str, Claim]]:
    """The claims, as they were read, of an incident as people left it; of a label that is no longer one, as linked."""
    linked = {claim.report for some in view.lists.members((label,)).values() for claim in some}
    names = touched(view).reports | linked
    people = (reading_of(view, name) for name in sorted(names) if view.person(name) is not None)
    readings = [*view.readings(names), *(found for found in people if found is not None)]
    now = {f"{r.report.id}#{c.id}": c.incident for r in reviewed(view, only=readings).readings for c in r.claims}
    some = [(r.report.id, c) for r in readings for c in r.claims if now[f"{r.report.id}#{c.id}"] == label]
    return some or [(told.report, told.claim) for told in view.claims(incident=label)]


def everything(view: View) -> list[Reading]:
    """All readings as they were read, then people's claims."""
    labels = view.labels()
    return [*view.readings(), *(_labelled(reading, labels) for reading in person_readings(view))]


class Touched(NamedTuple):
    """What decisions can change: reports, and incidents of which whatever is linked to them is changed."""

    reports: frozenset[str]
    incidents: frozenset[str]


def touched(view: View, decided: View | None = None) -> Touched:
    """What the decisions that count can change; all other readings are as they were read."""
    made = (decided or view).decisions()
    counting = in_force([decision for decision, _ in made])
    reports: set[str] = set()
    merged: set[str] = set()
    labels: set[str] = set()
    for decision, kept in made:
        if decision.id not in counting:
            continue
        about = {wanted.report for wanted in anchors(kept)}
        reports |= about
        if decision.subject.startswith("report:"):
            reports.add(decision.subject.removeprefix("report:"))
        if decision.kind == "merge":
            merged |= about
            labels |= {decision.subject.partition(":")[2], *decision.value.get("with", ())}
    labels |= view.lists.labels(merged)
    members = view.lists.members(labels)
    return Touched(frozenset(reports | {c.report for some in members.values() for c in some}), frozenset(labels))


def _labelled(reading: Reading, labels: dict[str, str]) -> Reading:
    claims = (msgspec.structs.replace(c, incident=labels.get(f"{reading.report.id}#{c.id}")) for c in reading.claims)
    return msgspec.structs.replace(reading, claims=tuple(claims))


class _Sheet:
    """All claims, as decisions are laid over them one after another."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._read = {reading.report.id: reading.claims for reading in readings}
        self._claims = {f"{r.report.id}#{c.id}": c for r in readings for c in r.claims}
        self.hidden: set[str] = set()
        self.accepted: set[str] = set()
        self.released: set[str] = set()
        self.findings: dict[Mark, Judgement] = {}
        self.seals: dict[str, str] = {}
        self.verdicts: dict[str, Decision] = {}
        self.grades: dict[str, Decision] = {}
        self._judged: list[tuple[Decision, list[str]]] = []
        self.lost: list[Lost] = []

    def readings(self) -> tuple[Reading, ...]:
        """The readings with their claims as they are now."""
        return tuple(
            msgspec.structs.replace(r, claims=tuple(self._claims[f"{r.report.id}#{c.id}"] for c in r.claims))
            for r in self._readings
        )

    def lay(self, decision: Decision, kept: tuple[Anchor, ...], finding: Mapping[str, str | None] | None) -> None:
        """One decision over what is there. ``finding``: what it is about beside its claims, if it is about one."""
        if finding is not None:
            self._about(decision, kept, finding)
            return
        if decision.kind == "sign_off":
            self._sign(decision, kept)
            return
        if decision.kind == "grade":
            self.grades.pop(decision.subject, None)  # the last one goes last
            self.grades[decision.subject] = decision
            return
        refs = self._found(decision, kept)
        if decision.kind == "correct":
            self._correct(decision, refs)
        elif decision.kind in ("merge", "freeze"):
            self._together(decision, refs)
        elif decision.kind == "split":
            self._label(refs, str(decision.value.get("as") or f"{decision.subject.partition(':')[2]}/{decision.id}"))
        elif decision.kind == "verdict" and decision.subject.startswith("incident:"):
            self._judged.append((decision, refs))
        elif decision.kind == "verdict":
            self.verdicts.update(dict.fromkeys(refs, decision))
        elif decision.kind in ("hide", "reject", "accept"):
            self._judge(decision, refs)

    def cleared(self) -> frozenset[str]:
        """The claims that still are what was signed off."""
        return frozenset(ref for ref, signed in self.seals.items() if seal(self._claims[ref]) == signed)

    def judged(self) -> dict[str, Decision]:
        """The last verdict of each incident, under the label that most of the claims which it was given over bear."""
        found: dict[str, Decision] = {}
        for decision, refs in self._judged:
            labels = Counter(label for ref in refs if (label := self._claims[ref].incident))
            if labels:
                found[labels.most_common(1)[0][0]] = decision
        return found

    def _sign(self, decision: Decision, kept: tuple[Anchor, ...]) -> None:
        for wanted in kept:
            signed = decision.value["claims"].get(f"{wanted.report}#{wanted.claim}", "")
            self.seals.update(dict.fromkeys(self._found(decision, (wanted,)), signed))

    def _about(self, decision: Decision, kept: tuple[Anchor, ...], finding: Mapping[str, str | None]) -> None:
        refs = self._found(decision, kept) if decision.kind in judging.JUDGING else []
        if refs and len(refs) == len(kept):
            said = finding["kind"] or "", finding["relation"], finding["attribute"]
            self.findings[Mark(*said, frozenset(refs))] = Judgement(decision, finding.get("seal"))

    def _found(self, decision: Decision, kept: tuple[Anchor, ...]) -> list[str]:
        refs = []
        for wanted in kept:
            # Anchors are about what was read; an earlier correction must not move what a later decision means.
            claim = find(wanted, self._read.get(wanted.report, ()))
            if claim is None:
                self.lost.append(Lost(decision=decision, anchor=wanted))
            else:
                refs.append(f"{wanted.report}#{claim.id}")
        return refs

    def _correct(self, decision: Decision, refs: Iterable[str]) -> None:
        for ref in refs:
            try:
                self._claims[ref] = corrected(self._claims[ref], decision.value)
            except LedgerError:  # a field that a newer version of the records no longer has
                claim = self._claims[ref]
                at = Anchor(
                    report=ref.rpartition("#")[0],
                    claim=claim.id,
                    start=claim.start,
                    end=claim.end,
                    event=claim.event,
                    polarity=claim.polarity,
                )
                self.lost.append(Lost(decision=decision, anchor=at))

    def _together(self, decision: Decision, refs: list[str]) -> None:
        """A merge takes along whatever the linker puts to either side; a freeze only what was there."""
        if not decision.subject.startswith("incident:"):
            return
        label = decision.subject.partition(":")[2]
        if decision.kind == "merge":
            near = {self._claims[ref].incident for ref in refs} - {None}
            refs = refs + [ref for ref, claim in self._claims.items() if claim.incident in near]
        self._label(refs, label)

    def _label(self, refs: Iterable[str], label: str) -> None:
        for ref in refs:
            self._claims[ref] = msgspec.structs.replace(self._claims[ref], incident=label)

    def _judge(self, decision: Decision, refs: list[str]) -> None:
        kind, _, name = decision.subject.partition(":")
        if kind == "person" and "#" not in decision.subject:
            (self.released.add if decision.kind == "accept" else self.released.discard)(name)
        elif kind == "report" and "#" not in decision.subject:
            refs = [ref for ref in self._claims if ref.rpartition("#")[0] == name]
        elif kind == "reading" and "#" not in decision.subject:
            return
        if decision.kind == "accept":
            self.accepted.update(refs)
            self.hidden.difference_update(refs)
        else:
            self.hidden.update(refs)
            self.accepted.difference_update(refs)
