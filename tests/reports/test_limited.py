"""A task that breaks costs the process that it runs in, and the next input is read."""

import os
import time
from pathlib import Path

import pytest

from reportedly.reports import limited
from reportedly.reports.formats import pdf
from reportedly.reports.material import Unreadable

from .conftest import Loader
from .makers import pdf_bomb


def parent(data: bytes) -> bytes:
    return f"{os.getppid()} {data.decode()}".encode()


def add(data: bytes, number: int, other: int) -> bytes:
    return str(number + other).encode()


def behaves(data: bytes) -> bytes:
    """Badly, as it is told."""
    if data == b"crash":
        os.abort()
    if data == b"raise":
        raise ValueError
    if data == b"leave":
        os._exit(0)
    if data == b"work":
        while True:
            pass
    if data == b"wait":
        time.sleep(60)
    if data == b"hoard":
        return bytes(2**30)
    if data.startswith(b"/"):
        Path(data.decode()).write_bytes(b"x")
    return b"well"


def run(task: str, data: bytes, *arguments: int, wall: float = 120) -> bytes:
    return limited.run(f"{__name__}:{task}", data, *arguments, seconds=1, memory=2**29, wall=wall)


def test_one_process_reads_input_after_input() -> None:
    first, second = run("parent", b"a").split(), run("parent", b"b").split()
    assert (first[1], second[1], first[0]) == (b"a", b"b", second[0])


def test_numbers_are_handed_to_the_task() -> None:
    assert run("add", b"", 2, 3) == b"5"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"crash", "or is damaged"),
        (b"raise", "or is damaged"),
        (b"leave", "or is damaged"),
        (b"work", "takes more than 1 seconds or 512 MB"),
        (b"hoard", "takes more than 1 seconds or 512 MB"),
    ],
)
def test_what_breaks_is_one_line_and_the_next_is_read(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        run("behaves", data)
    assert run("behaves", b"") == b"well"


def test_what_waits_forever_is_ended() -> None:
    with pytest.raises(Unreadable, match="takes more than 2 seconds to parse"):
        run("behaves", b"wait", wall=2)
    assert run("behaves", b"") == b"well"


def test_it_can_write_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        run("behaves", os.fsencode(tmp_path / "x"))
    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_bytes() == b""


def test_a_process_that_was_forked_has_a_server_of_its_own() -> None:
    ours = run("parent", b"").strip()
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.write(into, run("parent", b"").strip())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(out, 100) not in (ours, b"")
    assert run("parent", b"").strip() == ours


def test_a_pdf_that_takes_too_much_is_said(loaded: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MEMORY", 256 * 2**20)
    _, (problem,) = loaded("a.pdf", pdf_bomb())
    assert problem.what == "takes more than 20 seconds or 256 MB to parse, or is damaged"
