"""Imports on the wire."""

import msgspec


class ReimportIn(msgspec.Struct):
    file_upload_ids: list[int] = []
    files_as_tasks_list: bool = True


class FileIdsIn(msgspec.Struct):
    """Without ids: all files."""

    file_upload_ids: list[int] | None = None


class FileUploadOut(msgspec.Struct):
    id: int
    file: str
    size: int
