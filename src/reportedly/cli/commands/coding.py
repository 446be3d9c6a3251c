"""``reportedly coding``: claims coded by people, blind, by a codebook; how far they agree; what differs, settled."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Output

if TYPE_CHECKING:
    from reportedly.review.alpha import Value
    from reportedly.review.coding import Agreement, Codebook, Coding

Book = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--codebook", metavar="FILE.toml", help="Your own codebook; else the closed lists of a claim."),
]
By = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="NAME", help="Who does it, for the record; else the user's name."),
]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help="Code claims blindly, and agree.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    for command in (codebook, assign, sheet, code, agreement, adjudicate, export):
        group.command(command.__name__)(command)
    app.add_typer(group, name="coding")


def _group() -> None:
    """Code claims blindly, and agree."""


def codebook(book: Book = None) -> None:
    """Print the codebook, as a file to start your own from."""
    from reportedly.cli import sheets

    typer.echo(sheets.as_toml(sheets.codebook(book)), nl=False)


def assign(
    subjects: Annotated[list[str], typer.Argument(metavar="SUBJECT...", help="REPORT#CLAIM, or incident:LABEL.")],
    to: Annotated[list[str], typer.Option(metavar="NAME", help="A coder; two at least.")],
    book: Book = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Give claims to two coders or more."""
    from reportedly.cli import sheets
    from reportedly.cli.ledger import opened, user
    from reportedly.review import coding

    asked = sheets.codebook(book)
    with opened(db) as ledger:
        found = sheets.claims(ledger)
        refs = [ref for subject in subjects for ref in _named(subject, {r: c.incident for r, (_, c) in found.items()})]
        coding.assign(ledger, asked, refs, to, by=by or user())
    typer.echo(f"{len(refs):,} claims given to {', '.join(sorted(set(to)))} under codebook {asked.version}", err=True)


def _named(subject: str, incidents: dict[str, str | None]) -> list[str]:
    """The claims that a subject names. Raises ``InputError`` for an incident or a claim that is not there."""
    label = subject.removeprefix("incident:")
    found = [ref for ref, incident in incidents.items() if (incident if label != subject else ref) == label]
    if not found:
        raise InputError(f"{subject}: no such {'claim' if label == subject else 'incident'}")
    return found


def sheet(output: Output = None, book: Book = None, by: By = None, db: Db = None) -> None:
    """Write the sheet of a coder (CSV): what waits, without anybody else's codes or a machine's."""
    from reportedly.cli import sheets
    from reportedly.cli.ledger import opened, user
    from reportedly.cli.output import opened as written
    from reportedly.publish.exports.cells import to_csv
    from reportedly.review import coding

    asked, coder = sheets.codebook(book), by or user()
    with opened(db) as ledger:
        refs, done = coding.waiting(ledger, asked.version, coder)
        rows = list(sheets.blank(sheets.claims(ledger), asked, refs))
    with written(output) as stream:
        stream.writelines(to_csv((*sheets.COLUMNS, *asked.fields), rows))
    typer.echo(f"{len(rows):,} claims wait for {coder}, {done:,} are done", err=True)


