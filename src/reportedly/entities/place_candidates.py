"""Candidates for a name that no gazetteer holds: like in spelling, in the countries and regions that the text names.

Never linked: a reader may guess what was meant, the record only says what it could be.
"""

from rapidfuzz import fuzz, process

from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.keys import fold, stem_key
from reportedly.model import Candidate

LIMIT = 5
FLOOR = 62.0


def similar(
    text: str, language: str, gazetteer: Gazetteer, countries: list[str], regions: set[int]
) -> tuple[Candidate, ...]:
    """Up to five settlements of the given countries whose names are like ``text``, those of the regions first."""
    key = stem_key(fold(text))
    pool = gazetteer.alike(key[:2], tuple(countries or ("RU", "UA")))
    names = [name for name, _ in pool]
    best: dict[int, float] = {}
    for _, score, at in process.extract(key, names, scorer=fuzz.ratio, limit=40, score_cutoff=FLOOR):
        number = pool[at][1]
        best[number] = max(best.get(number, 0.0), score)
    found = []
    for number, score in best.items():
        entry = gazetteer.entry(number)
        if entry is None or entry.kind not in ("settlement", "district"):
            continue
        inside = entry.admin1_id in regions
        likeness = score / 100 + (0.15 if inside else 0.0) + min(0.1, entry.population / 5_000_000)
        reason = f"spelled alike ({score:.0f} %)" + (f", in {entry.admin1}, which the text names" if inside else "")
        found.append((likeness, entry, reason, score))
    found.sort(key=lambda x: -x[0])
    return tuple(
        Candidate(
            name=e.name,
            geonameid=e.geonameid if e.geonameid > 0 else None,
            lat=e.lat,
            lon=e.lon,
            confidence=round(min(0.8, like * 0.7), 3),
            reason=reason,
        )
        for like, e, reason, _ in found[:LIMIT]
    )
