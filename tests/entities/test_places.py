"""Toponyms to places: choice, role, lists, anaphora, names that no gazetteer holds."""

import pytest

from reportedly.entities.places import resolve
from reportedly.entities.publishers import region_of
from reportedly.gazetteer import Gazetteer, open_gazetteer
from reportedly.mentions.toponyms import find
from reportedly.model import Place, Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def read(gazetteer: Gazetteer, text: str, language: str, home: str | None = None) -> tuple[Place, ...]:
    report = Report(id="r", text=text, language=language)
    return resolve(report, find(text, language, gazetteer), gazetteer, publisher_region=home)


CASES = [
    # language, text, words, name, role
    ("en", "A drone was shot down over Uvinsky district as it approached Izhevsk.", "Izhevsk", "Izhevsk", "toward"),
    ("en", "A drone was shot down over Uvinsky district.", "Uvinsky district", "Uvinsky District", "over"),
    ("en", "It fell near the village of Novaya Tavolzhanka.", "Novaya Tavolzhanka", "Novaya Tavolzhanka", "near"),
    ("en", "17 fell over Crimea, 16 over Rostov and 5 over Kursk.", "Rostov", "Rostov Oblast", "over"),
    ("en", "Blasts in Belgorod, Bryansk and Kursk regions.", "Belgorod", "Belgorod Oblast", "at"),
    ("en", "Six were downed over Bryansk while one was stopped over Kursk.", "Kursk", "Kursk Oblast", "over"),
    ("en", "Attacks near the settlements of Terny and Yampolivka failed.", "Terny", "Terny", "near"),
    ("en", "It was fired from a submarine in the Black Sea.", "Black Sea", "Black Sea", "from"),
    ("en", "Houses burned in the north of Sumy Oblast.", "Sumy Oblast", "Sumy Oblast", "at"),
    ("en", "Houses burned north of Sumy.", "Sumy", "Sumy", "near"),
    ("en", "They had fled from Qwertim, Aleppo and Homs.", "Homs", "Homs", "from"),
    ("en", "Shelling of Shebekino and Murom wounded one man.", "Murom", "Murom (Belgorod Oblast)", "at"),
    ("en", "Drones hit Moscow and Murom.", "Murom", "Murom", "at"),
    ("ru", "Обстреляны Шебекино и Муром.", "Муром", "Murom (Belgorod Oblast)", "at"),
    ("ru", "Сбиты два БПЛА над Крымом и Азовским морем.", "Крымом", "Crimea", "over"),
    ("ru", "Сбиты два БПЛА над Крымом и Азовским морем.", "Азовским морем", "Sea of Azov", "over"),
    ("ru", "Учёный смоделировал удар по Москве, Пекину и Пхеньяну.", "Москве", "Moscow", "at"),
    ("en", "Oslo Airport was shut for three hours.", "Oslo", "Oslo", "at"),
    ("ru", "Аэропорт Самары (Курумоч) закрыт.", "Курумоч", "Kurumoch", "at"),
    ("ru", "Дрон летел в сторону Саратова.", "Саратова", "Saratov", "toward"),
    (
        "ru",
        "В Дагестане снег. Ракета запущена с территории Ростовской области.",
        "Ростовской области",
        "Rostov Oblast",
        "from",
    ),
    ("ru", "Калиновка под Киевом горит: пожар в Калиновке под Киевом.", "Киевом", "Kyiv", "near"),
    ("uk", "Вибухи біля Куп'янська.", "Куп'янська", "Kupiansk", "near"),
    (
        "uk",
        "Херсон. Обстріл Дніпровського району: Дніпровський район без світла.",
        "Дніпровський район",
        "Dniprovskyi District (Kherson)",
        "at",
    ),
    ("ru", "13 – над территорией Брянской области, 6 – над Курской.", "Курской", "Kursk Oblast", "over"),
    ("ru", "Дроны сбиты над Энгельсским районом.", "Энгельсским районом", "Engelssky District", "over"),
    ("ru", "Освобождён населённый пункт Новая Полтавка.", "Новая Полтавка", "Nova Poltavka", "at"),
    ("ru", "Раненые доставлены вертолётом в Рязань.", "Рязань", "Ryazan’", "toward"),
    ("ru", "В секторе Газа погибли люди.", "секторе Газа", "Gaza Strip", "at"),
    ("uk", "Вдарили по Слов'янську.", "Слов'янську", "Sloviansk", "at"),
    ("uk", "На Покровському напрямку бої.", "Покровському напрямку", "Pokrovsk", "near"),
    ("uk", "Дрони з напрямків: Курськ, Міллерово.", "Міллерово", "Millerovo", "from"),
    ("en", "Drones launched from Ukraine's Kharkiv region hit Belgorod.", "Kharkiv region", "Kharkiv Oblast", "from"),
    ("ru", "Дрон сбит над соседней Курской областью.", "Курской областью", "Kursk Oblast", "over"),
    ("uk", "Група БпЛА на Полтавщині в напрямку Кременчука.", "Полтавщині", "Poltava Oblast", "at"),
    ("en", "Talks opened in Jeddah, Saudi Arabia.", "Saudi Arabia", "Saudi Arabia", "at"),
    ("en", "Floods hit Valencia in Spain.", "Spain", "Spain", "at"),
    ("en", "The train ran from Odesa to Zaporizhzhia.", "Zaporizhzhia", "Zaporizhzhia", "toward"),
    ("uk", "Атака на Сумщину.", "Сумщину", "Sumy Oblast", "at"),
]


