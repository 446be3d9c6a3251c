"""Candidates for a name that no gazetteer holds: like in spelling, in the countries and regions that the text names.

Never linked: a reader may guess what was meant, the record only says what it could be.
"""

from rapidfuzz import fuzz, process

from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.keys import fold, stem_key
from reportedly.model import Candidate

LIMIT = 5
FLOOR = 62.0
NEARBY_FLOOR = 52.0


def similar(
    text: str, gazetteer: Gazetteer, countries: list[str], regions: set[int], named: set[int]
) -> tuple[Candidate, ...]:
    """Up to five settlements of the given countries whose names are like ``text``, the likeliest first.

    ``regions`` and ``named`` hold the ids of regions and of places that the text names: a slip of the pen most often
    garbles a name that stands nearby, so these are taken from a lower likeness on.
    """
    key = stem_key(fold(text))
    pool = gazetteer.alike(key[:2], tuple(countries or ("RU", "UA")))
    names = [name for name, _ in pool]
    best: dict[int, float] = {}
    for _, score, at in process.extract(key, names, scorer=fuzz.ratio, limit=250, score_cutoff=NEARBY_FLOOR):
        number = pool[at][1]
        best[number] = max(best.get(number, 0.0), score)
    found = []
    for number, score in best.items():
        entry = gazetteer.entry(number)
        if entry is None or entry.kind not in ("settlement", "district"):
            continue
        inside, same = entry.admin1_id in regions, number in named
        if score < FLOOR and not inside and not same:
            continue
        likeness = score / 100 + 0.15 * inside + 0.2 * same + min(0.1, entry.population / 5_000_000)
        reason = f"spelled alike ({score:.0f} %)"
        if same or inside:
            reason += ", named in the text" if same else f", in {entry.admin1}, which the text names"
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
