"""Pictures as instruments make them: X-ray, mammogram, cells under a microscope, land from above."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageFilter

from .canvas import Canvas, Colour, Sprite, darker, lighter, mix, noise, smooth


def chest(seed: int) -> Canvas:
    """A chest as on a radiograph; an opacity is put into some lungs."""
    canvas = Canvas(800, 860, seed, "#0a0b0d")
    rng = canvas.rng
    body = canvas.sprite(400, 430)
    body.poly(
        smooth(
            [
                (-120, -420),
                (-130, -350),
                (-330, -290),
                (-380, -60),
                (-350, 430),
                (350, 430),
                (380, -60),
                (330, -290),
                (130, -350),
                (120, -420),
            ],
            8,
        ),
        "#5c6064",
        "#7b8084",
    )
    body.soften(14)
    canvas.place(body)
    for side in (-1, 1):
        lung = canvas.sprite(400, 430, flip=side < 0)
        lung.poly(
            smooth(
                [
                    (50, -270),
                    (130, -290),
                    (210, -190),
                    (262, 20),
                    (274, 200),
                    (180, 236),
                    (84, 190),
                    (60, 60),
                    (46, -120),
                ],
                10,
            ),
            "#17191b",
        )
        lung.soften(9, 0.88)
        canvas.place(lung, "Lung")
    _ribs(canvas)
    heart = canvas.sprite(440, 590, rng.uniform(0.92, 1.1))
    heart.poly(
        smooth([(-90, -120), (20, -140), (110, -40), (130, 60), (60, 120), (-80, 110), (-120, 10)], 10), "#a3a7aa"
    )
    heart.soften(12, 0.72)
    canvas.place(heart, "Heart")
    if seed % 2:
        side, size = rng.choice([-1, 1]), rng.uniform(30, 50)
        spot = canvas.sprite(400 + side * rng.uniform(150, 200), rng.uniform(330, 560))
        spot.poly(
            smooth(
                [
                    (size * rng.uniform(0.7, 1.15) * math.cos(a), size * rng.uniform(0.7, 1.15) * math.sin(a))
                    for a in (math.tau * i / 9 for i in range(9))
                ],
                6,
            ),
            "#c9ccce",
        )
        spot.soften(5, 0.75)
        canvas.place(spot, "Opacity")
    return _scanned(canvas, 0.2)


def _ribs(canvas: Canvas) -> None:
    spine = canvas.sprite(400, 430)
    for row in range(15):
        spine.box(-26, -400 + row * 56, 26, -356 + row * 56, "#b4b8bb", radius=8)
    spine.soften(5, 0.6)
    canvas.place(spine)
    for side in (-1, 1):
        ribs = canvas.sprite(400, 430, flip=side < 0)
        for row in range(9):
            y = -290 + row * 62
            ribs.line(
                smooth([(24, y), (130, y - 32), (250, y + 24), (296, y + 96), (250, y + 134)], 8, closed=False),
                "#c0c4c7",
                13,
            )
        ribs.line(smooth([(20, -316), (140, -338), (270, -300)], 8, closed=False), "#d2d5d7", 18)
        ribs.soften(3, 0.5)
        canvas.place(ribs)


def _scanned(canvas: Canvas, strength: float) -> Canvas:
    canvas.image = canvas.image.convert("L").convert("RGB")
    canvas.texture((0, 0, canvas.width, canvas.height), strength, 40)
    return canvas


def breast(seed: int, view: str, mass: bool) -> Canvas:
    """One of the four standard views; the side decides where the chest wall is."""
    canvas = Canvas(520, 680, seed, "#050506")
    rng = canvas.rng
    side = canvas.sprite(0 if view.startswith("R") else 520, 340, flip=view.startswith("L"))
    high = 300 if view.endswith("MLO") else 250
    outline = smooth(
        [
            (-20, -high),
            (110, -high * 0.82),
            (260, -high * 0.38),
            (330, 20),
            (270, high * 0.5),
            (120, high * 0.86),
            (-20, high),
        ],
        10,
    )
    side.poly(outline, "#6d6f72")
    side.soften(5)
    canvas.place(side, "Breast")
    tissue = canvas.sprite(0 if view.startswith("R") else 520, 340, flip=view.startswith("L"))
    for _ in range(46):
        x, y = rng.uniform(50, 240), rng.uniform(-high * 0.45, high * 0.45)
        tissue.line(
            [(x, y), (x + rng.uniform(20, 70), y * 0.72 + rng.uniform(-9, 9))], "#d2d4d6", rng.uniform(2, 9), alpha=255
        )
    tissue.soften(7, 0.42)
    canvas.place(tissue)
    if mass:
        spot = canvas.sprite((150 if view.startswith("R") else 370) + rng.uniform(-30, 30), 330 + rng.uniform(-60, 60))
        spikes = [
            (r * math.cos(a), r * math.sin(a)) for a, r in ((math.tau * i / 16, rng.uniform(15, 34)) for i in range(16))
        ]
        spot.poly(smooth(spikes, 5), "#f4f5f5")
        spot.soften(3, 0.85)
        canvas.place(spot, "Mass")
    marker = canvas.sprite(440 if view.startswith("R") else 24, 40)
    marker.text(0, 0, view, 22, "#e8e8e8", "DejaVuSans-Bold")
    canvas.place(marker)
    return _scanned(canvas, 0.35)


def cells(seed: int) -> Canvas:
    canvas = Canvas(900, 700, seed, "#f3dfe6")
    rng = canvas.rng
    canvas.texture((0, 0, 900, 700), 0.12, 6)
    spots: list[tuple[float, float, float]] = []
    for _ in range(5000):
        white = rng.random() < 0.12
        size = rng.uniform(52, 64) if white else rng.uniform(33, 42)
        x, y = rng.uniform(60, 840), rng.uniform(60, 640)
        if all(math.hypot(x - a, y - b) > size + s + 4 for a, b, s in spots):
            spots.append((x, y, size))
            _cell(canvas, x, y, size, white)
        if len(spots) == 30:
            break
    return canvas


def _cell(canvas: Canvas, x: float, y: float, size: float, white: bool) -> None:
    rng = canvas.rng
    stretch, angle = rng.uniform(0.82, 1.0), rng.uniform(0, 180)
    cell = canvas.sprite(x, y, 1, False, angle)
    shape = {"x": x, "y": y, "rx": size, "ry": size * stretch, "angle": angle}
    if white:
        cell.ellipse(0, 0, size, size * stretch, "#d9cfea", "#c9bde0")
        for _ in range(rng.randint(2, 4)):
            a, r = rng.uniform(0, math.tau), size * 0.3
            cell.ellipse(r * math.cos(a), r * math.sin(a) * stretch, size * 0.38, size * 0.34, "#6b4a9e", "#553788")
        canvas.place(cell, "White blood cell", shadow=0.12, offset=(2, 2), **shape)
        return
    cell.ellipse(0, 0, size, size * stretch, "#dc8a94", "#c96f7c")
    for step in range(6):
        share = step / 5
        cell.ellipse(
            0, 0, size * (0.62 - 0.3 * share), size * stretch * (0.62 - 0.3 * share), mix("#d27f8b", "#f0c0c6", share)
        )
    canvas.place(cell, "Red blood cell", shadow=0.12, offset=(2, 2), **shape)


def land(seed: int) -> Canvas:
    """Fields, a river, a road and roofs from above."""
    canvas = Canvas(960, 720, seed, "#7f9459")
    rng = canvas.rng
    tones: list[tuple[str, Colour]] = [
        ("Field", "#b9a658"),
        ("Field", "#8faa55"),
        ("Field", "#c7b982"),
        ("Forest", "#3f6238"),
        ("Field", "#a0884d"),
        ("Forest", "#4a6c3c"),
    ]
    for row in range(3):
        for column in range(4):
            name, tone = rng.choice(tones)
            left, top = column * 245 - 10, row * 245 - 10
            lot = canvas.sprite()
            corners = [
                (left + rng.uniform(0, 24), top + rng.uniform(0, 24)),
                (left + 236, top + rng.uniform(0, 20)),
                (left + 232 + rng.uniform(-8, 8), top + 234),
                (left + rng.uniform(0, 18), top + 230),
            ]
            lot.poly(corners, tone, darker(tone, 0.06))
            if name == "Field":
                _furrows(lot, corners, tone, rng.random() < 0.5)
            else:
                for _ in range(150):
                    x, y = rng.uniform(left + 12, left + 224), rng.uniform(top + 12, top + 222)
                    leaf = mix(tone, rng.choice(["#1f3a20", "#6d8f4c"]), rng.uniform(0.1, 0.5))
                    lot.ellipse(x, y, rng.uniform(6, 12), rng.uniform(6, 12), lighter(leaf, 0.1), darker(leaf, 0.2))
            canvas.place(lot, name)
    _water_and_road(canvas)
    for _ in range(rng.randint(7, 11)):
        _roof(canvas, rng.uniform(80, 880), rng.uniform(80, 640))
    canvas.texture((0, 0, 960, 720), 0.3, 16)
    return canvas


def _furrows(lot: Sprite, corners: list[tuple[float, float]], tone: Colour, upright: bool) -> None:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    for step in range(1, 22):
        t = step / 22
        if upright:
            ends = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t), (x3 + (x2 - x3) * t, y3 + (y2 - y3) * t)]
        else:
            ends = [(x0 + (x3 - x0) * t, y0 + (y3 - y0) * t), (x1 + (x2 - x1) * t, y1 + (y2 - y1) * t)]
        lot.line(ends, darker(tone, 0.14), 1.6, alpha=140)


def _water_and_road(canvas: Canvas) -> None:
    rng = canvas.rng
    bends = smooth(
        [(x, 360 + 170 * math.sin(x / 260 + canvas.seed) + rng.uniform(-20, 20)) for x in range(-120, 1100, 130)],
        8,
        closed=False,
    )
    bank = canvas.sprite()
    bank.line(bends, "#8d8a5c", 62)
    canvas.place(bank)
    river = canvas.sprite()
    river.line(bends, "#2f6f86", 50)
    river.line(bends, "#3d8098", 24)
    canvas.place(river, "Water")
    x = rng.uniform(300, 660)
    lane = smooth(
        [(x, -60), (x + rng.uniform(-60, 60), 200), (x + rng.uniform(-60, 60), 460), (x + rng.uniform(-90, 90), 800)],
        10,
        closed=False,
    )
    road = canvas.sprite()
    road.line(lane, "#9a9a98", 22)
    road.line(lane, "#b9b9b5", 2)
    canvas.place(road, "Road", path=lane)


def _roof(canvas: Canvas, x: float, y: float) -> None:
    rng = canvas.rng
    tone = rng.choice(["#a5523f", "#8c8f94", "#b9714e", "#6f4a44", "#d3cec4"])
    roof = canvas.sprite(x, y, rng.uniform(0.8, 1.3), False, rng.choice([0, 12, -18, 30, 90]))
    roof.box(-34, -24, 34, 0, lighter(tone, 0.18))
    roof.box(-34, 0, 34, 24, darker(tone, 0.2))
    roof.line([(-34, 0), (34, 0)], lighter(tone, 0.4), 1.4)
    canvas.place(roof, "Building", shadow=0.7, offset=(7, 8))


def film(canvas: Canvas) -> Image.Image:
    """Finishes an instrument's picture: stronger grain, no lens shading, kept grey when it is grey."""
    picture = canvas.finish(grain=3, vignette=0)
    field = noise(picture.size, canvas.seed, 4, 3)
    pixels = np.asarray(picture, dtype=float) * (0.94 + 0.12 * field[:, :, None])
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6))
