"""A claims table that an editor edited, taken back: each change becomes a decision under her name.

Nothing is overwritten. A row whose claim was changed since the export is left out and named; a cell that was not edited
changes nothing; the same table taken twice changes nothing the second time.
"""

from collections.abc import Iterator, Set
from typing import Any

from msgspec import Struct, to_builtins

from reportedly.ledger import Ledger, LedgerError
from reportedly.model import Claim
from reportedly.publish.exports.cells import bare
from reportedly.publish.exports.claims import EDITABLE, SEVERAL, row, text
from reportedly.publish.gate import Published
from reportedly.publish.outgoing import Outgoing
from reportedly.reports.formats.table import rows_of
from reportedly.reports.intake import iso
from reportedly.reports.material import Material
from reportedly.review import decide
from reportedly.review.decisions import corrected

_JUDGED = ("accept", "reject", "hide")
_COARSE = 10
"""Characters of a date without a time of day."""


class Change(Struct, frozen=True, kw_only=True):
    """What a row asks for: a decision of ``kind`` about a claim; ``cells``: column, what was there, what is there."""

    ref: str
    kind: str
    value: dict[str, Any]
    reason: str | None
    cells: tuple[tuple[str, str, str], ...] = ()


class Refused(Struct, frozen=True, kw_only=True):
    """A row that is left out: its claim, or its number where it names none, and why."""

    where: str
    why: str


def changes(out: Outgoing, material: Material, reason: str) -> Iterator[Change | Refused]:
    """What a table asks for, row by row. ``reason`` stands where a row has no ``note``.

    Raises ``Unreadable`` for what is no table, ``LedgerError`` for one without the columns ``ref`` and ``seal``.
    """
    rows = rows_of(material)
    names = [name.strip().lower() for name in next(rows, (0, []))[1]]
    if not {"ref", "seal"} <= set(names):
        raise LedgerError("no column named ref, or none named seal: not a table that export made")
    claims = {f"{r.report.id}#{c.id}": c for r in out.found.readings for c in r.claims}
    for number, cells in rows:
        edited = dict(zip(names, (bare(cell.strip()) for cell in cells), strict=False))
        ref = edited.get("ref", "")
        published = out.by_ref.get(ref)
        if published is None:
            yield Refused(where=ref or f"row {number}", why="no such claim, or the gate holds it now")
            continue
        yield from _asked(edited, published, claims[ref], reason, out.found.accepted)


def take(ledger: Ledger, change: Change, *, by: str) -> None:
    """Put a change on record. Raises ``LedgerError`` where it makes no sense."""
    decide(ledger, change.kind, change.ref, by=by, value=change.value, reason=change.reason)


def _asked(
    edited: dict[str, str], published: Published, claim: Claim, reason: str, accepted: Set[str]
) -> Iterator[Change | Refused]:
    ref = published.ref
    current = {name: text(value) for name, value in row(published).items()}
    cells = tuple((n, current[n], edited[n]) for n in EDITABLE if n in edited and edited[n] != current[n])
    if cells and edited["seal"] != current["seal"]:
        yield Refused(where=ref, why="changed in the ledger since the export: export it again")
        return
    note = edited.get("note") or reason
    if cells:
        try:
            value = _fields(claim, {name: after for name, _, after in cells}, {name: was for name, was, _ in cells})
            corrected(claim, value)
        except (ValueError, LedgerError) as error:
            yield Refused(where=ref, why=str(error))
            return
        yield Change(ref=ref, kind="correct", value=value, reason=note, cells=cells)
    judged = edited.get("decision", "").lower()
    if judged == "accept" and ref in accepted:
        return
    if judged in _JUDGED:
        yield Change(ref=ref, kind=judged, value={}, reason=note)
    elif judged:
        yield Refused(where=ref, why=f"decision {judged}: there are {', '.join(_JUDGED)}")


def _fields(claim: Claim, cells: dict[str, str], was: dict[str, str]) -> dict[str, Any]:
    """Edited cells as fields of a claim. Raises ``ValueError`` for a cell that makes no sense."""
    fields: dict[str, Any] = {name: cells[name] for name in ("event", "polarity", "certainty") if name in cells}
    if "actor" in cells:
        fields["actor"] = {"name": cells["actor"]} if cells["actor"] else None
    if {"target", "target_kind"} & set(cells):
        fields["target"] = _target(claim, cells)
    if {"start", "end", "precision"} & set(cells):
        fields["time"] = _time(claim, cells)
    people = [name for name in ("killed", "injured") if name in cells]
    if people:
        fields["quantities"] = _quantities(claim, {name: cells[name] for name in people}, was)
    return fields


def _target(claim: Claim, cells: dict[str, str]) -> dict[str, Any] | None:
    before = claim.target
    name = cells.get("target", before.name if before else "")
    kind = cells.get("target_kind", before.kind if before else "")
    return {"name": name, "kind": kind} if name or kind else None


def _time(claim: Claim, cells: dict[str, str]) -> dict[str, Any] | None:
    before: dict[str, Any] = to_builtins(claim.time) if claim.time else {"text": ""}
    time = before | {name: cells[name] for name in ("start", "end", "precision") if name in cells}
    if not time.get("start") and not time.get("end"):
        return None
    for name in ("start", "end"):
        if iso(time.get(name) or "") is None:
            raise ValueError(f"{name} {time.get(name)}: not an ISO date (a spreadsheet may have turned it round)")
    if time["start"] > time["end"]:
        raise ValueError(f"start {time['start']} is after end {time['end']}")
    dates = len(time["start"]) == _COARSE and len(time["end"]) == _COARSE
    if dates and "precision" not in cells and time.get("precision") in ("minute", "hour", None):
        time["precision"] = "day"
    return time


def _quantities(claim: Claim, cells: dict[str, str], was: dict[str, str]) -> list[dict[str, Any]]:
    """All figures of the claim, with those of the edited cells as they are now."""
    kept: list[dict[str, Any]] = [to_builtins(quantity) for quantity in claim.quantities]
    for of, cell in cells.items():
        at = [n for n, quantity in enumerate(kept) if quantity["of"] == of]
        if was[of] == SEVERAL or len(at) > 1:
            raise ValueError(f"{of}: the claim gives several figures; correct them at the desk")
        if not cell:
            if any(quantity.get("part_of") is not None for quantity in kept):
                raise ValueError(f"{of}: other figures are parts of it; correct them at the desk")
            kept = [quantity for quantity in kept if quantity["of"] != of]
            continue
        low, high, value = _size(of, cell)
        said = {"value": value, "low": low, "high": high, "bound": _bound(low, high, value)}
        if at:
            kept[at[0]] = {**kept[at[0]], **said}
        else:
            kept.append({"of": of, "text": "", **said})
    return kept


def _size(of: str, cell: str) -> tuple[int | None, int | None, int | None]:
    low, dots, high = cell.partition("..")
    try:
        ends = tuple(int(end) if end else None for end in (low.strip(), high.strip()))
    except ValueError:
        ends = (None, None)
    known = [end for end in ends if end is not None]
    if not known or min(known) < 0 or known != sorted(known):
        raise ValueError(f"{of} {cell}: not a figure (3, 3..5, 3.. or ..5)")
    return (ends[0], ends[1], None) if dots else (None, None, ends[0])


def _bound(low: int | None, high: int | None, value: int | None) -> str:
    if value is not None:
        return "exact"
    return "range" if low is not None and high is not None else "at_least" if high is None else "at_most"
