"""The interface in three languages: every word that is not data is a label, and every label is in each table."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.desk import addresses, application
from reportedly.desk.people import Store
from reportedly.desk.session import fill, passing_ledger
from reportedly.findings.registry import all_rules
from reportedly.languages.labels import label_of
from reportedly.languages.telling import tell
from reportedly.ledger import Ledger
from reportedly.model import Reading, Report, terms
from reportedly.pages.wording import slots
from reportedly.publish.reviewed import published
from reportedly.review import decide
from reportedly.review.judging import signature

from .conftest import BASE, IZHEVSK, ROOT, put

PAGES = (
    "/", "/incidents", IZHEVSK, "/reports", "/reports/wire", "/reports/aggregator", "/reports/second", "/coding",
    "/reports/second/changes", "/review", "/review/decisions", "/review/claims/wire/c2", "/map", "/search", "/sources",
    "/search?q=drone", "/records", "/records/ukraine", addresses.source("Alexander Brechalov"), "/gate", "/public",
    "/account", "/people", "/nope", "/grades", "/verdicts", addresses.grade("Alexander Brechalov"),
    addresses.grade("residents"),
)  # fmt: skip
DATA = re.compile(
    r"<(bdi|q|code|kbd|script|title|svg)\b.*?</\1>"
    r"|<(a|p|dd|select) [^>]*(?:ref|text|diff|citation|copyable|with|incident|place\d)\".*?</\2>"
    r"|<[^>]+>|&\w+;|⟦[^⟧]*⟧|izhevsk-[\w-]+",
    re.S,
)
"""Foreign text, names, sentences, drawings, ids: what is not ours to translate."""
NAMES = {
    "Reportedly", "English", "Українська", "Русский", "UTC", "RU", "UA", "en", "ru", "uk", "CSV", "XLSX", "JSON",
    "GeoJSON", "Atom", "ACLED", "UCDP", "Airwars", "Admiralty", "code", "fair", "sha", "public", "desk", "esc",
}  # fmt: skip
"""What is the same in every language: names, codes, formats, words of the API."""


SHOWN = ("Polarity", "Certainty", "EventType", "SourceKind", "SourceAct", "TargetKind", "WeaponType", "PlaceKind",
         "Precision", "ComparisonKind", "Relation", "Severity")  # fmt: skip
TERMS = {word.replace("_", " ") for name in SHOWN for word in get_args(getattr(terms, name))} | {
    kind.replace("_", " ") for rule in all_rules() for kind in rule.kinds
}
"""Words of the closed lists that pages show, and the kinds of findings."""
UNKNOWN = "no such place known"


def _values(value: object) -> Iterator[str]:
    """All strings in a record: the data that a page may show as they are."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _values(one)
    elif isinstance(value, str):
        yield value


@pytest.fixture(scope="module")
def ledger(readings: tuple[Reading, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with passing_ledger() as found:
        fill(found, readings, pipeline.references())
        for id, text in (("first", "Three were hurt."), ("second", "Five were hurt.")):
            put(found, Reading(report=Report(id=id, url="https://example.org/1", text=text)))
        decide(found, "accept", "wire#c2", by="x", reason="seen")
        decide(found, "correct", "wire#c3", by="x", reason="seen", value={"certainty": "possible"})
        given = {"rating": "mixed", "claim": "Two drones hit it.", "url": "https://example.org/check"}
        for subject in ("wire#c2", "incident:izhevsk-2025-07-01"):
            decide(found, "verdict", subject, by="x", reason="seen", value=given)
        for letter in "BC":
            decide(found, "grade", "source:Alexander Brechalov", by="x", reason="seen", value={"reliability": letter})
        decide(found, "undo", f"decision:{found.decisions()[-1][0].id}", by="x")
        for kind, finding in zip(("accept", "reject"), found.findings(), strict=False):
            decide(found, kind, f"finding:{signature(finding)}", by="x", reason="seen", finding=finding)
        yield found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The labels that pages ask for, each shown in brackets."""
    found: dict[str, str] = {}

    def label(words: str) -> str:
        return found.setdefault(words, f"⟦{words}⟧")

    monkeypatch.setattr("reportedly.desk.desk.label_of", lambda code: label)
    monkeypatch.setattr("reportedly.desk.desk.saying", lambda code: lambda words, **values: f"⟦{tell(words, values)}⟧")
    return found


def desk_of(ledger: Ledger, folder: Path) -> TestClient:
    store = Store(folder / "desk.db")
    return TestClient(application(ledger, pipeline.references(), store=store), base_url=BASE, follow_redirects=False)


def every(ledger: Ledger) -> list[str]:
    sign = next(p.incident for p in published(ledger).passed if p.incident)
    judged = [addresses.finding(d.subject.partition(":")[2]) for d, _ in ledger.decisions() if "finding:" in d.subject]
    assert len(judged) == 2
    return [*PAGES, *judged, f"/public/incidents/{sign}"]


def test_every_word_on_a_page_is_a_label_or_data(ledger: Ledger, tmp_path: Path, asked: dict[str, str]) -> None:
    desk = desk_of(ledger, tmp_path)
    left: dict[str, set[str]] = {}
    for path in every(ledger):
        body = desk.get(path).text.partition("<body")[2]
        words = set(re.findall(r"[A-Za-z]{2,}", DATA.sub(" ", f"<body{body}")))
        if words - NAMES:
            left[path] = words - NAMES
    assert left == {}


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_every_label_that_a_page_asks_for_is_in_the_table(
    ledger: Ledger, tmp_path: Path, asked: dict[str, str], code: str
) -> None:
    desk = desk_of(ledger, tmp_path)
    for path in every(ledger):
        assert desk.get(path).status_code in (200, 404)
    label = label_of(code)
    assert len(asked) > 250
    plain = re.compile(r"[^A-Za-z]*|.*\d.*|[A-Z]{2}(, disputed)?", re.S)  # figures and dates, codes of countries
    found = {v for r in ledger.readings() for v in _values(msgspec.to_builtins(r))} - TERMS
    found |= {s.remark or "" for r in ledger.readings() for c in r.claims for s in slots(c)} - {UNKNOWN}
    data = "\n".join(found)
    lacking = [words for words in asked if label(words) == words and not plain.fullmatch(words)]
    assert [words for words in lacking if not all(part in data for part in words.split(", "))] == []


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_every_term_is_in_the_table(code: str) -> None:
    label = label_of(code)
    assert len(TERMS) > 100
    assert [term for term in sorted(TERMS) if label(term) == term] == []


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        ("uk", "1 July 2025, 07:45", "1 липня 2025, 07:45"),
        ("ru", "30 June 2025 – 1 July 2025", "30 июня 2025 – 1 июля 2025"),
        ("ru", "strike", "удар"),
        ("en", "strike", "strike"),
        ("uk", "what no table has", "what no table has"),
    ],
)
def test_labels_and_dates_are_put_into_the_language(code: str, words: str, said: str) -> None:
    assert label_of(code)(words) == said


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_every_label_written_in_a_template_is_in_the_table(code: str) -> None:
    label = label_of(code)
    for folder in ("desk", "pages"):
        for file in (ROOT / "src" / "reportedly" / folder / "templates").glob("*.j2"):
            used = {m[2] for m in re.finditer(r"""_\((["'])(.+?)\1\)""", file.read_text("utf-8"))}
            assert [words for words in used if label(words) == words] == [], file.name
