"""The actions that Label Studio calls experimental."""

from collections.abc import Callable
from typing import Any

import pytest

from datamanager.test_views_and_actions import ALL, CHOICES, RESULT, act, project
from harness.live import Client, LiveServer

EXPERIMENTAL = ["add_data_field", "cache_labels", "propagate_annotations", "rename_labels"]


def field(client: Client, project_id: int, name: str) -> list[Any]:
    found = client.call("GET", "/api/tasks/", params={"project": project_id})["tasks"]
    return [task["data"].get(name) for task in found]


def test_they_are_offered_only_where_they_are_wanted(owner: Client, start_live: Callable[..., LiveServer]) -> None:
    wanting = start_live(experimental_features=True)
    for client, expected in ((owner, []), (wanting.by_token(wanting.organization()), EXPERIMENTAL)):
        made, _ = project(client, 1)
        actions = client.call("GET", "/api/dm/actions/", params={"project": made})
        assert sorted(action["id"] for action in actions if action.get("experimental")) == expected
        assert [action["id"] for action in actions if action.get("of_project")] == expected[-1:]
        for action in expected:
            (form,) = client.call("GET", f"/api/dm/actions/{action}/form/", params={"project": made})
            assert all(given["name"] and given["label"] for given in form["fields"])


def test_a_field_is_added_to_the_data(owner: Client) -> None:
    made, tasks = project(owner, 3)

    def add(kind: str, value: Any, **query: Any) -> list[Any]:
        answer = act(owner, made, "add_data_field", value_name="new", value_type=kind, value=value, **(query or ALL))
        assert answer["detail"] == f"Updated {answer['processed_items']} tasks"
        return field(owner, made, "new")

    assert add("String", "x y", selectedItems={"all": False, "included": tasks[:2]}) == ["x y", "x y", None]
    columns = owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"]
    assert columns == {"text": 3, "extra": 3, "new": 2}
    assert add("Number", "2.5") == [2.5, 2.5, 2.5]
    assert add("Number", 7) == [7, 7, 7]
    assert add("Expression", "range(5)") == [5, 6, 7]
    assert sorted(add("Expression", "sample()")) == [0, 1, 2]
    assert set(add("Expression", "random(4, 5)")) <= {4, 5}
    assert add("Expression", "choices(['a', 'b'], [0, 1])") == ["b", "b", "b"]
    assert add("Expression", 'replace("b", "c")') == ["c", "c", "c"]
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"]["new"] == 3


@pytest.mark.parametrize(
    "given",
    [
        {"value_name": ""},
        {"value_type": "Date"},
        {"value_type": "Number", "value": "many"},
        {"value_type": "Number", "value": "inf"},
        *[
            {"value_type": "Expression", "value": value}
            for value in (
                "",
                "1",
                "open('/etc/passwd')",
                "__import__('os').system('id')",
                "range(a)",
                "range(1)()",
                "random(5, 1)",
                "choices([])",
                "replace(1, 2)",
                "(" * 5000,
            )
        ],
    ],
)
def test_a_field_that_means_nothing_is_refused(owner: Client, given: dict[str, Any]) -> None:
    made, _ = project(owner, 1)
    body = {**ALL, "value_name": "new", "value_type": "String", "value": "x", **given}
    answer = owner.post("/api/dm/actions/", params={"project": made, "id": "add_data_field"}, json=body)
    assert answer.status_code == 400
    assert field(owner, made, "new") == [None]


def test_a_range_goes_on_from_part_to_part_of_a_job(owner: Client) -> None:
    made, _ = project(owner, 250)
    body = {**ALL, "id": "add_data_field", "value_name": "new", "value_type": "Expression", "value": "range(1)"}
    job = owner.call("POST", f"/api/projects/{made}/jobs/action", json=body)["id"]
    while not owner.call("GET", f"/api/jobs/{job}/")["finished_at"]:
        pass
    assert (
        owner.call("GET", "/api/tasks/", params={"project": made, "page_size": 250})["tasks"][-1]["data"]["new"] == 250
    )


def test_labels_are_written_into_the_data(owner: Client) -> None:
    made, tasks = project(owner, 2)
    both = [{**RESULT[0], "value": {"choices": ["B"]}}]
    for result in (RESULT, both, both):
        owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": result})
    owner.call("POST", "/api/predictions/", json={"task": tasks[1], "result": RESULT})
    act(owner, made, "cache_labels", **ALL)
    assert field(owner, made, "cache_all") == ["B: 2, A: 1", ""]
    act(owner, made, "cache_labels", control_tag="c", with_counters="No", **ALL)
    assert field(owner, made, "cache_c") == ["B, A", ""]
    act(owner, made, "cache_labels", control_tag="ALL", custom_control_tag="other", **ALL)
    assert field(owner, made, "cache_other") == ["", ""]
    act(owner, made, "cache_labels", source="Predictions", **ALL)
    assert field(owner, made, "cache_predictions_all") == ["", "A: 1"]
    bad = {**ALL, "source": "Guesses"}
    assert owner.post("/api/dm/actions/", params={"project": made, "id": "cache_labels"}, json=bad).status_code == 400


def test_an_annotation_is_copied_to_other_tasks(owner: Client, annotator: Client) -> None:
    made, tasks = project(owner, 3)
    source = annotator.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": RESULT})
    answer = act(owner, made, "propagate_annotations", source_annotation_id=source["id"], **ALL)
    assert answer["processed_items"] == 2
    copies = [owner.call("GET", f"/api/tasks/{task}/annotations/") for task in tasks]
    assert [len(of_task) for of_task in copies] == [1, 1, 1]
    copy = copies[2][0]
    assert (copy["result"], copy["parent_annotation"], copy["completed_by"]) == (RESULT, source["id"], owner.account.id)  # type: ignore[union-attr]
    assert owner.call("GET", f"/api/tasks/{tasks[2]}/")["is_labeled"] is True
    assert owner.call("GET", f"/api/projects/{made}/summary/")["created_labels"] == {"c": {"A": 3}}
    other, _ = project(owner, 1)
    for wrong in (None, "x", 10**9, source["id"]):
        asked = {
            "params": {"project": other, "id": "propagate_annotations"},
            "json": {**ALL, "source_annotation_id": wrong},
        }
        assert owner.post("/api/dm/actions/", **asked).status_code == 400


def test_a_label_is_renamed_in_all_annotations(owner: Client) -> None:
    made, tasks = project(owner, 2)
    annotation = owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": RESULT})
    other = [{**RESULT[0], "from_name": "d"}]
    owner.call("POST", f"/api/tasks/{tasks[1]}/annotations/", json={"result": other})
    answer = act(owner, made, "rename_labels", control_tag="c", old_label_name="A", new_label_name="Z", **ALL)
    assert answer["detail"] == "Updated 1 labels in 1 annotations"
    result = owner.call("GET", f"/api/annotations/{annotation['id']}/")["result"]
    assert result[0]["value"]["choices"] == ["Z"]
    labels = owner.call("GET", f"/api/projects/{made}/summary/")["created_labels"]
    assert labels == {"c": {"Z": 1}, "d": {"A": 1}}
    assert owner.call("GET", f"/api/projects/{made}/")["label_config"] == CHOICES
    states = owner.call("GET", "/api/annotation-history/", params={"annotation": annotation["id"]})
    assert len(states) == 2
    body = {**ALL, "control_tag": "c", "old_label_name": "A"}
    assert owner.post("/api/dm/actions/", params={"project": made, "id": "rename_labels"}, json=body).status_code == 400
