"""The family tree of an incident: which reports draw on which, with the evidence, and on how many legs it stands.

Explicit descent (``cites``, ``forwards``, ``verbatim``, ``names``) is what the texts show; suspected descent
(``rare_value``, ``rare_error``) is what only chance would otherwise explain. The number of independent origins is a
range: high if only explicit descent counts as copying, low if suspected descent and unnamed sources do as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import Any

import msgspec

from reportedly.languages.telling import tell
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.names import skeleton
from reportedly.lineage.origins import Origins, vaguely
from reportedly.lineage.series import counted
from reportedly.lineage.wording import contained, words
from reportedly.model import Edge

SOURCE = "source:"
"""Prefix of a parent that is not among the reports."""
RARE_BITS = 5.0
COPIED_WORDS = 8
COPIED_SHARE = 0.6
SUSPECTED = ("rare_value", "rare_error")


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A word that accounts go back to. ``named``: somebody who can be told from others, not only "residents"."""

    name: str
    side: str | None = None
    named: bool = True
    claims: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


class Legs(msgspec.Struct, frozen=True, kw_only=True):
    """Independent origins as a range, with the sides of the conflict on which the named ones stand."""

    low: int
    high: int
    sides: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


def _between(case: Case, board: Board) -> Iterator[Edge]:
    """Who names whom: an edge to the report of the one who is named, else to the name."""
    reports = case.reports
    publishers = {
        board.voices.canonical(r.report.publisher): r.report.id
        for r in board.readings
        if r.report.publisher and r.report.id in reports
    }
    for a in case.accounts:
        for n, source in enumerate(a.claim.sources):
            name = board.voices.canonical(source.name)
            ends = n in (0, len(a.claim.sources) - 1)  # whom the report has it from, and who vouches for it
            parent = publishers.get(name)
            if parent is not None and parent != a.report:
                yield _edge("cites", a.report, parent, claim=a.ref, name=name)
            elif ends and parent is None:
                yield _edge("names", a.report, SOURCE + name, claim=a.ref, name=name)
        forwarded = a.reading.report.forwarded_from
        origin = publishers.get(board.voices.canonical(forwarded)) if forwarded else None
        if origin is not None and origin != a.report:
            yield _edge("forwards", a.report, origin, name=forwarded)


def _copied(case: Case) -> Iterator[Edge]:
    """Runs of words that stand in two reports; the later one is the child."""
    long = [a for a in case.accounts if len(words(a.words)) >= COPIED_WORDS]
    for i, a in enumerate(long):
        for b in long[i + 1 :]:
            if a.report == b.report:
                continue
            share = contained(a.words, b.words)
            if share >= COPIED_SHARE:
                old, new = (a, b) if (a.told, a.report) <= (b.told, b.report) else (b, a)
                said = {"claim": new.ref, "other": old.ref, "share": round(100 * share)}
                yield _edge("verbatim", new.report, old.report, round(share, 2), **said)


class Rarity:
    """The null model: how many bits of surprise a shared figure carries, by its size and by how common it is here.

    Two texts agree on 2 by chance; on 4,788 hardly. A figure that many incidents have carries little.
    """

    def __init__(self, board: Board) -> None:
        self._seen: dict[tuple[str, float], set[str]] = defaultdict(set)
        for case in board.cases:
            for f in case.figures:
                self._seen[f.topic, f.range.low or f.range.high].add(case.incident)
        self._cases = max(1, len(board.cases))

    def bits(self, figure: Figure) -> float:
        value = figure.range.low or figure.range.high
        if vaguely(figure) or value in (0.0, float("inf")):
            return 0.0
        plain = value
        while plain >= 10 and plain % 10 == 0:
            plain /= 10
        common = len(self._seen[figure.topic, value]) / self._cases
        return max(0.0, log2(1.0 + plain) + min(0.0, -log2(common * self._cases)))


