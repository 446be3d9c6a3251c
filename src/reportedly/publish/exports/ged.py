"""A table of incidents in the shape of UCDP GED 25.1: its 49 columns in its order, one row a deadly incident.

Shaped like it, not by it. Conflicts, dyads and sides have numbers that only UCDP gives, and the type of violence is a
judgement: they stay empty. ``best``, ``high`` and ``low`` are made by its rules (``ucdp.*``, `incidents.figures`).
"""

from collections.abc import Iterator
from math import floor
from typing import Any

from reportedly.publish.exports.cells import number, to_csv
from reportedly.publish.exports.countries import country
from reportedly.publish.incidents import PublishedIncident
from reportedly.publish.outgoing import Outgoing

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id "
    "side_b number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
    "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians "
    "deaths_unknown best high low gwnoa gwnob"
).split()
_WHERE = {"facility": 1, "settlement": 1, "district": 3, "region": 4, "area": 5, "country": 6}
_DAYS = {"minute": 1, "hour": 1, "part_of_day": 1, "day": 1, "week": 3, "month": 4, "year": 5}


def write(out: Outgoing) -> Iterator[bytes]:
    """One row an incident of which deaths are told."""
    urls = {cited.id: cited for cited in out.reports}
    rows = (_row(incident, urls) for incident in out.incidents if deadly(incident))
    return to_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows), mark=False)


def deadly(incident: PublishedIncident) -> bool:
    """Whether somebody says that it happened, and somebody named gives at least one death (an event of GED has one)."""
    return incident.affirmed and (incident.deaths("ucdp.high") or 0) >= 1


def _row(incident: PublishedIncident, urls: dict[str, Any]) -> dict[str, Any]:
    place = incident.place
    home = country(place.country) if place else None
    low, best, high = (number(incident.deaths(f"ucdp.{rule}")) for rule in ("low", "best", "high"))
    told = [urls[report] for report in incident.reports if report in urls]
    point = place is not None and place.lat is not None and place.lon is not None
    return {
        "id": int(incident.id, 16),
        "relid": incident.id,
        "year": incident.start[:4] if incident.start else None,
        "number_of_sources": len(incident.publishers),
        "source_article": "; ".join(cited.url for cited in told if cited.url),
        "source_office": "; ".join(incident.publishers),
        "source_date": "; ".join(dict.fromkeys(cited.published[:10] for cited in told if cited.published)),
        "source_original": "; ".join(
            dict.fromkeys(e.by for f in incident.figures if f.topic.startswith("killed") for e in f.estimates)
        ),
        "where_prec": _WHERE.get(place.kind or "") if place else None,
        "where_coordinates": place.name if place else None,
        "where_description": f"square of {place.km:g} km" if place and place.km else None,
        "adm_1": (place.name if place.kind == "region" else place.admin1) if place else None,
        "adm_2": (place.name if place.kind == "district" else place.admin2) if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place and point else None,
        "priogrid_gid": _cell(place.lat or 0.0, place.lon or 0.0) if place and point else None,
        "country": home.name if home else None,
        "country_id": home.gw if home else None,
        "region": home.ucdp_region if home else None,
        "event_clarity": 1 if incident.scale == "local" else 2,
        "date_prec": _date_precision(incident),
        "date_start": incident.start,
        "date_end": incident.end,
        "deaths_unknown": best,
        "best": best,
        "high": high,
        "low": low,
    }


def _date_precision(incident: PublishedIncident) -> int | None:
    """1 one day, 2 two to six days (a night over midnight), 3 a week, 4 a month, 5 more (GED codebook)."""
    found = _DAYS.get(incident.precision or "")
    return 2 if found == 1 and incident.start != incident.end else found


def _cell(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID (half a degree, counted from the south west)."""
    return floor((lat + 90) * 2) * 720 + floor((lon + 180) * 2) + 1
