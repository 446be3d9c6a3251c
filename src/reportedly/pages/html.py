"""One self-contained page: the text set like an annotated edition, claims and findings in the margin beside it.

Nothing is loaded from outside; the content security policy allows only the page's own style and script, by their
hashes. Foreign text reaches the page as escaped text nodes and nowhere else: ids, classes and languages are ours.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from reportedly.model import Claim, Finding, Reading
from reportedly.pages import wording
from reportedly.pages.incident import Account, accounts, short_time, with_labels
from reportedly.pages.plates import Column, stemma, timeline
from reportedly.pages.spans import Line, lines, reading_order

if TYPE_CHECKING:
    from jinja2 import Template

LANGUAGES = frozenset({"en", "ru", "uk"})


class Ref(NamedTuple):
    """A link to a claim: the anchor of its note, and what is printed (number, or siglum and number)."""

    anchor: str
    label: str


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


def page(
    readings: Sequence[Reading], across: Sequence[Finding], compared: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The page as one string.

    ``across`` are the findings that need several of the readings; ``compared`` says, by report id, what was checked
    against what, and what had nothing to compare with.
    """
    sigla = _sigla(readings)
    refs = _refs(readings, sigla)
    template, style, script = _template()
    editions = [_edition(i, reading, sigla[i], refs) for i, reading in enumerate(readings)]
    for edition, reading in zip(editions, readings, strict=True):
        edition["compared"] = [wording.clean(note) for note in (compared or {}).get(reading.report.id, ())]
    return template.render(
        title=wording.clean(wording.heading(readings[0])) if len(readings) == 1 else f"{len(readings)} reports",
        style=style,
        script=script,
        policy=_policy(style, script),
        editions=editions,
        several=len(readings) > 1,
        across=[_finding(f, f"x{n}", refs) for n, f in enumerate(wording.by_severity(tuple(across)), 1)],
        totals=_totals([*across, *(f for reading in readings for f in reading.findings)]),
        incidents=[_incident(a, readings, sigla, refs) for a in accounts(readings, sigla)],
        marks=wording.MARKS,
    )


def frame(reading: Reading) -> str:
    """One reading for a notebook: the whole page in a frame of its own, so that neither's style reaches the other."""
    from markupsafe import escape

    return (
        '<iframe sandbox="allow-scripts" width="100%" height="640" '
        f'style="border:1px solid #ccc" srcdoc="{escape(page([reading], ()))}"></iframe>'
    )


def _sigla(readings: Sequence[Reading]) -> list[str]:
    """A letter for each report, as witnesses have in an edition; AA, AB, ... after Z. One report needs none."""
    if len(readings) < 2:
        return [""] * len(readings)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [
        (letters[i // 26 - 1] if i >= 26 else "") + letters[i % 26] if i < 702 else f"R{i}"
        for i in range(len(readings))
    ]


def _refs(readings: Sequence[Reading], sigla: Sequence[str]) -> dict[str, Ref]:
    refs = {}
    for i, reading in enumerate(readings):
        for number, claim in enumerate(reading_order(reading.claims), 1):
            label = f"{sigla[i]}\u202f{number}" if sigla[i] else str(number)
            refs[f"{reading.report.id}#{claim.id}"] = Ref(f"r{i + 1}c{number}", label)
    return refs


def _edition(index: int, reading: Reading, siglum: str, refs: Mapping[str, Ref]) -> dict[str, Any]:
    report, claims = reading.report, reading_order(reading.claims)
    findings = [_finding(f, f"r{index + 1}f{n}", refs) for n, f in enumerate(wording.by_severity(reading.findings), 1)]
    notes = _notes(index, reading, claims, findings, refs)
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
        "totals": _totals(reading.findings),
    }


def _totals(findings: Sequence[Finding]) -> list[tuple[str, int]]:
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
    index: int, reading: Reading, claims: Sequence[Claim], findings: Sequence[dict[str, Any]], refs: Mapping[str, Ref]
) -> list[Note]:
    """Each finding is told in full at the first claim it needs, and flagged at the others."""
    told: dict[str, list[dict[str, Any]]] = {}
    flagged: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        here = [ref.anchor for ref in finding["refs"] if ref.anchor.startswith(f"r{index + 1}c")]
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
                chain=_chain(claim),
                slots=[_clean_slot(slot) for slot in wording.slots(claim)],
                findings=told.get(anchor, []),
                flags=flagged.get(anchor, []),
                citation=wording.citation(reading.report, claim),
            )
        )
    return notes


def _chain(claim: Claim) -> list[tuple[str, str | None]]:
    acts = {"confirms", "denies", "speculates", "declines", "cites"}
    return [(wording.clean(source.name), source.act if source.act in acts else None) for source in claim.sources]


def _clean_slot(slot: wording.Slot) -> wording.Slot:
    words = wording.clean(slot.words)
    if slot.label == "time":
        words = words.replace(" ", "\u00a0")
    return wording.Slot(wording.clean(slot.label), words, wording.clean(slot.remark) if slot.remark else None)


def _finding(finding: Finding, anchor: str, refs: Mapping[str, Ref]) -> dict[str, Any]:
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
        "coverage": wording.coverage_words(finding),
        "here": True,
    }


def _incident(
    account: Account, readings: Sequence[Reading], sigla: Sequence[str], refs: Mapping[str, Ref]
) -> dict[str, Any]:
    figures = []
    if account.lanes:
        columns = [Column(sigla[i], short_time(readings[i].report.published)) for i in account.reports]
        key = [
            {"mark": "", "words": f"{s.lane} {s.text}, {s.by}", "refs": [refs[c] for c in s.claims if c in refs]}
            for s in account.said
        ]
        figures.append({"kind": "figures", "svg": timeline(columns, account.lanes), "key": key})
    if account.branches:
        labels = {ref: known.label for ref, known in refs.items()}
        key = [
            {"mark": mark, "words": wording.clean(with_labels(evidence, labels)), "refs": []}
            for mark, evidence in account.evidence
        ]
        figures.append({"kind": "stemma", "svg": stemma(account.nodes, account.branches), "key": key})
    return {"title": account.title, "meta": account.meta, "figures": figures, "estimates": account.estimates}


@lru_cache(maxsize=1)
def _template() -> tuple["Template", str, str]:
    """Template, style and script, read once."""
    from jinja2 import Environment, StrictUndefined

    folder = files("reportedly.pages") / "templates"
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((folder / "page.html.j2").read_text("utf-8"))
    return template, (folder / "page.css").read_text("utf-8"), (folder / "page.js").read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: nothing but this style and this script."""
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in (style, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )
