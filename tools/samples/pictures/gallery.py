"""Which pictures there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from PIL import Image

from ..place import SAMPLES, add_truth
from . import fruit, goods, landscape, paper, science, street
from .canvas import Canvas
from .outline import box_percent, outline_percent, rle

SMALLEST_PART = 180
SCENES = [
    ("Sunny", "Mountains"), ("Snow", "Forest"), ("Sunset", "Coast"), ("Rain", "Fields"), ("Night", "Mountains"), ("Sunny", "Coast"),
    ("Rain", "Forest"), ("Snow", "Mountains"), ("Sunset", "Fields"), ("Sunny", "Forest"), ("Night", "Coast"), ("Rain", "Mountains"),
]  # fmt: skip


@dataclass(frozen=True)
class Order:
    file: str
    draw: Callable[[], Canvas]
    finish: Callable[[Canvas], Image.Image] = Canvas.finish
    outlines: bool = False
    masks: bool = False
    quality: int = 78


def _paper(canvas: Canvas) -> Image.Image:
    return canvas.finish(grain=0, vignette=0)


def _fine(canvas: Canvas) -> Image.Image:
    return canvas.finish(grain=1.6)


def orders() -> Iterator[Order]:
    yield Order("sample.jpg", partial(landscape.draw, 70, "Sunny", "Forest"), _fine, quality=70)
    times = ["noon", "evening", "overcast", "noon", "night", "evening"]
    for index in range(14):
        yield Order(
            f"street-{index + 1:02d}.jpg", partial(street.draw, 11 + index, times[index % 6]), _fine, quality=70
        )
    for index in range(12):
        yield Order(
            f"fruit-{index + 1:02d}.jpg", partial(fruit.draw, 31 + index), _fine, outlines=True, masks=index < 3
        )
    for index, (weather, place) in enumerate(SCENES):
        scene = partial(landscape.draw, 61 + index, weather, place)
        yield Order(f"landscape-{index + 1:02d}.jpg", scene, _fine, quality=74)
    for manner in "1234":
        yield Order(f"lighthouse-{manner}.jpg", partial(landscape.lighthouse, 5, manner), _fine, quality=74)
    for index in range(6):
        yield Order(f"receipt-{index + 1:02d}.jpg", partial(paper.receipt, index), _fine, quality=74)
    for page in (1, 2, 3):
        yield Order(f"offer-page-{page}.png", partial(paper.page, page), _paper)
    yield from _scientific()
    for index in range(4):
        yield Order(f"pose-{index + 1}.jpg", partial(goods.pose, index), _fine)
    for index, name in enumerate(goods.BRANDS):
        yield Order(f"product-{name.lower().replace(' ', '-')}.jpg", partial(goods.single, index, name), _fine)


def _scientific() -> Iterator[Order]:
    for index in range(4):
        yield Order(
            f"chest-{index + 1}.jpg", partial(science.chest, index), science.film, outlines=True, masks=index < 2
        )
    for number, (view, mass) in enumerate([("RCC", False), ("LCC", True), ("RMLO", False), ("LMLO", True)]):
        yield Order(f"breast-{view.lower()}.jpg", partial(science.breast, number, view, mass), science.film)
    for index in range(3):
        yield Order(f"cells-{index + 1}.jpg", partial(science.cells, index), _fine)
        yield Order(f"land-{index + 1}.jpg", partial(science.land, index + 1), science.film, outlines=True, quality=72)
        yield Order(f"shelf-{index + 1}.jpg", partial(goods.shelf, index + 1), _fine, outlines=True)


def draw_all() -> None:
    facts = {}
    for order in orders():
        canvas = order.draw()
        picture = order.finish(canvas)
        path = SAMPLES / order.file
        if path.suffix == ".jpg":
            picture.save(path, quality=order.quality, optimize=True, progressive=True)
        else:
            picture.quantize(96).save(path, optimize=True)
        facts[order.file] = {
            "width": picture.width,
            "height": picture.height,
            "things": [thing for thing in _things(canvas, order) if thing],
        }
    add_truth(facts)


def _things(canvas: Canvas, order: Order) -> Iterator[dict[str, Any]]:
    for thing in canvas.things:
        mask = (
            thing.mask
            if thing.mask.size == (canvas.width, canvas.height)
            else thing.mask.resize((canvas.width, canvas.height))
        )
        box = box_percent(mask)
        if box is None or mask.histogram()[255] < SMALLEST_PART:
            continue
        known: dict[str, Any] = {"label": thing.label, "box": box, **thing.attributes}
        if "joints" in known:
            known["joints"] = {
                name: [round(x / canvas.width * 100, 2), round(y / canvas.height * 100, 2)]
                for name, (x, y) in known["joints"].items()
            }
        if "path" in known:
            known["path"] = [
                [round(x / canvas.width * 100, 2), round(y / canvas.height * 100, 2)] for x, y in known["path"][::12]
            ]
        if order.outlines:
            known["outline"] = outline_percent(mask)
        if order.masks:
            known["rle"] = rle(mask)
        yield known
