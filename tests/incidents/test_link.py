"""Which claims are about one happening."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evaluate.gold import read_gold, reading
from reportedly.incidents import Link, link
from reportedly.model import Reading
from tests.incidents.build import claim, labels, report

GOLD = Path(__file__).parents[2] / "corpora" / "gold"

NIGHT = "2025-06-06..2025-06-07"
STRIKE = report(
    "a", "2025-06-07T08:00", claim("strike", at="Kharkiv", on=NIGHT, arms="drone"), claim("casualties", killed="3")
)

SAME = {
    "another language's wire, the same night": report("b", "2025-06-07", claim("strike", at="Kharkiv", on=NIGHT)),
    "a day without hours": report("b", "2025-06-07", claim("casualties", at="Kharkiv", on="2025-06-07", killed="3")),
    "no time, news of the day": report("b", "2025-06-07", claim("strike", at="Kharkiv", arms="drone", killed="3")),
}
OTHER = {
    "another town": report("b", "2025-06-07", claim("strike", at="Sumy", on=NIGHT)),
    "the next evening": report(
        "b", "2025-06-07T21:00", claim("strike", at="Kharkiv", on="2025-06-07T18:10", arms="bomb")
    ),
    "a month later": report("b", "2025-07-07", claim("strike", at="Kharkiv", on="2025-07-06..2025-07-07")),
    "the night's tally": report("b", "2025-06-07", claim("strike", at="Ukraine", on=NIGHT, launched="206 drones")),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_tells_of_the_same(other: Reading) -> None:
    found = labels(link((STRIKE, other)))
    assert found["a#c1"] == found["b#c1"] is not None


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_tells_of_something_else(other: Reading) -> None:
    found = labels(link((STRIKE, other)))
    assert found["a#c1"] != found["b#c1"]


@pytest.mark.parametrize(
    ("second", "together"),
    [
        (claim("casualties", "Two people were hurt.", injured="2"), True),
        (claim("statement", "He condemned the attack."), True),
        (claim("strike", "A plant was hit.", at="Kupol plant", arms="drone"), True),
        (claim("strike", "An enterprise of the republic was attacked.", at="Udmurtia", arms="drone"), True),
        (claim("strike", "Shebekino was shelled.", at="Shebekino", arms="artillery"), False),
        (claim("casualties", "Later drones hurt two in Izhevsk.", at="Izhevsk", injured="2"), True),
        (claim("casualties", "Later bombs hurt two in Izhevsk.", at="Izhevsk", injured="2"), False),
        (claim("strike", "A massive attack was made on the country's industry.", arms="missile"), False),
        (claim("interception", "60 drones were shot down.", at="Russia/over", intercepted="60 drones"), False),
    ],
    ids=lambda x: x["words"] if isinstance(x, dict) else None,
)
def test_within_one_report(second: dict[str, object], together: bool) -> None:
    one = report(
        "r", "2025-07-01", claim("strike", "Drones hit Izhevsk.", at="Izhevsk", on="2025-07-01", arms="drone"), second
    )
    found = labels(link((one,)))
    assert (found["r#c1"] == found["r#c2"]) is together


def test_a_days_sum_goes_with_the_tally_not_with_the_town_named_last() -> None:
    one = report(
        "r",
        "2025-07-02",
        claim("strike", "34 settlements were hit during the day.", at="Belgorod Oblast", on="2025-07-01", other="34"),
        claim("strike", "Shebekino: a house was hit.", at="Shebekino", on="2025-07-01", arms="artillery"),
        claim("casualties", "In all, one person was killed.", killed="1"),
    )
    found = labels(link((one,)))
    assert found["r#c3"] == found["r#c1"] != found["r#c2"]


def test_a_look_back_ends_with_its_paragraph() -> None:
    one = report(
        "r",
        "2025-07-02",
        claim("strike", "Drones hit Izhevsk.", at="Izhevsk", on="2025-07-01", arms="drone"),
        claim("casualties", "Two people were killed.", killed="2"),
        claim("strike", "Last year Shebekino was hit.", at="Shebekino", on="2024-05-01", arms="drone"),
        claim("damage", "A resident said that his ceiling had fallen down."),
    )
    found = labels(link((one,)))
    assert found["r#c4"] == found["r#c1"] != found["r#c3"]


def test_whom_a_raid_hurt_it_hurt_somewhere() -> None:
    raid = claim("interception", "60 drones were shot down, 17 at Kharkiv.", at="Kharkiv/near", intercepted="60 drones")
    raid["quantities"].append({"of": "intercepted", "value": 17, "text": "17", "place": "Kharkiv", "part_of": 0})
    hurt = claim("casualties", "Two people were killed.", at="Kharkiv", killed="2")
    hurt["places"][0]["span"] = (35, 42)  # carried over from the sentence before
    found = labels(link((report("r", "2025-07-02", raid, hurt),)))
    assert found["r#c1"] != found["r#c2"]


def test_where_an_outlet_is_from_is_no_scene() -> None:
    words = "Sumy's local media put the number at 29."
    told = claim("casualties", words, at="Sumy", by="local media", kind="media", injured="29")
    told["sources"][0]["span"], told["places"][0]["span"] = (31, 42), (24, 28)
    strike = claim("strike", "Drones hit Kharkiv now.", at="Kharkiv", on="2025-07-01")
    found = labels(link((report("r", "2025-07-02", strike, told),)))
    assert found["r#c1"] == found["r#c2"]


def test_background_is_about_no_single_event() -> None:
    words = "Since the start of the war 665 aircraft have been destroyed."
    one = report("r", "2025-07-31", claim("damage", words, destroyed="665 aircraft"), claim("strike", at="Kharkiv"))
    assert labels(link((one,)))["r#c1"] is None


def test_every_link_says_why() -> None:
    links: list[Link] = []
    link((STRIKE, SAME["another language's wire, the same night"]), told=links.append)
    (bond,) = links
    assert {p.code for p in bond.parts} >= {"place.same", "time.overlap", "kind.same"}


def gold() -> tuple[Reading, ...]:
    return tuple(reading(g) for g in read_gold(GOLD).values())


@given(st.integers(0, 10_000))
@settings(max_examples=5, deadline=None)
def test_order_of_arrival_does_not_matter(seed: int) -> None:
    readings = list(gold())
    straight = labels(link(readings))
    random.Random(seed).shuffle(readings)
    assert labels(link(readings)) == straight


def test_linking_twice_changes_nothing() -> None:
    once = link(gold())
    assert link(once) == once


def test_what_two_towns_of_one_district_suffered_is_two_happenings() -> None:
    day = "2025-07-01"
    district = report(
        "district", f"{day}T08:00", claim("strike", "The enemy attacked the district.", at="Belgorod District", on=day),
        claim("casualties", "In Shebekino one died, four were hurt.", at="Shebekino", on=day, killed="1", injured="4"),
        claim("casualties", "In Myasoyedovo two were hurt.", at="Myasoyedovo", on=day, injured="2"),
        claim("damage", "Five houses were damaged there.", on=day, damaged="5 houses"),
    )  # fmt: skip
    one = report("one", f"{day}T09:00", claim("strike", at="Shebekino", on=day), claim("casualties", injured="7"))
    two = report("two", f"{day}T09:00", claim("strike", at="Myasoyedovo", on=day))
    found = labels(link((district, one, two)))
    assert found["district#c1"] == found["district#c2"] == found["one#c1"]
    assert found["district#c3"] == found["district#c4"] == found["two#c1"] != found["one#c1"]


def test_an_operation_against_a_town_and_a_far_base_is_one_happening() -> None:
    night = "2025-07-25..2025-07-26"
    wire = report(
        "wire", "2025-07-26T12:00",
        claim("strike", "Drones hit Saky and Belbek.", at="Saky; Belbek air base", on=night),
        claim("damage", "Eight aircraft were damaged at Saky.", at="Saky", on=night, damaged="8 aircraft"),
    )  # fmt: skip
    digest = report("digest", "2025-07-26T16:00", claim("strike", at="Saky", on=night, damaged="8 aircraft"))
    found = labels(link((wire, digest)))
    assert found["wire#c1"] == found["wire#c2"] == found["digest#c1"]


def test_an_accident_by_one_report_and_sabotage_by_another_are_one_happening() -> None:
    day = "2025-07-01"
    head = report("head", f"{day}T10:00", claim("disaster", "A workshop exploded.", at="Izhevsk", killed="3 workers"))
    outlet = report("outlet", f"{day}T15:00", claim("bombing", "Saboteurs blew it up.", at="Izhevsk", by="officials"))
    raid = report("raid", f"{day}T15:00", claim("strike", "Drones struck.", at="Izhevsk", arms="drone"))
    one, two = labels(link((head, outlet))), labels(link((head, raid)))
    assert one["head#c1"] == one["outlet#c1"] and two["head#c1"] != two["raid#c1"]
