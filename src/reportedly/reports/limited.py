"""Parsers that foreign input could make work hard or crash run in a process of their own, with little room.

The task gets bytes and gives bytes; what it breaks, the limits of the operating system or a crash, costs that process.
A process that has loaded a task waits for the next input and forks for each: to start anew costs more than to parse.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from threading import Timer

from reportedly.reports.material import Unreadable

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from reportedly.reports.limited import main; main(*sys.argv[1:])"
)
_SIZE = 8
"""Bytes of the number that stands before input and answer: how many bytes follow."""
_ANSWERED = 42
"""The exit code of a process that gave an answer: no parser that ends its process happens upon it."""


def run(task: str, data: bytes, *arguments: int, seconds: int, memory: int, wall: float) -> bytes:
    """What ``task`` ("module:function") makes of bytes, with so many seconds of processor time and bytes of memory.

    ``arguments`` are handed to the task. Raises ``Unreadable`` where it takes more, takes longer than ``wall`` seconds,
    or fails.
    """
    key = (task, *map(str, (seconds, memory, *arguments)))
    waiting = _waiting(os.getpid()).setdefault(key, [])
    try:
        server = waiting.pop()
    except IndexError:
        server = _Server(key)
    found = server.answer(data, memory, wall)
    if found is not None:
        waiting.append(server)
        return found
    if server.late:
        raise Unreadable(f"takes more than {wall:g} seconds to parse")
    raise Unreadable(f"takes more than {seconds} seconds or {memory >> 20} MB to parse, or is damaged")


@lru_cache(maxsize=1)
def _waiting(process: int) -> dict[tuple[str, ...], list["_Server"]]:
    """The servers of a process that have nothing to do; one that was forked has none of its parent's."""
    found: dict[tuple[str, ...], list[_Server]] = {}
    atexit.register(_end, found)
    return found


def _end(some: Mapping[tuple[str, ...], Iterable["_Server"]]) -> None:
    for servers in some.values():
        for server in servers:
            server.end()


class _Server:
    """A process that has loaded a task. After an input that broke it, it is of no more use."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.late = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it ends with what it forked, and not by a key that interrupts us
        )
        self._write(json.dumps(sys.path).encode() + b"\n")  # -I shuts out the environment and the working folder

    def answer(self, data: bytes, most: int, wall: float) -> bytes | None:
        """What the task makes of bytes, at most ``most``; ``None`` where it breaks."""
        timer = Timer(wall, self._too_late)
        timer.start()
        try:
            self._write(len(data).to_bytes(_SIZE), data)
            size = int.from_bytes(self._read(_SIZE))
            found = self._read(size) if size <= most else None
        except (OSError, EOFError):
            found = None
        finally:
            timer.cancel()
        if found is None or self.late:
            self.end()
            return None
        return found

    def end(self) -> None:
        """End it, with what it may be at."""
        self._kill()
        self._process.communicate()

    def _too_late(self) -> None:
        self.late = True
        self._kill()

    def _kill(self) -> None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _write(self, *parts: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.writelines(parts)
        self._process.stdin.flush()

    def _read(self, size: int) -> bytes:
        assert self._process.stdout is not None
        found = self._process.stdout.read(size)
        if len(found) < size:
            raise EOFError
        return found


def main(task: str, seconds: str, memory: str, *arguments: str) -> None:
    """The process: inputs on standard input, each with its size before it, and likewise what the task makes of them."""
    module, _, name = task.partition(":")
    function: Callable[..., bytes] = getattr(import_module(module), name)
    numbers = tuple(map(int, arguments))
    with suppress(Exception):
        function(b"", *numbers)  # what it needs is loaded while there is room
    while head := sys.stdin.buffer.read(_SIZE):
        data = sys.stdin.buffer.read(int.from_bytes(head))
        if not hasattr(os, "fork"):
            _answer(function, data, numbers)
            return
        child = os.fork()
        if not child:
            _bound(int(seconds), int(memory))
            _answer(function, data, numbers)
            os._exit(_ANSWERED)
        del data  # it waits for the next one with empty hands
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != _ANSWERED:
            sys.exit(1)  # the end of the answer is how the caller hears of it


def _answer(function: Callable[..., bytes], data: bytes, numbers: tuple[int, ...]) -> None:
    try:
        found = function(data, *numbers)
    except BaseException:
        os._exit(1)
    sys.stdout.buffer.write(len(found).to_bytes(_SIZE) + found)
    sys.stdout.buffer.flush()


def _bound(seconds: int, memory: int) -> None:
    """Limits that the operating system holds; where it has none (Windows), the caller's time-out remains."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
