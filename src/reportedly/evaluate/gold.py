"""Annotated reports and systems' readings from disk, as plain JSON; and gold as the tool's own records."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from reportedly.evaluate.agreement import Json
from reportedly.model import Reading, Report, decode_reading

Reports: TypeAlias = dict[str, Json]
"""Report id to its object ``{report, claims, findings}``."""


class GoldError(ValueError):
    """A gold folder or a system's output that cannot be read; the message is one line for the user."""


def report_id(item: Json) -> str | None:
    """The id of a report object, wherever it stands."""
    report = item.get("report")
    if isinstance(report, dict):
        return report.get("id")
    return report if isinstance(report, str) else item.get("id")


def read_gold(folder: Path) -> Reports:
    """All annotated reports of a folder by id, in the order of their file names."""
    found: Reports = {}
    for path in sorted(folder.glob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(item, dict) or "claims" not in item or "report" not in item:
            continue
        key = str(report_id(item))
        if key in found:
            raise GoldError(f"{path}: report id {key!r} occurs twice")
        found[key] = item
    if not found:
        raise GoldError(f"no gold reports in {folder}")
    return found


def with_texts(gold: Reports, texts: Path | None) -> tuple[Reports, tuple[str, ...]]:
    """The reports that have a text, and one line for every report left out.

    Gold that may not carry its text gives the SHA-256 of it (UTF-8); the text is then ``<report id>.txt`` in ``texts``.
    """
    ready: Reports = {}
    missing: list[str] = []
    for key, item in gold.items():
        text, trouble = _text(key, item, texts)
        if text is None:
            missing.append(f"{key}: left out, {trouble}")
        else:
            ready[key] = {**item, "report": {**item["report"], "text": text}}
    if not ready:
        raise GoldError(f"no gold report has a text: {missing[0]}" if missing else "no gold reports")
    return ready, tuple(missing)


def _text(key: str, item: Json, texts: Path | None) -> tuple[str | None, str]:
    """The text of a report, or why there is none."""
    report = item["report"]
    if report.get("text") is not None:
        return str(report["text"]), ""
    if texts is None:
        return None, "its text is not in the repository (--texts FOLDER says where it is)"
    path = texts / f"{key}.txt"
    if not path.is_file():
        return None, f"no {path.name} among the texts"
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != report.get("sha256"):
        return None, f"{path.name} is not the text that was annotated (its SHA-256 differs)"
    return raw.decode("utf-8"), ""


def read_system(path: Path) -> Reports:
    """A system's JSON lines by report id; of two with the same id the later counts."""
    found: Reports = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                item = json.loads(line)
            except ValueError as error:
                raise GoldError(f"{path}:{number}: not JSON: {error}") from error
            found[str(report_id(item))] = item
    return found


def read_incidents(gold_dir: Path) -> dict[str, Json] | None:
    """``dev-incidents.json`` in the gold folder or beside it; ``None`` if there is none."""
    for path in (gold_dir / "dev-incidents.json", gold_dir.parent / "dev-incidents.json"):
        if path.exists():
            found: dict[str, Json] = json.loads(path.read_text(encoding="utf-8"))
            return found
    return None


def reports(gold: Mapping[str, Json]) -> Iterator[Report]:
    """The reports alone, as the tool is given them."""
    for item in gold.values():
        yield decode_reading(json.dumps({"report": item["report"]})).report


def reading(item: Json) -> Reading:
    """A gold report as records, findings completed: what a perfect reading would be."""
    findings = [_finding(str(report_id(item)), f) for f in item.get("findings") or []]
    return decode_reading(json.dumps({"report": item["report"], "claims": item["claims"], "findings": findings}))


def _finding(report: str, gold: Json) -> dict[str, Any]:
    claims = [ref if "#" in ref else f"{report}#{ref}" for ref in gold["claims"]]
    return {
        "kind": gold["kind"],
        "severity": "note",
        "claims": claims,
        "code": f"{gold['kind']}.gold",
        "explanation": gold["explanation"],
    }
