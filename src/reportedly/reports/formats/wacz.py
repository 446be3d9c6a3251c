"""WACZ: a zip file of web archives."""

import io
import zipfile

from reportedly.reports.formats import warc
from reportedly.reports.material import Drafts, InputProblem, Material, Unreadable

_RATIO = 200


def read(material: Material) -> Drafts:
    """The pages of every archive in it."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(material.data))
    except zipfile.BadZipFile:
        raise Unreadable("damaged or no WACZ file") from None
    names = [entry for entry in packed.infolist() if entry.filename.lower().endswith((".warc", ".warc.gz"))]
    if not names:
        raise Unreadable("no web archive in this zip file")
    for entry in names:
        if entry.file_size > material.limits.file_bytes or entry.file_size > _RATIO * max(entry.compress_size, 1):
            yield InputProblem(name=material.name, where=entry.filename, what="unpacks to too much: left out")
            continue
        with packed.open(entry) as stream:
            yield from warc.records(io.BytesIO(stream.read(material.limits.file_bytes)), material)
