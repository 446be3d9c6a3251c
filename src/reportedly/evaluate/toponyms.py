"""Mentions of places annotated by hand in Russian and Ukrainian, against what the tool finds and where it puts them.

The annotations are in ``corpora/toponyms/mentions.jsonl``: offsets, places and the SHA-256 of each text. The texts are
found by their hashes in the two collections under ``../shared/data``.
"""

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.entities.places import resolve
from reportedly.entities.publishers import region_of
from reportedly.gazetteer import Gazetteer, distance_km
from reportedly.mentions.toponyms import find
from reportedly.model import Place, Report

MENTIONS = Path(__file__).resolve().parents[3] / "corpora" / "toponyms" / "mentions.jsonl"
COLLECTIONS = ("telegram_ru_2024.jsonl.gz", "viina_reports.jsonl.gz")
NEAR_KM = 30.0
Figures = dict[str, float | int | str]


def read_places(report: Report, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """All places of a report, with the publisher's region as prior."""
    language = report.language if report.language in ("en", "ru", "uk") else "en"
    mentions = find(report.text, language, gazetteer)
    return resolve(report, mentions, gazetteer, publisher_region=region_of(report.publisher))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of gzipped JSON lines. ``FileNotFoundError`` where it is not there."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def within(place: Place | None, lat: float, lon: float, limit: float = 161) -> bool:
    """Whether a place has a point at most ``limit`` kilometres away."""
    return bool(
        place
        and place.lat is not None
        and place.lon is not None
        and distance_km(place.lat, place.lon, lat, lon) <= limit
    )


def share(part: int, whole: int) -> float:
    """A share with three decimals; 0 of nothing is 0."""
    return round(part / whole, 3) if whole else 0.0


def toponyms(shared: Path, gazetteer: Gazetteer, errors: list[str], annotated: Path = MENTIONS) -> Figures:
    """Recall of the mentions, and the share put within 30 km: of all, of those held, of those below a region.

    Held: the gazetteer has a bearer of the name there. A mention without coordinates is one whose place the annotator
    could not tell; it is counted and not scored.
    """
    with annotated.open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    texts = _texts(shared / "data", {item["sha256"] for item in items})
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        if item["sha256"] in texts:
            _report(item, texts[item["sha256"]], gazetteer, tally[item["language"]], errors)
    for n in list(tally.values()):
        tally["all"].update(n)
    out: Figures = {}
    for language, n in sorted(tally.items()):
        out[f"{language} mentions"], out[f"{language} undetermined"] = n["all"], n["undetermined"]
        out[f"{language} recall"] = share(n["found"], n["all"])
        out[f"{language} within 30 km"] = share(n["near"], n["all"])
        out[f"{language} held"] = share(n["held"], n["all"])
        out[f"{language} within 30 km of held"] = share(n["held near"], n["held"])
        out[f"{language} within 30 km, below a region"] = share(n["fine near"], n["fine"])
    return out


def _texts(folder: Path, wanted: set[str]) -> dict[str, str]:
    texts = (row.get("text") or "" for name in COLLECTIONS for row in lines(folder / name))
    hashed = ((hashlib.sha256(text.encode()).hexdigest(), text) for text in texts)
    return {digest: text for digest, text in hashed if digest in wanted}


def _report(item: dict[str, Any], text: str, gazetteer: Gazetteer, n: Counter[str], errors: list[str]) -> None:
    language = item["language"]
    report = Report(
        id=item["id"], text=text, language=language, publisher=item["publisher"], published=item["published"]
    )
    places = [place for place in read_places(report, gazetteer) if place.span]
    for mention in item["mentions"]:
        if mention["lat"] is None:
            n["undetermined"] += 1
            continue
        start, end, lat, lon = (mention[key] for key in ("start", "end", "lat", "lon"))
        hit = next((p for p in places if p.span and p.span[0] < end and start < p.span[1]), None)
        near = within(hit, lat, lon, NEAR_KM)
        bearers = [*gazetteer.lookup(text[start:end], language), *gazetteer.lookup(mention["name"], "en")]
        held = any(
            e.lat is not None and e.lon is not None and distance_km(e.lat, e.lon, lat, lon) <= NEAR_KM for e in bearers
        )
        fine = mention["kind"] != "region"
        n.update({"all": 1, "found": hit is not None, "near": near, "held": held, "held near": held and near})
        n.update({"fine": fine, "fine near": fine and near})
        if not near:
            put = hit and (hit.name, hit.admin1, hit.country)
            errors.append(f"{item['id']} {text[start:end]!r} is {mention['name']}, {mention['country']}; put at {put}")
