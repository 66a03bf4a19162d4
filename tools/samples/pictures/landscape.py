"""Landscapes by weather and place, and the lighthouse in four manners that the picture rankings compare."""

from __future__ import annotations

import math

from .canvas import Canvas, Colour, darker, lighter, mix, smooth

WIDTH, HEIGHT = 960, 600
SKIES: dict[str, tuple[Colour, Colour]] = {
    "Sunny": ("#3f8fd8", "#cfe9f7"),
    "Rain": ("#5d6b78", "#a7b3bb"),
    "Snow": ("#b9c7d6", "#eef3f7"),
    "Night": ("#0a1130", "#33406f"),
    "Sunset": ("#4b3f7d", "#ffae6b"),
}
GROUNDS: dict[str, tuple[Colour, Colour]] = {
    "Mountains": ("#6f9a55", "#3f6d3b"),
    "Coast": ("#e4cf9c", "#c8ab72"),
    "Forest": ("#4d7a45", "#2f5331"),
    "Fields": ("#d9b64e", "#8f9b3d"),
}


def draw(seed: int, weather: str, place: str) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, seed)
    sky = SKIES[weather]
    canvas.gradient((0, 0, WIDTH, 380), *sky)
    _lights(canvas, weather)
    dim = {"Night": 0.62, "Rain": 0.32, "Snow": 0.1, "Sunset": 0.25}.get(weather, 0.0)
    for depth in range(3):
        _ridge(canvas, depth, sky, dim)
    near, far = GROUNDS[place]
    if weather == "Snow":
        near, far = "#f4f8fb", "#cfdbe6"
    _ground(canvas, mix(near, sky[0], dim), mix(far, sky[0], dim), place, dim, weather)
    _fall(canvas, weather)
    return canvas


def _lights(canvas: Canvas, weather: str) -> None:
    rng = canvas.rng
    if weather == "Night":
        stars = canvas.sprite()
        for _ in range(130):
            stars.ellipse(rng.uniform(0, WIDTH), rng.uniform(0, 300), 0.9, 0.9, "#ffffff", alpha=rng.randint(80, 240))
        canvas.place(stars)
        moon = canvas.sprite(rng.uniform(120, 840), 100)
        moon.ellipse(0, 0, 34, 34, "#f8f3da", "#d8d3bd")
        canvas.place(moon)
        return
    if weather in ("Sunny", "Sunset"):
        x, y = rng.uniform(160, 800), 95 if weather == "Sunny" else 250
        canvas.glow(x, y, 300, "#fff0c2", 0.8)
        sun = canvas.sprite(x, y)
        sun.ellipse(0, 0, 36, 36, "#fffbe6", "#ffe9a8")
        canvas.place(sun)
    for _ in range(4 if weather == "Sunny" else 9):
        cloud = canvas.sprite(rng.uniform(0, WIDTH), rng.uniform(40, 200), rng.uniform(0.7, 1.7))
        for _ in range(8):
            cloud.ellipse(
                rng.uniform(-70, 70),
                rng.uniform(-9, 8),
                rng.uniform(24, 50),
                rng.uniform(10, 20),
                lighter(SKIES[weather][1], 0.35),
            )
        cloud.soften(8, 0.6)
        canvas.place(cloud)


def _ridge(canvas: Canvas, depth: int, sky: tuple[Colour, Colour], dim: float) -> None:
    rng = canvas.rng
    base = 300 + depth * 38
    rock = mix(mix("#5f7690", "#3f6b52", depth / 2), sky[1], 0.55 - depth * 0.2)
    rock = mix(rock, sky[0], dim)
    peaks = [(-40.0, float(base))]
    x = -40.0
    while x < WIDTH + 80:
        x += rng.uniform(55, 130)
        peaks.append((x, base - rng.uniform(20, 175 - depth * 48) * (1 if len(peaks) % 2 else 0.35)))
    ridge = canvas.sprite()
    outline = smooth(peaks, 5, closed=False) if depth else peaks
    ridge.poly([*outline, (WIDTH + 200, 480), (-40, 480)], lighter(rock, 0.06), darker(rock, 0.1))
    if depth == 0:
        for (xa, ya), (xb, yb), (xc, yc) in zip(peaks, peaks[1:], peaks[2:], strict=False):
            if yb < ya and yb < yc and yb < base - 70:
                ridge.poly(
                    [
                        (xb, yb),
                        (xb + (xa - xb) * 0.3, yb + (ya - yb) * 0.3),
                        (xb - 6, yb + 22),
                        (xb + 8, yb + 36),
                        (xb + (xc - xb) * 0.32, yb + (yc - yb) * 0.32),
                    ],
                    mix("#f6fafc", sky[0], dim),
                )
    canvas.place(ridge)


def _ground(canvas: Canvas, near: Colour, far: Colour, place: str, dim: float, weather: str) -> None:
    rng = canvas.rng
    land = canvas.sprite()
    shore = smooth([(-30, 400), (200, 385), (480, 402), (760, 388), (1000, 400)], 10, closed=False)
    if place == "Coast":
        sea = mix("#2f7fa3", SKIES[weather][1], 0.2)
        land.poly([*shore, (1000, 620), (-30, 620)], mix(sea, SKIES[weather][0], dim), darker(sea, 0.3 + dim * 0.4))
        for _ in range(70):
            y = rng.uniform(405, 520)
            x, long = rng.uniform(0, WIDTH), rng.uniform(14, 60)
            land.line([(x, y), (x + long, y)], lighter(sea, 0.4), 1.3, alpha=120)
        shore = smooth([(-30, 560), (180, 505), (420, 520), (700, 470), (1000, 450)], 10, closed=False)
        land.line(shore, "#f6fbfc", 7, alpha=190)
    land.poly([*shore, (1000, 620), (-30, 620)], near, far)
    if place == "Fields":
        for row in range(16):
            spread = (row - 7.5) * 130
            land.line(
                [(480 + spread * 0.28, 398), (480 + spread * 1.6, 620)],
                darker(far, 0.16),
                3 + abs(spread) / 200,
                alpha=150,
            )
    canvas.place(land)
    canvas.texture((0, 400, WIDTH, HEIGHT), 0.2, 24)
    count = {"Forest": 46, "Mountains": 20, "Fields": 7, "Coast": 5}[place]
    for y in sorted(rng.uniform(405, 580) for _ in range(count)):
        if place == "Coast" and y < 540:
            continue
        _fir(canvas, rng.uniform(0, WIDTH), y, 0.5 + (y - 400) / 160, dim, weather)


