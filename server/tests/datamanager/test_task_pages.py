"""The task list: shape, paging, filters, ordering, selection."""

import json
import threading
from typing import Any

import pytest

from harness.live import Client

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""


def result(choice: str) -> list[dict[str, Any]]:
    return [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": [choice]}}]


def project(client: Client, data: list[dict[str, Any]], config: str | None = CHOICES) -> tuple[int, list[int]]:
    made = client.project(config)["id"]
    return made, client.import_tasks(made, [{"data": item} for item in data])


def page(client: Client, project_id: int, query: dict[str, Any] | None = None, **params: Any) -> dict[str, Any]:
    if query is not None:
        params["query"] = json.dumps(query)
    found: dict[str, Any] = client.call("GET", "/api/tasks/", params={"project": project_id, **params})
    return found


def only(column: str, operator: str, value: Any, kind: str = "String", **more: Any) -> dict[str, Any]:
    item = {"filter": f"filter:tasks:{column}", "operator": operator, "type": kind, "value": value, **more}
    return {"filters": {"conjunction": "and", "items": [item]}}


def ids(found: dict[str, Any]) -> list[int]:
    return [task["id"] for task in found["tasks"]]


def test_a_listed_task_has_the_data_managers_fields(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "One", "n": 1}])
    found = page(owner, made)
    assert (found["total"], found["total_annotations"], found["total_predictions"]) == (1, 0, 0)
    task = found["tasks"][0]
    assert task["data"] == {"text": "One", "n": 1}
    assert (task["id"], task["inner_id"], task["annotators"], task["annotations_results"]) == (tasks[0], 1, [], "")
    assert (task["file_upload"], task["draft_exists"], task["avg_lead_time"], task["project"]) == (
        None,
        False,
        None,
        made,
    )
    assert "annotations" not in task
    assert set(page(owner, made, include="id,data")["tasks"][0]) == {"id", "data"}


def test_all_labels_are_counted_however_large_the_results(owner: Client) -> None:
    made = owner.project(
        "<View><Text name='t' value='$text'/><Labels name='l' toName='t'><Label value='A'/><Label value='B'/></Labels></View>"
    )["id"]

    def span(number: int, label: str) -> dict[str, Any]:
        value = {"start": number, "end": number + 1, "text": "x", "labels": [label]}
        return {"id": f"r{number}", "from_name": "l", "to_name": "t", "type": "labels", "value": value}

    many = [span(number, "B" if number % 10 == 9 else "A") for number in range(1000)]
    odd = {"id": "x", "from_name": "l", "to_name": "t", "type": "labels", "value": "none"}
    owner.import_tasks(
        made, [{"data": {"text": "x"}, "annotations": [{"result": many}, {"result": [span(0, "B")]}]}, {"text": "y"}]
    )
    task = page(owner, made, include="id,annotations_labels,predictions_labels")["tasks"][0]
    assert task == {"id": task["id"], "annotations_labels": {"A": 900, "B": 101}, "predictions_labels": {}}
    owner.call("POST", f"/api/tasks/{task['id']}/annotations/", json={"result": [odd, span(1, "B")]})
    [first, second] = page(owner, made, include="annotations_labels")["tasks"]
    assert (first, second) == ({"annotations_labels": {"A": 900, "B": 102}}, {"annotations_labels": {}})
    assert "annotations_labels" not in page(owner, made)["tasks"][0]


def test_the_beginning_of_results_comes_to_whoever_names_it(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "One"}])
    owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": result("A")})
    [task] = page(owner, made, include="id,annotations_results")["tasks"]
    assert set(task) == {"id", "annotations_results"}
    assert "choices:[A]" in task["annotations_results"].replace(" ", "")


