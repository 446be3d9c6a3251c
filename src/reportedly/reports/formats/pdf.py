"""PDF: the text layer, page after page. Lines that the page only broke for its width are joined again.

The engine is native code, which foreign bytes could break: it runs in a process of its own with little room.
"""

import re
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.model import Report
from reportedly.reports import limited
from reportedly.reports.decoding import normal_lines
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable, too_long

SECONDS = 20
"""Processor time that a document may take; 2,000 pages full of text take three."""
MEMORY = 1_024 * 2**20
"""Address space that a document may take, in bytes."""
_PAGES = 2_000
# The engine itself joins a word broken at a line's end, and leaves this mark in the place of the hyphen.
_BROKEN_WORD = re.compile(r"\ufffe([^\W\d_])")
_OPEN = re.compile(r"[^.!?…:;»”\"]$")


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document as plain words: its title, its text, the numbers of damaged pages; or why there is none."""

    title: str | None = None
    text: str = ""
    damaged: tuple[int, ...] = ()
    problem: str | None = None


def read(material: Material) -> Drafts:
    """The document as one report. Its creation date is the file's, not the publication's: it is not taken."""
    found = limited.run(
        f"{__name__}:parsed",
        material.data,
        material.limits.text_bytes,
        seconds=SECONDS,
        memory=MEMORY,
        wall=2 * SECONDS,
    )
    yield from drafts(msgspec.json.decode(found, type=Document), material)


def drafts(document: Document, material: Material) -> Drafts:
    """What becomes of a document that was parsed."""
    if document.problem is not None:
        raise Unreadable(document.problem)
    for number in document.damaged:
        yield InputProblem(name=material.name, where=f"page {number}", what="damaged, left out", severity="note")
    if not document.text.strip():
        raise Unreadable("no text layer in this PDF (pictures of pages?)")
    report = Report(
        id=material.stem,
        url=material.url,
        title=document.title,
        text=document.text,
        captured=material.captured,
        sha256=sha256(material.data).hexdigest(),
    )
    yield Draft(report=report, raw=material.data)


def parsed(data: bytes, limit: int) -> bytes:
    """The document in some bytes as JSON, with at most ``limit`` characters of text: for the process of its own."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        known = "protected by a password" if "password" in str(error).lower() else "damaged or no PDF"
        return msgspec.json.encode(Document(problem=known))
    try:
        return msgspec.json.encode(_read(document, limit))
    finally:
        document.close()


def _read(document: Any, limit: int) -> Document:
    import pypdfium2

    if len(document) > _PAGES:
        return Document(problem=f"{len(document)} pages, the limit is {_PAGES}")
    pages: list[str] = []
    damaged: list[int] = []
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
            pages.append(unwrapped(normal_lines(textpage.get_text_range(errors="replace"))))
        except pypdfium2.PdfiumError:
            damaged.append(number + 1)
            continue
        textpage.close()
        page.close()
        size += len(pages[-1])
        if size > limit:
            return Document(problem=too_long(size, limit))
    text = "\n\n".join(page for page in pages if page.strip()).replace("\0", " ")
    return Document(title=_title(document), text=text, damaged=tuple(damaged))


def unwrapped(page: str) -> str:
    """A page's text with full lines that end inside a sentence joined to the next; hyphens at line ends closed up."""
    lines = [line.rstrip() for line in _BROKEN_WORD.sub(r"\1", page).replace("\ufffe", "-").split("\n")]
    full = 0.7 * max((len(line) for line in lines), default=0)
    joined: list[str] = []
    before = ""
    for line in lines:
        if before and line and len(before) >= full and _OPEN.search(before):
            if before.endswith(("-", "\u00ad")) and line[:1].islower():
                joined[-1] = joined[-1].rstrip("-\u00ad") + line
            else:
                joined[-1] += " " + line.lstrip()
        elif before and line and len(before) >= full:
            joined[-1] += " " + line.lstrip()
        else:
            joined.append(line)
        before = line
    return "\n".join(joined).strip()


def _title(document: Any) -> str | None:
    title = document.get_metadata_dict().get("Title", "").strip()
    return title or None
