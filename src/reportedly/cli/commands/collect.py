"""``reportedly collect``: sources are asked for what is new, once or again and again, and it goes into the ledger."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer
from msgspec import json
from msgspec.structs import replace

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db

if TYPE_CHECKING:
    from rich.live import Live

    from reportedly.cli.intake import Run
    from reportedly.cli.keeping import Keeper
    from reportedly.ledger import Ledger
    from reportedly.reports import InputProblem
    from reportedly.reports.collecting.client import Client
    from reportedly.reports.collecting.sources import Source
    from reportedly.reports.collecting.standing import Standing
    from reportedly.reports.collecting.visit import Arrival

_TICK = 1.0
_ORDER = ("new", "revision", "deleted", "known", "erased")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("collect")(collect)


def collect(
    file: Annotated[Path, typer.Argument(metavar="SOURCES.toml", show_default=False, help="What is collected.")],
    every: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TIME", help="Go on, asking each source this often (90s, 5m, 2h); else ask once."),
    ] = None,
    db: Db = None,
    link: Annotated[bool, typer.Option(help="Link and weigh what came in after a round with news.")] = True,
) -> None:
    """Collect reports from sources into the ledger: feeds, pages, Telegram channels.

    What is known is left alone, a change is a revision, and so is a deletion. A source that fails or is silent is said,
    and the rest goes on.
    """
    from reportedly.cli.intake import Run
    from reportedly.cli.ledger import opened
    from reportedly.cli.settings import limits, settings
    from reportedly.reports.collecting.client import Client

    run = Run()
    apart = _seconds(every) if every is not None else 0.0
    sources = _sources(file, run)
    with opened(db, create=True) as ledger:
        client = Client(limits(), settings()["host_seconds"])
        collecting = _Collecting(sources, ledger, run, client, apart)
        with _board() as board:
            while True:
                collecting.round(board, link=link)
                if not apart:
                    break
                time.sleep(_TICK)
    raise typer.Exit(run.code())


def _seconds(text: str) -> float:
    from reportedly.reports.collecting.sources import seconds
    from reportedly.reports.material import Unreadable

    try:
        return seconds(text)
    except Unreadable as error:
        raise InputError(f"--every {error}") from None


def _sources(file: Path, run: "Run") -> "list[Source]":
    from reportedly.reports import InputProblem
    from reportedly.reports.collecting.sources import load
    from reportedly.reports.material import Unreadable

    found: list[Source] = []
    try:
        for item in load(file):
            if isinstance(item, InputProblem):
                run.say(item)
            else:
                found.append(item)
    except Unreadable as error:
        raise InputError(f"{file}: {error}") from None
    return found


class _Collecting:
    """The sources, where each stands, and what was said of them."""

    def __init__(self, sources: "list[Source]", ledger: "Ledger", run: "Run", client: "Client", every: float) -> None:
        from reportedly.reports.collecting.standing import of

        self._sources, self._ledger, self._run, self._client, self._every = sources, ledger, run, client, every
        known = ledger.sources()
        self._standings = {source.key: of(source, known, datetime.now(UTC)) for source in sources}
        self._said: set[tuple[str, str]] = set()
        self._watched: dict[str, set[str]] = {}

    def round(self, board: "Live | None", *, link: bool) -> None:
        """Ask all that are due, put on record what they have, and say what came of it."""
        from reportedly.cli.keeping import Keeper
        from reportedly.reports.collecting.rounds import arrivals

        now = datetime.now(UTC)
        due = [s for s in self._sources if self._standings[s.key].due(now, self._every and max(s.every, self._every))]
        if not self._every:
            self._say_waiting({source.key for source in due})
        self._show(board)
        self._watched = self._whose()
        keeper = Keeper(self._ledger, self._run, live=True)
        for source, arrival in arrivals(due, self._visit, self._client):
            if arrival is not None:
                self._take(source, arrival, keeper)
            self._show(board)
        if link and (keeper.counts["new"] or keeper.counts["revision"] or keeper.counts["deleted"]):
            from reportedly.review import link_new

            link_new(self._ledger)
        self._sum_up(due, keeper.counts)

    def _visit(self, source: "Source") -> "Iterator[Arrival]":
        """What one source has; runs in a thread of its own."""
        from reportedly.cli.settings import home, settings
        from reportedly.reports.collecting import telegram
        from reportedly.reports.collecting.visit import Visit

        standing, now = self._standings[source.key], datetime.now(UTC)
        if source.kind == "preview" and not settings()["telegram_preview"]:
            return iter([standing.failed("preview pages are not read unless telegram_preview = true is set", now)])
        if source.kind != "telegram":
            return Visit(source, standing, self._client, planned=bool(self._every)).arrivals()
        api_id, api_hash = settings()["telegram_api_id"], settings()["telegram_api_hash"]
        if not api_id.isdigit() or not api_hash:
            return iter([standing.failed("needs the settings telegram_api_id and telegram_api_hash", now)])
        account = telegram.Account(api_id=int(api_id), api_hash=api_hash, session=home() / "telegram.session")
        return telegram.arrivals(source, standing, account, self._client.limits)

    def _whose(self) -> dict[str, set[str]]:
        """The sources that watch a page, by its address: what a feed says of it in other words is no revision of it."""
        found: dict[str, set[str]] = {}
        for key, standing in self._standings.items():
            for url, page in standing.pages.items():
                for address in {url, page.at or url}:
                    found.setdefault(address, set()).add(key)
        return found

    def _take(self, source: "Source", arrival: "Arrival", keeper: "Keeper") -> None:
        from reportedly.reports import InputProblem, Intake
        from reportedly.reports.collecting.visit import Gone, Progress

        if isinstance(arrival, InputProblem):
            self._say_once(arrival)
        elif isinstance(arrival, Intake):
            whose = self._watched.get(arrival.report.url or "")
            if (whose is None or source.key in whose) and keeper.wants(arrival):
                keeper.read(arrival)
                self._news(source)
        elif isinstance(arrival, Gone):
            if keeper.gone(arrival):
                self._news(source)
        elif isinstance(arrival, Progress):
            self._remember(source, arrival.standing)
        else:
            self._stand(source, arrival)

    def _news(self, source: "Source") -> None:
        from reportedly.reports.collecting.standing import stamp

        standing = self._standings[source.key]
        self._standings[source.key] = replace(standing, news=stamp(datetime.now(UTC)))

    def _stand(self, source: "Source", standing: "Standing") -> None:
        """Where a source stands after a visit: said where it fails, answers again, or is silent."""
        from reportedly.reports import InputProblem

        before = self._standings[source.key]
        standing = self._remember(source, standing)
        if standing.problem is not None:
            if not self._every or standing.problem != before.problem:
                self._run.say(InputProblem(name=source.name, what=standing.problem))
        elif standing.answered is not None and before.problem is not None:
            self._run.say(InputProblem(name=source.name, what="answers again", severity="note"))
        if standing.problem is None and standing.is_silent(datetime.now(UTC)):
            what = f"silent: nothing new since {standing.news or standing.since}"
            self._say_once(InputProblem(name=source.name, what=what, severity="note"))

    def _remember(self, source: "Source", standing: "Standing") -> "Standing":
        kept = self._standings[source.key] = replace(standing, news=self._standings[source.key].news)
        self._ledger.remember(source.key, json.encode(kept).decode())
        return kept

    def _say_once(self, problem: "InputProblem") -> None:
        said = (problem.name, problem.what)
        if said not in self._said:
            self._said.add(said)
            self._run.say(problem)

    def _say_waiting(self, due: set[str]) -> None:
        from reportedly.reports import InputProblem

        for source in self._sources:
            standing = self._standings[source.key]
            if source.key not in due:
                what = f"not asked before {standing.wait}, as its server wishes ({standing.problem})"
                self._run.say(InputProblem(name=source.name, what=what, severity="note"))

    def _show(self, board: "Live | None") -> None:
        if board is not None:
            from reportedly.cli.renderers.sources import table

            board.update(table(self._standings.values(), datetime.now(UTC)))

    def _sum_up(self, due: "list[Source]", counts: Counter[str]) -> None:
        failed = sum(self._standings[source.key].problem is not None for source in due)
        if self._every and not any(counts[name] for name in _ORDER if name != "known"):
            return
        said = [f"{counts[name]:,} {name}" for name in _ORDER if counts[name]]
        asked = f"{len(due)} sources asked" if len(due) != 1 else "1 source asked"
        typer.echo(f"{asked}: {', '.join(said) or 'nothing'}{f'; {failed} failed' if failed else ''}", err=True)


@contextmanager
def _board() -> "Iterator[Live | None]":
    """A table that keeps itself up to date, on a terminal only."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.live import Live

    with Live(console=Console(stderr=True), refresh_per_second=4) as board:
        yield board
