"""A shop's shelf with products, and people in poses whose joints are known."""

from __future__ import annotations

import math

from .canvas import Canvas, Colour, Sprite, darker, lighter, smooth

BRANDS: dict[str, tuple[str, Colour, str]] = {
    "Oat flakes": ("box", "#d98e3f", "OATS"),
    "Tomato soup": ("tin", "#c2372e", "SOUP"),
    "Green tea": ("box", "#4f8f5b", "TEA"),
    "Olive oil": ("bottle", "#7c8f2d", "OLIO"),
    "Berry jam": ("jar", "#7a2d55", "JAM"),
    "Coffee": ("tin", "#4a3226", "CAFE"),
    "Sea salt": ("tin", "#2f7f9e", "SALT"),
    "Honey": ("jar", "#d99a1c", "HONEY"),
}


def product(sprite: Sprite, name: str) -> None:
    """Painted standing on the origin."""
    kind, tone, word = BRANDS[name]
    if kind == "box":
        sprite.box(-34, -112, 34, 0, lighter(tone, 0.18), darker(tone, 0.12))
        sprite.poly([(34, -112), (46, -120), (46, -9), (34, 0)], darker(tone, 0.35))
        sprite.poly([(-34, -112), (-22, -120), (46, -120), (34, -112)], lighter(tone, 0.4))
        sprite.box(-26, -84, 26, -46, "#fbf6ea", radius=4)
        sprite.ellipse(0, -22, 15, 10, lighter(tone, 0.45))
    elif kind == "tin":
        sprite.box(-33, -86, 33, 0, "#c9cdd2", "#8f959b", radius=5)
        sprite.box(-33, -76, 33, -9, lighter(tone, 0.12), darker(tone, 0.2))
        sprite.box(-33, -76, -21, -9, "#ffffff", alpha=60)
        sprite.ellipse(0, -86, 33, 6, "#e3e6e9", "#b3b8bd")
        sprite.box(-25, -60, 25, -30, "#fbf6ea", radius=3)
    elif kind == "bottle":
        sprite.poly(
            smooth(
                [
                    (-24, 0),
                    (-26, -70),
                    (-20, -96),
                    (-9, -112),
                    (-8, -140),
                    (8, -140),
                    (9, -112),
                    (20, -96),
                    (26, -70),
                    (24, 0),
                ],
                5,
            ),
            lighter(tone, 0.12),
            darker(tone, 0.3),
        )
        sprite.box(-9, -152, 9, -134, "#2c2c2c", radius=3)
        sprite.box(-22, -72, 22, -26, "#fbf6ea", radius=3)
        sprite.box(-18, -92, -12, -20, "#ffffff", alpha=70)
    else:
        sprite.box(-30, -78, 30, 0, lighter(tone, 0.18), darker(tone, 0.2), radius=12)
        sprite.box(-28, -94, 28, -76, "#e9e2d0", "#b9b09a", radius=4)
        sprite.box(-24, -58, 24, -24, "#fbf6ea", radius=3)
        sprite.box(-25, -72, -19, -10, "#ffffff", alpha=80)
    y = {"box": -60, "tin": -40, "bottle": -44, "jar": -36}[kind]
    sprite.text(0, y, word, 13, darker(tone, 0.3), "DejaVuSans-Bold", "ms")


def shelf(seed: int) -> Canvas:
    canvas = Canvas(1080, 760, seed)
    rng = canvas.rng
    canvas.gradient((0, 0, 1080, 760), "#e9e4da", "#cfc8bb")
    for row in range(3):
        y = 222 + row * 236
        board = canvas.sprite()
        board.box(0, y - 196, 1080, y, "#d5cdbf", "#bdb4a4")
        board.box(0, y, 1080, y + 26, "#b98a58", "#8d6238")
        canvas.place(board)
        x = rng.uniform(40, 70)
        names = rng.sample(list(BRANDS), k=4)
        while x < 1010:
            name = rng.choice(names)
            for _ in range(rng.randint(1, 4)):
                if x > 1010:
                    break
                item = canvas.sprite(x + 20, y + 2, 1.12)
                product(item, name)
                canvas.place(item, name, shadow=0.35, offset=(7, 3))
                x += rng.uniform(80, 90)
            tag = canvas.sprite(x - 70, y + 6)
            tag.box(-26, 0, 26, 17, "#fffdf4", radius=2)
            tag.text(0, 13, f"{rng.randint(99, 899) / 100:.2f}", 11, "#2b2b2b", "DejaVuSans-Bold", "ms")
            canvas.place(tag)
            x += rng.uniform(0, 60)
    return canvas


def single(seed: int, name: str) -> Canvas:
    canvas = Canvas(240, 260, seed)
    canvas.gradient((0, 0, 240, 260), "#f3f1ec", "#dcd7cd")
    item = canvas.sprite(116, 228, 1.35)
    product(item, name)
    canvas.place(item, name, shadow=0.5, offset=(8, 6))
    return canvas


