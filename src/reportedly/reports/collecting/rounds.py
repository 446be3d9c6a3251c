"""One round over all sources that are due: several at a time, each in its own order, none waiting for a slow one."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence

from reportedly.reports.collecting.client import Client
from reportedly.reports.collecting.sources import Source
from reportedly.reports.collecting.visit import Arrival
from reportedly.reports.material import InputProblem

_AT_ONCE = 8
_WAITING = 64
_Call = Callable[[Source], Iterator[Arrival]]


def arrivals(sources: Sequence[Source], call: _Call, client: Client) -> Iterator[tuple[Source, Arrival | None]]:
    """What comes from each source, as it comes; ``None`` says that a source is done.

    ``call`` visits one source; it runs in threads. If the caller goes away, the threads stop at their next request.
    """
    waiting: queue.SimpleQueue[Source] = queue.SimpleQueue()
    for source in sources:
        waiting.put(source)
    found: queue.Queue[tuple[Source, Arrival | None]] = queue.Queue(_WAITING)
    for _ in range(min(_AT_ONCE, len(sources))):
        threading.Thread(target=_work, args=(waiting, found, call, client), daemon=True).start()
    try:
        left = len(sources)
        while left:
            source, arrival = found.get()
            left -= arrival is None
            yield source, arrival
    finally:
        if left:
            client.stopped.set()


def _work(
    waiting: "queue.SimpleQueue[Source]",
    found: "queue.Queue[tuple[Source, Arrival | None]]",
    call: _Call,
    client: Client,
) -> None:
    while not client.stopped.is_set():
        try:
            source = waiting.get_nowait()
        except queue.Empty:
            return
        try:
            for arrival in call(source):
                found.put((source, arrival))
        except Exception as error:  # a fault of ours at one source must not cost the others
            what = f"a fault of ours ({type(error).__name__}: {error})"[:300]
            found.put((source, InputProblem(name=source.name, what=what)))
        found.put((source, None))