def code(
    filled: Annotated[str, typer.Argument(metavar="SHEET", help="A sheet of `coding sheet` (CSV, XLSX), filled.")],
    book: Book = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Put the codes of a filled sheet on record.

    A row that the codebook does not allow is named and left out; blank rows wait on.
    """
    from reportedly.cli import sheets
    from reportedly.cli.ledger import opened, user
    from reportedly.ledger import LedgerError
    from reportedly.reports.material import printable
    from reportedly.review import coding

    asked, coder, made, refused, blank = sheets.codebook(book), by or user(), 0, 0, 0
    with opened(db) as ledger:
        for ref, values in list(sheets.filled(filled, asked)):
            if values is None:
                blank += 1
                continue
            try:
                coding.code(ledger, asked, ref, values, coder=coder)
                made += 1
            except LedgerError as error:
                refused += 1
                typer.echo(f"reportedly: {filled}: {printable(f'{ref}: {error}')}", err=True)
    typer.echo(f"{made:,} claims coded by {coder}, {blank:,} left blank, {refused:,} left out", err=True)
    raise typer.Exit(2 if refused else 0)


def agreement(
    book: Book = None,
    format: Annotated[Literal["text", "json"], typer.Option(metavar="FORMAT", help="text or json.")] = "text",
    db: Db = None,
) -> None:
    """Say how far coders agree (Krippendorff's alpha, field by field), and what waits to be settled."""
    import msgspec

    from reportedly.cli import sheets
    from reportedly.cli.ledger import opened
    from reportedly.review import coding

    asked = sheets.codebook(book)
    with opened(db) as ledger:
        found, open_ = coding.agreement(ledger, asked), coding.unsettled(ledger, asked.version)
    if format == "json":
        said = {"codebook": asked.version, "fields": found, "unsettled": list(open_.values())}
        typer.echo(msgspec.json.encode(said).decode())
        return
    typer.echo("\n".join(_agreed(found, open_)))


def _agreed(found: "tuple[Agreement, ...]", open_: "dict[str, tuple[Coding, ...]]") -> Iterator[str]:
    from reportedly.reports.material import printable

    yield f"{'field':<16}{'alpha':>7}{'units':>7}{'differ':>8}"
    for one in found:
        said = "–" if one.alpha is None else f"{one.alpha:.3f}"
        yield f"{one.field:<16}{said:>7}{one.units:>7,}{len(one.differ):>8,}"
    for ref, codes in open_.items():
        for name in (one.field for one in found):
            answers = {one.coder: one.values.get(name) for one in codes}
            if len(set(answers.values())) > 1:
                yield printable(f"to settle: {ref}: {name}: " + ", ".join(f"{w} {a}" for w, a in answers.items()))


def adjudicate(
    subject: Annotated[str, typer.Argument(metavar="REPORT#CLAIM", help="A claim of which all coders are done.")],
    answers: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="Answers to all questions.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
    book: Book = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Settle what coders differ on; by somebody who did not code it."""
    from reportedly.cli import sheets
    from reportedly.cli.ledger import opened, user
    from reportedly.review import coding

    asked = sheets.codebook(book)
    with opened(db) as ledger:
        made = coding.adjudicate(ledger, asked, subject, _answers(answers, asked), by=by or user(), reason=reason)
    typer.echo(f"{made.id}: {made.subject} settled")


def _answers(said: list[str], book: "Codebook") -> "dict[str, Value]":
    from reportedly.cli import sheets

    found: dict[str, Value] = {}
    for one in said:
        name, _, answer = one.partition("=")
        found[name] = sheets.value(book.fields[name], answer) if name in book.fields else answer
    return found


def export(output: Output = None, book: Book = None, db: Db = None) -> None:
    """Export the codes of claims that all coders are done with and that the gate lets out, as CSV.

    Coders are numbered, not named.
    """
    from reportedly.cli import sheets
    from reportedly.cli.commands.export import outgoing
    from reportedly.cli.ledger import opened
    from reportedly.cli.output import opened as written
    from reportedly.publish.exports.cells import to_csv
    from reportedly.review import coding

    asked = sheets.codebook(book)
    with opened(db) as ledger:
        done, settled = coding.finished(ledger, asked.version), coding.adjudicated(ledger, asked.version)
        out = outgoing(ledger)
    names = sorted({one.coder for codes in done.values() for one in codes})
    rows = [
        (ref, asked.version, who, *(one.values.get(name, "") for name in asked.fields))
        for ref, codes in done.items()
        if ref in out.by_ref
        for who, one in [
            *((f"coder {names.index(one.coder) + 1}", one) for one in codes),
            *(("settled", settled[ref]) for _ in codes[:1] if ref in settled),
        ]
    ]
    with written(output) as stream:
        stream.writelines(to_csv(("ref", "codebook", "by", *asked.fields), rows))
    let = len({row[0] for row in rows})
    typer.echo(f"{let:,} claims exported, {len(done) - let:,} held by the gate", err=True)