Joint = tuple[float, float]
POSES: list[dict[str, Joint]] = [
    {
        "Head": (0, -208),
        "Neck": (0, -172),
        "Left shoulder": (-32, -164),
        "Right shoulder": (32, -164),
        "Left elbow": (-78, -196),
        "Right elbow": (74, -190),
        "Left wrist": (-96, -250),
        "Right wrist": (96, -246),
        "Left hip": (-20, -88),
        "Right hip": (20, -88),
        "Left knee": (-48, -44),
        "Right knee": (46, -44),
        "Left ankle": (-78, 0),
        "Right ankle": (76, 0),
    },
    {
        "Head": (22, -196),
        "Neck": (14, -162),
        "Left shoulder": (-16, -156),
        "Right shoulder": (42, -150),
        "Left elbow": (-62, -132),
        "Right elbow": (76, -112),
        "Left wrist": (-74, -86),
        "Right wrist": (112, -140),
        "Left hip": (-16, -84),
        "Right hip": (20, -82),
        "Left knee": (46, -70),
        "Right knee": (-22, -36),
        "Left ankle": (42, -22),
        "Right ankle": (-72, -10),
    },
    {
        "Head": (0, -212),
        "Neck": (0, -176),
        "Left shoulder": (-32, -168),
        "Right shoulder": (32, -168),
        "Left elbow": (-46, -218),
        "Right elbow": (46, -218),
        "Left wrist": (-8, -262),
        "Right wrist": (8, -262),
        "Left hip": (-20, -92),
        "Right hip": (20, -92),
        "Left knee": (-70, -74),
        "Right knee": (18, -46),
        "Left ankle": (10, -52),
        "Right ankle": (18, 0),
    },
    {
        "Head": (-64, -184),
        "Neck": (-36, -158),
        "Left shoulder": (-52, -138),
        "Right shoulder": (-16, -164),
        "Left elbow": (-98, -120),
        "Right elbow": (26, -196),
        "Left wrist": (-140, -128),
        "Right wrist": (66, -222),
        "Left hip": (-6, -84),
        "Right hip": (28, -92),
        "Left knee": (-18, -42),
        "Right knee": (78, -84),
        "Left ankle": (-16, 0),
        "Right ankle": (132, -88),
    },
]
BONES = [
    ("Left hip", "Left knee"),
    ("Left knee", "Left ankle"),
    ("Right hip", "Right knee"),
    ("Right knee", "Right ankle"),
    ("Left shoulder", "Left elbow"),
    ("Left elbow", "Left wrist"),
    ("Right shoulder", "Right elbow"),
    ("Right elbow", "Right wrist"),
]


def pose(seed: int) -> Canvas:
    canvas = Canvas(720, 720, seed)
    wall = canvas.rng.choice(["#9fb9c4", "#d8b59a", "#b5c0a0", "#c7b3cf"])
    canvas.gradient((0, 0, 720, 560), lighter(wall, 0.35), wall)
    canvas.gradient((0, 560, 720, 720), "#caa77d", "#a27d56")
    canvas.texture((0, 560, 720, 720), 0.2, 20)
    mat = canvas.sprite()
    mat.poly([(150, 608), (590, 608), (650, 682), (90, 682)], "#4f7f8f", "#3b6472")
    for grow in (1.0, 0.8, 0.6):
        mat.ellipse(365, 642, 170 * grow, 20 * grow, "#1a2a30", alpha=50)
    canvas.place(mat)
    joints = POSES[seed % len(POSES)]
    skin = canvas.rng.choice(["#f1c9a5", "#a5683c", "#d9a066", "#6f4526"])
    top, trousers = canvas.rng.choice(
        [("#d1495b", "#2e4057"), ("#edae49", "#3d3b3c"), ("#30638e", "#22333b"), ("#66a182", "#463f57")]
    )
    body = canvas.sprite(360, 640, 1.95)
    _body(body, joints, skin, top, trousers)
    canvas.place(
        body,
        "Person",
        shadow=0.3,
        offset=(14, 4),
        joints={name: body.picture_point(*place) for name, place in joints.items()},
    )
    return canvas


def _body(body: Sprite, joints: dict[str, Joint], skin: Colour, top: Colour, trousers: Colour) -> None:
    for first, second in BONES[:4]:
        body.line(
            [joints[first], joints[second]],
            trousers if "hip" in first else darker(trousers, 0.1),
            23 if "hip" in first else 18,
        )
    for side in ("Left", "Right"):
        x, y = joints[f"{side} ankle"]
        body.ellipse(x + 5, y + 1, 15, 7, "#f4f1ea", "#c9c4b8")
    torso = [joints["Left shoulder"], joints["Neck"], joints["Right shoulder"], joints["Right hip"], joints["Left hip"]]
    body.poly(smooth(torso, 6), lighter(top, 0.1), darker(top, 0.15))
    body.line([joints["Left shoulder"], joints["Right shoulder"]], top, 20)
    body.line([joints["Left hip"], joints["Right hip"]], trousers, 24)
    body.line([joints["Neck"], joints["Head"]], darker(skin, 0.15), 13)
    for first, second in BONES[4:]:
        body.line(
            [joints[first], joints[second]],
            darker(skin, 0.06) if "elbow" in first else top,
            13 if "elbow" in first else 16,
        )
    for side in ("Left", "Right"):
        body.ellipse(*joints[f"{side} wrist"], 9, 9, skin)
    x, y = joints["Head"]
    body.ellipse(x, y, 22, 26, skin, darker(skin, 0.1))
    hair = [(x + 24 * math.cos(a), y - 6 + 25 * math.sin(a)) for a in (math.radians(d) for d in range(180, 361, 12))]
    body.poly([*hair, (x + 12, y - 12), (x - 14, y - 10)], "#2d2019")
    for eye in (-8, 8):
        body.ellipse(x + eye, y + 1, 2, 2.4, "#23201e")
    body.line(smooth([(x - 6, y + 12), (x, y + 15), (x + 6, y + 12)], 4, closed=False), darker(skin, 0.45), 1.6)
