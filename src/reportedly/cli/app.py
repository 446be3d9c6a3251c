"""The application: commands are discovered in `reportedly.cli.commands`, one module each, and imported when called."""

import importlib
import os
import sys
from collections.abc import Sequence
from pkgutil import iter_modules

import typer

from reportedly.cli import commands
from reportedly.cli.failure import InputError

INTERRUPTED = 130


def build() -> typer.Typer:
    """The whole application. Each command module has a ``register(app)``."""
    app = typer.Typer(
        name="reportedly",
        help="Take reports of armed conflict apart into claims with their sources, and show what does not hold.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_top)
    for entry in iter_modules(commands.__path__):
        importlib.import_module(f"{commands.__name__}.{entry.name}").register(app)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"reportedly {version('reportedly')}")
        raise typer.Exit


def _top(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Take reports of armed conflict apart into claims with their sources, and show what does not hold."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. A failure is one line on standard error, never a traceback."""
    try:
        result = typer.main.get_command(build()).main(list(arguments), prog_name="reportedly", standalone_mode=False)
    except InputError as error:
        _complain(str(error))
        return 2
    except typer.TyperException as error:
        return _usage(error)
    except typer.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _complain("interrupted")
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output has gone (`| head`; Typer makes an exit of it); Python would complain again when
        # it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:  # the last resort: a fault of ours must not spill a traceback over the user's terminal
        if os.environ.get("REPORTEDLY_DEBUG"):
            raise
        _complain(f"a fault of ours: {type(fault).__name__}: {fault} (REPORTEDLY_DEBUG=1 shows where)")
        return 2
    return result if isinstance(result, int) else 0


def _usage(error: typer.TyperException) -> int:
    """A wrong option or argument: what is wrong, and where help is. Without a command: the help itself."""
    context = getattr(error, "ctx", None)
    message = str(getattr(error, "format_message", lambda: error)())
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(message)
        return 2
    _complain(f"{message.rstrip('.')} (see {context.command_path if context else 'reportedly'} --help)")
    return 2


def _complain(text: str) -> None:
    from reportedly.reports.material import printable

    print(f"reportedly: {printable(text)}", file=sys.stderr)
