"""The database: engines, transactions, column types."""

from labelwright.db.base import Id, metadata
from labelwright.db.engine import Database, Tx
from labelwright.db.types import Json, RawJson, Timestamp, raw

__all__ = ["Database", "Id", "Json", "RawJson", "Timestamp", "Tx", "metadata", "raw"]
