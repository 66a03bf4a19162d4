"""Tasks with drawn pictures; every box and outline is the true one from the drawing."""

from __future__ import annotations

import base64
import io
from typing import Any

from .results import (
    Item,
    Task,
    beside,
    box,
    boxes,
    choice,
    masks,
    picture_facts,
    polygons,
    rating,
    region,
    relation,
    shaken,
    spans,
    task,
    things,
    url,
    written,
)

TRAFFIC = ["Car", "Bus", "Person", "Bicycle", "Traffic light"]
FRUIT = ["Apple", "Orange", "Lemon", "Banana", "Pear", "Plum"]
SCENES = ["Sunny", "Snow", "Sunset", "Rain", "Night", "Sunny", "Rain", "Snow", "Sunset", "Sunny", "Night", "Rain"]


def _streets() -> list[Task]:
    made = []
    for index in range(1, 15):
        file = f"street-{index:02d}.jpg"
        found = boxes(file, "label", TRAFFIC)
        data = {"image": url(file), "camera": f"Harbour Road {index % 3 + 1}", "recorded": f"2025-04-{index + 7:02d}"}
        if index <= 4:
            made.append(task(data, *found))
        elif index <= 11:
            made.append(task(data, guess=shaken(found), score=round(0.95 - 0.03 * index, 2), model="street-detector-2"))
        else:
            made.append(task(data))
    return made


def _land() -> list[Task]:
    kinds = ["Field", "Forest", "Water", "Building"]
    files = [f"land-{index}.jpg" for index in (1, 2, 3)]
    return [
        task({"image": url(files[0])}, *polygons(files[0], "area", kinds)),
        task({"image": url(files[1])}, guess=polygons(files[1], "area", kinds), score=0.78),
        task({"image": url(files[2])}),
    ]


def _painted_fruit() -> list[Task]:
    files = [f"fruit-{index:02d}.jpg" for index in range(1, 13)]
    return [
        task({"image": url(files[0])}, *masks(files[0], "mask", FRUIT)),
        task({"image": url(files[1])}, guess=masks(files[1], "mask", FRUIT), score=0.91, model="fruit-masks-1"),
        task({"image": url(files[2])}, guess=masks(files[2], "mask", FRUIT), score=0.74, model="fruit-masks-1"),
        *(task({"image": url(file)}) for file in files[3:]),
    ]


def _captions() -> list[Task]:
    words = {
        "landscape-03.jpg": "The sun sets behind snowy mountains on a quiet coast with two fir trees.",
        "landscape-04.jpg": "Rain falls on a yellow field in front of grey mountains.",
        "lighthouse-1.jpg": "A red and white lighthouse shines over the sea at dusk.",
    }
    made = [task({"image": url(file)}, written("caption", "image", text)) for file, text in list(words.items())[:1]]
    made += [
        task({"image": url(file)}, guess=[written("caption", "image", text)]) for file, text in list(words.items())[1:]
    ]
    return [*made, task({"image": url("street-01.jpg")}), task({"image": url("pose-2.jpg")})]


def _weather() -> list[Task]:
    made = []
    for index, weather in enumerate(SCENES, 1):
        data = {"image": url(f"landscape-{index:02d}.jpg")}
        answer = choice("weather", "image", weather)
        if index <= 4:
            made.append(task(data, answer))
        elif index <= 10:
            made.append(task(data, guess=[answer], score=round(0.99 - 0.05 * (index - 4), 2), model="weather-1"))
        else:
            made.append(task(data))
    return made


def _shelves() -> list[Task]:
    made = []
    for index in (1, 2, 3):
        file = f"shelf-{index}.jpg"
        names = sorted({thing["label"] for thing in things(file)})
        products = [
            {
                "value": name,
                "html": f'<img src="{url("product-" + name.lower().replace(" ", "-") + ".jpg")}" width="36" alt=""> {name}',
            }
            for name in names
        ]
        found = polygons(file, "product", names)
        data = {"image": url(file), "products": products}
        made.append(task(data, *found) if index == 1 else task(data, guess=found) if index == 2 else task(data))
    return made


def _chests() -> list[Task]:
    made = []
    for index in (1, 2, 3, 4):
        file = f"chest-{index}.jpg"
        found = boxes(file, "finding", ["Opacity", "Heart"])
        sick = any(thing["label"] == "Opacity" for thing in things(file))
        overall = choice("overall", "image", "Abnormal" if sick else "Normal")
        data = {"image": url(file)}
        made.append(
            task(data, *found, overall) if index <= 2 else task(data, guess=[*shaken(found), overall], score=0.81)
        )
    return made


