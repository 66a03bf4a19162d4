"""Boxes on images: percent of the natural size, turned clockwise about the top-left corner."""

from collections.abc import Mapping
from math import cos, radians, sin
from typing import Any

Point = tuple[float, float]


def corners(shape: Mapping[str, Any], width: float, height: float) -> tuple[Point, Point, Point, Point]:
    """Top left, top right, bottom right and bottom left in percent.

    The turn is made in pixels: in percent it would shear the box of an image that is not square.
    """
    left, top = shape["x"] * width / 100, shape["y"] * height / 100
    across, down = shape["width"] * width / 100, shape["height"] * height / 100
    angle = radians(shape.get("rotation") or 0)
    c, s = cos(angle), sin(angle)

    def turned(x: float, y: float) -> Point:
        return (left + x * c - y * s) / width * 100, (top + x * s + y * c) / height * 100

    return turned(0, 0), turned(across, 0), turned(across, down), turned(0, down)
