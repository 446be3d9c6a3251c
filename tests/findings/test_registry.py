"""A kind is one file: the registry finds it, its docstring shows what it does, every language can say it."""

import importlib

import pytest

from reportedly.findings import all_rules, check, coverage_notes, explain, in_language
from reportedly.findings.references import References
from reportedly.languages.labels import LANGUAGES
from reportedly.languages.telling import templates
from reportedly.model import Finding
from tests.findings.told import Told, reading

RULES = all_rules()


def test_each_file_is_a_rule() -> None:
    assert len(RULES) > 25
    codes = [c for r in RULES for c in r.codes]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_docstring_shows_definition_source_and_cases(rule: object) -> None:
    doc = importlib.import_module(f"reportedly.findings.rules.{rule.name}").__doc__ or ""  # type: ignore[attr-defined]
    assert all(word in doc for word in ("Definition", "Source:", "Flags:", "Does not flag:"))
    flags, _, leaves = doc.partition("Does not flag:")
    assert flags.partition("Flags:")[2].count('"') >= 4, "two texts that it must flag"
    assert leaves.count("·") >= 1 or leaves.count("Does not flag:") >= 1, "two texts that it must not flag"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_can_be_said(language: str) -> None:
    assert {c for r in RULES for c in r.codes} <= set(templates(language))


def test_explanations_come_from_code_and_parameters() -> None:
    params = {"by": "Governor", "of": "Army"}
    assert explain("denied_claim.countered", params) == "Asserted by Army, denied by Governor."
    assert explain("denied_claim.countered", params, "ru") == "Утверждает Army, отрицает Governor."
    several = {"by": ["Governor", {"code": "voice.own"}], "of": "Army"}
    assert explain("denied_claim.countered", several, "uk") == "Стверджує Army, заперечують Governor і саме видання."
    assert explain("denied_claim.countered", {}, "en") == "Asserted by {of}, denied by {by}."
    with pytest.raises(LookupError):
        explain("denied_claim.countered", params, "xx")


def test_it_is_said_what_had_nothing_to_compare_with() -> None:
    read = reading(Told("the worst day", "assessment", comparison=("superlative", "the worst day")))
    assert coverage_notes(read, References()) == (
        "nothing to compare with: “the worst day”",
        "geography: no gazetteer to compare with",
        "dates: no calendar check was run",
    )


def test_a_long_text_is_compared_in_windows_and_told_once() -> None:
    filler = [Told(f"Power was cut in street {n}", "disruption") for n in range(150)]
    pair = [
        Told("Two were injured, the governor said", "casualties", "Governor", injured=2),
        Told("Baza spoke of three", "casualties", "Baza", injured=3),
    ]
    withheld = Told("He did not name the plant", "strike", "Governor", polarity="withheld")
    found = check(reading(withheld, *filler[:70], *pair, *filler[70:], withheld), References())
    assert [(f.kind, f.claims) for f in found] == [
        ("withheld", ("r#c1", "r#c154")),
        ("count_conflict", ("r#c72", "r#c73")),
    ]


def old(code: str, **params: object) -> Finding:
    kind = code.partition(".")[0]
    return Finding(kind=kind, severity="note", claims=("r#c1",), code=code, params=params, explanation="As it was.")


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (old("of.another_version", by="Governor"), "As it was."),
        (old("withheld.declined", by="Governor, Mayor"), "Не сообщили те, кто должен знать: Governor, Mayor."),
        (old("unattributed.assessment"), "Сказано от лица издания, за этим никого нет ({count} утверждение)."),
    ],
    ids=["a code without words", "a list spelled out in English", "a value that was not kept"],
)
def test_what_an_earlier_version_put_on_record_can_be_read(finding: Finding, said: str) -> None:
    assert in_language(finding, "ru").explanation == said
    assert in_language(finding, "en") == finding
