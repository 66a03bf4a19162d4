"""What a picture file is, read from its first bytes, whatever its name says."""

import struct
from typing import NamedTuple


class Picture(NamedTuple):
    suffix: str
    width: int
    height: int


def look(content: bytes) -> Picture | None:
    """A PNG, GIF or JPEG; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR" and len(content) >= 24:
        return Picture(".png", *struct.unpack(">II", content[16:24]))
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return Picture(".gif", *struct.unpack("<HH", content[6:10]))
    size = _size_of_jpeg(content) if content.startswith(b"\xff\xd8\xff") else None
    return Picture(".jpg", *size) if size else None


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    """From the frame header, which stands behind any number of other segments."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        # SOF0 to SOF15 without DHT, JPG and DAC, which have numbers among them.
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 1 if kind == 0xFF else 2 + length
    return None
