"""``reportedly proof``: what the log holds, shown to somebody who does not have it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Key, Output

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.proofs import Proof


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help="Proofs about the log, after RFC 6962.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    for command in (inclusion, consistency, check):
        group.command(command.__name__)(command)
    app.add_typer(group, name="proof")


def _group() -> None:
    """Proofs about the log, after RFC 6962."""


def inclusion(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="The number of an entry, or report:ID.")],
    output: Output = None,
    db: Db = None,
) -> None:
    """Prove that an entry is in the log.

    The proof holds no content, only hashes and a signed checkpoint of now.
    """
    from reportedly.cli.ledger import opened

    with opened(db) as ledger:
        _write(ledger.inclusion(_number(ledger, entry)), output)


def consistency(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An earlier checkpoint.")],
    output: Output = None,
    db: Db = None,
) -> None:
    """Prove that the log of an earlier checkpoint is the beginning of this one."""
    from msgspec.structs import replace

    from reportedly.cli.checkpoints import kept
    from reportedly.cli.ledger import opened

    earlier = kept(file)
    with opened(db) as ledger:
        _write(replace(ledger.consistency(earlier.checkpoint), earlier=earlier.note), output)


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A proof.")],
    key: Key = None,
) -> None:
    """Check a proof; no ledger is needed. Exits with 1 if it does not hold."""
    from reportedly.cli.checkpoints import given, signature
    from reportedly.ledger import LedgerError
    from reportedly.ledger.checkpoint import parse
    from reportedly.ledger.proofs import read

    wanted = given(key)
    try:
        proof = read(Path(file).read_bytes())
        holds = proof.holds()
        notes = [proof.checkpoint, *([proof.earlier] if hasattr(proof, "earlier") else [])]
        judged = [signature(note, parse(note).origin, wanted) for note in notes]
    except OSError as error:
        raise InputError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    except LedgerError as error:
        raise InputError(f"{file}: {error}") from None
    said = sorted({what for what, _ in judged if what})
    worthless = any(bad for _, bad in judged)
    typer.echo("; ".join(["it holds" if holds else "wrong: it does not hold", *said]), err=True)
    raise typer.Exit(int(not holds or worthless))


def _number(ledger: "Ledger", entry: str) -> int:
    if entry.isascii() and entry.isdigit():
        return int(entry)
    found = next((e for e in ledger.history(entry.removeprefix("report:")) if e.kind == "report"), None)
    if found is None or not entry.startswith("report:"):
        raise InputError(f"{entry}: no such entry (a number, or report:ID)")
    return found.seq


def _write(proof: "Proof", output: str | None) -> None:
    import msgspec

    from reportedly.cli.checkpoints import signed
    from reportedly.cli.output import opened
    from reportedly.ledger.checkpoint import parse

    note, _ = signed(parse(proof.checkpoint))
    with opened(output) as stream:
        stream.write(msgspec.json.encode(msgspec.structs.replace(proof, checkpoint=note)) + b"\n")
