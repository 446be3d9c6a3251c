"""The commands around the ledger: what they do, say, and exit with."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from reportedly.findings import References
from reportedly.ledger import open_ledger
from reportedly.publish.exports import FORMATS
from reportedly.review.judging import signature

from .conftest import EN, FAULT, Command


@pytest.fixture(autouse=True)
def version(flow: SimpleNamespace) -> None:
    """The small flow has the members that these commands use."""
    flow.VERSION = "1"
    flow.weigh = lambda readings: ()
    flow.link = lambda readings: tuple(
        replace(r, claims=tuple(replace(c, incident="i1") for c in r.claims)) for r in readings
    )
    plain = flow.check
    flow.check = lambda reading, against=None: plain(reading)


def status(reportedly_: Command) -> dict[str, object]:
    return json.loads(reportedly_("status", "--format", "json").out)  # type: ignore[no-any-return]


def test_add_again_adds_nothing(reportedly_: Command, article: Path, home: Path) -> None:
    first = reportedly_("add", article, "--published", "2025-07-01")
    assert (first.code, first.err) == (0, "1 new\n")
    assert reportedly_("add", article, "--published", "2025-07-01").err == "1 known\n"
    assert (home / "ledger.db").exists() and status(reportedly_)["report"] == 1
    assert status(reportedly_)["linking"] == 1


def test_what_cannot_be_read_is_kept(reportedly_: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(FAULT)
    done = reportedly_("add", tmp_path / "bad.txt", tmp_path / "none.txt", "--published", "2025-07-01")
    assert done.code == 2 and "1 new" in done.err and "no such file" in done.err
    assert (status(reportedly_)["report"], status(reportedly_).get("reading")) == (1, None)


def test_several_processes(reportedly_: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"report": {"id": f"m{n}", "text": f"{EN} {n}", "published": "2025-07-01"}}) for n in range(3)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    assert reportedly_("add", tmp_path / "many.jsonl", "--no-link").err == "3 new\n"
    assert "linking" not in status(reportedly_)
    (tmp_path / "many.jsonl").write_text(lines[0].replace("Two drones", "Three drones"))
    assert reportedly_("add", tmp_path / "many.jsonl").err == "1 revision\n"


def test_an_id_of_the_source_makes_a_revision_whatever_the_file_is_called(
    reportedly_: Command, tmp_path: Path, home: Path
) -> None:
    earlier, later = tmp_path / "shot-7.json", tmp_path / "later" / "shot-7.json"
    later.parent.mkdir()
    earlier.write_text(json.dumps({"report": {"id": "shot-7", "text": EN, "published": "2025-07-01"}}))
    later.write_text(earlier.read_text().replace("Two drones", "Three drones"))
    assert reportedly_("add", earlier).err == "1 new\n"
    assert reportedly_("add", later).err == "1 revision\n"
    assert reportedly_("add", earlier, later, "--db", tmp_path / "at-once.db").err == "1 new, 1 revision\n"
    with open_ledger(tmp_path / "at-once.db") as ledger:
        assert [(r.id, r.revision_of) for r in ledger.reports(current=False)] == [
            ("shot-7", None),
            ("shot-7-2", "shot-7"),
        ]
        assert ledger.verify() == ()


def test_a_post_of_another_channel_of_the_same_name_is_no_revision(reportedly_: Command, tmp_path: Path) -> None:
    def export(name: str, channel: int, text: str) -> Path:
        message = {"id": 7, "type": "message", "date_unixtime": "1751346000", "text": text}
        path = tmp_path / name / "result.json"
        path.parent.mkdir()
        path.write_text(json.dumps({"name": "News", "type": "public_channel", "id": channel, "messages": [message]}))
        return path

    assert reportedly_("add", export("a", 1, EN)).err == "1 new\n"
    assert reportedly_("add", export("b", 2, EN.replace("Two", "Three"))).err == "1 new\n"
    assert reportedly_("add", export("c", 1, EN.replace("Two", "Four"))).err == "1 revision\n"


def test_an_id_twice_in_one_file_is_of_two_reports(reportedly_: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": f"{EN} {n}", "published": "2025-07-01"}) for n in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert reportedly_("add", tmp_path / "a.jsonl").err == "2 new\n"


def test_a_name_of_a_file_makes_no_revision(reportedly_: Command, tmp_path: Path) -> None:
    for text in (EN, f"{EN} More."):
        (tmp_path / "index.txt").write_text(text)
        assert reportedly_("add", tmp_path / "index.txt", "--published", "2025-07-01").err == "1 new\n"


def test_nothing_there(reportedly_: Command, tmp_path: Path) -> None:
    for command in (["status"], ["verify"], ["export", "csv"], ["backup", "x"], ["erase", "x", "--reason", "y"]):
        done = reportedly_(*command)
        assert done.code == 2 and "no ledger here" in done.err and done.err.count("\n") == 1
    (tmp_path / "other.db").write_text("no database at all " * 200)
    done = reportedly_("status", "--db", tmp_path / "other.db")
    assert done.code == 2 and "not a ledger" in done.err


def test_init_and_rebuild(reportedly_: Command, home: Path) -> None:
    assert reportedly_("init").out == f"ledger: {home}/ledger.db\n".encode()
    assert reportedly_("init", "--rebuild").code == 0 and reportedly_("verify").code == 0


def test_verify_against_a_checkpoint(reportedly_: Command, article: Path, tmp_path: Path, home: Path) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    note = tmp_path / "first.checkpoint"
    done = reportedly_("verify", "--checkpoint", note)
    assert done.code == 0 and "without an earlier checkpoint" in done.err and note.read_text().count("\n") == 5
    assert reportedly_("verify", "--against", note).code == 0
    (home / "ledger.db").unlink()
    reportedly_("add", article, "--published", "2025-07-01")
    done = reportedly_("verify", "--against", note)
    assert done.code == 1 and done.err.startswith("wrong: checkpoint of 3 entries: of another log")
    for bad in (tmp_path / "none", article):
        assert reportedly_("verify", "--against", bad).code == 2


def test_a_checkpoint_that_is_there_is_checked_and_then_renewed(
    reportedly_: Command, article: Path, tmp_path: Path
) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    note = tmp_path / "log.checkpoint"
    reportedly_("verify", "--checkpoint", note)
    first = note.read_text()
    done = reportedly_("verify", "--checkpoint", note)
    assert done.code == 0 and "since 1 earlier checkpoint" in done.err and note.read_text() != first
    forged = first.replace("\n3\n", "\n2\n")
    note.write_text(forged)
    done = reportedly_("verify", "--checkpoint", note)
    assert done.code == 1 and "its signature does not hold" in done.err and note.read_text() == forged
    assert reportedly_("verify", "--checkpoint", article).code == 2 and article.read_text() == EN


def test_who_signed_a_checkpoint(reportedly_: Command, article: Path, tmp_path: Path, home: Path) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    note = tmp_path / "log.checkpoint"
    key = reportedly_("verify", "--checkpoint", note).err.split("--key ")[1].split("\n")[0]
    assert (home / "checkpoint.key").stat().st_mode & 0o777 == 0o600
    (home / "checkpoint.key").unlink()
    assert "not signed with a key that is known here" in reportedly_("verify", "--against", note).err
    done = reportedly_("verify", "--against", note, "--key", key)
    assert done.code == 0 and "note:" not in done.err
    reportedly_("verify", "--checkpoint", tmp_path / "other.checkpoint")  # with a new key
    done = reportedly_("verify", "--against", tmp_path / "other.checkpoint", "--key", key)
    assert done.code == 1 and "not signed with that key" in done.err
    assert reportedly_("verify", "--key", "mine").code == 2


def test_proofs_for_somebody_without_the_ledger(
    reportedly_: Command, article: Path, tmp_path: Path, home: Path
) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    note, proof, grown = tmp_path / "log.checkpoint", tmp_path / "in.json", tmp_path / "grown.json"
    key = reportedly_("verify", "--checkpoint", note).err.split("--key ")[1].split("\n")[0]
    assert reportedly_("proof", "inclusion", "report:article", "-o", proof).code == 0
    assert reportedly_("proof", "consistency", note, "-o", grown).code == 0
    (home / "ledger.db").unlink()
    (home / "checkpoint.key").unlink()
    for shown in (proof, grown):
        done = reportedly_("proof", "check", shown, "--key", key)
        assert (done.code, done.err) == (0, "it holds\n")
    proof.write_text(proof.read_text().replace('"seq":1', '"seq":2'))
    done = reportedly_("proof", "check", proof, "--key", key)
    assert done.code == 1 and "it does not hold" in done.err
    for bad in (["inclusion", "7"], ["inclusion", "x"], ["consistency", article], ["check", article], ["check", "no"]):
        assert reportedly_("proof", *bad).code == 2


def test_backup_restore_erase(reportedly_: Command, article: Path, tmp_path: Path, home: Path) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    backup = tmp_path / "all.backup"
    assert reportedly_("backup", backup).err == f"3 entries in {backup}\n"
    done = reportedly_("erase", "article", "--reason", "asked for")
    assert done.code == 0 and done.err == "erased: 1 reports, 3 entries, 1 files\n"
    assert reportedly_("erase", "article", "--reason", "asked for").code == 2
    again = reportedly_("add", article, "--published", "2025-07-01")
    assert again.code == 0 and "(asked for): not added again" in again.err and "1 erased" in again.err
    other = tmp_path / "other.db"
    done = reportedly_("restore", backup, "--db", other, "--erasures", home / "ledger.db.erasures")
    said = "3 entries restored, then 1 reports erased again; the log has 4\n"
    assert done.err == said
    (home / "ledger.db").unlink()
    assert reportedly_("restore", backup).err == said, "by the list beside the ledger, without being told of it"
    assert reportedly_("restore", backup, "--db", other).code == 2
    assert reportedly_("restore", article, "--db", tmp_path / "third.db").code == 2
    assert not (tmp_path / "third.db").exists()
    for nowhere in (tmp_path / "none" / "x", tmp_path):
        done = reportedly_("backup", nowhere)
        assert done.code == 2 and done.err.startswith(f"reportedly: {nowhere}: cannot be written (")


def test_state_a_protected_source(reportedly_: Command, tmp_path: Path, home: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    told = ["state", "A drone hit the plant.", "--source", "Ivan Ivanenko", "--protected", "--event", "strike"]
    more = ["--place", "Izhevsk", "--on", "2025-07-01", "--archive", "https://archive.example.org/1", "--by", "me"]
    done = reportedly_(*told, *more, "--attach", tmp_path / "photo.jpg")
    assert done.code == 0 and b"strike, source-" in done.out
    found = json.loads(reportedly_("search", "drone", "--format", "jsonl").out)
    assert found["quote"] == "A drone hit the plant." and found["claim"]["time"]["start"] == "2025-07-01"
    assert found["claim"]["places"][0]["name"] == "Izhevsk" and status(reportedly_)["files"] == 1
    assert reportedly_("backup", tmp_path / "all.backup").code == 0
    assert b"Ivanenko" not in (home / "ledger.db").read_bytes()
    assert b"Ivanenko" in (home / "code-names.json").read_bytes()
    again = reportedly_(*told[:3], found["claim"]["sources"][0]["name"], *told[4:])
    assert again.out.split(b", ")[1] == done.out.split(b", ")[1]


@pytest.mark.parametrize(
    "wrong",
    [["--on", "July"], ["--on", "2025-07-02/2025-07-01"], ["--claim", "[1]"], ["--attach", "none"], ["--event", "x"]],
    ids=" ".join,
)
def test_what_cannot_be_stated(reportedly_: Command, wrong: list[str]) -> None:
    done = reportedly_("state", "A drone hit it.", "--source", "me", "--event", "strike", *wrong)
    assert done.code == 2 and done.err.count("\n") == 1


def test_search_by_time_and_distance_and_as_of_then(reportedly_: Command) -> None:
    said = ["--source", "me", "--event", "fire", "--on", "2025-07-01", "--claim"]
    here = '{"places": [{"text": "Sumy", "name": "Sumy", "lat": 50.92, "lon": 34.8}]}'
    reportedly_("state", "A fire in Sumy.", *said, here)
    before = str(status(reportedly_)["last"])
    reportedly_("state", "Another fire in Sumy.", *said, here)
    near = ["search", "--near", "51,34.8,10", "--from", "2025-07-01", "--to", "2025-07-01"]
    assert reportedly_(*near).out.decode().count("fire · Sumy · 2025-07-01") == 2
    assert reportedly_(*near, "--as-of", before).out.decode().count("fire · Sumy") == 1
    assert reportedly_("search", "--near", "51,34.8,5").out == b""
    for bad in (["--near", "51,34.8"], ["--as-of", "then"], ["word", "--near", "51,34.8,5"]):
        assert reportedly_("search", *bad).code == 2


def test_decide(reportedly_: Command, article: Path) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    done = reportedly_("decide", "hide", "article#c1", "--reason", "names a child", "--by", "me")
    assert done.code == 0 and b"hide article#c1" in done.out
    held = reportedly_("export", "jsonl", "--held", "-")
    assert b"hidden or rejected" in held.out and held.err.startswith("0 claims exported, 1 held")
    for bad in (["note", "article#c9"], ["note", "article#c1", "--value", "[1"]):
        assert reportedly_("decide", *bad).code == 2


def test_a_finding_is_set_aside_by_its_digest(
    reportedly_: Command, flow: SimpleNamespace, article: Path, home: Path
) -> None:
    plain, flow.references = flow.check, lambda home: References()
    flow.check = lambda reading, against=None: replace(
        reading, findings=tuple(replace(f, claims=("article#c1",)) for f in plain(reading).findings)
    )
    reportedly_("add", article, "--published", "2025-07-01")
    with open_ledger(home / "ledger.db") as ledger:
        finding = next(iter(ledger.findings()))
    subject = f"finding:{signature(finding)}"
    assert reportedly_("decide", "reject", subject).code == 2, "why?"
    assert reportedly_("decide", "reject", subject, "--reason", "a slip of ours").code == 0
    done = reportedly_("decide", "reject", f"finding:{'0' * 64}", "--reason", "x")
    assert done.code == 2 and "no such finding" in done.err


def test_what_was_hidden_since_is_not_exported_as_of_before(reportedly_: Command, article: Path) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    before = str(status(reportedly_)["last"])
    reportedly_("decide", "hide", "article#c1", "--reason", "names a child")
    assert b"hidden or rejected" in reportedly_("export", "jsonl", "--as-of", before, "--held", "-").out


@pytest.mark.parametrize("format", FORMATS)
def test_export_says_what_is_held(reportedly_: Command, article: Path, tmp_path: Path, format: str) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    done = reportedly_("export", format, "-o", tmp_path / "out")
    assert done.err == "0 claims exported, 1 held (target unknown 1)\n"
    assert EN.encode()[:20] not in (tmp_path / "out").read_bytes()
    assert reportedly_("export", format, "--as-of", "2001-01-01").err == "0 claims exported, 0 held\n"
    assert reportedly_("export", format, "--as-of", "once").code == 2


def passed(reportedly_: Command, article: Path) -> None:
    """A ledger whose one claim passes the gate."""
    reportedly_("add", article, "--published", "2025-07-01")
    known = {
        "target": {"name": "a plant", "kind": "facility"},
        "time": {"text": "", "start": "2025-07-01", "end": "2025-07-01", "precision": "day"},
    }
    reportedly_("decide", "correct", "article#c1", "--value", json.dumps(known), "--reason", "as it says")


def test_a_table_goes_out_and_comes_back(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    passed(reportedly_, article)
    table = tmp_path / "table.csv"
    assert reportedly_("export", "csv", "-o", table).err == "1 claims exported, 0 held\n"
    table.write_text(table.read_text("utf-8").replace(",strike,", ",bombing,"), "utf-8")
    done = reportedly_("revise", table, "--dry-run")
    assert done.out.decode() == "article#c1: correct event strike → bombing\n"
    assert done.err == "1 decisions would be made, 0 rows left out\n"
    assert b"bombing" not in reportedly_("export", "csv").out
    done = reportedly_("revise", table, "--by", "Olena", "--reason", "a mine")
    assert done.err == "1 decisions made, 0 rows left out\n"
    assert reportedly_("revise", table).err == "0 decisions made, 0 rows left out\n"
    assert b"bombing" in reportedly_("export", "csv").out
    table.write_text(table.read_text("utf-8").replace("article#c1", "article#c9"), "utf-8")
    done = reportedly_("revise", table)
    assert done.code == 2 and "article#c9: no such claim" in done.err
    for bad in (tmp_path / "none.csv", article):
        assert reportedly_("revise", bad).code == 2


def test_own_columns(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    passed(reportedly_, article)
    own = tmp_path / "own.toml"
    own.write_text('[[column]]\nname = "Was"\nfield = "event"\n')
    assert reportedly_("export", "csv", "--columns", own).out.decode("utf-8-sig") == "Was\r\nstrike\r\n"
    assert reportedly_("export", "jsonl", "--columns", own).code == 2
    own.write_text("[[column]]")
    assert "not a column mapping" in reportedly_("export", "csv", "--columns", own).err


def test_export_of_one_incident(reportedly_: Command, article: Path, home: Path) -> None:
    passed(reportedly_, article)
    with open_ledger(home / "ledger.db") as ledger:
        (label,) = ledger.labels().values()
    assert reportedly_("export", "jsonl", "--incident", label).err == "1 claims exported, 0 held\n"
    done = reportedly_("export", "jsonl", "--incident", "nothing")
    assert done.code == 2 and "nothing: no such incident" in done.err


def test_publish(reportedly_: Command, article: Path, tmp_path: Path, home: Path) -> None:
    passed(reportedly_, article)
    with open_ledger(home / "ledger.db") as ledger:
        (label,) = ledger.labels().values()
    site = tmp_path / "site"
    done = reportedly_("publish", site, "--incident", label)
    assert done.code == 2 and f"{label}: held (not signed off 1)" in done.err and not site.exists()
    made = reportedly_("decide", "sign_off", f"incident:{label}", "--by", "Olena").out.decode().partition(":")[0]
    done = reportedly_("publish", site, "--incident", label, "--title", "Mine", "--contact", "me@example.org")
    assert (done.code, done.err) == (0, f"1 incidents, 1 claims in {site}\n")
    assert b"Mine" in (site / "index.html").read_bytes()
    reportedly_("decide", "undo", f"decision:{made}")
    assert "0 incidents, 0 claims" in reportedly_("publish", site).err
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("mine")
    assert reportedly_("publish", tmp_path / "other").code == 2
    done = reportedly_("publish", site, "--incident", "nothing")
    assert done.code == 2 and "nothing: no such incident" in done.err


def test_reread(reportedly_: Command, article: Path, flow: SimpleNamespace) -> None:
    reportedly_("add", article, "--published", "2025-07-01")
    assert reportedly_("reread").err == "0 taken, 0 left to decide\n"
    plain = flow.read
    flow.read = lambda report: plain(report).__class__(report=report)
    done = reportedly_("reread")
    assert done.out.startswith(b"article: 0 new, 1 gone, 0 changed, 0 the same: proposed as reading:")
    assert done.err == "0 taken, 1 left to decide\n"
    assert reportedly_("reread", "--take", "--by", "me").err == "1 taken, 0 left to decide\n"
    assert reportedly_("reread", "nothing").code == 2
