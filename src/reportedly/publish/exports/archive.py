"""Everything that may leave, in one ZIP file: claims, incidents, citations with the hashes of what was read, the log's
entries about each report, and a list of SHA-256 over all of it (``sha256sum -c SHA256SUMS``).

Bytes and words of reports stay in; their hashes let anybody who has them show that they are the same.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.publish.exports import atom, claimreview, claims, geojson
from reportedly.publish.outgoing import Outgoing

_ABOUT = """Exported by Reportedly, {now}, from a ledger of {entries} entries (hash of the last: {hash}).

claims.csv, claims.jsonl  claims that passed the gate: embargo, coarse places, masked names, no words of reports
claims.geojson, feed.atom the same for maps and feed readers
incidents.jsonl           incidents as far as their claims have passed, with figures by published rules
reports.jsonl             reports to cite: address, time of capture, SHA-256 of the bytes, revisions
history.jsonl             entries of the log about each report: kind, time, hash of the content, hash of the entry
verdicts.json             what editors found (ClaimReview)
SHA256SUMS                digests of all these files
"""


def write(out: Outgoing) -> Iterator[bytes]:
    """The file, the same for the same data and moment."""
    members = {name: b"".join(parts) for name, parts in _members(out)}
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in members.items())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in {**members, "SHA256SUMS": sums.encode()}.items():
            info = zipfile.ZipInfo(name, date_time=out.now.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            file.writestr(info, data)
    yield buffer.getvalue()


def _members(out: Outgoing) -> Iterator[tuple[str, Iterable[bytes]]]:
    last = out.view.latest()
    about = _ABOUT.format(
        now=out.now.isoformat(timespec="seconds"), entries=last.seq if last else 0, hash=last.hash if last else "none"
    )
    yield "README.txt", [about.encode()]
    yield "claims.csv", claims.write_csv(out)
    yield "claims.jsonl", claims.write_jsonl(out)
    yield "claims.geojson", geojson.write(out)
    yield "feed.atom", atom.write(out)
    yield "incidents.jsonl", _lines(out.incidents)
    yield "reports.jsonl", _lines(out.reports)
    yield "history.jsonl", _lines({"report": report, **_plain(entry)} for report, entry in out.history())
    yield "verdicts.json", claimreview.write(out)


def _plain(entry: Any) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(entry)
    return found


def _lines(records: Iterable[Any]) -> Iterator[bytes]:
    return (msgspec.json.encode(record) + b"\n" for record in records)
