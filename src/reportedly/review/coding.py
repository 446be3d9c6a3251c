"""Coding: two people code the same claims by one codebook without seeing each other's codes; then they compare.

Everything is a decision of kind ``assign`` or ``note`` in the log, so it is dated, attributed, and never overwritten. A
coder sees only own codes until all who were assigned are done. Agreement is Krippendorff's alpha, field by field;
what differs is adjudicated by a third decision.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec

from reportedly.ledger import Ledger, LedgerError, View
from reportedly.model import Decision
from reportedly.model.terms import Certainty, EventType, Polarity, TargetKind
from reportedly.review.alpha import Level, Value, alpha
from reportedly.review.decisions import decide, in_force

_CODERS = 2


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question of a codebook: its level of measurement, and its answers in order (none: any number)."""

    level: Level = "nominal"
    values: tuple[str, ...] = ()


class Codebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked of each claim. A change of the questions or answers is a new ``version``."""

    version: str
    fields: dict[str, Field]


TERMS = Codebook(
    version="terms-1",
    fields={
        "event": Field(values=get_args(EventType)),
        "polarity": Field(values=get_args(Polarity)),
        "certainty": Field(values=get_args(Certainty)),
        "target_kind": Field(values=get_args(TargetKind)),
    },
)
"""The closed lists that a claim is made of, so that people and tool can be held against each other."""


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """What one coder said of one claim."""

    subject: str
    coder: str
    codebook: str
    values: dict[str, Value]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Of one field: alpha (``None``: nothing to say), units that at least two coded, and those where they differ."""

    field: str
    alpha: float | None
    units: int
    differ: tuple[str, ...]


def assign(ledger: Ledger, codebook: Codebook, subjects: Iterable[str], coders: Sequence[str], *, by: str) -> None:
    """Give claims to coders. Raises ``LedgerError`` for fewer than two coders, or a claim that is not there."""
    if len(set(coders)) < _CODERS:
        raise LedgerError("blind coding needs two coders at least")
    for subject in subjects:
        decide(ledger, "assign", subject, by=by, value={"to": sorted(set(coders)), "codebook": codebook.version})


def code(ledger: Ledger, codebook: Codebook, subject: str, values: Mapping[str, Value], *, coder: str) -> Decision:
    """Put codes on record; the later of the same coder count.

    Raises ``LedgerError`` for an answer that the codebook does not have, or a claim that the coder was not given.
    """
    if coder not in assignments(ledger, codebook.version).get(subject, ()):
        raise LedgerError(f"{subject} was not given to {coder} under codebook {codebook.version}")
    _checked(codebook, values)
    return decide(ledger, "note", subject, by=coder, value={"codebook": codebook.version, "coding": dict(values)})


def _checked(codebook: Codebook, values: Mapping[str, Value]) -> None:
    missing = sorted(set(codebook.fields) - set(values))
    if missing or set(values) - set(codebook.fields):
        said = ", ".join(missing or sorted(set(values) - set(codebook.fields)))
        raise LedgerError(f"{said}: {'not answered' if missing else 'not asked'} in codebook {codebook.version}")
    for name, value in values.items():
        allowed = codebook.fields[name].values
        if allowed and value not in allowed:
            raise LedgerError(f"{name}: {value}: not one of {', '.join(allowed)}")
        if not allowed and (isinstance(value, (str, bool)) or value != value):
            raise LedgerError(f"{name}: {value}: not a number")


def codings(view: View, version: str, *, coder: str | None = None) -> tuple[Coding, ...]:
    """The codes under one version of a codebook; for a ``coder`` only what this coder may see."""
    given = assignments(view, version)
    latest: dict[tuple[str, str], Coding] = {}
    for made in _made(view):
        values = made.value.get("coding")
        if made.kind == "note" and made.value.get("codebook") == version and isinstance(values, dict):
            latest[made.subject, made.by] = Coding(
                subject=made.subject, coder=made.by, codebook=version, values=dict(values)
            )
    done = {subject for subject, coders in given.items() if all((subject, one) in latest for one in coders)}
    return tuple(
        one
        for one in latest.values()
        if coder is None or one.coder == coder or one.subject in done and _of(given, one, coder)
    )


