"""Linking of claims that the reader itself took from a text: carried places, stamps, tallies, headings."""

import pytest

from reportedly import pipeline
from reportedly.model import Reading, Report


def read(name: str, text: str, published: str = "2025-06-07T20:00", language: str = "en") -> Reading:
    return pipeline.read(Report(id=name, text=text, published=published, language=language))


def incident_of(words: str, *readings: Reading) -> str | None:
    """The incident of the first claim whose evidence holds the words."""
    for r in pipeline.link(readings):
        for c in r.claims:
            if words in r.report.text[c.start : c.end]:
                return c.incident
    raise AssertionError(f"no claim reads {words!r}")


TALLY = (
    "Drones struck a depot in Izhevsk overnight. The defence ministry said 60 drones were shot down over Crimea and "
    "Rostov Oblast overnight. Three people were killed and 12 injured."
)
LIVE = (
    "05:12 - Drones hit an apartment block in Kharkiv overnight, killing three people.\n\n"
    "18:10 - A second attack in a day. Glide bombs have hit the centre of Kharkiv; a woman was killed."
)
HEADING = (
    "Росіяни вдарили ракетами по Дніпру. Загинули 11 людей. Самар. Під ударом об'єкт інфраструктури. "
    "Там двоє загиблих та 14 поранених."
)


@pytest.mark.parametrize(
    ("reading", "one", "other", "same"),
    [
        (read("a", TALLY), "Drones struck", "Three people", True),
        (read("a", TALLY), "60 drones", "Three people", False),
        (read("a", LIVE), "apartment block", "Glide bombs", False),
        (read("a", LIVE), "Glide bombs", "a woman was killed", True),
        (read("a", HEADING, language="uk"), "11 людей", "двоє загиблих", False),
    ],
)
def test_within_one_report(reading: Reading, one: str, other: str, same: bool) -> None:
    assert (incident_of(one, reading) == incident_of(other, reading)) is same


def test_every_sentence_of_a_stamped_line_has_its_stamp() -> None:
    claims = read("a", LIVE).claims
    strike = next(c for c in claims if c.event == "strike" and "Glide" in LIVE[c.start : c.end])
    assert strike.time is not None and strike.time.start == "2025-06-07T18:10"
