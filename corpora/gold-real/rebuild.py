"""Write the texts that real gold files may not carry: ``rebuild.py SOURCE.jsonl.gz... TEXTS_DIR``.

A gold file without ``text`` holds the SHA-256 of the text that it was annotated on (UTF-8). The sources are the public
collections named in the README of each set, as gzipped JSON lines. A text is a whole field ``text``, found by its hash;
or, where the ``origin`` of the gold file names a document (``document``, or ``docid`` in ``en``), the characters from
``start`` to ``end`` of that document, if they have the hash. A document's key is the ``docid`` or ``doc`` of its
record, or the ``id`` of an item in the record's ``docs``, whose text is ``content``. What has another hash is left out.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def wanted(folder: Path) -> tuple[dict[str, str], dict[str, list[tuple[int, int]]]]:
    """What the gold files under a folder lack: hash to report id, and document key to the stretches taken from it."""
    digests: dict[str, str] = {}
    stretches: dict[str, list[tuple[int, int]]] = {}
    for path in sorted(folder.rglob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        report = item["report"]
        if report.get("text") is not None:
            continue
        digests[report["sha256"]] = report["id"]
        origin = report.get("origin") or item.get("origin") or {}
        if (key := origin.get("document") or origin.get("docid")) is not None:
            stretches.setdefault(key, []).append((origin["start"], origin["end"]))
    return digests, stretches


def documents(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Key and text of every document of one record."""
    if isinstance(articles := record.get("docs"), list):
        yield from ((article["id"], article.get("content") or "") for article in articles)
    else:
        yield str(record.get("docid") or record.get("doc") or ""), record.get("text") or ""


def rebuild(gold: Path, sources: Iterable[Path], texts: Path) -> tuple[int, int]:
    """Write ``<report id>.txt`` for every text found: how many were written, how many are in none of the sources."""
    missing, stretches = wanted(gold)
    texts.mkdir(parents=True, exist_ok=True)
    found = 0
    for source in sources:
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            for key, text in (document for line in lines for document in documents(json.loads(line))):
                for candidate in (text, *(text[start:end] for start, end in stretches.get(key, ()))):
                    raw = candidate.encode()
                    if (name := missing.pop(hashlib.sha256(raw).hexdigest(), None)) is not None:
                        (texts / f"{name}.txt").write_bytes(raw)
                        found += 1
    return found, len(missing)


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    *sources, texts = map(Path, arguments)
    found, missing = rebuild(Path(__file__).parent, sources, texts)
    print(f"{found} texts written to {texts}, {missing} not in these sources")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
