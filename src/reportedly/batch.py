"""The functions of `pipeline` over Parquet in parts, with Daft: on the cores of a machine, or on a Ray cluster.

A data set is a folder of parts, one row a report (`COLUMNS`). Each part is worked on by itself and appears whole or not
at all, so a run that broke off goes on where it stopped. Linking goes by buckets of days: episodes that could be
compared stand in one bucket; the outcome is that of `pipeline.link`. Weighing goes by the months of incidents.

Needs the extra ``batch``.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.incidents import apart
from reportedly.incidents.pairs import Sketch
from reportedly.model import Claim, Reading, Report, decode_reading, encode, reading_object
from reportedly.reports import InputProblem

PART = 500
"""Reports in a part."""
BUCKET_DAYS = 7
COLUMNS = ("id", "publisher", "published", "language", "claims", "reading")
"""``claims`` is their number, ``reading`` the JSON of a line of ``reportedly read``."""
FINDINGS = ("kind", "relation", "severity", "claims", "explanation", "finding")
"""``finding`` is the JSON of a line of ``reportedly weigh``."""
WORK = "_work"
Task = Callable[[str, str], list[InputProblem]]
"""From one file to another; returns what went wrong."""


def available() -> bool:
    """Whether Daft is installed."""
    from importlib.util import find_spec

    return find_spec("daft") is not None


def parts_of(folder: Path) -> list[Path]:
    """The parts of a data set, in order."""
    return sorted(folder.glob("part-*.parquet"))


def readings(source: Path) -> Iterator[Reading]:
    """The readings of a part, or of all parts of a data set."""
    import pyarrow.parquet as pq

    for file in parts_of(source) if source.is_dir() else [source]:
        for batch in pq.ParquetFile(file).iter_batches(batch_size=PART, columns=["reading"]):
            yield from map(decode_reading, batch.column("reading").to_pylist())


def begin(target: Path, of: str) -> Path:
    """The folder for what a run makes on its way, new or found again; ``of`` tells what it is a run of.

    Raises ``FileExistsError`` where the target is finished, or the work of something else.
    """
    work, told = target / WORK, target / WORK / "of"
    if target.exists() and not told.exists():
        raise FileExistsError(f"{target}: is there already")
    if told.exists() and told.read_text("utf-8") != of:
        raise FileExistsError(f"{target}: other work was begun there")
    work.mkdir(parents=True, exist_ok=True)
    told.write_text(of, "utf-8")
    return work


def end(target: Path) -> None:
    """Put away what a run made on its way, and the folder of one that made nothing."""
    shutil.rmtree(target / WORK)
    if not parts_of(target):
        target.rmdir()


def reports(table: Path) -> Iterator[Report]:
    """The reports of a Parquet file whose columns are fields of one; ``id`` and ``text`` must be there.

    Raises ``ValueError`` where they are not.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(table)
        known = [name for name in file.schema_arrow.names if name in Report.__struct_fields__]
        for batch in file.iter_batches(batch_size=PART, columns=known):
            yield from (msgspec.convert(row, Report) for row in batch.to_pylist())
    except (pa.ArrowInvalid, msgspec.ValidationError) as error:
        raise ValueError(f"{table}: not a table of reports ({error})") from None


def split(some: Iterable[Reading], folder: Path) -> None:
    """Put readings (of reports that are not read yet: without claims) into parts, unless that was done."""
    if (folder / "_whole").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    rest = iter(some)
    for number, part in enumerate(iter(lambda: list(islice(rest, PART)), [])):
        _write_readings(folder / f"part-{number:05}.parquet", part)
    (folder / "_whole").touch()


