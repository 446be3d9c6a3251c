"""Superlatives, ordinals and shares as questions: one case a line in ``records.tsv``, and what holds of all answers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

import reportedly
from reportedly.findings import References, check
from reportedly.findings.records import Occurrence, answered
from reportedly.findings.records.occurrences import apart, between
from reportedly.findings.records.query import Query, Span
from reportedly.findings.records.shares import share
from reportedly.findings.records.spans import spans
from reportedly.lineage.times import Window, hour_of
from reportedly.packs.records import Row, Series
from tests.findings.told import Told, place, reading

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "records.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SUMY = place("Sumy")


@pytest.mark.parametrize(("language", "text", "code"), CASES)
def test_what_a_report_says_to_its_own_records(language: str, text: str, code: str) -> None:
    found = reportedly.check(text, published="2025-07-01", language=language).findings
    assert [f.code for f in found if f.kind.startswith("record_")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("language", "words", "since"),
    [
        ("en", "the second attack since february", ["2025-02-01", "2025-03-01"]),
        ("en", "the second since november 2023", ["2023-11-01", "2023-12-01"]),
        ("en", "the first this year", ["2025-01-01"]),
        ("en", "the third in three days", ["2025-06-28"]),
        ("en", "the third in under two weeks", ["2025-06-17"]),
        ("en", "the third in a month", ["2025-06-01", "2025-07-01"]),
        ("en", "the biggest of the war", [None]),
        ("ru", "третий раз за месяц", ["2025-06-01", "2025-07-01"]),
        ("ru", "третий за последние три дня", ["2025-06-28"]),
        ("ru", "вторая атака с февраля", ["2025-02-01", "2025-03-01"]),
        ("ru", "с начала года", ["2025-01-01"]),
        ("uk", "п'ята атака за тиждень", ["2025-06-24", "2025-06-30"]),
        ("uk", "друга атака з лютого", ["2025-02-01", "2025-03-01"]),
        ("uk", "цього року", ["2025-01-01"]),
    ],
)
def test_words_that_bound_a_record(language: str, words: str, since: list[str | None]) -> None:
    assert [s.since for s in spans(words, language, "2025-07-01")] == since


@pytest.mark.parametrize(
    ("language", "words", "low", "high"),
    [
        ("en", "80% of the drones", 0.795, 0.805),
        ("en", "about 80 per cent", 0.745, 0.855),
        ("en", "more than half of the drones", 0.5, 1.0),
        ("en", "almost a third of all missiles", 0.233, 0.333),
        ("ru", "две трети дронов", 0.617, 0.717),
        ("ru", "менее половины беспилотников", 0.0, 0.5),
        ("uk", "понад 90 відсотків", 0.9, 1.0),
        ("uk", "чверть ракет", 0.2, 0.3),
    ],
)
def test_the_share_that_words_allow(language: str, words: str, low: float, high: float) -> None:
    found = share(words, language)
    assert found is not None and (round(found.low, 3), round(found.high, 3)) == (low, high)


def rows(*given: tuple[str, str, str, str, float]) -> References:
    made = tuple(Row(start, end, by, "launched", "drones", spot, value) for start, end, by, spot, value in given)
    return References(series=(Series("own", made),))


MOST = Told(
    "Russia launched 400 drones, the most drones in a single night",
    "strike",
    "Air Force",
    launched=(400, "drones"),
    comparison=("superlative", "the most drones in a single night"),
    places=[],
)
A_DAY = Told(
    "Russia launched 400 drones, the most drones in 24 hours",
    "strike",
    "Air Force",
    launched=(400, "drones"),
    comparison=("superlative", "the most drones in 24 hours"),
    places=[],
)


@pytest.mark.parametrize(
    ("claim", "references", "code", "tried"),
    [
        (MOST, rows(("2025-06-01", "2025-06-02", "Air Force", "", 500)), "record_contradicted.beaten", []),
        (MOST, rows(("2025-06-01", "2025-06-02", "Air Force", "", 300)), "record_supported.unbeaten", []),
        (
            MOST,
            rows(
                ("2025-06-01", "2025-06-02", "Air Force", "", 300),
                ("2025-06-05", "2025-06-05", "Air Force", "", 600),
            ),
            "record_supported.unbeaten",
            [("window.24h", "contradicted")],
        ),
        (A_DAY, rows(("2025-06-01", "2025-06-02", "Air Force", "", 500)), "record_contradicted.beaten", []),
        (
            MOST,
            rows(("2025-06-01", "2025-06-02", "Air Force", "", 300), ("2025-06-01", "2025-06-02", "Monitors", "", 450)),
            "record_supported.unbeaten",
            [("side.others", "contradicted")],
        ),
    ],
)  # fmt: skip
def test_windows_and_sides_are_varied_and_said(
    claim: Told, references: References, code: str, tried: list[tuple[str, str]]
) -> None:
    (found,) = (f for f in check(reading(claim), references) if f.kind.startswith("record_"))
    assert found.code == code
    said = found.params["tried"]["each"]["each"] if found.params["tried"] else []
    codes = ((t["code"].removeprefix("tried."), t["outcome"]["code"].removeprefix("outcome.")) for t in said)
    assert list(codes) == tried


def test_the_variants_are_said_in_words() -> None:
    text = "The strike on Kharkiv is the third in a month. The city was struck on 9 June."
    (found,) = (f for f in reportedly.check(text, published="2025-07-01").findings if "ordinal" in f.code)
    assert "by the calendar: cannot be told (0)" in found.explanation


def question(number: int, *since: str | None) -> Query:
    return Query(
        claims=(),
        of="attacks",
        number=number,
        place=SUMY,
        spans=tuple(Span("last", s) for s in since),
        until="2025-07-01",
    )


def attack(day: int, ref: str = "") -> Occurrence:
    start = (hour_of("2025-01-01") or 0.0) + 24.0 * day
    return Occurrence(hours=Window(start, start + 24.0, False), ref=ref or f"r#c{day}", places=(SUMY,))


attacks = st.lists(st.integers(0, 180).map(attack), max_size=12)


@given(attacks, st.integers(0, 180), st.integers(0, 180))
def test_a_wider_window_never_lowers_a_count(known: list[Occurrence], one: int, two: int) -> None:
    early, late = (f"2025-{1 + d // 31:02}-{1 + d % 28:02}" for d in sorted((one, two)))
    near, wide = (len(apart(between(known, since, "2025-07-01"))) for since in (max(early, late), min(early, late)))
    assert near <= wide


@given(attacks, st.permutations(range(12)))
def test_the_order_of_what_is_at_hand_does_not_matter(known: list[Occurrence], order: list[int]) -> None:
    shuffled = [known[i] for i in order if i < len(known)]
    one, two = (answered(question(2, "2025-01-01"), lambda _, k=k: k) for k in (known, shuffled))
    assert (one and (one.outcome, one.days)) == (two and (two.outcome, two.days))


@given(attacks, st.integers(0, 180), st.integers(1, 6))
def test_one_more_earlier_attack_never_takes_a_contradiction_away(
    known: list[Occurrence], day: int, number: int
) -> None:
    before = answered(question(number, "2025-01-01"), lambda _: known)
    after = answered(question(number, "2025-01-01"), lambda _: [*known, attack(day, "r#new")])
    if before is not None and before.outcome == "contradicted":
        assert after is not None and after.outcome == "contradicted"


@given(attacks, st.integers(1, 6))
def test_told_twice_counts_once(known: list[Occurrence], number: int) -> None:
    twice = [*known, *(structs.replace(o, ref=f"s#{n}") for n, o in enumerate(known))]
    one, two = (answered(question(number, "2025-01-01"), lambda _, k=k: k) for k in (known, twice))
    assert (one and (one.outcome, one.found)) == (two and (two.outcome, two.found))
