"""Readings from JSON lines, and records to them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from reportedly.cli.failure import InputError
from reportedly.cli.intake import Run
from reportedly.cli.output import opened
from reportedly.model import Reading, Report, decode_reading
from reportedly.reports import InputProblem, Overrides

_encoder = msgspec.json.Encoder()


def readings(name: str, run: Run) -> Iterator[Reading]:
    """The readings of a file of JSON lines, or of standard input for ``-``; a bad line is said and left out."""
    seen: set[str] = set()
    for number, line in enumerate(_lines(name), 1):
        if not line.strip():
            continue
        try:
            reading = decode_reading(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as error:
            what = "nested too deeply" if isinstance(error, RecursionError) else f"not a reading: {error}"
            run.say(InputProblem(name=name, where=f"line {number}", what=what))
            continue
        if reading.report.id in seen:
            what = f"report {reading.report.id} again: left out"
            run.say(InputProblem(name=name, where=f"line {number}", what=what))
            continue
        seen.add(reading.report.id)
        yield reading
    if not seen and not run.counts["error"]:
        run.say(InputProblem(name=name, what="empty: no reading in it"))


def _lines(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield from file
    except OSError as error:
        raise InputError(f"{name}: {(error.strerror or str(error)).lower()}") from None


def write_each(
    work: Callable[[Report], dict[str, Any]], inputs: Sequence[str], output: str | None, given: Overrides
) -> int:
    """What ``work`` makes of each report, one JSON object a line; the exit code. A failure costs its report only."""
    run = Run()
    made = (run.attempt(work, report) for report in run.reports(inputs, given))
    with opened(output) as stream:
        write(stream, (found for found in made if found))
    return run.code()


def write(stream: BinaryIO, objects: Iterable[Any]) -> None:
    """One JSON object a line, as they come."""
    for entry in objects:
        stream.write(_encoder.encode(entry) + b"\n")


def write_incidents(name: str | None, linked: Sequence[Reading]) -> None:
    """The incidents of linked readings to a file (nothing without one): one a line, ``part_of`` the wider one."""
    if name is None:
        return
    from reportedly.incidents import incidents

    with opened(name) as stream:
        write(stream, incidents(linked))
