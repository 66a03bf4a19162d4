"""Views, columns and actions of the Data Manager."""

import json
from typing import Any

import pytest

from harness.live import Client

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
FIXED = [
    "id", "inner_id", "completed_at", "total_annotations", "cancelled_annotations", "total_predictions", "annotators",
    "annotations_results", "annotations_ids", "predictions_score", "predictions_model_versions", "predictions_results",
    "file_upload", "storage_filename", "created_at", "updated_at", "updated_by", "avg_lead_time", "draft_exists", "data",
]  # fmt: skip


def project(client: Client, count: int) -> tuple[int, list[int]]:
    made = client.project(CHOICES)["id"]
    return made, client.import_tasks(made, [{"text": f"Text {number}", "extra": 1} for number in range(count)])


def act(client: Client, project_id: int, action: str, **body: Any) -> dict[str, Any]:
    answer: dict[str, Any] = client.call(
        "POST", "/api/dm/actions/", params={"project": project_id, "id": action}, json=body
    )
    return answer


ALL: dict[str, Any] = {"selectedItems": {"all": True, "excluded": []}}


def test_columns_of_an_empty_config_come_in_label_studios_order(owner: Client) -> None:
    made = owner.project()["id"]
    columns = owner.call("GET", "/api/dm/columns/", params={"project": made})["columns"]
    assert [column["id"] for column in columns] == FIXED
    assert all(column["project_defined"] is False for column in columns)


def test_columns_of_the_config_come_first_and_then_what_was_imported(owner: Client) -> None:
    made, _ = project(owner, 1)
    columns = owner.call("GET", "/api/dm/columns/", params={"project": made})["columns"]
    assert [column["id"] for column in columns] == ["text", "extra", *FIXED]
    text, extra = columns[:2]
    assert (text["type"], text["parent"], text["project_defined"]) == ("String", "data", True)
    assert (extra["type"], extra["project_defined"]) == ("Unknown", False)
    assert text["visibility_defaults"] == {"explore": True, "labeling": True}
    assert columns[-1]["children"] == ["text", "extra"]
    annotators = next(column for column in columns if column["id"] == "annotators")
    assert annotators["schema"] == {"items": [owner.account.id]}  # type: ignore[union-attr]


def test_every_listed_column_can_be_sorted_on(owner: Client) -> None:
    made, tasks = project(owner, 2)
    for column in [*FIXED[:-1], "data.text", "data.extra", "overlap", "meta"]:
        query = {"project": made, "ordering": [f"-tasks:{column}"]}
        assert len(owner.call("GET", "/api/tasks/", json=query)["tasks"]) == len(tasks), column


def test_the_page_is_told_of_its_project(owner: Client) -> None:
    made, _ = project(owner, 2)
    found = owner.call("GET", "/api/dm/project/", params={"project": made})
    assert (found["task_count"], found["annotation_count"], found["can_delete_tasks"]) == (2, 0, True)
    assert found["config_has_control_tags"] is True


def test_a_view_is_kept_as_it_was_sent(owner: Client, stranger: Client) -> None:
    made, tasks = project(owner, 3)
    item = {
        "filter": "filter:tasks:id", "operator": "greater", "type": "Number", "value": tasks[0],
        "child_filter": {"filter": "filter:tasks:id", "operator": "less", "type": "Number", "value": tasks[2]},
    }  # fmt: skip
    data = {"title": "Mine", "type": "list", "zz": {"kept": 1}, "filters": {"conjunction": "and", "items": [item]}}
    made_view = owner.call("POST", "/api/dm/views/", json={"project": made, "data": data})
    path = f"/api/dm/views/{made_view['id']}/"
    assert owner.call("GET", path)["data"] == data
    found = owner.call("GET", "/api/tasks/", params={"view": made_view["id"], "query": '{"ordering":["nonsense"]}'})
    assert [task["id"] for task in found["tasks"]] == [tasks[1]]

    changed = owner.call("PATCH", path, json={"data": {"title": "Other", "ordering": ["-tasks:id"]}})
    assert changed["data"]["filters"] == data["filters"]
    assert changed["data"]["title"] == "Other"
    replaced = owner.call("PUT", path, json={"data": {"filters": {"conjunction": "or", "items": []}}})
    assert replaced["data"]["filters"] == {"conjunction": "or", "items": []}
    assert owner.patch(path, json={}).status_code == 400
    assert stranger.get(path).status_code == 404
    assert stranger.get("/api/tasks/", params={"view": made_view["id"]}).status_code == 404
    assert owner.delete(path).status_code == 204
    assert owner.get(path).status_code == 404


def test_a_view_that_somebody_changed_meanwhile_is_not_written_over(owner: Client) -> None:
    number = owner.project("<View/>")["id"]
    view = owner.call("POST", "/api/dm/views/", json={"project": number, "data": {"title": "one", "gridWidth": 3}})
    path = f"/api/dm/views/{view['id']}/"
    changed = owner.call("PATCH", path, json={"data": {"title": "two"}, "before": view["data"]})
    assert owner.patch(path, json={"data": {"title": "three"}, "before": view["data"]}).status_code == 412
    assert owner.call("GET", path) == changed
    assert owner.call("PATCH", path, json={"data": {"title": "four"}, "before": changed["data"]})["data"] == {
        "title": "four"
    }


