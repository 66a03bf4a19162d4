"""The gallery's pictures: small SVG drawings in colours that stand on light and on dark ground."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from .place import EXAMPLES

WIDTH, HEIGHT = 240, 150
INK = "#64748b"
BLUE, ORANGE, GREEN, PURPLE, RED, YELLOW, PINK, TEAL = (
    "#2f6fed",
    "#f2762e",
    "#2fa56a",
    "#8e5bd9",
    "#e5484d",
    "#e0a100",
    "#d6409f",
    "#12a5b5",
)
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, RED, YELLOW)


def rect(
    x: float, y: float, w: float, h: float, fill: str = INK, opacity: float = 1, radius: float = 3, stroke: str = ""
) -> str:
    edge = f' stroke="{stroke}" stroke-width="2"' if stroke else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{radius:g}" fill="{fill}" fill-opacity="{opacity:g}"{edge}/>'


def circle(x: float, y: float, r: float, fill: str = INK, opacity: float = 1, stroke: str = "") -> str:
    edge = f' stroke="{stroke}" stroke-width="2"' if stroke else ""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}" fill-opacity="{opacity:g}"{edge}/>'


def path(d: str, stroke: str = INK, width: float = 2, fill: str = "none", opacity: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{d}" fill="{fill}" fill-opacity="{opacity:g}" stroke="{stroke}" stroke-width="{width:g}"'
        f' stroke-linecap="round" stroke-linejoin="round"{dashed}/>'
    )


def card(x: float = 8, y: float = 8, w: float = 224, h: float = 134) -> str:
    return rect(x, y, w, h, INK, 0.1, 8)


def scene(x: float = 8, y: float = 8, w: float = 224, h: float = 134) -> str:
    """Sky, sun, hills."""
    low = y + h
    return (
        rect(x, y, w, h, TEAL, 0.14, 8)
        + circle(x + w * 0.78, y + h * 0.25, h * 0.09, YELLOW, 0.8)
        + path(
            f"M{x:g} {low - h * 0.3:g}L{x + w * 0.3:g} {low - h * 0.62:g}L{x + w * 0.52:g} {low - h * 0.34:g}L{x + w * 0.7:g} {low - h * 0.52:g}L{x + w:g} {low - h * 0.26:g}V{low - 8:g}Q{x + w:g} {low:g} {x + w - 8:g} {low:g}H{x + 8:g}Q{x:g} {low:g} {x:g} {low - 8:g}Z",
            "none",
            0,
            GREEN,
            0.3,
        )
    )


def car(x: float, y: float, colour: str) -> str:
    return (
        path(f"M{x:g} {y:g}v-10q0-5 6-6l8-10q2-3 6-3h14q4 0 6 3l7 10q9 1 9 7v9z", "none", 0, colour, 0.85)
        + circle(x + 13, y, 6, INK)
        + circle(x + 43, y, 6, INK)
    )


def frame(x: float, y: float, w: float, h: float, colour: str) -> str:
    return rect(x, y, w, h, colour, 0.12, 2, colour) + rect(x, y - 9, min(w, 26), 9, colour, 1, 2)


def lines(
    marks: Sequence[tuple[int, float, float, str]] = (),
    x: float = 22,
    y: float = 26,
    w: float = 196,
    rows: int = 6,
    gap: float = 18,
) -> str:
    """Lines of text; a mark is row, start and width in parts of the line, colour."""
    drawn = ""
    for row, start, wide, colour in marks:
        drawn += rect(x + start * w - 3, y + row * gap - 4, wide * w + 6, 14, colour, 0.35, 3)
    for row in range(rows):
        length = w * (0.62 if row == rows - 1 else 1 - 0.07 * (row * 3 % 4))
        drawn += rect(x, y + row * gap, length, 6, INK, 0.5, 3)
    return drawn


def wave(x: float, y: float, w: float, h: float, seed: int, colour: str = INK) -> str:
    rng = random.Random(seed)
    d = ""
    for index in range(int(w / 5)):
        high = h * (0.15 + 0.85 * abs(math.sin(index / 4.3 + seed))) * rng.uniform(0.4, 1) / 2
        d += f"M{x + index * 5:g} {y - high:.0f}V{y + high:.0f}"
    return path(d, colour, 2.5)


def parts(y: float, h: float, cuts: Sequence[tuple[float, float, str]]) -> str:
    return "".join(
        rect(8 + 224 * start, y, 224 * (end - start), h, colour, 0.3, 2, colour) for start, end, colour in cuts
    )


def curve(seed: int, y: float, high: float, colour: str, kind: str = "sine") -> str:
    rng = random.Random(seed)
    points = []
    for step in range(57):
        share = step / 56
        value = math.sin(share * 14 + seed) * 0.5 + rng.uniform(-0.22, 0.22)
        if kind == "steps":
            value = (-0.6, 0.5, -0.1, 0.8)[int(share * 3.99)] + rng.uniform(-0.08, 0.08)
        if kind == "spike" and 0.58 < share < 0.64:
            value = 1.5
        if kind == "beat":
            value = {3: 1.0, 4: -0.5}.get(step % 9, 0.05 * rng.random())
        points.append(f"{14 + share * 212:.0f} {y - value * high:.0f}")
    return path("M" + "L".join(points), colour, 1.8)


def bubble(
    y: float, right: bool, rows: int = 2, colour: str = INK, mark: tuple[float, float, str] | None = None
) -> str:
    w, h = 138, 12 + rows * 11
    x = 232 - w if right else 8
    drawn = rect(x, y, w, h, colour, 0.2, 9)
    if mark:
        drawn += rect(x + 12 + mark[0] * 110, y + 8, mark[1] * 110, 10, mark[2], 0.45)
    return drawn + "".join(rect(x + 12, y + 10 + row * 11, 112 - row * 34, 5, INK, 0.5) for row in range(rows))


def buttons(labels: int, y: float = 122, chosen: int = 0, wide: float = 48) -> str:
    start = (WIDTH - labels * (wide + 8) + 8) / 2
    return "".join(
        rect(start + index * (wide + 8), y, wide, 18, COLOURS[index % 6], 0.85 if index == chosen else 0.25, 9)
        for index in range(labels)
    )


def stars(x: float, y: float, full: int, of: int = 5, size: float = 9) -> str:
    drawn = ""
    for index in range(of):
        points = [
            f"{x + index * size * 2.4 + (size if k % 2 == 0 else size * 0.42) * math.sin(math.pi * k / 5):.1f} {y - (size if k % 2 == 0 else size * 0.42) * math.cos(math.pi * k / 5):.1f}"
            for k in range(10)
        ]
        drawn += path("M" + "L".join(points) + "Z", YELLOW, 1, YELLOW if index < full else "none")
    return drawn


def sheet(x: float = 70, y: float = 8, w: float = 100, h: float = 134, rows: int = 7, shift: float = 0) -> str:
    return rect(x + shift, y + shift / 2, w, h, INK, 0.12, 4, INK) + "".join(
        rect(x + shift + 12, y + 16 + row * 16, (w - 24) * (0.6 if row % 4 == 3 else 1), 5, INK, 0.5)
        for row in range(rows)
    )


def table(x: float = 24, y: float = 20, columns: int = 3, rows: int = 5, marked: Sequence[int] = ()) -> str:
    wide, high = 192 / columns, 20
    drawn = rect(x, y, 192, high, BLUE, 0.4, 3)
    for row in range(rows):
        if row in marked:
            drawn += rect(x, y + row * high, 192, high, ORANGE, 0.35, 2)
        drawn += "".join(
            rect(x + column * wide + 8, y + row * high + 7, wide - 22 - row * column % 3 * 6, 6, INK, 0.55)
            for column in range(columns)
        )
    return drawn


def ranks(count: int, x: float, y: float, w: float, colour: str) -> str:
    return "".join(
        rect(x, y + row * 28, w, 22, colour, 0.4 - row * 0.1, 5)
        + rect(x + 10, y + row * 28 + 8, w - 32 - row * 8, 6, INK, 0.6)
        for row in range(count)
    )


def film(y: float = 96, cuts: Sequence[tuple[float, float, str]] = ()) -> str:
    return rect(8, y, 224, 14, INK, 0.18, 3) + parts(y, 14, cuts)


def play(x: float = 120, y: float = 52) -> str:
    return circle(x, y, 18, INK, 0.6) + path(
        f"M{x - 5:g} {y - 8:g}L{x + 9:g} {y:g}L{x - 5:g} {y + 8:g}Z", "none", 0, "#ffffff", 0.95
    )


def person(x: float, y: float, colour: str) -> str:
    return circle(x, y - 20, 7, colour) + path(
        f"M{x:g} {y - 12:g}v18M{x - 12:g} {y - 4:g}l12-5l12 5M{x:g} {y + 6:g}l-9 20M{x:g} {y + 6:g}l9 20", colour, 3
    )


def arc(x1: float, x2: float, y: float, colour: str = PURPLE) -> str:
    return path(f"M{x1:g} {y:g}Q{(x1 + x2) / 2:g} {y - 26:g} {x2:g} {y:g}l-7-3m7 3l-1-8", colour, 2)


def blob(x: float, y: float, size: float, colour: str, opacity: float = 0.5) -> str:
    ring = [
        (
            x + size * (1 + 0.18 * math.sin(k * 2.1)) * math.cos(k * math.tau / 9),
            y + size * (1 + 0.18 * math.sin(k * 2.1)) * math.sin(k * math.tau / 9),
        )
        for k in range(9)
    ]
    return path("M" + "L".join(f"{a:.0f} {b:.0f}" for a, b in ring) + "Z", colour, 2, colour, opacity)


def dots(points: Sequence[tuple[float, float]], colour: str = PINK) -> str:
    return "".join(circle(x, y, 4, colour) for x, y in points)


def pictures(count: int, y: float = 20, h: float = 70) -> str:
    wide = (224 - 8 * (count - 1)) / count
    return "".join(scene(8 + index * (wide + 8), y, wide, h) for index in range(count))


STREET = scene() + car(40, 118, BLUE) + car(130, 126, ORANGE)
FRUIT = card() + circle(78, 72, 34, RED, 0.35) + circle(152, 84, 28, ORANGE, 0.35)
LUNGS = rect(50, 8, 140, 134, INK, 0.3, 8) + path(
    "M112 30Q84 40 76 110Q98 124 112 104ZM128 30Q156 40 164 110Q142 124 128 104Z", INK, 2, INK, 0.45
)
TALK = bubble(12, False) + bubble(54, True, 1, BLUE) + bubble(86, False)
CHAT = bubble(10, True, 1, BLUE) + bubble(40, False, 3) + bubble(92, True, 1, BLUE)
SPEECH = wave(14, 60, 216, 76, 3)

DRAWINGS: dict[str, Callable[[], str]] = {
    "polygon-segmentation": lambda: card() + path("M20 24L98 18L112 70L40 92Z", GREEN, 2, GREEN, 0.35) + path("M128 28L218 22L210 86L136 76Z", YELLOW, 2, YELLOW, 0.35) + path("M24 108L112 88L216 104L208 132L30 134Z", BLUE, 2, BLUE, 0.35) + dots([(20, 24), (98, 18), (112, 70), (40, 92)], GREEN),
    "brush-segmentation": lambda: FRUIT + blob(78, 72, 33, RED) + path("M136 70Q152 60 168 78T150 104", ORANGE, 22),
    "object-detection": lambda: STREET + frame(36, 88, 66, 38, BLUE) + frame(126, 96, 66, 38, ORANGE),
    "pdf-ocr": lambda: sheet() + frame(80, 22, 60, 14, BLUE) + frame(112, 68, 48, 14, GREEN) + rect(148, 110, 30, 18, RED, 0.9),
    "image-captioning": lambda: scene(8, 8, 224, 94) + rect(8, 110, 224, 32, INK, 0.12, 6) + rect(20, 118, 180, 5, INK, 0.6) + rect(20, 129, 120, 5, INK, 0.6),
    "image-classification": lambda: scene(8, 8, 224, 106) + buttons(4, 122, 1),
    "inventory": lambda: card() + "".join(rect(24 + i * 40, 24, 28, 40, COLOURS[i], 0.5) for i in range(5)) + rect(8, 64, 224, 6, INK, 0.6) + "".join(rect(30 + i * 50, 90, 34, 42, COLOURS[5 - i], 0.5, 6) for i in range(4)) + path("M62 22H94V66H62Z", ORANGE, 3),
    "medical-boxes": lambda: LUNGS + frame(78, 66, 30, 30, ORANGE) + buttons(2, 122, 1, 30),
    "multipage-document": lambda: sheet(60, 8, 90, 120, 6, 24) + rect(54, 14, 90, 122, INK, 0.25, 4, INK) + frame(64, 34, 60, 16, BLUE) + frame(64, 74, 68, 40, GREEN),
    "ocr": lambda: sheet(40, 8, 90, 134, 7) + "".join(frame(48, 20 + i * 32, 66, 12, c) for i, c in enumerate((BLUE, GREEN, RED))) + rect(146, 24, 80, 8, BLUE, 0.6) + rect(146, 56, 60, 8, GREEN, 0.6) + rect(146, 88, 70, 8, RED, 0.6),
    "visual-genome": lambda: STREET + frame(36, 88, 66, 38, BLUE) + frame(126, 96, 66, 38, ORANGE) + arc(70, 158, 84),
    "visual-question-answering": lambda: scene(8, 8, 120, 134) + "".join(rect(140, 16 + i * 44, 92, 6, INK, 0.5) + rect(140, 28 + i * 44, 70, 14, COLOURS[i], 0.35, 4) for i in range(3)),
    "keypoints": lambda: card() + person(120, 78, INK) + dots([(120, 58), (108, 74), (132, 74), (120, 84), (111, 104), (129, 104)]),
    "ellipses": lambda: card() + "".join(f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.8:g}" fill="{c}" fill-opacity=".3" stroke="{c}" stroke-width="2"/>' for x, y, r, c in ((50, 44, 20, RED), (110, 90, 24, RED), (176, 50, 30, PURPLE), (60, 112, 18, RED), (190, 114, 20, RED))),
    "interactive-segmentation": lambda: FRUIT + blob(78, 72, 33, GREEN, 0.35) + path("M46 40H112V106H46Z", GREEN, 2, dash="5 4") + dots([(78, 72), (152, 84)], GREEN) + path("M190 26l4 10l10 4l-10 4l-4 10l-4-10l-10-4l10-4z", YELLOW, 1, YELLOW),
    "bitmask-segmentation": lambda: LUNGS + "".join(rect(80 + x * 8, 60 + y * 8, 8, 8, TEAL, 0.8, 0) for x, y in ((1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 1), (0, 2), (1, 2), (2, 2), (1, 3))),
    "vector-lines": lambda: card() + path("M8 110C70 120 90 40 150 52S210 40 232 24", INK, 12) + path("M8 110C70 120 90 40 150 52S210 40 232 24", BLUE, 3) + dots([(20, 110), (92, 74), (150, 52), (216, 32)], BLUE),
    "multi-image-classification": lambda: pictures(3) + buttons(3, 108, 1),
    "boxes-with-attributes": lambda: scene(8, 8, 150, 134) + car(40, 114, BLUE) + frame(36, 84, 66, 38, BLUE) + rect(168, 8, 64, 134, INK, 0.12, 6) + "".join(circle(180, 28 + i * 24, 5, BLUE, 0.9 if i == 1 else 0, BLUE) + rect(192, 25 + i * 24, 32, 6, INK, 0.5) for i in range(5)),
    "question-answering": lambda: rect(22, 18, 150, 8, PURPLE, 0.7) + lines([(2, 0.3, 0.35, GREEN)], 22, 44, 196, 5),
    "text-classification": lambda: lines((), 22, 22, 196, 5) + buttons(3, 120, 0),
    "named-entities": lambda: lines([(0, 0, 0.25, RED), (1, 0.4, 0.3, ORANGE), (2, 0.15, 0.2, BLUE), (4, 0.5, 0.22, GREEN), (4, 0, 0.2, RED)]),
    "taxonomy": lambda: "".join(rect(20 + d * 34, 16 + i * 20, 70, 12, COLOURS[d], 0.5) for i, d in enumerate((0, 1, 2, 2, 1, 2))) + path("M26 30V100M60 50V70M26 42h26M26 102h26", INK, 1.5),
    "relation-extraction": lambda: lines([(1, 0.05, 0.25, RED), (1, 0.6, 0.25, ORANGE), (4, 0.3, 0.3, BLUE)], 22, 34, 196, 6) + arc(60, 160, 46) + path("M160 64Q150 96 110 104", GREEN, 2),
    "content-moderation": lambda: lines([(1, 0.3, 0.4, RED)], 22, 20, 196, 4) + path("M120 92l24 8v16q0 20-24 28q-24-8-24-28v-16z", RED, 2, RED, 0.25) + path("M109 117l8 9l15-17", RED, 3),
    "machine-translation": lambda: lines((), 16, 30, 90, 6) + lines([(0, 0, 0.9, BLUE), (2, 0, 0.8, BLUE)], 134, 30, 90, 6) + path("M112 70h14l-5-5m5 5l-5 5", ORANGE, 2.5),
    "summarization": lambda: lines((), 22, 16, 196, 4, 14) + path("M120 76v14l-6-5m6 5l6-5", INK, 2) + rect(40, 98, 160, 40, GREEN, 0.2, 6) + rect(54, 108, 132, 6, INK, 0.6) + rect(54, 122, 90, 6, INK, 0.6),
    "nested-classification": lambda: lines((), 22, 18, 196, 2) + buttons(3, 60, 0) + path("M64 80v16h18", INK, 1.6) + rect(86, 88, 60, 16, BLUE, 0.5, 8) + rect(154, 88, 60, 16, BLUE, 0.2, 8) + path("M104 106v14h12", INK, 1.6) + rect(120, 114, 50, 16, TEAL, 0.5, 8),
    "facts-with-dates": lambda: lines([(1, 0.2, 0.5, GREEN)], 16, 30, 110, 6) + rect(144, 20, 84, 60, INK, 0.12, 5, INK) + rect(144, 20, 84, 14, RED, 0.7) + "".join(rect(152 + i % 4 * 18, 42 + i // 4 * 18, 10, 10, BLUE if i == 5 else INK, 0.6) for i in range(8)) + rect(144, 108, 84, 5, INK, 0.4) + circle(196, 110, 8, BLUE),
    "transcription": lambda: SPEECH + rect(20, 112, 190, 6, INK, 0.6) + rect(20, 126, 120, 6, INK, 0.6),
    "segment-transcription": lambda: SPEECH + parts(16, 88, ((0.05, 0.4, BLUE), (0.5, 0.95, BLUE))) + rect(24, 118, 70, 6, BLUE, 0.7) + rect(124, 118, 90, 6, BLUE, 0.7),
    "conversation": lambda: wave(14, 32, 216, 40, 5) + bubble(62, False, 2, GREEN) + bubble(104, True, 2, BLUE),
    "intent": lambda: wave(14, 54, 216, 70, 8) + parts(14, 80, ((0.2, 0.75, PURPLE),)) + buttons(4, 116, 2, 44),
    "recording-quality": lambda: wave(14, 52, 216, 70, 12, TEAL) + stars(76, 122, 4),
    "sound-events": lambda: wave(14, 60, 216, 60, 9) + parts(20, 40, ((0.05, 0.35, GREEN), (0.65, 0.95, YELLOW))) + parts(64, 40, ((0.28, 0.75, RED),)),
    "speakers": lambda: wave(14, 60, 216, 66, 4) + parts(20, 80, ((0, 0.3, BLUE), (0.32, 0.62, ORANGE), (0.64, 0.98, BLUE))) + circle(90, 126, 9, BLUE) + circle(150, 126, 9, ORANGE),
    "speech-transcription": lambda: wave(14, 44, 216, 60, 6) + parts(12, 64, ((0, 0.45, BLUE), (0.48, 0.98, ORANGE))) + rect(14, 90, 92, 6, BLUE, 0.7) + rect(118, 90, 104, 6, ORANGE, 0.7) + buttons(3, 112, 1),
    "contextual-scrolling": lambda: wave(14, 26, 216, 30, 2) + "".join(rect(22, 56 + i * 22, 190 - i * 20, 14, BLUE if i == 1 else INK, 0.4 if i == 1 else 0.15, 4) for i in range(4)),
    "transcription-in-context": lambda: bubble(10, False) + bubble(50, True, 1) + wave(14, 104, 100, 40, 3, BLUE) + rect(124, 92, 104, 6, INK, 0.5) + rect(124, 108, 60, 6, GREEN, 0.8),
    "coreference": lambda: lines([(1, 0, 0.25, BLUE), (3, 0.2, 0.12, PURPLE), (5, 0.35, 0.2, ORANGE)], 22, 22) + path("M46 56Q20 76 70 76M90 90Q150 96 110 114", PURPLE, 2),
    "intent-and-slots": lambda: bubble(10, False, 2, INK, (0.4, 0.4, BLUE)) + bubble(52, True, 2, INK, (0, 0.3, GREEN)) + buttons(4, 112, 0),
    "response-generation": lambda: bubble(8, False) + bubble(48, True, 1, BLUE) + rect(8, 86, 170, 52, GREEN, 0.15, 9, GREEN) + rect(22, 98, 130, 5, INK, 0.6) + rect(22, 112, 80, 5, INK, 0.6) + path("M106 108v14", GREEN, 2),
    "response-selection": lambda: bubble(8, False, 1) + "".join(rect(8 + i * 76, 46, 72, 66, GREEN if i == 1 else INK, 0.3 if i == 1 else 0.12, 6) + rect(18 + i * 76, 58, 50, 5, INK, 0.5) + rect(18 + i * 76, 72, 36, 5, INK, 0.5) for i in range(3)) + path("M112 122l8 9l16-18", GREEN, 4),
    "dialogue-analysis": lambda: bubble(8, False, 2, RED) + bubble(50, True, 1, YELLOW) + bubble(82, False, 2, GREEN) + stars(152, 130, 4, 4, 7),
    "chatbot-evaluation": lambda: CHAT + stars(20, 132, 4, 5, 6),
    "tuning-with-model": lambda: CHAT + path("M180 66l4 10l10 4l-10 4l-4 10l-4-10l-10-4l10-4z", YELLOW, 1, YELLOW),
    "tuning-by-hand": lambda: CHAT + path("M170 84l28-28l8 8l-28 28l-10 2z", ORANGE, 2, ORANGE, 0.3),
    "red-teaming": lambda: bubble(12, True, 2, RED) + bubble(58, False, 2) + path("M196 96l26 9v14q0 18-26 26q-26-8-26-26v-14z", RED, 2, RED, 0.2) + path("M196 108v14m0 8v1", RED, 4),
    "production-review": lambda: CHAT + buttons(3, 126, 0, 30),
    "assistant": lambda: bubble(10, True, 1, BLUE) + bubble(42, False, 2, TEAL) + bubble(84, True, 2, BLUE) + circle(20, 128, 10, TEAL, 0.8),
    "asr-hypotheses": lambda: wave(14, 30, 216, 44, 7) + "".join(circle(24, 74 + i * 26, 6, GREEN, 0.9 if i == 0 else 0, GREEN) + rect(42, 70 + i * 26, 170 - i * 24, 7, INK, 0.5) for i in range(3)),
    "image-retrieval": lambda: scene(76, 8, 88, 54) + pictures(3, 74, 48) + path("M34 130l6 7l12-14M110 130l6 7l12-14", GREEN, 3),
    "document-retrieval": lambda: rect(20, 12, 200, 20, BLUE, 0.2, 10, BLUE) + rect(36, 20, 90, 5, INK, 0.6) + "".join(sheet(12 + i * 76, 46, 64, 90, 4) for i in range(3)) + path("M176 126l7 8l14-16", GREEN, 3),
    "pairwise-classification": lambda: rect(8, 20, 108, 108, GREEN, 0.18, 8, GREEN) + rect(124, 20, 108, 108, INK, 0.12, 8) + lines((), 20, 38, 84, 4) + lines((), 136, 38, 84, 4) + path("M50 112l8 9l16-18", GREEN, 4),
    "pairwise-regression": lambda: pictures(2, 14, 84) + stars(76, 122, 4),
    "search-ranking": lambda: rect(20, 10, 200, 20, BLUE, 0.2, 10, BLUE) + "".join(rect(26, 44 + i * 30, 14, 14, GREEN if i != 1 else INK, 0.8 if i != 1 else 0.2) + rect(50, 44 + i * 30, 110, 6, BLUE, 0.6) + rect(50, 55 + i * 30, 150, 4, INK, 0.4) for i in range(3)) + stars(150, 138, 3, 4, 5),
    "text-to-image": lambda: rect(20, 12, 150, 7, PURPLE, 0.6) + scene(8, 32, 108, 52) + scene(124, 32, 108, 52) + scene(8, 92, 108, 50) + scene(124, 92, 108, 50) + rect(8, 32, 108, 52, GREEN, 0, 8, GREEN),
    "side-by-side": lambda: rect(20, 10, 150, 7, PURPLE, 0.6) + lines((), 16, 36, 92, 4) + lines((), 132, 36, 92, 4) + path("M120 28V104", INK, 1, dash="3 4") + buttons(5, 120, 1, 34),
    "freeform-metadata": lambda: lines((), 22, 18, 196, 4) + "".join(rect(22 + x, y, w, 18, c, 0.4, 9) for x, y, w, c in ((0, 96, 56, BLUE), (64, 96, 74, ORANGE), (146, 96, 48, GREEN), (0, 120, 80, PURPLE), (88, 120, 40, TEAL))),
    "html-entities": lambda: card() + rect(8, 8, 224, 18, INK, 0.25, 8) + dots([(20, 17), (34, 17), (48, 17)], INK) + rect(22, 38, 120, 12, BLUE, 0.5) + lines([(0, 0.1, 0.3, GREEN), (2, 0.4, 0.3, ORANGE)], 22, 64, 196, 4),
    "pdf-classification": lambda: sheet(30, 8, 96, 134, 7) + rect(100, 12, 32, 18, RED, 0.9) + "".join(circle(152, 40 + i * 24, 6, BLUE, 0.9 if i == 1 else 0, BLUE) + rect(168, 37 + i * 24, 56 - i * 8, 6, INK, 0.5) for i in range(4)),
    "tabular": lambda: table(24, 14, 2, 4) + buttons(3, 118, 0),
    "html-classification": lambda: card() + rect(8, 8, 224, 18, INK, 0.25, 8) + dots([(20, 17), (34, 17), (48, 17)], INK) + scene(22, 36, 80, 56) + lines((), 114, 40, 104, 3) + buttons(3, 114, 2),
    "receipt-fields": lambda: sheet(16, 8, 80, 134, 7) + "".join(rect(112, 22 + i * 22, 116, 18, BLUE if i == 0 else INK, 0.3 if i == 0 else 0.12, 2) for i in range(5)) + path("M186 124l8 8l16-18", GREEN, 3),
    "spreadsheet-review": lambda: table(24, 18, 4, 6, (2, 4)),
    "activity": lambda: curve(1, 36, 20, BLUE) + curve(4, 78, 20, ORANGE) + curve(6, 120, 20, GREEN) + parts(10, 130, ((0.08, 0.4, GREEN), (0.46, 0.82, RED))),
    "change-points": lambda: curve(2, 80, 40, TEAL, "steps") + "".join(path(f"M{x} 16V136", RED, 2, dash="5 4") for x in (68, 122, 174)),
    "anomalies": lambda: curve(3, 66, 24, BLUE, "spike") + curve(8, 120, 12, ORANGE) + parts(10, 130, ((0.56, 0.68, RED),)),
    "series-signal-quality": lambda: curve(1, 70, 46, PINK, "beat") + parts(16, 90, ((0.4, 0.62, YELLOW),)) + stars(76, 128, 3),
    "forecasting": lambda: curve(5, 76, 34, YELLOW) + path("M170 70Q190 30 200 60T232 50", PURPLE, 3, dash="6 5") + parts(12, 124, ((0.7, 1, PURPLE),)),
    "series-labeling": lambda: path("M14 124Q60 116 84 46T150 36Q196 40 226 118", ORANGE, 3) + parts(16, 118, ((0.02, 0.34, GREEN), (0.36, 0.64, BLUE), (0.66, 0.98, RED))),
    "series-classification": lambda: curve(7, 48, 28, BLUE) + curve(9, 92, 16, GREEN) + buttons(3, 122, 1),
    "video-classification": lambda: scene(8, 8, 224, 100) + play() + buttons(4, 120, 0),
    "frame-classification": lambda: scene(8, 8, 224, 96) + play() + film(116, ((0, 0.33, YELLOW), (0.34, 0.66, BLUE), (0.67, 1, PURPLE))),
    "object-tracking": lambda: scene(8, 8, 224, 104) + path("M50 92Q100 60 178 84", BLUE, 2, dash="4 5") + "".join(rect(x, y, 34, 22, BLUE, o, 2, BLUE) for x, y, o in ((30, 78, 0.1), (96, 62, 0.2), (164, 72, 0.4))) + film(122, ((0.1, 0.8, BLUE),)),
    "timeline-segmentation": lambda: scene(8, 8, 224, 76) + play(120, 46) + wave(14, 112, 216, 40, 5) + parts(92, 42, ((0.02, 0.3, GREEN), (0.34, 0.62, BLUE), (0.68, 0.96, YELLOW))),
    "path-tracking": lambda: scene(8, 8, 224, 104) + path("M20 100Q90 70 220 92", YELLOW, 4) + path("M20 84Q90 54 220 76", YELLOW, 2, dash="4 5") + dots([(20, 100), (110, 82), (220, 92)], YELLOW) + film(122, ((0, 1, YELLOW),)),
    "supervised-tuning": lambda: rect(20, 12, 200, 34, BLUE, 0.2, 6) + rect(32, 20, 140, 6, INK, 0.6) + rect(32, 32, 90, 6, INK, 0.6) + rect(20, 56, 200, 84, GREEN, 0.12, 6, GREEN) + lines((), 34, 70, 170, 4),
    "human-preference": lambda: rect(20, 10, 150, 7, PURPLE, 0.6) + rect(8, 30, 108, 90, INK, 0.12, 8) + rect(124, 30, 108, 90, GREEN, 0.18, 8, GREEN) + lines((), 20, 44, 84, 4) + lines((), 136, 44, 84, 4) + path("M168 132l7 8l14-16", GREEN, 4),
    "chatbot-assessment": lambda: TALK + stars(122, 136, 4, 5, 6),
    "llm-ranker": lambda: card(8, 8, 108, 134) + card(124, 8, 108, 134) + rect(20, 16, 50, 7, GREEN, 0.8) + rect(136, 16, 50, 7, RED, 0.8) + ranks(3, 18, 34, 88, GREEN) + ranks(1, 134, 34, 88, RED),
    "visual-ranker": lambda: "".join(scene(44, 10 + i * 46, 70, 40) + circle(24, 30 + i * 46, 10, COLOURS[i], 0.8) + rect(126, 22 + i * 46, 96 - i * 22, 7, COLOURS[i], 0.6) for i in range(3)),
    "response-grading": lambda: lines((), 14, 24, 110, 6) + rect(136, 18, 96, 52, TEAL, 0.18, 6) + rect(146, 30, 74, 5, INK, 0.6) + rect(146, 44, 50, 5, INK, 0.6) + stars(146, 94, 5, 5, 7) + stars(146, 120, 3, 5, 7),
    "response-moderation": lambda: bubble(8, True, 1, BLUE) + lines([(1, 0.2, 0.5, RED)], 16, 46, 180, 4, 16) + buttons(3, 122, 1),
    "retrieval-augmented": lambda: rect(20, 8, 150, 7, PURPLE, 0.6) + "".join(card(8 + i * 76, 24, 72, 66) + ranks(2 - i % 2, 14 + i * 76, 32, 60, c) for i, c in enumerate((GREEN, YELLOW, RED))) + lines((), 22, 102, 120, 2, 14) + stars(156, 112, 4, 4, 7),
    "retrieval-scores": lambda: lines((), 14, 20, 110, 5) + "".join(rect(140, 24 + i * 22, 88, 8, INK, 0.15) + rect(140, 24 + i * 22, 88 * s, 8, c, 0.8) for i, (s, c) in enumerate(((0.95, GREEN), (0.8, GREEN), (0.4, RED)))) + rect(20, 124, 200, 5, INK, 0.4) + circle(150, 126, 9, BLUE),
    "prompt-comparison": lambda: rect(60, 8, 120, 26, INK, 0.15, 6) + path("M90 36L60 52M150 36L180 52", INK, 2) + rect(8, 54, 108, 86, BLUE, 0.18, 8, BLUE) + rect(124, 54, 108, 86, ORANGE, 0.12, 8) + lines((), 20, 70, 84, 3) + lines((), 136, 70, 84, 3),
    "agent-trace": lambda: path("M32 24V126", INK, 2) + "".join(circle(32, 26 + i * 34, 9, c) + rect(54, 14 + i * 34, 176, 26, c, 0.18, 6) + rect(66, 24 + i * 34, 120 - i * 14, 6, INK, 0.6) for i, c in enumerate((GREEN, RED, GREEN, BLUE))),
    "four-view-mammogram": lambda: "".join(rect(8 + i * 57, 14, 53, 90, INK, 0.55, 3) + path(f"M{8 + i * 57 if i % 2 == 0 else 61 + i * 57} 26q{34 if i % 2 == 0 else -34} 34 0 68z", "none", 0, "#ffffff", 0.55) for i in range(4)) + circle(104, 62, 6, ORANGE, 0.4, ORANGE) + buttons(4, 118, 2),
    "html-tagging": lambda: rect(22, 16, 130, 12, INK, 0.6) + lines([(0, 0, 0.28, RED), (1, 0.4, 0.25, ORANGE), (3, 0.1, 0.2, BLUE)], 22, 44, 196, 5) + path("M196 16l-8 7l8 7m14-14l8 7l-8 7", PURPLE, 2.5),
    "invoice-bio": lambda: "".join(rect(20 + x, 24 + y, w, 18, c, o, 3) for x, y, w, c, o in ((0, 0, 50, BLUE, 0.7), (54, 0, 70, BLUE, 0.35), (0, 34, 30, GREEN, 0.7), (34, 34, 90, GREEN, 0.35), (128, 34, 60, GREEN, 0.35), (0, 68, 80, ORANGE, 0.7), (120, 68, 70, PURPLE, 0.7))) + rect(20, 122, 140, 6, INK, 0.5),
    "invoice-boxes": lambda: sheet(60, 8, 120, 134, 7) + "".join(rect(70 + i % 2 * 66, 20 + i // 2 * 32, 40 - i % 2 * 14, 12, GREEN if i % 2 else BLUE, 0.2, 1, GREEN if i % 2 else BLUE) for i in range(7)),
    "two-level-sentiment": lambda: rect(30, 10, 180, 50, INK, 0.12, 10) + rect(46, 22, 130, 6, INK, 0.6) + rect(46, 36, 90, 6, INK, 0.6) + buttons(3, 72, 0) + path("M64 92v14", INK, 1.6) + buttons(3, 112, 1, 36),
    "filtered-labels": lambda: rect(20, 10, 120, 20, INK, 0.12, 10, INK) + circle(126, 20, 5, INK, 0, INK) + "".join(rect(20 + i % 4 * 52, 40 + i // 4 * 22, 44, 16, COLOURS[i % 6], 0.7 if i in (1, 6) else 0.2, 8) for i in range(8)) + lines([(0, 0.3, 0.2, ORANGE)], 20, 98, 196, 3),
}  # fmt: skip


def draw_all() -> None:
    for config in sorted(EXAMPLES.glob("*/*/config.xml")):
        if config.parent.name not in DRAWINGS:
            continue  # Drawn by hand.
        drawing = DRAWINGS[config.parent.name]()
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-hidden="true">{drawing}</svg>\n'
        config.with_name("picture.svg").write_text(svg, "utf-8")
