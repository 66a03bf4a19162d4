"""Street scenes at several times of day: cars, buses, people, bicycles, traffic lights."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .canvas import Canvas, Colour, Sprite, darker, lighter, mix, smooth

WIDTH, HEIGHT = 1280, 800
HORIZON, KERB, FAR_LANE, NEAR_LANE = 430, 520, 610, 735


@dataclass(frozen=True)
class Light:
    sky: tuple[Colour, Colour]
    hills: Colour
    wall: float
    window: Colour
    lit: float
    road: tuple[Colour, Colour]
    shade: float
    tint: tuple[Colour, float]


LIGHTS = {
    "noon": Light(
        ("#4f9fe0", "#d8eefa"), "#9fbfd2", 0.0, "#7fb0cc", 0.05, ("#6d727b", "#575c66"), 0.5, ("#fff6d8", 0.03)
    ),
    "evening": Light(
        ("#40508f", "#f7b487"), "#8a6f8f", 0.22, "#ffd98a", 0.4, ("#5b5867", "#454353"), 0.42, ("#ff9a5a", 0.10)
    ),
    "overcast": Light(
        ("#9aa9b5", "#dfe5e8"), "#a9b4bb", 0.12, "#b9c6cd", 0.12, ("#70757a", "#5c6166"), 0.3, ("#a8b4c0", 0.10)
    ),
    "night": Light(
        ("#0b1230", "#2f3c6b"), "#1b2448", 0.62, "#ffdf8f", 0.5, ("#2c3042", "#20232f"), 0.35, ("#15204a", 0.24)
    ),
}
PAINTS = ["#c8372d", "#2f6fb3", "#e8e6e1", "#2b2f36", "#e0a526", "#4b8b5a", "#8e98a3", "#7c3f63", "#d9683a", "#3aa0a8"]
WALLS = ["#c98d6a", "#d9c3a0", "#a9b3a2", "#b86f5c", "#8fa3b5", "#cdb4b8", "#b59f84", "#93887c", "#d7cfc4"]
CLOTHES = ["#d1495b", "#2e4057", "#edae49", "#66a182", "#8d5a97", "#30638e", "#f0efe9", "#3d3b3c", "#e07a5f"]
SKINS = ["#f1c9a5", "#d9a066", "#a5683c", "#6f4526", "#f6d7bd"]


def draw(seed: int, light_name: str) -> Canvas:
    light = LIGHTS[light_name]
    canvas = Canvas(WIDTH, HEIGHT, seed)
    _backdrop(canvas, light, light_name)
    _pavement(canvas, light)
    rng = canvas.rng
    for x in range(rng.randint(40, 160), WIDTH, rng.randint(260, 340)):
        _tree(canvas, x, KERB - 38, rng.uniform(0.8, 1.1), light)
    _traffic_lights(canvas, light_name)
    _people(canvas, light)
    _lane(canvas, light, FAR_LANE, 0.92, flip=True)
    _lane(canvas, light, NEAR_LANE, 1.25, flip=False)
    if light_name == "night":
        canvas.haze("#10183a", 0.10)
    canvas.haze(*light.tint)
    return canvas


def _backdrop(canvas: Canvas, light: Light, name: str) -> None:
    rng = canvas.rng
    canvas.gradient((0, 0, WIDTH, HORIZON + 40), *light.sky)
    if name in ("noon", "evening"):
        canvas.glow(rng.randint(150, 1100), 120 if name == "noon" else 330, 260, "#fff3cf", 0.75)
    if name == "night":
        stars = canvas.sprite()
        for _ in range(90):
            stars.ellipse(rng.uniform(0, WIDTH), rng.uniform(0, 280), 0.9, 0.9, "#ffffff", alpha=rng.randint(90, 230))
        stars.ellipse(1040, 110, 34, 34, "#f6f0d2", "#d9d2b4")
        canvas.place(stars)
    else:
        _clouds(canvas, 5 if name == "noon" else 9, lighter(light.sky[1], 0.5))
    hills = canvas.sprite()
    ridge = [
        (x, HORIZON - 90 - 45 * math.sin(x / 170 + canvas.seed) - 18 * math.sin(x / 61))
        for x in range(-20, WIDTH + 40, 20)
    ]
    hills.poly(
        [*ridge, (WIDTH + 40, HORIZON + 60), (-20, HORIZON + 60)], light.hills, mix(light.hills, light.sky[1], 0.4)
    )
    canvas.place(hills)
    x = -rng.randint(0, 60)
    while x < WIDTH:
        wide = rng.randint(120, 210)
        _house(canvas, x, wide, rng.randint(190, 390), light)
        x += wide + rng.choice([0, 0, 0, 26])


def _clouds(canvas: Canvas, count: int, colour: Colour) -> None:
    rng = canvas.rng
    for _ in range(count):
        cloud = canvas.sprite(rng.uniform(0, WIDTH), rng.uniform(30, 210), rng.uniform(0.6, 1.5))
        for _ in range(7):
            cloud.ellipse(rng.uniform(-70, 70), rng.uniform(-9, 8), rng.uniform(24, 50), rng.uniform(10, 20), colour)
        cloud.soften(7, 0.62)
        canvas.place(cloud)


def _house(canvas: Canvas, left: float, wide: float, high: float, light: Light) -> None:
    rng = canvas.rng
    wall = mix(rng.choice(WALLS), light.sky[0], light.wall)
    house = canvas.sprite(left, KERB - 60)
    house.box(0, -high, wide, 0, lighter(wall, 0.12), darker(wall, 0.08))
    roof = rng.choice(["flat", "gable", "parapet"])
    if roof == "gable":
        house.poly(
            [(-6, -high), (wide / 2, -high - 46), (wide + 6, -high)],
            mix("#8a4a3a", light.sky[0], light.wall),
            darker("#8a4a3a"),
        )
    elif roof == "parapet":
        house.box(-4, -high - 10, wide + 4, -high + 6, darker(wall, 0.2))
    columns, gap = int(wide // 42), 42
    start = (wide - (columns - 1) * gap) / 2
    for row in range(int((high - 80) // 52)):
        for column in range(columns):
            x, y = start + column * gap, -high + 26 + row * 52
            lit = rng.random() < light.lit
            glass = light.window if lit else mix(mix("#5d7f95", light.sky[0], 0.35), "#000000", light.wall * 0.4)
            house.box(x - 12, y - 2, x + 12, y + 34, darker(wall, 0.3))
            house.box(x - 10, y, x + 10, y + 32, lighter(glass, 0.2), glass)
            house.line([(x, y), (x, y + 32)], darker(wall, 0.25), 1.4)
            house.box(x - 14, y + 33, x + 14, y + 37, lighter(wall, 0.25))
    _shop(house, canvas, wide, wall, light)
    canvas.place(house, shadow=0.25, offset=(6, 2))


def _shop(house: Sprite, canvas: Canvas, wide: float, wall: Colour, light: Light) -> None:
    rng = canvas.rng
    glass = mix("#3f5666", light.window, 0.6 if light.lit > 0.3 else 0.15)
    house.box(12, -62, wide - 42, -4, lighter(glass, 0.2), glass)
    house.box(wide - 34, -62, wide - 12, 0, darker(wall, 0.45))
    awning = mix(rng.choice(PAINTS), light.sky[0], light.wall * 0.8)
    stripes = max(4, int(wide // 18))
    step = (wide - 8) / stripes
    for index in range(stripes):
        colour = awning if index % 2 else mix("#f4f0e6", light.sky[0], light.wall * 0.8)
        x = 4 + index * step
        house.poly([(x + 3, -78), (x + step + 3, -78), (x + step, -58), (x, -58)], colour, darker(colour, 0.15))


def _pavement(canvas: Canvas, light: Light) -> None:
    stone = mix("#c9c2b6", light.sky[0], light.wall * 0.8)
    canvas.gradient((0, KERB - 62, WIDTH, KERB + 10), darker(stone, 0.08), stone)
    canvas.gradient((0, KERB + 10, WIDTH, KERB + 20), darker(stone, 0.22), darker(stone, 0.4))
    canvas.gradient((0, KERB + 20, WIDTH, HEIGHT), *light.road)
    canvas.texture((0, KERB + 20, WIDTH, HEIGHT), 0.22, 60)
    lines = canvas.sprite()
    for x in range(-40, WIDTH, 70):
        lines.line([(x, KERB - 60), (x - 26, KERB + 10)], darker(stone, 0.16), 1)
    paint = mix("#f3efe2", light.sky[0], light.wall * 0.6)
    for x in range(-30, WIDTH, 150):
        lines.poly([(x + 12, 645), (x + 92, 645), (x + 84, 654), (x + 2, 654)], paint)
    lines.box(0, KERB + 28, WIDTH, KERB + 31, paint, alpha=150)
    canvas.place(lines)


def _tree(canvas: Canvas, x: float, y: float, scale: float, light: Light) -> None:
    rng = canvas.rng
    leaf = mix(rng.choice(["#4f8a48", "#6b9b3f", "#3f7a55", "#86a044"]), light.sky[0], light.wall * 0.9)
    tree = canvas.sprite(x, y, scale)
    tree.poly([(-7, 0), (-4, -90), (4, -90), (7, 0)], mix("#6d4c35", light.sky[0], light.wall), darker("#6d4c35", 0.3))
    for _ in range(26):
        angle, reach = rng.uniform(0, math.tau), rng.uniform(0, 42)
        blob = mix(darker(leaf, 0.25), lighter(leaf, 0.15), rng.random())
        cx, cy = reach * math.cos(angle), -120 + reach * 0.85 * math.sin(angle)
        radius = rng.uniform(14, 25)
        tree.ellipse(cx, cy, radius, radius * 0.9, lighter(blob, 0.08), darker(blob, 0.15))
    canvas.place(tree, shadow=light.shade * 0.5, offset=(9, 5))


def _traffic_lights(canvas: Canvas, name: str) -> None:
    rng = canvas.rng
    for x in rng.sample([210, 640, 1060], k=rng.choice([1, 2])):
        pole = canvas.sprite(x, KERB + 6)
        pole.box(-3.5, -190, 3.5, 0, "#4a4f55", "#33373c")
        canvas.place(pole, shadow=0.2, offset=(4, 2))
        head = canvas.sprite(x, KERB + 6)
        head.box(-16, -262, 16, -178, "#2c3035", "#1c1f23", radius=7)
        active = rng.randrange(3)
        for index, colour in enumerate(("#e5484d", "#f2b33d", "#3fbf6b")):
            lamp = colour if index == active else mix(colour, "#1c1f23", 0.75)
            head.ellipse(0, -248 + index * 28, 10, 10, lighter(lamp, 0.2), lamp)
        canvas.place(head, "Traffic light", state=("red", "amber", "green")[active])
        canvas.glow(
            x,
            KERB + 6 - 248 + active * 28,
            46,
            ("#ff4d4d", "#ffc04d", "#5dff9b")[active],
            0.7 if name == "night" else 0.35,
        )


def _people(canvas: Canvas, light: Light) -> None:
    rng = canvas.rng
    places = sorted(rng.sample(range(60, WIDTH - 60, 74), k=rng.randint(4, 7)))
    for x in places:
        person(canvas, x + rng.uniform(-10, 10), KERB + rng.uniform(-24, 4), rng.uniform(0.92, 1.08), light.shade)


def person(canvas: Canvas, x: float, y: float, scale: float, shade: float) -> None:
    rng = canvas.rng
    figure = canvas.sprite(x, y, scale, flip=rng.random() < 0.5)
    skin, coat, trousers = (
        rng.choice(SKINS),
        rng.choice(CLOTHES),
        rng.choice(["#2d3a4f", "#3b3b3f", "#6a5a49", "#54677d"]),
    )
    hair = rng.choice(["#2a1d16", "#5b3a21", "#8c6239", "#1b1b1f", "#b98a4b", "#8d8d8d"])
    stride = rng.uniform(5, 13)
    figure.poly([(-7, -46), (1, -46), (-stride + 5, 0), (-stride - 3, 0)], darker(trousers, 0.25))
    figure.poly([(-2, -46), (7, -46), (stride + 3, 0), (stride - 5, 0)], trousers, darker(trousers, 0.1))
    figure.ellipse(-stride + 3, -1, 7, 3.4, "#2b2523")
    figure.ellipse(stride + 1, -1, 7, 3.4, "#3a302c")
    figure.line([(-5, -82), (-9 - stride * 0.4, -62), (-6 - stride * 0.5, -46)], darker(coat, 0.25), 6.5)
    figure.poly(
        smooth([(-10, -88), (0, -92), (9, -88), (10, -62), (9, -40), (-9, -40), (-10, -62)], 5),
        lighter(coat, 0.1),
        darker(coat, 0.12),
    )
    figure.line([(4, -83), (9 + stride * 0.3, -63), (10 + stride * 0.5, -49)], darker(coat, 0.08), 6.5)
    figure.ellipse(10 + stride * 0.5, -47, 3.3, 3.3, skin)
    if rng.random() < 0.45:
        bag = rng.choice(CLOTHES)
        figure.box(6 + stride * 0.5, -46, 19 + stride * 0.5, -29, bag, darker(bag, 0.2), radius=2)
    figure.box(-3, -97, 3, -88, darker(skin, 0.12))
    figure.ellipse(0, -104, 8.2, 9.6, skin, darker(skin, 0.08))
    figure.poly(
        smooth([(-9, -102), (-8, -113), (0, -116), (8, -112), (7, -107), (0, -109), (-5, -104), (-6, -97)], 5), hair
    )
    _ground_shadow(canvas, x, y, 20 * scale, shade)
    canvas.place(figure, "Person")


def _ground_shadow(canvas: Canvas, x: float, y: float, half: float, shade: float) -> None:
    shadow = canvas.sprite()
    for grow in (1.0, 0.82, 0.62):
        shadow.ellipse(x + 4, y + 1, half * grow, max(3.0, half * 0.1) * grow, "#0b0f1c", alpha=round(110 * shade))
    canvas.place(shadow)


def _lane(canvas: Canvas, light: Light, y: float, scale: float, flip: bool) -> None:
    rng = canvas.rng
    x = rng.uniform(40, 200)
    while x < WIDTH - 20:
        kind = rng.choices(["car", "van", "bus", "bicycle"], [6, 2, 1.2, 2])[0]
        half = {"car": 105, "van": 108, "bus": 190, "bicycle": 45}[kind] * scale
        x += half
        place = (x, y + rng.uniform(-6, 6), scale)
        if kind == "bicycle":
            bicycle(canvas, *place, flip, light.shade)
        elif kind == "bus":
            bus(canvas, *place, flip, light)
        else:
            car(canvas, *place, flip, light, van=kind == "van")
        x += half + rng.uniform(40, 230)


def _wheel(sprite: Sprite, x: float, radius: float) -> None:
    sprite.ellipse(x, -radius, radius, radius, "#24272b", "#111214")
    sprite.ellipse(x, -radius, radius * 0.62, radius * 0.62, "#d5d9dd", "#8d949b")
    for spoke in range(5):
        angle = math.tau * spoke / 5
        sprite.line(
            [(x, -radius), (x + radius * 0.55 * math.cos(angle), -radius + radius * 0.55 * math.sin(angle))],
            "#6c737a",
            2,
        )
    sprite.ellipse(x, -radius, radius * 0.16, radius * 0.16, "#42474c")


def car(
    canvas: Canvas, x: float, y: float, scale: float, flip: bool, light: Light, *, van: bool = False, paint: Colour = ""
) -> None:
    paint = paint or canvas.rng.choice(PAINTS)
    glass = mix("#9fc3d6", light.sky[0], 0.35)
    body = canvas.sprite(x, y, scale, flip)
    if van:
        shell = [
            (-100, -20),
            (-100, -78),
            (-94, -88),
            (36, -88),
            (52, -82),
            (78, -52),
            (98, -44),
            (102, -30),
            (102, -16),
            (-98, -12),
        ]
        panes = [
            [(-86, -80), (-48, -80), (-48, -54), (-86, -54)],
            [(-42, -80), (-4, -80), (-4, -54), (-42, -54)],
            [(2, -80), (34, -80), (46, -76), (66, -54), (2, -54)],
        ]
    elif canvas.rng.random() < 0.5:
        shell = [
            (-102, -22),
            (-100, -42),
            (-84, -50),
            (-60, -54),
            (-38, -78),
            (-6, -84),
            (22, -80),
            (50, -56),
            (88, -48),
            (101, -38),
            (103, -20),
            (98, -12),
            (-98, -12),
        ]
        panes = [[(-50, -55), (-34, -73), (-10, -78), (-8, -54)], [(-2, -54), (-3, -78), (18, -75), (42, -54)]]
    else:
        shell = [
            (-94, -22),
            (-95, -56),
            (-84, -78),
            (-50, -86),
            (0, -84),
            (22, -78),
            (52, -54),
            (88, -46),
            (99, -36),
            (100, -20),
            (96, -12),
            (-92, -12),
        ]
        panes = [
            [(-80, -56), (-74, -74), (-44, -79), (-40, -55)],
            [(-34, -55), (-36, -79), (-4, -78), (-2, -54)],
            [(4, -54), (2, -77), (18, -73), (42, -54)],
        ]
    outline = smooth(shell, 7)
    body.poly(outline, lighter(paint, 0.25), darker(paint, 0.22))
    body.poly([(-98, -26), (100, -26), (100, -13), (-96, -13)], darker(paint, 0.35), darker(paint, 0.5), alpha=170)
    for pane in panes:
        body.poly(pane, lighter(glass, 0.35), darker(glass, 0.25))
    body.line([(-90, -44), (84, -44)], lighter(paint, 0.4), 1.4, alpha=150)
    body.box(-30, -41, -18, -38, darker(paint, 0.4), radius=1.5)
    body.ellipse(95, -36, 6, 6, "#fff6cf", "#ffe08a")
    body.box(-101, -44, -95, -32, "#d8342c", "#8f1b17", radius=2)
    body.box(-10, -18, 10, -12, darker(paint, 0.6))
    for wheel in (-62, 62):
        body.ellipse(wheel, -17, 21, 21, darker(paint, 0.7))
        _wheel(body, wheel, 17.5)
    _ground_shadow(canvas, x, y, 108 * scale, light.shade * 1.5)
    canvas.place(body, "Car", colour=str(paint))
    if light.lit >= 0.4:
        canvas.glow(x + (-98 if flip else 98) * scale, y - 36 * scale, 70, "#fff0b0", 0.55)


def bus(canvas: Canvas, x: float, y: float, scale: float, flip: bool, light: Light) -> None:
    paint = canvas.rng.choice(["#d9473a", "#2f7fbf", "#e9b232", "#3b9a6d"])
    body = canvas.sprite(x, y, scale, flip)
    body.box(-185, -142, 185, -14, lighter(paint, 0.2), darker(paint, 0.15), radius=14)
    body.box(-185, -52, 185, -40, "#f3efe6")
    glass = mix("#86aabd", light.window, 0.4 if light.lit > 0.3 else 0.1)
    for index in range(6):
        left = -172 + index * 49
        body.box(left, -126, left + 43, -72, lighter(glass, 0.35), darker(glass, 0.2), radius=5)
    body.box(128, -126, 178, -32, lighter(glass, 0.4), darker(glass, 0.2), radius=5)
    body.line([(153, -126), (153, -32)], darker(paint, 0.4), 2.5)
    body.box(60, -139, 124, -128, "#1e1f23", radius=2)
    body.text(92, -130, "24 HARBOUR", 8.2, "#ffc04d", "DejaVuSans-Bold", "ms") if not flip else None
    body.ellipse(180, -30, 6, 6, "#fff6cf", "#ffe08a")
    body.box(-186, -50, -180, -30, "#b9261f")
    for wheel in (-118, 104):
        body.ellipse(wheel, -20, 25, 25, darker(paint, 0.7))
        _wheel(body, wheel, 21)
    _ground_shadow(canvas, x, y, 195 * scale, light.shade * 1.6)
    canvas.place(body, "Bus", colour=str(paint))


def bicycle(canvas: Canvas, x: float, y: float, scale: float, flip: bool, shade: float) -> None:
    rng = canvas.rng
    frame, coat, skin = rng.choice(PAINTS), rng.choice(CLOTHES), rng.choice(SKINS)
    _ground_shadow(canvas, x, y, 46 * scale, shade * 1.4)
    bike = canvas.sprite(x, y, scale, flip)
    for wheel in (-30, 30):
        ring = [(wheel + 21 * math.cos(math.tau * i / 40), -21 + 21 * math.sin(math.tau * i / 40)) for i in range(41)]
        for spoke in range(0, 40, 4):
            bike.line([(wheel, -21), ring[spoke]], "#a9adb2", 0.6)
        bike.line(ring, "#1d1e21", 3)
    bike.line([(-30, -21), (-8, -50), (24, -50), (30, -21)], frame, 3.4)
    bike.line([(-30, -21), (2, -21), (24, -50)], frame, 3.4)
    bike.line([(2, -21), (-10, -56)], frame, 3.4)
    bike.line([(24, -50), (22, -62), (31, -62)], "#2a2a2d", 3)
    bike.box(-18, -60, -3, -56, "#2a2a2d", radius=2)
    canvas.place(bike, "Bicycle")
    rider = canvas.sprite(x, y, scale, flip)
    rider.line([(-9, -62), (10, -42), (3, -17)], "#2d3a4f", 8)
    rider.ellipse(6, -14, 7, 3, "#3a302c")
    rider.line([(-9, -62), (-1, -84), (6, -98)], coat, 15)
    rider.line([(6, -96), (17, -80), (28, -64)], darker(coat, 0.15), 6)
    rider.ellipse(29, -63, 3, 3, skin)
    rider.ellipse(11, -116, 8, 9, skin, darker(skin, 0.1))
    helmet = rng.choice(PAINTS)
    rider.poly(
        smooth([(1, -117), (3, -126), (12, -129), (21, -123), (21, -118), (11, -119)], 5),
        lighter(helmet, 0.15),
        darker(helmet, 0.2),
    )
    canvas.place(rider, "Person")
