"""Imports on the wire."""

from typing import Any

import msgspec


class ReimportIn(msgspec.Struct):
    file_upload_ids: list[int] = []
    files_as_tasks_list: bool = True


class TaskItem(msgspec.Struct):
    """One task of an import; a bare object is its data."""

    data: dict[str, Any]
    meta: dict[str, Any] | None = None
    annotations: list[dict[str, Any]] = []
    predictions: list[dict[str, Any]] = []
    allow_skip: bool = True


class PredictionItem(msgspec.Struct):
    task: int
    result: Any
    score: float | None = None
    model_version: str | None = None


class FileIdsIn(msgspec.Struct):
    """Without ids: all files."""

    file_upload_ids: list[int] | None = None


class FileUploadOut(msgspec.Struct):
    id: int
    file: str
    size: int
