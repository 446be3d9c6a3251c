"""What each rule must flag and must not: the texts of its docstring, as claims."""

from typing import Any

import pytest

from reportedly.findings import DateProblem, References, Variant, check
from reportedly.model import Reading
from reportedly.packs.records import Row, Series
from tests.findings.told import Told, figure, place, reading, unknown, unknown_at

RU = {"Russian Ministry of Defence": "RU", "General Staff": "UA", "Kyiv": "UA", "Moscow": "RU"}
NIGHTS = Series(
    "marks",
    (
        Row("2025-03-10", "2025-03-11", "Russian Ministry of Defence", "intercepted", "drones", "", 337, "bulletin"),
        Row(
            "2024-05-26",
            "2024-05-26",
            "Ukrainian officials",
            "distance_km",
            "depth of strike",
            "Orsk",
            1800,
            "statement",
        ),
        Row("2024-11-17", "2024-11-17", "officials", "distance_km", "depth of strike", "Izhevsk", 1300, "statement"),
    ),
    marks=True,
)
EVERY_DAY = Series(
    "nights",
    tuple(
        Row(f"2025-{m:02}-{d:02}", f"2025-{m:02}-{d:02}", "Air Force", "launched", "drones", "", 200 if m == 5 else 100)
        for m in (5, 6)
        for d in range(1, 31)
    ),
)
REFERENCES = References(
    series=(NIGHTS,),
    side_of=RU.get,
    own_voice=lambda p: p.removeprefix("own:") if p.startswith("own:") else None,
    office_holder=lambda n: {
        "Alexandr Brechelov": "Alexander Brechalov",
        "Alexander Brechalov": "Alexander Brechalov",
    }.get(n),
    variants=lambda text, _: [Variant("Lutuy", "An-196 Liutyi", text.find("Lutuy"), 0)] if "Lutuy" in text else [],
    date_problems=lambda r: [DateProblem("31 June", 3, 10, "no_such_date")] if "31 June" in r.text else [],
)


