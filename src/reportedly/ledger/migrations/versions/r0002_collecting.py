"""What collecting needs: a digest of what a report says, and where each source stands."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.canonical import said
from reportedly.ledger.log import opened

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A column, filled from the log, and a table."""
    op.create_table(
        "sources",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.add_column("reports", sa.Column("content", sa.String(64), nullable=True))
    connection = op.get_bind()
    kept = sa.text(
        "SELECT seq, data FROM entries WHERE kind = 'report' AND data IS NOT NULL AND seq > :seq ORDER BY seq LIMIT 500"
    )
    fill = sa.text("UPDATE reports SET content = :content WHERE since = :seq")
    last = 0
    while rows := connection.execute(kept, {"seq": last}).all():
        connection.execute(fill, [{"seq": seq, "content": said(opened(data, seq)["report"])} for seq, data in rows])
        last = rows[-1].seq
    op.create_index("reports_content", "reports", ["content"])
