"""Receipts and business letters with every printed line known: its words, its kind, its box."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from .canvas import SUPERSAMPLE, Canvas, Sprite, Thing, smooth

SHOPS = [
    (
        "BAKER & DAUGHTERS",
        "12 Mill Lane, Thornbury",
        ["Rye loaf", "Cinnamon bun", "Oat milk 1L", "Apple tart", "Espresso"],
    ),
    (
        "NORTHSIDE HARDWARE",
        "88 Dock Street, Avonford",
        ["Wood screws 4x40", "Masking tape", "Paint brush 50mm", "Sandpaper P120", "Work gloves"],
    ),
    (
        "GREEN CORNER",
        "3 Market Square, Lydd",
        ["Tomatoes 1kg", "Basil pot", "Goat cheese", "Olives 200g", "Sparkling water"],
    ),
    (
        "PAPER & INK",
        "41 College Road, Westmere",
        ["Notebook A5", "Fountain pen", "Ink bottle blue", "Envelope set", "Sticky notes"],
    ),
    (
        "TIDE COFFEE BAR",
        "7 Harbour Walk, Penrow",
        ["Flat white", "Cold brew", "Banana bread", "Granola bowl", "Orange juice"],
    ),
    (
        "VELO WORKSHOP",
        "15 Canal Street, Ashby",
        ["Inner tube 28in", "Chain oil", "Brake pads", "Bell brass", "Puncture kit"],
    ),
]
MONO, BOLD = "DejaVuSansMono", "DejaVuSansMono-Bold"


def receipt(seed: int) -> Canvas:
    """A till receipt on a table, slightly shaded."""
    canvas = Canvas(640, 780, seed)
    rng = canvas.rng
    canvas.gradient((0, 0, 640, 780), "#6f5a48", "#4d3d31")
    canvas.texture((0, 0, 640, 780), 0.35, 10)
    shop, address, goods = SHOPS[seed % len(SHOPS)]
    slip = canvas.sprite(320, 0)
    edge = [(x, 748 + (5 if index % 2 else 0)) for index, x in enumerate(range(220, -221, -11))]
    slip.poly([(-220, 34), (220, 34), *edge], "#fdfcf7", "#efece2")
    canvas.place(slip, shadow=0.8, offset=(10, 12))
    ink = canvas.sprite(320, 0)
    _line(canvas, ink, 0, 96, shop, 25, "Shop", BOLD, "ms")
    _line(canvas, ink, 0, 126, address, 15, "Address", MONO, "ms")
    date = f"{rng.randint(1, 28):02d}.{rng.randint(1, 12):02d}.2025"
    _line(canvas, ink, -190, 180, date, 17, "Date", MONO)
    _line(canvas, ink, 190, 180, f"{rng.randint(8, 19):02d}:{rng.randint(0, 59):02d}", 17, "Time", MONO, "rs")
    _rule(ink, 200)
    y, total = 244, 0
    for name in rng.sample(goods, k=rng.randint(3, 5)):
        count, price = rng.randint(1, 3), rng.randint(120, 1450)
        total += count * price
        _line(canvas, ink, -190, y, f"{count} x {name}", 18, "Item", MONO)
        _line(canvas, ink, 190, y, f"{count * price / 100:.2f}", 18, "Price", MONO, "rs")
        y += 44
    _rule(ink, y - 14)
    _line(canvas, ink, -190, y + 32, "TOTAL EUR", 24, "Total label", BOLD)
    _line(canvas, ink, 190, y + 32, f"{total / 100:.2f}", 24, "Total", BOLD, "rs")
    _line(canvas, ink, -190, y + 74, f"VAT 10% {total / 1100:.2f}", 16, "Tax", MONO)
    _line(canvas, ink, 0, y + 140, "Thank you, see you soon!", 16, "Note", MONO, "ms")
    x = -130.0
    while x < 130:
        wide = rng.choice([2, 2, 3, 5])
        ink.box(x, y + 170, x + wide, y + 226, "#22242a")
        x += wide + rng.choice([2, 3, 4])
    canvas.place(ink)
    canvas.glow(160, 120, 520, "#fff4dd", 0.16)
    return canvas


def _rule(ink: Sprite, y: float) -> None:
    for x in range(-190, 190, 12):
        ink.line([(x, y), (x + 6, y)], "#55585e", 1.4)


def _line(
    canvas: Canvas,
    ink: Sprite,
    x: float,
    y: float,
    words: str,
    size: float,
    kind: str,
    style: str = "DejaVuSans",
    anchor: str = "ls",
) -> None:
    left, top, right, low = ink.text(x, y, words, size, "#25272d", style, anchor)
    mask = Image.new("L", canvas.pixels, 0)
    box = [round(value * SUPERSAMPLE) for value in (left - 4, top - 3, right + 4, low + 3)]
    ImageDraw.Draw(mask).rectangle(box, fill=255)
    canvas.things.append(Thing(kind, mask, {"text": words}))


def page(number: int) -> Canvas:
    """One of three pages of an offer: letter, table, signature."""
    canvas = Canvas(760, 1000, 40 + number, "#ffffff")
    ink = canvas.sprite(0, 0)
    ink.box(0, 0, 760, 18, "#24506b")
    _line(canvas, ink, 64, 82, "Harrow & Finch Joinery", 26, "Title", "DejaVuSerif-Bold")
    _line(canvas, ink, 64, 112, "Workshop 4, Old Rope Yard, Avonford", 13, "Address")
    (_letter, _price_table, _signature)[number - 1](canvas, ink)
    _line(canvas, ink, 380, 962, f"Page {number} of 3", 12, "Page number", anchor="ms")
    canvas.place(ink)
    return canvas


def _paragraph(canvas: Canvas, ink: Sprite, y: float, lines: list[str]) -> float:
    for words in lines:
        _line(canvas, ink, 64, y, words, 15, "Text", "DejaVuSerif")
        y += 27
    return y + 16


def _letter(canvas: Canvas, ink: Sprite) -> None:
    _line(canvas, ink, 64, 190, "Offer no. 2025-118", 22, "Heading", "DejaVuSans-Bold")
    _line(canvas, ink, 696, 190, "14 March 2025", 15, "Date", anchor="rs")
    y = _paragraph(canvas, ink, 250, ["Dear Ms Okafor,"])
    y = _paragraph(
        canvas,
        ink,
        y,
        [
            "thank you for asking us about shelves for your reading room.",
            "We measured the two long walls last Tuesday and propose oak",
            "boards of 28 mm on hidden steel brackets, oiled, not varnished.",
        ],
    )
    y = _paragraph(
        canvas,
        ink,
        y,
        [
            "All parts are made in our workshop. Fitting takes two days and",
            "can start within three weeks of your order.",
        ],
    )
    ink.box(64, y, 696, y + 300, "#e9eef1", "#d3dde3", radius=6)
    for shelf in range(4):
        ink.box(100, y + 50 + shelf * 66, 660, y + 58 + shelf * 66, "#a87442", "#80552c")
        for book in range(22):
            x = 108 + book * 25
            tone = canvas.rng.choice(["#38618c", "#a63d40", "#e9b872", "#4f7c5a", "#6d597a"])
            ink.box(
                x,
                y + 50 + shelf * 66 - canvas.rng.uniform(28, 44),
                x + canvas.rng.uniform(14, 22),
                y + 50 + shelf * 66,
                tone,
            )
    _line(canvas, ink, 64, y + 326, "Fig. 1  The long wall with four boards", 13, "Caption", "DejaVuSans-Oblique")


def _price_table(canvas: Canvas, ink: Sprite) -> None:
    _line(canvas, ink, 64, 190, "Prices", 22, "Heading", "DejaVuSans-Bold")
    rows = [
        ("Position", "Pieces", "EUR"),
        ("Oak board 28 x 240 x 2400 mm", "8", "1,168.00"),
        ("Hidden steel bracket", "32", "416.00"),
        ("Oil finish, two coats", "8", "184.00"),
        ("Fitting, two days", "1", "920.00"),
        ("Delivery in Avonford", "1", "45.00"),
    ]
    for index, (name, pieces, price) in enumerate(rows):
        y = 260 + index * 46
        if index == 0:
            ink.box(64, y - 30, 696, y + 14, "#24506b")
        elif index % 2 == 0:
            ink.box(64, y - 30, 696, y + 14, "#eef3f5")
        style = "DejaVuSans-Bold" if index == 0 else "DejaVuSans"
        for x, words, anchor in ((78, name, "ls"), (520, pieces, "rs"), (682, price, "rs")):
            ink.text(x, y, words, 15, "#ffffff" if index == 0 else "#25272d", style, anchor)
    mask = Image.new("L", canvas.pixels, 0)
    ImageDraw.Draw(mask).rectangle([64 * 2, 230 * 2, 696 * 2, 505 * 2], fill=255)
    canvas.things.append(Thing("Table", mask, {}))
    _line(canvas, ink, 682, 570, "Sum  2,733.00 EUR", 19, "Total", "DejaVuSans-Bold", "rs")
    _paragraph(
        canvas,
        ink,
        640,
        [
            "Prices hold for sixty days and include value added tax.",
            "One third is due with the order, the rest after fitting.",
        ],
    )


def _signature(canvas: Canvas, ink: Sprite) -> None:
    _line(canvas, ink, 64, 190, "Order", 22, "Heading", "DejaVuSans-Bold")
    _paragraph(
        canvas,
        ink,
        250,
        ["I order the work as offered on pages one and two.", "I have read the conditions on the back of this page."],
    )
    ink.line([(64, 470), (330, 470)], "#555a60", 1.2)
    _line(canvas, ink, 64, 494, "Place, date", 13, "Text")
    ink.line([(400, 470), (696, 470)], "#555a60", 1.2)
    _line(canvas, ink, 400, 494, "Signature of the customer", 13, "Text")
    pen = canvas.sprite(430, 446)
    pen.line(
        smooth(
            [
                (0, 0),
                (18, -38),
                (30, 6),
                (46, -20),
                (60, 4),
                (78, -44),
                (92, 10),
                (120, -8),
                (150, -26),
                (170, 4),
                (214, -6),
            ],
            8,
            closed=False,
        ),
        "#1f3c88",
        2.6,
    )
    canvas.place(pen, "Signature")
    stamp = canvas.sprite(200, 640, 1, False, -12)
    for radius, thick in ((74, 4), (58, 1.6)):
        stamp.line(
            [(radius * math.cos(math.tau * i / 60), radius * math.sin(math.tau * i / 60)) for i in range(61)],
            "#b23a48",
            thick,
        )
    stamp.text(0, 4, "PAID 1/3", 19, "#b23a48", "DejaVuSans-Bold", "ms")
    mask_sprite = canvas.sprite(200, 640)
    mask_sprite.ellipse(0, 0, 76, 76, "#000000")
    canvas.place(stamp)
    canvas.things.append(Thing("Stamp", mask_sprite.image.getchannel("A"), {}))