def kinds(read: Reading, references: References = REFERENCES) -> dict[str, list[tuple[str, ...]]]:
    """Kind to the claim ids of its findings."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for f in check(read, references):
        found.setdefault(f.kind, []).append(tuple(c.partition("#")[2] for c in f.claims))
    return found


def hurt(words: str, by: str | None, value: Any, **rest: Any) -> Told:
    return Told(words, "casualties", by, injured=value, **rest)


PLANT = place("Kupol plant", kind="facility")
BLAST = Told("A blast shook the plant", "explosion")

FLAGGED: dict[str, list[Reading]] = {
    "absence_is_not_denial": [
        reading(Told("No damage was reported", "damage", polarity="not_reported")),
        reading(Told("О пострадавших пока не сообщается", "casualties", polarity="not_reported"), language="ru"),
    ],
    "withheld": [
        reading(Told("He did not specify the target", "strike", "Governor", polarity="withheld")),
        reading(
            Told("Минобороны не уточнило, сколько самолётов повреждено", "damage", "Минобороны", polarity="withheld"),
            language="ru",
        ),
    ],
    "unknown_figure": [
        reading(
            Told("the Office could not establish how many people had been inside", "casualties", polarity="withheld")
        ),
        reading(Told("Неизвестно, сколько человек под завалами", "casualties", polarity="withheld"), language="ru"),
    ],
    "unknown_place": [
        reading(Told("an attack on Izhokov", "strike", "SHOT", places=[unknown("Izhokov")])),
        reading(
            Told("вибух у селищі Ольхоморське під Москвою", "explosion", places=[unknown("Ольхоморське")]),
            language="uk",
        ),
    ],
    "garbled_name": [
        reading(Told("two drones of the 'Lutuy' type", "strike", "SHOT")),
        reading(hurt("Alexandr Brechelov said 35 were wounded", "Alexandr Brechelov", 35)),
    ],
    "count_conflict": [
        reading(hurt("Two were injured, the governor said", "Governor", 2), hurt("Baza spoke of three", "Baza", 3)),
        reading(
            Told("the ministry gave its size as 1,200 square metres", "fire", "ministry", area_m2=1200),
            Told("the channel as 3,000", "fire", "Astra", area_m2=3000),
        ),
        reading(
            Told("SHOT reported an attack on Izhokov", "strike", "SHOT", places=[unknown("Izhokov")]),
            Told("The head confirmed a strike on Izhevsk", "strike", "Head", places=["Izhevsk"]),
            Told(
                "the recent attacks in Izhokov and Izhevsk", "assessment", places=[unknown("Izhokov"), place("Izhevsk")]
            ),
        ),
    ],
    "figure_revised": [
        reading(hurt("He had reported 11 hurt on Tuesday", "Lysak", 11), hurt("17 are hurt, he said", "Lysak", 17)),
        reading(
            Told("Ранее мэр писал о 69 дронах", "interception", "Собянин", intercepted=(69, "drones")),
            Told("позднее он назвал цифру 74", "interception", "Собянин", intercepted=(74, "drones")),
            language="ru",
        ),
    ],
    "scope_differs": [
        reading(
            Told(
                "74 drones on the way to the city, the mayor said",
                "interception",
                "Mayor",
                intercepted=74,
                places=["Moscow"],
            ),
            Told(
                "91 over the region, by the ministry",
                "interception",
                "Ministry",
                intercepted=91,
                places=[place("Moscow Oblast", kind="region")],
            ),
        ),
        reading(
            Told("Kyiv counted 2,935 violations", "agreement", "Kyiv", other=(2935, "violations")),
            Told("Moscow 4,900", "agreement", "Moscow", other=(4900, "violations")),
        ),
    ],
    "part_whole": [
        reading(
            Told(
                "60 drones were downed, 17 of them over Crimea and 16 over Rostov",
                "interception",
                intercepted=[(60, "drones"), (17, "drones", "Crimea"), (16, "drones", "Rostov Oblast")],
            )
        ),
        reading(
            Told("126 drones were launched", "strike", "Air Force", launched=(126, "drones")),
            Told(
                "79 were shot down, 35 lost",
                "interception",
                "Air Force",
                intercepted=[(79, "drones"), (35, "drones lost")],
            ),
        ),
    ],
    "part_sum_exceeds_total": [
        reading(
            Told(
                "60 drones destroyed, including 40 over Crimea and 30 over Rostov",
                "interception",
                intercepted=[(60, "drones"), (40, "drones", "Crimea"), (30, "drones", "Rostov Oblast")],
            )
        ),
        reading(
            hurt(
                "10 hurt: seven in the city and five in the district",
                "Mayor",
                [10, (7, None, "City"), (5, None, "District")],
            )
        ),
    ],
    "part_sum_below_total": [
        reading(
            Told("4900 violations", "agreement", other=(4900, "violations")),
            Told(
                "3316 drone strikes, 1404 shellings and 2 attacks",
                "strike",
                other=[(3316, "drone strikes"), (1404, "shellings"), (2, "attacks")],
            ),
        ),
        reading(
            Told("нарушили перемирие 500 раз", "agreement", other=(500, "violations")),
            Told("300 обстрелов и 100 ударов", "strike", other=[(300, "shellings"), (100, "strikes")]),
            language="ru",
        ),
    ],
    "denied_claim": [
        reading(
            Told("Russia said it had captured the town", "capture", "Moscow"),
            Told("but Kyiv dismissed the statement", "capture", "Kyiv", polarity="denied"),
        ),
        reading(
            Told("Повідомлення про затримання він спростував", "detention", "Малюк", polarity="denied"), language="uk"
        ),
    ],
    "contradictory_accounts": [
        reading(
            Told("The General Staff said it struck the depot", "strike", "General Staff", target="depot"),
            Told("debris had fallen on an industrial site, the governor said", "damage", "Governor"),
        ),
        reading(
            Told("The RSF said it had taken control of the camp", "capture", "RSF"),
            Told("Local sources speak of ongoing clashes at its edge", "clash", "local sources", kind="anonymous"),
        ),
    ],
    "internal_contradiction": [
        reading(
            Told("No damage was recorded at the plant", "damage", polarity="not_reported", places=[PLANT]),
            Told("although a fire burned across 600 square metres", "fire", area_m2=600, places=[PLANT]),
        ),
        reading(
            Told("Повреждений нет", "damage", polarity="denied", places=[PLANT]),
            Told("на заводе пожар", "fire", places=[PLANT]),
            language="ru",
        ),
    ],
    "superseded": [
        reading(
            Told("There is no official confirmation of the attack", "strike", polarity="not_reported"),
            Told("UPD: the governor confirmed the strike", "strike", "Governor"),
        ),
        reading(
            Told("официального подтверждения нет", "strike", polarity="not_reported"),
            Told("глава подтвердил атаку", "strike", "глава"),
            language="ru",
        ),
    ],
    "preliminary": [
        reading(
            Told(
                "Preliminary reports indicate that over 300 were killed",
                "casualties",
                certainty="probable",
                killed=">300",
            )
        ),
        reading(
            Told("За попередньою інформацією, під завалами людей немає", "casualties", certainty="probable"),
            language="uk",
        ),
    ],
    "estimate_not_count": [
        reading(
            Told(
                "The survey's modelling put the likely number of deaths above 10,000",
                "assessment",
                "USGS",
                killed=">10000",
            )
        ),
        reading(Told("По расчётной оценке, погибли до 5 тысяч", "casualties", "служба", killed="<5000"), language="ru"),
    ],
    "date_unknown": [
        reading(
            Told("the outlet confirmed the location of the video", "capture"),
            Told("it could not tell when it was filmed", "other"),
        ),
        reading(Told("Drones hit the port", "strike", time=None), published=None),
    ],
    "recirculated_media": [
        reading(Told("The video is from 2018", "other", time=None)),
        reading(Told("The footage was filmed on 20 May", "other", time=("2025-05-20", "2025-05-20", "day"))),
        reading(Told("The video is a month old", "other", time=None)),
        reading(Told("В соцсетях распространяется ролик, но он снят в 2018 году", "other"), language="ru"),
    ],
    "impossible_date": [
        reading(Told("On 31 June a drone hit the plant", "strike")),
        reading(Told("On 5 July a drone hit the plant", "strike", time=("2025-07-05", "2025-07-05", "day"))),
    ],
    "vague_source": [
        reading(Told("Analysts suggest a shift", "assessment", "analysts", kind="expert")),
        reading(Told("Источник сообщил о пожаре", "fire", "источник", kind="anonymous"), language="ru"),
    ],
    "unattributed": [
        reading(Told("This incident marks a significant escalation", "assessment")),
        reading(
            Told("По предварительным данным, поезда задерживаются", "disruption", certainty="probable"), language="ru"
        ),
    ],
    "not_independent": [
        reading(
            Told(
                "four channels, all of them reposting a single message, spoke of an evacuation",
                "displacement",
                "channels",
            )
        ),
        reading(Told("The figure, repeated by dozens of sites, goes back to one post", "damage", "SBU")),
    ],
    "cause_stated_as_debris": [
        reading(Told("из-за падения обломков возник пожар", "fire"), language="ru", publisher="own:Roman Busargin"),
        reading(Told("falling debris caused a fire at an oil depot, the governor said", "fire", "Governor")),
    ],
    "one_sided": [
        reading(
            Told("Противник потерял до 240 военнослужащих", "casualties", other=("<240", "servicemen lost")),
            language="ru",
            publisher="own:Russian Ministry of Defence",
        ),
        reading(
            Told(
                "The army said it had killed dozens of fighters",
                "casualties",
                "army",
                kind="military",
                killed=(40, "fighters"),
            )
        ),
    ],
    "disputed_territory": [
        reading(
            Told(
                "60 drones over Crimea and the Rostov region",
                "interception",
                "Russian Ministry of Defence",
                places=[place("Crimea", "UA", "region"), place("Rostov Oblast", "RU", "region")],
            )
        ),
        reading(
            Told("освободили Часов Яр Донецкой Народной Республики", "capture", places=[place("Chasiv Yar", "UA")]),
            language="ru",
        ),
    ],
    "rarity_contradicted": [
        reading(
            Told(
                "one of the few drone attacks in recent months",
                "assessment",
                comparison=("rarity", "one of the few drone attacks"),
            ),
            Told("a region frequently targeted by drones", "assessment"),
        ),
        reading(
            Told("редкая атака", "assessment", comparison=("rarity", "редкая атака")),
            Told("атаки стали ежедневными", "assessment"),
            language="ru",
        ),
    ],
    "record_contradicted": [
        reading(
            Told(
                "60 drones were shot down, the ministry said",
                "interception",
                "Russian Ministry of Defence",
                intercepted=(60, "drones"),
            ),
            Told(
                "the highest number of intercepted drones in a night",
                "assessment",
                comparison=("superlative", "the highest number of intercepted drones in a night"),
                places=[],
            ),
        ),
        reading(
            Told("Drones hit Izhevsk", "strike", places=["Izhevsk"]),
            Told(
                "the deepest strike into Russia",
                "assessment",
                comparison=("superlative", "deepest strike into Russia"),
                places=[],
            ),
        ),
    ],
    "record_supported": [
        reading(
            Told(
                "400 drones were shot down, the most drones in a night",
                "interception",
                "Russian Ministry of Defence",
                intercepted=(400, "drones"),
                comparison=("superlative", "the most drones in a night"),
                places=[],
            )
        ),
        reading(
            Told("the deepest strike", "strike", comparison=("superlative", "the deepest strike"), places=[]),
            Told("a base 4,300 km away", "strike", figures=[figure("distance_km", 4300)]),
        ),
    ],
    "record_undecidable": [
        reading(
            Told(
                "the deepest strike into Russia", "assessment", comparison=("superlative", "deepest strike"), places=[]
            )
        ),
        reading(
            Told("the farthest raid so far", "assessment", comparison=("superlative", "the farthest raid"), places=[])
        ),
    ],
    "certainty_drift": [
        reading(
            hurt("at least 10 were hurt, residents said", "residents", ">10"), hurt("the attack that hurt 10", None, 10)
        ),
        reading(
            hurt("possibly 30 were hurt, a channel wrote", "channel", 30, certainty="possible"),
            hurt("The 30 hurt were taken away", None, 30),
        ),
    ],
}

NOT_FLAGGED: dict[str, list[Reading]] = {
    "absence_is_not_denial": [
        reading(Told("Nobody was hurt, the governor said", "casualties", "Governor", polarity="denied")),
        reading(Told("No photos of the site were published", "other", polarity="not_reported")),
    ],
    "withheld": [
        reading(Told("No casualties were reported", "casualties", polarity="not_reported")),
        reading(
            Told(
                "The agency did not immediately respond to a request for comment",
                "statement",
                "Agency",
                polarity="withheld",
            )
        ),
    ],
    "unknown_figure": [
        reading(Told("The ministry did not give its losses", "casualties", "Ministry", polarity="withheld")),
        reading(Told("At least three people were killed", "casualties", killed=">3")),
    ],
    "unknown_place": [reading(Told("Drones hit Izhevsk", "strike", places=["Izhevsk"])), reading(BLAST)],
    "garbled_name": [
        reading(hurt("Alexander Brechalov said 35 were wounded", "Alexander Brechalov", 35)),
        reading(Told("Zelenskiy said it was over", "statement", "Volodymyr Zelenskyy")),
    ],
    "count_conflict": [
        reading(
            hurt("five hurt in Sumy, he said", "Mayor", 5, places=["Sumy"]),
            hurt("three in Kharkiv", "Other", 3, places=["Kharkiv"]),
        ),
        reading(hurt("45 hurt, he said", "Mayor", 45), hurt("35 in hospital", "Hospital", (35, "hospitalised"))),
    ],
    "figure_revised": [
        reading(hurt("Two were injured, the governor said", "Governor", 2), hurt("Baza spoke of three", "Baza", 3)),
        reading(hurt("three hurt, two of them children", "Mayor", [3, (2, "children")])),
    ],
    "scope_differs": [
        reading(hurt("Two were injured", "Governor", 2), hurt("Three", "Baza", 3)),
        reading(Told("the region: 37 drones", "strike", launched=37, places=[place("Belgorod Oblast", kind="region")])),
    ],
    "part_whole": [
        reading(Told("34 killed, two children among them", "casualties", killed=[34, (2, "children")])),
        reading(
            hurt("Five hurt in Sumy", "Mayor", 5, places=["Sumy"]),
            hurt("Three in Kharkiv", "Mayor", 3, places=["Kharkiv"]),
        ),
    ],
    "part_sum_exceeds_total": [
        reading(
            Told(
                "at least 60: 40 over Crimea, 30 over Rostov",
                "interception",
                intercepted=[">60", (40, None, "A"), (30, None, "B")],
            )
        ),
        reading(Told("60: 30 and 30", "interception", intercepted=[60, (30, None, "A"), (30, None, "B")])),
    ],
    "part_sum_below_total": [
        reading(Told("60 drones, 17 over Crimea", "interception", intercepted=[60, (17, None, "Crimea")])),
        reading(
            Told("2935 violations", "agreement", other=(2935, "violations")),
            Told("1882 shellings, over 950 strikes", "strike", other=[(1882, "shellings"), (">950", "drone strikes")]),
        ),
    ],
    "denied_claim": [
        reading(Told("Nobody was hurt", "casualties", "Governor", polarity="denied")),
        reading(Told("Evacuation is not needed", "displacement", "Governor", polarity="denied")),
    ],
    "contradictory_accounts": [
        reading(
            Told("60 drones were downed", "interception", "Ministry", intercepted=60),
            Told("falling debris damaged a roof, the governor said", "damage", "Governor"),
        ),
        reading(hurt("Two hurt, he said", "Governor", 2), hurt("Three", "Baza", 3)),
    ],
    "internal_contradiction": [
        reading(
            Told("No damage, the governor said", "damage", "Governor", polarity="denied"),
            Told("residents filmed a fire", "fire", "residents"),
        ),
        reading(
            Told("No damage in one town", "damage", polarity="denied", places=["One"]),
            Told("A fire in another", "fire", places=["Two"]),
        ),
    ],
    "superseded": [
        reading(Told("There is no official confirmation", "strike", polarity="not_reported")),
        reading(
            Told("The governor confirmed it", "strike", "Governor"),
            Told("No casualties were reported", "casualties", polarity="not_reported"),
        ),
    ],
    "preliminary": [
        reading(Told("Three people were killed", "casualties", killed=3)),
        reading(Told("It probably carried explosives", "strike", certainty="probable")),
    ],
    "estimate_not_count": [
        reading(Told("1,002 people had died, state television said", "casualties", "MRTV", killed=1002)),
        reading(Told("about 300 people were killed", "casualties", killed=300)),
    ],
    "date_unknown": [
        reading(Told("The video was filmed on 31 July, the outlet established", "capture")),
        reading(Told("Three were killed on Tuesday", "casualties", killed=3)),
    ],
    "recirculated_media": [
        reading(Told("Footage filmed on Tuesday shows the plant on fire", "fire")),
        reading(Told("A drone hit the plant on 20 May", "strike", time=("2025-05-20", "2025-05-20", "day"))),
        reading(Told("The plant was built in 2018", "other")),
    ],
    "impossible_date": [
        reading(Told("On 1 July a drone hit the plant", "strike")),
        reading(Told("The truce is to begin on 5 July", "agreement", time=("2025-07-05", "2025-07-05", "day"))),
    ],
    "vague_source": [
        reading(Told("Governor Roman Busargin said so", "fire", "Roman Busargin")),
        reading(Told("the Ukrainian Air Force said", "strike", "Ukrainian Air Force", kind="military")),
    ],
    "unattributed": [
        reading(Told("This is an escalation, the minister said", "assessment", "Minister")),
        reading(hurt("Two people were injured", None, 2)),
    ],
    "not_independent": [
        reading(Told("two channels reported the blast", "explosion", "channels")),
        reading(Told("the ministry reposted its own statement", "statement", "Ministry")),
    ],
    "cause_stated_as_debris": [
        reading(Told("under the debris of a collapsed tower 11 people died", "casualties", "Minister", killed=11)),
        reading(Told("residents found debris of a drone in a field", "other", "residents", kind="witness")),
    ],
    "one_sided": [
        reading(Told("Three residents were killed, the mayor said", "casualties", "Mayor", killed=(3, "residents"))),
        reading(
            Told("Satellite images show seven destroyed aircraft", "damage", "imagery", kind="document", destroyed=7)
        ),
    ],
    "disputed_territory": [
        reading(Told("explosions in Crimea", "explosion", places=[place("Crimea", "UA", "region")])),
        reading(
            Told(
                "the third town taken in Donetsk Oblast this year",
                "capture",
                places=[place("Donetsk Oblast", "UA", "region")],
            )
        ),
    ],
    "rarity_contradicted": [
        reading(
            Told(
                "one of the deadliest explosions",
                "assessment",
                comparison=("rarity", "one of the deadliest explosions"),
            ),
            Told("a region frequently targeted by drones", "assessment"),
        ),
        reading(
            Told("one of the few attacks in months", "assessment", comparison=("rarity", "one of the few attacks"))
        ),
    ],
    "record_contradicted": [
        reading(
            Told(
                "the biggest drone attack on the city",
                "strike",
                comparison=("superlative", "the biggest drone attack"),
                launched=60,
            )
        ),
        reading(
            Told(
                "one of the largest attacks in a night",
                "strike",
                comparison=("rarity", "one of the largest"),
                intercepted=60,
            )
        ),
    ],
    "record_supported": [
        reading(BLAST),
        reading(Told("the biggest drone attack on the city", "strike", comparison=("superlative", "x"))),
    ],
    "record_undecidable": [
        reading(BLAST),
        reading(Told("the worst day", "assessment", comparison=("superlative", "the worst day"))),
    ],
    "certainty_drift": [
        reading(hurt("at least 3 hurt, the mayor said", "Mayor", ">3"), hurt("Ten were hurt", None, 10)),
        reading(hurt("at least 3 hurt", "Mayor", ">3"), hurt("the 3 hurt, the doctor confirmed", "Doctor", 3)),
    ],
}


@pytest.mark.parametrize(("kind", "read"), [(k, r) for k, rs in FLAGGED.items() for r in rs])
def test_flags(kind: str, read: Reading) -> None:
    assert kind in kinds(read), read.report.text


@pytest.mark.parametrize(("kind", "read"), [(k, r) for k, rs in NOT_FLAGGED.items() for r in rs])
def test_does_not_flag(kind: str, read: Reading) -> None:
    assert kind not in kinds(read), read.report.text


REAL = [
    # sentences of real posts and reports, shortened, that were once flagged
    (
        "unknown_place",
        reading(
            Told("взрыв газа на Карельском бульваре", "explosion", places=[unknown_at("Карельском", 15)]), language="ru"
        ),
    ),
    (
        "count_conflict",
        reading(
            hurt("возросло до 39 человек", "власти", 39),
            hurt("в больницах находятся 30", "Кипер", (30, "in hospital")),
            language="ru",
        ),
    ),
    (
        "denied_claim",
        reading(
            Told("Россия отвергает какое-либо замораживание", "agreement", "Нарышкин", polarity="denied"), language="ru"
        ),
    ),
    (
        "cause_stated_as_debris",
        reading(Told("при обнаружении обломков нельзя их трогать", "damage"), language="ru", publisher="own:Mayor"),
    ),
    (
        "one_sided",
        reading(
            Told("два военнослужащих получили легкие ранения", "casualties", "Минобороны", injured=(2, "servicemen")),
            language="ru",
        ),
    ),
    (
        "part_sum_exceeds_total",
        reading(Told("a gunman accused of killing eight in a home", "casualties", killed=[1, (8, None, "Home")])),
    ),
    (
        "part_whole",
        reading(
            Told("about ten, two U.S. officials said", "damage", destroyed=[(10, "aircraft"), (12, "aircraft", "Base")])
        ),
    ),
    (
        "estimate_not_count",
        reading(Told("two drones, a model previously associated with the army, hurt 3", "casualties", injured=3)),
    ),
    (
        "figure_revised",
        reading(
            Told("збито 79, ще 35 не досягли цілей", "interception", intercepted=[79, (35, "drones lost")]),
            language="uk",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "read"), REAL)
def test_does_not_flag_real_sentences(kind: str, read: Reading) -> None:
    assert kind not in kinds(read), read.report.text


def test_a_trend_is_asked_of_a_full_series_only() -> None:
    claim = Told("drone attacks are increasing", "assessment", comparison=("trend", "increasing"))
    full = References(series=(EVERY_DAY,))
    assert "trend" in kinds(reading(claim, published="2025-07-01"), full)
    (found,) = check(reading(claim, published="2025-07-01"), full)[:1]
    assert (found.code, found.severity) == ("trend.contradicted", "warning")
    assert found.coverage and found.coverage.rows == 59
    assert "trend" not in kinds(reading(claim, published="2025-07-01"))
    concern = Told("growing concern", "assessment", comparison=("trend", "growing concern"))
    assert "trend" not in kinds(reading(concern, published="2025-07-01"), full)


def test_findings_name_what_is_needed_and_no_more() -> None:
    read = reading(
        BLAST,
        hurt("Two were injured, the governor said", "Governor", 2),
        hurt("Baza spoke of three", "Baza", 3),
        Told("Power was cut", "disruption"),
    )
    assert kinds(read) == {"count_conflict": [("c2", "c3")]}
    (conflict,) = check(read, REFERENCES)
    assert [(p.value, p.by) for p in conflict.positions] == [("2", ("Governor",)), ("3", ("Baza",))]
    assert (conflict.relation, conflict.attribute, conflict.severity) == ("conflict", "injured", "error")
