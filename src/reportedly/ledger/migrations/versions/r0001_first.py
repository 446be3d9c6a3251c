"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _number(name: str, *, key: bool = False, null: bool = False) -> sa.Column[int]:
    if key:
        return sa.Column(name, _NUMBER, primary_key=True, autoincrement=False)
    return sa.Column(name, _NUMBER, nullable=null)


def _text(name: str, *, length: int | None = None, key: bool = False, null: bool = False) -> sa.Column[str]:
    kind = sa.String(length) if length else sa.Text()
    return sa.Column(name, kind, primary_key=True) if key else sa.Column(name, kind, nullable=null)


def upgrade() -> None:
    """Log, bytes, tables made from the log, words."""
    _log()
    _made()
    _claims()
    _index()
    if op.get_bind().dialect.name == "sqlite":
        op.execute('CREATE VIRTUAL TABLE words USING fts5(stems, tokenize = "unicode61 remove_diacritics 0")')
    else:
        op.execute("CREATE TABLE words (rowid BIGINT PRIMARY KEY, stems TEXT[] NOT NULL)")
        op.execute("CREATE INDEX words_stems ON words USING gin (stems)")


def _log() -> None:
    op.create_table("meta", _text("name", length=40, key=True), _text("value"))
    op.create_table(
        "entries",
        _number("seq", key=True),
        _text("kind", length=16),
        _text("at", length=32),
        _text("body", length=64),
        _text("prev", length=64),
        _text("hash", length=64),
        sa.Column("data", sa.LargeBinary(), nullable=True),
    )
    op.create_table(
        "blobs",
        _text("sha256", length=64, key=True),
        _number("size"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )


def _made() -> None:
    op.create_table("subjects", _number("seq", key=True), _text("report", key=True))
    op.create_table(
        "reports",
        _text("id", key=True),
        _number("since"),
        _text("key", length=64),
        _text("raw", length=64),
        _text("url", null=True),
        _text("revision_of", null=True),
    )
    op.create_table(
        "readings",
        _number("seq", key=True),
        _text("report"),
        _text("version", null=True),
        *(_number(name, null=True) for name in ("since", "until", "rejected")),
    )
    op.create_table(
        "labels",
        _text("report", key=True),
        _text("claim", key=True),
        _number("since", key=True),
        _number("until", null=True),
        _text("incident", null=True),
    )
    op.create_table(
        "weighed", _text("finding", length=64, key=True), _number("since", key=True), _number("until", null=True)
    )
    op.create_table("decisions", _number("since", key=True), _text("id"), _text("kind", length=16), _text("subject"))
    op.create_table("people", _text("id", key=True), _number("since"))
    op.create_table("erasures", _number("since", key=True), _text("digest", length=64, key=True))


def _claims() -> None:
    op.create_table(
        "claims",
        _number("row", key=True),
        _number("reading"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("report"),
        _text("claim"),
        *(_text(name, length=16) for name in ("event", "polarity", "certainty")),
        *(_text(name, length=32, null=True) for name in ("start", "ends")),
        _text("place", null=True),
        _text("country", length=2, null=True),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        _number("since"),
        _number("until", null=True),
    )


def _index() -> None:
    for table, columns in (
        ("entries", "at"),
        ("subjects", "report"),
        ("reports", "since raw url revision_of"),
        ("readings", "report since"),
        ("claims", "report start place since"),
        ("labels", "incident"),
        ("decisions", "subject"),
        ("erasures", "digest"),
    ):
        for column in columns.split():
            op.create_index(f"{table}_{column}", table, [column])
    op.create_index("reports_key", "reports", ["key"], unique=True)
