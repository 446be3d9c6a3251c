"""Graded factuality by hand: how tokens become text again, and what a target is given."""

import pytest

from reportedly.evaluate.factuality_bench import f1, judge, pearson, plain


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("They did n't sign .", "They didn't sign."),
        ("Petrov 's men ( two ) fled , he said .", "Petrov's men (two) fled, he said."),
        ("`` Yes '' , she said", "``Yes'', she said"),
    ],
)
def test_tokens_become_text_with_their_offsets(tokens: str, text: str) -> None:
    words = tokens.split(" ")
    found, spans = plain(words)
    assert found == text
    assert [found[a:b] for a, b in spans] == words


@pytest.mark.parametrize(
    ("text", "target", "ours", "baseline", "event"),
    [
        ("The rebels attacked the town .", "attacked", 3.0, 3.0, True),
        ("The rebels did n't attack the town .", "attack", -3.0, -3.0, True),
        ("The rebels may attack the town .", "attack", 1.0, 1.0, True),
        ("The mayor , no friend of theirs , said rebels attacked the town .", "attacked", 3.0, -3.0, True),
        ("Kyiv urged the rebels to attack the town .", "attack", 1.0, 3.0, True),
        ("No one has claimed responsibility .", "claimed", -3.0, -3.0, True),
        ("The rebels slept .", "slept", 3.0, 3.0, False),
    ],
)
def test_a_target_is_graded_in_its_clause(
    text: str, target: str, ours: float, baseline: float, event: bool
) -> None:
    at = text.split(" ").index(target)
    (found,) = judge({"text": text, "targets": [{"span1": [at, at + 1], "label": 2.0}]})
    assert (found.label, found.ours, found.baseline, found.event) == (2.0, ours, baseline, event)


def test_the_measures_are_those_of_the_field() -> None:
    assert pearson([(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]) == pytest.approx(1.0)
    assert pearson([(1.0, 3.0), (2.0, 3.0)]) == 0.0
    assert f1([(True, True), (True, False), (False, True), (False, False)]) == (0.5, 0.5, 0.5)
