"""The database: the shipped one, unpacked once into the cache folder, or an updated one; opened read-only."""

import os
import sqlite3
import tempfile
from pathlib import Path

_DATA = Path(__file__).parent / "data"
PACKED = _DATA / "gazetteer.sqlite.zst"
DIGEST = _DATA / "gazetteer.sha256"


def cache_folder() -> Path:
    """``$REPORTEDLY_HOME/cache``, else ``$XDG_CACHE_HOME/reportedly``, else ``~/.cache/reportedly``."""
    home = os.environ.get("REPORTEDLY_HOME")
    if home:
        return Path(home) / "cache"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "reportedly"


def in_use() -> Path:
    """The database that look-ups ask: the updated one where there is one for this release, else the shipped one."""
    own = updated()
    return own if own.exists() else unpacked()


def updated() -> Path:
    """Where a gazetteer with a dump of the user's is kept: among the data, not in the cache.

    The name carries the release that it is based on, so that a new release is not shadowed by an old one.
    """
    own, data = os.environ.get("REPORTEDLY_HOME"), os.environ.get("XDG_DATA_HOME")
    home = Path(own) if own else (Path(data) if data else Path.home() / ".local/share") / "reportedly"
    return home / f"gazetteer-{_digest()}-updated.sqlite"


def _digest() -> str:
    return DIGEST.read_text("ascii").strip()[:16]


def unpacked() -> Path:
    """The database file of this release, unpacked where it is not yet there.

    The name carries the digest, the file appears by an atomic rename: processes that start together do the work twice
    at most and never see half a file. A cache folder that cannot be written is replaced by one for temporary files.
    """
    name = f"gazetteer-{_digest()}.sqlite"
    folder = cache_folder()
    path = folder / name
    if path.exists():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _unpack(folder, path)
    except OSError:
        spare = Path(tempfile.gettempdir()) / f"reportedly-{os.getuid() if hasattr(os, 'getuid') else 0}"
        spare.mkdir(mode=0o700, exist_ok=True)
        return spare / name if (spare / name).exists() else _unpack(spare, spare / name)


def _unpack(folder: Path, path: Path) -> Path:
    import zstandard

    handle, part = tempfile.mkstemp(prefix=".gazetteer-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as target, PACKED.open("rb") as source:
            zstandard.ZstdDecompressor().copy_stream(source, target)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return path


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection that any thread may use for single statements."""
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    base.execute("PRAGMA cache_size=-16000")
    return base
