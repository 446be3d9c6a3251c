# ruff: noqa: E501
"""Sentences made from a code and values: the same values in each language, nouns in the form that a number asks for."""

import string
from typing import Any

import pytest

from reportedly.languages import codes, lexicon
from reportedly.languages.labels import LANGUAGES
from reportedly.languages.telling import phrase, tell, templates


def test_whatever_can_be_read_can_be_told() -> None:
    assert set(LANGUAGES) == set(codes())


def used(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_values(language: str) -> None:
    ours, english = templates(language), templates("en")
    assert set(ours) == set(english)
    assert {code for code in ours if used(ours[code]) != used(english[code])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_stands_in_two_tables(language: str) -> None:
    tables = [lexicon(language, name).TEMPLATES for name in ("explanations", "explanations_across", "captions")]
    assert sum(map(len, tables)) == len(templates(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noun_has_all_its_forms(language: str) -> None:
    wanted = 2 if language == "en" else 3
    for code, template in templates(language).items():
        specs = [spec for _, _, spec, _ in string.Formatter().parse(template) if spec]
        assert all(len(spec.split("|")) == wanted for spec in specs), code


@pytest.mark.parametrize("name", ["COUNTED", "THINGS", "PARTS"])
def test_russian_and_ukrainian_count_the_same_things(name: str) -> None:
    ru, uk, en = (getattr(lexicon(code, "grammar"), name) for code in ("ru", "uk", "en"))
    assert set(ru) == set(uk) >= set(en)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {0: "0 reports", 1: "1 report", 2: "2 reports", 21: "21 reports"}),
        ("ru", {1: "1 сообщение", 2: "2 сообщения", 5: "5 сообщений", 11: "11 сообщений", 21: "21 сообщение"}),
        ("ru", {12: "12 сообщений", 24: "24 сообщения", 100: "100 сообщений", 111: "111 сообщений"}),
        ("uk", {1: "1 повідомлення", 3: "3 повідомлення", 5: "5 повідомлень", 14: "14 повідомлень"}),
        ("ru", {1.5: "1,5 сообщения"}),
    ],
)
def test_a_number_has_its_noun_in_the_right_form(language: str, words: dict[float, str]) -> None:
    assert {n: tell("count.reports", {"n": n}, language) for n in words} == words


@pytest.mark.parametrize(
    ("value", "en", "ru", "uk"),
    [
        ({"low": 20, "high": None}, "at least 20", "не менее 20", "щонайменше 20"),
        ({"low": 0, "high": 6}, "up to 6", "до 6", "до 6"),
        ({"low": 10, "high": 13}, "10 to 13", "от 10 до 13", "від 10 до 13"),
        ({"low": 45, "high": 45}, "45", "45", "45"),
        ({"low": 0, "high": 0}, "0", "0", "0"),
        ({"topic": "intercepted.drone"}, "drones shot down", "сбитые беспилотники", "збиті безпілотники"),
        ({"topic": "killed.military"}, "servicemen killed", "погибшие военные", "загиблі військові"),
        ({"topic": "injured", "part": "child+serious"}, "injured (children, serious)", "раненые (дети, тяжёлые)", "поранені (діти, тяжкі)"),
        ({"topic": "harm.house", "place": "Sumy"}, "houses hit or damaged in Sumy", "поражено или повреждено: дома, Sumy", "уражено або пошкоджено: будинки, Sumy"),
        ({"topic": "other.well"}, "well", "well", "well"),
        ({"event": "fire"}, "fire", "пожар", "пожежа"),
        ({"country": "UA"}, "Ukraine", "Украина", "Україна"),
        ({"country": "MD"}, "MD", "MD", "MD"),
        (["a", "b", "a", "c"], "a, b and c", "a, b и c", "a, b і c"),
        (list("abcdefghi"), "a, b, c, d, e, f and 3 more", "a, b, c, d, e, f и ещё 3", "a, b, c, d, e, f і ще 3"),
        ({"code": "told", "value": {"low": 2, "high": None}, "by": ["A", "B"]}, "at least 2 (A and B)", "не менее 2 (A и B)", "щонайменше 2 (A і B)"),
        ("{by}", "{by}", "{by}", "{by}"),
        (2.5, "2.5", "2,5", "2,5"),
    ],
)  # fmt: skip
def test_a_value_in_words(value: Any, en: str, ru: str, uk: str) -> None:
    assert (phrase(value), phrase(value, "ru"), phrase(value, "uk")) == (en, ru, uk)


def test_a_form_can_stand_without_its_number() -> None:
    told = {"count": 2, "reports": ["A", "B"], "origin": "C"}
    one, two = ({**told, "values": values} for values in (["3"], ["3", "35"]))
    assert "те же числа (3 и 35)" in tell("not_independent.figure", two, "ru")
    assert "то же число (3)" in tell("not_independent.figure", one, "ru")


def test_a_value_that_is_not_there_is_shown_as_missing() -> None:
    assert tell("count.reports", {}) == "{n} report"
    with pytest.raises(LookupError):
        tell("count.reports", {"n": 1}, "xx")
    with pytest.raises(LookupError):
        tell("no.such.code", {})
