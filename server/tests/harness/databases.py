"""Fresh databases with the current schema, copied from a template that is migrated once per run."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from harness.postgres import locked, shared_server
from labelwright import migrations
from labelwright.db import Database

Kind = Literal["sqlite", "postgresql"]
KINDS: tuple[Kind, ...] = ("sqlite", "postgresql")
OpenDatabase = Callable[[], str]


@contextmanager
def fresh_database(kind: Kind, directory: Path, shared: Path) -> Iterator[str]:
    """What `--database` takes: a SQLite file in `directory`, or the URL of a PostgreSQL database.

    `shared` is a directory that all workers of the run see.
    """
    if kind == "sqlite":
        path = directory / f"{uuid.uuid4().hex}.sqlite3"
        shutil.copyfile(_sqlite_template(shared), path)
        yield str(path)
    else:
        server = shared_server()
        with server.create(server.template("labelwright_template", _migrate)) as url:
            yield url


@contextmanager
def empty_database(kind: Kind, directory: Path) -> Iterator[str]:
    """The same without a schema: the SQLite file does not exist yet."""
    if kind == "sqlite":
        yield str(directory / f"{uuid.uuid4().hex}.sqlite3")
    else:
        with shared_server().create() as url:
            yield url


def _sqlite_template(shared: Path) -> Path:
    path = shared / "template.sqlite3"
    with locked(shared / "template.lock"):
        if not path.is_file():
            making = shared / "making.sqlite3"
            _migrate(f"sqlite:///{making}")
            making.rename(path)
    return path


def _migrate(url: str) -> None:
    db = Database(url.replace("postgresql://", "postgresql+psycopg://"))
    migrations.ensure(db)
    db.close()
