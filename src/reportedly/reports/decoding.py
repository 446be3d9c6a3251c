"""Bytes to text. UTF-8 and byte order marks are certain; anything else is a guess, and is said to be one."""

import codecs
import re

from reportedly.reports.material import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF media file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD = re.compile(r"[а-яёіїєґ]+")
_LETTERS = re.compile(r"[^\W\d_]")
# Pairs of letters that make up half of running Russian and Ukrainian; misread text has hardly any of them.
_PAIRS = frozenset(
    "ст но то на ен ов ни ра во ко ал ли по ре ос пр ро та ва от ан ер ор ом ка ет ел ск ти ло не те го ес ль ат ав "
    "де за ла да од ог ий ый ин ис об ри св ми ди ве им ся ам мо ле ть нн ку ия ки тр ил ас ру ні ся ри ту ви ій сь "
    "ан ід ко ві ли ти мі бу до со ма ут са из ик яв сл ак дн ол ар".split()
)
_ODD = re.compile(r"[а-яё][А-ЯЁ]|[\u2500-\u259f]|[\x80-\x9f]|[¤¦§¬±µ¶·]")
_CYRILLIC = ("cp1251", "koi8-u", "cp866")
_SAMPLE = 8_000


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of some bytes, and a note where its encoding was guessed.

    ``declared`` is the encoding named by a header or meta element: tried after UTF-8, since such names are often
    wrong. A byte order mark is dropped. Raises ``Unreadable`` for what is no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name if name == "utf-8" else _ordered(name, mark)), None
            except UnicodeDecodeError:
                raise Unreadable(f"marked as {name.upper()} but is not, from byte {_bad_byte(data, name)} on") from None
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data, declared)


def _ordered(name: str, mark: bytes) -> str:
    return f"{name}-{'le' if mark[0] == 0xFF else 'be'}"


def _bad_byte(data: bytes, name: str) -> int:
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"not text: {name}")
    at = data.find(b"\0")
    if at >= 0:
        raise Unreadable(f"not text: a NUL byte at byte {at} (binary, or UTF-16 without its mark)")
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) * 0.05:
        raise Unreadable("not text: binary data")


def _guess(data: bytes, declared: str | None) -> tuple[str, str | None]:
    sample = data[:_SAMPLE]
    if declared and _codec(declared):
        try:
            return data.decode(declared), None
        except UnicodeDecodeError:
            pass
    lost = _lost(sample)
    if lost * 20 < len(_HIGH.findall(sample)):
        text = data.decode("utf-8", "replace")
        return text, f"{text.count(chr(0xFFFD))} places are not UTF-8 and are shown as U+FFFD"
    name, score = max(((n, _fit(sample, n)) for n in _CYRILLIC), key=lambda pair: pair[1])
    latin = _latin(sample)
    if score < 0.25 and latin is not None:
        name = "cp1252"
    elif score < 0.25:
        raise Unreadable("wrong encoding: not UTF-8, nor any Cyrillic or Latin code page we know")
    return data.decode(name, "replace"), f"encoding guessed: {name}"


def _codec(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _lost(sample: bytes) -> int:
    return len(re.findall("\ufffd", sample.decode("utf-8", "replace")))


def _fit(sample: bytes, name: str) -> float:
    """Share of the pairs of Cyrillic letters that are common ones; about .5 if read rightly, below .2 if misread."""
    text = sample.decode(name, "replace")
    words = _CYRILLIC_WORD.findall(text.lower())
    pairs = [word[at : at + 2] for word in words for at in range(len(word) - 1)]
    common = sum(pair in _PAIRS for pair in pairs)
    return common / max(len(pairs), 1) - len(_ODD.findall(text)) / len(sample)


def _latin(sample: bytes) -> str | None:
    """Western text with a few accents or typographic quotes, else ``None``."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = len(_HIGH.findall(sample))
    return text if high * 8 < len(_LETTERS.findall(text)) else None


def normal_lines(text: str) -> str:
    """Line ends as ``\\n``: the one change made to a text before offsets count."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
