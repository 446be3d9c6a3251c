"""Crimea and Sevastopol are Ukraine's and marked as disputed on every layer, whatever a source says."""

import pytest

from reportedly.gazetteer import Gazetteer, open_gazetteer

CRIMEA, SEVASTOPOL = 703883, 694422


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    "name",
    ["Crimea", "Крым", "Криму", "Республика Крым", "Sevastopol", "Севастополе", "Simferopol", "Симферополь", "Джанкой"]
    + ["Керчь", "Феодосії", "Yalta", "Saky air base", "Belbek", "Новофёдоровка", "Кача"],
)
def test_by_name(gazetteer: Gazetteer, name: str) -> None:
    places = [
        e
        for e in gazetteer.lookup(name, "ru")
        if e.admin1_id in (CRIMEA, SEVASTOPOL) or e.geonameid in (CRIMEA, SEVASTOPOL)
    ]
    assert places and all(e.country == "UA" and e.disputed for e in places)


def test_no_place_there_is_anybody_elses(gazetteer: Gazetteer) -> None:
    wrong = gazetteer._base.execute(
        "SELECT count(*) FROM place WHERE (admin1 IN (?,?) OR id IN (?,?)) AND (country IS NOT 'UA' OR flags & 1 = 0)",
        (CRIMEA, SEVASTOPOL, CRIMEA, SEVASTOPOL),
    ).fetchone()
    assert wrong == (0,)


def test_polygons(gazetteer: Gazetteer) -> None:
    ukraine, russia = gazetteer.country("UA"), gazetteer.country("RU")
    assert ukraine is not None and russia is not None
    for lat, lon in ((44.95, 34.1), (44.58, 33.53), (45.3, 36.4), (45.7, 34.4)):
        assert gazetteer.contains(ukraine.geonameid, lat, lon) is True
        assert gazetteer.contains(russia.geonameid, lat, lon) is False
        region = gazetteer.region_at(lat, lon)
        assert region is not None and region.country == "UA" and region.disputed


def test_neighbours(gazetteer: Gazetteer) -> None:
    names = {e.name for e in gazetteer.neighbours(CRIMEA)}
    assert (
        names <= {"Kherson Oblast", "Sevastopol", "Zaporizhzhia Oblast"} and {"Kherson Oblast", "Sevastopol"} <= names
    )


def test_distance_to_the_border(gazetteer: Gazetteer) -> None:
    """Simferopol lies some 300 km from the land border with Russia: Perekop is no border of states."""
    far = gazetteer.border_distance_km(44.95, 34.1, "UA", "RU")
    assert far is not None and far > 200
    near = gazetteer.border_distance_km(46.15, 33.67, "UA", "RU")
    assert near is not None and near > 200


def test_containment_chain(gazetteer: Gazetteer) -> None:
    town = next(e for e in gazetteer.lookup("Simferopol", "en") if e.kind == "settlement")
    assert [e.name for e in gazetteer.chain(town.geonameid)][-2:] == ["Crimea", "Ukraine"]


@pytest.mark.parametrize("name", ["Донецк", "Луганск", "Мелитополь", "Мариуполь", "Donetsk People's Republic", "ЛНР"])
def test_occupied_places_are_ukraines(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name, "ru")[0].country == "UA"
