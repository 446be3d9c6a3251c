"""The figures of an incident side by side, in the order in which they came out: drawn, in words, and as a table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportedly.incidents import IncidentSummary
from reportedly.incidents.figures import FigureHistory, Told
from reportedly.languages.labels import label_of
from reportedly.languages.telling import phrase
from reportedly.pages import wording
from reportedly.pages.plates import Point

_ORDER = ("killed", "injured", "missing", "detained", "launched", "intercepted", "hits")
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


class Row(NamedTuple):
    """What one voice gives in one report: the report's column; a cell a lane, empty where it gives none; the claims of
    each cell (``report#claim``)."""

    column: int
    cells: tuple[str, ...]
    by: str
    claims: tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """One telling in a lane, in words; ``part`` is whom alone it counts."""

    told: Told
    column: int
    part: str | None
    text: str


class Figures(NamedTuple):
    """``lanes`` are drawn, ``said`` is the same in words, a value a line, ``rows`` a table by time of publication,
    ``estimates`` one line a lane."""

    lanes: dict[str, list[Point]]
    said: list[Said]
    rows: list[Row]
    estimates: list[str]


class Lane(NamedTuple):
    """The figures of the same people or things, a named part of them among these: its ``name``, the history of the
    whole first, and all tellings by time of publication; in one report the whole before its parts, the past last."""

    name: str
    topic: str
    histories: tuple[FigureHistory, ...]
    shown: tuple[Shown, ...]


def lanes(s: IncidentSummary, columns: Mapping[str, int], language: str = "en") -> list[Lane]:
    """All figures of an incident, harm to people first. ``columns``: the place of each report by time."""
    rooms: defaultdict[tuple[str, str | None], list[FigureHistory]] = defaultdict(list)
    for h in s.figures:
        rooms[h.topic, h.place].append(h)
    found = []
    for topic, place in sorted(rooms, key=lambda key: (rank(key[0]), key[0], key[1] or "")):
        histories = sorted(rooms[topic, place], key=lambda h: (h.part is not None, h.part or ""))
        name = wording.clean(phrase({"topic": topic, "place": place}, language))
        found.append(Lane(name, topic, tuple(histories), tuple(_shown(histories, columns, language))))
    return found


def figures(s: IncidentSummary, columns: Mapping[str, int], language: str = "en") -> Figures:
    """The figures that two reports give; what is counted of one place of several is left to the text."""
    told = [lane for lane in lanes(s, columns, language) if _shared(lane)]
    return Figures(
        lanes={lane.name: _points(lane.shown, language) for lane in told},
        said=[said for lane in told for said in _said(lane)],
        rows=_rows([lane.shown for lane in told]),
        estimates=[line for lane in told if (line := _estimates(lane, language))],
    )


def _shared(lane: Lane) -> bool:
    several = len({x.told.report for x in lane.shown}) > 1
    return several and lane.histories[0].place is None and lane.topic.partition(".")[0] != "other"


def rank(topic: str) -> int:
    """The place of a kind of figure among others: harm to people first."""
    head = topic.partition(".")[0]
    return _ORDER.index(head) if head in _ORDER else len(_ORDER)


def _shown(histories: Sequence[FigureHistory], columns: Mapping[str, int], language: str) -> list[Shown]:
    shown = [
        Shown(t, columns[t.report], h.part, _text(t, h.part, language))
        for h in histories
        for t in h.timeline
        if t.report in columns
    ]
    return sorted(shown, key=lambda x: (x.column, x.told.recalled, x.part is not None))


def _text(told: Told, part: str | None, language: str) -> str:
    """A figure with what it is of, where it is not all and of now: "3 (workers)", "35 (earlier)"."""
    of = [_part(part, language)] if part else []
    of += [label_of(language)("earlier")] if told.recalled else []
    return f"{_bound(told.low, told.high)} ({', '.join(of)})" if of else _bound(told.low, told.high)


def _part(part: str | None, language: str) -> str:
    return wording.clean(phrase({"part": part}, language)) if part else ""


def _bound(low: float, high: float | None) -> str:
    if high is None:
        return f"≥ {wording.plain_number(low)}"
    if low == high:
        return wording.plain_number(low)
    return f"{wording.plain_number(low)}–{wording.plain_number(high)}" if low > 0 else f"≤ {wording.plain_number(high)}"


def _points(shown: Sequence[Shown], language: str) -> list[Point]:
    """What is drawn: of each report the figure of its own hour, a part only where it gives nothing more."""
    rooms: defaultdict[int, list[Shown]] = defaultdict(list)
    for x in shown:
        rooms[x.column].append(x)
    points = []
    for column, given in rooms.items():
        now = [x for x in given if not x.told.recalled] or given
        for x in [x for x in now if x.part is None] or now:
            t, note = x.told, _part(x.part, language)
            points.append(Point(column, t.low, t.high, _bound(t.low, t.high), t.by + note, note))
    return points


def _said(lane: Lane) -> list[Said]:
    rooms: dict[str, list[Told]] = {}
    for x in lane.shown:
        rooms.setdefault(x.text, []).append(x.told)
    return [
        Said(
            lane.name,
            text,
            wording.clean(", ".join(dict.fromkeys(t.by for t in told))),
            list(dict.fromkeys(t.claim for t in told)),
        )
        for text, told in rooms.items()
    ]


def _rows(lanes: Sequence[Sequence[Shown]]) -> list[Row]:
    rooms: dict[tuple[int, str], list[list[Shown]]] = {}
    for k, lane in enumerate(lanes):
        for x in lane:
            rooms.setdefault((x.column, x.told.by), [[] for _ in lanes])[k].append(x)
    return [
        Row(
            column,
            tuple(", ".join(dict.fromkeys(x.text for x in cell)) for cell in cells),
            wording.clean(by),
            tuple(tuple(dict.fromkeys(x.told.claim for x in cell)) for cell in cells),
        )
        for (column, by), cells in sorted(rooms.items(), key=lambda room: room[0][0])
    ]


def _estimates(lane: Lane, language: str) -> str:
    """Estimates by the rules of published codebooks, where the reports differ; never one number."""
    whole = [e for h in lane.histories if h.part is None for e in h.estimates]
    values = {_RULES[e.rule]: wording.plain_number(e.value) for e in whole if e.rule in _RULES}
    if len(set(values.values())) < 2:
        return ""
    label = label_of(language)
    return f"{lane.name}: " + ", ".join(f"{label(name)} {value}" for name, value in values.items())
