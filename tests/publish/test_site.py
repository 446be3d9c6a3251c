"""The static site: only what was chosen, signed off and let through; pages that load nothing and run nothing."""

import io
import re
import shutil
import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import msgspec
import pytest

from reportedly.ledger import Ledger
from reportedly.model import Actor, Reading
from reportedly.publish.outgoing import Outgoing, of_incidents
from reportedly.publish.site import files, ours, place
from reportedly.publish.site.pages import link
from reportedly.review import decide, reviewed, sign_off
from tests.desk.xss import STRINGS

from .conftest import LABEL, READINGS, WORDS, claim, put


def site(ledger: Ledger, *labels: str) -> dict[str, bytes]:
    found = reviewed(ledger)
    only = of_incidents(found, labels or [LABEL])
    return files(Outgoing(ledger, found=found, only=only, signed=True), title="Sumy", contact="desk@example.org")


def page(made: dict[str, bytes]) -> str:
    (name,) = (name for name in made if name.startswith("incidents/"))
    return made[name].decode()


def test_what_is_not_signed_off_stays_in(ledger: Ledger) -> None:
    out = Outgoing(ledger, signed=True)
    assert not out.claims
    assert {one.why for one in out.gated.held} == {"not signed off", "target unknown"}


def test_what_changed_since_it_was_signed_off_stays_in(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    decide(ledger, "correct", "wire#c1", by="Taras", value={"polarity": "denied"}, reason="misread")
    out = Outgoing(ledger, signed=True)
    assert [p.ref for p in out.claims] == ["wire#c2", "=cmd()#c1"]
    assert {one.ref: one.why for one in out.gated.held}["wire#c1"] == "changed since it was signed off"


def test_a_sign_off_ends_no_embargo(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    out = Outgoing(ledger, signed=True, now=datetime(2025, 7, 1, 10, 30, tzinfo=UTC))
    assert not out.claims and "embargo (civilian)" in {one.why for one in out.gated.held}


def test_a_page_has_the_claims_their_reports_and_the_figures(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    made = site(ledger)
    text = page(made)
    for words in ("Strike at Sumy", "The Wire", "State Emergency Service of Ukraine", "desk@example.org", "signed off"):
        assert words in text, words
    raw = ledger.raw_of("wire")
    assert raw is not None and raw in text
    assert b"Strike at Sumy" in made["index.html"] and b"1 incident" in made["index.html"]


def test_nothing_that_is_held_or_masked_is_in_any_file(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    for name, data in site(ledger).items():
        for secret in (WORDS[:20], "Ivanenko", "Сумах", "50.92161", "wire#c3", LABEL, "Olena"):
            assert secret.encode() not in data, (name, secret)


def test_a_verdict_is_shown_with_who_gives_it(ledger: Ledger) -> None:
    value = {"rating": "false", "claim": "Nobody was <b>hurt</b>.", "url": "https://example.org/check"}
    decide(ledger, "verdict", "wire#c1", by="Olena", value=value, reason="two hospitals say otherwise")
    sign_off(ledger, LABEL, by="Olena")
    text = page(site(ledger))
    assert "Nobody was &lt;b&gt;hurt&lt;/b&gt;." in text and "two hospitals say otherwise" in text and "Olena" in text


class Page(HTMLParser):
    """The tags, attributes and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids.update(value or "" for name, value in attrs if name == "id")


def test_pages_run_nothing_load_nothing_and_lead_somewhere(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    made = site(ledger)
    found = {name: Page(data.decode()) for name, data in made.items() if name.endswith(".html")}
    for name, one in found.items():
        assert not one.tags & {"script", "img", "iframe", "object", "form", "base"}
        (policy,) = (value for _, value in one.attributes if value.startswith("default-src"))
        assert policy.startswith("default-src 'none'; style-src 'sha256-") and "script" not in policy
        for attribute, value in one.attributes:
            assert not attribute.startswith("on") and attribute not in ("style", "src", "srcset")
            if attribute != "href" or value.startswith("https://example.org/"):
                continue
            target, _, anchor = urljoin(name, value).partition("#")
            assert target in made, value
            assert not anchor or anchor in found[target].ids, value


def test_hostile_text_is_text(ledger: Ledger) -> None:
    for number, evil in enumerate(STRINGS[::4]):
        report = msgspec.structs.replace(
            READINGS[0].report, id=f"{evil}{number}", publisher=evil, text=evil, url=f"javascript:{evil}"
        )
        told = claim("c1", actor=Actor(name=evil.lower()), incident=f"x{number}")
        put(ledger, Reading(report=report, claims=(told,)))
        sign_off(ledger, f"x{number}", by="Olena")
        one = Page(page(site(ledger, f"x{number}")))
        assert not one.tags & {"script", "img", "iframe", "svg:script", "object", "form", "video", "math"}, evil
        assert not [a for a, v in one.attributes if a.startswith("on") or v.lstrip().lower().startswith("javascript:")]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://user:pass@example.org/", "https://example.org/"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://exa mple.org/", None),
        ("https://[::1", None),
        (None, None),
    ],
)
def test_a_link_is_put_together_anew(url: str | None, kept: str | None) -> None:
    assert link(url) == kept


def test_the_feed_of_the_site_leads_to_its_pages(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    made = site(ledger)
    found = feedparser.parse(io.BytesIO(made["feed.atom"]))
    assert not found.bozo and [entry.title for entry in found.entries] == ["Strike at Sumy"]
    assert found.entries[0].link in made


def test_the_digests_are_those_of_the_files(ledger: Ledger) -> None:
    sign_off(ledger, LABEL, by="Olena")
    made = site(ledger)
    for line in made.pop("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        assert sha256(made.pop(name)).hexdigest() == digest
    assert made == {}


# Into a folder


def test_a_page_that_was_withdrawn_is_taken_away_and_nothing_else(ledger: Ledger, tmp_path: Path) -> None:
    made = sign_off(ledger, LABEL, by="Olena")
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    (folder / "CNAME").write_text("example.org")
    assert not ours(folder) and place(site(ledger), folder) == () and ours(folder)
    decide(ledger, "undo", f"decision:{made.id}", by="Olena")
    (gone,) = place(site(ledger), folder)
    assert gone.startswith("incidents/") and not (folder / gone).exists()
    assert sorted(p.name for p in folder.iterdir()) == [
        ".git", "CNAME", "SHA256SUMS", "claims.csv", "claims.geojson", "feed.atom", "incidents", "index.html",
    ]  # fmt: skip


def test_another_site_is_left_alone(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(FileExistsError, match="another site"):
        place(site(ledger), tmp_path)
    assert (tmp_path / "index.html").read_text() == "mine"


def test_a_forged_list_removes_nothing_outside(ledger: Ledger, tmp_path: Path) -> None:
    sign_off(ledger, LABEL, by="Olena")
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "precious").write_text("kept")
    (folder / "SHA256SUMS").write_text("00  ../precious\n00  /etc/passwd\n00  .git/config\n")
    assert place(site(ledger), folder) == () and (tmp_path / "precious").exists()


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here")
def test_a_browser_shows_the_page_under_its_own_policy(ledger: Ledger, tmp_path: Path) -> None:
    sign_off(ledger, LABEL, by="Olena")
    place(site(ledger), tmp_path / "site")
    (file,) = (tmp_path / "site" / "incidents").iterdir()
    flags = [*FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--dump-dom"]
    done = subprocess.run([str(CHROMIUM), *flags, file.as_uri()], capture_output=True, text=True, timeout=60)
    assert "Strike at Sumy" in done.stdout
    assert not re.search("Content Security Policy|Refused to", done.stderr)
