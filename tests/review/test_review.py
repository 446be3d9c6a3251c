"""What people decide stays, whatever machines read later."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from faults.build import report
from reportedly.ledger import Ledger, LedgerError, open_ledger
from reportedly.model import Claim, Reading, Report
from reportedly.review import CodeNames, Reviewed, decide, relink, reread, reviewed, state, take
from reportedly.review.anchors import anchor, find, overlap


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three reports: two of one incident, one of another."""
    with open_ledger(tmp_path / "ledger.db") as found:
        for n in (1, 2, 3):
            found.add(report(n))
        found.label({"r1#c1": "a", "r1#c2": "a", "r2#c1": "b", "r3#c1": "c"})
        yield found


def incident(found: Reviewed, ref: str) -> str | None:
    return the_claim(found, ref).incident


def the_claim(found: Reviewed, ref: str) -> Claim:
    name, _, number = ref.rpartition("#")
    return next(c for r in found.readings if r.report.id == name for c in r.claims if c.id == number)


def test_a_correction_lies_over_what_was_read(ledger: Ledger) -> None:
    decide(ledger, "correct", "r1#c1", by="me", value={"polarity": "denied"}, reason="misread")
    assert the_claim(reviewed(ledger), "r1#c1").polarity == "denied"
    assert next(ledger.claims(report="r1")).claim.polarity == "affirmed"


def test_a_merge_takes_along_what_the_linker_adds_later(ledger: Ledger) -> None:
    decide(ledger, "merge", "incident:a", by="me", value={"with": ["b"]})
    assert [incident(reviewed(ledger), ref) for ref in ("r1#c1", "r2#c1", "r3#c1")] == ["a", "a", "c"]
    ledger.label({"r3#c1": "b", "r2#c1": "b2", "r3#c2": "b2"})
    found = reviewed(ledger)
    assert [incident(found, ref) for ref in ("r1#c1", "r2#c1", "r3#c2")] == ["a", "a", "a"]


def test_a_split_goes_its_own_way(ledger: Ledger) -> None:
    made = decide(ledger, "split", "incident:a", by="me", value={"claims": ["r1#c2"]})
    found = reviewed(ledger)
    assert incident(found, "r1#c1") == "a" and incident(found, "r1#c2") == f"a/{made.id}"


def test_a_frozen_incident_stays_together(ledger: Ledger) -> None:
    decide(ledger, "freeze", "incident:a", by="me")
    ledger.label({"r1#c1": "x", "r1#c2": "y", "r3#c1": "x"})
    found = reviewed(ledger)
    assert [incident(found, ref) for ref in ("r1#c1", "r1#c2", "r3#c1")] == ["a", "a", "x"]


def test_what_was_split_off_is_not_frozen_with_the_rest(ledger: Ledger) -> None:
    decide(ledger, "split", "incident:a", by="me", value={"claims": ["r1#c2"], "as": "mine"})
    decide(ledger, "freeze", "incident:a", by="me")
    decide(ledger, "freeze", "incident:mine", by="me")
    ledger.label({"r1#c1": "x", "r1#c2": "y"})
    assert [incident(reviewed(ledger), ref) for ref in ("r1#c1", "r1#c2")] == ["a", "mine"]


def test_what_was_merged_is_frozen_with_the_rest(ledger: Ledger) -> None:
    decide(ledger, "merge", "incident:a", by="me", value={"with": ["b"]})
    own = stated(ledger)
    ledger.label({f"{own.id}#c1": "a"})
    decide(ledger, "freeze", "incident:a", by="me")
    ledger.label({"r1#c1": "x", "r2#c1": "y", f"{own.id}#c1": "z"})
    assert [incident(reviewed(ledger), ref) for ref in ("r1#c1", "r2#c1", f"{own.id}#c1")] == ["a", "a", "a"]


def test_the_later_decision_counts(ledger: Ledger) -> None:
    decide(ledger, "hide", "r1#c1", by="me", reason="names a child")
    assert reviewed(ledger).hidden == {"r1#c1"}
    decide(ledger, "accept", "r1#c1", by="me")
    assert reviewed(ledger).hidden == frozenset() and reviewed(ledger).accepted == {"r1#c1"}
    decide(ledger, "reject", "report:r1", by="me", reason="a hoax")
    assert reviewed(ledger).hidden == {"r1#c1", "r1#c2", "r1#c3"}


