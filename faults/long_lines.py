"""One line of many megabytes in every format: said in one line, within bounded memory, and nothing else lost."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_SUFFIXES = (".txt", ".json", ".jsonl", ".html", ".mhtml", ".csv", ".rss", ".warc", "")
_GOOD = json.dumps({"report": {"text": "Two drones struck a plant in Izhevsk overnight, the governor said."}})
_START = {
    ".json": '{"report": {"text": "',
    ".jsonl": f"{_GOOD}\n",
    ".html": "<html><body><p>",
    ".mhtml": "From: <Saved by x>\r\nContent-Type: text/html\r\n\r\n<p>",
    ".csv": "text,id\n",
    ".rss": "<rss><channel><item><description>",
    ".warc": "WARC/1.0\r\nWARC-Type: ",
}
_LOAD = (
    "import json, resource, sys; from reportedly.reports import load; from reportedly.model import Report; "
    "got = list(load([sys.argv[1]])); "
    "print(json.dumps({'reports': sum(isinstance(x, Report) for x in got), "
    "'lines': [x.line() for x in got if not isinstance(x, Report)], "
    "'MB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}))"
)


def run(megabytes: int) -> dict[str, Any]:
    """A line of so many megabytes: failures, memory at most (MB), time at most (s)."""
    with tempfile.TemporaryDirectory() as folder:
        found = [_one(Path(folder) / f"long{suffix}", suffix, megabytes) for suffix in _SUFFIXES]
    return {
        "formats": len(found),
        "crashed": sum(one is None for one in found),
        "not said in one line": sum(len(one["lines"]) != 1 for one in found if one),
        "lost beside it": sum(one["reports"] != one["expected"] for one in found if one),
        "memory at most, MB": max(one["MB"] for one in found if one),
        "time at most, s": max(one["seconds"] for one in found if one),
    }


def _one(path: Path, suffix: str, megabytes: int) -> dict[str, Any] | None:
    with path.open("wb") as file:
        file.write(_START.get(suffix, "").encode())
        for _ in range(megabytes):
            file.write(b"drone " * 166_666)
        if suffix == ".jsonl":
            file.write(b"\n")
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", _LOAD, str(path)], capture_output=True)
    path.unlink()
    if done.returncode:
        print(suffix, done.stderr[-400:], file=sys.stderr)
        return None
    seconds = round(time.monotonic() - began, 1)
    return {**json.loads(done.stdout), "expected": int(suffix == ".jsonl"), "seconds": seconds}

