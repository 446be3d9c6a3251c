"""Glosses are made of slots: every word of the schema has a word in each language, and nothing else is said."""

from typing import get_args

import pytest

from reportedly.claims.gloss import gloss, label
from reportedly.languages import codes, lexicon
from reportedly.model import Claim, Place, Quantity, Source, Weapon, terms

CLAIM = Claim(
    id="c1",
    start=0,
    end=10,
    sources=(Source(name="TASS"), Source(name="SHOT")),
    polarity="affirmed",
    certainty="possible",
    event="strike",
    weapons=(Weapon(type="drone", name="An-196 Liutyi", count=2),),
    places=(Place(text="Izhokov", role="at"),),
    quantities=(Quantity(of="killed", low=3, text="at least three"),),
)


def test_a_gloss_says_what_the_slots_hold() -> None:
    assert gloss(CLAIM) == "TASS → SHOT: strike, 2 × drone An-196 Liutyi, at Izhokov (?), killed ≥ 3 (possible)"
    assert gloss(CLAIM, "ru") == (
        "TASS → SHOT: удар, 2 × беспилотник An-196 Liutyi, место Izhokov (?), погибли ≥ 3 (возможно)"
    )
    assert gloss(CLAIM, "uk").endswith("загинули ≥ 3 (можливо)")


@pytest.mark.parametrize("language", codes())
def test_every_term_has_a_word(language: str) -> None:
    words = lexicon(language, "gloss")
    assert set(words.EVENT) == set(get_args(terms.EventType))
    assert set(words.OF) == set(get_args(terms.QuantityOf))
    assert set(words.WEAPON) == set(get_args(terms.WeaponType))
    assert set(words.ROLE) == set(get_args(terms.PlaceRole))
    assert label(language)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LookupError):
        gloss(CLAIM, "de")
