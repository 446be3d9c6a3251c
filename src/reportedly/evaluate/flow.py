"""Run the whole flow over the gold and score what comes out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from reportedly.evaluate.agreement import Json
from reportedly.evaluate.finding_scores import FindingScores, finding_table, score_across, score_findings, score_origins
from reportedly.evaluate.gold import read_gold, read_incidents, report_id, reports, with_texts
from reportedly.evaluate.scoring import Scores, number, score, table
from reportedly.model import Finding, Reading, Report, encode


class Flow(Protocol):
    """The steps that are measured; ``reportedly.pipeline`` is the one that ships."""

    def read(self, report: Report, /) -> Reading: ...

    def check(self, reading: Reading, /) -> Reading: ...

    def link(self, readings: Sequence[Reading], /) -> Sequence[Reading]: ...

    def weigh(self, readings: Sequence[Reading], /) -> Sequence[Finding]: ...


@dataclass(frozen=True)
class Result:
    """Claims and findings of one run. ``findings`` is keyed by language, ``all`` first; ``across`` and ``origins`` need
    incidents. ``origins``: precision, recall and F1 of the pairs of claims said to have one origin.

    ``left_out`` names the reports whose text was not to be had. Gold without ``findings`` is not scored on them.
    """

    claims: Scores
    findings: dict[str, FindingScores]
    across: FindingScores | None
    origins: tuple[float, float, float] | None = None
    left_out: tuple[str, ...] = ()


def evaluate(gold_dir: Path, *, boot: int = 1000, flow: Flow | None = None, texts: Path | None = None) -> Result:
    """Read, check, link and weigh every gold report, and score it. ``boot`` 0 leaves out the 95 % intervals.

    ``texts`` is the folder with the texts of gold that does not carry them. Raises ``GoldError`` if the folder holds no
    gold, or none with a text.
    """
    gold, left_out = with_texts(read_gold(gold_dir), texts)
    steps = flow or _shipped()
    readings = steps.link([steps.check(steps.read(report)) for report in reports(gold)])
    result = score_run(gold, readings, steps.weigh(readings), read_incidents(gold_dir), boot=boot)
    return replace(result, left_out=left_out)


def score_run(
    gold: Mapping[str, Json],
    readings: Sequence[Reading],
    across: Sequence[Finding],
    incidents: Mapping[str, Json] | None,
    *,
    boot: int = 1000,
) -> Result:
    """Score linked readings and the findings across them, as records."""
    system = {str(report_id(item)): item for item in map(_plain, readings)}
    languages = sorted({str(item["report"]["language"]) for item in gold.values()})
    judged = {i: item for i, item in gold.items() if "findings" in item}
    findings = {"all": score_findings(judged, system, boot=boot)} if judged else {}
    for language in languages:
        part = {i: item for i, item in judged.items() if item["report"]["language"] == language}
        if part:
            findings[language] = score_findings(part, system, boot=boot)
    found = [_plain(f) for f in across]
    return Result(
        claims=score(gold, system, boot=boot),
        findings=findings,
        across=score_across(gold, system, found, incidents, boot=boot) if incidents else None,
        origins=score_origins(gold, system, found, incidents) if incidents else None,
    )


def tables(result: Result) -> str:
    """All figures as text, overall and per language, with 95 % intervals."""
    parts = [table("ALL", result.claims.overall)]
    parts += [table(language, figures) for language, figures in result.claims.languages.items()]
    parts += [finding_table(f"findings, {name}", scores) for name, scores in result.findings.items()]
    if result.across:
        parts.append(finding_table("findings across reports", result.across))
    if result.origins:
        precision, recall, f1 = map(number, result.origins)
        parts.append(f"pairs of claims of one origin: precision {precision} recall {recall} F1 {f1}")
    if result.left_out:
        parts.append("\n".join(result.left_out))
    return "\n\n".join(parts)


def _plain(record: Reading | Finding) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(encode(record))
    return plain


def _shipped() -> Flow:
    from reportedly import pipeline

    return pipeline
