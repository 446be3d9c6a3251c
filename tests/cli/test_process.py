"""The command as a process of its own: start time, pipes that close, terminals."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main()"]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from reportedly.cli.app import run; run(['--help']); "
        "heavy = {'rich', 'lxml', 'trafilatura', 'lingua', 'jinja2', 'httpx', 'numpy', 'yaml', 'reportedly.pipeline'}; "
        "print('loaded:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "loaded: []" in done.stdout


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    out, into = os.pipe()
    os.close(out)
    done = subprocess.run([*PROGRAM, "--help"], stdout=into, stderr=subprocess.PIPE, text=True)
    os.close(into)
    assert (done.returncode, done.stderr) == (0, "")


def test_bad_input_from_outside(tmp_path: Path) -> None:
    done = subprocess.run([*PROGRAM, "check", str(tmp_path / "no.txt")], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == f"reportedly: {tmp_path}/no.txt: no such file or directory\n"
