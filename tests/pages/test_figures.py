# ruff: noqa: E501
"""The figures of an incident side by side: who gave which, of whom, and in which order."""

from reportedly.incidents import link, summary
from reportedly.pages.figures import Figures, figures
from reportedly.pages.incident import column_times, short_time, title
from tests.incidents.build import claim, report

DAY = "2025-07-01"
CHANNEL = report("channel", f"{DAY}T06:10", claim("casualties", at="Izhevsk", on=DAY, injured="3 workers"), publisher="Kama Signal")
GOVERNOR = report("governor", f"{DAY}T08:00", claim("casualties", at="Izhevsk", on=DAY, injured="35; 9 in hospital"), publisher="Alexander Brechalov")
EVENING = report(
    "evening", f"{DAY}T19:20", claim("casualties", at="Izhevsk", on=DAY, by="Alexander Brechalov", injured="45"),
    claim("casualties", "Earlier 35 were reported.", at="Izhevsk", on=DAY, injured="35"), publisher="The paper",
)  # fmt: skip


def told(language: str = "en") -> Figures:
    (one,) = summary(link((EVENING, GOVERNOR, CHANNEL)))
    return figures(one, {"channel": 0, "governor": 1, "evening": 2}, language)


def test_every_figure_stands_in_order_with_whom_it_counts_and_who_said_it() -> None:
    assert [(row.cells, row.by) for row in told().rows] == [
        (("3 (workers)",), "Kama Signal"),
        (("35, 9 (in hospital)",), "Alexander Brechalov"),
        (("45",), "Alexander Brechalov"),
        (("35 (earlier)",), "The paper"),
    ]


def test_a_part_and_a_figure_of_before_are_so_called_in_the_language_of_the_page() -> None:
    assert [said.text for said in told("uk").said] == ["3 (робітники)", "35", "9 (у лікарнях)", "45", "35 (раніше)"]


def test_of_each_report_the_whole_of_its_own_hour_is_drawn() -> None:
    ((name, points),) = told().lanes.items()
    assert name == "injured"
    assert [(p.column, p.text, p.note) for p in points] == [(0, "3", "workers"), (1, "35", ""), (2, "45", "")]


def test_hours_of_several_zones_are_shown_by_one_clock() -> None:
    assert short_time("2025-07-01T11:00+05:00", utc=True) == "1 Jul 06:00Z"
    assert short_time("2025-07-01T11:00", utc=True) == "1 Jul 11:00"


def test_an_incident_is_called_by_what_is_asserted_of_it() -> None:
    told = claim("disaster", at="Izhevsk", on=DAY)
    denied = claim("bombing", at="Izhevsk", on=DAY, polarity="denied")
    linked = link((report("a", DAY, told, denied), report("b", DAY, denied | {"words": "No bomb."})))
    assert title(summary(linked)[0], linked) == "Disaster at Izhevsk"


def test_a_day_stands_once_over_columns_side_by_side() -> None:
    published = ("2025-07-01T06:10Z", "2025-07-01T09:30Z", None, "2025-07-02", "2025-07-02T08:00Z")
    shown = list(column_times(published, "en", utc=True))
    assert shown == ["1 Jul 06:10Z", "09:30Z", "undated", "2 Jul", "08:00Z"]
