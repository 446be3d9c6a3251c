"""WACZ: a zip file of web archives."""

from reportedly.reports import zipped
from reportedly.reports.formats import warc
from reportedly.reports.material import Drafts, InputProblem, Material, Unreadable


def read(material: Material) -> Drafts:
    """The pages of every archive in it."""
    packed = zipped.opened(material.data, "WACZ file")
    names = [entry for entry in packed.infolist() if entry.filename.lower().endswith((".warc", ".warc.gz"))]
    if not names:
        raise Unreadable("no web archive in this zip file")
    for entry in names:
        try:
            data = zipped.unpacked(packed, entry, material.limits.file_bytes)
        except Unreadable as error:
            yield InputProblem(name=material.name, where=entry.filename, what=str(error))
            continue
        yield from warc.records(data, material)
