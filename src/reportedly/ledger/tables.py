"""The tables. ``entries`` and ``blobs`` are the ledger; every other table is made from them and can be made anew.

``since``/``until`` are numbers of entries: a row holds from the entry ``since`` on and no longer from ``until`` on.
This is when something was *known*; ``start``/``ends`` of a claim say when it *was so*.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()
_Number = BigInteger().with_variant(Integer, "sqlite")

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
    Index("readings_report", "report"),
    Index("readings_since", "since"),
)

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
    Index("claims_report", "report"),
    Index("claims_start", "start"),
    Index("claims_place", "place"),
    Index("claims_since", "since"),
)

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

DERIVED = (subjects, reports, readings, claims, rooms, labels, weighed, decisions, people, erasures)
"""Made from the log, in an order in which they can be filled; the index of words is made with ``claims``."""
