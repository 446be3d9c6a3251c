"""A mention meets its nominative: case forms, alternations, spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer import Gazetteer, open_gazetteer
from reportedly.gazetteer.keys import agrees, fold, stem_key, stems


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


CASES = [
    # mention, canonical name, country
    ("Ижевска", "Izhevsk", "RU"),
    ("Іжевську", "Izhevsk", "RU"),
    ("Шебекине", "Shebekino", "RU"),
    ("Харькова", "Kharkiv", "UA"),
    ("Харкова", "Kharkiv", "UA"),
    ("Сумам", "Sumy", "UA"),
    ("Києві", "Kyiv", "UA"),
    ("Авдіївці", "Avdiivka", "UA"),
    ("Кривому Розі", "Kryvyi Rih", "UA"),
    ("Часового Яру", "Chasiv Yar", "UA"),
    ("Запорожье", "Zaporizhzhia", "UA"),
    ("Белгородской области", "Belgorod Oblast", "RU"),
    ("Бєлгородщині", "Belgorod Oblast", "RU"),
    ("Сумщини", "Sumy Oblast", "UA"),
    ("Одеській області", "Odesa Oblast", "UA"),
    ("Belgorod region", "Belgorod Oblast", "RU"),
    ("Kharkov region", "Kharkiv Oblast", "UA"),
    ("Подмосковье", "Moscow Oblast", "RU"),
    ("ДНР", "Donetsk Oblast", "UA"),
    ("Luhansk People's Republic", "Luhansk Oblast", "UA"),
    ("Удмуртии", "Udmurtia", "RU"),
    ("Шебекинский округ", "Shebekinsky District", "RU"),
    ("Увинским районом", "Uvinsky District", "RU"),
    ("Куп’янський район", "Kupiansk Raion", "UA"),
    ("Азовским морем", "Sea of Azov", None),
    ("Ukraine", "Ukraine", "UA"),
    ("Мьянме", "Myanmar", "MM"),
    ("Sredny", "Sredniy", "RU"),
]


@pytest.mark.parametrize(("mention", "name", "country"), CASES)
def test_a_mention_finds_its_place(gazetteer: Gazetteer, mention: str, name: str, country: str | None) -> None:
    found = gazetteer.lookup(mention, "ru")
    assert (name, country) in [(e.name, e.country) for e in found[:3]]


@pytest.mark.parametrize(
    ("nominative", "mention", "language"),
    [
        ("Елец", "Ельце", "ru"),
        ("Орёл", "Орла", "ru"),
        ("Великие Луки", "Великих Лук", "ru"),
        ("Липці", "Липців", "uk"),
        ("Вінниця", "Вінниці", "uk"),
        ("Тернопіль", "Тернополя", "uk"),
        ("Джанкой", "Джанкої", "uk"),
    ],
)
def test_alternations_are_bridged(nominative: str, mention: str, language: str) -> None:
    assert stem_key(fold(mention)) in stems(fold(nominative), language)
    assert agrees(fold(nominative), fold(mention))


@pytest.mark.parametrize(
    ("nominative", "other"), [("Донская", "Донские"), ("Белгород", "Белгородка"), ("Суджа", "Судак")]
)
def test_a_like_word_is_no_case_form(nominative: str, other: str) -> None:
    assert stem_key(fold(other)) not in stems(fold(nominative), "ru") or not agrees(fold(nominative), fold(other))


def test_a_russian_spelling_is_found_by_its_sound(gazetteer: Gazetteer) -> None:
    assert "Klishchiivka" in [e.name for e in gazetteer.sounding("Клещеевке")]


def test_a_towns_adjective_leads_to_it(gazetteer: Gazetteer) -> None:
    town = gazetteer.of_adjective("саратовск")
    assert town is not None and town.name == "Saratov"


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'- ", min_size=1, max_size=30))
def test_every_name_is_filed_under_its_own_key(name: str) -> None:
    folded = fold(name)
    if folded:
        assert stem_key(folded) in stems(folded, "uk")
        assert fold(folded) == folded
        assert agrees(folded, folded)


def test_hostile_names_find_nothing(gazetteer: Gazetteer) -> None:
    for name in ("", "'", "%", "~саратовск", "a" * 10_000, "\x00", "\ud800", "x' OR 1=1 --"):
        assert gazetteer.lookup(name, "en") == ()
