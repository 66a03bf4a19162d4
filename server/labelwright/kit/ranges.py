"""Many ids in little room: first and last of each run of consecutive numbers."""

from collections.abc import Iterable, Iterator

Ranges = list[tuple[int, int]]


def ranges(ascending: Iterable[int]) -> Ranges:
    found: Ranges = []
    for number in ascending:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def numbers(of: Ranges) -> Iterator[int]:
    return (number for first, last in of for number in range(first, last + 1))
