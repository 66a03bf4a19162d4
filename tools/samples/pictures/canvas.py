"""A small painting surface: supersampled, with soft shadows, that remembers where each labelled thing ended up.

Things are painted as sprites in their own local units, so a car is written once and placed at any size. The mask of a thing is
what remains visible of it when the picture is finished, which makes boxes and outlines exact instead of estimated.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

Point = tuple[float, float]
Colour = str | tuple[int, ...]

FONT_FOLDER = "/usr/share/fonts/truetype/dejavu/"
SUPERSAMPLE = 2


def rgb(colour: Colour) -> tuple[int, int, int]:
    value = ImageColor.getrgb(colour) if isinstance(colour, str) else colour
    return value[0], value[1], value[2]


def mix(first: Colour, second: Colour, share: float) -> tuple[int, int, int]:
    one, two = rgb(first), rgb(second)
    return (
        round(one[0] + (two[0] - one[0]) * share),
        round(one[1] + (two[1] - one[1]) * share),
        round(one[2] + (two[2] - one[2]) * share),
    )


def darker(colour: Colour, share: float = 0.25) -> tuple[int, int, int]:
    return mix(colour, "#000000", share)


def lighter(colour: Colour, share: float = 0.25) -> tuple[int, int, int]:
    return mix(colour, "#ffffff", share)


def smooth(points: Sequence[Point], steps: int = 8, closed: bool = True) -> list[Point]:
    """Catmull-Rom curve through the points."""
    count = len(points)
    result: list[Point] = []
    for index in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(index + offset) % count] for offset in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(index + offset, 0), count - 1)] for offset in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            result.append(
                (
                    _spline(p0[0], p1[0], p2[0], p3[0], t),
                    _spline(p0[1], p1[1], p2[1], p3[1], t),
                )
            )
    if not closed:
        result.append(points[-1])
    return result


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def font(size: float, style: str = "DejaVuSans") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(f"{FONT_FOLDER}{style}.ttf", max(1, round(size)))


def vertical_gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    ramp = np.linspace(0.0, 1.0, max(size[1], 1))[:, None]
    rows = np.array(rgb(top)) * (1 - ramp) + np.array(rgb(bottom)) * ramp
    return Image.fromarray(np.repeat(rows[:, None, :], max(size[0], 1), axis=1).round().astype(np.uint8), "RGB")


def noise(size: tuple[int, int], seed: int, cells: int = 8, octaves: int = 5) -> NDArray[np.float64]:
    """Cloud-like noise between 0 and 1, as an array of (height, width)."""
    generator = np.random.default_rng(seed)
    total = np.zeros((size[1], size[0]))
    weight = 0.0
    for octave in range(octaves):
        grid = cells * 2**octave
        small = Image.fromarray((generator.random((grid, grid)) * 255).astype(np.uint8))
        layer = np.asarray(small.resize(size, Image.Resampling.BICUBIC), dtype=float) / 255
        total += layer / 2**octave
        weight += 1 / 2**octave
    total /= weight
    spread: NDArray[np.float64] = (total - total.min()) / (total.max() - total.min())
    return spread


@dataclass
class Thing:
    label: str
    mask: Image.Image
    attributes: dict[str, object] = field(default_factory=dict)


class Canvas:
    def __init__(self, width: int, height: int, seed: int, background: Colour = "#ffffff") -> None:
        self.width, self.height = width, height
        self.pixels = (width * SUPERSAMPLE, height * SUPERSAMPLE)
        self.image = Image.new("RGB", self.pixels, rgb(background))
        self.rng = random.Random(seed)
        self.seed = seed
        self.things: list[Thing] = []

    def gradient(self, box: tuple[float, float, float, float], top: Colour, bottom: Colour) -> None:
        left, upper, right, lower = (round(value * SUPERSAMPLE) for value in box)
        self.image.paste(vertical_gradient((right - left, lower - upper), top, bottom), (left, upper))

    def sprite(self, x: float = 0, y: float = 0, scale: float = 1, flip: bool = False, angle: float = 0) -> Sprite:
        return Sprite(self, x, y, scale, flip, angle)

    def place(
        self,
        sprite: Sprite,
        label: str | None = None,
        *,
        shadow: float = 0,
        offset: Point = (0, 0),
        **attributes: object,
    ) -> None:
        """Paints the sprite; with a label, remembers it and takes what it covers away from what lay there before."""
        alpha = sprite.image.getchannel("A")
        if shadow:
            self._shadow(alpha, shadow, offset)
        self.image.paste(sprite.image.convert("RGB"), (0, 0), alpha)
        solid = alpha.point(lambda value: 255 if value > 127 else 0)
        for thing in self.things:
            thing.mask = ImageChops.subtract(thing.mask, solid)
        if label is not None:
            self.things.append(Thing(label, solid, dict(attributes)))

    def _shadow(self, alpha: Image.Image, strength: float, offset: Point) -> None:
        moved = ImageChops.offset(alpha, round(offset[0] * SUPERSAMPLE), round(offset[1] * SUPERSAMPLE))
        soft = moved.filter(ImageFilter.GaussianBlur(6 * SUPERSAMPLE)).point(lambda value: round(value * strength))
        self.image.paste(Image.new("RGB", self.pixels, (10, 14, 30)), (0, 0), soft)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        mask = Image.new("L", self.pixels, 0)
        reach = radius * SUPERSAMPLE
        centre = (x * SUPERSAMPLE, y * SUPERSAMPLE)
        box = (centre[0] - reach / 2, centre[1] - reach / 2, centre[0] + reach / 2, centre[1] + reach / 2)
        ImageDraw.Draw(mask).ellipse(box, fill=round(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(reach / 3))
        self.image.paste(Image.new("RGB", self.pixels, rgb(colour)), (0, 0), mask)

    def haze(self, colour: Colour, strength: float) -> None:
        self.image = Image.blend(self.image, Image.new("RGB", self.pixels, rgb(colour)), strength)

    def texture(self, box: tuple[float, float, float, float], strength: float, cells: int = 24) -> None:
        """Lets the surface inside the box vary in brightness, so that it is no flat fill."""
        left, upper, right, lower = (round(value * SUPERSAMPLE) for value in box)
        field_ = noise((right - left, lower - upper), self.seed, cells)
        part = np.asarray(self.image.crop((left, upper, right, lower)), dtype=float)
        changed = np.clip(part * (1 + (field_[:, :, None] - 0.5) * strength), 0, 255).astype(np.uint8)
        self.image.paste(Image.fromarray(changed), (left, upper))

    def finish(self, grain: float = 3.0, vignette: float = 0.16) -> Image.Image:
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        pixels = np.asarray(small, dtype=float)
        if vignette:
            ys, xs = np.mgrid[-1 : 1 : self.height * 1j, -1 : 1 : self.width * 1j]
            pixels = pixels * (1 - vignette * np.clip(xs**2 + ys**2 - 0.4, 0, 2)[:, :, None] / 1.6)
        if grain:
            generator = np.random.default_rng(self.seed)
            pixels = pixels + generator.normal(0, grain, (self.height, self.width, 1))
        for thing in self.things:
            thing.mask = thing.mask.resize((self.width, self.height), Image.Resampling.BOX).point(
                lambda value: 255 if value > 127 else 0
            )
        return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


class Sprite:
    """A transparent layer that is painted in local units: x to the right, y down, the origin at the place it stands."""

    def __init__(self, canvas: Canvas, x: float, y: float, scale: float, flip: bool, angle: float) -> None:
        self.image = Image.new("RGBA", canvas.pixels, (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)
        self._origin = (x * SUPERSAMPLE, y * SUPERSAMPLE)
        self._unit = scale * SUPERSAMPLE
        self._flip = -1 if flip else 1
        self._turn = (math.cos(math.radians(angle)), math.sin(math.radians(angle)))

    def at(self, x: float, y: float) -> Point:
        x *= self._flip
        cos, sin = self._turn
        return self._origin[0] + (x * cos - y * sin) * self._unit, self._origin[1] + (x * sin + y * cos) * self._unit

    def picture_point(self, x: float, y: float) -> Point:
        """The local point in pixels of the finished picture."""
        place = self.at(x, y)
        return place[0] / SUPERSAMPLE, place[1] / SUPERSAMPLE

    def poly(self, points: Sequence[Point], fill: Colour, bottom: Colour | None = None, alpha: int = 255) -> None:
        places = [self.at(*point) for point in points]
        if bottom is None:
            self._blend(places, (*rgb(fill), alpha))
            return
        self._shade(places, fill, bottom, alpha)

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: Colour, bottom: Colour | None = None, alpha: int = 255
    ) -> None:
        ring = [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in (math.tau * i / 72 for i in range(72))]
        self.poly(ring, fill, bottom, alpha)

    def box(
        self,
        left: float,
        top: float,
        right: float,
        low: float,
        fill: Colour,
        bottom: Colour | None = None,
        radius: float = 0,
        alpha: int = 255,
    ) -> None:
        if radius <= 0:
            self.poly([(left, top), (right, top), (right, low), (left, low)], fill, bottom, alpha)
            return
        radius = min(radius, (right - left) / 2, (low - top) / 2)
        corners = [
            (right - radius, top + radius, -90),
            (right - radius, low - radius, 0),
            (left + radius, low - radius, 90),
            (left + radius, top + radius, 180),
        ]
        points = [
            (x + radius * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a)))
            for x, y, start in corners
            for a in range(start, start + 91, 10)
        ]
        self.poly(points, fill, bottom, alpha)

    def line(self, points: Sequence[Point], fill: Colour, width: float, alpha: int = 255) -> None:
        places = [self.at(*point) for point in points]
        thick = max(1, round(width * self._unit))
        self.draw.line(places, fill=(*rgb(fill), alpha), width=thick, joint="curve")
        half = thick / 2
        if thick > 2:
            for x, y in (places[0], places[-1]):
                self.draw.ellipse((x - half, y - half, x + half, y + half), fill=(*rgb(fill), alpha))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        fill: Colour = "#222222",
        style: str = "DejaVuSans",
        anchor: str = "ls",
    ) -> tuple[float, float, float, float]:
        """Writes the words and returns their box in pixels of the finished picture."""
        place = self.at(x, y)
        face = font(size * self._unit, style)
        self.draw.text(place, words, font=face, fill=(*rgb(fill), 255), anchor=anchor)
        left, top, right, low = self.draw.textbbox(place, words, font=face, anchor=anchor)
        return left / SUPERSAMPLE, top / SUPERSAMPLE, right / SUPERSAMPLE, low / SUPERSAMPLE

    def soften(self, blur: float, strength: float = 1.0) -> None:
        alpha = self.image.getchannel("A").filter(ImageFilter.GaussianBlur(blur * SUPERSAMPLE))
        colour = self.image.getpixel(self._inside())
        self.image.paste(colour[:3] if isinstance(colour, tuple) else (255, 255, 255), (0, 0, *self.image.size))
        self.image.putalpha(alpha.point(lambda value: round(value * strength)))
        self.draw = ImageDraw.Draw(self.image)

    def _inside(self) -> tuple[int, int]:
        """A pixel that the sprite covers; its colour stands for the whole of a one-coloured sprite."""
        covered = np.argwhere(np.asarray(self.image.getchannel("A")) == 255)
        row, column = covered[len(covered) // 2] if len(covered) else (0, 0)
        return int(column), int(row)

    def _blend(self, places: list[Point], fill: tuple[int, int, int, int]) -> None:
        if fill[3] == 255:
            self.draw.polygon(places, fill=fill)
            return
        mask, corner = self._mask(places, fill[3])
        self._lay(Image.new("RGB", mask.size, fill[:3]), mask, corner)

    def _shade(self, places: list[Point], top: Colour, bottom: Colour, alpha: int) -> None:
        mask, corner = self._mask(places, alpha)
        self._lay(vertical_gradient(mask.size, top, bottom), mask, corner)

    def _mask(self, places: list[Point], alpha: int) -> tuple[Image.Image, tuple[int, int]]:
        left = math.floor(min(x for x, _ in places))
        low = math.floor(min(y for _, y in places))
        size = (math.ceil(max(x for x, _ in places)) - left + 1, math.ceil(max(y for _, y in places)) - low + 1)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - low) for x, y in places], fill=alpha)
        return mask, (left, low)

    def _lay(self, fill: Image.Image, mask: Image.Image, corner: tuple[int, int]) -> None:
        patch = fill.convert("RGBA")
        patch.putalpha(mask)
        inside = (max(0, -corner[0]), max(0, -corner[1]))
        if inside[0] < patch.width and inside[1] < patch.height:
            self.image.alpha_composite(
                patch.crop((*inside, *patch.size)), (corner[0] + inside[0], corner[1] + inside[1])
            )
