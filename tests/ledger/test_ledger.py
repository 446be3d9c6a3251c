"""What a ledger keeps and tells, on both stores."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from faults.build import claim, report
from reportedly.ledger import Checkpoint, Incoming, Ledger, LedgerError, NoLedger, derive, open_ledger
from reportedly.ledger.checkpoint import parse
from reportedly.ledger.tables import DERIVED
from reportedly.model import Coverage, Finding, Reading

FINDING = Finding(
    kind="count_conflict",
    severity="error",
    claims=("r1#c1", "r2#c1"),
    code="count_conflict.disjoint",
    explanation="9 and 30 do not go together.",
    coverage=Coverage(rows=2),
)


def tables(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """All tables made from the log, as they stand."""
    with ledger._store.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in DERIVED
        }


def test_a_report_is_kept_with_bytes_reading_and_digest(ledger: Ledger) -> None:
    incoming = report(1)
    added = ledger.add(incoming)
    assert (added.status, added.id) == ("new", "r1")
    kept = ledger.report("r1")
    assert kept is not None and kept.sha256 is not None and kept.text == incoming.report.text
    assert ledger.raw(kept.sha256) == incoming.raw
    assert incoming.reading is not None
    assert [r.claims for r in ledger.readings()] == [incoming.reading.claims]


def test_the_same_bytes_are_kept_once(ledger: Ledger) -> None:
    for n in (1, 2, 1, 2, 2):
        ledger.add(report(n))
    assert [r.id for r in ledger.reports()] == ["r1", "r2"]
    assert ledger.add(report(1)).status == "known"
    known = ledger.known(report(2))
    assert known is not None and known.id == "r2" and ledger.known(report(3)) is None


def test_the_same_address_with_other_bytes_is_a_revision(ledger: Ledger) -> None:
    ledger.add(report(1, url="https://example.org/a"))
    other = report(1, url="https://example.org/a", text="Three people were killed in Kharkiv, the governor said today.")
    added = ledger.add(other)
    assert (added.status, added.id) == ("revision", "r1-2")
    kept = ledger.report("r1-2")
    assert kept is not None and kept.revision_of == "r1"
    assert [r.id for r in ledger.reports()] == ["r1-2"]
    assert [r.id for r in ledger.reports(current=False)] == ["r1", "r1-2"]
    assert ledger.revisions("r1") == ledger.revisions("r1-2") == ("r1", "r1-2")
    assert {told.report for told in ledger.claims()} == {"r1-2"}


def test_signs_that_a_store_does_not_have(ledger: Ledger) -> None:
    made = report(1, url="https://example.org/\0", text="A text with \u202e signs and 🙂 of all kinds.")
    added = ledger.add(msgspec.structs.replace(made, report=msgspec.structs.replace(made.report, id="a\0b")))
    assert added.id == "a\ufffdb" and ledger.verify() == ()
    assert [r.text for r in ledger.reports()] == [made.report.text]


def test_an_id_made_from_a_file_name_makes_no_revision(ledger: Ledger) -> None:
    for text in ("One text about a fire at a plant in Kharkiv.", "Another text of the same name, about Sumy."):
        ledger.add(msgspec.structs.replace(report(1, text=text), own_id=False))
    assert [(r.id, r.revision_of) for r in ledger.reports()] == [("r1", None), ("r1-2", None)]


def test_a_revision_of_a_revision_follows_the_latest(ledger: Ledger) -> None:
    for n in range(4):
        ledger.add(report(1, text=f"Version {n} of the post about the strike on Kharkiv."))
    assert [(r.id, r.revision_of) for r in ledger.reports(current=False)] == [
        ("r1", None),
        ("r1-2", "r1"),
        ("r1-3", "r1-2"),
        ("r1-4", "r1-3"),
    ]


def test_a_report_that_could_not_be_read_is_kept_and_read_later(ledger: Ledger) -> None:
    incoming = report(1)
    ledger.add(msgspec.structs.replace(incoming, reading=None))
    assert list(ledger.readings()) == [] and [r.claims for r in ledger.readings(unread=True)] == [()]
    assert incoming.reading is not None
    ledger.propose(incoming.reading, "2")
    assert [len(r.claims) for r in ledger.readings()] == [3] and ledger.proposals() == ()


@pytest.mark.parametrize(
    "query", ["заводы", "завода", "DRONES struck", "izhevsk", "Izhevsk plant", "пожежі", "governor's drone"]
)
def test_search_finds_inflections_and_english_names(ledger: Ledger, query: str) -> None:
    text = "Дроны атаковали завод, a drone struck the plant, сталася пожежа на заводі"
    made = report(0, text=text, claims=1)
    assert made.reading is not None
    whole = msgspec.structs.replace(made.reading.claims[0], start=0, end=len(text))
    reading = msgspec.structs.replace(made.reading, claims=(whole,))
    ledger.add(msgspec.structs.replace(made, reading=reading))
    ledger.add(report(4, text="Nothing that was asked for: quiet day in Sumy", claims=0))
    assert [hit.quote for hit in ledger.search(query)] == [text]
    assert ledger.search("") == () and ledger.search('"') == () and ledger.search("тишина") == ()


def test_claims_by_what_they_say(ledger: Ledger) -> None:
    for n in range(6):
        ledger.add(report(n))
    assert {t.claim.event for t in ledger.claims(event="fire")} == {"fire"}
    assert {t.claim.places[0].name for t in ledger.claims(place="Sumy")} == {"Sumy"}
    days = [t.claim.time.start for t in ledger.claims(start="2025-07-02", end="2025-07-03") if t.claim.time]
    assert set(days) == {"2025-07-02", "2025-07-03"}
    assert [t.ref for t in ledger.claims(report="r1", limit=2)] == ["r1#c1", "r1#c2"]


def test_labels_become_incidents_and_only_changes_are_written(ledger: Ledger) -> None:
    for n in (1, 2):
        ledger.add(report(n))
    labels = {"r1#c1": "kharkiv", "r2#c1": "kharkiv", "r1#c2": None, "gone#c1": "x"}
    assert ledger.label(labels) == 2
    assert ledger.label(labels) == 0
    (found,) = ledger.incidents()
    assert (found.id, found.claims, found.reports) == ("kharkiv", ("r1#c1", "r2#c1"), ("r1", "r2"))
    assert ledger.label({"r1#c1": None}) == 1
    assert [i.claims for i in ledger.incidents()] == [("r2#c1",)]
    assert [t.ref for t in ledger.claims(incident="kharkiv")] == ["r2#c1"]


def test_findings_come_and_go(ledger: Ledger) -> None:
    for n in (1, 2):
        ledger.add(report(n))
    assert ledger.weigh([FINDING]) == 1 and ledger.weigh([FINDING]) == 0
    assert list(ledger.findings()) == [FINDING]
    seq = ledger.status()["entries"]
    assert isinstance(seq, int)
    assert ledger.weigh([]) == 1 and list(ledger.findings()) == []
    assert list(ledger.after(seq).findings()) == [FINDING]


def test_what_was_known_then(ledger: Ledger) -> None:
    times = []
    for n in (1, 2, 3):
        ledger.add(report(n))
        times.append(ledger.history(f"r{n}")[-1].at)
    assert [r.id for r in ledger.as_of(times[1]).reports()] == ["r1", "r2"]
    assert list(ledger.as_of("2001-01-01").reports()) == []
    assert len(list(ledger.as_of("2999-01-01").reports())) == 3
    assert ledger.as_of(times[0]).search("report") and not ledger.as_of("2001-01-01").search("report")
    with pytest.raises(LedgerError, match="not an ISO time"):
        ledger.as_of("yesterday")


def test_tables_made_anew_are_the_same(ledger: Ledger) -> None:
    for n in range(4):
        ledger.add(report(n))
    ledger.label({"r1#c1": "a", "r2#c1": "a"})
    ledger.weigh([FINDING])
    before, hits = tables(ledger), ledger.search("report")
    ledger.rebuild()
    assert tables(ledger) == before and ledger.search("report") == hits and hits
    assert ledger.verify() == ()


def test_a_table_that_was_tampered_with_is_told(ledger: Ledger) -> None:
    ledger.add(report(1))
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("UPDATE claims SET polarity = 'denied'")
    assert [p.where for p in ledger.verify()] == ["table claims"]
    ledger.rebuild()
    assert ledger.verify() == ()


def test_bytes_that_were_tampered_with_are_told(ledger: Ledger) -> None:
    ledger.add(report(1))
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM blobs")
    assert ["the bytes that it stands on are missing" in p.what for p in ledger.verify()] == [True]


def test_a_span_outside_the_text_is_told(ledger: Ledger) -> None:
    made = report(1)
    assert made.reading is not None
    far = msgspec.structs.replace(made.reading.claims[0], end=10_000)
    ledger.add(msgspec.structs.replace(made, reading=msgspec.structs.replace(made.reading, claims=(far,))))
    assert ["span outside the text" in p.what for p in ledger.verify()] == [True]


def test_checkpoint_and_proofs(ledger: Ledger) -> None:
    ledger.add(report(1))
    early = ledger.checkpoint()
    assert parse(early.note()) == early == parse(early.note() + "— name AAAA\n")
    for n in (2, 3):
        ledger.add(report(n))
    assert ledger.verify([early]) == ()
    assert ledger.consistency(early).holds() and ledger.inclusion(2).holds()
    assert not msgspec.structs.replace(ledger.inclusion(2), entry=ledger.inclusion(3).entry).holds()
    other = Checkpoint(origin="another", size=1, root="00" * 32)
    with pytest.raises(LedgerError, match="another log"):
        ledger.consistency(other)
    with pytest.raises(LedgerError, match="is not what it was"):
        ledger.consistency(msgspec.structs.replace(early, root="00" * 32))
    assert "another log" in ledger.verify([other])[0].what


@pytest.mark.parametrize("text", ["", "x", "a\n-1\nAAAA\n\n", "a\n1\nAAAA\n\n", "a\n01\n" + "A" * 43 + "=\n\n"])
def test_what_is_no_checkpoint(text: str) -> None:
    with pytest.raises(LedgerError, match="not a checkpoint"):
        parse(text)


def test_backup_and_restore_between_stores(ledger: Ledger, tmp_path: Path) -> None:
    for n in range(3):
        ledger.add(report(n))
    ledger.label({"r1#c1": "a"})
    given = ledger.checkpoint()
    file = tmp_path / "all.backup"
    count = ledger.backup(file)
    with open_ledger(tmp_path / "other.db") as other:
        assert other.restore(file) == (count, 0)
        assert other.verify([given]) == () and tables(other) == tables(ledger)
        assert [other.raw(r.sha256 or "") for r in other.reports()] == [report(n).raw for n in range(3)]
        with pytest.raises(LedgerError, match="not empty"):
            other.restore(file)


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "text"])
def test_a_damaged_backup_restores_nothing(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "all.backup"
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.add(report(1))
        ledger.backup(file)
    data = file.read_bytes()
    middle = len(data) // 2
    file.write_bytes(
        {
            "cut": data[:-7],
            "flip": data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :],
            "empty": b"",
            "text": b"nothing of the kind\n",
        }[harm]
    )
    with open_ledger(tmp_path / "b.db") as ledger:
        with pytest.raises(LedgerError, match="not a backup, or damaged"):
            ledger.restore(file)
        assert ledger.status()["entries"] == 0 and list(ledger.reports()) == []


def test_what_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NoLedger):
        open_ledger(tmp_path / "none.db", create=False)
    (tmp_path / "text.db").write_text("These are words and no database, and enough of them. " * 100)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE something (x)")
    connection.close()
    with pytest.raises(LedgerError, match="something else"):
        open_ledger(tmp_path / "other.db")
    with pytest.raises(LedgerError, match="a ledger is a file or a postgresql"):
        open_ledger("mysql://somewhere/x")


def test_a_place_with_any_name(tmp_path: Path) -> None:
    place = tmp_path / "50% ? #1 & воєнний щоденник" / "ledger.db"
    with open_ledger(place) as ledger:
        ledger.add(report(1))
    assert place.is_file()
    with open_ledger(str(place), create=False) as ledger:
        assert [r.id for r in ledger.reports()] == ["r1"]


def test_a_ledger_of_a_newer_version_is_refused(place: str) -> None:
    with open_ledger(place) as ledger, ledger._store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer version"):
        open_ledger(place)


def test_a_ledger_is_for_its_owner_only(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(report(1))
        assert {stat.S_IMODE(p.stat().st_mode) & 0o077 for p in tmp_path.iterdir()} == {0}


def test_a_transaction_that_fails_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.add(report(1))
    before = ledger.status()

    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setitem(derive._STEPS, "reading", fail)
        ledger.add(report(2))
    assert ledger.status() == before and ledger.verify() == () and ledger.report("r2") is None


def test_a_schema_with_bytes_that_are_no_text_is_damage(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    open_ledger(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    file.write_bytes(file.read_bytes().replace(b"CREATE INDEX", b"CREATE IND\xe5X"))
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(file)


def test_several_at_once_are_as_if_one_by_one(ledger: Ledger) -> None:
    added = ledger.add_all([report(1), report(2), report(1), report(2, text="Later.")])
    assert [one.status for one in added] == ["new", "new", "known", "revision"]
    assert [reading.report.id for reading in ledger.readings()] == ["r1", "r2-2"] and ledger.verify() == ()


def test_several_at_once_are_all_there_or_none(ledger: Ledger) -> None:
    def some() -> Iterator[Incoming]:
        yield report(1)
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        ledger.add_all(some())
    assert ledger.status()["entries"] == 0


def test_a_reading_of_nothing_cannot_be_proposed(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such report"):
        ledger.propose(Reading(report=report(9).report), "2")


def test_findings_follow_the_id_under_which_a_report_is_kept(ledger: Ledger) -> None:
    own = Finding(kind="unattributed", severity="note", claims=("r1#c1",), code="a", explanation="Nobody says so.")
    for text in ("A first text of some length here.", "A second one, of about the same length."):
        made = report(1, text=text, claims=1)
        assert made.reading is not None
        reading = msgspec.structs.replace(made.reading, findings=(own,))
        ledger.add(msgspec.structs.replace(made, reading=reading, own_id=False))
    assert [f.claims for f in ledger.findings()] == [("r1#c1",), ("r1-2#c1",)]


def test_claim_times_and_knowledge_times_are_apart(ledger: Ledger) -> None:
    made = report(1)
    late = claim(made.report, 0)
    ledger.add(Incoming(report=made.report, raw=made.raw, reading=Reading(report=made.report, claims=(late,))))
    (told,) = ledger.claims(report="r1")
    assert told.claim.time is not None and told.claim.time.start < "2025-08" < told.known
