"""Serving files: ranges, conditions, pre-compressed variants, and types that cannot run in the application's origin.

The framework's own file responses know none of this. A file is read in pieces, each in a worker thread that is free again in between.
"""

import os
import re
from collections.abc import AsyncGenerator, Mapping
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from litestar import Response
from litestar.response import Stream

from labelwright.errors import NotFound
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread

_PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
IMMUTABLE = "public, max-age=31536000, immutable"

# What a browser is told about a file. Nothing here can run script: HTML and XML are shown as text.
# The framework adds the charset to every text type.
_TEXT = "text/plain"
TYPES: Mapping[str, str] = {
    ".bmp": "image/bmp", ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
    ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".svg": "image/svg+xml",
    ".tif": "image/tiff", ".tiff": "image/tiff",
    ".flac": "audio/flac", ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".wav": "audio/wav",
    ".mp4": "video/mp4", ".webm": "video/webm", ".mov": "video/quicktime",
    ".pdf": "application/pdf", ".json": "application/json", ".jsonl": "application/x-ndjson",
    ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".txt": _TEXT, ".md": _TEXT, ".html": _TEXT, ".htm": _TEXT, ".xml": _TEXT,
}  # fmt: skip
# Our own build, besides.
ASSET_TYPES: Mapping[str, str] = {
    **TYPES, ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css",
    ".woff2": "font/woff2", ".woff": "font/woff", ".wasm": "application/wasm", ".map": "application/json",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"
# A picture of this type can carry script; shown in <img> it cannot run it, and opened by itself it is a download in a sandbox.
_ACTIVE = frozenset({".svg"})
_DOCUMENTS = frozenset({".svg", ".html", ".htm", ".xml", ".pdf"})
# A page of our build beside the app's own runs without an origin, and in our pages alone.
_PAGE, _PAGE_POLICY = ".html", "sandbox allow-scripts; frame-ancestors 'self'"
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class _File(NamedTuple):
    path: Path
    size: int
    modified_ns: int

    @property
    def etag(self) -> str:
        return f'"{self.modified_ns:x}-{self.size:x}"'


async def send_upload(request: ApiRequest, root: Path, name: str, *, disposition: str | None = None) -> Response[Any]:
    """A file that somebody uploaded: `name` below `root`, never active content. Raises NotFound."""
    suffix = Path(name).suffix.lower()
    headers = {"cache-control": "private, no-cache", "cross-origin-resource-policy": "same-origin"}
    if suffix in _DOCUMENTS or suffix not in TYPES:
        headers["content-security-policy"] = SANDBOX
    if suffix in _ACTIVE or suffix not in TYPES:
        headers["content-disposition"] = "attachment"
    elif disposition:
        headers["content-disposition"] = disposition
    return await _send(request, await in_thread(_locate, root, name), TYPES.get(suffix, _UNKNOWN), headers)


async def send_asset(request: ApiRequest, root: Path, name: str, *, immutable: bool) -> Response[Any]:
    """A file of ours; its `.br` or `.gz` neighbour where the client takes it. Raises NotFound."""
    file = await in_thread(_locate, root, name)
    kind = ASSET_TYPES.get(Path(name).suffix.lower(), _UNKNOWN)
    is_page = immutable and name.endswith(_PAGE)
    headers = {"cache-control": IMMUTABLE if immutable else "public, max-age=3600", "vary": "Accept-Encoding"}
    if is_page:
        kind, headers["content-security-policy"] = "text/html", _PAGE_POLICY
    accepted = request.headers.get("accept-encoding", "")
    if "range" not in request.headers:
        for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
            if encoding in accepted:
                try:
                    file = await in_thread(_locate, root, name + suffix)
                except NotFound:
                    continue
                headers["content-encoding"] = encoding
                break
    return await _send(request, file, kind, headers)


def _locate(root: Path, name: str) -> _File:
    """The regular file `name` below `root`. What leaves `root`, also by a symbolic link, does not exist."""
    if "\0" in name or name.startswith("/") or "\\" in name:
        raise NotFound
    try:
        base = root.resolve(strict=True)
        path = (base / name).resolve(strict=True)
        facts = path.stat()
    except OSError:
        raise NotFound from None
    if not path.is_relative_to(base) or not S_ISREG(facts.st_mode):
        raise NotFound
    return _File(path, facts.st_size, facts.st_mtime_ns)


async def _send(request: ApiRequest, file: _File, kind: str, headers: dict[str, str]) -> Response[Any]:
    headers = {
        **headers,
        "etag": file.etag,
        "last-modified": formatdate(file.modified_ns // 1_000_000_000, usegmt=True),
        "accept-ranges": "bytes",
        "x-content-type-options": "nosniff",
    }
    if _not_modified(request, file):
        return Response(None, status_code=304, headers=headers)
    asked = _range(request, file)
    if asked is None:
        return _body(file, 0, file.size, 200, kind, headers)
    start, end = asked
    if start >= end:
        headers["content-range"] = f"bytes */{file.size}"
        return Response(b"", status_code=416, headers=headers, media_type="text/plain")
    headers["content-range"] = f"bytes {start}-{end - 1}/{file.size}"
    return _body(file, start, end, 206, kind, headers)


def _body(file: _File, start: int, end: int, status: int, kind: str, headers: dict[str, str]) -> Stream:
    headers["content-length"] = str(end - start)
    return Stream(_pieces(file.path, start, end), status_code=status, headers=headers, media_type=kind)


async def _pieces(path: Path, start: int, end: int) -> AsyncGenerator[bytes, None]:
    handle = await in_thread(os.open, path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        while start < end:
            piece = await in_thread(os.pread, handle, min(_PIECE, end - start), start)
            if not piece:
                return
            start += len(piece)
            yield piece
    finally:
        os.close(handle)


def _not_modified(request: ApiRequest, file: _File) -> bool:
    if given := request.headers.get("if-none-match"):
        return given.strip() == "*" or file.etag in [tag.strip().removeprefix("W/") for tag in given.split(",")]
    since = _seconds(request.headers.get("if-modified-since"))
    return since is not None and file.modified_ns // 1_000_000_000 <= since


def _range(request: ApiRequest, file: _File) -> tuple[int, int] | None:
    """Start and end of the one range asked for, empty when it cannot be had; None for the whole file."""
    given = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if given is None or given[0] == "bytes=-":
        return None
    if condition := request.headers.get("if-range"):
        same = condition.strip() == file.etag or _seconds(condition) == file.modified_ns // 1_000_000_000
        if not same:
            return None
    first, last = given[1], given[2]
    if not first:
        return max(0, file.size - int(last)), file.size
    start = int(first)
    end = min(int(last) + 1, file.size) if last else file.size
    # A last byte before the first makes no range at all.
    return None if last and int(last) < start else (start, end)


def _seconds(text: str | None) -> int | None:
    try:
        return int(parsedate_to_datetime(text).timestamp()) if text else None
    except ValueError:
        return None
