"""Incidents as several reports tell them: title, the figures that each report gave, and who goes back to whom."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.incidents import IncidentSummary, summary
from reportedly.incidents.stemma import SOURCE, SUSPECTED
from reportedly.incidents.stemma import evidence as evidence_of
from reportedly.languages.labels import label_of
from reportedly.languages.telling import tell
from reportedly.model import Edge, Place, Reading
from reportedly.pages import wording
from reportedly.pages.edition import Ref
from reportedly.pages.figures import Figures, figures
from reportedly.pages.plates import Branch, Column, Node, stemma, timeline

MOST = 12
"""Incidents shown on one page; the rest are in the data."""
_EVENTS = ("strike", "bombing", "clash", "capture", "disaster", "explosion", "interception", "protest", "agreement")


class Account(NamedTuple):
    """An incident as several reports tell it.

    ``reports`` are positions among the inputs, by time of publication; columns of ``figures`` are positions in them.
    """

    title: str
    meta: str
    reports: list[int]
    figures: Figures
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
    nodes, branches, evidence = _tree(s, [(readings[i].report.id, sigla[i]) for i in told], language)
    return Account(
        title=wording.clean(title(s, readings, language)),
        meta=_meta(s, [sigla[i] or readings[i].report.id for i in told], language),
        reports=told,
        figures=figures(s, columns, language),
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
    return headed(main_event(s, readings), s.place, language)


def headed(event: str, place: Place | None, language: str = "en") -> str:
    """An event and its place as a heading."""
    told = label_of(language)(event)
    name = place.name or place.text if place else None
    words = tell("incident.title", {"event": told, "place": name}, language) if name else told
    return words[:1].upper() + words[1:]


def lead(events: Collection[str]) -> str | None:
    """Of several events the one that the others follow from; ``None`` where there is none."""
    return next((e for e in _EVENTS if e in events), next(iter(events), None))


def main_event(s: IncidentSummary, readings: Sequence[Reading]) -> str:
    """The event that most of its claims assert; what happened before what followed from it."""
    wanted = set(s.claims)
    told = [c for r in readings for c in r.claims if f"{r.report.id}#{c.id}" in wanted]
    asserted = [c for c in told if c.polarity == "affirmed"]
    events: Counter[str] = Counter(c.event for c in asserted or told)
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


def short_time(published: str | None, language: str = "en", utc: bool = False) -> str:
    """Day and hour of publication, for a narrow column; with ``utc`` by one clock ("06:10Z")."""
    if not published:
        return label_of(language)("undated")
    at = wording.moment(published, utc)
    if at is None:
        return ""
    day = label_of(language)(f"{at.day} {at:%B}")
    day = day[: day.index(" ") + 4]
    return f"{day} {at:%H:%M}{wording.zulu(at, utc)}" if len(published) > 10 else day


def column_times(published: Iterable[str | None], language: str, utc: bool) -> Iterator[str]:
    """Short times that stand side by side: a day that is that of the time before is not said again."""
    before = ""
    for one in published:
        told = short_time(one, language, utc)
        day, _, hour = told.rpartition(" ") if ":" in told else (told, "", "")
        yield hour if hour and day == before else told
        before = day


def drawn(
    account: Account,
    readings: Sequence[Reading],
    sigla: Sequence[str],
    refs: Mapping[str, Ref],
    language: str = "en",
) -> dict[str, Any]:
    """An incident for the ``plates`` macro: its drawings with the words to them, each linked to its claims."""
    plates = []
    told = account.figures
    if told.lanes:
        utc = wording.several_clocks(readings[i].report.published for i in account.reports)
        times = column_times((readings[i].report.published for i in account.reports), language, utc)
        columns = [Column(sigla[i], time) for i, time in zip(account.reports, times, strict=True)]
        caption = tell("figures.drawn", {"lanes": ", ".join(told.lanes)}, language)
        key = [
            {"mark": "", "words": f"{s.lane} {s.text}, {s.by}", "refs": [refs[c] for c in s.claims if c in refs]}
            for s in told.said
        ]
        plates.append({"kind": "figures", "svg": timeline(columns, told.lanes, caption), "key": key})
    if account.branches:
        labels = {ref: known.label for ref, known in refs.items()}
        key = [
            {"mark": mark, "words": wording.clean(with_labels(evidence, labels)), "refs": []}
            for mark, evidence in account.evidence
        ]
        tree = stemma(account.nodes, account.branches, tell("stemma.drawn", {}, language))
        plates.append({"kind": "stemma", "svg": tree, "key": key})
    return {"title": account.title, "meta": account.meta, "figures": plates, "estimates": told.estimates}
