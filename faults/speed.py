"""What keeping costs: adding against reading alone; search and size with many claims."""

import random
import tempfile
import time
from pathlib import Path

from faults.build import report
from reportedly.ledger import Incoming, open_ledger


def adding(reports: list[Incoming]) -> dict[str, float]:
    """Time to read some reports, and to read and keep them, a few at once as `reportedly add` does."""
    from msgspec.structs import replace

    from reportedly import pipeline

    alone = kept = alone_cpu = kept_cpu = 0.0
    pipeline.read(reports[0].report)  # whatever is loaded once
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for first in range(0, len(reports), 16):
            some = reports[first : first + 16]
            for keeping in (False, True) if first % 32 else (True, False):  # neither is always the one that warms up
                began, cpu = time.perf_counter(), time.process_time()
                read = [replace(one, reading=pipeline.read(one.report), version="1") for one in some]
                if keeping:
                    ledger.add_all(read)
                    kept, kept_cpu = kept + time.perf_counter() - began, kept_cpu + time.process_time() - cpu
                else:
                    alone, alone_cpu = alone + time.perf_counter() - began, alone_cpu + time.process_time() - cpu
    return {
        "reports": len(reports),
        "reading alone, ms each": round(1e3 * alone / len(reports), 1),
        "reading and keeping, ms each": round(1e3 * kept / len(reports), 1),
        "ratio": round(kept / alone, 2),
        "ratio of processor time": round(kept_cpu / alone_cpu, 2),
    }


def searching(claims: int, searches: int = 500, each: int = 20) -> dict[str, float]:
    """Fill a ledger with claims, then search; the 99th percentile of a search in milliseconds, and bytes a claim."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        with open_ledger(place) as ledger:
            began = time.perf_counter()
            for n in range(0, claims // each, 16):
                ledger.add_all([report(k, claims=each) for k in range(n, min(n + 16, claims // each))])
            filled = time.perf_counter() - began
            times = []
            for _ in range(searches):
                words = " ".join(chance.sample(["drone", "завод", "plant", "Izhevsk", "fire", "Kharkiv", "report"], 2))
                began = time.perf_counter()
                ledger.search(words)
                times.append(time.perf_counter() - began)
            times.sort()
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        return {
            "claims": claims,
            "added, reports a second": round(claims / each / filled, 1),
            "search p50, ms": round(1e3 * times[len(times) // 2], 1),
            "search p99, ms": round(1e3 * times[int(len(times) * 0.99)], 1),
            "bytes a claim": round(size / claims),
        }
