"""Signed checkpoints: what holds, what does not, and a key that only its owner reads."""

import stat
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Checkpoint, LedgerError
from reportedly.ledger.notes import SigningKey, key_at, verifier

KEY = SigningKey(b"7" * 32)
POINT = Checkpoint(origin="reportedly.ledger/ab", size=3, root="11" * 32)
NOTE = KEY.signed(POINT.origin, POINT.text())


def test_a_signed_checkpoint_is_three_lines_an_empty_one_and_a_signature() -> None:
    lines = NOTE.split("\n")
    assert lines[:2] == [POINT.origin, "3"] and lines[3] == "" and lines[4].startswith(f"— {POINT.origin} ")
    assert KEY.verifier(POINT.origin).signed(NOTE) is True


def test_a_note_of_somebody_else_is_understood() -> None:
    """The example of the Go package sumdb/note, which the format comes from."""
    known = verifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    text = (
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    assert known.signed(text) is True and known.signed(text.replace("answer", "Answer")) is False


@pytest.mark.parametrize(
    ("note", "holds"),
    [
        (NOTE.replace("\n3\n", "\n2\n"), False),
        (NOTE.replace("— ", "— other"), None),
        (SigningKey(b"8" * 32).signed(POINT.origin, POINT.text()), None),
        (POINT.note(), None),
        (NOTE + KEY.signed("other", POINT.text()).rpartition("\n\n")[2], True),
    ],
    ids=["another size", "another name", "another key", "no signature", "two signatures"],
)
def test_what_a_signature_says(note: str, holds: bool | None) -> None:
    assert KEY.verifier(POINT.origin).signed(note) is holds


@given(st.integers(0, len(NOTE) - 1), st.characters(categories=("L", "N", "Zs")))
def test_no_note_holds_but_the_one_that_was_signed(at: int, sign: str) -> None:
    changed = NOTE[:at] + sign + NOTE[at + 1 :]
    with suppress(LedgerError):  # no longer a note at all
        assert KEY.verifier(POINT.origin).signed(changed) is not True or changed == NOTE


@pytest.mark.parametrize("text", ["", "a", "a+00000000+AAAA", f"b{KEY.verifier('a')}", str(KEY.verifier("a"))[:-4]])
def test_what_is_no_verifier(text: str) -> None:
    with pytest.raises(LedgerError, match="not a key"):
        verifier(text)


def test_a_verifier_is_its_text() -> None:
    assert verifier(str(KEY.verifier("a"))) == KEY.verifier("a")


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "checkpoint.key"
    assert key_at(file) is None
    made, found = key_at(file, create=True), key_at(file)
    assert made is not None and found is not None and made.verifier("a") == found.verifier("a")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    with pytest.raises(LedgerError, match="others can read"):
        key_at(file)


def test_a_file_that_holds_no_key(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key")
    (tmp_path / "key").chmod(0o600)
    with pytest.raises(LedgerError, match="not a key"):
        key_at(tmp_path / "key")
