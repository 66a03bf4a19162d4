"""From a mask to what labels are made of: a box in percent, an outline of few points, a run-length code."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Outline = list[tuple[float, float]]

Bits = NDArray[np.bool_]

# Clockwise neighbours, starting to the left.
_AROUND = [(-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1)]


def box_percent(mask: Image.Image) -> dict[str, float] | None:
    found = mask.getbbox()
    if found is None:
        return None
    left, top, right, low = found
    return {
        "x": round(left / mask.width * 100, 3),
        "y": round(top / mask.height * 100, 3),
        "width": round((right - left) / mask.width * 100, 3),
        "height": round((low - top) / mask.height * 100, 3),
    }


def outline_percent(mask: Image.Image, tolerance: float = 1.2) -> list[list[float]]:
    """The outer edge of the largest part of the mask, thinned to the points that matter."""
    filled = _largest(np.asarray(mask) > 127)
    ring = _walk(np.pad(filled, 1))
    simple = _thin(ring + ring[:1], tolerance)[:-1]
    return [[round(x / mask.width * 100, 3), round(y / mask.height * 100, 3)] for x, y in simple]


def rle(mask: Image.Image) -> list[int]:
    """The run-length code that brush labels store: four equal channels, widths of 3, 4, 8 and 16 bits."""
    values = np.repeat((np.asarray(mask) > 127).astype(np.uint8).ravel() * 255, 4)
    edges = np.flatnonzero(np.diff(values)) + 1
    starts = np.concatenate(([0], edges))
    lengths = np.diff(np.concatenate((starts, [values.size])))
    bits = [f"{values.size:032b}", f"{8 - 1:05b}", *(f"{width - 1:04b}" for width in (3, 4, 8, 16))]
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        bits.extend(_runs(int(values[start]), length))
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    return [int(text[place : place + 8], 2) for place in range(0, len(text), 8)]


def _runs(value: int, length: int) -> list[str]:
    code = []
    while length > 0:
        part = min(length, 65536)
        length -= part
        choice = next(i for i, width in enumerate((3, 4, 8, 16)) if part <= 2**width)
        width = (3, 4, 8, 16)[choice]
        flag = 0 if part == 1 else 1
        code.append(f"{flag:01b}{choice:02b}{part - 1:0{width}b}{value:08b}")
    return code


def _largest(filled: Bits) -> Bits:
    rest = filled.copy()
    best = np.zeros_like(filled)
    while rest.any():
        start = np.argwhere(rest)[0]
        part = _flood(rest, (int(start[0]), int(start[1])))
        rest &= ~part
        if part.sum() > best.sum():
            best = part
    return best


def _flood(filled: Bits, start: tuple[int, int]) -> Bits:
    """Grows the start to its connected part by repeated dilation inside the mask; enough for masks of this size."""
    part = np.zeros_like(filled)
    stack = [start]
    height, width = filled.shape
    while stack:
        y, x = stack.pop()
        if part[y, x] or not filled[y, x]:
            continue
        left = x
        while left > 0 and filled[y, left - 1]:
            left -= 1
        right = x
        while right < width - 1 and filled[y, right + 1]:
            right += 1
        part[y, left : right + 1] = True
        for row in (y - 1, y + 1):
            if 0 <= row < height:
                fresh = np.flatnonzero(filled[row, left : right + 1] & ~part[row, left : right + 1])
                stack.extend((row, left + int(place)) for place in fresh)
    return part


def _walk(filled: Bits) -> Outline:
    """Moore neighbour tracing; the array has an empty margin of one pixel."""
    start_row, start_column = (int(v) for v in np.argwhere(filled)[0])
    place, arrived = (start_column, start_row), 0
    ring: Outline = []
    for _ in range(filled.size):
        ring.append((place[0] - 0.5, place[1] - 0.5))
        for turn in range(8):
            direction = (arrived + turn) % 8
            step = _AROUND[direction]
            if filled[place[1] + step[1], place[0] + step[0]]:
                place = (place[0] + step[0], place[1] + step[1])
                arrived = (direction + 5) % 8
                break
        if place == (start_column, start_row):
            break
    return ring


def _thin(points: Outline, tolerance: float) -> Outline:
    """Douglas and Peucker's rule: keep the farthest point while it is farther than the tolerance."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    span = math.hypot(x1 - x0, y1 - y0)
    farthest, place = -1.0, 0
    for index in range(1, len(points) - 1):
        x, y = points[index]
        away = math.hypot(x - x0, y - y0) if span == 0 else abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / span
        if away > farthest:
            farthest, place = away, index
    if farthest <= tolerance:
        return [points[0], points[-1]]
    return _thin(points[: place + 1], tolerance)[:-1] + _thin(points[place:], tolerance)
