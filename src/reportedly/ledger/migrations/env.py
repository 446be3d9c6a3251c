"""Alembic's entry: the connection is handed over by `reportedly.ledger.migrate`."""

from alembic import context

from reportedly.ledger.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
