"""Erasing: nothing of it is left, hash, time and reason are, and everything else is as it was."""

from pathlib import Path

import msgspec
import pytest

from faults.build import report
from reportedly.ledger import Ledger, LedgerError, PersonClaim, open_ledger
from reportedly.ledger.erase import sidecar
from reportedly.model import Decision, Finding

from .test_ledger import tables

SECRET = "Zhmerynkovych told the newspaper about xylophones"
"""Words that occur nowhere else."""


def filled(ledger: Ledger) -> None:
    """Three reports, the second of which is to go, with everything about it."""
    for n in (1, 2, 3):
        incoming = report(n, text=f"{SECRET}, report {n}." if n == 2 else None, url=f"https://example.org/{n}")
        ledger.add(incoming)
    ledger.label({"r1#c1": "zhmerynka-2025-07-01", "r2#c1": "zhmerynka-2025-07-01", "r3#c1": "sumy", "r1#c2": "sumy"})
    finding = Finding(
        kind="count_conflict", severity="error", claims=("r1#c1", "r2#c1"), code="x", explanation="Zhmerynkovych again."
    )
    ledger.weigh([finding])
    made = Decision(id="d1", kind="note", subject="r2#c1", value={"text": "xylophones"}, by="me", at="2025-07-02")
    ledger.decide(made, {"reports": ["r2"]})