def test_views_are_listed_in_their_order_and_reset_per_project(owner: Client) -> None:
    made, other = project(owner, 1)[0], project(owner, 1)[0]
    views = [owner.call("POST", "/api/dm/views/", json={"project": made, "data": {}})["id"] for _ in range(3)]
    owner.call("POST", "/api/dm/views/", json={"project": other, "data": {}})

    def listed(project_id: int) -> list[int]:
        return [view["id"] for view in owner.call("GET", "/api/dm/views/", params={"project": project_id})]

    assert listed(made) == views
    assert owner.post("/api/dm/views/order", json={"project": made, "ids": views[::-1]}).status_code == 200
    assert listed(made) == views[::-1]
    assert owner.request("DELETE", "/api/dm/views/reset/", json={"project": made}).status_code == 204
    assert (listed(made), len(listed(other))) == ([], 1)


def test_a_saved_filter_that_walks_through_relations_is_refused_when_read(owner: Client) -> None:
    made, _ = project(owner, 1)
    item = {"filter": "filter:tasks:updated_by__password", "operator": "contains", "type": "String", "value": "a"}
    view = {"filters": {"conjunction": "and", "items": [item]}}
    saved = owner.call("POST", "/api/dm/views/", json={"project": made, "data": view})
    assert owner.get("/api/tasks/", params={"view": saved["id"]}).status_code == 400


def test_actions_describe_themselves(owner: Client) -> None:
    made, _ = project(owner, 1)
    actions = owner.call("GET", "/api/dm/actions/", params={"project": made})
    assert [action["id"] for action in actions] == [
        "predictions_to_annotations",
        "remove_duplicates",
        "delete_tasks",
        "delete_tasks_annotations",
        "delete_tasks_predictions",
    ]
    assert all(action["dialog"]["text"] and action["permission"] for action in actions)
    assert owner.call("GET", "/api/dm/actions/delete_tasks/form/", params={"project": made}) == []


def test_an_action_must_be_named_and_known(owner: Client, stranger: Client) -> None:
    made, _ = project(owner, 1)
    assert owner.post("/api/dm/actions/", params={"project": made}, json=ALL).status_code == 422
    assert owner.post("/api/dm/actions/", params={"project": made, "id": "zzz"}, json=ALL).status_code == 404
    answer = stranger.post("/api/dm/actions/", params={"project": made, "id": "delete_tasks"}, json=ALL)
    assert answer.status_code == 404


def test_tasks_are_deleted_as_selected(owner: Client) -> None:
    made, tasks = project(owner, 4)
    owner.call("POST", "/api/dm/views/", json={"project": made, "data": {}})
    assert act(owner, made, "delete_tasks", selectedItems={"all": False})["processed_items"] == 0
    gone = act(owner, made, "delete_tasks", selectedItems={"all": True, "excluded": tasks[:3]})
    assert gone == {"processed_items": 1, "reload": False, "detail": "Deleted 1 tasks"}
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"] == {"text": 3, "extra": 3}
    assert act(owner, made, "delete_tasks", **ALL)["reload"] is True
    assert owner.call("GET", "/api/dm/views/", params={"project": made}) == []
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"] == {}


def test_deleting_annotations_makes_tasks_open_again(owner: Client, annotator: Client) -> None:
    made, tasks = project(owner, 1)
    for client in (owner, annotator):
        client.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": RESULT})
    owner.call("POST", f"/api/tasks/{tasks[0]}/drafts", json={"result": RESULT})
    path = "/api/dm/actions/"
    assert owner.post(path, params={"project": made, "id": "next_task"}, json={}).status_code == 404
    assert annotator.account
    one = act(owner, made, "delete_tasks_annotations", annotator=annotator.account.id, **ALL)
    assert one == {"processed_items": 1, "detail": "Deleted 1 annotations"}
    assert act(owner, made, "delete_tasks_annotations", **ALL)["processed_items"] == 1
    summary = owner.call("GET", f"/api/projects/{made}/summary/")
    assert [summary[f"created_{of}"] for of in ("annotations", "labels", "labels_drafts")] == [{}, {}, {}]
    task = act(owner, made, "next_task")
    assert (task["id"], task["queue"]) == (tasks[0], "Sequence queue")


