"""Languages: by script and function words; a text in another language is said to be one."""

import pytest

from reportedly.reports.language import checked, detect
from reportedly.reports.material import Unreadable

from .conftest import EN, RU, UK

CASES = [
    (EN, "en"),
    (RU, "ru"),
    (UK, "uk"),
    ("BREAKING: explosions heard in Kharkiv", "en"),
    ("Drone attack on Belgorod region: two injured", "en"),
    ("Взрыв в Белгороде", "ru"),
    ("⚡️ В Ижевске слышны взрывы", "ru"),
    ("Вибухи у Харкові", "uk"),
    ("Тривога!", "uk"),
    ("Загроза застосування балістики.", "uk"),
    ("Ракетная опасность", "ru"),
    ("Дрон атаковал завод в Ижевске. Пострадали 35 человек.", "ru"),
    ("Venezuela accused Washington of striking a dock.", "en"),
    ("Drone hits Sumy hospital", "en"),
    ("Kyiv denies losing Pokrovsk", "en"),
    ("Iran blames Israel for attack", "en"),
    ("Дрони атакували Суми", "uk"),
    ("СИЛАМИ ПВО СБИТЫ ТРИ БПЛА НАД БРЯНСКОЙ ОБЛАСТЬЮ", "ru"),
    (f"{RU}\n\n{RU}\n\nSource: TASS, Baza, https://t.me/bazabazon/1", "ru"),
    (f"{UK} {UK}\n{EN}", "uk"),
]


@pytest.mark.parametrize(("text", "code"), CASES, ids=[case[0][:30] for case in CASES])
def test_detect(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bei einem Drohnenangriff auf ein Werk in Ischewsk sind zwei Menschen verletzt worden.", "German"),
        ("Une attaque de drones contre une usine a fait deux blessés dans la nuit de lundi.", "French"),
        ("W ataku dronów na zakład zginęły dwie osoby, poinformował gubernator obwodu.", "Polish"),
        ("Внаслідок? Не: при атака с дронове срещу завод са ранени двама души, съобщи той.", "Bulgarian"),
        ("У нападу дронова на град рањено је двоје људи, саопштила је полиција.", "Serbian"),
        ("Ataque ruso deja dos muertos", "Spanish"),
        ("Explosion dans une usine", "French"),
        ("Raid russe contre Kharkiv", "French"),
        ("Drei Tote bei Angriff auf Kiew", "German"),
        ("Rosja zaatakowała Odessę", "Polish"),
        ("Руски напад на Одесу", "Serbian"),
        ("قتل شخصان في هجوم بطائرة مسيرة على مصنع", "Arabic"),
    ],
)
def test_other_languages_are_named(text: str, name: str) -> None:
    with pytest.raises(Unreadable, match=f"in {name}, a language that is not read"):
        detect(text)


def test_tags() -> None:
    assert checked("en-GB") == "en"
    assert checked("RU") == "ru"
    with pytest.raises(Unreadable, match="'xx' is not read"):
        checked("xx")
