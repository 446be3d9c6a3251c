"""A saved preview page of a public channel (``t.me/s/<channel>``): each post with words is a report.

Service messages ("pinned ...") are none, and what a post replies to or links to is not its words. As in an export,
names of people are left out: who signed a post, and from whom it was forwarded where that is no public channel (only
these have a link). ``sha256`` is that of the post's markup without these.
"""

from hashlib import sha256
from typing import Any

from reportedly.model import Report
from reportedly.reports.formats.html import blocks
from reportedly.reports.material import Draft, Drafts, Material, Unreadable

_PEOPLE = (
    './/*[contains(@class, "message_from_author") or contains(@class, "forwarded_from_author") '
    'or contains(@class, "forwarded_from_name") and not(descendant-or-self::a)]'
)


def read(source: str, material: Material) -> Drafts:
    """The posts of a page, in its order (oldest first)."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Unreadable("a damaged Telegram page") from None
    found = False
    for post in tree.xpath(
        '//*[@data-post and contains(concat(" ", @class, " "), " tgme_widget_message ") '
        'and not(contains(@class, "service_message"))]'
    ):
        for name in post.xpath(_PEOPLE):
            name.clear(keep_tail=True)
        report, raw = _post(post, material, etree.tostring(post, encoding="utf-8", with_tail=False))
        if report is not None:
            found = True
            yield Draft(report=report, raw=raw, where=f"post {report.id}", own=True, own_id=True)
    if not found:
        raise Unreadable("a Telegram page without any post to read")


def _post(post: Any, material: Material, raw: bytes) -> tuple[Report | None, bytes]:
    texts = post.xpath(
        './/*[contains(@class, "tgme_widget_message_text") and not(contains(@class, "reply")) '
        'and not(ancestor::*[contains(@class, "tgme_widget_message_reply")])]'
    )
    text = blocks(texts[-1]) if texts else ""
    if not text:
        return None, raw
    address = str(post.get("data-post"))
    channel = address.split("/")[0]
    times = post.xpath('.//a[contains(@class, "tgme_widget_message_date")]//time/@datetime') or post.xpath(
        ".//time/@datetime"
    )
    forwarded = post.xpath('.//*[contains(@class, "tgme_widget_message_forwarded_from_name")]')
    report = Report(
        id=address,
        url=f"https://t.me/{address}",
        publisher=f"telegram:{channel}",
        published=str(times[-1]) if times else None,
        text=text,
        captured=material.captured,
        sha256=sha256(raw).hexdigest(),
        forwarded_from=" ".join(forwarded[0].text_content().split()) if forwarded else None,
    )
    return report, raw