def test_a_decision_is_undone_and_an_undo_too(ledger: Ledger) -> None:
    made = decide(ledger, "freeze", "report:r1", by="me")
    hidden = decide(ledger, "hide", "r2#c1", by="me", reason="names a child")
    undo = decide(ledger, "undo", f"decision:{hidden.id}", by="me")
    decide(ledger, "undo", f"decision:{made.id}", by="me")
    assert reviewed(ledger).hidden == frozenset()
    assert [p.report for p in reread(ledger, newer(event="statement"), "2", ["r1"])] == ["r1"]
    decide(ledger, "undo", f"decision:{undo.id}", by="me")
    assert reviewed(ledger).hidden == {"r2#c1"} and len(ledger.decisions()) == 5


def test_names_are_released_with_a_reason(ledger: Ledger) -> None:
    decide(ledger, "accept", "person:Maria", by="me", reason="speaks in public")
    assert reviewed(ledger).released == {"Maria"}
    decide(ledger, "reject", "person:Maria", by="me", reason="changed her mind")
    assert reviewed(ledger).released == frozenset()


@pytest.mark.parametrize(
    ("kind", "subject", "more", "said"),
    [
        ("bless", "r1#c1", {}, "no such decision"),
        ("note", "r1#c9", {}, "no such claim"),
        ("note", "report:r9", {}, "no such report"),
        ("note", "nonsense", {}, "not a subject"),
        ("merge", "r1#c1", {}, "about an incident"),
        ("merge", "incident:a", {"value": {"with": ["nowhere"]}}, "no such incident"),
        ("merge", "incident:a", {"value": {"with": "b"}}, "a list is needed"),
        ("split", "incident:a", {}, "a list is needed"),
        ("correct", "r1#c1", {"value": {"polarity": "denied"}}, "needs a reason"),
        ("correct", "r1#c1", {"value": {"polarity": "maybe"}, "reason": "x"}, "Invalid enum value"),
        ("correct", "r1#c1", {"value": {"start": 0}, "reason": "x"}, "not a field that can be corrected"),
        ("correct", "r1#c1", {"value": {}, "reason": "x"}, "not a field that can be corrected"),
        ("hide", "r1#c1", {}, "needs a reason"),
        ("accept", "person:Maria", {}, "needs a reason"),
        ("accept", "reading:7", {}, "no such proposal"),
        ("note", "r1#c1", {"by": " "}, "who decides"),
        ("note", "r1#c1", {"value": {"text": " "}}, "text is needed"),
        ("assign", "r1#c1", {}, "to is needed"),
        ("freeze", "r1#c1", {}, "about an incident or a report"),
        ("accept", "person: ", {"reason": "x"}, "a name is needed"),
    ],
)
def test_decisions_that_make_no_sense(ledger: Ledger, kind: str, subject: str, more: dict[str, Any], said: str) -> None:
    before = ledger.status()
    with pytest.raises(LedgerError, match=said):
        decide(ledger, kind, subject, **{"by": "me", **more})
    assert ledger.status() == before


# A newer version reads again


def newer(shift: int = 0, **fields: Any) -> Any:
    """A reader whose claims are numbered anew, moved a little, and otherwise as before, with ``fields`` changed."""

    def read(made: Report) -> Reading:
        whole = report(int(made.id[1:])).reading
        assert whole is not None
        claims = tuple(
            msgspec.structs.replace(c, id=f"c{n}", start=c.start + shift, **fields)
            for n, c in enumerate(reversed(whole.claims), 1)
        )
        return Reading(report=made, claims=claims)

    return read


def test_a_reading_that_says_the_same_proposes_nothing(ledger: Ledger) -> None:
    assert list(reread(ledger, newer(), "2")) == [] and ledger.proposals() == ()


