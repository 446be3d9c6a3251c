"""An incident as its page shows it: a synopsis of who says what, every figure with its sentence, what does not hold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf, Telling
from reportedly.desk.shown import account_card, finding_card, refs_of, report_card, sentence
from reportedly.incidents import IncidentSummary
from reportedly.incidents.figures import Estimate
from reportedly.incidents.grades import Grade
from reportedly.languages.telling import tell as words
from reportedly.lineage.board import Account
from reportedly.model import Finding
from reportedly.pages import wording
from reportedly.pages.edition import Ref, sigla, totals
from reportedly.pages.figures import Lane, Shown, lanes
from reportedly.pages.incident import account, drawn, title

RULES = {
    "ucdp.low": ("low", "UCDP: the lowest of each speaker's last figure"),
    "ucdp.best": ("best", "UCDP: the last count of a body that counts for itself, else of an authority"),
    "ucdp.high": ("high", "UCDP: the highest figure that somebody named stands behind"),
    "acled.conservative": ("most conservative", "ACLED: the most conservative estimate"),
    "last_official": ("last official", "the last figure of an authority"),
}
SCHEMES = {"airwars": "Airwars", "admiralty": "Admiralty code"}


def shown(shelf: Shelf, telling: Telling, language: str) -> dict[str, Any]:
    """All values of the incident's template. ``language``: of explanations and captions."""
    s, readings = telling.summary, telling.readings
    signs = [letter or "A" for letter in sigla(readings)]
    refs = refs_of(readings, letters=signs)
    by_ref = {a.ref: a for a in telling.accounts}
    whole = account(s, readings, signs, language)
    columns = {readings[i].report.id: column for column, i in enumerate(whole.reports)}
    utc = wording.several_clocks(r.report.published for r in readings)
    findings = _findings(shelf, telling.findings, refs, language)

    def with_sentences(findings: Iterable[Finding]) -> list[dict[str, Any]]:
        told = _findings(shelf, tuple(findings), refs, language)
        return [
            {**one, "anchor": f"{raw.kind[:1]}{n}", "lines": _lines(raw.claims, by_ref, refs)}
            for n, (one, raw) in enumerate(told, 1)
        ]

    return {
        "id": wording.clean(s.id),
        "title": wording.clean(title(s, readings, language)),
        "days": _days(s),
        "claim_count": len(s.claims),
        "scale": s.scale,
        "part_of": addresses.incident(s.part_of) if s.part_of else None,
        "part_of_name": wording.clean(s.part_of or ""),
        "parts": [(addresses.incident(part), wording.clean(part)) for part in telling.parts],
        "totals": totals(telling.findings),
        "reports": [{**report_card(r.report, r), "siglum": sign} for sign, r in zip(signs, readings, strict=True)],
        "drawn": drawn(whole, readings, signs, refs, language),
        "figures": [_figure(lane, by_ref, refs, language, utc) for lane in lanes(s, columns, language)],
        "columns": _columns(telling.accounts, refs),
        "contradictions": with_sentences(f for f in telling.findings if f.relation == "conflict"),
        "drift": with_sentences(f for f in telling.findings if f.kind == "certainty_drift"),
        "aside": [finding_card(shelf, f, f"a{n}", refs, language) for n, f in enumerate(telling.aside, 1)],
        "others": [f for f, raw in findings if raw.relation != "conflict" and raw.kind != "certainty_drift"],
        "withheld": [
            {"by": wording.clean(w.by), "what": w.what, "lines": _lines(w.claims, by_ref, refs)} for w in s.withheld
        ],
        "against": _lines(s.against_interest, by_ref, refs),
        "grades": [
            (SCHEMES.get(g.scheme, g.scheme), _suggested(g), wording.clean(words(g.code, g.params, language)))
            for g in s.grades
        ],
        "origins": [
            {
                "name": wording.clean(o.name),
                "raw": o.name,
                "side": _clean(o.side),
                "named": o.named,
                "refs": _refs(o.claims, refs),
            }
            for o in s.legs.origins
        ],
        "legs": s.legs,
        "sides": [wording.clean(side) for side in s.legs.sides],
        "at": shelf.seq,
        "path": addresses.incident(s.id),
        "citation": _citation(telling, shelf.seq, shelf.moment),
    }


def _suggested(grade: Grade) -> str:
    """What a scheme suggests: of the Admiralty code the digit alone; the letter stands with each source."""
    return grade.grade[-1] if grade.scheme == "admiralty" else grade.grade


