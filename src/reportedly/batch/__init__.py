"""The functions of `pipeline` over Parquet in parts, with Daft: on the cores of a machine, or on a Ray cluster.

A data set is a folder of parts, one row a report (`parts.COLUMNS`). Each part is worked on by itself and appears whole
or not at all, so a run that broke off goes on where it stopped. Linking goes by buckets of days: episodes that could be
compared stand in one bucket; the outcome is that of `pipeline.link`. Weighing goes by the months of incidents.

Needs the extra ``batch``.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.batch.parts import parts_of, readings, reports, split, write, write_readings
from reportedly.batch.workers import available, each, exchange
from reportedly.incidents import apart
from reportedly.incidents.pairs import Sketch
from reportedly.model import Claim, decode_reading, encode
from reportedly.reports import InputProblem

__all__ = ["WORK", "available", "begin", "end", "link", "parts_of", "read", "readings", "reports", "split", "weigh"]

BUCKET_DAYS = 7
FINDINGS = ("kind", "relation", "severity", "claims", "explanation", "finding")
"""``finding`` is the JSON of a line of ``reportedly weigh``."""
WORK = "_work"


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


def read(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The claims of each report of a data set (`pipeline.read`); what could not be read is left out and said."""
    yield from each(_read_part, _beside(parts_of(source), target), workers)


def link(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The incident of each claim of a data set, as `pipeline.link` gives it."""
    work = target / WORK
    for name in ("episodes", "briefs", "bonds", "labels"):
        (work / name).mkdir(parents=True, exist_ok=True)
    parts = parts_of(source)
    yield from each(_sketch_part, _beside(parts, work / "episodes"), workers)
    buckets = exchange(work / "episodes", work / "buckets", "bucket")
    yield from each(_bond_bucket, [(str(b), str(work / "bonds" / f"{b.name}.parquet")) for b in buckets], workers)
    if not (work / "labels" / "_whole").exists():
        _label(work, [p.name for p in parts])
    yield from each(_label_part, _beside(parts, target), workers)


def weigh(source: Path, target: Path, workers: int) -> Iterator[InputProblem]:
    """The findings across reports of a linked data set, month by month: `pipeline.weigh` on the incidents of each."""
    work = target / WORK
    (work / "months").mkdir(parents=True, exist_ok=True)
    yield from each(_part_by_month, _beside(parts_of(source), work / "months"), workers)
    months = exchange(work / "months", work / "by-month", "month")
    jobs = [(str(m), str(target / f"part-{n:05}.parquet")) for n, m in enumerate(months)]
    yield from each(_weigh_month, jobs, workers)


# Parts


def _read_part(source: str, target: str) -> list[InputProblem]:
    found, problems = [], []
    for unread in readings(Path(source)):
        try:
            found.append(pipeline.read(unread.report))
        except Exception as error:  # one report must not end the run; what failed is said
            what = f"could not be read, a fault of ours ({type(error).__name__}: {error})"[:300]
            problems.append(InputProblem(name=unread.report.id, what=what))
    write_readings(Path(target), found)
    return problems


def _sketch_part(source: str, target: str) -> list[InputProblem]:
    sketches = apart.sketches_of(list(readings(Path(source))))
    rows = [(bucket, s.key, _packed(s)) for s in sketches for bucket in sorted(apart.buckets(s, BUCKET_DAYS))]
    briefs = [(s.key, list(s.refs), _packed(apart.brief(s))) for s in sketches]
    file = Path(target)
    write(file.parent.parent / "briefs" / file.name, {"key": "string", "refs": "list", "sketch": "binary"}, briefs)
    write(file, {"bucket": "int32", "key": "string", "sketch": "binary"}, rows)
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
    write(Path(target), {"one": "string", "two": "string", "score": "float64"}, rows)
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
    write_readings(file, linked)
    return []


def _part_by_month(source: str, target: str) -> list[InputProblem]:
    rows = []
    for r in readings(Path(source)):
        months: dict[str, list[Claim]] = {}
        for c in r.claims:
            if c.incident:
                months.setdefault(apart.month_of(c.incident), []).append(c)
        rows += [(month, encode(replace(r, claims=tuple(some)))) for month, some in months.items()]
    write(Path(target), {"month": "string", "reading": "binary"}, rows)
    return []


def _weigh_month(source: str, target: str) -> list[InputProblem]:
    import pyarrow.parquet as pq

    told = [r for f in sorted(Path(source).glob("*.parquet")) for r in pq.read_table(f)["reading"].to_pylist()]
    rows = [
        (f.kind, f.relation, f.severity, list(f.claims), f.explanation, encode(f).decode())
        for f in pipeline.weigh([decode_reading(one) for one in told])
    ]
    write(Path(target), dict.fromkeys(FINDINGS, "string") | {"claims": "list"}, rows)
    return []


# What needs all of them


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
        write(work / "labels" / name, {"ref": "string", "incident": "string"}, rows)
    (work / "labels" / "_whole").touch()


def _pairs(files: Iterable[Path], number: dict[str, int]) -> Iterator[tuple[int, int, float]]:
    """The pairs of all buckets."""
    import pyarrow.parquet as pq

    for file in files:
        for batch in pq.ParquetFile(file).iter_batches():
            for one, two, score in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                yield number[one], number[two], score


def _beside(files: Sequence[Path], folder: Path) -> list[tuple[str, str]]:
    return [(str(file), str(folder / file.name)) for file in files]


def _packed(s: Sketch) -> bytes:
    return msgspec.msgpack.encode(s)


def _unpacked(data: bytes) -> Sketch:
    return msgspec.msgpack.decode(data, type=Sketch)