def test_predictions_become_annotations_once(owner: Client) -> None:
    made, tasks = project(owner, 3)
    for task, version in zip(tasks, ("v1", "v1", "v2"), strict=True):
        owner.call("POST", "/api/predictions/", json={"task": task, "result": RESULT, "model_version": version})
    form = owner.call("GET", "/api/dm/actions/predictions_to_annotations/form/", params={"project": made})
    assert {option["value"] for option in form[0]["fields"][0]["options"]} == {"v1", "v2"}
    answer = act(owner, made, "predictions_to_annotations", model_version="v1", **ALL)
    assert answer["detail"] == "Created 2 annotations"
    assert (
        act(owner, made, "predictions_to_annotations", model_version=["v1"], **ALL)["detail"] == "Created 0 annotations"
    )
    annotation = owner.call("GET", f"/api/tasks/{tasks[0]}/annotations/")[0]
    assert (annotation["result"], annotation["parent_prediction"] is not None) == (RESULT, True)
    assert owner.call("GET", f"/api/tasks/{tasks[0]}/")["is_labeled"] is True
    assert owner.call("GET", f"/api/projects/{made}/summary/")["created_labels"] == {"c": {"A": 2}}
    assert act(owner, made, "predictions_to_annotations", **ALL)["detail"] == "Created 1 annotations"
    asked = {"params": {"project": made, "id": "predictions_to_annotations"}, "json": {**ALL, "model_version": []}}
    assert owner.post("/api/dm/actions/", **asked).status_code == 400


def test_tasks_with_the_same_data_are_merged(owner: Client, annotator: Client) -> None:
    made = owner.project(CHOICES)["id"]
    data = [{"text": "x", "n": 1}, {"n": 1, "text": "x"}, {"text": "y"}, {"text": "x", "n": 1}, {"text": "x", "n": 2}]
    tasks = owner.import_tasks(made, [{"data": item} for item in data])
    owner.call("POST", f"/api/tasks/{tasks[1]}/annotations/", json={"result": RESULT})
    annotator.call("POST", f"/api/tasks/{tasks[3]}/annotations/", json={"result": [], "was_cancelled": True})
    assert act(owner, made, "remove_duplicates", **ALL)["processed_items"] == 2
    left = owner.call("GET", "/api/tasks/", params={"project": made})["tasks"]
    assert [task["id"] for task in left] == [tasks[1], tasks[2], tasks[4]]
    assert (left[0]["total_annotations"], left[0]["cancelled_annotations"], left[0]["is_labeled"]) == (1, 1, True)
    assert owner.call("GET", f"/api/projects/{made}/summary/")["all_data_columns"] == {"text": 3, "n": 2}


def test_predictions_are_deleted(owner: Client) -> None:
    made, tasks = project(owner, 2)
    for task in tasks:
        owner.call("POST", "/api/predictions/", json={"task": task, "result": RESULT})
    chosen = {"selectedItems": {"all": False, "included": tasks[:1]}}
    assert act(owner, made, "delete_tasks_predictions", **chosen)["detail"] == "Deleted 1 predictions"
    assert [
        task["total_predictions"] for task in owner.call("GET", "/api/tasks/", params={"project": made})["tasks"]
    ] == [
        0,
        1,
    ]


def test_labelling_as_displayed_follows_the_bodys_order(owner: Client, annotator: Client) -> None:
    made, tasks = project(owner, 3)
    first = act(owner, made, "next_task", ordering=["-tasks:id"])
    assert (first["id"], first["queue"]) == (tasks[2], "Data manager queue")
    assert act(annotator, made, "next_task", ordering=["-tasks:id"])["id"] == tasks[1]
    chosen = {"selectedItems": {"all": False, "included": [tasks[0]]}}
    assert act(owner, made, "next_task", **chosen)["id"] == tasks[0]


def test_the_task_after_the_current_one_is_reserved_in_the_displayed_order(owner: Client, annotator: Client) -> None:
    made, tasks = project(owner, 4)
    query = {"ordering": ["-tasks:id"]}

    def take(client: Client, **address: int) -> int:
        params = {"project": made, "id": "next_task", **address}
        return int(client.call("POST", "/api/dm/actions/", params=params, json=query)["id"])

    current = take(owner)
    assert take(owner, prefetch=1, after=current) == tasks[2]
    # What is reserved goes to nobody else, as long as there is something else.
    assert take(annotator) == tasks[1]
    owner.call("POST", f"/api/tasks/{current}/annotations/", json={"result": []})
    assert take(owner) == tasks[2]


def test_a_query_in_the_address_only_narrows_the_queue(owner: Client) -> None:
    made, tasks = project(owner, 3)
    query = json.dumps({"selectedItems": {"all": False, "included": [tasks[1]]}})
    task = owner.call("GET", f"/api/projects/{made}/next/", params={"query": query})
    assert (task["id"], task["queue"]) == (tasks[1], "Sequence queue")


@pytest.mark.parametrize("count", [40_000])
def test_any_number_of_tasks_can_be_selected_by_id(owner: Client, count: int) -> None:
    made, tasks = project(owner, 2)
    many = {"project": made, "selectedItems": {"all": False, "included": [tasks[1], *range(10**9, 10**9 + count)]}}
    assert [task["id"] for task in owner.call("GET", "/api/tasks/", json=many)["tasks"]] == [tasks[1]]