def _of(given: Mapping[str, tuple[str, ...]], coding: Coding, coder: str) -> bool:
    return coder in given[coding.subject]


def agreement(view: View, codebook: Codebook) -> tuple[Agreement, ...]:
    """How far coders agree, field by field."""
    units: dict[str, list[Coding]] = {}
    for one in codings(view, codebook.version):
        units.setdefault(one.subject, []).append(one)
    found = []
    for name, field in codebook.fields.items():
        answers = {subject: [one.values[name] for one in some if name in one.values] for subject, some in units.items()}
        several = {subject: some for subject, some in answers.items() if len(some) >= _CODERS}
        found.append(
            Agreement(
                field=name,
                alpha=alpha(list(several.values()), field.level, field.values),
                units=len(several),
                differ=tuple(subject for subject, some in sorted(several.items()) if len(set(some)) > 1),
            )
        )
    return tuple(found)


def adjudicate(
    ledger: Ledger, codebook: Codebook, subject: str, values: Mapping[str, Value], *, by: str, reason: str
) -> Decision:
    """Settle what coders differ on. Raises ``LedgerError`` before all are done, by one of them, or without a reason."""
    coders = assignments(ledger, codebook.version).get(subject, ())
    done = {one.coder for one in codings(ledger, codebook.version) if one.subject == subject}
    if not coders or not set(coders) <= done:
        raise LedgerError(f"{subject}: not all coders are done")
    if by in coders:
        raise LedgerError(f"{by} coded {subject}: somebody else settles it")
    if not reason.strip():
        raise LedgerError("a settlement needs a reason")
    _checked(codebook, values)
    value = {"codebook": codebook.version, "adjudicated": dict(values)}
    return decide(ledger, "note", subject, by=by, value=value, reason=reason)


def adjudicated(view: View, version: str) -> dict[str, Coding]:
    """What was settled, by claim, and by whom; the later counts."""
    return {
        made.subject: Coding(
            subject=made.subject, coder=made.by, codebook=version, values=dict(made.value["adjudicated"])
        )
        for made in _made(view)
        if made.value.get("codebook") == version and isinstance(made.value.get("adjudicated"), dict)
    }


def waiting(view: View, version: str, coder: str) -> tuple[list[str], int]:
    """The claims that wait for a coder, in the order of their assignment, and how many are done."""
    own = {one.subject for one in codings(view, version, coder=coder) if one.coder == coder}
    mine = [subject for subject, coders in assignments(view, version).items() if coder in coders]
    return [subject for subject in mine if subject not in own], len(own)


def finished(view: View, version: str) -> dict[str, tuple[Coding, ...]]:
    """The codes of the claims of which all coders are done, in the order of their assignment."""
    said: dict[str, dict[str, Coding]] = {}
    for one in codings(view, version):
        said.setdefault(one.subject, {})[one.coder] = one
    return {
        subject: tuple(said[subject][name] for name in coders)
        for subject, coders in assignments(view, version).items()
        if set(coders) <= said.get(subject, {}).keys()
    }


def unsettled(view: View, version: str) -> dict[str, tuple[Coding, ...]]:
    """The claims of which all coders are done and differ, and that nobody has settled yet, with what each said."""
    settled = adjudicated(view, version)
    return {
        subject: some
        for subject, some in finished(view, version).items()
        if subject not in settled and any(one.values != some[0].values for one in some)
    }


def _made(view: View) -> list[Decision]:
    made = [decision for decision, _ in view.decisions()]
    counting = in_force(made)
    return [decision for decision in made if decision.id in counting]


def assignments(view: View, version: str) -> dict[str, tuple[str, ...]]:
    """The coders that each claim (``report#claim``) was given to under one version of a codebook."""
    return {
        made.subject: tuple(made.value["to"])
        for made in _made(view)
        if made.kind == "assign" and made.value.get("codebook") == version and isinstance(made.value.get("to"), list)
    }
