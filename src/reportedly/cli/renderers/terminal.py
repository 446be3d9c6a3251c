"""Readings on a terminal: the marked-up text, the claims in reading order, the findings with their sentences."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportedly.findings import in_language
from reportedly.languages.labels import label_of
from reportedly.model import Claim, Finding, Reading, Report
from reportedly.pages import wording
from reportedly.pages.figures import Row
from reportedly.pages.incident import Account, accounts, short_time
from reportedly.pages.spans import lines, reading_order
from reportedly.pages.templating import saying

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 108
"""Columns; longer lines are hard to read."""
_INDENT = 6
_BATCH = 400
_CERTAINTY = {"certain": "", "probable": "probable", "possible": "possible"}
_EVIDENCE = {"certain": "underline", "probable": "underline dim", "possible": "italic dim"}
_POLARITY = {"denied": "magenta", "not_reported": "magenta", "withheld": "magenta"}
_SEVERITY = {"error": "bold red", "warning": "yellow", "note": "blue"}


def render(
    readings: Sequence[Reading], across: Sequence[Finding], console: "Console", language: str = "en"
) -> None:
    """Print readings one after another, then the findings across them, in a language. Foreign text cannot steer the
    terminal.
    """
    from rich.text import Text

    page = Page(console, min(console.width, WIDEST), language)
    waiting: list[Text] = []
    for part in _parts(page, readings, across):
        waiting.append(part)
        if len(waiting) == _BATCH:
            console.print(Text("\n").join(waiting), soft_wrap=True)
            waiting = []
    if waiting:
        console.print(Text("\n").join(waiting), soft_wrap=True)


class Page(NamedTuple):
    """Where lines are broken: all text is wrapped here and printed as it is, which is far faster than a layout."""

    console: "Console"
    width: int
    language: str = "en"

    def label(self, words: str) -> str:
        """An English label, or a date, in the language of the page."""
        return label_of(self.language)(words)

    def set(self, body: "Text", mark: str = "", style: str = "", indent: int = 0) -> "Text":
        """The body with a hanging indent, the mark right-justified in it on the first line."""
        from rich.text import Text

        lead = Text().append(f"{mark:>{max(0, indent - 1)}} " if indent else "", style=style)
        rest = Text(" " * indent)
        lines = body.wrap(self.console, max(12, self.width - indent), overflow="fold")
        for line in lines:
            line.rstrip()
        return Text("\n").join([(rest if n else lead) + line for n, line in enumerate(lines)])

    def rule(self) -> "Text":
        return _text("─" * self.width, "dim")


def _parts(page: Page, readings: Sequence[Reading], across: Sequence[Finding]) -> Iterable["Text"]:
    for number, reading in enumerate(readings):
        if number:
            yield _text("")
        yield from _reading(page, reading)
    if len(readings) > 1:
        yield _text("")
        yield from _across(page, readings, across)


def _reading(page: Page, reading: Reading) -> Iterable["Text"]:
    claims = reading_order(reading.claims)
    yield page.set(_title(page, reading))
    yield page.rule()
    yield page.set(_marked(reading, claims), indent=2)
    yield _text("")
    flags = _flags(reading, claims)
    for number, claim in enumerate(claims, 1):
        yield page.set(_claim(page, claim, flags.get(number, [])), str(number), "bold cyan", _INDENT)
    if not claims:
        yield _text("  " + page.label("no claims found"), "dim")
    yield _text("")
    yield from _findings(page, reading, claims)


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text().append(wording.clean(words), style=style)


def _title(page: Page, reading: Reading) -> "Text":
    report = reading.report
    title = _text(wording.heading(reading), "bold")
    about = [
        report.publisher or page.label("publisher unknown"),
        page.label(wording.day(report.published) or "undated"),
        report.language or "?",
    ]
    title.append("\n" + wording.clean(" · ".join(about)), style="dim")
    return title


def _marked(reading: Reading, claims: Sequence[Claim]) -> "Text":
    """The text with each claim's number where its evidence begins."""
    marked = _text("")
    for position, line in enumerate(lines(reading.report.text, claims)):
        marked.append("\n\n" if line.gap else "\n" if position else "")
        for segment in line.segments:
            marked.append("·".join(map(_superscript, segment.opens)), style="bold cyan")
            style = _evidence_style([claims[number - 1] for number in segment.claims])
            marked.append(wording.clean(segment.text), style=style)
    return marked


