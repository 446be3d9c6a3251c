"""`reportedly desk` on the command line: what it refuses, and that it serves."""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from reportedly.cli.app import run

from .conftest import EXAMPLE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path))
    return tmp_path


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_without_a_ledger_it_says_so(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["desk", "--port", str(free())]) == 2
    assert "no ledger here" in capfd.readouterr().err


def test_a_taken_port_is_said_in_one_line(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["desk", "--port", str(port), EXAMPLE[0]]) == 2
    assert capfd.readouterr().err == f"reportedly: port {port} is taken (--port chooses another)\n"


def test_inputs_and_a_ledger_do_not_go_together(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["desk", "--db", str(home / "x.db"), EXAMPLE[0]]) == 2
    assert "reportedly add" in capfd.readouterr().err


def test_inputs_that_cannot_be_read_leave_nothing_to_look_at(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["desk", "--port", str(free()), str(home / "none.txt")]) == 2
    assert "nothing to look at" in capfd.readouterr().err


def test_it_serves_reports_at_hand_and_keeps_nothing(home: Path) -> None:
    port = free()
    command = [sys.executable, "-m", "reportedly", "desk", "--port", str(port), EXAMPLE[0]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            assert re.match(rf"The desk is open at http://127\.0\.0\.1:{port} ", desk.stdout.readline())
            for _ in range(100):
                try:
                    assert "1 report<" in httpx.get(f"http://127.0.0.1:{port}/").text
                    break
                except httpx.ConnectError:
                    time.sleep(0.05)
            else:
                raise AssertionError("it does not answer")
        finally:
            desk.terminate()
    assert not (home / "ledger.db").exists()
