"""The schema and its history. `ensure` brings a database to HEAD; Alembic is imported only when there is something to do."""

from pathlib import Path

from sqlalchemy import inspect, text

from labelwright.db import Database
from labelwright.migrations import tables as tables
from labelwright.settings import SettingError

VERSIONS = Path(__file__).parent / "versions"


def head() -> str:
    """The newest revision: file names are `NNNN_title.py`, the revision id is the number."""
    return max(file.stem.split("_")[0] for file in VERSIONS.glob("[0-9]*.py"))


def current(db: Database) -> str | None:
    with db.read() as tx:
        if not inspect(tx).has_table("alembic_version"):
            return None
        return tx.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def ensure(db: Database) -> None:
    """Raises SettingError when the database is not ours or is of a newer version; nothing is written then."""
    db.check()
    if db.path is None or db.path.exists():
        refuse_foreign(db)
    revision = current(db) if db.path is None or db.path.exists() else None
    if revision == head():
        return
    if revision is not None and revision > head():
        raise SettingError(
            f"The database was written by a newer version of Labelwright (schema {revision}, this one knows {head()}). Upgrade Labelwright."
        )
    upgrade(db)


def refuse_foreign(db: Database) -> None:
    with db.read() as tx:
        if inspect(tx).has_table("django_migrations"):
            raise SettingError(
                f"{db.path or db.url.render_as_string(hide_password=True)} was made by Label Studio. Labelwright does not touch it; choose another data directory or database."
            )


def upgrade(db: Database) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["engine"] = db.engine
    command.upgrade(config, "head")