def _offer() -> list[Task]:
    kinds = {
        "Heading": "Heading",
        "Text": "Text",
        "Table": "Table",
        "Total": "Total",
        "Signature": "Signature",
        "Stamp": "Stamp",
    }
    files = [f"offer-page-{number}.png" for number in (1, 2, 3)]
    found = []
    for item_index, file in enumerate(files):
        for index, one in enumerate(things(file, *kinds)):
            found.append(
                box(
                    f"{item_index}-{index}",
                    "block",
                    file,
                    one["box"],
                    kinds[one["label"]],
                    target="document",
                    item_index=item_index,
                )
            )
    pages = {"pages": [url(file) for file in files]}
    return [
        task(pages, *found),
        task({"pages": pages["pages"][1:]}),
        task({"pages": [url("receipt-01.jpg"), url("receipt-02.jpg")]}),
    ]


def _receipts() -> list[Task]:
    kinds = {"Shop": "Shop", "Item": "Item", "Price": "Price", "Total": "Total"}
    made = []
    for index in range(1, 7):
        file = f"receipt-{index:02d}.jpg"
        items: list[Item] = []
        for key, one in enumerate(things(file)):
            shape = region(key, "box", "image", "rectangle", {**one["box"], "rotation": 0}, **picture_facts(file))
            named = shape | {
                "from_name": "kind",
                "type": "labels",
                "value": shape["value"] | {"labels": [kinds.get(one["label"], "Other")]},
            }
            read = shape | {
                "from_name": "transcription",
                "type": "textarea",
                "value": shape["value"] | {"text": [one["text"]]},
            }
            items += [shape, named, read]
        data = {"ocr": url(file)}
        made.append(
            task(data, *items)
            if index <= 2
            else task(data, guess=items, score=0.88, model="receipt-reader-1")
            if index <= 4
            else task(data)
        )
    return made


def _scene_graph() -> list[Task]:
    file = "street-01.jpg"
    options = {
        "things": [{"value": name} for name in ("car", "bus", "person", "bicycle", "traffic light")],
        "properties": [{"value": name} for name in ("red", "blue", "white", "yellow", "moving", "waiting")],
        "relationships": [{"value": name} for name in ("behind", "rides", "in front of")],
    }
    found = [
        box(index, "thing", file, one["box"], one["label"].lower())
        for index, one in enumerate(things(file, "Car", "Bus", "Person"))
    ]
    return [
        task({"image": url(file), **options}, *found, relation(0, 1)),
        task({"image": url("street-03.jpg"), **options}),
    ]


def _questions() -> list[Task]:
    one = {
        "image": url("fruit-02.jpg"),
        "question1": "How many kinds of fruit are there?",
        "question2": "What lies under the fruit?",
        "question3": "Is anything yellow?",
    }
    two = {
        "image": url("street-02.jpg"),
        "question1": "Which colour is the bus?",
        "question2": "What time of day may it be?",
        "question3": "Is anyone crossing the road?",
    }
    marked = spans("How many kinds of [fruit|Thing] are there?", "aspect", "q1")
    return [
        task(one, *marked, written("answer2", "q2", "A checked cloth"), written("answer3", "q3", "Yes")),
        task(
            two,
            guess=[
                written("answer1", "q1", "Blue"),
                written("answer2", "q2", "Evening"),
                written("answer3", "q3", "No"),
            ],
        ),
    ]


def _poses() -> list[Task]:
    made = []
    for index in (1, 2, 3, 4):
        file = f"pose-{index}.jpg"
        joints = things(file, "Person")[0]["joints"]
        points = [
            region(
                name,
                "joint",
                "image",
                "keypointlabels",
                {"x": x, "y": y, "width": 1.2, "keypointlabels": [name]},
                **picture_facts(file),
            )
            for name, (x, y) in joints.items()
        ]
        data = {"image": url(file)}
        made.append(
            task(data, *points) if index == 1 else task(data, guess=points, score=0.83) if index < 4 else task(data)
        )
    return made


