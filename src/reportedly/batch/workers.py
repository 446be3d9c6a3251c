"""Daft hands parts out to its workers, and brings rows together that belong together."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from reportedly.model import encode
from reportedly.reports import InputProblem

Task = Callable[[str, str], list[InputProblem]]
"""From one file to another; returns what went wrong."""


def available() -> bool:
    """Whether Daft is installed."""
    from importlib.util import find_spec

    return find_spec("daft") is not None


def exchange(parts: Path, folders: Path, by: str) -> list[Path]:
    """The rows of all parts in a folder for each value of a column."""
    if not (folders / "_whole").exists():
        import daft

        shutil.rmtree(folders, ignore_errors=True)
        daft.read_parquet(f"{parts}/*.parquet").write_parquet(str(folders), partition_cols=[daft.col(by)])
        (folders / "_whole").touch()
    return sorted(folders.glob(f"{by}=*"))


def each(task: Task, jobs: Sequence[tuple[str, str]], workers: int) -> Iterator[InputProblem]:
    """Do a task on each pair of files whose second is not there yet, in processes that Daft keeps."""
    todo = [encode(job).decode() for job in jobs if not Path(job[1]).exists()]
    if not todo:
        return
    import daft

    worker = _worker(daft, partial(_done, task), min(workers, len(todo)))
    table = daft.from_pydict({"job": todo})
    if daft.runners.get_or_infer_runner_type() == "ray":
        table = table.into_partitions(min(workers, len(todo)))
    for row in table.with_column("done", worker.run(daft.col("job"))).iter_rows(results_buffer_size=1):
        yield from msgspec.json.decode(row["done"], type=list[InputProblem])


def _worker(daft: Any, done: Callable[[str], str], workers: int) -> Any:
    def run(_: Any, jobs: Any) -> list[str]:
        return [done(job) for job in jobs.to_pylist()]

    method = daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)(run)
    return daft.cls(use_process=True, max_concurrency=workers)(type("Worker", (), {"run": method}))()


def _done(task: Task, job: str) -> str:
    source, target = msgspec.json.decode(job, type=tuple[str, str])
    return encode(task(source, target)).decode()
