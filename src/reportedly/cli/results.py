"""Tables of links get their results written beside them: ``links.xlsx`` gets ``links.results.xlsx``, row for row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.cli.output import opened
from reportedly.model import Reading, Report
from reportedly.reports import InputProblem, Intake

if TYPE_CHECKING:
    from reportedly.reports.material import Limits

COLUMNS = tuple(
    f"reportedly_{name}"
    for name in "result report publisher published language title claims findings problem".split()
)
_SHEETS = (".xlsx", ".xls", ".ods")
_SUFFIXES = (*_SHEETS, ".csv", ".tsv")


class Results:
    """What became of each row of the tables among some inputs."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self._tables = [n for n in inputs if n.lower().endswith(_SUFFIXES) and "://" not in n]
        self._expected: dict[str, Intake] = {}
        self._found: defaultdict[tuple[str, str | None], list[tuple[Any, ...]]] = defaultdict(list)
        self._problems: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)

    def expected(self, intake: Intake) -> Intake:
        """Remember which row a report comes from."""
        if intake.name in self._tables:
            self._expected[intake.report.id] = intake
        return intake

    def read(self, reading: Reading) -> None:
        """What was read in a report that was expected."""
        intake = self._expected.get(reading.report.id)
        if intake is not None:
            self.take(intake, "read", reading.report, reading)

    def heard(self, problem: InputProblem) -> None:
        """A problem of one row."""
        if problem.name in self._tables:
            self._problems[problem.name, problem.where].append(problem.what)

    def take(self, intake: Intake, result: str, report: Report, reading: Reading | None) -> None:
        """What became of a report, and what was read in it."""
        if intake.name in self._tables:
            kinds = sorted({finding.kind for finding in reading.findings}) if reading else ()
            said = (report.id, report.publisher, report.published, report.language, report.title)
            counted = len(reading.claims) if reading else None
            self._found[intake.name, intake.where].append((result, *said, counted, ", ".join(kinds)))

    def write(self, limits: "Limits") -> Iterator[str]:
        """Write what is beside each table of links; yields the names of the files."""
        from reportedly.publish.exports import cells

        for name in self._tables:
            table = list(_rows(name, limits))
            if not table:
                continue
            widest = max(len(row) for _, row, _ in table)
            (_, head, named), rows = table[0], table[1:]
            columns = [*(head if named else ["url"]), *[""] * (widest - len(head) if named else widest - 1)]
            body = [
                (*row, *[""] * (widest - len(row)), *self._row(name, f"row {number}"))
                for number, row, _ in (rows if named else table)
            ]
            target = Path(name).with_suffix(f".results{'.xlsx' if name.lower().endswith(_SHEETS) else '.csv'}")
            made = datetime.now(UTC)
            parts = (
                cells.to_xlsx([*columns, *COLUMNS], body, made)
                if target.suffix == ".xlsx"
                else cells.to_csv([*columns, *COLUMNS], body)
            )
            with opened(str(target)) as stream:
                for part in parts:
                    stream.write(part)
            yield str(target)

    def _row(self, name: str, where: str) -> tuple[Any, ...]:
        """The cells of one row; of several reports (an address that holds many) one after another, claims added up."""
        found = self._found.get((name, where), [])
        problem = "; ".join(self._problems.get((name, where), []))
        if not found:
            return ("not read" if problem else "", *[""] * (len(COLUMNS) - 2), problem)
        *said, counts, kinds = zip(*found, strict=True)
        known = [count for count in counts if count is not None]
        return (*map(_joined, said), sum(known) if known else None, _joined(kinds), problem)


def _joined(values: Sequence[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _rows(name: str, limits: "Limits") -> Iterator[tuple[int, list[str], bool]]:
    """The rows of a table of links, each with its number and whether the first names the columns; none of any other."""
    from reportedly.reports.formats import table
    from reportedly.reports.material import Material, Unreadable

    try:
        data = Path(name).read_bytes()[: limits.file_bytes]
        rows = list(table.rows_of(Material(name=name, stem=name, data=data, captured="", limits=limits)))
    except (OSError, Unreadable):
        return
    columns = table.columns_of(rows[0][1]) if rows else {}
    if "url" in columns and "text" not in columns:
        named = table.headed(rows[0][1])
        yield from ((number, row, named) for number, row in rows)
