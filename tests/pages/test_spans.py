"""Overlapping evidence, cut at its boundaries."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Claim
from reportedly.pages.spans import Line, Segment, lines, reading_order


def claim(start: int, end: int) -> Claim:
    return Claim(id=f"c{start}-{end}", start=start, end=end, polarity="affirmed", certainty="certain", event="strike")


def test_an_overlap_becomes_three_segments() -> None:
    assert lines("abcdef", [claim(0, 4), claim(2, 6)]) == [
        Line(0, (Segment("ab", (1,), (1,)), Segment("cd", (1, 2), (2,)), Segment("ef", (2,), ())), (1, 2), False)
    ]


def test_a_claim_over_two_lines_is_noted_on_the_first() -> None:
    found = lines("ab\n\ncd", [claim(0, 6)])
    assert [(line.notes, line.gap) for line in found] == [((1,), False), ((), True)]
    assert found[1].segments == (Segment("cd", (1,), ()),)


def test_two_claims_on_one_span_open_together_widest_first() -> None:
    found = reading_order([claim(0, 2), claim(0, 5)])
    assert [c.end for c in found] == [5, 2]
    assert lines("abcde", found)[0].segments[0].opens == (1, 2)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


@given(st.text(alphabet="ab \nї🚀", max_size=80), SPANS)
def test_no_letter_is_lost_and_every_claim_is_noted_once(text: str, spans: list[tuple[int, int]]) -> None:
    claims = reading_order([claim(a, a + n) for a, n in spans])
    found = lines(text, claims)
    shown = "".join(s.text for line in found for s in line.segments)
    assert shown == "".join(piece for piece in text.split("\n") if piece.strip()) or not text.strip()
    assert sorted(n for line in found for n in line.notes) == list(range(1, len(claims) + 1))


@given(st.text(alphabet="ab \n", min_size=1, max_size=60), SPANS)
def test_a_segment_lies_under_exactly_the_claims_that_cover_it(text: str, spans: list[tuple[int, int]]) -> None:
    claims = reading_order([claim(a, a + n) for a, n in spans])
    for line in lines(text, claims):
        at = line.start
        for segment in line.segments:
            covering = tuple(n for n, c in enumerate(claims, 1) if c.start <= at < c.end)
            assert segment.claims == covering or not segment.text
            at += len(segment.text)
