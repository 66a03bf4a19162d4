"""Run-length encoded masks of Brush and MagicWand.

The bytes are one bit stream, most significant bit first, of the RGBA values of an image in row-major order: 32 bits
with the number of values, 5 bits word size - 1, four times 4 bits run-length size - 1, then blocks of
`flag (1) · size selector (2) · count - 1 (selected size)` with one word (run) or `count` words (literals) behind.
Other tools read what we write: the layout can't change.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from labelwright.errors import LabelwrightError

WORD = 8
SIZES = (3, 4, 8, 16)
MAX_VALUES = 4 * 100_000_000
"""Few bytes may promise four billion values; images of more pixels than this are not painted on."""


class MaskError(LabelwrightError):
    """The bytes are no mask."""


class _Bits:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> int:
        start, end = self._at, self._at + count
        if end > len(self._data) * 8:
            raise MaskError("The mask ends before all of its values are there.")
        self._at = end
        last = (end + 7) // 8
        chunk = int.from_bytes(self._data[start // 8 : last], "big")
        return (chunk >> (last * 8 - end)) & ((1 << count) - 1)


def decode(rle: Iterable[int], expected: int | None = None) -> bytes:
    """All values, four for each pixel. Raises MaskError when the bytes are cut short, were never a mask, or promise
    another number of values than `expected`."""
    try:
        bits = _Bits(bytes(rle))
    except (ValueError, TypeError) as error:
        raise MaskError("A mask is a list of whole numbers from 0 to 255.") from error
    total = bits.take(32)
    word = bits.take(5) + 1
    sizes = [bits.take(4) + 1 for _ in range(4)]
    if word != WORD or total > MAX_VALUES:
        raise MaskError(f"The mask promises {total} values of {word} bits; values of {WORD} bits are read.")
    if expected is not None and total != expected:
        raise MaskError(f"The mask has {total} values; its image needs {expected}.")
    parts: list[bytes] = []
    done = 0
    while done < total:
        run = bits.take(1)
        count = min(bits.take(sizes[bits.take(2)]) + 1, total - done)
        parts.append(bytes((bits.take(WORD),)) * count if run else bits.take(WORD * count).to_bytes(count, "big"))
        done += count
    return b"".join(parts)


def encode(values: bytes | Sequence[int]) -> list[int]:
    """The bytes of a mask, as `rle` holds them."""
    bits = [f"{len(values):032b}", f"{WORD - 1:05b}", *(f"{size - 1:04b}" for size in SIZES)]
    bits.extend(_block(value, count) for value, count in _runs(values))
    stream = "".join(bits)
    padded = stream + "0" * (-len(stream) % 8)
    return list(int(padded, 2).to_bytes(len(padded) // 8, "big"))


def alpha(rle: Iterable[int], width: int, height: int) -> bytes:
    """One byte for each pixel, 0 where nothing is masked; rows from the top."""
    return decode(rle, width * height * 4)[3::4]


def from_alpha(mask: bytes) -> list[int]:
    """The opposite of `alpha`: red, green and blue repeat alpha, as Label Studio's editor writes them."""
    values = bytearray(len(mask) * 4)
    for channel in range(4):
        values[channel::4] = mask
    return encode(bytes(values))


def _runs(values: bytes | Sequence[int]) -> Iterator[tuple[int, int]]:
    longest = 1 << SIZES[-1]
    for value, group in groupby(values):
        left = sum(1 for _ in group)
        while left > 0:
            yield value, min(left, longest)
            left -= longest


def _block(value: int, count: int) -> str:
    flag = "1" if count > 1 else "0"
    selector = next(index for index, size in enumerate(SIZES) if count <= 1 << size)
    return f"{flag}{selector:02b}{count - 1:0{SIZES[selector]}b}{value:08b}"
