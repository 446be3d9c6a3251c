"""Readings on a terminal: the marked-up text, the claims in reading order, the findings with their sentences."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.cli.renderers import wording
from reportedly.cli.renderers.incident import Account, accounts, short_time
from reportedly.cli.renderers.spans import lines, reading_order
from reportedly.model import Claim, Finding, Reading

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDEST = 108
"""Columns; longer lines are hard to read."""
_CERTAINTY = {"certain": "", "probable": "probable", "possible": "possible"}
_EVIDENCE = {"certain": "underline", "probable": "underline dim", "possible": "italic dim"}
_POLARITY = {"denied": "magenta", "not_reported": "magenta", "withheld": "magenta"}
_SEVERITY = {"error": "bold red", "warning": "yellow", "note": "blue"}


def render(readings: Sequence[Reading], across: Sequence[Finding], console: "Console") -> None:
    """Print readings one after another, then the findings across them. Foreign text cannot steer the terminal."""
    width = min(console.width, WIDEST)
    for number, reading in enumerate(readings):
        if number:
            console.print()
        for part in _reading(reading):
            console.print(part, width=width)
    if len(readings) > 1:
        console.print()
        for part in _across(readings, across):
            console.print(part, width=width)


def _reading(reading: Reading) -> Iterable["RenderableType"]:
    from rich.padding import Padding
    from rich.rule import Rule

    claims = reading_order(reading.claims)
    yield _title(reading)
    yield Rule(style="dim")
    yield Padding(_marked(reading, claims), (0, 0, 1, 2))
    flags = _flags(reading, claims)
    for number, claim in enumerate(claims, 1):
        yield _claim(number, claim, flags.get(number, []))
    if not claims:
        yield _text("  no claims found", "dim")
    yield _text("")
    yield from _findings(reading, claims)


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text().append(wording.clean(words), style=style)


def _title(reading: Reading) -> "Text":
    report = reading.report
    title = _text(wording.heading(reading), "bold")
    about = [
        report.publisher or "publisher unknown",
        wording.day(report.published) or "undated",
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
            for number in segment.opens:
                marked.append(_superscript(number), style="bold cyan")
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


def _claim(number: int, claim: Claim, flags: Sequence[Finding]) -> "RenderableType":
    from rich.table import Table

    body = _text(claim.event, "bold")
    for words, style in ((_CERTAINTY[claim.certainty], "yellow"), (wording.POLARITY[claim.polarity], "magenta")):
        if words:
            body.append(f" · {words}", style=style)
    body.append("   ")
    body.append_text(_chain(claim))
    slots = _slots(claim)
    if slots:
        body.append("\n")
        body.append_text(slots)
    for position, flag in enumerate(flags):
        body.append("  " if position else "\n")
        body.append(f"{wording.MARKS[flag.severity]} {wording.kind_words(flag)}", style=_SEVERITY[flag.severity])
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=5, justify="right", style="bold cyan", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(str(number), body)
    return grid


def _chain(claim: Claim) -> "Text":
    crumbs = _text("")
    for position, name in enumerate(wording.chain(claim)):
        crumbs.append(" › " if position else "", style="dim")
        crumbs.append(wording.clean(name), style="green" if claim.sources else "dim italic")
    return crumbs


def _slots(claim: Claim) -> "Text":
    line = _text("")
    for position, slot in enumerate(wording.slots(claim)):
        line.append(" · " if position else "", style="dim")
        line.append(wording.clean(slot.label) + " ", style="dim")
        line.append(wording.clean(slot.words))
        if slot.remark:
            line.append(f" ({wording.clean(slot.remark)})", style="dim")
    return line


def _findings(reading: Reading, claims: Sequence[Claim]) -> Iterable["RenderableType"]:
    numbers = {f"{reading.report.id}#{claim.id}": str(number) for number, claim in enumerate(claims, 1)}
    text = {f"{reading.report.id}#{claim.id}": (reading.report.text, claim) for claim in claims}
    if not reading.findings:
        yield _text("  no findings: nothing that can be checked here was found not to hold", "dim")
    for finding in wording.by_severity(reading.findings):
        yield _finding(finding, [numbers[ref] for ref in finding.claims if ref in numbers], text)


def _across(readings: Sequence[Reading], findings: Sequence[Finding]) -> Iterable["RenderableType"]:
    from rich.rule import Rule

    names: dict[str, str] = {}
    text: dict[str, tuple[str, Claim]] = {}
    for reading in readings:
        for number, claim in enumerate(reading_order(reading.claims), 1):
            ref = f"{reading.report.id}#{claim.id}"
            names[ref] = f"{reading.report.id} {number}"
            text[ref] = (reading.report.text, claim)
    yield _text(f"Across {len(readings)} reports", "bold")
    yield Rule(style="dim")
    for account in accounts(readings, [""] * len(readings)):
        if account.lanes:
            yield _figures(account, readings)
            yield _text("")
    if not findings:
        yield _text("  no findings across these reports", "dim")
    for finding in wording.by_severity(tuple(findings)):
        yield _finding(finding, [names[ref] for ref in finding.claims if ref in names], text)


def _figures(account: Account, readings: Sequence[Reading]) -> "RenderableType":
    """One row a report by time, one column a kind of figure: what was said when."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table

    title = _text(account.title, "bold").append(f"\n{account.meta}", style="dim")
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("published", style="dim", no_wrap=True)
    table.add_column("report", overflow="fold")
    for name in account.lanes:
        table.add_column(name, justify="right")
    for column, i in enumerate(account.reports):
        said = [
            ", ".join(dict.fromkeys(p.text for p in points if p.column == column)) for points in account.lanes.values()
        ]
        if any(said):
            report = readings[i].report
            table.add_row(short_time(report.published), _text(report.id), *said)
    return Padding(Group(title, table), (0, 0, 0, 2))


def _finding(finding: Finding, where: Sequence[str], text: dict[str, tuple[str, Claim]]) -> "RenderableType":
    from rich.table import Table

    style = _SEVERITY[finding.severity]
    body = _text(wording.kind_words(finding), style)
    body.append(f" · {finding.severity}", style="dim")
    if where:
        body.append(wording.clean(f" · {', '.join(where)}"), style="cyan")
    body.append("\n" + wording.clean(finding.explanation))
    for position in finding.positions:
        body.append(f"\n  {wording.clean(position.value)}", style="bold")
        body.append(wording.clean(f" by {', '.join(position.by)}" if position.by else ""), style="dim")
    for quote in _quotes(finding, text):
        body.append(f"\n  “{quote}”", style="italic dim")
    covered = wording.coverage_words(finding.coverage)
    if covered:
        body.append(f"\n  {covered}", style="dim")
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=5, justify="right", style=style, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(wording.MARKS[finding.severity], body)
    return grid


def _quotes(finding: Finding, text: dict[str, tuple[str, Claim]]) -> list[str]:
    """The sentences a finding stands on, each once."""
    quotes = []
    for ref in finding.claims:
        if ref in text:
            whole, claim = text[ref]
            quotes.append(wording.clean(" ".join(whole[claim.start : claim.end].split())))
    return list(dict.fromkeys(quotes))