def _superscript(number: int) -> str:
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


def _evidence_style(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    narrowest = min(claims, key=lambda claim: claim.end - claim.start)
    colour = _POLARITY.get(narrowest.polarity, "")
    return f"{_EVIDENCE[narrowest.certainty]} {colour}".strip()


def _flags(reading: Reading, claims: Sequence[Claim]) -> dict[int, list[Finding]]:
    numbers = {f"{reading.report.id}#{claim.id}": number for number, claim in enumerate(claims, 1)}
    flags: dict[int, list[Finding]] = {}
    for finding in wording.by_severity(reading.findings):
        for ref in finding.claims:
            if ref in numbers:
                flags.setdefault(numbers[ref], []).append(finding)
    return flags


def _claim(page: Page, claim: Claim, flags: Sequence[Finding]) -> "Text":
    body = _text(page.label(claim.event), "bold")
    for words, style in ((_CERTAINTY[claim.certainty], "yellow"), (wording.POLARITY[claim.polarity], "magenta")):
        if words:
            body.append(f" · {page.label(words)}", style=style)
    body.append("   ")
    body.append_text(_chain(page, claim))
    slots = _slots(page, claim)
    if slots:
        body.append("\n")
        body.append_text(slots)
    for position, flag in enumerate(flags):
        body.append("  " if position else "\n")
        kind = page.label(wording.kind_words(flag))
        body.append(f"{wording.MARKS[flag.severity]} {kind}", style=_SEVERITY[flag.severity])
    return body


def _chain(page: Page, claim: Claim) -> "Text":
    crumbs = _text("")
    for position, name in enumerate(wording.chain(claim)):
        crumbs.append(" › " if position else "", style="dim")
        words = name if claim.sources else page.label(name)
        crumbs.append(wording.clean(words), style="green" if claim.sources else "dim italic")
    return crumbs


def _slots(page: Page, claim: Claim) -> "Text":
    line = _text("")
    for position, slot in enumerate(wording.slots(claim)):
        line.append(" · " if position else "", style="dim")
        line.append(wording.clean(page.label(slot.label)) + " ", style="dim")
        line.append(wording.clean(page.label(slot.words)))
        if slot.remark:
            line.append(f" ({wording.clean(page.label(slot.remark))})", style="dim")
    return line


def _findings(page: Page, reading: Reading, claims: Sequence[Claim]) -> Iterable["Text"]:
    numbers = {f"{reading.report.id}#{claim.id}": str(number) for number, claim in enumerate(claims, 1)}
    text = {f"{reading.report.id}#{claim.id}": (reading.report.text, claim) for claim in claims}
    if not reading.findings:
        none = page.label("no findings: nothing that can be checked here was found not to hold")
        yield page.set(_text(none, "dim"), indent=2)
    for finding in wording.by_severity(reading.findings):
        yield _finding(page, finding, [numbers[ref] for ref in finding.claims if ref in numbers], text)


def _across(page: Page, readings: Sequence[Reading], findings: Sequence[Finding]) -> Iterable["Text"]:
    names: dict[str, str] = {}
    text: dict[str, tuple[str, Claim]] = {}
    for reading in readings:
        for number, claim in enumerate(reading_order(reading.claims), 1):
            ref = f"{reading.report.id}#{claim.id}"
            names[ref] = f"{reading.report.id} {number}"
            text[ref] = (reading.report.text, claim)
    yield _text(saying(page.language)("across", n=len(readings)), "bold")
    yield page.rule()
    for account in accounts(readings, [""] * len(readings), page.language):
        yield page.set(_text(account.title, "bold"), indent=2)
        yield page.set(_text(account.meta, "dim"), indent=2)
        if account.figures.lanes:
            yield from _figures(page, account, readings, names)
        else:
            yield _text("")
    if not findings:
        yield page.set(_text(page.label("no findings across these reports"), "dim"), indent=2)
    for finding in wording.by_severity(tuple(findings)):
        yield _finding(page, finding, [names[ref] for ref in finding.claims if ref in names], text)


def _figures(
    page: Page, account: Account, readings: Sequence[Reading], names: Mapping[str, str]
) -> Iterable["Text"]:
    """One row a voice in a report, by time; one column a kind of figure: what was said when, and where it stands.
    Where that is too wide, a table for each kind.
    """
    told = [readings[i].report for i in account.reports]
    utc = wording.several_clocks(report.published for report in told)
    lanes = list(account.figures.lanes)
    whole = _table(page, account.figures.rows, lanes, range(len(lanes)), told, utc, names)
    narrow = [_table(page, account.figures.rows, lanes, [k], told, utc, names) for k in range(len(lanes))]
    for table in [whole] if max(map(len, whole)) + 2 <= page.width else narrow:
        yield page.set(_text(table[0], "dim"), indent=2)
        yield from (page.set(_text(line), indent=2) for line in table[1:])
        yield _text("")


def _table(
    page: Page,
    rows: Sequence[Row],
    lanes: Sequence[str],
    shown: Sequence[int],
    told: Sequence[Report],
    utc: bool,
    names: Mapping[str, str],
) -> list[str]:
    """Lines of equal columns: the head, then one a row that has a figure in a lane shown."""
    lines = [[page.label("published"), page.label("report"), *(lanes[k] for k in shown), page.label("by")]]
    for row in rows:
        cells = [row.cells[k] for k in shown]
        if any(cells):
            report = told[row.column]
            where = _places(report.id, [names[ref] for k in shown for ref in row.claims[k] if ref in names])
            lines.append([short_time(report.published, page.language, utc), wording.clean(where), *cells, row.by])
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    return ["  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines]


def _places(report: str, names: Sequence[str]) -> str:
    """Claims of one report, its name once: "gov 2, 4"."""
    numbers = dict.fromkeys(name.removeprefix(f"{report} ") for name in names)
    return f"{report} {', '.join(numbers)}" if numbers else report


def _finding(page: Page, finding: Finding, where: Sequence[str], text: dict[str, tuple[str, Claim]]) -> "Text":
    style = _SEVERITY[finding.severity]
    finding = in_language(finding, page.language)
    head = _text(page.label(wording.kind_words(finding)), style)
    head.append(f" · {page.label(finding.severity)}", style="dim")
    if where:
        head.append(wording.clean(f" · {', '.join(where)}"), style="cyan")
    head.append("\n" + wording.clean(finding.explanation))
    parts = [page.set(head, wording.MARKS[finding.severity], style, _INDENT)]
    for position in finding.positions:
        held = _text(position.value, "bold")
        by = saying(page.language)("by", names=", ".join(position.by))
        held.append(wording.clean(f" {by}" if position.by else ""), style="dim")
        parts.append(page.set(held, indent=_INDENT + 2))
    quotes = (saying(page.language)("quote", words=q) for q in _quotes(finding, text))
    parts += [page.set(_text(q, "italic dim"), indent=_INDENT + 2) for q in quotes]
    covered = wording.coverage_words(finding, page.language)
    if covered:
        parts.append(page.set(_text(covered, "dim"), indent=_INDENT + 2))
    return _text("\n").join(parts)


def _quotes(finding: Finding, text: dict[str, tuple[str, Claim]]) -> list[str]:
    """The sentences a finding stands on, each once."""
    quotes = []
    for ref in finding.claims:
        if ref in text:
            whole, claim = text[ref]
            quotes.append(wording.clean(" ".join(whole[claim.start : claim.end].split())))
    return list(dict.fromkeys(quotes))
