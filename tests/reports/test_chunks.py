"""Long texts in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reports.chunks import pieces


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(min_value=1, max_value=40))
def test_pieces_are_the_text(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert "".join(piece for _, piece in found) == text
    assert all(text[at : at + len(piece)] == piece and len(piece) <= limit for at, piece in found)


def test_cuts_fall_between_paragraphs() -> None:
    assert pieces("One. Two.\n\nThree. Four.", 15) == [(0, "One. Two.\n\n"), (11, "Three. Four.")]


def test_short_texts_stay_whole() -> None:
    assert pieces("") == [(0, "")]
    assert pieces("x" * 20_000) == [(0, "x" * 20_000)]


def test_a_text_without_any_end_is_cut_where_it_is_full() -> None:
    assert [len(piece) for _, piece in pieces("x" * 45_000)] == [20_000, 20_000, 5_000]
