"""The commands with the flow that ships, on the bundled example and on posts that are hard to read."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Command

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "izhevsk").glob("*.json"))


def test_read_link_weigh(reportedly_: Command, tmp_path: Path) -> None:
    read, linked, weighed = (tmp_path / f"{name}.jsonl" for name in ("read", "linked", "weighed"))
    assert reportedly_("read", *EXAMPLES, "-o", read).code == 0
    assert reportedly_("link", read, "-o", linked).code == 0
    assert reportedly_("weigh", linked, "-o", weighed).code == 0
    readings = [json.loads(line) for line in linked.read_text().splitlines()]
    assert len(readings) == len(EXAMPLES)
    assert any(claim["incident"] for reading in readings for claim in reading["claims"])
    assert all(json.loads(line)["claims"] for line in weighed.read_text().splitlines())


def test_check_in_all_formats(reportedly_: Command) -> None:
    whole = json.loads(reportedly_("check", *EXAMPLES, "--format", "json").out)
    assert len(whole["reports"]) == len(EXAMPLES)
    assert whole["findings"]
    text = reportedly_("check", *EXAMPLES).out.decode()
    assert "Compared" in text
    assert (
        reportedly_("check", *EXAMPLES, "--format", "html").out.decode().lstrip().lower().startswith("<!doctype html")
    )


@pytest.mark.parametrize(
    ("language", "record", "held", "claims"),
    [
        ("ru", "Не рекорд: 524", "одна версия", " утверждений"),
        ("uk", "Не рекорд: 524", "одна версія", " тверджень"),
    ],
)
def test_check_explains_in_the_language_asked_for(
    reportedly_: Command, language: str, record: str, held: str, claims: str
) -> None:
    asked = ("check", *EXAMPLES, "--words", language)
    english, told = (json.loads(reportedly_(*c, "--format", "json").out) for c in (asked[:-2], asked))
    assert [f["code"] for f in told["findings"]] == [f["code"] for f in english["findings"]]
    assert [f["params"] for f in told["findings"]] == [f["params"] for f in english["findings"]]
    assert not {f["explanation"] for f in told["findings"]} & {f["explanation"] for f in english["findings"]}
    page = reportedly_(*asked, "--format", "html").out.decode()
    for text in (reportedly_(*asked).out.decode(), page):
        assert record in text and held in text
    assert f'<html lang="{language}">' in page and claims in page


def test_places_and_times(reportedly_: Command) -> None:
    text = "Вечером 30 июня беспилотник атаковал завод в Ижевске, сообщил губернатор."
    arguments = ("-", "--published", "2025-07-01")
    place = json.loads(reportedly_("places", *arguments, stdin=text.encode()).out)["places"][0]
    assert (text[place["start"] : place["end"]], place["name"]) == ("Ижевске", "Izhevsk")
    time = json.loads(reportedly_("times", *arguments, stdin=text.encode()).out)["times"][0]
    assert time["from"].startswith("2025-06-30")


HARD = [
    "the drone " + "😀" * 10_000,
    "The drone hit " + "the " * 5_000,
    "(" * 3_000 + "The drone hit the plant.",
    "The \u202edrone\u202c hit the \u200bplant, the governor said.",
    "“" * 500 + "The drone hit the plant" + "”" * 500,
    "1" * 5_000 + " people were killed, the governor said.",
    "The governor said that " * 300,
    "Дрон\u0301 попал в завод, сообщил губернатор\u2028Ранены двое.",
    "The drone hit the plant on 99.99.9999 at 77:77, killing −3 people.",
]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts_are_checked(reportedly_: Command, text: str) -> None:
    code, out, err = reportedly_("check", "-", "--published", "2025-07-01", "--format", "json", stdin=text.encode())
    assert (code, err) == (0, "")
    for claim in json.loads(out)["claims"]:
        assert 0 <= claim["start"] < claim["end"] <= len(text)


WORDS = st.sampled_from(
    "The drone hit Izhevsk killed 3 injured governor said on Tuesday overnight not denied reported . , : ; “ ” ( ) 17 "
    "Дрон попал в Харьков ранены двое сообщил мэр ночью 30 июня не по данным Уночі вибух поранено троє".split(" ")
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS | st.text(max_size=4), min_size=3, max_size=40))
def test_no_text_makes_the_reader_fail(reportedly_: Command, words: list[str]) -> None:
    text = " ".join(words).encode("utf-8", "replace")
    code, _, err = reportedly_("check", "-", "--published", "2025-07-01", "--language", "ru", stdin=text)
    assert code == 0 or "a fault of ours" not in err
