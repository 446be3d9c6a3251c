"""Who did it and what it was done to, of the several things and parties that a clause names."""

import pytest

from reportedly import pipeline
from reportedly.claims.gloss import gloss
from reportedly.model import Claim, Report
from reportedly.publish.persons import Masks

TARGETS = [
    ("en", "strike", "A missile hit a two-storey boarding school in Sumy.", "two-storey boarding school"),
    ("en", "strike", "Missiles hit Sumy and the nearby town of Trostianets.", "Sumy and Trostianets"),
    ("en", "strike", "Shells landed on the outskirts of Sumy.", "outskirts of Sumy"),
    ("en", "strike", "Bombs struck a bus, two cars and a kiosk near the station.", "bus and cars"),
    ("en", "damage", "The blast shattered windows of a tram depot.", "tram depot"),
    ("en", "damage", "Neighbouring houses had their windows blown out.", "neighbouring houses"),
    ("en", "bombing", "A car bomb went off outside a bank in a market district.", None),
    ("en", "disruption", "Power was cut to 300 homes.", None),
    ("en", "disruption", "Flights at Kazan airport were suspended.", "Kazan International Airport"),
    ("en", "strike", "Drones struck Sumy, and two men were taken to hospital.", "Sumy"),
    ("en", "capture", "The army captured Abu Shouk camp.", "Abu Shouk camp"),
    ("en", "detention", "Police detained two suspects in Sumy.", "suspects"),
    ("ru", "strike", "Российский вертолёт атаковал склады боеприпасов.", "склады боеприпасов"),
    ("ru", "strike", "Ракетой обстреляли посёлок у завода.", "посёлок"),
    ("ru", "strike", "Дроны ударили по цехам и складам предприятия в районе порта.", "цехи и склады предприятия"),
    ("ru", "strike", "Обломки упали возле школы, ракеты поразили электростанцию.", "электростанция"),
    ("ru", "damage", "В соседних домах выбиты стёкла.", "соседние дома"),
    ("ru", "explosion", "Взрыв прогремел в многоквартирном доме.", "многоквартирный дом"),
    ("ru", "disruption", "Без света остались дома трёх сёл.", None),
    ("uk", "strike", "Росіяни вдарили по річковому порту.", "річковий порт"),
    ("uk", "strike", "Ракета влучила в будівлю ліцею, де були люди.", "будівля ліцею"),
    ("uk", "damage", "Пошкоджено сім приватних будинків і дві вантажівки.", "приватні будинки і вантажівки"),
    ("uk", "fire", "Пожежа спалахнула на хімічному підприємстві.", "хімічне підприємство"),
]
ACTORS = [
    ("en", "strike", "Ukraine on Friday attacked Russian military aircraft.", "Ukraine"),
    ("en", "detention", "Police detained two suspects in Sumy.", "police"),
    ("en", "response", "Rescuers pulled a boy from the rubble.", "rescuers"),
    ("en", "capture", "The Rapid Support Forces captured the town of Babanusa.", "Rapid Support Forces"),
    ("ru", "response", "Следственный комитет возбудил дело.", "Investigative Committee of Russia"),
    ("ru", "response", "Местные пожарные потушили огонь.", "местные пожарные"),
    ("ru", "disruption", "Росавиация сняла ограничения в аэропорту.", "Rosaviatsia"),
    ("uk", "strike", "Сили оборони уразили нафтобазу.", "Defence Forces of Ukraine"),
    ("uk", "strike", "Російська армія обстріляла село.", "Russian army"),
]


def read(language: str, event: str, text: str) -> Claim:
    claims = pipeline.claims(Report(id="t", text=text, language=language, published="2025-06-10T12:00"))
    return next(c for c in claims if c.event == event)


@pytest.mark.parametrize(("language", "event", "text", "name"), TARGETS)
def test_the_target_is_what_the_deed_was_done_to(language: str, event: str, text: str, name: str | None) -> None:
    target = read(language, event, text).target
    assert (target.name if target else None) == name


@pytest.mark.parametrize(("language", "event", "text", "name"), ACTORS)
def test_the_actor_is_who_did_it(language: str, event: str, text: str, name: str) -> None:
    actor = read(language, event, text).actor
    assert actor is not None and actor.name == name


@pytest.mark.parametrize(("language", "event", "text", "name"), [case for case in TARGETS if case[3]])
def test_the_words_of_a_target_cover_its_phrase(language: str, event: str, text: str, name: str) -> None:
    target = read(language, event, text).target
    assert target is not None and target.span is not None
    assert len(text[slice(*target.span)].split()) >= len(name.split()) - 1  # a known object may be named by a part


def test_a_claim_tells_its_target_in_words_that_can_be_read() -> None:
    claim = read("ru", "damage", "Повреждены пять частных домов.")
    assert "частные дома" in gloss(claim)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police detained two suspects, Ivan Petrov and another man, in Sumy."),
        ("ru", "Полицейские задержали двух мужчин, Ивана Петрова и его брата."),
    ],
)
def test_no_name_of_a_private_person_gets_into_a_target(language: str, text: str) -> None:
    target = read(language, "detention", text).target
    assert target is not None and target.kind == "person"
    assert Masks().target(target) == target.name == target.name.lower()