def test_all_fields_bring_the_work_along(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "One"}, {"text": "Two"}])
    body = {"result": result("A"), "lead_time": 2.0}
    first = owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json=body)
    second = owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={**body, "lead_time": 4.0})
    owner.call("POST", "/api/predictions/", json={"task": tasks[0], "result": result("B"), "score": 0.5})
    owner.call("POST", f"/api/tasks/{tasks[1]}/drafts", json={"result": []})

    found = page(owner, made, fields="all")

    assert (found["total_annotations"], found["total_predictions"]) == (2, 1)
    task, other = found["tasks"]
    assert [a["id"] for a in task["annotations"]] == [first["id"], second["id"]]
    assert task["annotations_ids"] == f"{first['id']},{second['id']}"
    assert (task["avg_lead_time"], task["predictions_score"]) == (3.0, 0.5)
    assert "choices: [A]" in task["annotations_results"].replace("choices:[", "choices: [")
    assert '"' not in task["predictions_results"]
    assert task["annotators"] == [owner.account.id]  # type: ignore[union-attr]
    assert (other["draft_exists"], len(other["drafts"]), other["annotations"]) == (True, 1, [])


def test_pages_end_with_a_404(owner: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(5)])
    assert ids(page(owner, made, page=2, page_size=2)) == tasks[2:4]
    assert ids(page(owner, made, page=3, page_size=2)) == tasks[4:]
    assert owner.get("/api/tasks/", params={"project": made, "page": 4, "page_size": 2}).status_code == 404
    assert page(owner, owner.project(CHOICES)["id"])["tasks"] == []


def test_totals_can_be_asked_for_apart(owner: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(5)])
    owner.call("POST", f"/api/tasks/{tasks[3]}/annotations/", json={"result": result("A")})
    query = only("data.text", "in_list", ["1", "3"])
    totals = {"total": 2, "total_annotations": 1, "total_predictions": 0}
    asked = {"project": made, "query": json.dumps(query)}
    assert owner.call("GET", "/api/dm/totals/", params=asked) == totals
    found = page(owner, made, query, totals=False)
    assert {name: found[name] for name in totals} == dict.fromkeys(totals)
    assert ids(found) == [tasks[1], tasks[3]]
    assert page(owner, made, page=9, totals=False)["tasks"] == []


def test_a_filter_on_data_counts_all_it_finds_on_every_page_and_ends_with_a_404(owner: Client) -> None:
    made, tasks = project(owner, [{"text": f"{kind} {number}"} for number in range(3) for kind in ("cat", "dog")])
    owner.call("POST", f"/api/tasks/{tasks[4]}/annotations/", json={"result": result("A")})
    cats = only("data.text", "contains", "CAT")
    for number, expected in ((1, tasks[0:4:2]), (2, tasks[4:5])):
        found = page(owner, made, {**cats, "ordering": ["tasks:data.text"]}, page=number, page_size=2)
        assert (ids(found), found["total"], found["total_annotations"]) == (expected, 3, 1)
    params = {"project": made, "query": json.dumps(cats), "page": 3, "page_size": 2}
    assert owner.get("/api/tasks/", params=params).status_code == 404
    none = page(owner, made, only("data.text", "contains", "bird"))
    assert (none["tasks"], none["total"], none["total_annotations"]) == ([], 0, 0)


def test_a_page_behind_a_task_that_is_gone_is_a_404(owner: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(3)])
    assert ids(page(owner, made, after=tasks[0])) == tasks[1:]
    assert page(owner, made, after=tasks[2])["tasks"] == []
    assert owner.get("/api/tasks/", params={"project": made, "after": 10**9}).status_code == 404


def test_the_list_needs_a_project_or_a_view_of_ones_own(owner: Client, stranger: Client) -> None:
    made, _ = project(owner, [{"text": "One"}])
    answer = owner.get("/api/tasks/")
    assert (answer.status_code, answer.json()["detail"]) == (404, "Neither project nor view id specified")
    assert stranger.get("/api/tasks/", params={"project": made}).status_code == 404
    answer = owner.get("/api/tasks/", params={"project": "abc"})
    assert answer.status_code == 400
    assert answer.json()["validation_errors"] == {
        "project": 'Incorrect value in key "project" = "abc". It should be digit string.'
    }


DATA = [
    {"text": "Red apple", "n": 1, "ok": True},
    {"text": "green Apple", "n": 10, "ok": False},
    {"text": "blue 50%_sky", "n": 9.5},
    {"text": "", "n": "12"},
    {"n": "many"},
]


