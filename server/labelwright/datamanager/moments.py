"""Moments that a filter names by their distance from now: `now-7d`, `now/M`, `now-1d/d@Europe/Berlin`.

This is the date mathematics of search engines: steps of `s m h d w M y` there and back, each optionally followed by `/unit`, which goes back to the
beginning of that unit. Days begin when they do in the zone after `@`, else in UTC. A view that is saved with one stays right tomorrow.
"""

import calendar
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"now((?:[+-]\d{1,6}[smhdwMy]|/[mhdwMy])*)(?:@([A-Za-z0-9_+/-]{1,64}))?")
_STEP = re.compile(r"([+-]\d+|/)([smhdwMy])")
_LENGTHS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MIDNIGHT = {"hour": 0, "minute": 0, "second": 0, "microsecond": 0}


def moment(text: str, now: datetime) -> datetime | None:
    """The moment that `text` names, None when it is not of this kind."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        at = now.astimezone(ZoneInfo(found[2]) if found[2] else UTC)
        for step, unit in _STEP.findall(found[1]):
            at = _beginning(at, unit) if step == "/" else _moved(at, int(step), unit)
        return at.astimezone(UTC)
    except (ValueError, OverflowError, OSError, LookupError):
        # A year that there is not, or a zone.
        return None


def _moved(at: datetime, by: int, unit: str) -> datetime:
    if unit in _LENGTHS:
        return at + timedelta(**{_LENGTHS[unit]: by})
    months = at.year * 12 + at.month - 1 + by * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return at.replace(year=year, month=month + 1, day=min(at.day, last))


def _beginning(at: datetime, unit: str) -> datetime:
    if unit == "m":
        return at.replace(second=0, microsecond=0)
    if unit == "h":
        return at.replace(minute=0, second=0, microsecond=0)
    day = at.replace(**_MIDNIGHT)  # type: ignore[arg-type]
    if unit == "w":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "M" else day.replace(month=1, day=1) if unit == "y" else day
