"""What the tagger is to learn stands where the annotation says, and nothing of the real gold is in it."""

from pathlib import Path

import pytest

from reportedly.evaluate.gold import read_gold, reports
from training import labels

GOLD = Path(__file__).parents[2] / "corpora" / "gold"


def rows(name: str) -> list[labels.Json]:
    gold = read_gold(GOLD)
    report = next(r for r in reports(gold) if r.id == name)
    return list(labels.of_report(report, gold[name]["claims"], "gold"))


def test_claims_event_words_sources_and_roles_are_labelled_in_their_sentence() -> None:
    row = next(r for r in rows("izh-1") if r["text"].startswith("По словам очевидцев"))
    words = {kind: row["text"][a:b] for a, b, kind in row["attribution"] + row["roles"]}
    strike, fire = row["claims"]
    assert strike == [0, 70, "strike", "affirmed", "certain"]
    assert row["text"][fire[0] : fire[1]] == "над промзоной поднялся столб чёрного дыма" and fire[2] == "fire"
    assert [row["text"][a:b] for a, b, _ in row["triggers"]] == ["врезался", "дыма"]
    assert (words["source"], words["cue"], words["place"]) == ("очевидцев", "По словам", "«Купол»")


def test_evidence_that_runs_over_a_sentence_border_is_marked_in_both() -> None:
    claims = {r["text"][:9]: [c[2] for c in r["claims"]] for r in rows("izh-1")}
    assert claims["UPD 07:45"] == claims["Аэропорт "] == ["disruption"]


def test_the_sentence_before_goes_with_a_sentence() -> None:
    first, second = rows("izh-1")[:2]
    assert first["before"] == "" and second["before"] == first["text"]


@pytest.mark.parametrize(
    ("name", "aliases", "text", "words"),
    [
        ("частные дома", (), "Повреждены пять частных домов", "частных домов"),
        ("Kupol plant", ("завод Купол",), "Дрон попал в завод «Купол»", "завод «Купол"),
        ("a fuel depot", ("fuel depot",), "Fuel depots are burning", "Fuel depots"),
        ("bridge", (), "Abridged account", None),
    ],
)
def test_a_name_is_found_whatever_its_endings(
    name: str, aliases: tuple[str, ...], text: str, words: str | None
) -> None:
    found = labels.named({"name": name, "aliases": aliases}, text, 0, len(text))
    assert (text[found[0] : found[1]] if found else None) == words


def test_a_post_with_almost_the_same_words_is_a_copy() -> None:
    post = labels.words("Беспилотники атаковали Ижевск, над промзоной поднялся столб дыма")
    assert labels.near(labels.words("⚡️ Беспилотники атаковали Ижевск, над промзоной дым"), [post])
    assert not labels.near(labels.words("Аэропорт Ижевска временно не принимает самолёты"), [post])
    assert not labels.near(frozenset(), [post])
