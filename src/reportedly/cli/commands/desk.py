"""``reportedly desk``: the web desk, over a ledger or over reports at hand."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Language, Published, Publisher, Url, overrides
from reportedly.reports import Overrides

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("desk")(desk)


def desk(
    inputs: Annotated[
        Optional[list[str]],  # noqa: UP045  (Typer reads it at run time)
        typer.Argument(metavar="[INPUT...]", help="Reports to look at; nothing is kept. Without any: the ledger."),
    ] = None,
    db: Db = None,
    port: Annotated[int, typer.Option(min=1024, max=65535, help="The port on 127.0.0.1.")] = 8321,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Who decides, as it is put on record; else the user's name."),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Open the desk at http://127.0.0.1:8321 until interrupted."""
    if inputs and db:
        raise InputError("either INPUT or --db: to put reports into a ledger, use reportedly add")
    defaults = overrides(published, publisher, url, language)
    from reportedly import pipeline
    from reportedly.cli.ledger import opened, user
    from reportedly.cli.settings import home
    from reportedly.desk import application, serve

    _free(port)
    with ExitStack() as stack:
        ledger = _passing(stack, inputs, defaults) if inputs else stack.enter_context(opened(db))
        app = application(ledger, pipeline.references(home()), port=port, person=by or user())
        print(f"The desk is open at http://127.0.0.1:{port} (Ctrl-C closes it)", flush=True)
        serve(app, port=port)


def _passing(stack: ExitStack, inputs: list[str], defaults: Overrides) -> "Ledger":
    """A ledger of the inputs that is gone when the desk closes."""
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.settings import home
    from reportedly.desk.session import fill, passing_ledger

    run = Run()
    readings = [r for report in run.reports(inputs, defaults) if (r := run.attempt(pipeline.read, report)) is not None]
    if not readings:
        raise InputError("nothing to look at")
    ledger = stack.enter_context(passing_ledger())
    fill(ledger, readings, pipeline.references(home()))
    return ledger


def _free(port: int) -> None:
    """Said before anything is read, and in one line."""
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise InputError(f"port {port} is taken (--port chooses another)") from None
