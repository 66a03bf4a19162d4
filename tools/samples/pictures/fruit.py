"""Fruit on a table, seen from above at a slant: overlapping things with curved outlines."""

from __future__ import annotations

import math

from .canvas import Canvas, Colour, Sprite, darker, lighter, mix, smooth

WIDTH, HEIGHT = 1080, 720
TABLES = ["#a9764a", "#d8d3c8", "#5f7d86", "#c99f6f", "#8d5f4a", "#b7c0b4"]


def draw(seed: int) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, seed)
    rng = canvas.rng
    table = rng.choice(TABLES)
    canvas.gradient((0, 0, WIDTH, HEIGHT), lighter(table, 0.18), darker(table, 0.12))
    _grain(canvas, table)
    canvas.texture((0, 0, WIDTH, HEIGHT), 0.16, 10)
    _cloth_or_plate(canvas)
    places = _spots(canvas, rng.randint(6, 9))
    for x, y in sorted(places, key=lambda place: place[1]):
        kind = rng.choice(list(KINDS))
        fruit = canvas.sprite(x, y, rng.uniform(1.15, 1.45), rng.random() < 0.5, rng.uniform(-25, 25))
        KINDS[kind](fruit, canvas)
        canvas.place(fruit, kind, shadow=0.55, offset=(12, 16))
    canvas.glow(180, 60, 520, "#fff4d6", 0.22)
    return canvas


def _grain(canvas: Canvas, table: Colour) -> None:
    rng = canvas.rng
    boards = canvas.sprite()
    for y in range(0, HEIGHT, 120):
        boards.line([(0, y), (WIDTH, y)], darker(table, 0.35), 2.2)
        for _ in range(14):
            level, wave, start = y + rng.uniform(6, 114), rng.uniform(2, 7), rng.uniform(0, 6)
            line = [(x, level + wave * math.sin(x / 190 + start)) for x in range(-10, WIDTH + 20, 30)]
            boards.line(line, darker(table, rng.uniform(0.06, 0.16)), rng.uniform(0.8, 2))
    canvas.place(boards)


def _cloth_or_plate(canvas: Canvas) -> None:
    plate = canvas.sprite(WIDTH / 2 + canvas.rng.uniform(-60, 60), HEIGHT / 2 + 10)
    if canvas.seed % 2:
        plate.ellipse(0, 0, 410, 292, "#f4f1ea", "#cfcac0")
        plate.ellipse(0, -4, 385, 270, "#dcd8cf", "#f3f0ea")
        plate.ellipse(0, 0, 330, 222, "#efece5", "#e2ded6")
        canvas.place(plate, shadow=0.6, offset=(10, 18))
        return
    cloth = mix(canvas.rng.choice(["#b8433f", "#355f8a", "#4d7c57"]), "#ffffff", 0.12)
    plate.poly([(-430, -250), (400, -285), (445, 245), (-400, 290)], "#f2ede2", "#dcd5c6")
    for step in range(9):
        share = step / 8
        plate.line(
            [(-430 + 830 * share, -250 - 35 * share), (-400 + 845 * share, 290 - 45 * share)], cloth, 9, alpha=120
        )
        plate.line(
            [(-430 + 30 * share, -250 + 540 * share), (400 + 45 * share, -285 + 530 * share)], cloth, 9, alpha=120
        )
    canvas.place(plate, shadow=0.4, offset=(8, 10))


def _spots(canvas: Canvas, count: int) -> list[tuple[float, float]]:
    rng, spots = canvas.rng, list[tuple[float, float]]()
    for _ in range(4000):
        x, y = rng.uniform(170, WIDTH - 170), rng.uniform(150, HEIGHT - 130)
        if all(math.hypot(x - a, (y - b) * 1.15) > 158 for a, b in spots):
            spots.append((x, y))
            if len(spots) == count:
                break
    return spots


def _round(fruit: Sprite, radius: float, colour: Colour) -> None:
    for step in range(14):
        share = step / 13
        tone = mix(darker(colour, 0.38), lighter(colour, 0.22), share)
        fruit.ellipse(
            -radius * 0.22 * share,
            -radius * 0.26 * share,
            radius * (1 - 0.72 * share),
            radius * (1 - 0.74 * share),
            tone,
        )
    fruit.ellipse(-radius * 0.36, -radius * 0.42, radius * 0.17, radius * 0.1, "#ffffff", alpha=130)