@pytest.mark.parametrize(
    ("operator", "value", "kind", "expected"),
    [
        ("contains", "APPLE", "String", [0, 1]),
        ("not_contains", "apple", "String", [2, 3, 4]),
        ("contains", "50%_", "String", [2]),
        ("contains", "5%", "String", []),
        ("equal", "Red apple", "String", [0]),
        ("not_equal", "Red apple", "String", [1, 2, 3, 4]),
        ("regex", "^[Rg].*[Aa]pple$", "String", [0, 1]),
        ("regex", "[", "String", []),
        ("regex", "(?<=Red )apple", "String", None),
        ("empty", True, "String", [3, 4]),
        ("empty", "false", "String", [0, 1, 2]),
        ("in_list", ["Red apple", "green Apple"], "String", [0, 1]),
        ("not_in_list", ["Red apple"], "String", [1, 2, 3, 4]),
    ],
)
def test_texts_are_filtered(owner: Client, operator: str, value: Any, kind: str, expected: list[int] | None) -> None:
    made, tasks = project(owner, [*DATA[:4], {"text": None, **DATA[4]}], config=None)
    found = ids(page(owner, made, only("data.text", operator, value, kind)))
    if expected is not None:
        assert found == [tasks[index] for index in expected]


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        ("equal", 10, [1]),
        ("less", "10", [0, 2]),
        ("greater", 9.5, [1, 3]),
        ("less_or_equal", 9.5, [0, 2]),
        ("greater_or_equal", 10, [1, 3]),
        ("in", {"min": 9, "max": 10}, [1, 2]),
        ("not_in", {"min": 9, "max": 10}, [0, 3, 4]),
    ],
)
def test_numbers_in_the_data_are_compared_as_numbers(
    owner: Client, operator: str, value: Any, expected: list[int]
) -> None:
    made, tasks = project(owner, [{"text": "x", **item} for item in DATA])
    assert ids(page(owner, made, only("data.n", operator, value, "Number"))) == [tasks[index] for index in expected]


def test_booleans_in_the_data_are_compared(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "x", **item} for item in DATA])
    assert ids(page(owner, made, only("data.ok", "equal", "true", "Boolean"))) == [tasks[0]]
    assert ids(page(owner, made, only("data.ok", "equal", False, "Boolean"))) == [tasks[1]]


def test_work_is_filtered(owner: Client, annotator: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(3)])
    assert owner.account
    assert annotator.account
    owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": result("A"), "lead_time": 5})
    theirs = annotator.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": result("B")})
    owner.call("POST", f"/api/tasks/{tasks[1]}/annotations/", json={"result": [], "was_cancelled": True})
    body = {"task": tasks[2], "result": result("A"), "model_version": "v1", "score": 0.9}
    owner.call("POST", "/api/predictions/", json=body)
    owner.call("POST", f"/api/tasks/{tasks[2]}/drafts", json={"result": []})

    def found(column: str, operator: str, value: Any, kind: str = "String") -> list[int]:
        return [tasks.index(number) for number in ids(page(owner, made, only(column, operator, value, kind)))]

    assert found("annotations_results", "contains", "B") == [0]
    assert found("annotations_results", "contains", '"choices": ["A"]') == [0]
    assert found("annotations_results", "not_contains", "B") == [1, 2]
    assert found("annotations_results", "equal", json.dumps(result("A"))) == [0]
    assert found("annotations_results", "equal", "not json") == []
    assert found("annotations_results", "empty", True) == [1, 2]
    assert found("predictions_results", "contains", "choices") == [2]
    assert found("annotators", "contains", annotator.account.id, "List") == [0]
    assert found("annotators", "not_contains", str(annotator.account.id), "List") == [1, 2]
    assert found("annotators", "empty", False, "List") == [0, 1]
    assert found("annotations_ids", "contains", f"7777777, {theirs['id']}") == [0]
    assert found("total_annotations", "empty", True, "Number") == [1, 2]
    assert found("total_annotations", "equal", 2, "Number") == [0]
    assert found("cancelled_annotations", "greater", 0, "Number") == [1]
    assert found("predictions_model_versions", "contains", ["v1", "v2"], "List") == [2]
    assert found("predictions_model_versions", "not_contains", ["v1"], "List") == [0, 1]
    assert found("predictions_score", "greater", 0.5, "Number") == [2]
    assert found("avg_lead_time", "equal", 5, "Number") == [0]
    assert found("draft_exists", "equal", "true", "Boolean") == [2]
    assert found("completed_at", "empty", "True", "Datetime") == [1, 2]
    assert found("completed_at", "greater", "2020-01-01T00:00:00.000Z", "Datetime") == [0]
    assert found("completed_at", "less", "2020-01-01T00:00:00.000Z", "Datetime") == []
    assert found("updated_by", "contains", annotator.account.id, "List") == [0]
    assert found("is_labeled", "equal", True, "Boolean") == [0]
    assert found("updated_by__active_organization", "equal", owner.account.organization, "Number") == [0, 1, 2]
    assert found("file_upload", "empty", True) == [0, 1, 2]


