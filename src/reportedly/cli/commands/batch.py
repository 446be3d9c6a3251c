"""``reportedly batch``: the same work over Parquet in parts, in several processes or on a cluster."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Inputs, Language, Published, Publisher, Url, overrides

if TYPE_CHECKING:
    from reportedly.cli.intake import Run
    from reportedly.reports import InputProblem

    Step = Callable[[Path, Path, int], Iterator[InputProblem]]

HELP = "Read, link and weigh very many reports: Parquet in parts, resumable (needs the extra batch)."
Source = Annotated[str, typer.Argument(metavar="IN", help="A data set of an earlier step, or its JSON lines.")]
Target = Annotated[str, typer.Option("-o", "--output", metavar="OUT.parquet", help="The folder of parts to make.")]
Jobs = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option(metavar="N", min=1, max=256, help="Work in N processes."),
]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    for command in (read, link, weigh):
        group.command(command.__name__)(command)
    app.add_typer(group, name="batch")


def _group() -> None:
    """Read, link and weigh very many reports: Parquet in parts, resumable (needs the extra batch)."""


def read(
    inputs: Inputs,
    output: Target,
    jobs: Jobs = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Read reports into claims."""
    from reportedly import batch
    from reportedly.model import Reading

    given = overrides(published, publisher, url, language)
    run, target = _begun("read", inputs, output)
    source = Path(inputs[0])
    if len(inputs) > 1 or not batch.parts_of(source):
        of_table = len(inputs) == 1 and source.suffix == ".parquet"
        found = batch.reports(source) if of_table else run.reports([f for name in inputs for f in _files(name)], given)
        source = target / batch.WORK / "reports"
        batch.split((Reading(report=report) for report in found), source)
    _finish(batch.read, source, target, jobs, run)


def link(source: Source, output: Target, jobs: Jobs = None) -> None:
    """Add its incident to every claim, as `reportedly link` does."""
    from reportedly import batch

    run, target = _begun("link", [source], output)
    _finish(batch.link, _data_set(source, target, run), target, jobs, run)


def weigh(source: Source, output: Target, jobs: Jobs = None) -> None:
    """Weigh linked reports against each other, month by month."""
    from reportedly import batch

    run, target = _begun("weigh", [source], output)
    _finish(batch.weigh, _data_set(source, target, run), target, jobs, run)


def _files(name: str) -> list[str]:
    """The files of a folder, else the input itself."""
    if name == "-" or not Path(name).is_dir():
        return [name]
    return [str(file) for file in sorted(Path(name).iterdir()) if file.is_file()]


def _begun(command: str, inputs: list[str], output: str) -> "tuple[Run, Path]":
    from reportedly import batch, pipeline
    from reportedly.cli.intake import Run

    if not batch.available():
        raise InputError("batch needs Daft: pip install 'reportedly[batch]'")
    stamps = (f"{name} {Path(name).stat().st_mtime_ns if Path(name).exists() else ''}" for name in inputs)
    try:
        batch.begin(Path(output), "\n".join([pipeline.VERSION, command, *stamps]))
    except OSError as error:
        raise InputError(str(error)) from None
    return Run(), Path(output)


def _data_set(source: str, target: Path, run: "Run") -> Path:
    """The parts of a data set; JSON lines are put into parts first."""
    from reportedly import batch
    from reportedly.cli.lines import readings

    if batch.parts_of(Path(source)):
        return Path(source)
    parts = target / batch.WORK / "in"
    batch.split(readings(source, run), parts)
    return parts


def _finish(step: "Step", source: Path, target: Path, jobs: int | None, run: "Run") -> None:
    from reportedly import batch
    from reportedly.cli.settings import settings

    for problem in step(source, target, jobs or settings()["jobs"]):
        run.say(problem)
    batch.end(target)
    raise typer.Exit(run.code())