def _apple(fruit: Sprite, canvas: Canvas) -> None:
    colour = canvas.rng.choice(["#c62f2f", "#b5342c", "#7fae3c"])
    ring = smooth(
        [(-4, -58), (-40, -64), (-70, -32), (-68, 14), (-40, 60), (-4, 62), (36, 62), (66, 18), (70, -30), (42, -64)], 7
    )
    for step in range(13):
        share = step / 12
        tone = mix(darker(colour, 0.4), lighter(colour, 0.2), share)
        shrink = 1 - 0.75 * share
        fruit.poly([(x * shrink - 14 * share, y * shrink - 18 * share) for x, y in ring], tone)
    fruit.ellipse(0, -50, 16, 7, darker(colour, 0.55))
    fruit.line([(0, -50), (4, -66), (12, -78)], "#5a3d24", 5)
    fruit.poly(smooth([(10, -70), (26, -86), (48, -84), (34, -68)], 6), "#6da544", "#3f7a2e")
    fruit.ellipse(-30, -34, 13, 9, "#ffffff", alpha=120)


def _orange(fruit: Sprite, canvas: Canvas) -> None:
    _round(fruit, 66, "#ef8e1f")
    for _ in range(60):
        angle, reach = canvas.rng.uniform(0, math.tau), 60 * math.sqrt(canvas.rng.random())
        fruit.ellipse(reach * math.cos(angle), reach * math.sin(angle), 1.3, 1.3, "#b8640f", alpha=110)
    fruit.ellipse(8, -44, 6, 4, "#55702c")


def _lemon(fruit: Sprite, _canvas: Canvas) -> None:
    ring = smooth(
        [
            (-86, 0),
            (-70, -14),
            (-40, -44),
            (6, -50),
            (48, -38),
            (70, -14),
            (84, -4),
            (84, 8),
            (68, 16),
            (44, 40),
            (0, 50),
            (-42, 42),
            (-70, 14),
        ],
        6,
    )
    for step in range(12):
        share = step / 11
        tone = mix("#b58f12", "#ffef86", share)
        fruit.poly([(x * (1 - 0.78 * share) - 12 * share, y * (1 - 0.78 * share) - 13 * share) for x, y in ring], tone)
    fruit.ellipse(-26, -22, 15, 6, "#ffffff", alpha=120)


def _banana(fruit: Sprite, canvas: Canvas) -> None:
    outer = smooth([(-112, -26), (-84, 22), (-30, 52), (34, 52), (88, 20), (114, -26)], 8, closed=False)
    inner = smooth([(104, -34), (74, -8), (26, 12), (-26, 12), (-72, -8), (-100, -34)], 8, closed=False)
    fruit.poly([*outer, *inner], "#f7d648", "#d09a1d")
    middle = smooth([(-106, -28), (-78, 6), (-28, 31), (30, 31), (82, 5), (109, -28)], 8, closed=False)
    fruit.line(middle, "#fbe98c", 5, alpha=200)
    fruit.poly([(-116, -26), (-98, -36), (-104, -52), (-116, -48)], "#7a5a22", "#5b421a")
    fruit.ellipse(109, -32, 6, 5, "#4a3718")
    for _ in range(9):
        t = canvas.rng.random()
        x = -80 + 160 * t
        fruit.ellipse(
            x, 40 - abs(x) * 0.35 + canvas.rng.uniform(-12, 2), canvas.rng.uniform(1.5, 4), 1.8, "#8a6420", alpha=150
        )


def _pear(fruit: Sprite, canvas: Canvas) -> None:
    colour = canvas.rng.choice(["#a9b83d", "#c6b042", "#8fae4a"])
    ring = smooth(
        [
            (0, -86),
            (-24, -76),
            (-30, -42),
            (-52, -6),
            (-56, 34),
            (-30, 64),
            (2, 68),
            (34, 62),
            (56, 30),
            (50, -8),
            (28, -44),
            (22, -76),
        ],
        7,
    )
    for step in range(12):
        share = step / 11
        tone = mix(darker(colour, 0.36), lighter(colour, 0.32), share)
        fruit.poly(
            [(x * (1 - 0.76 * share) - 9 * share, (y - 8) * (1 - 0.76 * share) + 8 - 4 * share) for x, y in ring], tone
        )
    fruit.line([(0, -84), (3, -98), (11, -108)], "#5a3d24", 5)
    fruit.ellipse(-22, 6, 9, 17, "#ffffff", alpha=90)


def _plum(fruit: Sprite, canvas: Canvas) -> None:
    _round(fruit, 48, canvas.rng.choice(["#5a2a6e", "#6c2348", "#3f2f72"]))
    fruit.line([(4, -46), (-5, -12), (-1, 26)], "#2a1236", 2.4, alpha=120)
    fruit.line([(3, -44), (6, -60)], "#5a3d24", 4)


KINDS = {"Apple": _apple, "Orange": _orange, "Lemon": _lemon, "Banana": _banana, "Pear": _pear, "Plum": _plum}
