"""Time on the wire: aware UTC datetimes, and Label Studio's humanised age."""

from datetime import UTC, datetime

NBSP = "\u00a0"
_UNITS = (
    ("year", 365 * 86400),
    ("month", 30 * 86400),
    ("week", 7 * 86400),
    ("day", 86400),
    ("hour", 3600),
    ("minute", 60),
)


def now() -> datetime:
    return datetime.now(UTC)


def ago(then: datetime, at: datetime | None = None) -> str:
    """Age in at most two neighbouring units (`1 day, 2 hours`), with a no-break space as Label Studio writes it."""
    seconds = max(0, int(((at or now()) - then).total_seconds()))
    for index, (unit, size) in enumerate(_UNITS):
        count = seconds // size
        if count:
            parts = [_count(count, unit)]
            if index + 1 < len(_UNITS):
                smaller, small = _UNITS[index + 1]
                rest = (seconds - count * size) // small
                if rest:
                    parts.append(_count(rest, smaller))
            return ", ".join(parts)
    return f"0{NBSP}minutes"


def _count(number: int, unit: str) -> str:
    return f"{number}{NBSP}{unit}{'' if number == 1 else 's'}"
