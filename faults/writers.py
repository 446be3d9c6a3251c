"""Several processes write at the same time: every commit is there, no error of a busy database reaches anybody."""

import os
import time
import traceback
from pathlib import Path

from faults.build import report
from reportedly.ledger import open_ledger


def run(place: str | Path, writers: int, commits: int) -> dict[str, float | int]:
    """``writers`` processes with ``commits`` reports each: reports lost, errors, percentiles of a commit."""
    with open_ledger(place):
        pass
    began = time.monotonic()
    started = [_started(place, n, commits) for n in range(writers)]
    said = []
    for _, out in started:
        said += os.fdopen(out).read().split()
    errors = sum(os.waitpid(child, 0)[1] != 0 for child, _ in started)
    took = time.monotonic() - began
    times = sorted(map(float, said))
    with open_ledger(place) as ledger:
        kept = sum(1 for _ in ledger.reports())
        wrong = len(ledger.verify())
    return {
        "writers": writers,
        "commits": writers * commits,
        "lost": writers * commits - kept,
        "errors": errors,
        "wrong by verify": wrong,
        "p50 of a commit, ms": round(1e3 * times[len(times) // 2], 1) if times else -1,
        "p99 of a commit, ms": round(1e3 * times[int(len(times) * 0.99)], 1) if times else -1,
        "commits a second": round(len(times) / took, 1),
    }


def _started(place: str | Path, me: int, commits: int) -> tuple[int, int]:
    """A process of its own, and the pipe in which it says how long each commit took."""
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, out
    code = 1
    try:
        os.close(out)
        with open_ledger(place) as ledger:
            for number in range(commits):
                incoming = report(me * 1_000_000 + number, claims=1)
                began = time.perf_counter()
                ledger.add(incoming)
                os.write(into, f"{time.perf_counter() - began}\n".encode())
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