def test_filters_are_combined_and_nested(owner: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(4)])
    low = {"filter": "filter:tasks:id", "operator": "equal", "type": "Number", "value": tasks[0]}
    high = {"filter": "filter:tasks:id", "operator": "equal", "type": "Number", "value": tasks[3]}
    assert ids(page(owner, made, {"filters": {"conjunction": "or", "items": [low, high]}})) == [tasks[0], tasks[3]]
    assert ids(page(owner, made, {"filters": {"conjunction": "and", "items": [low, high]}})) == []
    assert len(ids(page(owner, made, {"filters": {"conjunction": "and", "items": []}}))) == 4
    child = {"filter": "filter:tasks:data.text", "operator": "equal", "type": "String", "value": "0"}
    wide = {
        "filter": "filter:tasks:id",
        "operator": "in",
        "type": "Number",
        "value": {"min": tasks[0], "max": tasks[2]},
    }
    nested = {"filters": {"conjunction": "and", "items": [{**wide, "child_filter": child}]}}
    assert ids(page(owner, made, nested)) == [tasks[0]]


@pytest.mark.parametrize(
    "query",
    [
        "{oops",
        "[]",
        only("created_by__password", "contains", "a"),
        only("updated_by__password", "equal", "a"),
        only("nothing", "equal", 1),
        only("id", "sounds_like", 1, "Number"),
        only("id", "equal", None, "Number"),
        only("id", "equal", "many", "Number"),
        only("id", "in", 5, "Number"),
        only("completed_at", "less", "yesterday", "Datetime"),
        only("draft_exists", "equal", "maybe", "Boolean"),
        only("data.text", "equal", "x", child_filter={"filter": "filter:tasks:a__b", "operator": "equal", "value": 1}),
        only('data.a"b', "equal", "x"),
        {"filters": {"conjunction": "xor", "items": []}},
        {"filters": {"conjunction": "and", "items": [{"filter": "id", "operator": "equal", "value": 1}]}},
        {"ordering": ["tasks:updated_by__password"]},
        {"ordering": ["tasks:nothing"]},
        {"selectedItems": {"included": [1]}},
        {"selectedItems": {"all": False, "included": "x"}},
    ],
)
def test_what_a_query_cannot_mean_is_refused(owner: Client, query: Any) -> None:
    made, _ = project(owner, [{"text": "One"}])
    text = query if isinstance(query, str) else json.dumps(query)
    answer = owner.get("/api/tasks/", params={"project": made, "query": text})
    assert answer.status_code == 400, answer.text
    assert answer.json()["validation_errors"]


def test_double_underscores_in_data_are_only_a_name(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "One", "a__b": "x"}])
    assert ids(page(owner, made, only("data.a__b", "equal", "x"))) == tasks


