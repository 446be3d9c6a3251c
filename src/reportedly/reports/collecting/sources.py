"""SOURCES.toml: what is collected from where. A source that is written wrongly is said; the others are collected."""

import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import urlsplit

from msgspec import Struct

from reportedly.reports import language
from reportedly.reports.fetch import Refused, allowed
from reportedly.reports.material import InputProblem, Unreadable

Kind: TypeAlias = Literal["feed", "pages", "preview", "telegram"]
_KINDS = ("feed", "pages", "preview", "telegram")
_KEYS = {*_KINDS, "name", "articles", "publisher", "language", "every", "silent"}
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_CHANNEL = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
SILENT = 3 * 86_400.0


class Source(Struct, frozen=True, kw_only=True):
    """One source. ``every`` and ``silent`` are seconds: how often it is asked at most, how long it may bring nothing.

    ``addresses``: one for a feed or a preview page, several for pages, the name of the channel for ``telegram``.
    ``articles``: the pages that a feed links to are collected, not its own words.
    """

    name: str
    kind: Kind
    addresses: tuple[str, ...]
    articles: bool = False
    publisher: str | None = None
    language: str | None = None
    every: float = 0.0
    silent: float = SILENT

    @property
    def key(self) -> str:
        """Under which it is remembered: a digest, so that no address becomes a name of anything."""
        return sha256("\n".join((self.kind, str(self.articles), *self.addresses)).encode()).hexdigest()


def load(path: Path) -> Iterator[Source | InputProblem]:
    """The sources of a file in order. Raises ``Unreadable`` where it is no such file."""
    try:
        whole = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Unreadable((error.strerror or str(error)).lower()) from None
    except ValueError as error:
        raise Unreadable(f"not TOML: {error}") from None
    entries = whole.pop("source", None)
    if whole:
        raise Unreadable(f"no such key: {', '.join(sorted(whole))}")
    if not isinstance(entries, list) or not entries:
        raise Unreadable("no [[source]] in it")
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        try:
            source = _source(entry)
            if source.key in seen:
                raise Unreadable("the same as an earlier one: left out")
        except Unreadable as error:
            yield InputProblem(name=str(path), where=f"source {number}", what=str(error))
            continue
        seen.add(source.key)
        yield source


def seconds(text: object) -> float:
    """A span of time such as "90s", "5m", "2h", "7d". Raises ``Unreadable``."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", text.strip()) if isinstance(text, str) else None
    if found is None or int(found.group(1)) == 0:
        raise Unreadable(f"{text!r}: no span of time (like 90s, 5m, 2h, 7d)")
    return float(int(found.group(1)) * _UNITS[found.group(2)])


def _source(entry: Any) -> Source:
    if not isinstance(entry, dict):
        raise Unreadable("no table")
    unknown = set(entry) - _KEYS
    if unknown:
        raise Unreadable(f"no such key: {', '.join(sorted(unknown))}")
    kinds = [kind for kind in _KINDS if kind in entry]
    if len(kinds) != 1:
        raise Unreadable(f"needs one of {', '.join(_KINDS)}")
    kind = cast(Kind, kinds[0])
    addresses = _addresses(kind, entry[kind])
    articles = entry.get("articles", False)
    if not isinstance(articles, bool) or (articles and kind != "feed"):
        raise Unreadable("articles: true or false, and only with a feed")
    code = _text(entry, "language")
    return Source(
        name=_text(entry, "name") or (addresses[0] if kind == "telegram" else urlsplit(addresses[0]).netloc),
        kind=kind,
        addresses=addresses,
        articles=articles,
        publisher=_text(entry, "publisher"),
        language=language.checked(code) if code else None,
        every=seconds(entry["every"]) if "every" in entry else 0.0,
        silent=seconds(entry["silent"]) if "silent" in entry else SILENT,
    )


def _addresses(kind: Kind, value: object) -> tuple[str, ...]:
    several: list[Any] = value if kind == "pages" and isinstance(value, list) else [value]
    if not several or not all(isinstance(one, str) and one for one in several):
        raise Unreadable(f"{kind}: {'addresses' if kind == 'pages' else 'one address'} in quotes")
    for one in several:
        if kind == "telegram":
            if not _CHANNEL.fullmatch(one):
                raise Unreadable(f"telegram: {one!r} is no name of a public channel")
            continue
        try:
            allowed(one)
        except Refused as error:
            raise Unreadable(f"{kind}: {one}: {error}") from None
    return tuple(dict.fromkeys(several))


def _text(entry: dict[str, Any], name: str) -> str | None:
    value = entry.get(name)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise Unreadable(f"{name}: a text in quotes")
    return value