def _fir(canvas: Canvas, x: float, y: float, scale: float, dim: float, weather: str) -> None:
    leaf = mix(canvas.rng.choice(["#2f5d3a", "#3b6e3f", "#28503a", "#4a7a42"]), SKIES[weather][0], dim)
    fir = canvas.sprite(x, y, scale * canvas.rng.uniform(0.8, 1.15))
    fir.box(-3, -14, 3, 0, "#4a3626")
    for level in range(4):
        half, top = 26 - level * 5.5, -34 - level * 19
        fir.poly([(-half, top + 22), (0, top - 14), (half, top + 22)], lighter(leaf, 0.12), darker(leaf, 0.2))
        if weather == "Snow":
            fir.poly([(-half * 0.55, top + 4), (0, top - 14), (half * 0.55, top + 4), (0, top + 1)], "#f4f8fb")
    canvas.place(fir, shadow=0.25, offset=(6, 4))


def _fall(canvas: Canvas, weather: str) -> None:
    rng = canvas.rng
    if weather not in ("Rain", "Snow"):
        return
    drops = canvas.sprite()
    for _ in range(430 if weather == "Rain" else 300):
        x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
        if weather == "Rain":
            drops.line([(x, y), (x - 6, y + 22)], "#dfe7ec", 0.9, alpha=120)
        else:
            drops.ellipse(x, y, rng.uniform(1, 3), rng.uniform(1, 3), "#ffffff", alpha=rng.randint(120, 235))
    canvas.place(drops)


MANNERS: dict[str, tuple[tuple[Colour, Colour], Colour, Colour, Colour]] = {
    "1": (("#3b3a78", "#ffab72"), "#2f6e8f", "#c8372d", "#f6f0e4"),
    "2": (("#1c2c50", "#6d86b8"), "#223f66", "#4a5a78", "#c9d2e0"),
    "3": (("#7cc6e8", "#fdf3d0"), "#4fb0b8", "#e86f51", "#ffffff"),
    "4": (("#8a8f96", "#d9dbdd"), "#5f6a72", "#5d6063", "#e4e4e2"),
}


def lighthouse(seed: int, manner: str) -> Canvas:
    sky, sea, stripe, wall = MANNERS[manner]
    canvas = Canvas(720, 720, seed)
    canvas.gradient((0, 0, 720, 470), *sky)
    canvas.glow(520, 400, 260, "#fff0c2", 0.75 if manner in "13" else 0.25)
    canvas.gradient((0, 455, 720, 720), lighter(sea, 0.2), darker(sea, 0.35))
    waves = canvas.sprite()
    for _ in range(120):
        y = 460 + 250 * canvas.rng.random() ** 1.4
        x, long = canvas.rng.uniform(-20, 720), canvas.rng.uniform(14, 70)
        waves.line([(x, y), (x + long, y)], lighter(sea, 0.45), 1.4, alpha=130)
    canvas.place(waves)
    rock = canvas.sprite(250, 560)
    rock.poly(
        smooth([(-230, 160), (-190, 60), (-110, 10), (-40, -34), (60, -40), (120, -4), (190, 40), (240, 160)], 4),
        "#6b6460",
        "#2f2c2d",
    )
    canvas.place(rock, shadow=0.3, offset=(12, 6))
    tower = canvas.sprite(250, 530, flip=manner == "2")
    for step in range(7):
        low, high = -step * 52, -(step + 1) * 52
        half, next_half = 46 - step * 2.6, 46 - (step + 1) * 2.6
        tower.poly([(-half, low), (half, low), (next_half, high), (-next_half, high)], stripe if step % 2 else wall)
        tower.poly([(half * 0.25, low), (half, low), (next_half, high), (next_half * 0.25, high)], "#10142a", alpha=60)
    tower.box(-38, -376, 38, -364, "#3a3d45")
    tower.box(-19, -412, 19, -376, "#ffeeb0", "#ffd45e")
    tower.poly([(-27, -412), (0, -440), (27, -412)], stripe, darker(stripe, 0.3))
    canvas.place(tower, shadow=0.35, offset=(10, 4))
    beam = canvas.sprite(250, 136)
    beam.poly([(0, -6), (560, -90), (560, 70), (0, 8)], "#fff3c0", alpha=90 if manner in "12" else 26)
    canvas.place(beam)
    gulls = canvas.sprite()
    for _ in range(5):
        x, y = canvas.rng.uniform(380, 680), canvas.rng.uniform(150, 330)
        gulls.line(
            smooth([(x - 14, y - 3), (x - 6, y - 8), (x, y), (x + 6, y - 8), (x + 14, y - 3)], 4, closed=False),
            "#2b2f3a",
            1.6,
        )
    canvas.place(gulls)
    canvas.glow(250, 136, 60, "#ffe9a0", 0.8 * math.cos(0.5))
    return canvas
