"""The tables. ``entries`` and ``blobs`` are the ledger; every other table is made from them and can be made anew.

``since``/``until`` are numbers of entries: a row holds from the entry ``since`` on and no longer from ``until`` on.
What is shown also goes where a revision comes in the place of its report: ``gone`` is the first of both.
This is when something was *known*; ``start``/``ends`` of a claim say when it *was so*.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData()
_Number = BigInteger().with_variant(Integer, "sqlite")


def _ended(table: str, column: str) -> Index:
    """An index of the rows that hold no longer: those that do are nearly all, and never looked for by it."""
    there = text(f"{column} IS NOT NULL")
    return Index(f"{table}_{column}", column, sqlite_where=there, postgresql_where=there)


meta = Table("meta", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

entries = Table(
    "entries",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("at", String(32), nullable=False),
    Column("body", String(64), nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("data", LargeBinary, nullable=True),
    Index("entries_at", "at"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", _Number, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

subjects = Table(
    "subjects",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("report", Text, primary_key=True),
    Index("subjects_report", "report"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("since", _Number, nullable=False),
    Column("key", String(64), nullable=False),
    Column("raw", String(64), nullable=False),
    Column("url", Text),
    Column("revision_of", Text),
    Column("content", String(64)),
    Index("reports_since", "since"),
    Index("reports_key", "key", unique=True),
    Index("reports_raw", "raw"),
    Index("reports_url", "url"),
    Index("reports_revision_of", "revision_of"),
    Index("reports_content", "content"),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("report", Text, nullable=False),
    Column("version", Text),
    Column("since", _Number),
    Column("until", _Number),
    Column("rejected", _Number),
    Column("came", _Number),
    Column("gone", _Number),
    Index("readings_report", "report"),
    Index("readings_since", "since"),
    _ended("readings", "gone"),
    Index("readings_came", "came", "since", "gone", "report"),
)
"""A person's claim is its own reading. ``came``: the entry of its report."""

claims = Table(
    "claims",
    metadata,
    Column("row", _Number, primary_key=True, autoincrement=False),
    Column("reading", _Number, nullable=False),
    Column("number", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("event", String(16), nullable=False),
    Column("polarity", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("start", String(32)),
    Column("ends", String(32)),
    Column("place", Text),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("since", _Number, nullable=False),
    Column("until", _Number),
    Column("gone", _Number),
    Column("spot", Text),
    Column("spot_country", String(2)),
    Column("spot_lat", Float),
    Column("spot_lon", Float),
    Column("spot_kind", String(16)),
    Column("spot_id", _Number),
    Column("spot_disputed", Boolean),
    Column("waits", String(8)),
    Column("over", String(32)),
    Column("doubt", Float, nullable=False),
    Column("stake", Float, nullable=False),
    Column("weight", Float),
    Index("claims_report", "report"),
    Index("claims_start", "start"),
    Index("claims_place", "place"),
    Index("claims_since", "since"),
    _ended("claims", "gone"),
    Index("claims_weight", "weight", "row"),
    Index("claims_waits", "waits", "over", "row", "since", "gone"),
)
"""``spot``: the finest place where it happened; ``waits`` and ``over``: what an embargo goes by; ``doubt``, ``stake``
and ``weight``: how much it needs a person's look, at present (``ledger/weight.py``)."""

rooms = Table(
    "rooms",
    metadata,
    Column("room", _Number, primary_key=True, autoincrement=False),
    Column("reading", _Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Where the linker finds a reading: keys of places and words with a day (`ledger.rooms`)."""

labels = Table(
    "labels",
    metadata,
    Column("report", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("until", _Number),
    Column("incident", Text),
    Index("labels_incident", "incident"),
)

weighed = Table(
    "weighed",
    metadata,
    Column("finding", String(64), primary_key=True),
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("until", _Number),
    Index("weighed_since", "since"),
)

happenings = Table(
    "happenings",
    metadata,
    Column("label", Text, primary_key=True),
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("until", _Number),
    Column("sign", String(12), nullable=False),
    Column("day", String(10), nullable=False),
    Column("start", String(32)),
    Column("ends", String(32)),
    Column("place", Text),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("kind", String(16)),
    Column("geonameid", _Number),
    Column("disputed", Boolean),
    Column("events", Text, nullable=False),
    Column("reports", _Number, nullable=False),
    Column("claims", _Number, nullable=False),
    Index("happenings_day", "day", "reports", "claims", "label", "since", "until"),
    Index("happenings_there", "place", "start"),
    Index("happenings_near", "lat", "lon"),
    Index("happenings_sign", "sign"),
    Index("happenings_since", "since"),
    _ended("happenings", "until"),
)
"""Incidents as the claims that are linked to them tell them. ``day``: of ``start``, empty where that is unknown;
``events``: kinds of event, between spaces; ``sign``: its name outside."""

findings = Table(
    "findings",
    metadata,
    Column("row", _Number, primary_key=True, autoincrement=False),
    Column("entry", _Number, nullable=False),
    Column("number", Integer, nullable=False),
    Column("report", Text),
    Column("digest", String(64), nullable=False),
    Column("kind", Text, nullable=False),
    Column("relation", String(16)),
    Column("severity", String(8), nullable=False),
    Column("since", _Number, nullable=False),
    Column("gone", _Number),
    Index("findings_report", "report"),
    Index("findings_digest", "digest"),
    Index("findings_kind", "kind", "row"),
    Index("findings_severity", "relation", "severity", "report", "row"),
    Index("findings_since", "since"),
    _ended("findings", "gone"),
)
"""Findings of readings in force, and across reports (``report`` is NULL); content: ``number`` of ``entry``."""

about = Table(
    "about",
    metadata,
    Column("row", _Number, primary_key=True, autoincrement=False),
    Column("report", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Index("about_claim", "report", "claim"),
)
"""The claims that a finding is about."""

names = Table(
    "names",
    metadata,
    Column("reading", _Number, primary_key=True, autoincrement=False),
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("role", String(9), primary_key=True),
    Column("mark", String(12), primary_key=True),
    Column("name", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("gone", _Number),
    Index("names_mark", "mark", "role", "since"),
    Index("names_report", "report"),
    Index("names_since", "since"),
    _ended("names", "gone"),
)
"""Who publishes a reading (``publisher``), who is quoted in how many of its claims (``source``), and places that no
gazetteer knows (``unknown``)."""

decisions = Table(
    "decisions",
    metadata,
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", Text, nullable=False),
    Index("decisions_subject", "subject"),
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("since", _Number, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("since", _Number, primary_key=True, autoincrement=False),
    Column("digest", String(64), primary_key=True),
    Index("erasures_digest", "digest"),
)

sources = Table(
    "sources", metadata, Column("name", String(64), primary_key=True), Column("state", Text, nullable=False)
)
"""Where collecting stands at each source. It is no evidence: not in the log, not in backups, gone with an erasure."""

words = Table(
    "words",
    MetaData(),
    Column("rowid", _Number, primary_key=True),
    Column("stems", Text().with_variant(ARRAY(Text), "postgresql"), nullable=False),
)
"""The index of words: FTS5 on SQLite, lists of stems with a GIN index on PostgreSQL; made by the migrations alone."""

DERIVED = (
    subjects, reports, readings, claims, rooms, labels, weighed, happenings, findings, about, names, decisions, people,
    erasures,
)  # fmt: skip
"""Made from the log, in an order in which they can be filled; the index of words is made with ``claims``."""
