"""Regular expressions people filter by, and letters without their case, on SQLite, which has neither.

Python's `re` may look for ever at a pattern made for that, and all other threads wait meanwhile. `regex` gives up after a time and lets them run.
PostgreSQL runs patterns itself, under a time limit of the statement.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

LONGEST = 1000
_SECONDS_PER_VALUE = 0.5
_STATEMENT_MILLISECONDS = 15_000


def install(dbapi: Any) -> None:
    """Teach a connection to SQLite `REGEXP`, and `caseless`."""
    dbapi.create_function("regexp", 2, _matches, deterministic=True)
    dbapi.create_function("caseless", 1, _caseless, deterministic=True)


def has_case(text: str) -> bool:
    """Whether letters of it have a case that SQLite's own functions do not know: they do those of English."""
    return not text.isascii() and text.lower() != text.upper()


def caseless(text: str) -> str:
    # Which sigma it is depends on what follows.
    return text.lower().replace("ς", "σ")


def _caseless(value: Any) -> Any:
    return caseless(value) if isinstance(value, str) else value


def limit(tx: Connection) -> None:
    """Statements of this transaction end in time."""
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql(f"SET LOCAL statement_timeout = {_STATEMENT_MILLISECONDS}")


def gave_up(error: BaseException) -> bool:
    """Whether the database stopped because matching took too long."""
    text = str(error)
    return "user-defined function raised exception" in text or "due to statement timeout" in text


def _matches(pattern: str, value: Any) -> bool | None:
    if value is None:
        return None
    compiled = _compiled(pattern)
    # A TimeoutError ends the statement with it.
    return compiled is not None and bool(compiled.search(str(value), timeout=_SECONDS_PER_VALUE, concurrent=True))


@lru_cache(200)
def _compiled(pattern: str) -> Any:
    # Imported late: only filters need it.
    import regex  # type: ignore[import-untyped]

    try:
        return regex.compile(pattern)
    except regex.error:
        return None
