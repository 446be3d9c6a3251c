"""PolNeAR's three parts by hand: what counts as exact, as half, and as missed."""

from typing import Any

import pytest

from reportedly.evaluate.polnear_bench import KINDS, Score, found_parts, gold_parts, overlap, score

TEXT = "The mayor said on Monday that five houses had burned down. Mr. Petrov wants peace."


def row(*parts: tuple[str, str, str]) -> dict[str, Any]:
    """An annotation file with one attribution for each triple of source, cue and content."""

    def span(words: str) -> list[dict[str, Any]]:
        start = TEXT.index(words)
        return [{"start": start, "end": start + len(words), "text": words}]

    attributions = [dict(zip(KINDS, map(span, some), strict=True)) for some in parts]
    return {"text": TEXT, "date": "2016-01-01", "publisher": "paper", "attributions": attributions}


SAID = ("The mayor", "said", "on Monday that five houses had burned down")
WANTS = ("Mr. Petrov", "wants", "peace")


def counts(total: Score) -> dict[str, tuple[int, int, int, int]]:
    return {k: (total.gold[k], total.found[k], total.exact[k], total.half[k]) for k in KINDS}


def test_what_is_found_is_counted_by_part_and_the_rest_is_a_miss() -> None:
    total = score(iter([row(SAID, WANTS)]))
    assert counts(total) == {"source": (2, 1, 1, 1), "cue": (2, 1, 1, 1), "content": (2, 1, 1, 1)}
    assert total.missed == {"wants": 1}


def test_half_of_the_union_is_right_but_not_exact() -> None:
    total = score(iter([row(("The mayor", "said", "that five houses had burned down"))]))
    assert counts(total)["content"] == (1, 1, 0, 1)


def test_the_article_of_a_speaker_is_part_of_the_source() -> None:
    (found,) = found_parts(row())
    assert found["source"] == gold_parts(row(SAID))[0]["source"]


@pytest.mark.parametrize(
    ("a", "b", "share"), [({1, 2}, {1, 2}, 1.0), ({1, 2}, {2, 3}, 1 / 3), (set(), set(), 0.0), ({1}, set(), 0.0)]
)
def test_overlap_is_intersection_over_union(a: set[int], b: set[int], share: float) -> None:
    assert overlap(frozenset(a), frozenset(b)) == pytest.approx(share)
