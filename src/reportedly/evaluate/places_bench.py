"""How well places are found and resolved, on the annotated reports and mentions and on four outside sets.

    python -m reportedly.evaluate.places_bench [SET...] [--shared FOLDER] [--errors N]

Sets: toponyms, dev, lgl, geowebnews, slavicner, cir, speed.

The sets lie outside the repository (`../shared`); one that is absent is left out with a line that says so.
"""

import argparse
import csv
import importlib.util
import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.entities.places import resolve
from reportedly.evaluate.toponyms import Figures, lines, read_places, share, toponyms, within
from reportedly.gazetteer import Gazetteer, distance_km, open_gazetteer
from reportedly.gazetteer.keys import agrees, fold
from reportedly.mentions.toponyms import find
from reportedly.model import Mention, Place, Report

SHARED = Path(__file__).resolve().parents[4] / "shared"


def _score_module(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dev(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """Recall of the gold's own (not inherited) places, precision of produced places against all of the report's."""
    score = _score_module(shared)
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for path in sorted((shared / "gold" / "dev").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        about = gold["report"]
        report = Report(**{k: about.get(k) for k in ("id", "publisher", "published", "language", "text")})
        places = read_places(report, gazetteer)
        wanted = {
            (p["text"], p["name"], p["country"], p["lat"], p["lon"], p["kind"]): p
            for c in gold["claims"]
            for p in c["places"]
            if not p.get("inherited")
        }
        tally = hits[about["language"]]
        for p in wanted.values():
            found = any(_overlap(p, s) and _same(score, p, s) for s in places)
            tally[0] += found
            tally[1] += 1
            if not found:
                near = [(s.text, s.name, s.country) for s in places if _overlap(p, s)]
                errors.append(f"missed {path.stem}: {p['text']!r} = {p['name']} ({p['kind']}); got {near}")
        every = [p for c in gold["claims"] for p in c["places"]]
        for s in places:
            if s.role is None:
                continue
            right = any(_same(score, p, s) for p in every)
            tally[2] += right
            tally[3] += 1
            if not right:
                start, end = s.span or (0, 0)
                around = about["text"][max(0, start - 30) : end + 20].replace("\n", " ")
                errors.append(f"extra {path.stem}: {s.text!r} = {s.name} ({s.country}) in …{around}…")
    out: Figures = {}
    hits["all"] = [sum(v[i] for v in list(hits.values())) for i in range(4)]
    for language, (got, gold_count, good, made) in sorted(hits.items()):
        out[f"{language} recall"] = share(got, gold_count)
        out[f"{language} precision"] = share(good, made)
    return out


def _overlap(gold: dict[str, Any], place: Place) -> bool:
    one, two = gold["text"].casefold(), place.text.casefold()
    return one in two or two in one


def _same(score: Any, gold: dict[str, Any], place: Place) -> bool:
    if not gold["name"] or not place.name:
        return not gold["name"] and not place.name and _overlap(gold, place)
    made = {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon, "kind": place.kind}
    return bool(score.same_place(gold, made))


def lgl(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """Local-Global Lexicon: recognition F1, and accuracy with the span given."""
    return _english(_lgl_rows(shared / "data" / "lgl.jsonl.gz"), gazetteer, errors)


def geowebnews(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """GeoWebNews, literal toponyms with coordinates."""
    return _english(_web_rows(shared / "data" / "geowebnews.jsonl.gz"), gazetteer, errors)


Toponym = tuple[int, int, int | None, float, float]


def _lgl_rows(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    for row in lines(path):
        yield (
            row["text"],
            [
                (
                    t["start"],
                    t["end"],
                    int(t["geonameid"]) if t.get("geonameid") else None,
                    float(t["lat"]),
                    float(t["lon"]),
                )
                for t in row["toponyms"]
                if t.get("lat")
            ],
        )


def _web_rows(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    for row in lines(path):
        yield (
            row["text"],
            [
                (int(t["start"]), int(t["end"]), int(t["geonamesID"]), float(t["latitude"]), float(t["longitude"]))
                for t in row["toponyms"]
                if t["type"] in ("Literal", "Mixed", "Embedded_Literal", "Coercion", "Metonymic", "Non_Literal")
                and str(t.get("geonamesID") or "").isdigit()
                and t.get("latitude")
            ],
        )


def _english(rows: Iterator[tuple[str, list[Toponym]]], gazetteer: Gazetteer, errors: list[str]) -> Figures:
    tp = fp = fn = near = exact = given = held = held_exact = end_to_end = 0
    for number, (text, gold) in enumerate(rows):
        report = Report(id=str(number), text=text, language="en")
        found = find(text, "en", gazetteer)
        spans = {(s, e) for s, e, *_ in gold}
        made = [m for m in found if not (m.label or "").startswith(("anaphor", "demonym", "unknown", "street"))]
        matched = {g for g in spans for m in made if m.start < g[1] and g[0] < m.end}
        good = [m for m in made if any(m.start < e and s < m.end for s, e in spans)]
        tp, fn = tp + len(matched), fn + len(spans) - len(matched)
        fp += len(made) - len(good)
        places = resolve(report, tuple(made), gazetteer)
        for s, e, number_, lat, lon in gold:
            hit = next((p for p in places if p.span and p.span[0] < e and s < p.span[1]), None)
            end_to_end += within(hit, lat, lon) or bool(hit and number_ and hit.geonameid == number_)
        asked = tuple(Mention(kind="toponym", start=s, end=e, label="name") for s, e, *_ in sorted(gold))
        answers = {p.span: p for p in resolve(report, asked, gazetteer)}
        for s, e, number_, lat, lon in gold:
            place = answers.get((s, e))
            given += 1
            holds = number_ is not None and any(x.geonameid == number_ for x in gazetteer.lookup(text[s:e], "en"))
            same = place is not None and number_ is not None and place.geonameid == number_
            right = same or within(place, lat, lon)
            near, exact, held, held_exact = near + right, exact + same, held + holds, held_exact + (holds and same)
            if not right and len(errors) < 400:
                errors.append(f"{text[s:e]!r} -> {place and (place.name, place.admin1, place.country)}; held {holds}")
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    whole_precision, whole_recall = end_to_end / max(1, tp + fp), end_to_end / max(1, given)
    return {
        "recognition P": round(precision, 3),
        "recognition R": round(recall, 3),
        "recognition F1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "acc@161km, span given": share(near, given),
        "exact id, span given": share(exact, given),
        "gold id held": share(held, given),
        "exact id where held": share(held_exact, held),
        "end-to-end recall@161km": share(end_to_end, given),
        "end-to-end F1@161km": round(
            2 * whole_precision * whole_recall / max(1e-9, whole_precision + whole_recall), 3
        ),
    }


def slavicner(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """Locations of SlavicNER (ru, uk), span by span, and their lemma by the gazetteer's names."""
    out: Figures = {}
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for row in lines(shared / "data" / "slavicner_ru_uk.jsonl.gz"):
        count = tally[row["lang"]]
        names = [(int(e["start"]), int(e["end"]), e) for e in row["entities"]]
        gold = [(s, e, n) for s, e, n in names if n["type"] == "LOC"]
        report = Report(id=row["doc"], text=row["text"], language=row["lang"])
        made = [p for p in read_places(report, gazetteer) if p.span and row["text"][p.span[0]].isupper()]
        for start, end, name in gold:
            hit = next((p for p in made if p.span and p.span[0] < end and start < p.span[1]), None)
            count["tp" if hit else "fn"] += 1
            if hit is None:
                errors.append(f"missed {row['lang']}: {name['text']} ({name['lemma']})")
            elif hit.text == name["text"] and hit.name:
                count["lemma asked"] += 1
                bearers = gazetteer.lookup(name["lemma"], row["lang"])
                inflected = agrees(fold(name["lemma"]), fold(hit.text))
                count["lemma"] += inflected or any(e.name == hit.name for e in bearers)
        for place in made:
            start, end = place.span or (0, 0)
            over = [n for s, e, n in names if s < end and start < e]
            if any(n["type"] == "LOC" for n in over):
                continue
            # a name inside an organisation, product or event is embedded there: neither right nor wrong
            if not over or any(n["type"] == "PER" for n in over):
                count["fp"] += 1
                around = row["text"][max(0, start - 25) : end + 15].replace("\n", " ")
                errors.append(f"extra {row['lang']}: {place.text} = {place.name} …{around}…")
    for language, count in sorted(tally.items()):
        precision = count["tp"] / max(1, count["tp"] + count["fp"])
        recall = count["tp"] / max(1, count["tp"] + count["fn"])
        out[f"{language} P"], out[f"{language} R"] = round(precision, 3), round(recall, 3)
        out[f"{language} F1"] = round(2 * precision * recall / max(1e-9, precision + recall), 3)
        out[f"{language} lemma"] = share(count["lemma"], count["lemma asked"])
    return out


def cir(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """Short descriptions of incidents of 2022: distance from the town (with its province) to the true point."""
    distances, baseline = [], []
    with (shared / "data" / "cir_events_2022.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            town, province = row["town/city"].strip(), row["province"].strip()
            if not town or not row["lat"]:
                continue
            text = f"in {town}, {province}" if province else f"in {town}"
            mentions = [Mention(kind="toponym", start=3, end=3 + len(town), label="name")]
            if province:
                mentions.append(Mention(kind="toponym", start=len(text) - len(province), end=len(text), label="name"))
            home = {"Ukraine": "UA", "Russia": "RU", "Belarus": "BY"}.get(row["country"].strip())
            places = resolve(
                Report(id="x", text=text, language="en"), tuple(mentions), gazetteer, publisher_region=home
            )
            distances.append(_km(places[0], float(row["lat"]), float(row["lon"])) if places else 9999.0)
            bearers = gazetteer.lookup(town, "en")
            top = max(bearers, key=lambda e: e.population) if bearers else None
            far = (
                distance_km(top.lat, top.lon, float(row["lat"]), float(row["lon"]))
                if top and top.lat and top.lon
                else 9999.0
            )
            baseline.append(far)
            if distances[-1] > 50:
                errors.append(f"{town}, {province}: {places[0].name if places else None} {distances[-1]:.0f} km")
    return {
        "rows": len(distances),
        "median km": round(statistics.median(distances), 1),
        "within 10 km": share(sum(d <= 10 for d in distances), len(distances)),
        "within 50 km": share(sum(d <= 50 for d in distances), len(distances)),
        "population only, within 10 km": share(sum(d <= 10 for d in baseline), len(baseline)),
        "population only, within 50 km": share(sum(d <= 50 for d in baseline), len(baseline)),
    }


def _km(place: Place, lat: float, lon: float) -> float:
    return 9999.0 if place.lat is None or place.lon is None else distance_km(place.lat, place.lon, lat, lon)


def speed(shared: Path, gazetteer: Gazetteer, errors: list[str]) -> Figures:
    """Texts of about 1 kB a second of processor time through find and resolve; warm look-ups a second; memory."""
    import resource

    texts = [
        r["text"] for _, r in zip(range(1500), lines(shared / "data" / "telegram_ru_2024.jsonl.gz"), strict=False)
    ]
    reports = [Report(id="x", text=t[:1000], language="ru") for t in texts if len(t) > 700][:600]
    started = time.process_time()
    for report in reports:
        read_places(report, gazetteer)
    spent = time.process_time() - started
    names = ["Ижевска", "Kharkiv", "Шебекинский округ", "Сумах", "Rostov Oblast"]
    looked = time.perf_counter()
    for _ in range(20_000):
        for name in names:
            gazetteer.lookup(name, "ru")
    rate = 100_000 / (time.perf_counter() - looked)
    return {
        "texts/s": round(len(reports) / spent),
        "warm look-ups/s": round(rate),
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


SETS = {
    "speed": speed,
    "toponyms": toponyms,
    "dev": dev,
    "lgl": lgl,
    "geowebnews": geowebnews,
    "slavicner": slavicner,
    "cir": cir,
}


def main(arguments: list[str] | None = None) -> int:
    """Prints one line a figure; 0 even where sets are absent."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=list(SETS))
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--errors", type=int, default=0)
    chosen = options.parse_args(arguments)
    gazetteer = open_gazetteer()
    for name in chosen.sets:
        errors: list[str] = []
        try:
            figures = SETS[name](chosen.shared, gazetteer, errors)
        except FileNotFoundError as missing:
            print(f"{name}: left out, {missing.filename} is not there")
            continue
        print(f"{name}: " + ", ".join(f"{k} {v}" for k, v in figures.items()))
        for line in errors[: chosen.errors]:
            print("   ", line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
