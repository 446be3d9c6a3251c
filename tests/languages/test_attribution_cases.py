"""Who vouches for what, and how sure: a case a line in ``attribution_*.tsv`` and ``modality_*.tsv``."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.attribution import Attribution, attribute
from reportedly.claims.modality import certainty, polarity, weakest
from reportedly.evaluate.attribution_bench import covering, norm
from reportedly.mentions.sentences import split
from reportedly.model import Report

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "uk")


def lines(name: str) -> list[tuple[str, ...]]:
    """Language and cells of each line of a case file."""
    out = []
    for language in LANGUAGES:
        for line in (HERE / f"{name}_{language}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                out.append((language, *line.split("\t")))
    return out


def read(text: str, language: str, publisher: str | None = None) -> tuple[Attribution, ...]:
    report = Report(id="case", text=text, language=language, publisher=publisher, published="2025-06-01")
    return attribute(text, split(text, language), language, report)


def chain(text: str, words: str, language: str, publisher: str | None = None) -> str:
    """The chain of the attribution that covers the words, as "outer > inner"."""
    at = text.index(words)
    found = covering(read(text, language, publisher), at, at + len(words))
    return " > ".join(s.name for s in found.chain) if found else ""


@pytest.mark.parametrize(("language", "text", "words", "expected", "polarity_"), lines("attribution"))
def test_chain(language: str, text: str, words: str, expected: str, polarity_: str) -> None:
    text = text.replace("\\n", "\n")
    assert norm(chain(text, words, language)) == norm(expected)
    at = text.index(words)
    found = covering(read(text, language), at, at + len(words))
    assert (found.polarity or "" if found else "") == polarity_


@pytest.mark.parametrize(
    ("language", "publisher", "text", "expected"),
    [
        ("en", "Delta Monitor", "Two died, two guards told Delta Monitor.", "two guards"),
        ("ru", "РИА Дельта", "Двое погибли. Об этом РИА Дельта сообщили в Минобороны.", "Russian Ministry of Defence"),
        ("uk", "Новини Дельти", "Двоє загинули. За даними Новин Дельти, поранено трьох.", ""),
    ],
)
def test_the_publisher_is_no_link_of_its_own_chain(language: str, publisher: str, text: str, expected: str) -> None:
    assert {chain(text, text.split()[n], language, publisher) for n in (0, -1)} == {expected}


@pytest.mark.parametrize(("language", "text", "polarity_", "certainty_"), lines("modality"))
def test_modality(language: str, text: str, polarity_: str, certainty_: str) -> None:
    assert polarity(text, 0, len(text), language)[0] == polarity_
    assert certainty(text, 0, len(text), language) == certainty_


@pytest.mark.parametrize(("language", "text", "word", "polarity_", "certainty_"), lines("modality_at"))
def test_modality_of_an_event(language: str, text: str, word: str, polarity_: str, certainty_: str) -> None:
    at = text.index(word)
    assert polarity(text, 0, len(text), language, at)[0] == polarity_
    assert certainty(text, 0, len(text), language, at) == certainty_


@pytest.mark.parametrize(
    ("text", "words", "language", "publisher", "expected"),
    [
        ("За даними СБУ, уражено літак.", "уражено літак", "uk", "telegram:sbu_official", ""),
        ("The source told TASS that a drone fell.", "a drone fell", "en", "TASS", "source"),
        ("Our monitors recorded two deaths.", "two deaths", "en", "UN Human Rights Office", ""),
        ("Мэр сообщил о пожаре, пишет РИА Новости.", "о пожаре", "ru", "РИА Новости", "мэр"),
    ],
)
def test_publisher_is_no_link(text: str, words: str, language: str, publisher: str, expected: str) -> None:
    assert norm(chain(text, words, language, publisher)) == norm(expected)


@pytest.mark.parametrize(
    ("date", "name"),
    [("2024-03-01", "Roman Starovoyt"), ("2024-08-01", "Alexei Smirnov"), ("2025-06-01", "Alexander Khinshtein")],
)
def test_office_holder_by_date(date: str, name: str) -> None:
    text = "Губернатор Курской области сообщил о взрыве."
    report = Report(id="case", text=text, language="ru", published=date)
    assert attribute(text, split(text, "ru"), "ru", report)[0].chain[0].name == name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["х", "x", "не ", "no ", "«"])
def test_odd_text_is_read_to_its_end(word: str, language: str) -> None:
    """What took the square of the length would not come back from this."""
    text = word * (60_000 // len(word))
    assert polarity(text, 0, len(text), language)[0] in ("affirmed", "denied")
    assert certainty(text, 0, len(text), language) == "certain"
    assert read(text, language) == ()


def test_weakest() -> None:
    assert weakest("certain", None, "possible", "probable") == "possible"
    assert weakest() == "certain"


WORDS = st.sampled_from(
    (
        "said according to the governor Гладков сообщил, что по словам «очевидцев» — : повідомив "
        "Суспільному \n . , TASS 20 не уточнил"
    ).split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from(LANGUAGES))
def test_scopes_lie_in_the_text(text: str, language: str) -> None:
    for a in read(text, language):
        assert 0 <= a.scope[0] < a.scope[1] <= len(text)
        assert a.cue is None or 0 <= a.cue[0] <= a.cue[1] <= len(text)
        assert all(s.name.strip() for s in a.chain)


@pytest.mark.parametrize(
    ("language", "text", "event", "expected"),
    [
        ("en", "The two sides had not yet signed the agreement.", "signed", "denied"),
        ("en", "The drones failed to reach the refinery.", "reach", "denied"),
        ("en", "No amphibious assault had begun.", "begun", "denied"),
        ("en", "The army captured the village but has not said when.", "captured", "withheld"),
        ("en", "The army captured the village, which is not on the front line.", "captured", "affirmed"),
        ("en", "The city was attacked not only with drones.", "attacked", "affirmed"),
        ("ru", "Войска не форсировали реку.", "форсировали", "denied"),
        ("ru", "Город не раз обстреливали.", "обстреливали", "affirmed"),
        ("uk", "Війська не форсували річку.", "форсували", "denied"),
    ],
)
def test_a_negation_right_before_the_event_word_denies_it(
    language: str, text: str, event: str, expected: str
) -> None:
    assert polarity(text, 0, len(text), language, text.index(event))[0] == expected
