# ruff: noqa: E501
"""What a page about an incident is drawn from: legs, family tree, figures by speaker."""

import msgspec
import pytest

from reportedly.incidents import link, summary
from reportedly.incidents.summary import IncidentSummary
from tests.incidents.build import claim, report

DAY = "2025-07-01"
GOVERNOR = report(
    "own", "2025-07-01T13:20", claim("strike", at="Izhevsk", on=DAY, arms="drone"), claim("casualties", injured="45", killed="3"),
    publisher="telegram:brechalov_udm",
)  # fmt: skip
WIRE = report(
    "wire", "2025-07-01T16:40", claim("strike", at="Izhevsk", on=DAY, by="Alexander Brechalov"),
    claim("casualties", at="Izhevsk", on=DAY, by="Alexander Brechalov", injured="45"),
    claim("strike", at="Kupol plant", on=DAY, by="source in the SBU", kind="anonymous"),
)  # fmt: skip
DIGEST = report(
    "digest", "2025-07-02T09:00", claim("strike", at="Izhevsk", on=DAY),
    claim("casualties", at="Izhevsk", on=DAY, by="Alexander Brechalov", injured="35"),
)  # fmt: skip


@pytest.fixture(scope="module")
def izhevsk() -> IncidentSummary:
    return summary(link((DIGEST, WIRE, GOVERNOR)))[0]


def test_a_wire_that_names_a_publisher_descends_from_its_report(izhevsk: IncidentSummary) -> None:
    assert ("wire", "own", "cites") in {(e.child, e.parent, e.kind) for e in izhevsk.edges}


def test_legs_are_a_range_and_say_their_sides(izhevsk: IncidentSummary) -> None:
    assert (izhevsk.legs.low, izhevsk.legs.high, izhevsk.legs.sides) == (2, 3, ("RU", "UA"))


def test_a_relay_that_gives_less_than_the_speaker_is_no_last_word(izhevsk: IncidentSummary) -> None:
    (injured,) = [f for f in izhevsk.figures if f.topic == "injured"]
    assert {e.rule: e.value for e in injured.estimates}["last_official"] == 45
    assert [t.text for t in injured.timeline] == ["45", "45", "35"]


def test_a_local_strike_is_part_of_the_night_raid() -> None:
    raid = report(
        "mod", "2025-06-07", claim("strike", at="Ukraine", on="2025-06-06..2025-06-07", launched="206 drones")
    )
    town = report("town", "2025-06-07", claim("strike", at="Kharkiv", on="2025-06-06..2025-06-07"))
    local, wave = sorted(summary(link((raid, town))), key=lambda s: s.scale)
    assert (local.scale, wave.scale, local.part_of) == ("local", "wave", wave.id)


def test_a_town_is_part_of_its_region_and_that_of_the_countrys_night() -> None:
    night = "2025-06-30..2025-07-01"
    country = report("mod", "2025-07-01", claim("interception", at="Russia/over", on=night, intercepted="60 drones"))
    region = report("ops", "2025-07-01", claim("interception", at="Belgorod Oblast/over", on=night, intercepted="3 drones"))
    town = report("town", "2025-07-01", claim("strike", at="Shebekino", on="2025-07-01", arms="artillery"))
    labelled = [
        msgspec.structs.replace(r, claims=tuple(msgspec.structs.replace(c, incident=r.report.id) for c in r.claims))
        for r in (country, region, town)
    ]
    parts = {s.id: s.part_of for s in summary(labelled)}
    assert parts == {"mod": None, "ops": "mod", "town": "ops"}


def test_a_side_that_tells_of_a_hit_on_its_own_plant_speaks_against_its_interest() -> None:
    hit = claim("strike", at="Izhevsk", on=DAY, by="Alexander Brechalov", target=("a plant", "facility"))
    (one,) = summary(link((report("r", DAY, hit),)))
    assert one.against_interest == ("r#c1",)


def test_reports_of_several_time_zones_fall_into_their_order() -> None:
    in_perm = report("perm", "2025-07-01T11:00+05:00", claim("casualties", at="Izhevsk", on=DAY, injured="35"))
    in_kyiv = report("kyiv", "2025-07-01T09:30+03:00", claim("casualties", at="Izhevsk", on=DAY, by="SHOT", injured="3"))
    (injured,) = summary(link((in_kyiv, in_perm)))[0].figures
    assert [t.at for t in injured.timeline] == ["2025-07-01T11:00+05:00", "2025-07-01T09:30+03:00"]