def traces(folder: Path, words: tuple[str, ...] = ("hmerynk", "xylophone")) -> list[str]:
    """Files in which some of the words are left, plain or as JSON escapes them."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes().lower() if path.is_file() else b""
        found += [f"{path.name}: {word}" for word in words if word.encode() in data]
    return found


def test_nothing_of_it_is_left(ledger: Ledger) -> None:
    filled(ledger)
    given = ledger.checkpoint()
    gone = ledger.erase("r2", "asked for by the person")
    assert gone.reports == ("r2",) and len(gone.raw) == 1
    assert ledger.report("r2") is None and ledger.raw(gone.raw[0]) is None
    assert ledger.search("xylophones") == () and list(ledger.findings()) == [] and ledger.decisions() == ()
    assert [r.report.id for r in ledger.readings()] == ["r1", "r3"]
    assert not any(told.report == "r2" for told in ledger.claims(current=False))
    assert ledger.history("r2") == () and not any("r2" in name for name in ledger.labels())
    assert "hmeryn" not in repr([ledger.content(n) for n in range(1, given.size + 3)])
    assert [b.id for b in ledger.as_of("2999-01-01").reports()] == ["r1", "r3"]
    assert ledger.verify([given]) == ()
    ((_, reason, digests),) = ledger.erasures()
    assert reason == "asked for by the person" and gone.raw[0] in digests


def put(ledger: Ledger, kind: str, subject: str, **more: str) -> str:
    """A decision about no report."""
    id = f"d{len(ledger.decisions()) + 7}"
    ledger.decide(Decision(id=id, kind=kind, subject=subject, value={}, by="me", at="2025-07-02", **more), {})
    return f"decision:{id}"


def test_whom_it_named_is_released_no_longer(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    put(ledger, "accept", "person:Maria")
    mine = put(ledger, "accept", "person:Zhmerynkovych", reason="she asked for it")
    put(ledger, "undo", mine, reason="Zhmerynkovych asked again")
    ledger.backup(tmp_path / "early.backup")
    gone = ledger.erase("r2", "asked for")
    assert [made.subject for made, _ in ledger.decisions()] == ["person:Maria"]
    assert "hmeryn" not in repr([ledger.content(n) for n in range(1, 20)]) and ledger.verify() == ()
    with open_ledger(tmp_path / "again.db") as again:
        again.restore(tmp_path / "early.backup")
        (_, reason, digests), *_ = ledger.erasures()
        again.erase_digests(digests, reason)
        assert [made.subject for made, _ in again.decisions()] == ["person:Maria"] and again.verify() == ()
    assert not gone.waits


def test_a_decision_can_be_erased_with_what_undid_it(ledger: Ledger) -> None:
    filled(ledger)
    mine = put(ledger, "accept", "person:Maria", reason="speaks in public")
    put(ledger, "undo", mine, reason="Maria changed her mind")
    gone = ledger.erase(mine, "asked for")
    assert (len(gone.entries), gone.reports) == (2, ()) and ledger.verify() == ()
    assert "Maria" not in repr([ledger.content(n) for n in range(1, 20)])
    with pytest.raises(LedgerError, match="no such decision"):
        ledger.erase(mine, "asked for")


def test_the_grade_of_a_source_goes_with_the_last_report_of_it(ledger: Ledger) -> None:
    ours = report(1)
    ledger.add(msgspec.structs.replace(ours, report=msgspec.structs.replace(ours.report, publisher="The Xylophone")))
    ledger.add(report(2))
    put(ledger, "grade", "source:The Xylophone")
    put(ledger, "grade", f"source:{report(2).report.publisher}")
    ledger.erase("r1", "asked for")
    assert [made.subject for made, _ in ledger.decisions()] == [f"source:{report(2).report.publisher}"]


def test_while_somebody_reads_an_older_state_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.erase._PATIENCE_MS", 10)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        filled(ledger)
        with ledger._store.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM entries").scalar()
            assert ledger.erase("r2", "asked for").waits
    open_ledger(tmp_path / "ledger.db").close()
    assert traces(tmp_path) == []


def test_labels_that_it_shared_go_and_others_stay(ledger: Ledger) -> None:
    filled(ledger)
    ledger.erase("r2", "asked for")
    assert ledger.labels() == {"r1#c2": "sumy", "r3#c1": "sumy"}
    before = tables(ledger)
    ledger.rebuild()
    assert tables(ledger) == before


def test_no_byte_of_it_is_left_in_the_files(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        filled(ledger)
        # Contents are compressed; the index of words and labels are not.
        assert traces(tmp_path)
        raw = ledger.raw_of("r2")
        assert raw is not None
        ledger.erase("r2", "asked for")
        assert traces(tmp_path) == []
    assert traces(tmp_path) == []
    data = (tmp_path / "ledger.db").read_bytes()
    from reportedly.ledger.canonical import packed

    assert packed(f"{SECRET}, report 2.".encode())[12:] not in data


def test_all_revisions_go(ledger: Ledger) -> None:
    for n in range(3):
        ledger.add(report(1, text=f"Version {n}: {SECRET}"))
    assert set(ledger.erase("r1-2", "asked for").reports) == {"r1", "r1-2", "r1-3"}
    assert list(ledger.reports(current=False)) == [] and ledger.verify() == ()


def test_what_was_erased_does_not_come_in_again(ledger: Ledger) -> None:
    ledger.add(report(1))
    ledger.erase("r1", "asked for")
    assert ledger.add(report(1)).status == "erased"
    known = ledger.known(report(1))
    assert known is not None and known.reason == "asked for" and known.erased is not None
    assert list(ledger.reports()) == []


def test_bytes_that_another_report_stands_on_stay(ledger: Ledger) -> None:
    first = report(1)
    other = msgspec.structs.replace(first, report=msgspec.structs.replace(first.report, id="copy", publisher="Another"))
    ledger.add(first)
    ledger.add(msgspec.structs.replace(other, reading=None))
    gone = ledger.erase("r1", "asked for")
    assert gone.raw == () and len(gone.kept) == 1 and ledger.raw(gone.kept[0]) == first.raw
    assert ledger.verify() == () and ledger.add(first).status == "erased"


def test_a_persons_claim_can_be_erased(ledger: Ledger) -> None:
    made = report(1).reading
    assert made is not None
    ledger.add(report(1))
    one = PersonClaim(id="person/1", by="me", source="source-1", quote=SECRET, claim=made.claims[0])
    ledger.state(one)
    assert [hit.told.report for hit in ledger.search("xylophones")] == [] or ledger.people() == (one,)
    ledger.erase("person/1", "asked for")
    assert ledger.people() == () and ledger.verify() == () and len(list(ledger.reports())) == 1


@pytest.mark.parametrize(("name", "reason"), [("r9", "asked for"), ("r1", " ")])
def test_what_cannot_be_erased(ledger: Ledger, name: str, reason: str) -> None:
    ledger.add(report(1))
    with pytest.raises(LedgerError):
        ledger.erase(name, reason)
    assert ledger.report("r1") is not None


def test_a_restore_erases_again_what_was_erased_since(tmp_path: Path) -> None:
    place, file = tmp_path / "ledger.db", tmp_path / "early.backup"
    with open_ledger(place) as ledger:
        filled(ledger)
        given = ledger.checkpoint()
        ledger.backup(file)
        ledger.erase("r2", "asked for")
    for name in ("ledger.db", "ledger.db-lock"):
        (tmp_path / name).unlink()
    assert sidecar(place).exists()
    with open_ledger(place) as ledger:
        ledger.restore(file)
        assert [r.id for r in ledger.reports()] == ["r1", "r3"] and ledger.search("xylophones") == ()
        assert [reason for _, reason, _ in ledger.erasures()] == ["asked for"]
        assert ledger.verify([given]) == ()
    file.unlink()
    assert traces(tmp_path) == []


def test_a_list_of_erasures_works_elsewhere(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "one.db") as one:
        filled(one)
        one.erase("r2", "asked for")
    filled(ledger)
    assert ledger.erase_listed(sidecar(tmp_path / "one.db")) == 1
    assert [r.id for r in ledger.reports()] == ["r1", "r3"]
    assert ledger.erase_listed(sidecar(tmp_path / "one.db")) == 0


def test_a_crash_before_the_file_was_rewritten_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.ledger import erase

    with open_ledger(tmp_path / "ledger.db") as ledger:
        filled(ledger)
        with monkeypatch.context() as patched:
            patched.setattr(erase, "finish", lambda store: None)
            ledger.erase("r2", "asked for")
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.verify() == ()
    assert traces(tmp_path) == []
