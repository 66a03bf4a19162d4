"""The database for commands that work beside a running server."""

from collections.abc import Iterator
from contextlib import contextmanager

from labelwright import migrations
from labelwright.db import Database
from labelwright.settings import SettingError, Settings


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """An existing database of this version's schema."""
    db = Database(settings.database_url)
    try:
        if db.path is not None and not db.path.exists():
            raise SettingError(f"There is no database at {db.path}. `labelwright init` makes one.")
        db.check()
        migrations.refuse_foreign(db)
        if (revision := migrations.current(db)) != migrations.head():
            raise SettingError(
                f"The database has schema {revision}, this version needs {migrations.head()}: run `labelwright migrate`."
            )
        yield db
    finally:
        db.close()
