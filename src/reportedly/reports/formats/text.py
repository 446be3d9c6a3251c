"""Plain text: the whole file is one report."""

from hashlib import sha256

from reportedly.model import Report
from reportedly.reports.decoding import decode, normal_lines
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable, too_long


def read(material: Material) -> Drafts:
    """The text as it stands; only the byte order mark goes and line ends become ``\\n``."""
    if len(material.data) > material.limits.text_bytes:
        raise Unreadable(too_long(len(material.data), material.limits.text_bytes))
    text, note = decode(material.data, material.charset)
    if note:
        yield InputProblem(name=material.name, what=note, severity="note")
    report = Report(
        id=material.stem,
        url=material.url,
        text=normal_lines(text),
        captured=material.captured,
        sha256=sha256(material.data).hexdigest(),
    )
    yield Draft(report=report, raw=material.data)
