"""Pictures of people: `avatars/<8 hex>-avatar.<suffix>` below the media directory, named in their account."""

import os

from labelwright.accounts import queries
from labelwright.accounts.service import get
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.kit.disk import full_disk_is_told
from labelwright.kit.ids import secret
from labelwright.kit.pictures import look
from labelwright.settings import Settings

LARGEST = 1024 * 1024
WIDEST = 1200


def keep(settings: Settings, content: bytes | None) -> str:
    """Write a checked picture to disk; its name. Raises Invalid."""
    if not content:
        raise _refused("No picture was sent.")
    if len(content) > LARGEST:
        raise _refused(f"A picture may have {LARGEST} bytes, this one has {len(content)}.")
    picture = look(content)
    if picture is None:
        raise _refused("A picture must be a JPEG, PNG or GIF file.")
    if not 1 <= max(picture.width, picture.height) <= WIDEST:
        raise _refused(
            f"A picture may be {WIDEST} × {WIDEST} pixels large, this one is {picture.width} × {picture.height}."
        )
    name = f"avatars/{secret(8)}-avatar{picture.suffix}"
    path = settings.media_dir / name
    with full_disk_is_told():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    return name


def change(tx: Tx, user_id: int, name: str) -> str:
    """Name a person's new picture, or none; the old one's name, for `discard` once this is committed."""
    before: str = get(tx, user_id).avatar
    queries.change(tx, user_id, {"avatar": name})
    return before


def discard(settings: Settings, name: str) -> None:
    if name:
        (settings.media_dir / name).unlink(missing_ok=True)


def _refused(message: str) -> Invalid:
    return Invalid({"avatar": [message]})
