"""Things in their citation form: a sentence, the phrase around the first thing that is no part, its kind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.languages import codes, fold
from reportedly.languages.noun_phrases import Named, namer

CASES = [
    (language, *line.split("\t"))
    for language in codes()
    for line in (Path(__file__).parent / f"phrases_{language}.tsv").read_text(encoding="utf-8").splitlines()
]


def phrases(language: str, text: str) -> list[Named]:
    folded, names = fold(text), namer(language)
    return [names.phrase(text, folded, start, end, 0) for start, end, _ in names.find(folded)]


@pytest.mark.parametrize(("language", "text", "name", "kind"), CASES)
def test_a_thing_is_called_by_its_whole_phrase(language: str, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(p.name, p.kind) for p in phrases(language, text)]


@given(language=st.sampled_from(codes()), text=st.data())
def test_phrases_stand_in_the_text_around_their_nouns(language: str, text: st.DataObject) -> None:
    words = sorted({word for case in CASES if case[0] == language for word in case[1].split()})
    written = " ".join(text.draw(st.lists(st.sampled_from([*words, "и", "and", "1", "—"]), max_size=12)))
    folded, names = fold(written), namer(language)
    for start, end, _ in names.find(folded):
        phrase = names.phrase(written, folded, start, end, 0)
        assert 0 <= phrase.start <= start < end <= phrase.end <= len(written)
        assert phrase.name.strip() == phrase.name != ""