@pytest.mark.parametrize(("language", "text", "words", "name", "role"), CASES)
def test_place(gazetteer: Gazetteer, language: str, text: str, words: str, name: str, role: str) -> None:
    found = [(p.name, p.role) for p in read(gazetteer, text, language) if p.text == words]
    assert (name, role) in found


def test_spans_are_those_of_the_words(gazetteer: Gazetteer) -> None:
    text = "Взрывы в Белгороде. В Белгороде пожар; в городе дым."
    places = read(gazetteer, text, "ru")
    assert [text[slice(*p.span)] for p in places if p.span] == [p.text for p in places]
    assert [p.name for p in places] == ["Belgorod", "Belgorod", "Belgorod"]


def test_the_country_the_region_the_capital(gazetteer: Gazetteer) -> None:
    places = read(
        gazetteer,
        "Drones hit Kursk Oblast. Two people died in the region. Air defences guard the Russian capital.",
        "en",
    )
    assert [p.name for p in places] == ["Kursk Oblast", "Kursk Oblast", "Moscow"]


def test_the_publishers_region_stands_for_the_region(gazetteer: Gazetteer) -> None:
    places = read(gazetteer, "За сутки в области сбиты пять дронов.", "ru", home=region_of("telegram:gladkov_vv"))
    assert [p.name for p in places] == ["Belgorod Oblast"]


def test_the_publishers_region_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "Дрон ударил по посёлку Октябрьский."
    assert read(gazetteer, text, "ru", home="Belgorod Oblast")[0].admin1 == "Belgorod Oblast"


def test_an_unknown_name_is_never_linked(gazetteer: Gazetteer) -> None:
    text = "Ukrainian drones attacked Izhokov. A drone fell on its way to Izhevsk in the Udmurt Republic, Russia."
    place = next(p for p in read(gazetteer, text, "en") if p.text == "Izhokov")
    assert place.name is None and place.lat is None and place.geonameid is None
    assert "Izhevsk" in [c.name for c in place.candidates]
    assert all(c.reason for c in place.candidates)


def test_a_facility_that_is_not_held_lies_where_the_text_is(gazetteer: Gazetteer) -> None:
    place = next(p for p in read(gazetteer, "Взрыв в Рязани: горит завод «Эластик».", "ru") if p.kind == "facility")
    assert place.country == "RU" and place.lat is not None and abs(place.lat - 54.6) < 0.3 and place.geonameid is None


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("en", "A blast hit the Elastik plant in Ryazan. The fire at the plant is out.", "the plant", "Elastik plant"),
        ("en", "A blast hit the Elastik plant in Ryazan. The fire at the site is out.", "at the site", "Elastik plant"),
        ("en", "A blast hit the Elastik plant in Ryazan. The fire at the airport is out.", "the airport", None),
        ("en", "A fire broke out in Ryazan. The fire at the plant is out.", "the plant", None),
        ("ru", "Взрыв на заводе «Эластик» в Рязани. Пожар на заводе потушен.", "на заводе потушен", "Elastik plant"),
        ("uk", "Вибух на заводі «Еластик» у Рязані. Пожежа на заводі триває.", "на заводі триває", "Elastyk plant"),
    ],
)
def test_a_bare_noun_takes_up_the_site(
    gazetteer: Gazetteer, language: str, text: str, words: str, name: str | None
) -> None:
    at = text.index(words)
    assert next((p.name for p in read(gazetteer, text, language) if p.span and p.span[0] == at), None) == name


def test_the_name_of_an_airport_is_no_town_elsewhere(gazetteer: Gazetteer) -> None:
    saratov, name = read(gazetteer, "Аэропорт Саратов (Гагарин) временно закрыт.", "ru")
    assert (saratov.role, name.text, name.role) == ("at", "Гагарин", None)


def test_the_end_of_a_longer_name_is_no_namesake_in_another_land(gazetteer: Gazetteer) -> None:
    _, district = read(gazetteer, "Troops entered El Fasher and then the Daraja Oula district.", "en")
    assert (district.text, district.name) == ("Oula district", None)


def test_offices_and_governments_have_no_role(gazetteer: Gazetteer) -> None:
    places = read(gazetteer, "Moscow said so. The Belgorod governor agreed. Kyiv accused Russia of it.", "en")
    assert {p.text for p in places} == {"Moscow", "Belgorod", "Kyiv", "Russia"} and not [p for p in places if p.role]


def test_crimea_is_ukraine_and_disputed(gazetteer: Gazetteer) -> None:
    for place in read(gazetteer, "Взрывы в Крыму, в Севастополе и в Джанкое.", "ru"):
        assert (place.country, place.disputed, place.role) == ("UA", True, "at")
