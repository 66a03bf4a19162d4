"""Moments by their distance from now."""

from datetime import UTC, datetime

import pytest

from labelwright.datamanager.moments import moment

NOW = datetime(2026, 3, 31, 22, 30, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("now", "2026-03-31T22:30:15.000005"),
        ("now-7d", "2026-03-24T22:30:15.000005"),
        ("now-90m+1s", "2026-03-31T21:00:16.000005"),
        ("now/m", "2026-03-31T22:30:00"),
        ("now/h", "2026-03-31T22:00:00"),
        ("now/d", "2026-03-31T00:00:00"),
        ("now-1d/d", "2026-03-30T00:00:00"),
        ("now/w", "2026-03-30T00:00:00"),
        ("now-1w/w", "2026-03-23T00:00:00"),
        ("now/M", "2026-03-01T00:00:00"),
        ("now-1M", "2026-02-28T22:30:15.000005"),
        ("now-13M/M", "2025-02-01T00:00:00"),
        ("now/y", "2026-01-01T00:00:00"),
        ("now-1y/y", "2025-01-01T00:00:00"),
        # Midnight has passed in Shanghai.
        ("now/d@Asia/Shanghai", "2026-03-31T16:00:00"),
        ("now/d@America/New_York", "2026-03-31T04:00:00"),
    ],
)
def test_a_moment_is_found(written: str, named: str) -> None:
    assert moment(written, NOW) == datetime.fromisoformat(named).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "now-7",
        "now7d",
        "now/s",
        "now-1d ",
        "now@Nowhere/Land",
        "now@../../etc/passwd",
        "now-9999y",
        "now-999999M",
        "2026-01-01",
    ],
)
def test_what_is_no_moment_is_none(written: str) -> None:
    assert moment(written, NOW) is None
