"""The database: engines, transactions, column types."""

from labelwright.db.base import Id, metadata
from labelwright.db.engine import Database, Tx
from labelwright.db.one_of import one_of
from labelwright.db.types import NUL_IS_REFUSED, Json, RawJson, Timestamp, holds_nul, raw
from labelwright.db.upsert import inserting

__all__ = [
    "NUL_IS_REFUSED",
    "Database",
    "Id",
    "Json",
    "RawJson",
    "Timestamp",
    "Tx",
    "holds_nul",
    "inserting",
    "metadata",
    "one_of",
    "raw",
]
