"""``reportedly users``: who may use the desk from another address, and with which tokens."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.failure import InputError

if TYPE_CHECKING:
    from reportedly.desk.people import Store

_ROLES = "reader, reviewer, editor or admin."
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with, as it is put on record.")]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help=_ROLES)]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help="Users of the desk, their roles and tokens.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    for command in (add, role, password, disable, enable, token, revoke):
        group.command(command.__name__)(command)
    group.command("list")(list_)
    app.add_typer(group, name="users")


def _group() -> None:
    """Users of the desk, their roles and tokens."""


@contextmanager
def _store() -> Iterator["Store"]:
    from reportedly.cli.settings import home
    from reportedly.desk.people import Refused, Store

    try:
        yield Store(home() / "desk.db")
    except Refused as error:
        raise InputError(str(error)) from None
    except OSError as error:
        raise InputError(f"{error.filename or home()}: {(error.strerror or str(error)).lower()}") from None


def _done(store: "Store", what: str) -> None:
    """Say it, and put it on record beside what is changed through the desk."""
    from reportedly.cli.ledger import user
    from reportedly.desk.people.changes import note

    note(store, user(), "command line", what)
    typer.echo(what)


def _password() -> str:
    """Asked for twice at a terminal; in a pipe the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def add(name: Name, as_: RoleOption = "reviewer") -> None:
    """Add a user; the password is asked for, or read from standard input."""
    from reportedly.desk.people import accounts

    with _store() as store:
        accounts.add(store, name, as_, _password())
        _done(store, f"user {name} added as {as_}")


def role(name: Name, role: Annotated[str, typer.Argument(metavar="ROLE", help=_ROLES)]) -> None:
    """Give a user another role."""
    from reportedly.desk.people import accounts

    with _store() as store:
        accounts.set_role(store, name, role)
        _done(store, f"user {name} is {role}")


def password(name: Name) -> None:
    """Set another password; the user's sessions end."""
    from reportedly.desk.people import accounts

    with _store() as store:
        accounts.set_password(store, name, _password())
        _done(store, f"user {name} has another password")


def disable(name: Name) -> None:
    """Shut a user out; sessions and tokens are no longer good."""
    from reportedly.desk.people import accounts

    with _store() as store:
        accounts.disable(store, name)
        _done(store, f"user {name} disabled")


def enable(name: Name) -> None:
    """Let a disabled user in again."""
    from reportedly.desk.people import accounts

    with _store() as store:
        accounts.enable(store, name)
        _done(store, f"user {name} enabled")


def list_() -> None:
    """List users, then tokens."""
    from datetime import UTC, datetime

    from reportedly.desk.people.accounts import users
    from reportedly.desk.people.tokens import tokens

    def day(seconds: int) -> str:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()

    with _store() as store:
        for user in users(store):
            typer.echo(f"{user.name}\t{user.role}" + (f"\tdisabled {day(user.disabled)}" if user.disabled else ""))
        for token in tokens(store):
            end = f"revoked {day(token.revoked)}" if token.revoked else f"until {day(token.until)}"
            typer.echo(f"rp_{token.id}\t{token.name}\t{token.scope}\t{end}")


def token(
    name: Name,
    scope: Annotated[str, typer.Option(metavar="SCOPE", help="public (what has passed the gate) or desk.")] = "public",
    days: Annotated[int, typer.Option(metavar="N", help="How long it is good.")] = 90,
) -> None:
    """Make a token for a program that reads the API; it is shown this once."""
    from reportedly.desk.people import tokens
    from reportedly.desk.people.changes import note

    with _store() as store:
        made = tokens.grant(store, name, scope, days)
        note(store, name, "command line", f"token {made.split('_')[1]} for {scope}")
        typer.echo(made)


def revoke(token: Annotated[str, typer.Argument(metavar="TOKEN", help="Its id, rp_ and what follows.")]) -> None:
    """Make a token no longer good."""
    from reportedly.desk.people import tokens

    with _store() as store:
        id = token.removeprefix("rp_").partition("_")[0]
        tokens.revoke(store, id)
        _done(store, f"token {id} revoked")