def _ellipses(file: str) -> list[Item]:
    facts = picture_facts(file)
    wide, high = facts["original_width"], facts["original_height"]
    return [
        region(
            index,
            "cell",
            "image",
            "ellipselabels",
            {
                "x": round(one["x"] / wide * 100, 3),
                "y": round(one["y"] / high * 100, 3),
                "radiusX": round(one["rx"] / wide * 100, 3),
                "radiusY": round(one["ry"] / high * 100, 3),
                "rotation": round(one["angle"], 1),
                "ellipselabels": [one["label"]],
            },
            **facts,
        )
        for index, one in enumerate(things(file))
    ]


def _cells() -> list[Task]:
    return [
        task({"image": url("cells-1.jpg")}, *_ellipses("cells-1.jpg")),
        task({"image": url("cells-2.jpg")}, guess=_ellipses("cells-2.jpg"), score=0.87),
        task({"image": url("cells-3.jpg")}),
    ]


def _prompted() -> list[Task]:
    fruit = [
        item | {"value": item["value"] | {"brushlabels": ["Fruit"]}} for item in masks("fruit-03.jpg", "mask", FRUIT)
    ]
    return [
        task({"image": url("fruit-03.jpg")}, *fruit),
        task({"image": url("fruit-05.jpg")}),
        task({"image": url("fruit-07.jpg")}),
    ]


def _bitmasks(file: str) -> list[Item]:
    from PIL import Image, ImageDraw

    facts = picture_facts(file)
    size = (facts["original_width"], facts["original_height"])
    items = []
    for index, one in enumerate(things(file, "Lung", "Heart", "Opacity")):
        mask = Image.new("P", size, 0)
        mask.putpalette([0, 0, 0, 0, 0, 0])
        ImageDraw.Draw(mask).polygon([(x * size[0] / 100, y * size[1] / 100) for x, y in one["outline"]], fill=1)
        png = io.BytesIO()
        mask.save(png, "PNG", transparency=bytes([0, 255]), bits=1, optimize=True)
        picture = "data:image/png;base64," + base64.b64encode(png.getvalue()).decode()
        items.append(
            region(
                index,
                "mask",
                "image",
                "bitmasklabels",
                {"imageDataURL": picture, "bitmasklabels": [one["label"]]},
                **facts,
            )
        )
    return items


def _lungs() -> list[Task]:
    return [
        task({"image": url("chest-2.jpg")}, *_bitmasks("chest-2.jpg")),
        task({"image": url("chest-4.jpg")}, guess=_bitmasks("chest-4.jpg")),
        task({"image": url("chest-1.jpg")}),
    ]


def _roads() -> list[Task]:
    made = []
    for index in (1, 2, 3):
        file = f"land-{index}.jpg"
        points = [[x, min(max(y, 0), 100)] for x, y in things(file, "Road")[0]["path"]]
        vertices: list[dict[str, Any]] = []
        for place, (x, y) in enumerate(points):
            before = vertices[-1]["id"] if vertices else None
            vertices.append({"id": f"v{place}", "x": x, "y": y, "prevPointId": before, "isBezier": False})
        line = region(
            0,
            "line",
            "image",
            "vectorlabels",
            {"vertices": vertices, "closed": False, "vectorlabels": ["Road"]},
            **picture_facts(file),
        )
        data = {"image": url(file)}
        made.append(task(data, line) if index == 1 else task(data, guess=[line]) if index == 2 else task(data))
    return made


def _triples() -> list[Task]:
    first = {key: url(f"landscape-{number:02d}.jpg") for key, number in (("first", 1), ("second", 6), ("third", 10))}
    second = {key: url(f"landscape-{number:02d}.jpg") for key, number in (("first", 2), ("second", 9), ("third", 11))}
    return [
        task(first, choice("shared", "first", "Same weather", "Same time of day")),
        task(second, guess=[choice("shared", "first", "Nothing")]),
    ]


def _described() -> list[Task]:
    file = "street-01.jpg"
    items: list[Item] = []
    for index, one in enumerate(things(file, "Car", "Bus", "Traffic light")):
        light = one["label"] == "Traffic light"
        shape = box(index, "label", file, one["box"], "Traffic light" if light else "Vehicle")
        items.append(shape)
        if light:
            items.append(beside(shape, "state", "choices", {"choices": [one["state"]]}))
        else:
            items += [
                beside(shape, "hidden", "choices", {"choices": ["Nothing"]}),
                beside(shape, "wheels", "number", {"number": 2}),
            ]
    return [
        task({"image": url(file)}, *items),
        task({"image": url("street-05.jpg")}),
        task({"image": url("street-09.jpg")}),
    ]


