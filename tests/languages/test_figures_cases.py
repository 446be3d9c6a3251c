"""Numbers, figures and weapons in three languages: one case a line in ``figures_{en,ru,uk}.tsv``."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.entities import quantities, weapons
from reportedly.languages.counting import Number
from reportedly.mentions import numbers
from reportedly.model import Quantity
from reportedly.packs.weapons import models

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "uk")


def cases() -> list[tuple[str, str, str, str]]:
    """Language, kind, text, expected."""
    out = []
    for language in LANGUAGES:
        for line in (HERE / f"figures_{language}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                kind, text, expected = line.split("\t")
                out.append((language, kind, text, expected))
    return out


def amount(x: Number | Quantity) -> str:
    """``5``, ``5..``, ``..7``, ``3..9``."""
    if x.value is not None:
        return f"{x.value:.12g}"
    return f"{'' if x.low is None else x.low}..{'' if x.high is None else x.high}"


def read(kind: str, text: str, language: str) -> str:
    if kind == "number":
        return "; ".join(("#" if n.ordinal else "") + amount(n) for n in numbers.find(text, language))
    if kind == "quantity":
        return "; ".join(f"{q.of} {amount(q)}" for q in quantities.find(text, language))
    return "; ".join(f"{w.type} {w.name or '-'} {w.count or '-'}" for w in weapons.find(text, language))


@pytest.mark.parametrize(("language", "kind", "text", "expected"), cases())
def test_case(language: str, kind: str, text: str, expected: str) -> None:
    assert read(kind, text, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_cases(language: str) -> None:
    kinds = [kind for code, kind, _, _ in cases() if code == language]
    assert kinds.count("number") + kinds.count("quantity") >= 60
    assert kinds.count("weapon") >= 30


WORDS = st.lists(
    st.sampled_from(
        "three drones were shot down and 5 people injured , . two-week один двое погибли раненых 1,5 тыс. понад"
        " щонайменше"
        " шахедів « » “ ‘ ’ - — : ; ( ) 2024 № S-300 one of the a an killed dozens half dozen \n 12 — над".split(
            " "
        )
    ),
    max_size=30,
)


@settings(max_examples=80, deadline=None)
@given(words=WORDS, language=st.sampled_from(LANGUAGES))
def test_every_figure_stands_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = quantities.find(text, language)
    for q in found:
        assert q.span is not None
        assert text[q.span[0] : q.span[1]] == q.text
        assert (q.value is None) != (q.low is None and q.high is None)
        assert q.part_of is None or 0 <= q.part_of < len(found)
    assert [q.span for q in found] == sorted(q.span for q in found if q.span)
    for w in weapons.find(text, language):
        assert w.span is not None and 0 <= w.span[0] < w.span[1] <= len(text)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for n in numbers.find(text, language):
        assert 0 <= n.text_start <= n.start < n.end <= n.text_end <= len(text)
    quantities.find(text, language)
    weapons.find(text, language)


def test_parts_point_to_their_total() -> None:
    found = quantities.find("Уничтожены 24 БПЛА: 12 — над Белгородской областью, 8 — над Курской.", "ru")
    assert [q.part_of for q in found] == [None, 0, 0]
    found = quantities.find("22 people were injured, including two children.", "en")
    assert [(q.item, q.part_of) for q in found] == [(None, None), ("children", 0)]


def test_a_list_by_lines_takes_up_what_its_head_counts() -> None:
    text = "ПВО уничтожила 20 беспилотников:\n▪️ 12 — над Курской областью;\n▪️ 8 — над Брянской областью."
    found = quantities.find(text, "ru")
    assert [(q.of, q.value, q.part_of) for q in found] == [
        ("intercepted", 20, None),
        ("intercepted", 12, 0),
        ("intercepted", 8, 0),
    ]


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("two drones of the ‘Lutuy’ type", "Lutuy", "An-196 Liutyi"),
        ("missiles of the 'Iskandar' type", "Iskandar", "Iskander"),
        ("дроны типа «Шахетд»", "Шахетд", "Shahed"),
    ],
)
def test_misspelt_names_resolve(text: str, written: str, name: str) -> None:
    language = "en" if text.isascii() or "two" in text else "ru"
    assert [(w, n) for w, n, _ in weapons.variants(text, language)] == [(written, name)]


@pytest.mark.parametrize("text", ["two drones of the 'Lyuty' type", "Shahed drones", "an Iskander-M missile"])
def test_accepted_spellings_are_no_variants(text: str) -> None:
    assert weapons.variants(text, "en") == ()


def test_the_pack_checks_itself() -> None:
    found = models()
    assert len(found) >= 80
    assert len({m.name for m in found}) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["1" * 20_000, "1," * 8_000, "one " * 4_000, "три дрона сбиты, " * 1_000])
def test_endless_digits_and_lists_are_read_to_their_end(language: str, text: str) -> None:
    """What took the square of the length would not come back from this."""
    found = quantities.find(text, language)
    assert len(found) == (1_000 if language == "ru" and "дрона" in text else 0)
