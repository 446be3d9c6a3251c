"""Floors under measured quality: a build below one fails; they go up by themselves and down only when told so.

A floor file is TOML, one table a language (``all`` for the whole set), one line a metric. Metrics are those of
``METRICS`` (F1), the same with ``_all`` (F1 with unpaired claims counted), ``incident_b3``, ``evidence`` (mean
intersection over union), ``findings_recall``, ``findings_precision``, and in ``all`` also ``across_recall``,
``across_precision``.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from reportedly.evaluate.figures import Figures
from reportedly.evaluate.finding_scores import FindingScores
from reportedly.evaluate.flow import Result

Floors: TypeAlias = dict[str, dict[str, float]]
"""Language to metric to floor."""

HEAD = """\
# Floors under measured quality (F1 unless the name says otherwise); `make floors` fails below one.
# Raise them with `reportedly evaluate corpora/gold --floors corpora/floors.toml --set`;
# that never lowers one unless `--lower` is given too.
"""


@dataclass(frozen=True)
class Shortfall:
    """A measured value under its floor; ``measured`` is ``None`` where nothing could be measured."""

    language: str
    metric: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        measured = "nothing to measure" if self.measured is None else f"{self.measured:.3f}"
        return f"{self.language}.{self.metric}: {measured}, floor {self.floor:.3f}"


def measured(result: Result) -> dict[str, dict[str, float | None]]:
    """Every value that a floor may stand under, by language and metric."""
    values = {"all": _values(result.claims.overall)}
    values |= {language: _values(figures) for language, figures in result.claims.languages.items()}
    for language, scores in result.findings.items():
        values[language] |= _finding_values("findings", scores)
    if result.across:
        values["all"] |= _finding_values("across", result.across)
    return values


def _values(figures: Figures) -> dict[str, float | None]:
    values = {name: figure.f1 for name, figure in figures.metrics.items()}
    values |= {f"{name}_all": f.all_f1 for name, f in figures.metrics.items() if f.all_f1 is not None}
    return values | {"evidence": figures.evidence_iou}


def _finding_values(name: str, scores: FindingScores) -> dict[str, float | None]:
    return {f"{name}_recall": scores.recall, f"{name}_precision": scores.precision}


def read_floors(path: Path) -> Floors:
    """The floors of a file. ``ValueError`` if it is not a table of tables of numbers from 0 to 1."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error
    for language, table in tables.items():
        if not isinstance(table, dict):
            raise ValueError(f"{path}: {language} is not a table")
        for metric, floor in table.items():
            if isinstance(floor, bool) or not isinstance(floor, (int, float)) or not 0 <= floor <= 1:
                raise ValueError(f"{path}: {language}.{metric} is not a number from 0 to 1")
    return tables


def shortfalls(result: Result, floors: Mapping[str, Mapping[str, float]]) -> list[Shortfall]:
    """All values under their floors. A floor above zero under something that was not measured is one too."""
    values = measured(result)
    found = []
    for language, table in floors.items():
        for metric, floor in table.items():
            value = values.get(language, {}).get(metric)
            if floor > 0 and (value is None or value < floor - 1e-9):
                found.append(Shortfall(language, metric, floor, value))
    return found


def raised(result: Result, floors: Mapping[str, Mapping[str, float]], *, lower: bool = False) -> Floors:
    """The same floors moved to what was measured (rounded down to two digits); never down unless ``lower``."""
    values = measured(result)
    new: Floors = {}
    for language, table in floors.items():
        new[language] = {}
        for metric, floor in table.items():
            value = values.get(language, {}).get(metric)
            at = 0.0 if value is None else math.floor(value * 100 + 1e-9) / 100
            new[language][metric] = at if lower else max(at, floor)
    return new


def write_floors(path: Path, floors: Mapping[str, Mapping[str, float]]) -> None:
    """Write a floor file."""
    blocks = [
        "\n".join([f"[{language}]", *(f"{metric} = {floor:.2f}" for metric, floor in table.items())])
        for language, table in floors.items()
    ]
    path.write_text(HEAD + "\n" + "\n\n".join(blocks) + "\n", encoding="utf-8")
