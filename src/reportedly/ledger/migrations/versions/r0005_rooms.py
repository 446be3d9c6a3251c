"""Where the linker finds a reading, and findings by their entry."""

import msgspec
import sqlalchemy as sa
from alembic import op

from reportedly.ledger.log import opened
from reportedly.ledger.rooms import stands
from reportedly.model import Claim

revision = "0005"
down_revision = "0004"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TAKEN = sa.text(
    "SELECT r.seq, e.data AS reading, f.data AS report FROM readings r JOIN entries e ON e.seq = r.seq"
    " JOIN reports p ON p.id = r.report JOIN entries f ON f.seq = p.since WHERE r.since IS NOT NULL"
    " AND e.data IS NOT NULL AND f.data IS NOT NULL AND r.seq > :seq ORDER BY r.seq LIMIT 500"
)


def upgrade() -> None:
    """A table, filled from the log, and an index."""
    op.create_index("weighed_since", "weighed", ["since"])
    op.create_table(
        "rooms",
        sa.Column("room", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("reading", _NUMBER, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    put = sa.text("INSERT INTO rooms (room, reading) VALUES (:room, :reading)")
    last = 0
    while rows := connection.execute(_TAKEN, {"seq": last}).all():
        keys = [{"room": room, "reading": row.seq} for row in rows for room in sorted(_rooms(row))]
        if keys:
            connection.execute(put, keys)
        last = rows[-1].seq


def _rooms(row: "sa.Row[tuple[int, bytes, bytes]]") -> set[int]:
    report = opened(row.report, row.seq)["report"]
    claims = msgspec.convert(opened(row.reading, row.seq)["claims"], tuple[Claim, ...])
    return stands(report["text"], report.get("published"), claims)
