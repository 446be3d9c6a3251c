"""Settings: ``settings.toml`` in the home of the program, each value overridden by ``REPORTEDLY_<NAME>``.

The home is ``REPORTEDLY_HOME``, which then holds settings, data and cache; without it the XDG folders.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportedly.cli.failure import InputError
from reportedly.reports import Limits


class Setting(Struct, frozen=True):
    """One setting: its name in the file, its default (which gives its type), and what it does."""

    name: str
    default: bool | int | float | str
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return f"REPORTEDLY_{self.name.upper()}"


ALL = (
    Setting("max_file_mb", 256, "largest input file, in megabytes (JSON lines are read line by line, without limit)"),
    Setting("max_text_mb", 5.0, "longest text of one report, in megabytes"),
    Setting("max_download_mb", 20, "largest answer taken from the network, unpacked, in megabytes"),
    Setting("fetch_seconds", 20.0, "longest time for one download, redirects included, in seconds"),
    Setting("allow_private", False, "allow addresses of this machine and of private networks (tests, intranets)"),
    Setting("host_seconds", 2.0, "collecting: seconds between two requests to one host, at least"),
    Setting("telegram_preview", False, "collecting: read preview pages of public Telegram channels (t.me/s)"),
    Setting("telegram_api_id", "", "collecting through Telethon: the number that Telegram gave your application"),
    Setting("telegram_api_hash", "", "collecting through Telethon: the secret that belongs to it"),
    Setting("jobs", 1, "processes that read at the same time, where a command does not say otherwise"),
    Setting("db", "", "the ledger: a file or a database address; empty is ledger.db in the data folder"),
    Setting("words", "en", "the language in which check explains: en, ru or uk"),
    Setting("debug", False, "show the traceback of a fault instead of one line"),
)


def home(kind: str = "data") -> Path:
    """The folder for ``config``, ``data`` or ``cache``; it need not exist yet."""
    own = os.environ.get("REPORTEDLY_HOME")
    if own:
        return Path(own) / "cache" if kind == "cache" else Path(own)
    variable, below = {
        "config": ("XDG_CONFIG_HOME", ".config"),
        "data": ("XDG_DATA_HOME", ".local/share"),
        "cache": ("XDG_CACHE_HOME", ".cache"),
    }[kind]
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home() / below) / "reportedly"


def settings() -> Mapping[str, Any]:
    """All settings in force. Raises ``InputError`` for an unknown name or a value of the wrong type."""
    given = tuple((s.name, os.environ[s.variable]) for s in ALL if s.variable in os.environ)
    return _settings(home("config") / "settings.toml", given)


@lru_cache(maxsize=8)
def _settings(path: Path, given: tuple[tuple[str, str], ...]) -> Mapping[str, Any]:
    values: dict[str, Any] = {s.name: s.default for s in ALL}
    for name, value in _file(path).items():
        values[name] = _typed(name, value, f"{path}: {name}")
    for name, text in given:
        values[name] = _typed(name, text, f"REPORTEDLY_{name.upper()}")
    return values


def _file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise InputError(f"{path}: {error}") from None
    unknown = set(found) - {s.name for s in ALL}
    if unknown:
        raise InputError(f"{path}: no such setting: {', '.join(sorted(unknown))}")
    return found


def _typed(name: str, value: Any, shown: str) -> Any:
    default = next(s.default for s in ALL if s.name == name)
    if isinstance(default, bool):
        words = {
            "1": True,
            "true": True,
            "yes": True,
            "on": True,
            "0": False,
            "false": False,
            "no": False,
            "off": False,
        }
        known = value if isinstance(value, bool) else words.get(str(value).lower())
        if known is None:
            raise InputError(f"{shown}: {value!r} is neither true nor false")
        return known
    if isinstance(default, str):
        return str(value)
    try:
        number = type(default)(value)
    except (TypeError, ValueError):
        raise InputError(f"{shown}: {value!r} is no number") from None
    if not 0 < number < 10**9:
        raise InputError(f"{shown}: {value!r} is out of range (above 0, below 1,000,000,000)")
    return number


def tongue(given: str | None = None) -> str:
    """The language of explanations: that given, else that of the settings. Raises ``InputError`` for none of ours."""
    from reportedly.languages.labels import LANGUAGES

    words = given or str(settings()["words"])
    if words not in LANGUAGES:
        raise InputError(f"words: {words!r} is none of {', '.join(LANGUAGES)}")
    return words


def limits() -> Limits:
    """What the intake may read at most."""
    now = settings()
    return Limits(
        file_bytes=int(now["max_file_mb"] * 1e6),
        text_bytes=int(now["max_text_mb"] * 1e6),
        download_bytes=int(now["max_download_mb"] * 1e6),
        seconds=now["fetch_seconds"],
        allow_private=now["allow_private"],
    )
