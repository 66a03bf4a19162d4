"""How often each answer was given to a task."""

from typing import Any

from harness.live import Client, LiveServer
from labelwright.results import distributions

CONFIG = """<View><Text name="text" value="$text"/><Choices name="mood" toName="text"><Choice value="Happy"/><Choice value="Sad"/></Choices>
<Rating name="stars" toName="text"/></View>"""


def answers(mood: str, stars: int) -> list[dict[str, Any]]:
    return [
        {"id": "a", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": [mood]}},
        {"id": "b", "from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": stars}},
    ]


def test_it_counts_labels_and_averages_numbers(server: LiveServer, owner: Client, annotator: Client) -> None:
    [task] = owner.import_tasks(owner.project(CONFIG)["id"], [{"text": "A day"}])
    owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": answers("Happy", 5)})
    annotator.call("POST", f"/api/tasks/{task}/annotations/", json={"result": answers("Sad", 2)})
    owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": answers("Sad", 1), "was_cancelled": True})
    assert owner.call("GET", f"/api/tasks/{task}/agreement/") == {
        "total_annotations": 2,
        "distributions": {
            "mood": {"type": "choices", "labels": {"Happy": 1, "Sad": 1}},
            "stars": {"type": "rating", "labels": {}, "average": 3.5, "count": 2},
        },
    }


def test_a_task_without_annotations_has_none(owner: Client) -> None:
    [task] = owner.import_tasks(owner.project(CONFIG)["id"], [{"text": "A day"}])
    assert owner.call("GET", f"/api/tasks/{task}/agreement/") == {"total_annotations": 0, "distributions": {}}


def test_a_label_of_ten_regions_was_chosen_once() -> None:
    region = {"from_name": "l", "to_name": "t", "type": "labels", "value": {"labels": ["A"]}}
    assert distributions([[region] * 10])["l"].labels == {"A": 1}


def test_what_is_no_result_counts_for_nothing() -> None:
    odd = {"from_name": "n", "type": "number", "value": {"number": "many"}}
    found = distributions([None, "text", [None, {"from_name": 1}, odd, {**odd, "value": None}]])
    assert (found["n"].labels, found["n"].count) == ({}, None)
