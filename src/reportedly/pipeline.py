"""The whole flow on one page, on one machine: a report in, claims and findings out."""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportedly.claims import assembly, attribution, triggers
from reportedly.claims.attribution.records import Attribution
from reportedly.claims.confidence import counted, with_confidence
from reportedly.claims.offsets import moved
from reportedly.claims.phrases import Phrases
from reportedly.claims.things import Moment, Things
from reportedly.entities import places as place_entities
from reportedly.entities import publishers, quantities, weapons
from reportedly.entities import times as time_entities
from reportedly.entities.times import TimeExpression
from reportedly.gazetteer import open_gazetteer
from reportedly.languages import codes, fold
from reportedly.mentions import sentences, toponyms
from reportedly.mentions.plain import plain
from reportedly.model import Claim, Finding, Place, Quantity, Reading, Report, TimeSpan
from reportedly.reports.chunks import pieces
from reportedly.reports.language import detect
from reportedly.reports.material import Unreadable

if TYPE_CHECKING:
    from reportedly.findings import DateProblem, References
    from reportedly.incidents import Around, Extended, Link

VERSION = "0.1.0"


def read(report: Report) -> Reading:
    """The claims of one report.

    Raises ``LookupError`` where the language of the report is not one that can be read.
    """
    return Reading(report=report, claims=claims(report))


def claims(report: Report) -> tuple[Claim, ...]:
    """The claims of one report in reading order, each value with the share of like readings that proved right."""
    return with_confidence(report, uncounted(report), counted().slots)


def uncounted(report: Report) -> tuple[Claim, ...]:
    """Claims as the rules give them, before confidence. A long text is read in pieces, so that memory stays bounded."""
    found: list[Claim] = []
    for offset, piece in pieces(report.text):
        part = report if piece is report.text else replace(report, text=piece)
        here = things(part)
        for c in assembly.assemble(here, VERSION):
            own = quantities.renumbered(c.quantities, here.quantities)
            found.append(moved(replace(c, quantities=own), offset))
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(found, 1))


def report_of(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Report:
    """A report of a text at hand, its language told from the text where the caller does not give it.

    Raises ``ValueError`` for a text that cannot be read, saying why.
    """
    try:
        code = language or detect(text)
    except Unreadable as error:
        raise ValueError(str(error)) from None
    return Report(id="text", text=text, published=published, publisher=publisher, url=url, language=code)


def things(report: Report) -> Things:
    """Everything found in one text, each thing with the span of its words."""
    language = report.language or "en"
    if language not in codes():
        raise LookupError(f"no such language: {language}")
    report = replace(report, text=plain(report.text))
    text = report.text
    folded = fold(text)
    split = sentences.split(text, language)
    voices = attribution.attribute(text, split, language, report)
    moments = tuple(_moment(t) for t in time_entities.find(text, language, report.published))
    timed = [m.span for m in moments if m.span[1] - m.span[0] < _SHORT]
    return Things(
        report=report,
        language=language,
        folded=folded,
        sentences=split,
        triggers=tuple(
            t for t in triggers.find(folded, language) if t.strength != "noun" or not _within(t.start, t.end, timed)
        ),
        voices=voices,
        places=tuple(p for p in places(report) if not (p.span and _within(*p.span, timed))),
        moments=moments,
        quantities=_counted(quantities.find(text, language), voices),
        weapons=weapons.find(text, language),
        phrases=Phrases.find(folded, language),
    )


_SHORT = 40
"""How long a time expression may be for a name in it to be no place ("Moscow time", "March 4")."""


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _counted(found: tuple[Quantity, ...], voices: tuple[Attribution, ...]) -> tuple[Quantity, ...]:
    """Without those who speak: "a police officer said" counts nobody."""
    spoken = [s.span for v in voices for s in v.chain if s.span]
    kept = [
        q for q in found if not (q.span and q.value == 1 and any(a < q.span[1] and q.span[0] < b for a, b in spoken))
    ]
    return quantities.renumbered(kept, found)


def places(report: Report) -> tuple[Place, ...]:
    """Every toponym of a report, resolved where the gazetteer and the text allow it."""
    gazetteer = open_gazetteer()
    found = toponyms.find(report.text, report.language or "en", gazetteer)
    home = publishers.region_of(report.publisher)
    return place_entities.resolve(report, found, gazetteer, publisher_region=home)


def times(report: Report) -> tuple[TimeExpression, ...]:
    """Every time expression of a report, anchored to its date of publication where it has one."""
    return time_entities.find(report.text, report.language or "en", report.published)


_LOOSE = frozenset({"open", "duration", "set", "ref"})


def _moment(t: TimeExpression) -> Moment:
    time = None
    if t.from_ and t.to and t.precision:
        time = TimeSpan(text=t.text, start=t.from_, end=t.to, precision=t.precision, span=(t.start, t.end))
    return Moment(span=(t.start, t.end), time=time, stamp=t.stamp, as_of=t.as_of, loose=t.kind in _LOOSE)


@lru_cache(maxsize=2)
def references(home: Path | None = None) -> "References":
    """What findings are checked against: gazetteer, packs, calendar, the series that ship or stand under ``home``."""
    from reportedly.findings import References, Variant, parties
    from reportedly.packs import records

    return References(
        gazetteer=open_gazetteer(),
        series=records.load(home),
        side_of=parties.side_of,
        own_voice=parties.own_voice,
        office_holder=parties.office_holder,
        variants=lambda text, language: [Variant(w, name, *span) for w, name, span in weapons.variants(text, language)],
        date_problems=_date_problems,
    )


def _date_problems(report: Report) -> "list[DateProblem]":
    from reportedly.findings import DateProblem

    problems = time_entities.problems(report.text, report.language or "en", report.published)
    return [DateProblem(p.text, p.start, p.end, p.kind) for p in problems]


def check(reading: Reading, against: "References | None" = None) -> Reading:
    """The reading with the findings that one report can show, against what ships or what the caller has."""
    from reportedly import findings

    return replace(reading, findings=findings.check(reading, against or references()))


def link(readings: Sequence[Reading], told: "Callable[[Link], None] | None" = None) -> tuple[Reading, ...]:
    """The readings with an incident on every claim that is about one; ``told`` is given every link with its reasons."""
    from reportedly import incidents

    return incidents.link(readings, told)


def extend(new: Sequence[Reading], around: "Around", left: Collection[str] = ()) -> "Extended":
    """The incidents of new or changed readings' claims, and of the known ones' that change; see `incidents.extend`."""
    from reportedly import incidents

    return incidents.extend(new, around, left)


def weigh(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """The findings across linked readings."""
    from reportedly.findings import across

    return across.weigh(readings)


def check_many(
    readings: Sequence[Reading], against: "References | None" = None
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """Several readings checked one by one, linked, and weighed against each other."""
    linked = link(tuple(check(r, against) for r in readings))
    return linked, weigh(linked)
