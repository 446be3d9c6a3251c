"""A web page: its main text, with title, publisher, address and date of publication from its own metadata."""

import re
from hashlib import sha256
from typing import Any

from reportedly.model import Report
from reportedly.reports.decoding import decode, normal_lines
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_ISO = r"(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?)"
_NAMED = (
    r"""(?:property|name|itemprop)\s*=\s*["'](?:article:published_time|datePublished|og:published_time|pubdate)["']"""
)
_META_DATE = re.compile(rf"""<meta\s[^<>]{{0,300}}?{_NAMED}[^<>]{{0,300}}?content\s*=\s*["']{_ISO}""", re.IGNORECASE)
_META_DATE_LAST = re.compile(rf"""<meta\s[^<>]{{0,300}}?content\s*=\s*["']{_ISO}["'][^<>]{{0,300}}?{_NAMED}""", re.I)
_JSON_DATE = re.compile(rf'"datePublished"\s*:\s*"{_ISO}')
_PREVIEW = "tgme_widget_message"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr p li dt dd tr td th option".split())
_DEPTH = 400
_FACTOR = 2
"""A page may be this many times as long as a text: markup."""


def read(material: Material) -> Drafts:
    """The article of a page, or the posts of a saved Telegram preview page."""
    limit = material.limits.text_bytes * _FACTOR
    if len(material.data) > limit:
        raise Unreadable(f"{len(material.data) / 1e6:.1f} MB of HTML, the limit is {limit / 1e6:g} MB")
    declared = _CHARSET.search(material.data[:4_000])
    source, note = decode(material.data, material.charset or (declared.group(1).decode() if declared else None))
    if note:
        yield InputProblem(name=material.name, what=note, severity="note")
    if _too_deep(source):
        raise Unreadable(f"nested more than {_DEPTH} elements deep")
    if _PREVIEW in source:
        from reportedly.reports.formats import telegram_page

        yield from telegram_page.read(source, material)
        return
    yield Draft(report=_article(source, material), raw=material.data)


def _too_deep(source: str) -> bool:
    """Whether elements lie so deep in each other that tree walkers would run out of stack."""
    depth = deepest = 0
    for match in _TAG.finditer(source):
        closing, name, empty = match.groups()
        if empty or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest > _DEPTH


def _article(source: str, material: Material) -> Report:
    import trafilatura

    found: Any = trafilatura.bare_extraction(source, url=material.url, with_metadata=True, include_comments=False)
    text = normal_lines(found.text or "") if found is not None else ""
    if not text.strip():
        text = _all_words(source)
    if not text.strip():
        raise Unreadable("no text in this page")
    return Report(
        id=material.stem,
        url=material.url or (found.url if found is not None else None) or None,
        publisher=(found.sitename or found.hostname) if found is not None else None,
        published=_published(source, material.url) or None,
        title=(found.title or None) if found is not None else None,
        text=text,
        captured=material.captured,
        sha256=sha256(material.data).hexdigest(),
    )


def _published(source: str, url: str | None) -> str | None:
    """What the page states in its metadata or beside its title, to the minute if it can; never a year from its text."""
    for pattern in (_META_DATE, _META_DATE_LAST, _JSON_DATE):
        stated = pattern.search(source)
        if stated:
            return stated.group(1)
    from htmldate import find_date

    found = find_date(source, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d")
    return str(found) if found else None


def _all_words(source: str) -> str:
    """All visible words, for pages so short or broken that no article is found in them."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(
            source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    body = tree.find("body")
    return blocks(body if body is not None else tree)


_BLOCKS = frozenset("p div li tr br h1 h2 h3 h4 h5 h6 section article blockquote pre dd dt figcaption".split())
_UNSEEN = frozenset("script style noscript template head svg iframe".split())


def blocks(element: Any) -> str:
    """The words of an element, one line for each block or line break."""
    parts: list[str] = []
    for event, node in _walk(element):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                parts.append("\n")
            if tag not in _UNSEEN and isinstance(node.tag, str) and node.text:
                parts.append(node.text)
        else:
            if tag in _BLOCKS and tag != "br":
                parts.append("\n")
            if node is not element and node.tail:
                parts.append(node.tail)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _walk(element: Any) -> Any:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("comment", "pi"):
            yield "end", node
            continue
        if event == "start" and node.tag in _UNSEEN:
            walk.skip_subtree()
        yield event, node
