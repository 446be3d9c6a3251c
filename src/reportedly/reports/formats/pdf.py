"""PDF: the text layer, page after page. Lines that the page only broke for its width are joined again."""

import re
from hashlib import sha256
from typing import Any

from reportedly.model import Report
from reportedly.reports.decoding import normal_lines
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable, too_long

_PAGES = 2_000
# The engine itself joins a word broken at a line's end, and leaves this mark in the place of the hyphen.
_BROKEN_WORD = re.compile(r"\ufffe([^\W\d_])")
_OPEN = re.compile(r"[^.!?…:;»”\"]$")


def read(material: Material) -> Drafts:
    """The document as one report. Its creation date is the file's, not the publication's: it is not taken."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(material.data)
    except pypdfium2.PdfiumError as error:
        known = "protected by a password" if "password" in str(error).lower() else "damaged or no PDF"
        raise Unreadable(known) from None
    damaged: list[int] = []
    try:
        text = _text(document, material.limits.text_bytes, damaged)
        title = _title(document)
    finally:
        document.close()
    for number in damaged:
        yield InputProblem(name=material.name, where=f"page {number}", what="damaged, left out", severity="note")
    if not text.strip():
        raise Unreadable("no text layer in this PDF (pictures of pages?)")
    report = Report(
        id=material.stem,
        url=material.url,
        title=title,
        text=text,
        captured=material.captured,
        sha256=sha256(material.data).hexdigest(),
    )
    yield Draft(report=report, raw=material.data)


def _text(document: Any, limit: int, damaged: list[int]) -> str:
    """The text of all pages; the numbers of those that cannot be opened are added to ``damaged``."""
    import pypdfium2

    if len(document) > _PAGES:
        raise Unreadable(f"{len(document)} pages, the limit is {_PAGES}")
    pages: list[str] = []
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
            raise Unreadable(too_long(size, limit))
    return "\n\n".join(page for page in pages if page.strip()).replace("\0", " ")


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
