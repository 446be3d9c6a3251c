"""Findings that people signed off or set aside, and those that are others since people corrected what they stand on."""

from collections import Counter
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.desk.session import fill, passing_ledger
from reportedly.ledger import Ledger
from reportedly.model import Finding, Reading, Report
from reportedly.review import decide, reread, reviewed, take
from reportedly.review.judging import signature

from .conftest import IZHEVSK, client
from .test_review import post


@pytest.fixture
def whole(readings: tuple[Reading, ...]) -> Iterator[tuple[TestClient, Ledger]]:
    """The example, for tests that write."""
    with passing_ledger() as found:
        fill(found, readings, pipeline.references())
        yield client(found), found


def found(ledger: Ledger, kind: str, *claims: str) -> Finding:
    return next(f for f in ledger.findings() if f.kind == kind and set(claims) <= set(f.claims))


def standing(ledger: Ledger) -> Shelf:
    return Shelf(ledger, pipeline.references())


def subject(finding: Finding) -> str:
    return f"finding:{signature(finding)}"


def listed(desk: TestClient) -> dict[str, str]:
    items = desk.get("/api/v1/findings", params={"view": "desk", "limit": 500}).json()["items"]
    return {item["digest"]: item["kind"] for item in items}


RECORD = ("record_contradicted", "aggregator#c4")
INJURED = ("count_conflict", "outlet#c4")


@pytest.mark.parametrize(
    ("which", "paths"), [(RECORD, ["/reports/aggregator"]), (INJURED, ["/reports/outlet", "/reports/update", IZHEVSK])]
)
def test_what_is_set_aside_is_in_no_list_and_no_count_until_that_is_taken_back(
    whole: tuple[TestClient, Ledger], which: tuple[str, ...], paths: list[str]
) -> None:
    desk, ledger = whole
    about = found(ledger, *which)
    before, counted = listed(desk), standing(ledger).findings.severities()
    assert signature(about) in before and addresses.finding(signature(about)) in desk.get(paths[0]).text

    assert post(desk, kind="reject", subject=subject(about), reason="the series lacks that day").status_code == 303
    assert before.keys() - listed(desk).keys() == {signature(about)}
    assert standing(ledger).findings.severities() == counted - Counter([about.severity])
    for path in paths:
        body, _, aside = desk.get(path).text.partition('id="aside"')
        assert addresses.finding(signature(about)) in aside and addresses.finding(signature(about)) not in body, path
    assert desk.get(f"{paths[0]}?at={ledger.latest().seq - 1}").text.count('id="aside"') == 0, "not before"  # type: ignore[union-attr]

    made = reviewed(ledger).decisions[-1]
    assert post(desk, kind="undo", subject=f"decision:{made.id}").status_code == 303
    assert listed(desk) == before and standing(ledger).findings.severities() == counted


def renumbered(report: Report) -> Reading:
    """A reading by a version that is less certain, names claims otherwise and words findings otherwise."""
    reading = pipeline.check(pipeline.read(report), pipeline.references())
    name = lambda ref: ref.replace("#c", "#n")  # noqa: E731
    findings = (replace(f, claims=tuple(map(name, f.claims)), explanation="Anew.") for f in reading.findings)
    return replace(
        reading,
        claims=tuple(replace(c, id=c.id.replace("c", "n"), certainty="possible") for c in reading.claims),
        findings=tuple(
            replace(f, positions=tuple(replace(p, claims=tuple(map(name, p.claims))) for p in f.positions))
            for f in findings
        ),
    )


def reads_anew(ledger: Ledger) -> None:
    taken = [take(ledger, one, by="me") for one in reread(ledger, renumbered, "2", ["aggregator"])]
    assert taken == [True]


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_what_was_decided_holds_after_a_rereading_that_numbers_claims_anew(
    whole: tuple[TestClient, Ledger], kind: str
) -> None:
    _, ledger = whole
    about = found(ledger, *RECORD)
    decide(ledger, kind, subject(about), by="me", reason="looked up", finding=about)
    reads_anew(ledger)
    read = standing(ledger).view.reading("aggregator")
    now = next(f for f in read.findings if f.kind == about.kind)  # type: ignore[union-attr]
    assert now.claims != about.claims and now.explanation == "Anew."
    assert reviewed(ledger).is_signed(now) is (kind == "accept")
    assert reviewed(ledger).is_aside(now) is (kind == "reject")