def _days(summary: IncidentSummary) -> str:
    ends = dict.fromkeys(end[:10] for end in (summary.start, summary.end) if end)
    return " – ".join(wording.day(end) for end in ends) or "undated"


def _clean(text: str | None) -> str | None:
    return wording.clean(text) if text else None


def _refs(claims: Sequence[str], refs: Mapping[str, Ref]) -> list[Ref]:
    return [refs[c] for c in claims if c in refs]


def _line(ref: str, by_ref: Mapping[str, Account], refs: Mapping[str, Ref]) -> dict[str, Any] | None:
    """A claim as one quoted sentence with its voice."""
    if ref not in by_ref or ref not in refs:
        return None
    a = by_ref[ref]
    return {
        "ref": refs[ref],
        "by": wording.clean(a.voice.name),
        "publisher": wording.clean(a.reading.report.publisher or "publisher unknown"),
        "day": wording.day(a.reading.report.published) or "undated",
        "sentence": sentence(a.reading, a.claim),
    }


def _lines(claims: Sequence[str], by_ref: Mapping[str, Account], refs: Mapping[str, Ref]) -> list[dict[str, Any]]:
    return [line for ref in claims if (line := _line(ref, by_ref, refs)) is not None]


def _findings(
    shelf: Shelf, findings: Sequence[Finding], refs: Mapping[str, Ref], language: str
) -> list[tuple[dict[str, Any], Finding]]:
    ordered = wording.by_severity(tuple(findings))
    return [(finding_card(shelf, f, f"f{n}", refs, language), f) for n, f in enumerate(ordered, 1)]


def _figure(
    lane: Lane, by_ref: Mapping[str, Account], refs: Mapping[str, Ref], language: str, utc: bool
) -> dict[str, Any]:
    """One kind of figure: all tellings in their order, and what the rules make of the whole."""
    whole = lane.histories[0] if lane.histories[0].part is None else None
    known = [e for e in whole.estimates if e.rule in RULES] if whole else []
    agreed = len({e.value for e in known}) == 1 and len(known) > 1
    return {
        "what": lane.name,
        "told": [_told(x, by_ref, refs, utc) for x in lane.shown],
        "estimates": [_estimate(e, refs) for e in (known[:1] if agreed else known)],
        "agreed": agreed,
    }


def _told(shown: Shown, by_ref: Mapping[str, Account], refs: Mapping[str, Ref], utc: bool) -> dict[str, Any]:
    told = shown.told
    return {
        "at": wording.day(told.at, utc=utc) or "undated",
        "text": shown.text,
        "by": wording.clean(told.by),
        "side": _clean(told.side),
        "recalled": told.recalled,
        "line": _line(told.claim, by_ref, refs),
    }


def _estimate(estimate: Estimate, refs: Mapping[str, Ref]) -> dict[str, Any]:
    name, rule = RULES[estimate.rule]
    return {
        "name": name,
        "rule": rule,
        "value": wording.plain_number(estimate.value),
        "by": wording.clean(estimate.by),
        "ref": refs.get(estimate.claim),
    }


def _columns(accounts: Sequence[Account], refs: Mapping[str, Ref]) -> list[dict[str, Any]]:
    """The claims by the voice that vouches for them, those who say most first."""
    rooms: dict[str, list[Account]] = {}
    for a in accounts:
        rooms.setdefault(a.voice.key, []).append(a)
    ordered = sorted(rooms.values(), key=lambda rows: (not rows[0].voice.named, -len(rows), rows[0].told))
    return [
        {
            "name": wording.clean(rows[0].voice.name),
            "href": addresses.source(rows[0].voice.name),
            "kind": rows[0].voice.kind,
            "side": _clean(rows[0].voice.side),
            "own": rows[0].voice.own,
            "claims": [account_card(a, refs) for a in rows],
        }
        for rows in ordered
    ]


def _citation(telling: Telling, at: int, moment: str | None) -> str:
    s = telling.summary
    parts = [
        title(s, telling.readings),
        f"{len(s.claims)} claims in {len(s.reports)} report{'s' if len(s.reports) != 1 else ''}",
        f"Reportedly ledger, entry {at}" + (f" of {moment[:19]}Z" if moment else ""),
        f"{addresses.incident(s.id)}?at={at}",
    ]
    return wording.clean(" · ".join(parts))
