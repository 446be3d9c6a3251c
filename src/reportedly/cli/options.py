"""The options that several commands share."""

from typing import Annotated, Literal, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.reports import Overrides

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .pdf .json .jsonl .warc .wacz .csv .xlsx .rss .atom, Telegram result.json), "
        "addresses (https://...), or - for standard input.",
        show_default=False,
    ),
]
Lines = Annotated[str, typer.Argument(metavar="IN.jsonl", help="Readings, one a line; - for standard input.")]
Output = Annotated[
    Optional[str],  # noqa: UP045  (Typer reads it at run time)
    typer.Option("-o", "--output", metavar="FILE", help="Write here; the file appears whole or not at all."),
]
Incidents = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="FILE", help="Write the incidents too: one a line, with what each is part of."),
]
Published = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="DATE", help="When the report was published: an ISO date or date-time."),
]
Publisher = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="NAME", help='Who published it, e.g. "The Moscow Times" or "telegram:shot_shot".'),
]
Url = Annotated[Optional[str], typer.Option(metavar="URL", help="Where it was published.")]  # noqa: UP045
Language = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="CODE", help="Its language (en, ru, uk); recognised if not given."),
]
Words = Annotated[
    Optional[Literal["en", "ru", "uk"]],  # noqa: UP045
    typer.Option(help="The language of explanations, captions and labels; else that of the settings."),
]
Key = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="KEY", help="Checkpoints must be signed with it: NAME+ID+KEY, as verify --checkpoint says."),
]
Db = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(metavar="PLACE", help="The ledger: a file or a postgresql:// address; else that of the settings."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 if there is a finding of severity error.")]


def overrides(published: str | None, publisher: str | None, url: str | None, language: str | None) -> Overrides:
    """The four options as one record. Raises ``InputError`` for a date or a language that is none."""
    from reportedly.reports.intake import iso
    from reportedly.reports.language import checked
    from reportedly.reports.material import Unreadable

    if published is not None and iso(published) is None:
        raise InputError(f"--published {published}: not an ISO date (like 2025-07-01)")
    try:
        code = checked(language) if language else None
    except Unreadable as error:
        raise InputError(f"--language: {error}") from None
    return Overrides(published=iso(published) if published else None, publisher=publisher, url=url, language=code)
