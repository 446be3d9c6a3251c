"""The directory of sources: the compiled file agrees with what people edit, and names are found in their case forms."""

import json
from pathlib import Path
from typing import get_args

import pytest

from reportedly.model.terms import SourceKind
from reportedly.packs import sources

COMPILED = Path(sources.__file__).with_name("sources.json")


def test_compiled_agrees_with_yaml() -> None:
    assert json.loads(COMPILED.read_text("utf-8")) == json.loads(json.dumps(sources.compile_rows()))


def test_rows_are_complete() -> None:
    kinds = set(get_args(SourceKind))
    names = [p.name for p in sources.load().parties]
    assert len(names) == len(set(names)) > 400
    assert {p.kind for p in sources.load().parties} <= kinds


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("по словам мэра Игоря Терехова", "Ihor Terekhov"),
        ("у Генштабі ЗСУ", "General Staff of the Armed Forces of Ukraine"),
        ("Russia's defence ministry", "Russian Ministry of Defence"),
        ("российских телеграм-каналов", "Russian Telegram channels"),
        ("агентству ТАСС", "TASS"),
        ("мера Сергія Собяніна", "Sergei Sobyanin"),
        ("в Росавиации", "Rosaviatsia"),
    ],
)
def test_found(words: str, name: str) -> None:
    assert name in [f.party.name for f in sources.load().find(words.split())]


@pytest.mark.parametrize("words", ["российский телеграм-канал", "times change", "the shot", "un homme"])
def test_not_found(words: str) -> None:
    assert sources.load().find(words.split()) == []


def test_holder_needs_a_single_one() -> None:
    directory = sources.load()
    assert directory.holder(("mayor",), "Kharkiv", "2025-01-01") is not None
    assert directory.holder(("governor",), "Nowhere", "2025-01-01") is None
