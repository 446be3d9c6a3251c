"""How fast the desk answers while reports come in: ``python -m reportedly.evaluate.desk_bench --claims 100000``.

A ledger of planted claims, the desk over it as a process of its own, another process that puts reports on record at a
steady rate, and requests at a steady rate whose times count from the moment at which they were due (so that a slow
answer is not hidden by the requests that waited behind it).
"""

import argparse
import http.client
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.evaluate.generated import Truth, planted
from reportedly.ledger import Incoming, Ledger, open_ledger
from reportedly.model import Finding, Reading
from reportedly.review import link_new

PAGES = (
    "/", "/incidents", "/incidents?page=40", "/incidents/happening-{n}", "/reports", "/reports?page=200",
    "/reports/r{n}-0", "/review", "/map?from=2023-01-05&to=2023-01-06", "/search?q=burnt&place=Town+{town}", "/sources",
    "/gate", "/records", "/api/v1/claims?view=desk&limit=50", "/api/v1/incidents/happening-{n}?view=desk",
    "/api/v1/changes?since=100",
)  # fmt: skip
STEP = 500
TARGET_MS = 300


class Answer(NamedTuple):
    """One request: which page, its status, milliseconds from when it was due."""

    page: str
    status: int
    ms: float


def build(file: Path, readings: Sequence[Reading], truth: Truth) -> None:
    """A ledger of planted claims with their incidents and findings."""
    with open_ledger(file, create=True) as ledger:
        put(ledger, readings, truth)


def put(ledger: Ledger, readings: Sequence[Reading], truth: Truth) -> None:
    """Planted claims on record, with their incidents and findings, as if they had been linked."""
    here = {f"{r.report.id}#{c.id}" for r in readings for c in r.claims}
    for start in range(0, len(readings), STEP):
        ledger.add_all(_incoming(r) for r in readings[start : start + STEP])
    ledger.label({ref: label for ref, label in truth.incidents.items() if ref in here})
    ledger.weigh(
        Finding(
            kind="count_conflict",
            relation="conflict",
            severity="error",
            claims=tuple(sorted(refs)),
            code="planted",
            explanation="The figures for injured cannot all hold.",
        )
        for refs in truth.findings["count_conflict"]
        if refs <= here
    )
    last = ledger.latest()
    ledger.linking.mark(last.seq if last else 0)


def _incoming(reading: Reading) -> Incoming:
    return Incoming(report=reading.report, raw=reading.report.text.encode(), reading=reading, version="planted")


def ingest(file: Path, rate: float, seconds: float) -> None:
    """Put new reports on record and link them, as `add` does, so many a second; say how long each took."""
    took: list[float] = []
    some, _ = planted(int(rate * seconds * 4), seed=2)
    began = time.monotonic()
    with open_ledger(file) as ledger:
        for number, reading in enumerate(some[: int(rate * seconds)]):
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
            at = time.monotonic()
            id, text = f"late-{time.time_ns()}", f"{reading.report.text} Message {number}."
            ledger.add(_incoming(replace(reading, report=replace(reading.report, id=id, text=text))))
            link_new(ledger, few=0)
            took.append(1000 * (time.monotonic() - at))
    print(f"{'one more report, kept and linked':52} p50 {share(took, 0.5):8.0f} ms   p99 {share(took, 0.99):8.0f} ms")


@contextmanager
def desk(file: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The desk over a ledger."""
    command = [sys.executable, "-m", "reportedly", "desk", "--db", str(file), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


def ask(port: int, page: str, due: float) -> Answer:
    """One request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", page)
        answer = connection.getresponse()
        answer.read()
        return Answer(page, answer.status, 1000 * (time.monotonic() - due))
    finally:
        connection.close()


def load(port: int, rate: float, seconds: float, incidents: int) -> list[Answer]:
    """Requests for all kinds of pages in turn, so many a second."""
    began = time.monotonic()
    waiting = []
    with ThreadPoolExecutor(64) as pool:
        for number, page in zip(range(int(rate * seconds)), cycle(PAGES), strict=False):
            due = began + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            n = 1 + number * 7919 % incidents
            waiting.append(pool.submit(ask, port, page.format(n=n, town=n % 400), due))
    return [one.result() for one in waiting]


def first(port: int) -> float:
    """Seconds until the first page is there."""
    began = time.monotonic()
    while time.monotonic() - began < 900:
        try:
            ask(port, "/", time.monotonic())
            return time.monotonic() - began
        except ConnectionError:
            time.sleep(0.1)
    raise SystemExit("the desk does not answer")


def share(values: list[float], part: float) -> float:
    """The value that so many of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20, help="requests a second")
    parser.add_argument("--ingest", type=float, default=10, help="reports a second")
    parser.add_argument("--port", type=int, default=8399)
    parser.add_argument("--ledger", type=Path, default=Path("desk-bench.db"), help="made where there is none")
    given = parser.parse_args()
    if not given.ledger.exists():
        build(given.ledger, *planted(given.claims))
    with desk(given.ledger, given.port) as process:
        print(f"first page: {first(given.port):.1f} s")
        writer = get_context("spawn").Process(target=ingest, args=(given.ledger, given.ingest, given.seconds))
        if given.ingest:
            writer.start()
        answers = load(given.port, given.rate, given.seconds, given.claims // 12)
        if given.ingest:
            writer.join()
        print(f"memory: {_memory(process.pid):.0f} MB")
    _report(answers)


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1000


def _report(answers: list[Answer]) -> None:
    kinds: dict[str, list[float]] = {}
    for number, answer in enumerate(answers):
        kinds.setdefault(PAGES[number % len(PAGES)], []).append(answer.ms)
    for kind, times in kinds.items():
        print(f"{kind:52} p50 {share(times, 0.5):8.0f} ms   p99 {share(times, 0.99):8.0f} ms")
    every = [a.ms for a in answers]
    failed = sum(a.status != 200 for a in answers)
    print(f"{'all':52} p50 {share(every, 0.5):8.0f} ms   p99 {share(every, 0.99):8.0f} ms   not 200: {failed}")
    print("p99 within" if share(every, 0.99) <= TARGET_MS else "p99 above", f"{TARGET_MS} ms")


if __name__ == "__main__":
    main()
