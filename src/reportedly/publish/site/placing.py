"""Writing the site into a folder: each file whole or not at all, and what it no longer has is taken away.

Only files that an earlier site of ours lists in its ``SHA256SUMS`` are ever removed; everything else in the folder
(``.git``, ``CNAME``) is left alone.
"""

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

LIST = "SHA256SUMS"
_OURS = re.compile(r"index\.html|feed\.atom|claims\.csv|claims\.geojson|incidents/[0-9a-f]{12}\.html")


def place(files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write the files; returns those of the earlier site that are gone now.

    Raises ``FileExistsError`` where another site stands in the folder, ``OSError`` where it cannot be written.
    """
    if any(not _OURS.fullmatch(name) for name in files if name != LIST):
        raise ValueError("a file that no site has")
    before = _listed(folder)
    if before is None and (folder / "index.html").exists():
        raise FileExistsError(f"{folder}: another site stands here")
    for name, data in files.items():
        _write(folder / name, data)
    gone = tuple(sorted(set(before or ()) - set(files)))
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return gone


def ours(folder: Path) -> bool:
    """Whether a site of ours stands in the folder."""
    return _listed(folder) is not None


def _listed(folder: Path) -> list[str] | None:
    """The files of an earlier site; a name that is none of ours is none."""
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return [name for line in lines if _OURS.fullmatch(name := line.partition("  ")[2])]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".site.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
