"""What an editor is told of a text, and what not: one case a line, from the words to the finding."""

import pytest

from reportedly import pipeline
from reportedly.model import Finding, Report

REVISED = [
    ("en", "The wounded in Bago rose to 12. Six remain in hospital. Earlier, 7 wounded were reported.", "7 → 12"),
    ("ru", "Число раненых в Орле выросло до 12. В больницах остаются шестеро. Ранее сообщили о 7 раненых.", "7 → 12"),
    ("uk", "Кількість поранених у Сумах зросла до 12. У лікарнях лежать шестеро. Раніше йшлося про 7.", "7 → 12"),
    ("en", "The number of people killed in Bago has risen to nine from four.", "4 → 9"),
    ("ru", "Число погибших в Орле выросло с 4 до 9.", "4 → 9"),
    ("uk", "Кількість загиблих у Сумах зросла з 4 до 9.", "4 → 9"),
]
QUIET = [
    ("part_sum_exceeds_total", "en", "They fired 9 missiles and 60 drones. Downed: 58 targets: 51 drones, 7 missiles."),
    ("part_sum_exceeds_total", "ru", "Выпущены 9 ракет и 60 БПЛА. Сбито 58 целей: 51 БПЛА и 7 ракет."),
    ("part_sum_exceeds_total", "uk", "Ворог атакував 9 ракетами та 60 БпЛА. Збито 58 цілей: 51 БпЛА та 7 ракет."),
    ("part_whole", "ru", "В Орловской области без света 38 тысяч жителей, в Курской области — 20 тысяч."),
    ("part_whole", "uk", "На Полтавщині без світла 38 тисяч абонентів, на Сумщині — 20 тисяч."),
    ("part_sum_exceeds_total", "uk", "Ворог завдав 20 авіаційних ударів, застосував одну ракету та 31 керовану бомбу."),
    ("part_sum_exceeds_total", "ru", "Враг нанёс 20 авиаударов, применил три ракеты и сбросил 31 управляемую бомбу."),
    ("count_conflict", "en", "UPDATE 3 - Nine dead in mine. The fire in Bor killed nine miners, the ministry said."),
    ("count_conflict", "ru", "В Газе убиты 8 человек, сообщили врачи. За сутки убиты 40, сообщил Минздрав Газы."),
    ("count_conflict", "en", "The raid on Gaza killed 8, medics said. Officials said 40 were killed in the past day."),
    ("count_conflict", "en", "The raid on Bago killed eight, medics said. Two more died in a fire there, police said."),
]


def findings(text: str, language: str) -> tuple[Finding, ...]:
    reading = pipeline.read(Report(id="t", text=text, language=language, published="2025-06-10T12:00"))
    return pipeline.check(reading).findings


@pytest.mark.parametrize(("language", "text", "figures"), REVISED)
def test_a_revision_goes_from_the_earlier_figure_to_the_later(language: str, text: str, figures: str) -> None:
    (revised,) = [f for f in findings(text, language) if f.kind == "figure_revised"]
    assert revised.params["values"] == figures


@pytest.mark.parametrize(("kind", "language", "text"), QUIET)
def test_figures_of_different_things_are_not_set_against_each_other(kind: str, language: str, text: str) -> None:
    assert kind not in [f.kind for f in findings(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сбиты 20 беспилотников: десять над Орловской областью, по пять – над Курской и Липецкой областями."),
        ("uk", "Збито 20 дронів: десять над Одещиною, по п'ять – над Сумщиною та Харківщиною."),
    ],
)
def test_so_many_over_each_of_several_regions_make_up_their_sum(language: str, text: str) -> None:
    (whole,) = [f for f in findings(text, language) if f.kind == "part_whole"]
    assert "10 + 5 + 5 = 20" in whole.explanation
