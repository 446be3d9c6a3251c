"""Parsers that foreign input could make work hard or crash run in a process of their own, with little room.

The task gets bytes and gives bytes; what it breaks, the limits of the operating system or a crash, costs that process.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from reportedly.reports.material import Unreadable

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from reportedly.reports.limited import main; main(*sys.argv[1:])"
)


def run(task: str, data: bytes, *, seconds: int, memory: int, wall: float) -> bytes:
    """What ``task`` ("module:function") makes of bytes, with so many seconds of processor time and bytes of memory.

    Raises ``Unreadable`` where it takes more, takes longer than ``wall`` seconds, or fails.
    """
    command = [sys.executable, "-I", "-c", _START, task, str(seconds), str(memory)]
    try:
        # The current path is handed over since -I shuts out the environment and the working folder.
        done = subprocess.run(
            command, input=json.dumps(sys.path).encode() + b"\n" + data, capture_output=True, timeout=wall
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"takes more than {wall:g} seconds to parse") from None
    if done.returncode != 0:
        raise Unreadable(f"takes more than {seconds} seconds or {memory >> 20} MB to parse, or is damaged")
    return done.stdout


def main(task: str, seconds: str, memory: str) -> None:
    """The process: bytes on standard input, what the task makes of them on standard output."""
    module, _, name = task.partition(":")
    function: Callable[[bytes], bytes] = getattr(import_module(module), name)
    data = sys.stdin.buffer.read()
    with suppress(Exception):
        function(b"")  # what it needs is loaded while there is room
    _bound(int(seconds), int(memory))
    sys.stdout.buffer.write(function(data))


def _bound(seconds: int, memory: int) -> None:
    """Limits that the operating system holds; where it has none (Windows), the caller's time-out remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
