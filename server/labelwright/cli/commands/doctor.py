"""`labelwright doctor`: looks for what goes wrong in installations, and says what to do."""

import argparse
import shutil
from collections.abc import Iterator

from labelwright.db import Database, Tx
from labelwright.settings import SettingError, Settings

HELP = "Check the installation and say what is wrong."
_LOW_SPACE = 1 << 30


def run(settings: Settings, args: argparse.Namespace) -> int:  # noqa: ARG001
    bad = 0
    for fine, text in _findings(settings):
        print(("ok    " if fine else "WRONG ") + text)
        bad += not fine
    return 1 if bad else 0


def _findings(settings: Settings) -> Iterator[tuple[bool, str]]:
    from labelwright.cli import guards
    from labelwright.cli.opened import opened
    from labelwright.http.pages import web_dir
    from labelwright.keyring import keyring

    try:
        guards.usable_data_dir(settings)
    except SettingError as error:
        yield False, str(error)
        return
    yield True, f"data directory {settings.data_dir}"
    free = shutil.disk_usage(settings.data_dir).free
    yield free > _LOW_SPACE, f"{free / 1e9:.1f} GB free on its disk"
    try:
        keyring(settings)
        yield True, "secret key"
    except SettingError as error:
        yield False, str(error)
    built = (web_dir() / "index.html").is_file()
    yield built, "web app" if built else f"the web app is not built ({web_dir()} has no index.html)"
    try:
        with opened(settings) as db:
            yield True, f"database {db.url.render_as_string(hide_password=True)}"
            yield from _database(db)
            yield _figures(db)
    except SettingError as error:
        yield False, str(error)


def _database(db: Database) -> Iterator[tuple[bool, str]]:
    from sqlalchemy import text

    with db.read() as tx:
        if db.is_sqlite:
            answer = tx.execute(text("PRAGMA quick_check(5)")).scalars().all()
            yield answer == ["ok"], f"SQLite integrity: {', '.join(map(str, answer))}"
            broken = len(tx.execute(text("PRAGMA foreign_key_check")).all())
            yield not broken, f"{broken} rows refer to something that is gone"
        for name in ("organizations", "users", "projects", "tasks", "annotations"):
            count = tx.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()  # noqa: S608
            yield True, f"{count} {name}"
        yield from indexes(tx)


def _figures(db: Database) -> tuple[bool, str]:
    from labelwright.projects import blocks

    with db.read() as tx:
        wrong = list(blocks.wrong(tx))
    if not wrong:
        return True, "figures of projects are what is counted"
    blocks.count_again(db, wrong)
    projects = ", ".join(map(str, sorted({project for project, _ in wrong})))
    return False, f"figures of these projects were not what is counted, and were counted anew: {projects}"


def indexes(tx: Tx) -> Iterator[tuple[bool, str]]:
    from labelwright.datamanager import index_queries, indexable
    from labelwright.datamanager.query import scope_of
    from labelwright.projects import service

    rows = index_queries.everywhere(tx)
    old = {
        index
        for number in {row.project_id for row in rows}
        for index in indexable.outdated(tx, scope_of(tx, service.get(tx, number)))
    }
    for row in rows:
        size = f", {row.size / 1e6:.1f} MB" if row.size else ""
        state = ", of no use any more: it goes when the project's next one is made" if row.id in old else ""
        state = state if row.ready_at else ", being made"
        yield True, f"index of project {row.project_id} on {row.column_id} ({row.kind}{size}){state}"
    for number in index_queries.orphans(tx):
        yield True, f"index {number} is of a project that is gone; it goes when the next one is made"
