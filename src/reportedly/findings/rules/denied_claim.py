"""`denied_claim`: asserted by one, denied by another; or a rumour that the report knows only through its denial.

Definition: a claim of polarity `denied` whose words deny (not merely "nobody was hurt"), with the affirmed claims of
the same event type that it answers; without them, the denial alone if it names what it denies as somebody's report or
statement. Denials of one event type in one report are one finding.
Source: claim schema, rule 12; the right of reply in press codes.

Flags: "Russia said it had captured the town, but Kyiv dismissed the statement." · "Повідомлення про затримання він
спростував."
Does not flag: "Nobody was hurt." · "Evacuation is not needed."
"""

import re
from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order, sentence
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.sameness import nested, time_fits
from reportedly.findings.speakers import own_voice, same_speaker, speaker
from reportedly.findings.wording import Held, named, stand
from reportedly.model import Claim, Finding, Reading

_LONG = re.compile(r"[^\W\d_]{7,}")
CODES = ("denied_claim.countered", "denied_claim.rumour")
PAIRWISE = True
YIELDS_TO = ("contradictory_accounts", "count_conflict")

_ANSWERS = {
    "strike": ("strike", "damage", "explosion"),
    "damage": ("damage", "strike"),
    "capture": ("capture", "clash"),
}
_LOOSE = frozenset({"agreement", "statement", "other", "assessment", "measure", "response", "disruption", "casualties"})
"""Event types under which a report tells many things: a denial answers only what it shares words with."""
_TIES = 1
_WORDS = frozenset({"statement", "assessment"})
"""A denial of words goes with the denial before it."""
_BARE = frozenset({"casualties", "measure", "assessment", "other", "displacement", "statement", "agreement", "protest"})


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each event type denied."""
    claims = in_order(reading)
    groups: dict[str, list[Claim]] = {}
    last, own = "", own_voice(reading, references)
    for claim in claims:
        if claim.polarity == "denied" and has(reading, evidence(reading, claim), "DENIES"):
            last = last if last and claim.event in _WORDS else _matter(claim, groups)
            groups.setdefault(last, []).append(claim)
    for event, denials in groups.items():
        answered = _answered(reading, claims, event, denials)
        if answered:
            yield _countered(reading, denials, answered)
        elif event not in _BARE and (denials[0].sources or own):
            by = named(speaker(denials[0]))
            yield finding(reading, CODES[1], denials, severity="warning", relation="conflict", by=by)


def _matter(claim: Claim, groups: dict[str, list[Claim]]) -> str:
    """The event type under which a denial is filed: fighting on goes with the capture that it denies."""
    return "capture" if claim.event == "clash" and "capture" in groups else claim.event


def _answered(reading: Reading, claims: tuple[Claim, ...], event: str, denials: list[Claim]) -> list[Claim]:
    """The affirmed claim that a denial answers: somebody's before the publisher's, the last one before
    the denial, else the first after it.
    """
    for wanted in _wanted(reading, event, denials):
        fitting = [c for c in claims if c.event == wanted and any(_answers(d, c) for d in denials)]
        if wanted in _LOOSE:
            fitting = [c for c in fitting if any(_tied(reading, d, c) for d in denials)]
        fitting = [c for c in fitting if c.sources] or fitting
        before = [c for c in fitting if c.start <= denials[0].start]
        if fitting:
            return before[-1:] or fitting[:1]
    return []


def _wanted(reading: Reading, event: str, denials: list[Claim]) -> tuple[str, ...]:
    """Event types that an answer may have, best first. "No civilian objects were hit" answers damage to homes."""
    if event == "strike" and any(has(reading, evidence(reading, d), "CIVILIAN_TARGET") for d in denials):
        return ("damage", "strike", "clash", "casualties")
    return _ANSWERS.get(event, (event,))


def _tied(reading: Reading, denial: Claim, claim: Claim) -> bool:
    """Whether denial and claim have a longer word in common, case endings aside, or a figure."""
    if any(a.value is not None and a.value == b.value for a in denial.quantities for b in claim.quantities):
        return True
    one, two = (_stems(sentence(reading, denial)), _stems(evidence(reading, claim)))
    return len(one & two) >= _TIES


def _stems(words: str) -> set[str]:
    return {w[:6] for w in _LONG.findall(words)}


def _answers(denial: Claim, claim: Claim) -> bool:
    return (
        claim.polarity == "affirmed"
        and not same_speaker(denial, claim)
        and nested(denial, claim)
        and time_fits(denial, claim)
    )


def _countered(reading: Reading, denials: list[Claim], answered: list[Claim]) -> Finding:
    return finding(
        reading,
        CODES[0],
        [*denials, *answered],
        severity="warning",
        relation="conflict",
        positions=[
            Held(value=stand("affirmed"), by=(speaker(answered[0]),), claims=tuple(c.id for c in answered)),
            Held(
                value=stand("denied"),
                by=tuple(dict.fromkeys(speaker(c) for c in denials)),
                claims=tuple(c.id for c in denials),
            ),
        ],
        by=[named(speaker(c)) for c in denials],
        of=named(speaker(answered[0])),
    )