def test_rereading_proposes_and_changes_nothing(ledger: Ledger) -> None:
    before = list(ledger.readings())
    proposals = list(reread(ledger, newer(certainty="possible"), "2"))
    assert [(p.report, p.added, p.gone, p.changed, p.same) for p in proposals] == [
        (f"r{n}", 0, 0, 3, 0) for n in (1, 2, 3)
    ]
    assert list(ledger.readings()) == before and len(ledger.proposals()) == 3
    assert [p.entry for p in reread(ledger, newer(certainty="possible"), "2")] == [p.entry for p in proposals]
    assert len(ledger.proposals()) == 3


def test_decisions_find_their_claims_again(ledger: Ledger) -> None:
    decide(ledger, "correct", "r1#c1", by="me", value={"polarity": "denied"}, reason="misread")
    decide(ledger, "hide", "r1#c3", by="me", reason="names a child")
    for proposal in list(reread(ledger, newer(2, certainty="possible"), "2")):
        assert proposal.harmless and take(ledger, proposal, by="me")
    found = reviewed(ledger)
    assert {c.certainty for r in ledger.readings() for c in r.claims} == {"possible"}
    # What was c1 is c3 now, and the other way round.
    assert the_claim(found, "r1#c3").polarity == "denied" and the_claim(found, "r1#c1").polarity == "affirmed"
    assert found.hidden == {"r1#c1"} and found.lost == ()
    assert ledger.verify() == ()


def test_a_reading_that_loses_a_decision_is_left_to_people(ledger: Ledger) -> None:
    made = decide(ledger, "correct", "r1#c1", by="me", value={"polarity": "denied"}, reason="misread")
    first, *_ = reread(ledger, newer(event="statement"), "2", ["r1"])
    assert first.lost == (made.id,) and not take(ledger, first, by="me")
    assert [r.claims[0].event for r in ledger.readings()] == ["strike"] * 3
    decide(ledger, "accept", f"reading:{first.entry}", by="me")
    assert [lost.decision.id for lost in reviewed(ledger).lost] == [made.id]


def test_a_proposal_can_be_rejected(ledger: Ledger) -> None:
    first, *_ = reread(ledger, newer(event="statement"), "2", ["r1"])
    decide(ledger, "reject", f"reading:{first.entry}", by="me", reason="worse")
    assert ledger.proposals() == () and reviewed(ledger).hidden == frozenset()


def test_a_frozen_report_is_not_reread(ledger: Ledger) -> None:
    decide(ledger, "freeze", "report:r1", by="me")
    assert [p.report for p in reread(ledger, newer(event="statement"), "2")] == ["r2", "r3"]


def test_one_report_that_fails_does_not_stop_the_others(ledger: Ledger) -> None:
    said: list[str] = []

    def read(made: Report) -> Reading:
        if made.id == "r2":
            raise RuntimeError("broken")
        return newer(event="fire")(made)

    assert [p.report for p in reread(ledger, read, "2", failed=lambda name, _: said.append(name))] == ["r1", "r3"]
    assert said == ["r2"]
    with pytest.raises(LedgerError, match="no such report"):
        list(reread(ledger, read, "2", ["r9"]))


def test_anchors() -> None:
    whole = report(1).reading
    assert whole is not None
    for claim in whole.claims:
        assert find(anchor("r1", claim), whole.claims) == claim
    assert find(anchor("r1", whole.claims[0]), whole.claims[1:]) is None
    assert (overlap((0, 10), (5, 10)), overlap((0, 5), (5, 9)), overlap((3, 3), (3, 3))) == (0.5, 0, 1)


# People's own claims


def stated(ledger: Ledger, **more: Any) -> Any:
    known = {"by": "me", "source": "a neighbour", "quote": "A drone struck the plant.", "claim": {"event": "strike"}}
    return state(ledger, **{**known, **more})