@pytest.mark.parametrize("written", ["-tasks:id", "tasks:-id"])
def test_the_minus_may_stand_on_either_side(owner: Client, written: str) -> None:
    made, tasks = project(owner, [{"text": "a"}, {"text": "b"}])
    assert ids(page(owner, made, {"ordering": [written]})) == tasks[::-1]


def test_ordering_puts_missing_values_last_both_ways(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "b"}, {"text": "c"}, {"text": "a", "size": 3}, {"text": "x", "size": 20}])

    def order(key: str) -> list[int]:
        return [tasks.index(number) for number in ids(page(owner, made, {"ordering": [key]}))]

    assert order("tasks:data.text") == [2, 0, 1, 3]
    assert order("-tasks:data.text") == [3, 1, 0, 2]
    owner.call("POST", f"/api/tasks/{tasks[1]}/annotations/", json={"result": result("A")})
    assert order("tasks:completed_at")[0] == 1
    assert order("-tasks:completed_at")[0] == 1
    assert order("-tasks:total_annotations")[0] == 1
    assert order("tasks:state") == [0, 2, 3, 1]
    for column in ("annotations_results", "predictions_results", "annotators", "file_upload", "avg_lead_time"):
        assert sorted(order(f"-tasks:{column}")) == [0, 1, 2, 3]
    view = {"ordering": ["tasks:data.size"], "columnsDisplayType": {"tasks:data.size": "Number"}}
    saved = owner.call("POST", "/api/dm/views/", json={"project": made, "data": view})
    found = owner.call("GET", "/api/tasks/", params={"view": saved["id"]})
    assert [tasks.index(task["id"]) for task in found["tasks"]] == [2, 3, 0, 1]


def test_selected_items_narrow_the_list_and_nothing_selected_is_nothing(owner: Client) -> None:
    made, tasks = project(owner, [{"text": str(number)} for number in range(3)])

    def selected(**items: Any) -> list[int]:
        return ids(page(owner, made, {"selectedItems": items}))

    assert selected(all=True, excluded=[tasks[0]]) == tasks[1:]
    assert selected(all=True) == tasks
    assert selected(all=False, included=tasks[:1]) == tasks[:1]
    assert selected(all=False) == []
    assert ids(page(owner, made, {"selectedItems": json.dumps({"all": False, "included": tasks[1:2]})})) == tasks[1:2]


def test_a_query_may_come_in_the_body_of_a_get(owner: Client) -> None:
    made, tasks = project(owner, [{"text": "a"}, {"text": "b"}])
    body = {"project": made, **only("data.text", "equal", "b")}
    assert ids(owner.call("GET", "/api/tasks/", json=body)) == tasks[1:]


def test_lines_of_a_file_are_found_under_the_configs_key(owner: Client) -> None:
    made = owner.project()["id"]
    owner.call("POST", f"/api/projects/{made}/import", files={"file": ("lines.txt", b"first\nsecond\n")})
    assert [task["data"] for task in page(owner, made, only("data.data", "contains", "second"))["tasks"]] == [
        {"$undefined$": "second"}
    ]
    owner.call("PATCH", f"/api/projects/{made}/", json={"label_config": CHOICES})
    found = page(owner, made, only("data.text", "contains", "second"))
    assert [task["data"] for task in found["tasks"]] == [{"text": "second"}]
    assert found["tasks"][0]["file_upload"].endswith("-lines.txt")
    assert owner.call("GET", f"/api/projects/{made}/next/")["data"] == {"text": "first"}


def test_a_page_of_many_tasks_takes_as_many_statements_as_a_page_of_one(server: Any, owner: Client) -> None:
    from sqlalchemy import event

    made, tasks = project(owner, [{"text": str(number)} for number in range(30)])
    for task in tasks[:10]:
        owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": result("A")})
    counts = []
    for size in (1, 30):
        statements: list[str] = []
        engine = server.db._reader

        def note(_c: Any, _cursor: Any, statement: str, *_: Any, seen: list[str] = statements) -> None:
            # Others of the server's threads look for jobs.
            if threading.current_thread().name.startswith("labelwright"):
                seen.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        page(owner, made, fields="all", page_size=size)
        event.remove(engine, "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[0] == counts[1]
