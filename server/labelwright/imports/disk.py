"""Files of projects on disk: where uploads live."""

import os
import re
import shutil
from pathlib import Path
from urllib.parse import quote

from labelwright.kit.disk import full_disk_is_told
from labelwright.kit.ids import secret
from labelwright.settings import Settings

_UNSAFE = re.compile(r"[^\w.\-()+@ ]+", re.UNICODE)
_LONGEST = 120


def safe_name(name: str) -> str:
    """A client's file name without directories, control characters and what has a meaning in URLs; its extension stays."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, extension = _UNSAFE.sub("_", name).strip(" .").replace(" ", "_").rpartition(".")
    if not dot:
        stem, extension = extension, ""
    stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore") or "file"
    return f"{stem}.{extension[:16]}" if extension else stem


def upload_name(project_id: int, name: str) -> str:
    """A fresh name below the media directory: `upload/<project>/<8 hex>-<name>`."""
    return f"upload/{project_id}/{secret(8)}-{safe_name(name)}"


def upload_url(file: str, base_path: str) -> str:
    return f"{base_path}/data/{quote(file)}"


def keep(received: Path, settings: Settings, file: str) -> None:
    """Move a received file to its place, surely on disk."""
    target = settings.media_dir / file
    with full_disk_is_told():
        target.parent.mkdir(parents=True, exist_ok=True)
        with received.open("rb") as content:
            os.fsync(content.fileno())
        shutil.move(received, target)


def copy(settings: Settings, file: str, to: str) -> None:
    """Another name for the same bytes, which never change. Done again it does nothing; a file that is gone stays gone."""
    source, target = settings.media_dir / file, settings.media_dir / to
    if target.exists() or not source.exists():
        return
    with full_disk_is_told():
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)


def discard_all(settings: Settings, project_id: int) -> None:
    shutil.rmtree(settings.media_dir / "upload" / str(project_id), ignore_errors=True)


def discard(settings: Settings, files: list[str]) -> None:
    for file in files:
        (settings.media_dir / file).unlink(missing_ok=True)