def _mammogram() -> list[Task]:
    views = {view: url(f"breast-{view}.jpg") for view in ("rcc", "lcc", "rmlo", "lmlo")}
    answers = [
        choice("density", "rcc", "C – dense"),
        choice("finding", "rcc", "Mass left"),
        written("note", "rcc", "Spiculated mass in both left views."),
    ]
    return [
        task({"patient": "No. 118, 54 years, drawn pictures without a real patient", **views}, *answers),
        task({"patient": "No. 119, 61 years, drawn pictures without a real patient", **views}),
    ]


def _invoice_boxes() -> list[Task]:
    made = []
    for index in (3, 4):
        file = f"receipt-{index:02d}.jpg"
        items: list[Item] = []
        for key, one in enumerate(things(file, "Item", "Price", "Total")):
            shape = box(key, "word", file, one["box"], "Word" if one["label"] == "Item" else "Number")
            items += [shape, beside(shape, "text", "textarea", {"text": [one["text"]]})]
        made.append(task({"image": url(file)}, *items) if index == 3 else task({"image": url(file)}, guess=items))
    return [*made, task({"image": url("receipt-05.jpg")})]


def _read_tables() -> list[Task]:
    made = []
    for index in (1, 2, 6):
        file = f"receipt-{index:02d}.jpg"
        names, prices = ([one["text"] for one in things(file, kind)] for kind in ("Item", "Price"))
        rows = [{"item": name, "price": price} for name, price in zip(names, prices, strict=True)]
        if index == 2:
            rows = rows[:-1]
        verdict = choice("check", "table", "A line is missing" if index == 2 else "All right")
        data = {"image": url(file), "rows": rows}
        made.append(task(data, verdict) if index == 1 else task(data, guess=[verdict]) if index == 2 else task(data))
    return made


def _likeness() -> list[Task]:
    pairs = [
        ("landscape-01.jpg", "landscape-10.jpg", 4),
        ("landscape-03.jpg", "landscape-05.jpg", 2),
        ("lighthouse-1.jpg", "lighthouse-3.jpg", 4),
    ]
    first, *rest = ((({"left": url(a), "right": url(b)}), rating("likeness", "left", stars)) for a, b, stars in pairs)
    return [task(first[0], first[1]), *(task(data, guess=[answer]) for data, answer in rest)]


def _retrieval() -> list[Task]:
    def data(query: str, *found: str) -> dict[str, str]:
        return {
            "query": url(query),
            **{key: url(file) for key, file in zip(("first", "second", "third"), found, strict=True)},
        }

    return [
        task(
            data("landscape-02.jpg", "landscape-08.jpg", "landscape-06.jpg", "landscape-07.jpg"),
            choice("similar", "query", "First"),
        ),
        task(
            data("fruit-01.jpg", "fruit-03.jpg", "street-04.jpg", "fruit-06.jpg"),
            guess=[choice("similar", "query", "First", "Third")],
        ),
        task(data("street-05.jpg", "street-11.jpg", "landscape-11.jpg", "pose-1.jpg")),
    ]


TASKS = {
    "computer-vision/object-detection": _streets,
    "computer-vision/polygon-segmentation": _land,
    "computer-vision/brush-segmentation": _painted_fruit,
    "computer-vision/image-captioning": _captions,
    "computer-vision/image-classification": _weather,
    "computer-vision/inventory": _shelves,
    "computer-vision/medical-boxes": _chests,
    "computer-vision/multipage-document": _offer,
    "computer-vision/ocr": _receipts,
    "computer-vision/visual-genome": _scene_graph,
    "computer-vision/visual-question-answering": _questions,
    "computer-vision/keypoints": _poses,
    "computer-vision/ellipses": _cells,
    "computer-vision/interactive-segmentation": _prompted,
    "computer-vision/bitmask-segmentation": _lungs,
    "computer-vision/vector-lines": _roads,
    "computer-vision/multi-image-classification": _triples,
    "computer-vision/boxes-with-attributes": _described,
    "community-contributions/four-view-mammogram": _mammogram,
    "community-contributions/invoice-boxes": _invoice_boxes,
    "structured-data-parsing/receipt-fields": _read_tables,
    "ranking-scoring/pairwise-regression": _likeness,
    "ranking-scoring/image-retrieval": _retrieval,
}
