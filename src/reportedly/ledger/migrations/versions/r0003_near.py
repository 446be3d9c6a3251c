"""Claims by distance, and a smaller index of words."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.errors import LedgerError

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """SQLite: an index of coordinates, and words without positions, which nobody asks for. PostgreSQL: PostGIS."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE INDEX claims_near ON claims (lat, lon)")
        op.execute("CREATE VIRTUAL TABLE words_3 USING fts5(stems, tokenize = ascii, detail = none)")
        op.execute("INSERT INTO words_3 (rowid, stems) SELECT rowid, stems FROM words")
        op.execute("DROP TABLE words")
        op.execute("ALTER TABLE words_3 RENAME TO words")
        return
    there = op.get_bind().execute(sa.text("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'")).scalar()
    if there is None:
        raise LedgerError("a ledger on PostgreSQL needs PostGIS (Debian: apt install postgresql-postgis)")
    op.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    op.execute("CREATE INDEX claims_near ON claims USING gist ((ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography))")
