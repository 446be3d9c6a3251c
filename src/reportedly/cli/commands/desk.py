"""``reportedly desk``: the web desk, over a ledger or over reports at hand."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Language, Published, Publisher, Url, overrides
from reportedly.reports import Overrides

if TYPE_CHECKING:
    from reportedly.desk.people import Store
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
    log_in: Annotated[
        bool, typer.Option("--log-in", help="Ask for name and password on this machine too (reportedly users add).")
    ] = False,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Serve this address of the machine.")] = "127.0.0.1",
    name: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="HOST", help="A host name by which users reach the desk over HTTPS."),
    ] = None,
    certificate: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="The certificate chain for HTTPS (PEM).", exists=True, dir_okay=False),
    ] = None,
    key: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="Its private key (PEM).", exists=True, dir_okay=False),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Open the desk at http://127.0.0.1:8321 until interrupted."""
    users = log_in or bool(name) or host != "127.0.0.1"
    if inputs and users:
        raise InputError("reports at hand are for the person at this machine: users work on a ledger")
    if inputs and db:
        raise InputError("either INPUT or --db: to put reports into a ledger, use reportedly add")
    defaults = overrides(published, publisher, url, language)
    from reportedly import pipeline
    from reportedly.cli.ledger import CODE_NAMES, opened, user
    from reportedly.cli.settings import home
    from reportedly.desk import application, serve
    from reportedly.review import CodeNames

    _allowed(host, users, certificate, key)
    _free(port, host)
    with ExitStack() as stack:
        ledger = _passing(stack, inputs, defaults) if inputs else stack.enter_context(opened(db))
        app = application(
            ledger,
            pipeline.references(home()),
            port=port,
            person=by or user(),
            store=None if inputs else _store(users),
            log_in=users,
            names=name or (),
            codes=CodeNames(home() / CODE_NAMES),
        )
        scheme, shown = ("https" if certificate else "http"), (name[0] if name and certificate else host)
        print(f"The desk is open at {scheme}://{shown}:{port} (Ctrl-C closes it)", flush=True)
        serve(app, port=port, host=host, certificate=certificate, key=key)


def _allowed(host: str, users: bool, certificate: Path | None, key: Path | None) -> None:
    """Said before anything is read. Raises ``InputError`` for an address that must not be served like this."""
    from reportedly.desk.serving import refuse_open

    if (certificate is None) != (key is None):
        raise InputError("--certificate and --key go together")
    try:
        refuse_open(host, log_in=users, encrypted=certificate is not None)
    except ValueError as error:
        raise InputError(str(error)) from None


def _store(users: bool) -> "Store":
    """The file of the desk itself; where users log in there must be one who can."""
    from reportedly.cli.settings import home
    from reportedly.desk.people import Store, accounts

    store = Store(home() / "desk.db")
    if users and not any(user.disabled is None for user in accounts.users(store)):
        raise InputError("there are no users: reportedly users add NAME --role admin")
    return store


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


def _free(port: int, host: str) -> None:
    """Said before anything is read, and in one line."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise InputError(f"port {port} is taken (--port chooses another)") from None
