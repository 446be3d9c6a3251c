"""What the desk shows: incidents, findings and names as rows, and what claims are sorted and counted by.

The tables are filled from the log by `migrate.prepare`, as everything that is made from it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Columns and tables."""
    for name in ("came", "gone"):
        op.add_column("readings", sa.Column(name, _NUMBER))
    _ended("readings", "gone")
    op.create_index("readings_came", "readings", ["came", "since", "gone", "report"])
    _claims()
    _happenings()
    _findings()
    _names()


def _ended(table: str, column: str) -> None:
    """An index of the rows that hold no longer."""
    there = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"{table}_{column}", table, [column], sqlite_where=there, postgresql_where=there)


def _claims() -> None:
    for column in (
        sa.Column("gone", _NUMBER),
        sa.Column("spot", sa.Text()),
        sa.Column("spot_country", sa.String(2)),
        sa.Column("spot_lat", sa.Float()),
        sa.Column("spot_lon", sa.Float()),
        sa.Column("spot_kind", sa.String(16)),
        sa.Column("spot_id", _NUMBER),
        sa.Column("spot_disputed", sa.Boolean()),
        sa.Column("waits", sa.String(8)),
        sa.Column("over", sa.String(32)),
        sa.Column("doubt", sa.Float(), nullable=False, server_default="0"),
        sa.Column("stake", sa.Float(), nullable=False, server_default="0"),
        sa.Column("weight", sa.Float()),
    ):
        op.add_column("claims", column)
    _ended("claims", "gone")
    op.create_index("claims_weight", "claims", ["weight", "row"])
    op.create_index("claims_waits", "claims", ["waits", "over", "row", "since", "gone"])


def _happenings() -> None:
    op.create_table(
        "happenings",
        sa.Column("label", sa.Text(), primary_key=True),
        sa.Column("since", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("until", _NUMBER),
        sa.Column("sign", sa.String(12), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("start", sa.String(32)),
        sa.Column("ends", sa.String(32)),
        sa.Column("place", sa.Text()),
        sa.Column("country", sa.String(2)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("kind", sa.String(16)),
        sa.Column("geonameid", _NUMBER),
        sa.Column("disputed", sa.Boolean()),
        sa.Column("events", sa.Text(), nullable=False),
        sa.Column("reports", _NUMBER, nullable=False),
        sa.Column("claims", _NUMBER, nullable=False),
    )
    op.create_index("happenings_day", "happenings", ["day", "reports", "claims", "label", "since", "until"])
    op.create_index("happenings_there", "happenings", ["place", "start"])
    op.create_index("happenings_near", "happenings", ["lat", "lon"])
    for column in ("sign", "since"):
        op.create_index(f"happenings_{column}", "happenings", [column])
    _ended("happenings", "until")


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("row", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("entry", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text()),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("relation", sa.String(16)),
        sa.Column("severity", sa.String(8), nullable=False),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("gone", _NUMBER),
    )
    for column in ("report", "digest", "since"):
        op.create_index(f"findings_{column}", "findings", [column])
    _ended("findings", "gone")
    op.create_index("findings_kind", "findings", ["kind", "row"])
    op.create_index("findings_severity", "findings", ["relation", "severity", "report", "row"])
    op.create_table(
        "about",
        sa.Column("row", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("report", sa.Text(), primary_key=True),
        sa.Column("claim", sa.Text(), primary_key=True),
    )
    op.create_index("about_claim", "about", ["report", "claim"])


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("reading", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("since", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("role", sa.String(9), primary_key=True),
        sa.Column("mark", sa.String(12), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("gone", _NUMBER),
    )
    op.create_index("names_mark", "names", ["mark", "role", "since"])
    for column in ("report", "since"):
        op.create_index(f"names_{column}", "names", [column])
    _ended("names", "gone")
