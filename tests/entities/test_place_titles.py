"""Facilities that no gazetteer holds, named in English from what the text calls them."""

import pytest

from reportedly.entities.place_titles import romanised, street, title


@pytest.mark.parametrize(
    ("text", "before", "after", "language", "expected"),
    [
        ("Kupal", "slammed into the ", " factory.", "en", "Kupal factory"),
        ("Kupal", "slammed into ", ".", "en", "Kupal"),
        ("Kupal", "a fire at the ", " oil refinery.", "en", "Kupal oil refinery"),
        ("«Эластике»", "взрыв на заводе ", "", "ru", "Elastik plant"),
        ("«Кристалл»", "удар по нефтебазе ", "", "ru", "Kristall oil depot"),
        ("«Азот»", "по підприємству ", "", "uk", "Azot plant"),
        ("«Рассвет»", "в санатории ", "", "ru", "Rassvet"),
    ],
)
def test_title(text: str, before: str, after: str, language: str, expected: str) -> None:
    assert title(text, before, after, language, ["«Эластик»", text]) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("Щукино", "ru", "Shchukino"), ("Хмельницький", "uk", "Khmelnytskyi"), ("Нова Каховка", "uk", "Nova Kakhovka")],
)
def test_romanised(text: str, language: str, expected: str) -> None:
    assert romanised(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Карельском бульваре", "ru", "Karelsky Boulevard"),
        ("2-й Садовой улице", "ru", "2nd Sadovaya Street"),
        ("улице Ленина", "ru", "Lenina Street"),
        ("вулиці Харківській", "uk", "Kharkivska Street"),
    ],
)
def test_street(text: str, language: str, expected: str) -> None:
    assert street(text, language) == expected
