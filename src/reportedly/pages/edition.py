"""A report as an edition: its text cut at the claims, the claims and findings in the margin beside it.

What is made here is plain data for templates. Foreign text is cleaned; ids, classes and languages are ours.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.claims.gloss import gloss
from reportedly.findings import in_language
from reportedly.model import Claim, Finding, Reading
from reportedly.pages import wording
from reportedly.pages.spans import Line, lines, reading_order

LANGUAGES = frozenset({"en", "ru", "uk"})


class Ref(NamedTuple):
    """A link to a claim: the anchor of its note, what is printed (number, or siglum and number), and the address of
    the page that the note is on; empty on the page itself."""

    anchor: str
    label: str
    page: str = ""

    @property
    def href(self) -> str:
        """Where the link leads."""
        return f"{self.page}#{self.anchor}"


class Note(NamedTuple):
    """A claim as it stands in the margin."""

    anchor: str
    number: int
    claim: Claim
    chain: list[tuple[str, str | None]]
    slots: list[wording.Slot]
    findings: list[dict[str, Any]]
    flags: list[dict[str, Any]]
    citation: str
    state: str | None = None
    more: str | None = None
    told: str | None = None
    """What a claim in another language says, made from its slots."""


class Extra(NamedTuple):
    """What a page adds to the notes of claims (``report#claim``): the state of each, and where it leads further; and to
    a finding: its ``state`` and ``more``.
    """

    states: Mapping[str, str]
    more: Callable[[str], str]
    judged: Callable[[Finding], Mapping[str, str | None]]


def sigla(readings: Sequence[Reading]) -> list[str]:
    """A letter for each report, as witnesses have in an edition; AA, AB, ... after Z. One report needs none."""
    if len(readings) < 2:
        return [""] * len(readings)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [
        (letters[i // 26 - 1] if i >= 26 else "") + letters[i % 26] if i < 702 else f"R{i}"
        for i in range(len(readings))
    ]


def refs_of(readings: Sequence[Reading], sigla: Sequence[str]) -> dict[str, Ref]:
    """Links to all claims (``report#claim``) of readings that stand on one page."""
    refs = {}
    for i, reading in enumerate(readings):
        for number, claim in enumerate(reading_order(reading.claims), 1):
            label = f"{sigla[i]}\u202f{number}" if sigla[i] else str(number)
            refs[f"{reading.report.id}#{claim.id}"] = Ref(f"r{i + 1}c{number}", label)
    return refs


def edition(
    index: int,
    reading: Reading,
    siglum: str,
    refs: Mapping[str, Ref],
    compared: Sequence[str] = (),
    extra: Extra | None = None,
    language: str = "en",
) -> dict[str, Any]:
    """One report for the ``edition`` macro, told in a language. ``compared``: what it was held against."""
    report, claims = reading.report, reading_order(reading.claims)
    findings = [
        tell(f, f"r{index + 1}f{n}", refs, language) | dict(extra.judged(f) if extra is not None else {})
        for n, f in enumerate(wording.by_severity(reading.findings), 1)
    ]
    notes = _notes(index, reading, claims, findings, language)
    if extra is not None:
        names = [f"{report.id}#{claim.id}" for claim in claims]
        notes = [n._replace(state=extra.states.get(r), more=extra.more(r)) for n, r in zip(notes, names, strict=True)]
    return {
        "anchor": f"r{index + 1}",
        "siglum": siglum,
        "heading": wording.clean(wording.heading(reading)),
        "titled": bool(report.title),
        "publisher": wording.clean(report.publisher or "publisher unknown"),
        "published": wording.day(report.published) or "undated",
        "language": report.language if report.language in LANGUAGES else None,
        "url": wording.clean(report.url) if report.url else None,
        "captured": report.captured,
        "sha256": report.sha256,
        "citation": wording.citation(report),
        "rows": _rows(lines(report.text, claims), notes, claims, index),
        "findings": findings,
        "loose": [f for f in findings if not f["here"]],
        "count": len(claims),
        "totals": totals(reading.findings),
        "compared": [wording.clean(note) for note in compared],
    }


def totals(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    """How many of each severity, the gravest first."""
    counts: Counter[str] = Counter(finding.severity for finding in findings)
    return [(severity, counts[severity]) for severity in wording.SEVERITY if counts[severity]]


def _rows(found: Sequence[Line], notes: Sequence[Note], claims: Sequence[Claim], index: int) -> list[dict[str, Any]]:
    return [
        {
            "segments": [
                {
                    "text": wording.clean(segment.text),
                    "anchors": " ".join(f"r{index + 1}c{n}" for n in segment.claims),
                    "classes": _classes([claims[n - 1] for n in segment.claims]),
                    "opens": [(f"r{index + 1}c{n}", n, _obelus(notes[n - 1])) for n in segment.opens],
                }
                for segment in line.segments
            ],
            "notes": [notes[n - 1] for n in line.notes],
            "gap": line.gap,
        }
        for line in found
    ]


def _obelus(note: Note) -> tuple[str, str] | None:
    """The mark that stands in the text itself: of the gravest finding on a claim, notes aside."""
    found = {f["severity"] for f in (*note.findings, *note.flags)}
    return next(((s, wording.MARKS[s]) for s in ("error", "warning") if s in found), None)


def _classes(claims: Sequence[Claim]) -> str:
    """How a stretch is underlined: by the narrowest claim over it; deeper where several lie on each other."""
    if not claims:
        return ""
    narrowest = min(claims, key=lambda claim: claim.end - claim.start)
    return f"seg {narrowest.certainty} {narrowest.polarity}" + (" deep" if len(claims) > 1 else "")


def _notes(
    index: int, reading: Reading, claims: Sequence[Claim], findings: Sequence[dict[str, Any]], language: str
) -> list[Note]:
    """Each finding is told in full at the first claim it needs, and flagged at the others."""
    told: dict[str, list[dict[str, Any]]] = {}
    flagged: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        here = [ref.anchor for ref in finding["refs"] if not ref.page and ref.anchor.startswith(f"r{index + 1}c")]
        here.sort(key=lambda anchor: int(anchor.rpartition("c")[2]))
        finding["here"] = bool(here)
        for place, anchor in enumerate(here):
            (flagged if place else told).setdefault(anchor, []).append(finding)
    notes = []
    for number, claim in enumerate(claims, 1):
        anchor = f"r{index + 1}c{number}"
        notes.append(
            Note(
                anchor=anchor,
                number=number,
                claim=claim,
                chain=chain(claim),
                slots=[_clean_slot(slot) for slot in wording.slots(claim)],
                told=wording.clean(gloss(claim, language)) if claim.language not in (None, language) else None,
                findings=told.get(anchor, []),
                flags=flagged.get(anchor, []),
                citation=wording.citation(reading.report, claim),
            )
        )
    return notes


def chain(claim: Claim) -> list[tuple[str, str | None]]:
    """The links of a chain after the publisher, each with what it does where that is more than saying."""
    acts = {"confirms", "denies", "speculates", "declines", "cites"}
    return [(wording.clean(source.name), source.act if source.act in acts else None) for source in claim.sources]


def _clean_slot(slot: wording.Slot) -> wording.Slot:
    words = wording.clean(slot.words)
    if slot.label == "time":
        words = words.replace(" ", "\u00a0")
    return wording.Slot(wording.clean(slot.label), words, wording.clean(slot.remark) if slot.remark else None)


def tell(finding: Finding, anchor: str, refs: Mapping[str, Ref], language: str = "en") -> dict[str, Any]:
    """One finding for the ``tell`` macro, explained in a language."""
    finding = in_language(finding, language)
    return {
        "anchor": anchor,
        "kind": wording.kind_words(finding),
        "severity": finding.severity,
        "relation": finding.relation.replace("_", " ") if finding.relation else None,
        "attribute": wording.clean(finding.attribute) if finding.attribute else None,
        "mark": wording.MARKS[finding.severity],
        "explanation": wording.clean(finding.explanation),
        "refs": [refs[ref] for ref in finding.claims if ref in refs],
        "positions": [
            {
                "value": wording.clean(position.value),
                "by": wording.clean(", ".join(position.by)),
                "refs": [refs[ref] for ref in position.claims if ref in refs],
            }
            for position in finding.positions
        ],
        "coverage": wording.coverage_words(finding, language),
        "state": None,
        "more": None,
        "here": True,
    }
