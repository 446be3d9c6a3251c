"""Reports in, checked claims out: who says what about an attack, on whose word, and what does not hold together.

>>> import reportedly
>>> reading = reportedly.check("Two people were killed in Sumy, the mayor said.", published="2025-04-13")
>>> reading.claims[0].event
'casualties'
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.model import Claim, Finding, Place, Quantity, Reading, Report, Source, TimeSpan

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.pages.html import Picture

__all__ = [
    "Claim",
    "Finding",
    "Place",
    "Quantity",
    "Reading",
    "Report",
    "Source",
    "TimeSpan",
    "check",
    "link",
    "open_ledger",
    "picture",
    "read",
    "weigh",
]


def read(
    report: str | Report,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Reading:
    """The claims of a text. ``published`` is an ISO date or date-time; without one no year is guessed.

    Raises ``ValueError`` where the language of a text cannot be told, ``LookupError`` where a report is in one that
    cannot be read.
    """
    from reportedly import pipeline

    return pipeline.read(_report(report, published, publisher, url, language))


def check(
    report: str | Report,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Reading:
    """The claims of a text and the findings that it shows by itself. Arguments and errors as for `read`."""
    from reportedly import pipeline

    return pipeline.check(pipeline.read(_report(report, published, publisher, url, language)))


def link(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with an incident on every claim that is about one happening."""
    from reportedly import pipeline

    return pipeline.link(readings)


def weigh(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """The findings across linked readings."""
    from reportedly import pipeline

    return pipeline.weigh(readings)


def picture(readings: Sequence[Reading]) -> "Picture":
    """Linked readings as a picture for a notebook: texts, findings, and each incident's figures and family tree.

    Its ``html`` is the whole page. Raises ``ValueError`` for no readings.
    """
    from reportedly.pages.html import Picture

    if not readings:
        raise ValueError("no readings to show")
    return Picture(readings, weigh(readings))


def open_ledger(place: str | Path, *, create: bool = True) -> "Ledger":
    """The ledger in a file or at a ``postgresql://`` address; made if there is none.

    Raises ``reportedly.ledger.LedgerError`` for something else, its ``NoLedger`` for none where not ``create``.
    """
    from reportedly import ledger

    return ledger.open_ledger(place, create=create)


def _in_a_notebook(reading: Reading) -> str:
    """The annotated page of a reading, in a frame of its own."""
    from reportedly.pages.html import Picture

    return Picture([reading])._repr_html_()


# Set here and not in the model: records know nothing of how they are shown, and the page is loaded when it is wanted.
setattr(Reading, "_repr_html_", _in_a_notebook)  # noqa: B010


def _report(
    report: str | Report, published: str | None, publisher: str | None, url: str | None, language: str | None
) -> Report:
    if isinstance(report, Report):
        return report
    from reportedly import pipeline

    return pipeline.report_of(report, published=published, publisher=publisher, url=url, language=language)
