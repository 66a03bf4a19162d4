"""Numbers grouped in a file."""

import tracemalloc

from labelwright.kit.groups import Groups

A_FEW_MEGABYTES = 4_000_000


def test_the_first_preferred_one_comes_before_all_others() -> None:
    with Groups() as groups:
        groups.add([(1, b"a", False), (2, b"b", False), (3, b"a", True)])
        groups.add([(4, b"a", True), (5, b"c", False), (6, b"b", False)])
        assert groups.others() == 3
        assert [[first, *others] for first, others in groups] == [[3, 4, 1], [2, 6], [5]]


def test_nothing_is_in_no_group() -> None:
    with Groups() as groups:
        assert (groups.others(), list(groups)) == (0, [])


def test_many_take_no_memory() -> None:
    tracemalloc.start()
    with Groups() as groups:
        groups.add((number, (number // 2).to_bytes(32, "big"), False) for number in range(100_000))
        assert groups.others() == 50_000
        assert sum(1 for _, others in groups for _ in others) == 50_000
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert used < A_FEW_MEGABYTES
