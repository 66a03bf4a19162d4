"""`labelwright backup FILE`: everything in one archive, while the server runs."""

import argparse
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path

from labelwright.settings import SettingError, Settings

HELP = "Write database, uploads and key into a .tar archive; works while the server runs."
DATABASE, DUMP, MEDIA, KEY = "database.sqlite3", "database.dump", "media", "env"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="Archive to write; it must not exist.")


def run(settings: Settings, args: argparse.Namespace) -> None:
    from labelwright.cli.opened import opened

    if args.file.exists():
        raise SettingError(f"{args.file} exists already.")
    with opened(settings) as db, tempfile.TemporaryDirectory(dir=args.file.absolute().parent) as scratch:
        if db.path is not None:
            copy = Path(scratch) / DATABASE
            copy_sqlite(db.path, copy)
        else:
            copy = Path(scratch) / DUMP
            run_pg("pg_dump", "--format=custom", f"--file={copy}", f"--dbname={libpq_url(settings)}")
        partial = Path(scratch) / "archive.tar"
        with tarfile.open(partial, "w") as archive:
            # The database first: an upload made meanwhile is then a spare file, never a missing one.
            archive.add(copy, copy.name)
            if (settings.data_dir / ".env").is_file():
                archive.add(settings.data_dir / ".env", KEY)
            if settings.media_dir.is_dir():
                archive.add(settings.media_dir, MEDIA)
        partial.chmod(0o600)
        partial.rename(args.file)
    print(f"{args.file} holds {settings.data_dir}. It contains the secret key: keep it private.")


def copy_sqlite(source: Path, target: Path) -> None:
    """A consistent copy through SQLite's backup interface."""
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as reading, sqlite3.connect(target) as writing:
        reading.backup(writing)
    writing.close()
    reading.close()


def libpq_url(settings: Settings) -> str:
    return settings.database_url.replace("postgresql+psycopg://", "postgresql://", 1)


def run_pg(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        raise SettingError(f"{program} is needed for PostgreSQL; install PostgreSQL's client programs.")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SettingError(f"{program} failed: {done.stderr.strip()}")
