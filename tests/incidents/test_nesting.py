# ruff: noqa: E501
"""One operation against several places, its single places, and what is part of what, in three languages."""

from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.cli.app import run
from reportedly.incidents import nesting
from reportedly.model import Reading, encode
from tests.incidents.build import claim, report
from tests.incidents.test_read import read

OPERATION = {
    "en": (
        "Drones attacked air bases in the Murmansk, Irkutsk and Ryazan regions on 1 June.\n\nAt Olenya four bombers were damaged on "
        "1 June.\n\nIn Ryazan seven aircraft were damaged on 1 June.\n\nThat makes 11 aircraft lost or damaged in total.",
        ("attacked air bases", "That makes", "At Olenya", "In Ryazan"),
    ),
    "ru": (
        "Дроны атаковали аэродромы в Мурманской, Иркутской и Рязанской областях 1 июня.\n\nВ Оленегорске 1 июня сгорели четыре "
        "самолёта.\n\nВ Усолье-Сибирском 1 июня повреждены семь самолётов.\n\nВсего повреждены 11 самолётов.",
        ("атаковали аэродромы", "Всего", "В Оленегорске", "В Усолье"),
    ),
    "uk": (
        "Дрони атакували аеродроми в Саратовській, Іркутській і Рязанській областях 1 червня.\n\nВ Енгельсі 1 червня згоріли "
        "чотири літаки.\n\nУ Рязані 1 червня пошкоджено сім літаків.\n\nЗагалом пошкоджено 11 літаків.",
        ("атакували аеродроми", "Загалом", "В Енгельсі", "У Рязані"),
    ),
}


def labels(reading: Reading, words: tuple[str, ...]) -> list[str | None]:
    (linked,) = pipeline.link((reading,))
    text = linked.report.text
    return [next(c.incident for c in linked.claims if w in text[c.start : c.end]) for w in words]


@pytest.mark.parametrize("language", OPERATION)
def test_a_sum_goes_with_the_operation_and_each_place_stays_apart(language: str) -> None:
    text, words = OPERATION[language]
    operation, total, one, other = labels(read("a", text, "2025-06-02T10:00", language), words)
    assert operation == total and len({operation, one, other}) == 3


@pytest.mark.parametrize("language", OPERATION)
def test_each_place_is_part_of_the_operation(language: str) -> None:
    text, words = OPERATION[language]
    reading = read("a", text, "2025-06-02T10:00", language)
    operation, _, one, other = labels(reading, words)
    holders = nesting(pipeline.link((reading,)))
    assert holders.get(one or "") == holders.get(other or "") == operation


NIGHT = "2025-06-30..2025-07-01"


def test_fighting_on_the_ground_is_no_part_of_a_raid() -> None:
    raid = report("mod", "2025-07-01", claim("strike", at="Ukraine", on=NIGHT, launched="206 drones"))
    town = report("town", "2025-07-01", claim("strike", at="Kharkiv", on=NIGHT))
    front = report("front", "2025-07-01", claim("capture", at="Sumy", on="2025-07-01"))
    assert set(nesting(pipeline.link((raid, town, front))).values()) == {"ukraine-2025-06-30-wave"}
    assert len(nesting(pipeline.link((raid, town, front)))) == 1


@pytest.mark.parametrize("command", ["link", "weigh"])
def test_commands_write_what_is_part_of_what(command: str, tmp_path: Path) -> None:
    raid = report("mod", "2025-07-01", claim("strike", at="Ukraine", on=NIGHT, launched="206 drones"))
    town = report("town", "2025-07-01", claim("strike", at="Kharkiv", on=NIGHT))
    lines, out = tmp_path / "in.jsonl", tmp_path / "incidents.jsonl"
    lines.write_bytes(b"\n".join(encode(r) for r in pipeline.link((raid, town))))
    assert run([command, str(lines), "--incidents", str(out), "-o", str(tmp_path / "out")]) == 0
    assert '"part_of":"ukraine-2025-06-30-wave"' in out.read_text()
