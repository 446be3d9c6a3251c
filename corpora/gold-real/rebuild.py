"""Write the texts that real gold files may not carry: ``rebuild.py SOURCE.jsonl.gz... TEXTS_DIR``.

A gold file without ``text`` holds the SHA-256 of the text it was annotated on (UTF-8). Every record of the sources
whose ``text`` has such a hash becomes ``TEXTS_DIR/<report id>.txt``; the rest is left alone. The sources are the public
collections named in the README of each set, as gzipped JSON lines with a field ``text``.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path


def wanted(folder: Path) -> dict[str, str]:
    """Hash to report id of all gold files under a folder that come without their text."""
    reports = (json.loads(path.read_text(encoding="utf-8"))["report"] for path in sorted(folder.rglob("*.json")))
    return {report["sha256"]: report["id"] for report in reports if report.get("text") is None}


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    missing = wanted(Path(__file__).parent)
    texts = Path(arguments[-1])
    texts.mkdir(parents=True, exist_ok=True)
    found = 0
    for source in arguments[:-1]:
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text") or ""
                digest = hashlib.sha256(text.encode()).hexdigest()
                if digest in missing:
                    (texts / f"{missing.pop(digest)}.txt").write_bytes(text.encode())
                    found += 1
    print(f"{found} texts written to {texts}, {len(missing)} not in these sources")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
