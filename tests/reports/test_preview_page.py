"""Posts as preview pages of Telegram mark them up: albums, forwards, replies, edits, service messages, hidden views."""

from hashlib import sha256
from pathlib import Path

import pytest

from reportedly.reports.intake import load_with_bytes
from reportedly.reports.material import Intake

from .conftest import EN, RU, Loader

TEXT = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{RU}</div>'
FORWARD = '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;{}</div>'
REPLY = (
    '<a class="tgme_widget_message_reply user-color-default" href="https://t.me/shot_shot/5">'
    '<div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">SHOT'
    '</span></div><div class="tgme_widget_message_{0}text js-message_reply_text" dir="auto">An older post</div></a>'
)
PICTURE = (
    '<a class="tgme_widget_message_photo_wrap grouped_media_wrap blured js-message_photo" '
    "style=\"width:200px;background-image:url('https://cdn.example/{0}.jpg')\" "
    'href="https://t.me/shot_shot/{0}?single"></a>'
)
ALBUM = (
    '<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap"><div class="tgme_widget_message_grouped">'
    f'<div class="tgme_widget_message_grouped_layer">{PICTURE.format(7)}{PICTURE.format(8)}</div></div></div>'
)
VIDEO = (
    '<a class="tgme_widget_message_video_player js-message_video_player" href="https://t.me/shot_shot/7">'
    '<i class="tgme_widget_message_video_thumb"></i><time class="message_video_duration js-message_video_duration">'
    "0:12</time></a>"
)
LINKED = (
    '<a class="tgme_widget_message_link_preview" href="https://paper.example/1"><div class="link_preview_title" '
    'dir="auto">Another paper</div><div class="link_preview_description" dir="auto">writes something else</div></a>'
)
POLL = '<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">What next?</div></div>'
UNSUPPORTED = (
    '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported"><div class='
    '"message_media_not_supported_label">This media is not supported in your browser</div></div></div>'
)
VIEWS = '<span class="tgme_widget_message_views">12.3K</span><span class="copyonly"> views</span>'


def post(body: str, *, kind: str = "text_not_supported_wrap", meta: str = "", views: str = VIEWS) -> str:
    date = '<time datetime="2025-07-01T05:00:00+00:00" class="time">05:00</time>'
    return (
        f'<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message {kind} '
        'js-widget_message" data-post="shot_shot/7" data-view="x"><div class="tgme_widget_message_user"></div>'
        '<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color">'
        '<a class="tgme_widget_message_owner_name" href="https://t.me/shot_shot"><span dir="auto">SHOT</span></a></div>'
        f'{body}<div class="tgme_widget_message_footer compact js-message_footer">'
        f'<div class="tgme_widget_message_info short js-message_info">{views}'
        f'<span class="tgme_widget_message_meta">{meta}<a class="tgme_widget_message_date" href="https://t.me/shot_shot/7">{date}</a></span>'
        "</div></div></div></div></div>"
    )


def page(*posts: str) -> str:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="SHOT"></head><body>'
        '<div class="tgme_channel_info"><div class="tgme_channel_info_description">News, day and night</div></div>'
        f'<section class="tgme_channel_history js-message_history">{"".join(posts)}</section></body></html>'
    )


CHANNEL = FORWARD.format('<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/baza/9"><span>Baza</span></a>')
PERSON = FORWARD.format('<span class="tgme_widget_message_forwarded_from_name" dir="auto">Ihor</span>')
CASES = [
    ("plain", post(TEXT), RU, None),
    ("text within text", post(f'<div class="tgme_widget_message_text js-message_text">{TEXT}</div>'), RU, None),
    ("album", post(ALBUM + TEXT), RU, None),
    ("video", post(VIDEO + TEXT), RU, None),
    ("forward", post(CHANNEL + TEXT), RU, "Baza"),
    ("forward without a link", post(PERSON + TEXT), RU, None),
    ("reply to a post", post(REPLY.format("") + TEXT), RU, None),
    ("reply to a picture", post(REPLY.format("meta") + TEXT), RU, None),
    ("edited", post(TEXT, meta="edited &nbsp;"), RU, None),
    ("views hidden", post(TEXT, views=""), RU, None),
    ("link with a preview", post(TEXT + LINKED), RU, None),
    ("not supported here", post(UNSUPPORTED + TEXT), RU, None),
    (
        "signs, breaks and links",
        post(
            '<div class="tgme_widget_message_text js-message_text"><i class="emoji" style="x"><b>❗</b></i><tg-emoji '
            f'emoji-id="1">🔥</tg-emoji>{EN}<br/><br/><a href="https://x.example/" onclick="return confirm()">More</a> '
            '<a href="?q=%23war">#war</a> <tg-spoiler>hidden</tg-spoiler></div>'
        ),
        f"❗🔥{EN}\n\nMore #war hidden",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "origin"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_post_is_its_words(loaded: Loader, source: str, text: str, origin: str | None) -> None:
    (report,), problems = loaded("shot.html", page(source))
    assert problems == []
    assert (report.id, report.text, report.forwarded_from) == ("shot_shot/7", text, origin)
    assert (report.publisher, report.published) == ("telegram:shot_shot", "2025-07-01T05:00:00+00:00")


def test_names_of_people_are_not_kept(tmp_path: Path) -> None:
    signed = '<span class="tgme_widget_message_from_author" dir="auto">Olena</span>, '
    (tmp_path / "shot.html").write_text(page(post(PERSON + TEXT, meta=signed)))
    (item,) = load_with_bytes([str(tmp_path / "shot.html")])
    assert isinstance(item, Intake)
    assert RU.encode() in item.raw and b"Ihor" not in item.raw and b"Olena" not in item.raw
    assert item.report.sha256 == sha256(item.raw).hexdigest()


@pytest.mark.parametrize("body", [ALBUM, VIDEO, POLL, UNSUPPORTED, REPLY.format("")])
def test_a_post_without_words_is_skipped(loaded: Loader, body: str) -> None:
    reports, problems = loaded("shot.html", page(post(body), post(TEXT)))
    assert (len(reports), problems) == (1, [])


def test_a_service_message_is_no_report(loaded: Loader) -> None:
    pinned = post(
        '<div class="tgme_widget_message_text js-message_text">SHOT pinned «Two drones»</div>', kind="service_message"
    )
    reports, problems = loaded("shot.html", page(pinned, post(TEXT)))
    assert ([report.text for report in reports], problems) == ([RU], [])
    _, (problem,) = loaded("shot.html", page(pinned))
    assert "without any post to read" in problem.line()
