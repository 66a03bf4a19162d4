"""`labelwright restore FILE`: what `backup` wrote, into an empty place."""

import argparse
import shutil
import tarfile
import tempfile
from pathlib import Path

from labelwright.cli import guards
from labelwright.cli.commands.backup import DATABASE, DUMP, KEY, MEDIA, libpq_url, run_pg
from labelwright.settings import SettingError, Settings

HELP = "Put a backup back; the server must be stopped. With --force what is there is replaced."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="Archive made by `labelwright backup`.")
    parser.add_argument("--force", action="store_true", help="Replace the existing database and uploads.")


def run(settings: Settings, args: argparse.Namespace) -> None:
    if not args.file.is_file():
        raise SettingError(f"There is no file {args.file}.")
    guards.usable_data_dir(settings)
    with guards.offline(settings), tempfile.TemporaryDirectory(dir=settings.data_dir) as scratch:
        found = Path(scratch)
        try:
            with tarfile.open(args.file) as archive:
                _unpack(archive, found)
        except (tarfile.TarError, OSError) as error:
            raise SettingError(f"{args.file} is not a backup of Labelwright: {error}.") from None
        _put_database(settings, found, force=args.force)
        if (found / KEY).is_file():
            shutil.move(found / KEY, settings.data_dir / ".env")
            (settings.data_dir / ".env").chmod(0o600)
        if (found / MEDIA).is_dir():
            shutil.rmtree(settings.media_dir, ignore_errors=True)
            shutil.move(found / MEDIA, settings.media_dir)
    print(f"{settings.data_dir} holds what was in {args.file}.")


def _unpack(archive: tarfile.TarFile, into: Path) -> None:
    """Plain files and folders below `into`, nothing else. (tarfile's own filter is missing before Python 3.11.4.)"""
    for member in archive:
        target = (into / member.name).resolve()
        if not target.is_relative_to(into.resolve()) or not (member.isfile() or member.isdir()):
            raise tarfile.TarError(f"{member.name} does not belong into one")
        if member.isdir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        content = archive.extractfile(member)
        assert content
        with target.open("wb") as out:
            shutil.copyfileobj(content, out)


def _put_database(settings: Settings, found: Path, *, force: bool) -> None:
    if settings.database_url.startswith("sqlite"):
        if not (found / DATABASE).is_file():
            raise SettingError("The backup is of a PostgreSQL database; name one with --database.")
        if settings.sqlite_path.exists() and not force:
            raise SettingError(f"{settings.sqlite_path} exists already. --force replaces it.")
        for suffix in ("-wal", "-shm"):
            Path(f"{settings.sqlite_path}{suffix}").unlink(missing_ok=True)
        settings.sqlite_path.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(found / DATABASE, settings.sqlite_path)
    elif not (found / DUMP).is_file():
        raise SettingError("The backup is of an SQLite database; leave --database out.")
    else:
        clean = ["--clean", "--if-exists"] if force else []
        run_pg(
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            "--no-owner",
            *clean,
            f"--dbname={libpq_url(settings)}",
            str(found / DUMP),
        )
