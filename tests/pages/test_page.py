"""The page: self-contained, harmless with hostile text, complete without scripts."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Claim, Finding, Reading, Report
from reportedly.pages import html
from reportedly.pages.plates import Branch, Column, Node, Point, stemma, timeline


class Parsed(HTMLParser):
    """Tags, attributes and text of a page, and whether all elements close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.number = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.number = self.number or ("class", "num") in attrs
        if tag not in {"meta", "br", "path", "circle", "link"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()
        self.number = self.number and tag != "a"

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in {"script", "style"} and not self.number:
            self.text.append(data)


@pytest.fixture(scope="module")
def page(one: Reading) -> str:
    return html.page([one], ())


def test_elements_nest_and_ids_are_unique(page: str) -> None:
    parsed = Parsed(page)
    ids = [value for _, name, value in parsed.attributes if name == "id"]
    assert not parsed.open
    assert len(ids) == len(set(ids))


def test_every_inner_link_has_a_goal(several: list[Reading]) -> None:
    parsed = Parsed(html.page(several, ()))
    ids = {value for _, name, value in parsed.attributes if name == "id"}
    goals = {value for tag, name, value in parsed.attributes if tag == "a" and name == "href"}
    assert goals and all(goal[0] == "#" and goal[1:] in ids for goal in goals)


def test_nothing_is_loaded_from_outside(page: str) -> None:
    assert not [a for a in Parsed(page).attributes if a[1] in {"src", "srcset", "action", "data", "style"}]
    assert "url(" not in page and "@import" not in page


def test_the_policy_allows_this_style_and_this_script_only(page: str) -> None:
    policy = next(v for _, name, v in Parsed(page).attributes if name == "content" and "default-src" in v)
    for kind in ("style", "script"):
        code = re.search(rf"<{kind}>(.*?)</{kind}>", page, re.S)
        assert code
        digest = base64.b64encode(hashlib.sha256(code[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy and "default-src 'none'" in policy


def test_the_whole_text_is_there_without_scripts(one: Reading, page: str) -> None:
    shown = "".join(Parsed(page).text)
    for claim in one.claims:
        assert one.report.text[claim.start : claim.end] in shown
    for finding in one.findings:
        assert finding.explanation in shown


def test_the_chain_starts_with_the_publisher(page: str) -> None:
    assert re.search(r"Global Frontline Digest</bdi></span><span class=\"sep\".*?Kama Signal", page)
    assert "in its own voice" in page


def test_a_citation_holds_quote_date_capture_and_hash(one: Reading) -> None:
    from msgspec.structs import replace

    known = replace(one, report=replace(one.report, captured="2025-07-02T09:30:00+00:00", sha256="ab" * 32))
    shown = html.page([known], ())
    assert "“Debris also rained down on nearby Karbuzhin, residents said”" in shown
    assert "captured 2025-07-02T09:30:00+00:00" in shown and "sha256 " + "ab" * 32 in shown


def test_hostile_text_stays_text(hostile: Reading, one: Reading) -> None:
    for shown in (html.page([hostile], ()), html.page([hostile, hostile, one], hostile.findings)):
        parsed = Parsed(shown)
        assert parsed.tags.count("script") == 1
        assert not [a for a in parsed.attributes if a[1].startswith("on") or "alert" in a[2]]
        assert "\x1b" not in shown and "\u202e" not in shown
        assert "{{ 7*7 }}" in "".join(parsed.text)


def test_foreign_text_is_in_no_attribute(hostile: Reading) -> None:
    foreign = ("alert(1)", "red", "gnp.exe")
    assert not [a for a in Parsed(html.page([hostile], ())).attributes if any(word in a[2] for word in foreign)]


def test_an_empty_reading_is_a_page_too() -> None:
    assert "0 claims" in html.page([Reading(report=Report(id="x", text=""))], ())


def test_findings_across_reports_link_into_them(several: list[Reading]) -> None:
    finding = Finding(
        kind="count_conflict",
        severity="error",
        claims=("izh-2#c3", "izh-5#c3"),
        code="x",
        explanation="45 against 35.",
    )
    shown = html.page(several, [finding])
    assert re.search(r'href="#r2c3">B\u202f3</a>, <a class="ref" href="#r5c3">E\u202f3', shown)
    assert "Strike at Izhevsk" in shown and "<svg" in shown


def test_a_notebook_frame_cannot_reach_out_of_itself(hostile: Reading) -> None:
    shown = html.Picture([hostile])._repr_html_()
    parsed = Parsed(shown)
    assert parsed.tags == ["iframe"] and ("iframe", "sandbox", "allow-scripts") in parsed.attributes


def test_drawings_survive_circles_bounds_and_strange_names() -> None:
    nodes = [Node("a", "A", "a"), Node("b", "B", "b"), Node("o", None, "<b>origin</b>")]
    loop = [Branch("a", "b", "a", False), Branch("b", "a", "b", True), Branch("o", "a", "c", False)]
    assert "&lt;b&gt;origin" in stemma(nodes, loop, "tree")
    points = [Point(0, 3, 3, "3"), Point(0, 5, None, "≥ 5"), Point(1, None, 9, "≤ 9"), Point(1, 2, 4, "2–4")]
    drawn = timeline([Column("A", ""), Column("B", "1 Jul")], {"<i>": points}, "figures")
    assert drawn.count("<circle") == 4 and "&lt;i&gt;" in drawn
    assert not Parsed(drawn).open


def test_an_incident_has_figures_and_a_stemma_with_the_evidence_in_words(several: list[Reading]) -> None:
    shown = html.page(several, ())
    parsed = Parsed(shown)
    assert parsed.tags.count("svg") >= 2 and not parsed.open
    said = "".join(parsed.text)
    assert re.search(r"injured 45, Alexander Brechalov", said)
    assert re.search(r"[A-E]\u202f\d+ names Russian Ministry of Defence", said)


def test_what_was_compared_is_said_on_the_page(one: Reading) -> None:
    shown = html.page([one], (), {"izh-5": ["nothing to compare with: “the deepest”"]})
    assert "nothing to compare with: “the deepest”" in shown
    assert "Compared" not in html.page([one], ())


def test_a_reading_shows_itself_in_a_notebook(one: Reading) -> None:
    import reportedly

    assert reportedly.Reading is Reading
    assert one._repr_html_().startswith("<iframe sandbox=")  # type: ignore[attr-defined]


def test_several_readings_show_figures_and_stemma_in_a_notebook(several: list[Reading]) -> None:
    import reportedly

    shown = reportedly.picture(several)
    assert Parsed(shown.html).tags.count("svg") >= 2
    assert shown._repr_html_().startswith("<iframe sandbox=")
    with pytest.raises(ValueError, match="no readings"):
        reportedly.picture([])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40)), max_size=5))
def test_any_text_makes_a_sound_page(text: str, spans: list[tuple[int, int]]) -> None:
    claims = tuple(
        Claim(id=f"c{n}", start=a, end=a + size, polarity="affirmed", certainty="certain", event="other", incident="i")
        for n, (a, size) in enumerate(spans)
    )
    readings = [Reading(report=Report(id=name, text=text, title=text), claims=claims) for name in ("x", "y")]
    parsed = Parsed(html.page(readings, ()))
    assert not parsed.open and parsed.tags.count("article") == 2
