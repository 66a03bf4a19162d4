"""Work in portions that take about the same time on any machine."""

from labelwright.kit.pace import Pace


def test_it_grows_while_quick_and_shrinks_when_slow() -> None:
    pace = Pace(100, 0.02)
    pace.took(0.001)
    assert pace.size == 150
    pace.took(0.04)
    assert pace.size == 75


def test_it_neither_grows_nor_shrinks_without_end() -> None:
    pace = Pace(100, 0.02)
    for _ in range(100):
        pace.took(60)
    assert pace.size == 25
    for _ in range(100):
        pace.took(0)
    assert pace.size == 5000
