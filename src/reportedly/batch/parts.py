"""A data set: a folder of parts, one row a report. Each part appears whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from reportedly.model import Reading, Report, decode_reading, encode, reading_object

PART = 500
"""Reports in a part."""
COLUMNS = ("id", "publisher", "published", "language", "claims", "reading")
"""``claims`` is their number, ``reading`` the JSON of a line of ``reportedly read``."""


def parts_of(folder: Path) -> list[Path]:
    """The parts of a data set, in order."""
    return sorted(folder.glob("part-*.parquet"))


def readings(source: Path) -> Iterator[Reading]:
    """The readings of a part, or of all parts of a data set."""
    import pyarrow.parquet as pq

    for file in parts_of(source) if source.is_dir() else [source]:
        for batch in pq.ParquetFile(file).iter_batches(batch_size=PART, columns=["reading"]):
            yield from map(decode_reading, batch.column("reading").to_pylist())


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
        write_readings(folder / f"part-{number:05}.parquet", part)
    (folder / "_whole").touch()


def write_readings(file: Path, some: Sequence[Reading]) -> None:
    rows = [
        (r.id, r.publisher, r.published, r.language, len(claims), encode(reading_object(reading)).decode())
        for reading in some
        for r, claims in ((reading.report, reading.claims),)
    ]
    kinds = dict.fromkeys(COLUMNS, "string") | {"claims": "int32"}
    write(file, kinds, rows)


def write(file: Path, columns: dict[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
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