def _suspected(case: Case, origins: Origins, rarity: Rarity) -> Iterator[Edge]:
    """A rare figure without a named source, told before elsewhere; a place that nobody knows, in two reports."""
    told = sorted((f for f in case.figures if counted(f.account)), key=lambda f: (f.account.told, f.account.report))
    for i, late in enumerate(told):
        if late.account.claim.sources and late.account.voice.named:
            continue
        for early in told[:i]:
            same = early.topic == late.topic and early.range == late.range and early.part == late.part
            apart = early.account.report != late.account.report and origins[early.account] != origins[late.account]
            dated = early.account.told  # a report without a date cannot be shown to be the earlier one
            if same and apart and dated and rarity.bits(late) >= RARE_BITS:
                value = late.quantity.text or str(late.range.low)
                said = {"claim": late.ref, "other": early.ref, "value": value}
                weight = round(rarity.bits(late), 1)
                yield _edge("rare_value", late.account.report, early.account.report, weight, **said)
                break
    unknown: dict[str, list[Account]] = defaultdict(list)
    for a in case.accounts:
        for p in a.claim.places:
            if p.name is None:
                unknown[skeleton(p.text)].append(a)
    for accounts in unknown.values():
        for a in accounts[1:]:
            if a.report != accounts[0].report:
                yield _edge("rare_error", a.report, accounts[0].report, 8.0, claim=a.ref, other=accounts[0].ref)


def edges(board: Board, case: Case, origins: Origins, rarity: Rarity) -> tuple[Edge, ...]:
    """All edges of a case, the strongest of each kind between two, with how often it was seen in the evidence."""
    found: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in (*_between(case, board), *_copied(case), *_suspected(case, origins, rarity)):
        found[edge.child, edge.parent, edge.kind].append(edge)
    out = []
    for key in sorted(found):
        group = found[key]
        best = max(group, key=lambda e: (e.weight or 0.0, e.evidence))
        if len(group) > 1:
            params = {**best.params, "more": len(group) - 1}
            best = msgspec.structs.replace(best, params=params, evidence=_evidence(best.kind, params))
        out.append(best)
    return tuple(out)


def _edge(kind: str, child: str, parent: str, weight: float = 1.0, /, **params: Any) -> Edge:
    return Edge(
        child=child, parent=parent, kind=kind, evidence=_evidence(kind, params), params=params, weight=weight
    )


def _evidence(kind: str, params: Mapping[str, Any], language: str = "en") -> str:
    words = tell(f"edge.{kind}", params, language)
    more = params.get("more")
    return tell("edge.more", {"evidence": words, "count": more}, language) if more else words


def evidence(edge: Edge, language: str) -> str:
    """The evidence of an edge in a language; as it stands where only its words are known."""
    return _evidence(edge.kind, edge.params, language) if edge.params else edge.evidence


def legs(accounts: Sequence[Account], origins: Origins, tree: Sequence[Edge]) -> Legs:
    """The origins of some accounts. Verbatim copies have their parent's origin."""
    parent = {e.child: e.parent for e in tree if e.kind in ("verbatim", "forwards")}
    guessed = {e.child for e in tree if e.kind in SUSPECTED}
    rooms: dict[str, list[Account]] = defaultdict(list)
    first = {a.report: origins[a] for a in accounts if not a.claim.sources}
    for a in accounts:
        copied = a.report in parent and not a.claim.sources
        rooms[first.get(parent[a.report], origins[a]) if copied else origins[a]].append(a)
    known = [
        Origin(
            name=rows[0].voice.name if key.startswith(rows[0].voice.name) else key,
            side=next((a.voice.side for a in rows if a.voice.side), None),
            named=any(a.voice.named and not a.voice.own for a in rows),
            claims=tuple(a.ref for a in rows),
            reports=tuple(dict.fromkeys(a.report for a in rows)),
        )
        for key, rows in sorted(rooms.items())
    ]
    firm = [o for o in known if o.named]
    own = [o for o in known if not o.named and not set(o.reports) & guessed]
    sides = tuple(sorted({o.side for o in firm if o.side}))
    low = len(firm) if firm else min(1, len(own) or len(known))
    return Legs(low=low, high=len(known), sides=sides, origins=tuple(known))
