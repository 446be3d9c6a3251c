"""What is a place where it stands, and what only looks like one."""

import pytest

from reportedly.gazetteer import Gazetteer, open_gazetteer
from reportedly.mentions.toponyms import find


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def read(gazetteer: Gazetteer, text: str, language: str) -> dict[str, str]:
    return {text[m.start : m.end]: m.label or "" for m in find(text, language, gazetteer)}


FOUND = [
    (
        "en",
        "Drones were shot down over the Bryansk, Kursk and Belgorod regions.",
        {"Bryansk": "head:Oblast", "Belgorod regions": "name"},
    ),
    (
        "uk",
        "Бої в районах населених пунктів Никанорівка, Родинське та Горіхове.",
        {"Родинське": "name", "Горіхове": "name"},
    ),
    ("uk", "Обстріляно громади: Білопільську, Краснопільську.", {"Білопільську": "head:громада"}),
    ("uk", "Ворог атакував Нікопольщину.", {"Нікопольщину": "name"}),
    ("uk", "Дрони із напрямків: Курськ, Міллєрово – рф, Гвардійське.", {"Міллєрово": "unknown:settlement"}),
    ("en", "KRYVYI RIH - Rescuers worked all night.", {"KRYVYI RIH": "name"}),
    ("en", "60 drones were downed over Russian regions.", {"Russian regions": "demonym:RU:at"}),
    ("en", "It fell 5 km from the Ukrainian border.", {"Ukrainian border": "demonym:UA:near"}),
    ("en", "The drone flew toward Izhevsk.", {"Izhevsk": "name"}),
    ("en", "A blast shook the village of Karbuzhin.", {"Karbuzhin": "unknown:settlement"}),
    ("en", "A blast shook the town of Qaaret al-Nomran.", {"Qaaret al-Nomran": "unknown:settlement"}),
    ("en", "A drone fell in the village of Cuhureștii de Jos.", {"Cuhureștii de Jos": "unknown:settlement"}),
    ("en", "Fire broke out in Izhewsk.", {"Izhewsk": "variant:izhevsk"}),
    ("en", "The missile hit the Elastik plant.", {"Elastik": "facility"}),
    ("en", "Gunmen fled from the Bara neighborhood at dusk.", {"Bara": "name"}),
    ("en", "A convoy was ambushed in northwest Pakistan.", {"Pakistan": "name"}),
    ("en", "Drones fell in the Bryansk border region.", {"Bryansk": "head:Oblast"}),
    ("en", "TWO MEN WERE SHOT IN THE TOWN OF TEJUTLA.", {"TEJUTLA": "name"}),
    ("ru", "В Марксе Саратовской области погиб человек.", {"Марксе": "name", "Саратовской области": "name"}),
    (
        "en",
        "Drones attacked Sumy City and Selydove Town.",
        {"Sumy City": "variant:Sumy", "Selydove Town": "variant:Selydove"},
    ),
    (
        "en",
        "Troops seized Spirne, Klishchiivka and Kotlyne.",
        {"Spirne": "name", "Klishchiivka": "name", "Kotlyne": "name"},
    ),
    (
        "ru",
        "над Белгородской, Курской и Брянской областями",
        {"Белгородской": "head:область", "Брянской областями": "name"},
    ),
    ("ru", "Пострадал мужчина в селе Новая Таволжанка.", {"Новая Таволжанка": "name"}),
    ("ru", "В Раменском повреждены дома.", {"Раменском": "name"}),
    ("ru", "Погибли люди на улице Киевской.", {"улице Киевской": "street"}),
    ("uk", "Пожежа сталася на вулиці Харківській.", {"вулиці Харківській": "street"}),
    ("ru", "Дерево упало в парке «Дубки» в Твери.", {"«Дубки»": "facility", "Твери": "name"}),
    ("ru", "Удар по заводу «Эластик» в Рязани.", {"«Эластик»": "facility", "Рязани": "name"}),
    ("ru", "Загорелся саратовский аэропорт.", {"саратовский аэропорт": "adjective:саратовск"}),
    ("uk", "у Курській та Сумській областях", {"Курській": "head:область", "Сумській областях": "name"}),
    ("uk", "вибухи в окупованому Луганську вночі", {"Луганську": "name"}),
    ("uk", "Удар по аеродрому в Джанкої", {"Джанкої": "name"}),
    ("uk", "бої на Покровському напрямку", {"Покровському напрямку": "adjective:покровськ"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_is_found(gazetteer: Gazetteer, language: str, text: str, expected: dict[str, str]) -> None:
    found = read(gazetteer, text, language)
    assert expected.items() <= found.items()


NOT_PLACES = [
    ("en", "The officer told Commissioner Adeola of the find, and President Bush spoke.", ()),
    ("en", "Nine of the victims said Reading is hard. May God help them.", ()),
    ("en", "Mayor Terekhov said Paris Hilton had called.", ("Paris",)),
    ("en", "Moscow said the attack was a provocation.", ("Moscow",)),
    ("en", "The Moscow Times reported losses.", ("Moscow",)),
    ("en", "The Belgorod governor confirmed it.", ("Belgorod",)),
    ("en", "The White House declined to comment.", ()),
    ("en", "A shell hit the Sokol market.", ()),
    ("en", "Smoke rose over the Black Sea Fleet headquarters.", ("Black Sea",)),
    ("en", "Hani al-Masri was among the dead.", ()),
    ("en", "A Russian oil refinery caught fire.", ()),
    ("ru", "Склад уничтожен на правом берегу Днепра.", ()),
    ("ru", "Мэр Игорь Терехов сообщил о взрыве.", ()),
    ("ru", "Канал «Москва 24» показал видео.", ()),
    ("ru", "Москва отвергла обвинения.", ("Москва",)),
    ("ru", "Губернатор Белгородской области приехал.", ("Белгородской области",)),
    ("uk", "Начальник ОВА Іван Федоров повідомив про удар.", ()),
]


@pytest.mark.parametrize(("language", "text", "mentioned"), NOT_PLACES)
def test_is_no_place_of_an_event(gazetteer: Gazetteer, language: str, text: str, mentioned: tuple[str, ...]) -> None:
    found = read(gazetteer, text, language)
    assert set(found) <= set(mentioned)
    assert all(label in ("office", "metonym") for label in found.values())


STREETS = [
    ("en", "A fire broke out in the 400 block of Maple Avenue.", "Maple Avenue"),
    ("en", "They met at Oak Street and 9th Avenue.", "Oak Street and 9th Avenue"),
    ("en", "A car stopped on Linden Court.", "Linden Court"),
    ("en", "He appeared at Leeds County Court.", None),
    ("en", "Shares fell on Wall Street.", None),
    ("ru", "Взрыв произошел на Садовой улице.", "Садовой улице"),
]


@pytest.mark.parametrize(("language", "text", "street"), STREETS)
def test_street(gazetteer: Gazetteer, language: str, text: str, street: str | None) -> None:
    found = [text[m.start : m.end] for m in find(text, language, gazetteer) if m.label == "street"]
    assert found == ([street] if street else [])


@pytest.mark.parametrize(
    "text", ["", "\n\n", "«»", "А. Б. В.", "X" * 5000, "На На На", "\ufeffКиев\u0000", "🔥🔥 в 🔥"]
)
def test_odd_texts_are_read(gazetteer: Gazetteer, text: str) -> None:
    for language in ("en", "ru", "uk"):
        mentions = find(text, language, gazetteer)
        ends = [0, *(m.end for m in mentions)]
        assert all(m.start >= end for m, end in zip(mentions, ends, strict=False))
