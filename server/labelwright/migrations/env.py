"""Run by Alembic."""

from alembic import context

from labelwright.db import metadata
from labelwright.migrations import tables as tables

with context.config.attributes["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
