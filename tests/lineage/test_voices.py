"""Speakers by the names that they go under."""

from reportedly.lineage.voices import Voices
from tests.incidents.build import claim, report


def test_unnamed_people_of_one_body_are_found_by_the_name_that_they_share() -> None:
    readings = tuple(
        report(name, "2025-07-01", claim("casualties", by=source, kind="anonymous"))
        for name, source in (("a", "a source in the SBU"), ("b", "источник в СБУ"), ("c", "residents"))
    )
    voices = Voices(readings)
    shared = voices.of(readings[0], readings[0].claims[0]).name
    assert shared == voices.of(readings[1], readings[1].claims[0]).name == "a source in Security Service of Ukraine"
    assert voices.namesakes(shared) == {shared, "a source in the SBU", "источник в СБУ"}
