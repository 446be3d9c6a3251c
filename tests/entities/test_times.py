"""What holds for any text, what is no time, and dates that cannot be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.entities.times import find, problems

WORDS = st.sampled_from(
    "on the night of 14 31 32 May may March June 2024 1999 Tuesday overnight into from to until since between and last"
    " next three days ago later at 05:12 25:99 7:45 a.m. - – , . \n ( ) в ночь на с по до мая июня 2022 года сутки за"
    " утра часов около 5 у ніч травня добу о 15-ї тому станом 01.07 31.02.2024 2024-02-30 24:00 00:00 вторник п'ятницю"
    " century second third quarter hundred years early this week 0545 GMT 999999 90-х 1990s Sat every noon".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join))
PUBLISHED = st.sampled_from([None, "2025-07-01", "2024-02-29T23:30", "0001-01-01", "9999-12-31", "yesterday", ""])


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ru", "uk", "xx"]), PUBLISHED)
def test_any_text_gives_ordered_intervals_at_their_words(text: str, language: str, published: str | None) -> None:
    last = 0
    for e in find(text, language, published):
        assert last <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        assert (e.from_ is None) == (e.to is None)
        assert e.from_ is None or e.to is None or e.from_ <= e.to
        assert e.timex3
        last = e.end
    for p in problems(text, language, published):
        assert text[p.start : p.end] == p.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It may rain, and they march on the town with 17 and 16 men."),
        ("en", "The score was 3:1, and the sun shone on a man of 50."),
        ("en", "A second attack hit the first district; the third drone fell."),
        ("en", "Shahed-136 and S-300 launchers work 24/7 near Point 5."),
        ("en", "The enemy lost its 2000 soldiers, and two thousand five hundred women left the quarter."),
        ("en", "Three-quarters of the houses stand; she is in her eighties."),
        ("en", "A 24-year-old and a man 38 years old were hurt."),
        ("en", "Some 2,000 soldiers and 1.5 million people."),
        ("ru", "Марта Кос и ракеты С-300, Ан-196 и Т-90 в районе высоты 5."),
        ("ru", "Ранены 17 и 16 человек, счёт 3:1, 24/7, 2,5 млн."),
        ("ru", "На второй линии в третьем подъезде окружающая среда страдает."),
        ("uk", "Поранено 17 і 16 людей, рахунок 3:1, 24/7, на північ від міста."),
        ("uk", "Лютий бій за перший під'їзд, ракети С-300 і ще 5 дронів."),
    ],
)
def test_what_only_looks_like_a_time_is_none(language: str, text: str) -> None:
    assert [e.text for e in find(text, language, "2025-07-01")] == []


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "It happened on 31 June.", ["no_such_date"]),
        ("en", "It happened on 29 February 2023.", ["no_such_date"]),
        ("ru", "Это было 32 мая.", ["no_such_date"]),
        ("uk", "Це було 31 червня.", ["no_such_date"]),
        ("en", "It happened on Monday, 1 July 2025.", ["weekday_mismatch"]),
        ("ru", "Это было в понедельник, 1 июля.", ["weekday_mismatch"]),
        ("uk", "Це було у понеділок, 1 липня.", ["weekday_mismatch"]),
        ("en", "The depot burned on 3 July.", ["after_publication"]),
        ("ru", "Склад сгорел 3 июля 2025 года.", ["after_publication"]),
        ("uk", "Склад згорів 3 липня.", ["after_publication"]),
        ("en", "The talks will open on 3 July.", []),
        ("ru", "Переговоры начнутся 3 июля.", []),
        ("en", "It happened on Tuesday, 1 July 2025, and on 29 February 2024.", []),
        ("ru", "Это было в ночь на вторник, 1 июля.", []),
    ],
)
def test_dates_that_cannot_be_are_said(language: str, text: str, kinds: list[str]) -> None:
    assert [p.kind for p in problems(text, language, "2025-07-01")] == kinds


def test_a_stamped_line_is_the_reference_of_what_follows_it() -> None:
    text = "LIVE\n\nSat 17:05 - A halt from 18:00 today.\n\nSun 09:30 - Quiet since midnight.\n\n12:15 - Shots."
    found = find(text, "en", "2025-04-20T21:00")
    assert [(e.from_, e.to, e.stamp) for e in found] == [
        ("2025-04-19T17:05", "2025-04-19T17:05", True),
        ("2025-04-19T18:00", "2025-04-19T18:00", False),
        ("2025-04-20T09:30", "2025-04-20T09:30", True),
        ("2025-04-20T00:00", "2025-04-20T09:00", False),
        ("2025-04-20T12:15", "2025-04-20T12:15", True),
    ]


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("en", "at 14:00 Moscow time", "Europe/Moscow"),
        ("ru", "в 14:00 мск", "Europe/Moscow"),
        ("uk", "о 14:00 за київським часом", "Europe/Kyiv"),
        ("ru", "в 14:00 по местному времени", "local"),
        ("en", "at 14:00", None),
    ],
)
def test_zones_are_kept_as_the_text_names_them(language: str, text: str, zone: str | None) -> None:
    assert [e.zone for e in find(text, language, "2025-07-01")] == [zone]


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("en", "overnight", "night", "2025-06-30TNI"),
        ("en", "last week", "date", "2025-W26"),
        ("en", "for three days", "duration", "P3D"),
        ("en", "recently", "ref", "PAST_REF"),
        ("en", "every week", "set", "P1W"),
        ("en", "the 20th century", "date", "19"),
        ("en", "the second half of 2024", "date", "2024-H2"),
        ("en", "two and a half minutes", "duration", "PT150S"),
        ("en", "the year ended quietly", "duration", "P1Y"),
        ("ru", "с мая", "open", "2025-05"),
        ("ru", "утром", "part_of_day", "2025-07-01TMO"),
        ("uk", "о 07:45", "time", "2025-07-01T07:45"),
        ("uk", "з 3 по 5 червня", "range", "2025-06-03/2025-06-05"),
    ],
)
def test_kinds_and_timex3_values(language: str, text: str, kind: str, value: str) -> None:
    assert [(e.kind, e.timex3) for e in find(text, language, "2025-07-01T20:00")] == [(kind, value)]


@pytest.mark.parametrize(
    ("language", "text", "stamped"),
    [
        ("en", "05:12 Blasts are heard", True),
        ("en", "[5:12 a.m.] Blasts are heard", True),
        ("ru", "⚡️05:12 Взрывы в городе", True),
        ("ru", "**09:15**: взрывы", True),
        ("ru", "1 июля, 05:12 — взрывы", True),
        ("ru", "07:45 утра было тихо", False),
        ("uk", "О 05:12 пролунав вибух", False),
        ("en", "Blasts were heard at 05:12 - then silence", False),
    ],
)
def test_only_a_clock_that_opens_its_line_is_a_stamp(language: str, text: str, stamped: bool) -> None:
    assert [e.stamp for e in find(text, language, "2025-07-02T22:10")] == [stamped]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "As of 12:00, five are dead"),
        ("en", "UPD 14:30: five are dead"),
        ("ru", "По состоянию на 20:00 погибли пятеро"),
        ("ru", "Обновлено в 14:30"),
        ("uk", "Станом на 20.00 загинули п'ятеро"),
    ],
)
def test_when_a_figure_holds_is_told_apart(language: str, text: str) -> None:
    assert [e.as_of for e in find(text, language, "2025-07-02T22:10")] == [True]


def test_a_date_alone_on_its_line_heads_what_stands_below() -> None:
    text = "30 июня\n\nУтром обстреляли село.\n\n1 июля\n\nВечером горел склад."
    found = find(text, "ru", "2025-07-02")
    assert [e.from_ for e in found] == ["2025-06-30", "2025-06-30", "2025-07-01", "2025-07-01"]
