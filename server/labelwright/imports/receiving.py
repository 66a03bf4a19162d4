"""Receiving a request's body: JSON is kept on disk when it is large, uploaded files go to disk as they arrive.

Limits hold while bytes come in, so that nothing larger than allowed is ever stored. What was received is removed with the `Incoming`.
"""

import time
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import rmtree
from tempfile import SpooledTemporaryFile, mkdtemp
from typing import IO, Any, BinaryIO, cast
from urllib.parse import parse_qs

from litestar.exceptions import ClientException
from multipart import (  # type: ignore[import-untyped]
    MultipartError,
    MultipartSegment,
    PushMultipartParser,
    parse_options_header,
)

from labelwright.errors import Invalid, TooLarge
from labelwright.http.request import ApiRequest, UnsupportedMedia
from labelwright.http.threads import in_thread
from labelwright.kit.disk import full_disk_is_told
from labelwright.settings import Settings

_IN_MEMORY = 4 * 1024 * 1024
_FIELD_LIMIT = 64 * 1024 * 1024
_FLUSH = 512 * 1024


# Longer than any upload takes: another server of the same data directory may be receiving right now.
_ABANDONED = 24 * 3600


def sweep(settings: Settings) -> None:
    """Removes what uploads left that a killed server could not clean up."""
    for left in (settings.data_dir / "incoming").glob("*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            rmtree(left, ignore_errors=True)


class Received:
    """An uploaded file on disk under a name of ours; `name` is the client's."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, name
        self.size = 0


class Incoming:
    """What a request brought: a JSON document, or files and form fields."""

    def __init__(self, settings: Settings) -> None:
        self.document: BinaryIO | None = None
        self.files: list[Received] = []
        self.fields: dict[str, str] = {}
        self._limit, self._most_files = settings.data_upload_max_memory_size, settings.data_upload_max_number_files
        self._root = settings.data_dir / "incoming"
        self._directory: Path | None = None
        self._size = 0

    @property
    def room(self) -> int:
        """Bytes that may still come."""
        return self._limit - self._size

    def count(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            raise too_large(self._limit, self._size)

    def new_file(self, name: str) -> Received:
        if len(self.files) >= self._most_files:
            raise Invalid(
                [f"The number of files exceeded settings.DATA_UPLOAD_MAX_NUMBER_FILES: {self._most_files} at most."]
            )
        if self._directory is None:
            self._root.mkdir(parents=True, exist_ok=True)
            self._directory = Path(mkdtemp(dir=self._root))
        self.files.append(Received(self._directory / str(len(self.files)), name))
        return self.files[-1]

    def close(self) -> None:
        if self.document:
            self.document.close()
        if self._directory:
            rmtree(self._directory, ignore_errors=True)


def too_large(limit: int, size: int) -> Invalid:
    return Invalid([f"Maximum total size of all files is {limit} bytes, current size is {size} bytes"])


async def receive(request: ApiRequest, incoming: Incoming) -> None:
    """Fill `incoming`; the caller closes it. Raises Invalid for what is too large, StorageFull when the disk is full."""
    kind, options = parse_options_header(request.headers.get("content-type", "application/json"))
    # The announced length is checked first: a client that would send too much is told before it does.
    announced = request.content_length
    if announced is not None and announced > incoming._limit + 1024 * 1024:
        raise too_large(incoming._limit, announced)
    with full_disk_is_told():
        if kind == "multipart/form-data":
            await _multipart(request, incoming, options.get("boundary", ""))
        elif kind == "application/x-www-form-urlencoded":
            with _spool() as body:
                await _fill(body, request, incoming)
                text = body.read().decode("utf-8", "replace")
            incoming.fields = {key: values[0] for key, values in parse_qs(text).items()}
        elif kind in ("application/json", "") or kind.endswith("+json"):
            incoming.document = _spool()
            await _fill(incoming.document, request, incoming)
        else:
            raise UnsupportedMedia(f'Unsupported media type "{kind}" in request.')


def _spool() -> BinaryIO:
    return cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))


async def _fill(file: BinaryIO, request: ApiRequest, incoming: Incoming) -> None:
    """The whole body, to be read from its beginning."""
    async for chunk in _batched(request.stream()):
        incoming.count(len(chunk))
        await in_thread(file.write, chunk)
    file.seek(0)


async def _multipart(request: ApiRequest, incoming: Incoming, boundary: str) -> None:
    if not boundary:
        raise ClientException("Multipart form parse error - Invalid boundary in multipart: None")
    parts = _Parts(incoming)
    try:
        # The fields beside the files are few; each file is counted against its own limit.
        with PushMultipartParser(boundary, max_segment_count=incoming._most_files + 100) as parser:
            async for chunk in _batched(request.stream()):
                await in_thread(parts.take, parser, chunk)
                if parser.closed:
                    break
    except MultipartError as error:
        raise ClientException(f"Multipart form parse error - {error}") from error
    finally:
        await in_thread(parts.close)


class _Parts:
    """Writes the parts of a multipart body where they belong; runs in a worker thread."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self._file: IO[bytes] | None = None
        self._received: Received | None = None
        self._name, self._text = "", bytearray()

    def take(self, parser: PushMultipartParser, chunk: bytes) -> None:
        for event in parser.parse(chunk):
            if isinstance(event, MultipartSegment):
                self._begin(event)
            elif event:
                self._add(event)
            else:
                self._end()

    def _begin(self, segment: MultipartSegment) -> None:
        self._name, self._text = segment.name or "", bytearray()
        if segment.filename:
            self._received = self._incoming.new_file(segment.filename)
            self._file = self._received.path.open("wb")

    def _add(self, data: bytes | bytearray) -> None:
        if self._file and self._received:
            self._incoming.count(len(data))
            self._received.size += len(data)
            self._file.write(data)
            return
        self._text += data
        if len(self._text) > _FIELD_LIMIT:
            raise TooLarge(f"The form field {self._name} is larger than {_FIELD_LIMIT} bytes; send it as a file.")

    def _end(self) -> None:
        if self._file:
            self.close()
        else:
            self._incoming.fields.setdefault(self._name, self._text.decode("utf-8", "replace"))

    def close(self) -> None:
        if self._file:
            self._file.close()
        self._file = None


async def _batched(stream: Any) -> AsyncIterator[bytes]:
    """Fewer, larger chunks: each is handed to a worker thread."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in stream:
        chunks.append(chunk)
        size += len(chunk)
        if size >= _FLUSH:
            yield b"".join(chunks)
            chunks, size = [], 0
    if size:
        yield b"".join(chunks)