def test_a_persons_claim_is_searched_linked_and_reviewed(ledger: Ledger) -> None:
    made = stated(ledger, files=(b"a picture",), archive="https://archive.example.org/1")
    assert ledger.people() == (made,) and ledger.raw(made.attachments[0]) == b"a picture"
    assert [hit.quote for hit in ledger.search("struck plant")][:1] == ["A drone struck the plant."]
    ledger.label({f"{made.id}#c1": "a"})
    assert made.id in next(i for i in ledger.incidents() if i.id == "a").reports
    assert incident(reviewed(ledger), f"{made.id}#c1") == "a" and ledger.verify() == ()


def test_a_persons_claim_joins_an_incident_by_itself(ledger: Ledger) -> None:
    place = {"text": "Izhevsk", "name": "Izhevsk", "country": "RU", "lat": 56.85, "lon": 53.2, "kind": "settlement"}
    time = {"text": "on 10 July", "start": "2025-07-10", "end": "2025-07-10", "precision": "day"}
    both = [
        stated(ledger, source=f"neighbour {n}", claim={"event": "strike", "places": [place], "time": time})
        for n in (1, 2)
    ]
    relink(ledger)
    labels = ledger.labels()
    assert labels[f"{both[0].id}#c1"] == labels[f"{both[1].id}#c1"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"quote": " "}, "needs quote"),
        ({"claim": {}}, "not a claim"),
        ({"claim": {"event": "strike", "end": 99}}, "outside its quote"),
        ({"attachments": ("abc",)}, "SHA-256"),
        ({"claim": {"event": "strike", "wapon": []}}, "wapon: no such field"),
        ({"published": "yesterday"}, "not an ISO date"),
        ({"language": "de"}, "language 'de' is not read"),
        ({"archive": "javascript:alert(1)"}, "only http and https"),
        ({"protected": True, "claim": {"event": "strike", "sources": [{"name": "Ivan"}]}}, "stands alone"),
    ],
)
def test_what_is_no_claim(ledger: Ledger, more: dict[str, Any], said: str) -> None:
    before = ledger.status()
    with pytest.raises(LedgerError, match=said):
        stated(ledger, files=(b"a picture",), **more)
    assert ledger.status() == before


def test_a_picture_that_is_gone_is_missed(ledger: Ledger) -> None:
    stated(ledger, files=(b"a picture",))
    assert ledger.verify() == ()
    with ledger._store.writing() as connection:
        connection.exec_driver_sql(f"DELETE FROM blobs WHERE sha256 = '{sha256(b'a picture').hexdigest()}'")
    assert [problem.what for problem in ledger.verify()] == [
        f"the bytes that it stands on are missing ({sha256(b'a picture').hexdigest()[:16]})"
    ]


def test_who_is_behind_a_code_name_stays_out_of_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    names = CodeNames(tmp_path / "apart" / "names.json")
    code = names.of("Ivan Ivanenko")
    assert names.of("Ivan Ivanenko") == code and names.who(code) == "Ivan Ivanenko" and names.who("x") is None
    made = stated(ledger, source=code, protected=True)
    assert made.claim.sources[0].public is False
    ledger.backup(tmp_path / "all.backup")
    content = json.dumps([ledger.content(n) for n in range(1, 20)])
    assert code in content and "Ivanenko" not in content
    assert (tmp_path / "apart" / "names.json").stat().st_mode & 0o077 == 0
    names.forget(code)
    assert names.who(code) is None


PROTECTED = [
    {"quote": "I, Ivan Ivanenko, saw it."},
    {"note": "ring ivan ivanenko"},
    {"claim": {"event": "strike", "actor": {"name": "Ivan Ivanenko"}}},
]


@pytest.mark.parametrize("more", PROTECTED)
def test_a_protected_name_stands_nowhere_in_the_claim(ledger: Ledger, tmp_path: Path, more: dict[str, Any]) -> None:
    codes = CodeNames(tmp_path / "names.json")
    with pytest.raises(LedgerError, match="the name of the protected source stands in the claim"):
        stated(ledger, source="Ivan Ivanenko", protected=True, codes=codes, **more)
    assert not (tmp_path / "names.json").exists() and ledger.people() == ()
    made = stated(ledger, source="Ivan Ivanenko", protected=True, codes=codes)
    assert codes.who(made.source) == "Ivan Ivanenko" and [s.name for s in made.claim.sources] == [made.source]
