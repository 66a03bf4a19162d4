"""Tasks and results made from fixed seeds: the same bytes on every machine."""

import random
from typing import Any

CONFIG = """<View>
  <Text name="text" value="$text"/>
  <Labels name="ner" toName="text"><Label value="PER"/><Label value="ORG"/><Label value="LOC"/></Labels>
  <Choices name="topic" toName="text"><Choice value="news"/><Choice value="sport"/><Choice value="tech"/></Choices>
</View>"""
_WORDS = [
    "amber",
    "basil",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "harbor",
    "inlet",
    "juniper",
    "kelp",
    "lagoon",
    "meadow",
    "north",
    "ochre",
    "pine",
]


def task(number: int, *, predicted: bool = False, annotated: bool = False) -> dict[str, Any]:
    chance = random.Random(number)
    text = " ".join(chance.choices(_WORDS, k=chance.randint(25, 45)))
    rank = chance.randint(0, 10**6)
    made: dict[str, Any] = {"data": {"text": text, "title": f"Document {number}", "rank": rank}}
    if predicted:
        made["predictions"] = [{"model_version": "m1", "score": 0.5, "result": result(text, number)}]
    if annotated:
        made["annotations"] = [{"result": result(text, number + 1)}]
    return made


def result(text: str, number: int) -> list[dict[str, Any]]:
    end = text.index(" ")
    span = {"start": 0, "end": end, "text": text[:end], "labels": [("PER", "ORG", "LOC")[number % 3]]}
    choice = {"choices": [("news", "sport", "tech")[number % 3]]}
    return [
        {"id": f"s{number}", "from_name": "ner", "to_name": "text", "type": "labels", "value": span},
        {"id": f"c{number}", "from_name": "topic", "to_name": "text", "type": "choices", "value": choice},
    ]
