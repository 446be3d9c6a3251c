"""Where the linker finds people's claims.

Rows of a table made from the log, for what was stated before; reports have theirs since 0005.
"""

import msgspec
import sqlalchemy as sa
from alembic import op

from reportedly.ledger.log import opened
from reportedly.ledger.rooms import stands
from reportedly.model import Claim

revision = "0006"
down_revision = "0005"

_STATED = sa.text(
    "SELECT p.since AS seq, e.data AS stated FROM people p JOIN entries e ON e.seq = p.since"
    " WHERE e.data IS NOT NULL ORDER BY p.since"
)


def upgrade() -> None:
    """Rows, filled from the log."""
    connection = op.get_bind()
    put = sa.text("INSERT INTO rooms (room, reading) VALUES (:room, :reading)")
    for row in connection.execute(_STATED).all():
        content = opened(row.stated, row.seq)
        claims = msgspec.convert(content["claims"], tuple[Claim, ...])
        found = sorted(stands(content["claim"]["quote"], content["claim"].get("published"), claims))
        if found:
            connection.execute(put, [{"room": room, "reading": row.seq} for room in found])