def read(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The claims of each report of a data set (`pipeline.read`); what could not be read is left out and said."""
    yield from _each(_read_part, _beside(parts_of(source), target), workers)


def link(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The incident of each claim of a data set, as `pipeline.link` gives it."""
    work = target / WORK
    for name in ("episodes", "briefs", "bonds", "labels"):
        (work / name).mkdir(parents=True, exist_ok=True)
    parts = parts_of(source)
    yield from _each(_sketch_part, _beside(parts, work / "episodes"), workers)
    buckets = _exchange(work / "episodes", work / "buckets", "bucket")
    yield from _each(_bond_bucket, [(str(b), str(work / "bonds" / f"{b.name}.parquet")) for b in buckets], workers)
    if not (work / "labels" / "_whole").exists():
        _label(work, [p.name for p in parts])
    yield from _each(_label_part, _beside(parts, target), workers)


def weigh(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The findings across reports of a linked data set, month by month: `pipeline.weigh` on the incidents of each."""
    work = target / WORK
    (work / "months").mkdir(parents=True, exist_ok=True)
    yield from _each(_part_by_month, _beside(parts_of(source), work / "months"), workers)
    months = _exchange(work / "months", work / "by-month", "month")
    jobs = [(str(m), str(target / f"part-{n:05}.parquet")) for n, m in enumerate(months)]
    yield from _each(_weigh_month, jobs, workers)


# Parts


def _read_part(source: str, target: str) -> list[InputProblem]:
    found, problems = [], []
    for unread in readings(Path(source)):
        try:
            found.append(pipeline.read(unread.report))
        except Exception as error:  # one report must not end the run; what failed is said
            what = f"could not be read, a fault of ours ({type(error).__name__}: {error})"[:300]
            problems.append(InputProblem(name=unread.report.id, what=what))
    _write_readings(Path(target), found)
    return problems


def _sketch_part(source: str, target: str) -> list[InputProblem]:
    sketches = apart.sketches_of(list(readings(Path(source))))
    rows = [(bucket, s.key, _packed(s)) for s in sketches for bucket in sorted(apart.buckets(s, BUCKET_DAYS))]
    briefs = [(s.key, list(s.refs), _packed(apart.brief(s))) for s in sketches]
    file = Path(target)
    _write(file.parent.parent / "briefs" / file.name, {"key": "string", "refs": "list", "sketch": "binary"}, briefs)
    _write(file, {"bucket": "int32", "key": "string", "sketch": "binary"}, rows)
    return []


def _bond_bucket(source: str, target: str) -> list[InputProblem]:
    import pyarrow.parquet as pq

    packed = (p for f in sorted(Path(source).glob("*.parquet")) for p in pq.read_table(f)["sketch"].to_pylist())
    sketches = sorted(map(_unpacked, packed), key=lambda s: s.key)
    here, stand = int(Path(source).name.partition("=")[2]), [apart.buckets(s, BUCKET_DAYS) for s in sketches]
    rows = [
        (sketches[b.a].key, sketches[b.b].key, b.score)
        for b in apart.bonds(sketches)
        if here == min(stand[b.a] & stand[b.b])  # two can meet in several
    ]
    _write(Path(target), {"one": "string", "two": "string", "score": "float64"}, rows)
    return []


def _label_part(source: str, target: str) -> list[InputProblem]:
    import pyarrow.parquet as pq

    file = Path(target)
    table = pq.read_table(file.parent / WORK / "labels" / file.name)
    label = dict(zip(table["ref"].to_pylist(), table["incident"].to_pylist(), strict=True))
    linked = [
        replace(r, claims=tuple(replace(c, incident=label.get(f"{r.report.id}#{c.id}")) for c in r.claims))
        for r in readings(Path(source))
    ]
    _write_readings(file, linked)
    return []


def _part_by_month(source: str, target: str) -> list[InputProblem]:
    rows = []
    for r in readings(Path(source)):
        months: dict[str, list[Claim]] = {}
        for c in r.claims:
            if c.incident:
                months.setdefault(apart.month_of(c.incident), []).append(c)
        rows += [(month, encode(replace(r, claims=tuple(some)))) for month, some in months.items()]
    _write(Path(target), {"month": "string", "reading": "binary"}, rows)
    return []


def _weigh_month(source: str, target: str) -> list[InputProblem]:
    import pyarrow.parquet as pq

    told = [r for f in sorted(Path(source).glob("*.parquet")) for r in pq.read_table(f)["reading"].to_pylist()]
    rows = [
        (f.kind, f.relation, f.severity, list(f.claims), f.explanation, encode(f).decode())
        for f in pipeline.weigh([decode_reading(one) for one in told])
    ]
    _write(Path(target), dict.fromkeys(FINDINGS, "string") | {"claims": "list"}, rows)
    return []


# What needs all of them


def _exchange(parts: Path, folders: Path, by: str) -> list[Path]:
    """The rows of all parts in a folder for each value of a column."""
    if not (folders / "_whole").exists():
        import daft

        shutil.rmtree(folders, ignore_errors=True)
        daft.read_parquet(f"{parts}/*.parquet").write_parquet(str(folders), partition_cols=[daft.col(by)])
        (folders / "_whole").touch()
    return sorted(folders.glob(f"{by}=*"))


def _label(work: Path, parts: Sequence[str]) -> None:
    """Cluster, with what clustering needs of all episodes and pairs; a file of labels for each part."""
    import pyarrow.parquet as pq

    briefs = {name: pq.read_table(work / "briefs" / name) for name in parts}
    sketches = sorted(
        (_unpacked(p) for table in briefs.values() for p in table["sketch"].to_pylist()), key=lambda s: s.key
    )
    number = {s.key: n for n, s in enumerate(sketches)}
    labels = apart.labelled(sketches, _pairs(sorted((work / "bonds").glob("*.parquet")), number))
    for name, table in briefs.items():
        told = zip(table["key"].to_pylist(), table["refs"].to_pylist(), strict=True)
        rows = [(ref, labels[number[key]]) for key, refs in told for ref in refs]
        _write(work / "labels" / name, {"ref": "string", "incident": "string"}, rows)
    (work / "labels" / "_whole").touch()


def _pairs(files: Iterable[Path], number: dict[str, int]) -> Iterator[tuple[int, int, float]]:
    """The pairs of all buckets."""
    import pyarrow.parquet as pq

    for file in files:
        for batch in pq.ParquetFile(file).iter_batches():
            for one, two, score in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                yield number[one], number[two], score


# Work on many files


def _beside(files: Sequence[Path], folder: Path) -> list[tuple[str, str]]:
    return [(str(file), str(folder / file.name)) for file in files]


def _each(task: Task, jobs: Sequence[tuple[str, str]], workers: int) -> Iterator[InputProblem]:
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


# Files


def _write_readings(file: Path, some: Sequence[Reading]) -> None:
    rows = [
        (r.id, r.publisher, r.published, r.language, len(claims), encode(reading_object(reading)).decode())
        for reading in some
        for r, claims in ((reading.report, reading.claims),)
    ]
    kinds = dict.fromkeys(COLUMNS, "string") | {"claims": "int32"}
    _write(file, kinds, rows)


def _write(file: Path, columns: dict[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
    """A table in one step: whole or not at all."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"string": pa.string(), "binary": pa.binary(), "int32": pa.int32(), "float64": pa.float64()}
    kinds["list"] = pa.list_(pa.string())
    values = zip(*rows, strict=True) if rows else [()] * len(columns)
    table = pa.table(
        {name: pa.array(given, kinds[kind]) for (name, kind), given in zip(columns.items(), values, strict=True)}
    )
    beside = file.with_name(f".{file.name}")
    pq.write_table(table, beside, compression="zstd")
    beside.replace(file)


def _packed(s: Sketch) -> bytes:
    return msgspec.msgpack.encode(s)


def _unpacked(data: bytes) -> Sketch:
    return msgspec.msgpack.decode(data, type=Sketch)
