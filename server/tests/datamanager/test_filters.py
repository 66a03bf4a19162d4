"""Filters beyond Label Studio's: groups, what is inside the work on a task, dates by their distance, several keys to sort by."""

import json
from typing import Any

import pytest

from datamanager.test_reference import CONFIG, result
from harness.live import Client

NER = [{"id": "a", **result("ner", "labels", {"start": 0, "end": 1, "text": "Ada", "labels": ["PER"]})}]
TASKS = [
    {"data": {"text": "one"}, "annotations": [{"result": NER, "lead_time": 5}]},
    {"data": {"text": "two"}, "annotations": [{"result": NER, "lead_time": 50}, {"result": [], "lead_time": 5}]},
    {"data": {"text": "six"}, "predictions": [{"result": NER, "score": 0.5, "model_version": "v1"}]},
]


def where(name: str, operator: str, value: Any, kind: str = "String") -> dict[str, Any]:
    return {"filter": f"filter:{name}", "operator": operator, "type": kind, "value": value}


def asked(client: Client, project: int, *items: dict[str, Any], **query: Any) -> Any:
    filters = {"conjunction": "and", "items": list(items)}
    return client.get(
        "/api/tasks/", params={"project": project, "query": json.dumps({"filters": filters, **query}), "page_size": 50}
    )


def texts(client: Client, project: int, *items: dict[str, Any], **query: Any) -> list[str]:
    answer = asked(client, project, *items, **query)
    assert answer.status_code == 200, answer.text
    return [task["data"]["text"] for task in answer.json()["tasks"]]


@pytest.fixture
def project(owner: Client) -> int:
    number = int(owner.project(CONFIG)["id"])
    owner.import_tasks(number, TASKS)
    return number


def test_filters_of_a_group_are_about_the_same_annotation(owner: Client, project: int) -> None:
    label = where("results:label", "contains", ["PER"], "List")
    quick = where("annotations:lead_time", "less", 10, "Number")
    assert texts(owner, project, {"target": "annotations", "items": [label, quick]}) == ["one"]
    assert texts(owner, project, {"target": "annotations", "items": [label]}, quick) == ["one", "two"]
    assert texts(owner, project, {"target": "annotations", "items": [quick], "at_most": 0}) == ["six"]
    assert texts(owner, project, {"target": "annotations", "items": [], "at_least": 2}) == ["two"]
    both = [where("results:control", "equal", "ner"), where("results:text", "contains", "ada")]
    of_model = {"target": "predictions", "items": [{"target": "results", "items": both}]}
    assert texts(owner, project, of_model, where("predictions:score", "greater", 0.4, "Number")) == ["six"]


def test_groups_nest(owner: Client, project: int) -> None:
    either = {"conjunction": "or", "items": [where("tasks:data.text", "equal", word) for word in ("one", "six")]}
    assert texts(owner, project, either, where("tasks:total_annotations", "equal", 1, "Number")) == ["one"]
    saved = {"filters": {"conjunction": "and", "items": [either]}}
    view = owner.call("POST", "/api/dm/views/", json={"project": project, "data": saved})
    assert len(owner.call("GET", "/api/tasks/", params={"view": view["id"]})["tasks"]) == 2


def test_dates_may_be_told_by_their_distance_from_now(owner: Client, project: int) -> None:
    assert len(texts(owner, project, where("tasks:created_at", "greater", "now-1h", "Datetime"))) == 3
    assert texts(owner, project, where("tasks:created_at", "less", "now-1h", "Datetime")) == []
    today = {"min": "now-1d/d@Asia/Shanghai", "max": "now+1d/d"}
    assert len(texts(owner, project, where("annotations:created_at", "in", today, "Datetime"))) == 2


def test_later_keys_order_what_is_equal_by_the_earlier_ones(owner: Client, project: int) -> None:
    keys = ["-tasks:is_labeled", "tasks:data.text"]
    assert texts(owner, project, ordering=keys) == ["one", "two", "six"]
    assert texts(owner, project, ordering=["tasks:is_labeled", "-tasks:data.text"]) == ["six", "two", "one"]


@pytest.mark.parametrize(
    "item",
    [
        where("results:label", "contains", "PER", "List"),
        where("annotations:result", "contains", "PER"),
        where("annotations:id", "sounds_like", 1),
        where("annotations:created_at", "less", "now-1", "Datetime"),
        {"target": "results", "items": []},
        {"target": "users", "items": []},
        {"target": "annotations", "items": [where("tasks:id", "equal", 1, "Number")]},
        {"target": "annotations", "items": [{"target": "predictions", "items": []}]},
        {"target": "annotations", "items": [], "at_least": -1},
        {"target": "annotations", "items": [where("results:text", "less", "a")]},
        {"items": [{"operator": "equal"}]},
        {"items": ["x"]},
        {"conjunction": "xor", "items": []},
    ],
)
def test_what_a_group_cannot_mean_is_refused(owner: Client, project: int, item: dict[str, Any]) -> None:
    answer = asked(owner, project, item)
    assert answer.status_code == 400, answer.text
    assert answer.json()["validation_errors"]["filters"]


def test_groups_have_an_end(owner: Client, project: int) -> None:
    deep: dict[str, Any] = where("tasks:id", "equal", 1, "Number")
    for _ in range(30):
        deep = {"items": [deep]}
    assert asked(owner, project, deep).status_code == 400
    many = {"items": [where("tasks:id", "equal", 1, "Number")] * 150}
    assert asked(owner, project, many, many).status_code == 400


def test_the_page_is_told_what_can_be_filtered_and_how(owner: Client, project: int) -> None:
    described = owner.call("GET", "/api/dm/filters/", params={"project": project})
    columns = {column["filter"]: column for column in described["columns"]}
    assert columns["filter:tasks:data.text"]["type"] == "String"
    assert columns["filter:results:control"]["schema"]["items"] == ["ner", "topic", "tree", "note", "size", "stars"]
    assert {"PER", "ORG", "news", "a", "b"} <= set(columns["filter:results:label"]["schema"]["items"])
    assert columns["filter:annotations:completed_by"]["schema"] == {"items": [owner.account.id]}  # type: ignore[union-attr]
    assert described["targets"]["tasks"] == ["annotations", "predictions"]
    values: dict[str, Any] = {"one": 1, "many": [1], "range": {"min": 1, "max": 2}, "boolean": True}
    dates = {"one": "now", "many": ["now"], "range": {"min": "now-1d", "max": "now"}, "boolean": True}
    for operator in described["operators"]:
        for column in columns.values():
            if column["type"] in operator["types"]:
                value = (dates if column["type"] == "Datetime" else values)[operator["takes"]]
                if column["type"] == "Boolean":
                    value = True
                item = {"filter": column["filter"], "operator": operator["id"], "type": column["type"], "value": value}
                around = {"target": "annotations", "items": [item]} if column["target"] == "results" else item
                if operator["id"] == "regex":
                    around = (
                        {**around, "value": "1"}
                        if around is item
                        else {"target": "annotations", "items": [{**item, "value": "1"}]}
                    )
                answer = asked(owner, project, around)
                many_texts = column["id"] == "text" and operator["id"] in ("less", "greater")
                assert answer.status_code == (400 if many_texts else 200), (item, answer.text)
