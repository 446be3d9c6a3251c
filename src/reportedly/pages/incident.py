"""Incidents as several reports tell them: title, the figures that each report gave, and who goes back to whom."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.incidents import IncidentSummary, summary
from reportedly.incidents.figures import FigureHistory
from reportedly.incidents.stemma import SOURCE, SUSPECTED
from reportedly.incidents.stemma import evidence as evidence_of
from reportedly.languages.labels import label_of
from reportedly.languages.telling import phrase, tell
from reportedly.model import Edge, Reading
from reportedly.pages import wording
from reportedly.pages.edition import Ref
from reportedly.pages.plates import Branch, Column, Node, Point, stemma, timeline

MOST = 12
"""Incidents shown on one page; the rest are in the data."""
_ORDER = ("killed", "injured", "missing", "detained", "launched", "intercepted", "hits")
_EVENTS = ("strike", "bombing", "clash", "capture", "disaster", "explosion", "interception", "protest", "agreement")
_RULES = {
    "ucdp.low": "low",
    "ucdp.best": "best",
    "ucdp.high": "high",
    "acled.conservative": "most conservative",
    "last_official": "last official",
}


class Said(NamedTuple):
    """One value of one lane with everybody who gave it, and where (``report#claim``)."""

    lane: str
    text: str
    by: str
    claims: list[str]


class Account(NamedTuple):
    """An incident as several reports tell it.

    ``reports`` are positions among the inputs, by time of publication; a point's column is a position in them.
    ``lanes`` are the kinds of figure worth drawing, ``said`` the same in words, ``estimates`` one line a lane.
    """

    title: str
    meta: str
    reports: list[int]
    lanes: dict[str, list[Point]]
    said: list[Said]
    estimates: list[str]
    nodes: list[Node]
    branches: list[Branch]
    evidence: list[tuple[str, str]]


def accounts(readings: Sequence[Reading], sigla: Sequence[str], language: str = "en") -> list[Account]:
    """The incidents that several of the reports tell of, the most widely told first. Readings must be linked."""
    if len(readings) < 2:
        return []
    shared = [s for s in summary(readings) if len(s.reports) > 1]
    return [account(s, readings, sigla, language) for s in shared[:MOST]]


def account(
    s: IncidentSummary, readings: Sequence[Reading], sigla: Sequence[str], language: str = "en"
) -> Account:
    """What the pages show of one incident, its captions in a language."""
    position = {reading.report.id: i for i, reading in enumerate(readings)}
    told = sorted({position[r] for r in s.reports if r in position}, key=lambda i: (_moment(readings[i]), i))
    columns = {readings[i].report.id: column for column, i in enumerate(told)}
    histories = list(_histories(s))
    nodes, branches, evidence = _tree(s, [(readings[i].report.id, sigla[i]) for i in told], language)
    return Account(
        title=wording.clean(title(s, readings, language)),
        meta=_meta(s, [sigla[i] or readings[i].report.id for i in told], language),
        reports=told,
        lanes={_lane(h, language): _points(h, columns) for h in histories},
        said=[said for h in histories for said in _said(h, language)],
        estimates=[line for h in histories if (line := _estimates(h, language))],
        nodes=nodes,
        branches=branches,
        evidence=evidence,
    )


def _moment(reading: Reading) -> float:
    """Seconds for ordering; undated reports last. A time without an offset is taken as UTC."""
    try:
        at = datetime.datetime.fromisoformat(reading.report.published or "")
    except ValueError:
        return float("inf")
    return (at if at.tzinfo else at.replace(tzinfo=datetime.UTC)).timestamp()


def title(s: IncidentSummary, readings: Sequence[Reading], language: str = "en") -> str:
    """What happened where, in a few words."""
    event = label_of(language)(main_event(s, readings))
    name = s.place.name or s.place.text if s.place else None
    words = tell("incident.title", {"event": event, "place": name}, language) if name else event
    return words[:1].upper() + words[1:]


def main_event(s: IncidentSummary, readings: Sequence[Reading]) -> str:
    """The event that most of its claims tell of; what happened before what followed from it."""
    wanted = set(s.claims)
    events: Counter[str] = Counter(c.event for r in readings for c in r.claims if f"{r.report.id}#{c.id}" in wanted)
    known = {event: events[event] for event in _EVENTS if events[event]}
    return max(known, key=lambda e: known[e]) if known else events.most_common(1)[0][0]


def _meta(s: IncidentSummary, names: Sequence[str], language: str) -> str:
    days = [d for d in dict.fromkeys((s.start, s.end)) if d]
    parts = [" – ".join(label_of(language)(wording.day(d)) for d in days)] if days else []
    told = {"claims": len(s.claims), "reports": len(names), "names": ", ".join(names)}
    parts.append(tell("incident.told", told, language))
    legs = s.legs
    count = {"low": legs.low, "high": legs.high}
    origins = [tell("incident.origin" if legs.high == 1 else "incident.origins", {"count": count}, language)]
    if legs.sides:
        origins.append(tell("incident.sides", {"count": len(legs.sides)}, language))
    whole = [tell("incident.part_of", {"whole": s.part_of}, language)] if s.part_of else []
    return wording.clean(" · ".join([*parts, ", ".join(origins), *whole]))


def _histories(s: IncidentSummary) -> Iterator[FigureHistory]:
    """Whole figures that two reports give, or that one report moves; parts and places are left to the text."""
    whole = [h for h in s.figures if h.part is None and h.place is None and h.topic.partition(".")[0] != "other"]
    whole.sort(key=lambda h: (rank(h.topic), h.topic))
    for history in whole:
        if len({t.report for t in history.timeline}) > 1:
            yield history


def rank(topic: str) -> int:
    """The place of a kind of figure among others: harm to people first."""
    head = topic.partition(".")[0]
    return _ORDER.index(head) if head in _ORDER else len(_ORDER)


def _lane(history: FigureHistory, language: str) -> str:
    return wording.clean(phrase({"topic": history.topic}, language))


def _points(history: FigureHistory, columns: Mapping[str, int]) -> list[Point]:
    points = [
        Point(columns[t.report], t.low, t.high, _bound(t.low, t.high), t.by)
        for t in history.timeline
        if t.report in columns
    ]
    return sorted(points, key=lambda p: p.column)


def _bound(low: float, high: float | None) -> str:
    if high is None:
        return f"≥ {wording.plain_number(low)}"
    if low == high:
        return wording.plain_number(low)
    return f"{wording.plain_number(low)}–{wording.plain_number(high)}" if low > 0 else f"≤ {wording.plain_number(high)}"


def _said(history: FigureHistory, language: str) -> list[Said]:
    rooms: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for t in history.timeline:
        by, claims = rooms[_bound(t.low, t.high)]
        by.append(t.by)
        claims.append(t.claim)
    return [
        Said(_lane(history, language), text, wording.clean(", ".join(dict.fromkeys(by))), list(dict.fromkeys(claims)))
        for text, (by, claims) in rooms.items()
    ]


def _estimates(history: FigureHistory, language: str) -> str:
    """Estimates by the rules of published codebooks, where the reports differ; never one number."""
    values = {_RULES[e.rule]: wording.plain_number(e.value) for e in history.estimates if e.rule in _RULES}
    if len(set(values.values())) < 2:
        return ""
    label = label_of(language)
    return f"{_lane(history, language)}: " + ", ".join(f"{label(name)} {value}" for name, value in values.items())


def _tree(
    s: IncidentSummary, witnesses: Sequence[tuple[str, str]], language: str
) -> tuple[list[Node], list[Branch], list[tuple[str, str]]]:
    """Nodes, branches, keyed evidence. Outside sources only where named, and vouching for the event or cited twice."""
    reports = dict(witnesses)
    named = Counter(e.parent for e in s.edges if e.parent.startswith(SOURCE))
    vouching = {SOURCE + origin.name for origin in s.legs.origins if origin.named}
    vague = {SOURCE + origin.name for origin in s.legs.origins if not origin.named}
    rooms: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in s.edges:
        several = named[edge.parent] > 1 and edge.parent not in vague
        outside = edge.parent.startswith(SOURCE) and (several or edge.parent in vouching)
        if edge.child in reports and (outside or edge.parent in reports):
            rooms[edge.parent, edge.child].append(edge)
    nodes = [Node(parent, None, wording.clean(parent.removeprefix(SOURCE))) for parent in _outside(rooms)]
    nodes += [Node(report, siglum or wording.clean(report), wording.clean(report)) for report, siglum in witnesses]
    branches, evidence = [], []
    for n, ((parent, child), group) in enumerate(rooms.items()):
        key = _letters(n)
        branches.append(Branch(parent, child, key, all(e.kind in SUSPECTED for e in group)))
        evidence.append((key, "; ".join(evidence_of(e, language) for e in group)))
    return nodes, branches, evidence


def _outside(rooms: Mapping[tuple[str, str], Sequence[Edge]]) -> list[str]:
    return list(dict.fromkeys(parent for parent, _ in rooms if parent.startswith(SOURCE)))


def _letters(n: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return (letters[n // 26 - 1] if n >= 26 else "") + letters[n % 26]


def with_labels(evidence: str, labels: Mapping[str, str]) -> str:
    """Evidence with ``report#claim`` replaced by the label that the claim has on the page."""
    return re.sub(r"\S+#c\d+", lambda m: labels.get(m[0], m[0]), evidence)


def short_time(published: str | None, language: str = "en") -> str:
    """Day and hour of publication, for a narrow column."""
    if not published:
        return label_of(language)("undated")
    try:
        at = datetime.datetime.fromisoformat(published)
    except ValueError:
        return ""
    day = label_of(language)(f"{at.day} {at:%B}")
    day = day[: day.index(" ") + 4]
    return f"{day} {at:%H:%M}" if len(published) > 10 else day


def drawn(
    account: Account,
    readings: Sequence[Reading],
    sigla: Sequence[str],
    refs: Mapping[str, Ref],
    language: str = "en",
) -> dict[str, Any]:
    """An incident for the ``plates`` macro: its drawings with the words to them, each linked to its claims."""
    figures = []
    if account.lanes:
        columns = [Column(sigla[i], short_time(readings[i].report.published, language)) for i in account.reports]
        caption = tell("figures.drawn", {"lanes": ", ".join(account.lanes)}, language)
        key = [
            {"mark": "", "words": f"{s.lane} {s.text}, {s.by}", "refs": [refs[c] for c in s.claims if c in refs]}
            for s in account.said
        ]
        figures.append({"kind": "figures", "svg": timeline(columns, account.lanes, caption), "key": key})
    if account.branches:
        labels = {ref: known.label for ref, known in refs.items()}
        key = [
            {"mark": mark, "words": wording.clean(with_labels(evidence, labels)), "refs": []}
            for mark, evidence in account.evidence
        ]
        tree = stemma(account.nodes, account.branches, tell("stemma.drawn", {}, language))
        figures.append({"kind": "stemma", "svg": tree, "key": key})
    return {"title": account.title, "meta": account.meta, "figures": figures, "estimates": account.estimates}
