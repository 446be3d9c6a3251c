# ruff: noqa: E501
"""An office and its holder are one speaker where a report says so; only of the place that is told of."""

import pytest

from reportedly.lineage.offices import office
from reportedly.lineage.voices import Voices
from reportedly.model import Claim, Place, Reading, Report, Source

OFFICES = {
    "the regional governor": "governor",
    "Head of the Kirov region": "governor",
    "губернатора Пермского края": "governor",
    "глава региона": "governor",
    "начальник ОВА": "governor",
    "Mayor of Izhevsk": "mayor",
    "мера міста": "mayor",
    "head of the fire service": None,
    "мережа": None,
}


@pytest.mark.parametrize(("words", "what"), OFFICES.items(), ids=list(OFFICES))
def test_words_name_an_office(words: str, what: str | None) -> None:
    assert office(words) == what


REGION = Place(text="Kirov region", name="Kirov Oblast", kind="region", country="RU", role="at")
TOWN = Place(text="Vyatka", name="Vyatka", kind="settlement", country="RU", admin1="Kirov Oblast", role="at")
OTHER = Place(text="Perm", name="Perm", kind="settlement", country="RU", admin1="Perm Krai", role="at")
INTRODUCED = "A drone fell, said the regional governor, Ivan Petrenkov, on Sunday."


def told(text: str, speaker: str, named: str, place: Place) -> Reading:
    """A report of one claim; ``speaker`` stands in its text."""
    at = text.index(speaker)
    source = Source(name=speaker, kind="official", named=named, span=(at, at + len(speaker)))  # type: ignore[arg-type]
    claim = Claim(id="c1", start=0, end=len(text), event="strike", polarity="affirmed", certainty="certain", sources=(source,), places=(place,))
    return Reading(report=Report(id=text[:12], text=text), claims=(claim,))


SAME = {
    "an office with its region": ("The governor of Kirov region confirmed it.", "The governor of Kirov region", TOWN),
    "an office without a place": ("The governor did not name the plant.", "The governor", REGION),
    "in Ukrainian": ("Губернатор Кіровської області не назвав його.", "Губернатор Кіровської області", TOWN),
}
ANOTHER = {
    "of another region": ("The governor did not name the plant.", "The governor", OTHER),
    "of a region that is not told of": ("The governor of Perm Krai offered help.", "The governor of Perm Krai", TOWN),
    "another office": ("The mayor did not name the plant.", "The mayor", TOWN),
}


@pytest.mark.parametrize(("text", "speaker", "place"), SAME.values(), ids=list(SAME))
def test_an_office_is_its_holder(text: str, speaker: str, place: Place) -> None:
    by_name, by_office = told(INTRODUCED, "Ivan Petrenkov", "name", REGION), told(text, speaker, "role", place)
    assert Voices((by_name, by_office)).of(by_office, by_office.claims[0]).name == "Ivan Petrenkov"


@pytest.mark.parametrize(("text", "speaker", "place"), ANOTHER.values(), ids=list(ANOTHER))
def test_an_office_is_somebody_elses(text: str, speaker: str, place: Place) -> None:
    by_name, by_office = told(INTRODUCED, "Ivan Petrenkov", "name", REGION), told(text, speaker, "role", place)
    assert Voices((by_name, by_office)).of(by_office, by_office.claims[0]).name == speaker


def test_two_holders_are_none() -> None:
    by_office = told("The governor spoke.", "The governor", "role", REGION)
    two = [told(f"The regional governor, {name}, spoke.", name, "name", REGION) for name in ("Ivan Petrenkov", "Oleg Sidorchuk")]
    assert Voices((*two, by_office)).of(by_office, by_office.claims[0]).name == "The governor"
