"""Expressions of time in three languages: one case a line in ``times_{en,ru,uk}.tsv``."""

from pathlib import Path

import pytest

from reportedly.entities.times import TimeExpression, find

HERE = Path(__file__).parent
FLOOR = 0.95


def cases(language: str) -> list[tuple[str | None, str, str, tuple[str | None, ...]]]:
    """Publication, text, marked expression, and (from, to, precision)."""
    out = []
    for line in (HERE / f"times_{language}.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        published, marked, *expected = line.split("\t")
        before, rest = marked.split("[[")
        words, after = rest.split("]]")
        values = tuple(None if v == "-" else v for v in expected)
        out.append((None if published == "-" else published, before + words + after, words, values))
    return out


def found_at(text: str, words: str, language: str, published: str | None) -> TimeExpression | None:
    """The expression that covers the most of the marked words."""
    start = text.index(words)
    end = start + len(words)
    over = [(min(e.end, end) - max(e.start, start), e) for e in find(text, language, published)]
    best = max(over, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_the_cases_of_a_language_hold(language: str) -> None:
    rows = cases(language)
    assert len(rows) >= 150
    wrong = []
    for published, text, words, expected in rows:
        got = found_at(text, words, language, published)
        if got is None or (got.from_, got.to, got.precision) != expected:
            wrong.append((text, expected, got and (got.text, got.from_, got.to, got.precision)))
    assert 1 - len(wrong) / len(rows) >= FLOOR, "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Four night-shift guards were hurt."),
        ("en", "The afternoon shift had left the mill."),
        ("ru", "Ранены двое охранников ночной смены."),
        ("ru", "Дневная смена успела выйти."),
        ("uk", "Поранено двох охоронців нічної зміни."),
        ("uk", "Вечірня зміна встигла вийти."),
    ],
)
def test_a_shift_is_no_time(language: str, text: str) -> None:
    assert find(text, language, "2025-06-10T12:00") == ()