def test_a_finding_that_says_something_else_since_is_no_longer_signed_off_but_stays_aside(ledger: Ledger) -> None:
    about = found(ledger, *INJURED)
    other = replace(about, positions=(replace(about.positions[0], value="4"), *about.positions[1:]))
    reworded = replace(about, explanation="In other words.")
    for kind, changed in (("accept", False), ("reject", True)):
        made = decide(ledger, kind, subject(about), by="me", reason="x", finding=about)
        said = reviewed(ledger)
        judged = said.is_signed if kind == "accept" else said.is_aside
        assert [judged(f) for f in (about, reworded, other)] == [True, True, changed]
        decide(ledger, "undo", f"decision:{made.id}", by="me")


def test_a_corrected_figure_is_checked_anew(whole: tuple[TestClient, Ledger]) -> None:
    desk, ledger = whole
    sums = ("part_sum_exceeds_total", "aggregator#c4")
    assert "62, above 60" in desk.get("/reports/aggregator").text
    claim = next(c.claim for c in ledger.claims(report="aggregator") if c.claim.id == "c4")
    number = next(n for n, q in enumerate(claim.quantities) if q.value == 60)
    post(desk, kind="correct", subject="aggregator#c4", reason="misread", **{f"figure{number}": "62"})
    assert "62, above 60" not in desk.get("/reports/aggregator").text
    own = standing(ledger).reading("aggregator")
    assert own is not None and sums[0] not in {f.kind for f in own.findings}
    assert found(ledger, *sums), "what the machine found stays on record"

    made = reviewed(ledger).decisions[-1]
    post(desk, kind="undo", subject=f"decision:{made.id}")
    assert "62, above 60" in desk.get("/reports/aggregator").text


def test_a_correction_can_also_make_a_finding(whole: tuple[TestClient, Ledger]) -> None:
    desk, ledger = whole
    claim = next(c.claim for c in ledger.claims(report="wire") if c.claim.id == "c8")
    number = next(n for n, q in enumerate(claim.quantities) if q.value == 60)
    before = listed(desk)
    post(desk, kind="correct", subject="wire#c8", reason="misread", **{f"figure{number}": "30"})
    new = {digest: kind for digest, kind in listed(desk).items() if digest not in before}
    digest = next(d for d, kind in new.items() if kind == "part_sum_exceeds_total")
    about = standing(ledger).findings.named(digest)
    assert about is not None
    assert post(desk, kind="reject", subject=subject(about), reason="of two days").status_code == 303
    assert digest not in listed(desk), "what was found anew can be set aside too"


@pytest.mark.parametrize("kind", ["accept", "reject", "note"])
def test_a_finding_that_is_not_there_is_refused(desk: TestClient, ledger: Ledger, kind: str) -> None:
    before = ledger.status()["entries"]
    answer = post(desk, kind=kind, subject=f"finding:{'0' * 64}", reason="x")
    assert answer.status_code == 400 and "no such finding" in answer.text
    assert ledger.status()["entries"] == before
    assert desk.get(addresses.finding("0" * 64)).status_code == 404


@pytest.mark.parametrize("kind", ["merge", "freeze", "correct", "verdict", "grade", "sign_off"])
def test_what_makes_no_sense_of_a_finding_is_refused(desk: TestClient, ledger: Ledger, kind: str) -> None:
    answer = post(desk, kind=kind, subject=subject(found(ledger, *RECORD)), reason="x")
    assert answer.status_code == 400


def test_the_page_of_a_finding_shows_its_claims_and_what_was_decided(whole: tuple[TestClient, Ledger]) -> None:
    desk, ledger = whole
    about = found(ledger, *INJURED)
    path = addresses.finding(signature(about))
    assert desk.get(path).text.count('<article class="claim') == len(about.claims)
    post(desk, kind="accept", subject=subject(about), back=path)
    page = desk.get(path).text
    assert 'class="state">signed off' in page and "take back" in page
    assert signature(about) in desk.get("/review/decisions").text
