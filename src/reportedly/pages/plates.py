"""The two drawings of an incident as inline SVG: its figures over time, and the stemma of its reports.

Only presentation attributes and our own classes are used, and foreign text is escaped: a drawing carries no style,
no script, no link.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH = 760
_LEFT = 118
_LETTERS = 17
_LANE = 74
_HEAD = 40


class Point(NamedTuple):
    """One figure in one report, printed as ``text`` ('45', '≥ 3'). ``low`` or ``high`` alone is an open bound.

    Points of one speaker (``by``) are joined by a line. ``note`` is set small below: whom alone it counts.
    """

    column: int
    low: float | None
    high: float | None
    text: str
    by: str = ""
    note: str = ""


class Column(NamedTuple):
    """A report in order of publication: its siglum and the short time below it."""

    siglum: str
    time: str


class Node(NamedTuple):
    """A report (with a siglum) or an origin that is none of the reports (with a name)."""

    id: str
    siglum: str | None
    name: str


class Branch(NamedTuple):
    """Descent from ``parent`` to ``child``; ``key`` is the letter of its evidence below; ``weak`` if it is a guess."""

    parent: str
    child: str
    key: str
    weak: bool


def timeline(columns: Sequence[Column], lanes: Mapping[str, Sequence[Point]], caption: str) -> Markup:
    """One lane a kind of figure, one column a report: what was said when, and how far the figures lie apart.

    ``caption`` is read out in place of the drawing.
    """
    step = (WIDTH - _LEFT) / max(1, len(columns))
    centre = [_LEFT + step * (i + 0.5) for i in range(len(columns))]
    height = _HEAD + _LANE * len(lanes) + 6
    parts = [_open(WIDTH, height, caption)]
    for x, column in zip(centre, columns, strict=True):
        parts.append(_label(x, 14, column.siglum, "sig", "middle", 15))
        parts.append(_label(x, 30, column.time, "quiet", "middle", 11))
        parts.append(Markup('<path class="grid" d="M{:.1f} {} V{}"/>').format(x, _HEAD, height - 4))
    for row, (name, points) in enumerate(lanes.items()):
        top = _HEAD + _LANE * row
        parts.append(Markup('<path class="axis" d="M0 {0:.1f} H{1}"/>').format(top + _LANE - 10, WIDTH))
        rows, foot = _wrapped(name, _LETTERS), top + _LANE - 18
        parts += [_label(0, foot - 16 * (len(rows) - 1 - i), r, "it", "start", 14) for i, r in enumerate(rows)]
        parts.append(_lane(points, centre, step, top))
    return _join([*parts, Markup("</svg>")])


def _lane(points: Sequence[Point], centre: Sequence[float], step: float, top: float) -> Markup:
    ends = [v for p in points for v in (p.low, p.high) if v is not None]
    least, most = min(ends, default=0.0), max(ends, default=1.0)

    def y(value: float) -> float:
        share = 0.5 if most == least else (value - least) / (most - least)
        return top + _LANE - 20 - share * (_LANE - 44)

    marks, at = [], _spread(points, centre, step)
    trails: defaultdict[str, list[str]] = defaultdict(list)
    for point, x in zip(points, at, strict=True):
        middle = point.high if point.low is None else point.low if point.high is None else (point.low + point.high) / 2
        if middle is None:
            continue
        trails[point.by].append(f"{x:.1f} {y(middle):.1f}")
        exact = point.low is not None and point.low == point.high
        if not exact:
            marks.append(_whisker(x, point, y))
        marks.append(
            Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="3.6"/>').format(
                "dot" if exact else "hollow", x, y(middle)
            )
        )
        rise = 18 if point.high is None else 8  # above the arrow of an open bound
        marks.append(_label(x, y(point.high or middle) - rise, point.text, "", "middle", 14))
        if point.note:
            marks.append(_label(x, y(middle) + 14, point.note, "quiet", "middle", 11))
    joined = [Markup('<path class="line" d="M{}"/>').format(" L".join(t)) for t in trails.values() if len(t) > 1]
    return _join([*joined, *marks])


def _spread(points: Sequence[Point], centre: Sequence[float], step: float) -> list[float]:
    """Several figures of one report stand side by side in its column, as they follow in its text."""
    together: defaultdict[int, int] = defaultdict(int)
    for point in points:
        together[point.column] += 1
    seen: defaultdict[int, int] = defaultdict(int)
    places = []
    for point in points:
        n, i = together[point.column], seen[point.column]
        seen[point.column] += 1
        places.append(centre[point.column] + (i - (n - 1) / 2) * min(30.0, step * 0.8 / n))
    return places


def _whisker(x: float, point: Point, y: Callable[[float], float]) -> Markup:
    if point.low is not None and point.high is not None:
        return Markup('<path class="range" d="M{0:.1f} {1:.1f} V{2:.1f}"/>').format(x, y(point.low), y(point.high))
    turn = -1 if point.high is None else 1
    at = y(point.low if point.low is not None else point.high or 0.0)
    return Markup('<path class="range" d="M{0:.1f} {1:.1f} v{2} m-3 {3} l3 {4} l3 {3}"/>').format(
        x, at + 3.6 * turn, 9 * turn, -3 * turn, 3 * turn
    )


def stemma(nodes: Sequence[Node], branches: Sequence[Branch], caption: str) -> Markup:
    """Who drew on whom: origins on top, each report below what it goes back to, the evidence keyed by letter.

    ``caption`` is read out in place of the drawing.
    """
    rows = _layers(nodes, branches)
    for _ in range(3):  # down and up a few times: enough to untangle what a page can show
        for row, others in (*zip(rows[1:], rows, strict=False), *zip(rows[-2::-1], rows[:0:-1], strict=False)):
            place = {name: (i + 0.5) / len(others) for i, name in enumerate(others)}
            row.sort(key=lambda name, place=place: _pull(name, branches, place))  # type: ignore[misc]
    known = {node.id: node for node in nodes}
    top = 24 if all(node.siglum for node in nodes) else 44
    at = {
        name: (WIDTH * (i + 0.5) / len(row), top + 96.0 * depth)
        for depth, row in enumerate(rows)
        for i, name in enumerate(row)
    }
    room = {name: WIDTH / len(row) for row in rows for name in row}
    parts = [_open(WIDTH, top + 22 + 96 * (len(rows) - 1), caption)]
    into: defaultdict[str, list[Branch]] = defaultdict(list)
    for branch in branches:
        into[branch.child].append(branch)
    for group in into.values():
        group.sort(key=lambda b: at[b.parent][0])
        parts += [_branch(b, at, 0.36 + 0.28 * (i % 3) / 2) for i, b in enumerate(group)]
    parts += [_node(known[name], x, y, room[name]) for name, (x, y) in at.items()]
    return _join([*parts, Markup("</svg>")])


def _layers(nodes: Sequence[Node], branches: Sequence[Branch]) -> list[list[str]]:
    """The longest way from an origin decides the row; a circle in the data is cut where it closes."""
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for branch in branches:
        parents[branch.child].append(branch.parent)
    depth: dict[str, int] = {}

    def measure(name: str, on_way: frozenset[str]) -> int:
        if name not in depth:
            above = [p for p in parents[name] if p not in on_way and p != name]
            depth[name] = max((measure(p, on_way | {name}) + 1 for p in above), default=0)
        return depth[name]

    for node in nodes:
        measure(node.id, frozenset())
    rows: list[list[str]] = [[] for _ in range(max(depth.values(), default=0) + 1)]
    for node in nodes:
        rows[depth[node.id]].append(node.id)
    return [row for row in rows if row]


def _pull(name: str, branches: Sequence[Branch], place: Mapping[str, float]) -> float:
    """The mean position of the neighbours in the other row."""
    near = [place[b.parent] for b in branches if b.child == name and b.parent in place]
    near += [place[b.child] for b in branches if b.parent == name and b.child in place]
    return sum(near) / len(near) if near else 0.5


def _branch(branch: Branch, at: Mapping[str, tuple[float, float]], t: float) -> Markup:
    """A curve, with its letter at the share ``t`` of the way, so that letters of neighbours do not meet."""
    (x1, y1), (x2, y2) = at[branch.parent], at[branch.child]
    y1, y2 = y1 + 16, y2 - 17
    bend = (y2 - y1) * 0.55
    line = Markup('<path class="edge{}" d="M{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}"/>').format(
        " weak" if branch.weak else "", x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2
    )
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (a + b) * x1 + (c + d) * x2, a * y1 + b * (y1 + bend) + c * (y2 - bend) + d * y2
    halo = Markup('<circle class="halo" cx="{:.1f}" cy="{:.1f}" r="7.5"/>').format(x, y)
    return line + halo + _label(x, y + 4, branch.key, "it quiet", "middle", 12)


def _node(node: Node, x: float, y: float, room: float) -> Markup:
    if node.siglum is None:
        rows = _wrapped(node.name, max(8, int(room / 6.6)))
        return _join([_label(x, y + 9 - 15 * (len(rows) - 1 - i), r, "it", "middle", 13) for i, r in enumerate(rows)])
    ring = Markup('<circle class="hollow" cx="{:.1f}" cy="{:.1f}" r="15"/>').format(x, y)
    return ring + _label(x, y + 5.5, node.siglum, "sig", "middle", 16)


def _wrapped(name: str, width: int) -> list[str]:
    """A name in at most three rows of about ``width`` letters."""
    rows = [""]
    for word in name.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    short = [row if len(row) <= width else row[: width - 1] + "…" for row in rows[:3]]
    return [*short[:-1], short[-1] + "…"] if len(rows) > 3 else short


def _open(width: float, height: float, label: str) -> Markup:
    return Markup('<svg viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}">').format(width, height, label)


def _label(x: float, y: float, text: str, kind: str, anchor: str, size: int) -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="{}">{}</text>').format(
        kind, x, y, anchor, size, escape(text)
    )


def _join(parts: Sequence[Markup]) -> Markup:
    return Markup("").join(parts)
