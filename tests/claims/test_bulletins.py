"""Nightly bulletins of both sides: the total, its parts by region, and the window that they hold for."""

import pytest

from reportedly import pipeline
from reportedly.model import Claim, Report

MINISTRY = (
    "В течение прошедшей ночи, с 23.00 мск 1 июля до 6.00 мск 2 июля, дежурными средствами ПВО уничтожены 60 украинских"
    " беспилотных летательных аппаратов: 17 – над территорией Республики Крым, 16 – над территорией Ростовской области,"
    " 11 – над акваторией Азовского моря, по 3 – над территориями Белгородской и Воронежской областей, один – над"
    " территорией Орловской области."
)
LIST = (
    "⚡️За ночь над регионами РФ сбито 60 беспилотников ВСУ, сообщает Минобороны:\n▪️17 — над Крымом;\n▪️16 — над"
    " Ростовской областью;\n▪️по 8 — над Курской и Брянской областями."
)
TABLE = (
    "44 украинских беспилотника уничтожено над регионами РФ минувшей ночью, сообщили в Минобороны РФ\n\nНовгородская"
    " область — 20 БПЛА;\nКурская область — 5 БПЛА;\nБелгородская область — 3.\n\n📩 [Прислать новость](https://t.me/x)"
)
AIR_FORCE = "За ніч збито 27 із 31 ударних БпЛА: 10 – на Одещині, 9 – на Миколаївщині, по 3 – на Сумщині та Харківщині"
AGENCY = (
    "Air defenses destroyed 60 Ukrainian drones between 11 p.m. Moscow time on July 1 and 6 a.m. on July 2, the Defense"
    " Ministry reported: 17 over Crimea, 16 over the Rostov Region, and five over the Kursk Region."
)
WIRE = (
    "Russia launched 114 drones overnight, and air defenses shot down 79 of them, including 40 over Kharkiv region and"
    " 9 over Sumy region, Ukraine's Air Force said."
)


def interceptions(text: str, language: str) -> list[Claim]:
    report = Report(id="t", text=text, language=language, published="2025-07-02T09:00")
    return [c for c in pipeline.claims(report) if c.event == "interception"]


@pytest.mark.parametrize(
    ("text", "language", "total", "parts"),
    [
        (
            *(MINISTRY, "ru", 60),
            "Crimea 17, Rostov Oblast 16, Sea of Azov 11, Belgorod Oblast 3, Voronezh Oblast 3, Oryol Oblast 1",
        ),
        (LIST, "ru", 60, "Crimea 17, Rostov Oblast 16, Kursk Oblast 8, Bryansk Oblast 8"),
        (TABLE, "ru", 44, "Novgorod Oblast 20, Kursk Oblast 5, Belgorod Oblast 3"),
        (AIR_FORCE, "uk", 27, "Odesa Oblast 10, Mykolaiv Oblast 9, Sumy Oblast 3, Kharkiv Oblast 3"),
        (AGENCY, "en", 60, "Crimea 17, Rostov Oblast 16, Kursk Oblast 5"),
        (WIRE, "en", 79, "Kharkiv Oblast 40, Sumy Oblast 9"),
    ],
)
def test_a_bulletin_is_one_claim_with_its_total_and_its_parts(text: str, language: str, total: int, parts: str) -> None:
    (claim,) = interceptions(text, language)
    assert claim.quantities[0].value == total and claim.quantities[0].part_of is None
    told = [q for q in claim.quantities if q.place]
    assert ", ".join(f"{q.place} {q.value}" for q in told) == parts
    assert {q.part_of for q in told} == {0}


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        (AGENCY, "en", "2025-07-01T23:00", "2025-07-02T06:00"),
        (MINISTRY, "ru", "2025-07-01", "2025-07-02"),
        (AIR_FORCE, "uk", "2025-07-01", "2025-07-02"),
    ],
)
def test_the_window_is_that_of_the_night(text: str, language: str, start: str, end: str) -> None:
    (claim,) = interceptions(text, language)
    assert claim.time is not None and (claim.time.start, claim.time.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        (LIST, "ru", "Russian Ministry of Defence"),
        (TABLE, "ru", "Russian Ministry of Defence"),
        (AGENCY, "en", "Defense Ministry"),
    ],
)
def test_who_speaks_before_a_list_vouches_for_all_of_it(text: str, language: str, source: str) -> None:
    (claim,) = interceptions(text, language)
    assert [s.name for s in claim.sources] == [source]
