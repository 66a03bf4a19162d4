"""Tasks that passed the checks, as the database will take them, and the file that holds them until then.

Values are JSON text already: what is written later is only copied. They wait on disk, so that an import of a million tasks needs no more memory
than one of a thousand.
"""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Any

import msgspec

_IN_MEMORY = 8 * 1024 * 1024
_BATCH = 250


class AnnotationRow(msgspec.Struct, array_like=True, gc=False):
    result: str | None
    result_count: int
    tally: str | None
    author: int
    ground_truth: bool
    was_cancelled: bool
    lead_time: float | None
    import_id: int | None


class PredictionRow(msgspec.Struct, array_like=True, gc=False):
    result: str
    score: float | None
    model_version: str


class TaskRow(msgspec.Struct, array_like=True, gc=False):
    data: str
    meta: str | None
    allow_skip: bool
    # Index of the file among those of the request.
    file: int | None
    annotations: list[AnnotationRow]
    predictions: list[PredictionRow]


class Rows:
    """Tasks waiting to be written, in order."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (lives as long as the import)
        self._batch: list[TaskRow] = []
        self.tasks = self.annotations = self.predictions = self.bytes = 0

    def add(self, row: TaskRow) -> None:
        self._batch.append(row)
        self.tasks += 1
        self.bytes += len(row.data)
        if row.annotations:
            self.annotations += len(row.annotations)
            self.bytes += sum(len(a.result or "") for a in row.annotations)
        if row.predictions:
            self.predictions += len(row.predictions)
            self.bytes += sum(len(p.result) for p in row.predictions)
        if len(self._batch) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        encoded = msgspec.msgpack.encode(self._batch)
        self._file.write(len(encoded).to_bytes(8, "big"))
        self._file.write(encoded)
        self._batch = []

    def __iter__(self) -> Iterator[TaskRow]:
        if self._batch:
            self._flush()
        self._file.seek(0)
        decoder = msgspec.msgpack.Decoder(list[TaskRow])
        while size := self._file.read(8):
            yield from decoder.decode(self._file.read(int.from_bytes(size, "big")))

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> "Rows":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
