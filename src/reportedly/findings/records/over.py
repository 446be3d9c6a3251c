"""Ordinals and tolls over all reports at hand: each question put to what every other report tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.findings.records.asking import answered
from reportedly.findings.records.compiling import questions
from reportedly.findings.records.occurrences import Occurrence, of_reading
from reportedly.findings.records.told import told
from reportedly.findings.wording import explain
from reportedly.lineage.geo import FINENESS, fineness
from reportedly.lineage.voices import side_of
from reportedly.model import Finding, Place, Reading


class Known:
    """The attacks and tolls at hand: by degree of latitude and longitude, for fine places, and by country."""

    def __init__(self, found: Iterable[Occurrence]) -> None:
        self.cells: dict[tuple[int, int], list[Occurrence]] = defaultdict(list)
        self.lands: dict[str | None, list[Occurrence]] = defaultdict(list)
        for one in found:
            for cell in {c for p in one.places if (c := _cell(p)) is not None}:
                self.cells[cell].append(one)
            for land in {p.country for p in one.places}:
                self.lands[land].append(one)

    def near(self, place: Place) -> Sequence[Occurrence]:
        """Those at a place, or so near that they may lie inside it."""
        cell = _cell(place)
        if cell is None or fineness(place) > FINENESS["district"]:
            return self.lands[place.country]
        y, x = cell
        found = {id(o): o for i in (-1, 0, 1) for j in (-1, 0, 1) for o in self.cells.get((y + i, x + j), ())}
        return tuple(found.values())


def _cell(place: Place) -> tuple[int, int] | None:
    return (int(place.lat // 1), int(place.lon // 1)) if place.lat is not None and place.lon is not None else None


def over(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each ordinal or "deadliest" that another report has something to; what a report answers by
    itself is told there.
    """
    queries = [(reading, query) for reading in readings for query in questions(reading)]
    if not queries or len(readings) < 2:
        return
    known = Known(o for reading in readings for o in of_reading(reading))
    for reading, query in queries:
        answer = answered(query, known.near, side_of)
        own = tuple(f"{reading.report.id}#{c.id}" for c in query.claims)
        if answer is None or all(ref.startswith(f"{reading.report.id}#") for ref in answer.refs):
            continue
        code, severity, params = told(query, answer)
        yield Finding(
            kind=code.partition(".")[0],
            attribute="killed" if query.of == "killed" else "time",
            severity=severity,
            claims=tuple(dict.fromkeys((*own, *answer.refs))),
            code=code,
            params=params,
            explanation=explain(code, params),
            coverage=answer.coverage,
        )
