"""Annotations and predictions that come with tasks: authors, flags, counters, and what is refused."""

from typing import Any

import pytest

from harness.live import Client, LiveServer

CONFIG = """<View><Text name="text" value="$text"/>
<Choices name="mood" toName="text"><Choice value="good"/><Choice value="bad"/></Choices>
<Rating name="stars" toName="text"/></View>"""
REGION = {"id": "a", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["good"]}}


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG)["id"])


def task(**fields: Any) -> dict[str, Any]:
    return {"data": {"text": "x"}, **fields}


def send(client: Client, project: int, *tasks: Any, **params: str) -> Any:
    return client.post(f"/api/projects/{project}/import", json=list(tasks), params=params)


def export(client: Client, project: int) -> list[Any]:
    exported: list[Any] = client.call("GET", f"/api/projects/{project}/export", params={"download_all_tasks": "true"})
    return exported


def errors(answer: Any) -> list[str]:
    assert answer.status_code == 400, answer.text
    found: list[str] = answer.json()["validation_errors"]["non_field_errors"]
    return found


def test_annotations_label_their_tasks_and_are_ground_truth_unless_they_say_otherwise(
    owner: Client, project: int
) -> None:
    answer = send(
        owner,
        project,
        task(annotations=[{"result": [REGION, REGION], "id": 7, "lead_time": 3}]),
        task(annotations=[{"result": [], "ground_truth": False, "created_at": "2001-01-01"}]),
        task(annotations=[{"result": [], "was_cancelled": True}]),
        task(),
        return_task_ids="true",
    ).json()
    assert (answer["task_count"], answer["annotation_count"], answer["found_formats"]) == (4, 3, [])
    assert answer["data_columns"] == ["text"]
    tasks = export(owner, project)
    assert [one["id"] for one in tasks] == answer["task_ids"]
    assert [one["inner_id"] for one in tasks] == [1, 2, 3, 4]
    assert [(one["total_annotations"], one["cancelled_annotations"]) for one in tasks] == [
        (1, 0),
        (1, 0),
        (0, 1),
        (0, 0),
    ]
    first, second = tasks[0]["annotations"][0], tasks[1]["annotations"][0]
    assert (first["ground_truth"], first["import_id"], first["lead_time"], first["result_count"]) == (True, 7, 3.0, 1)
    assert second["ground_truth"] is False
    assert not second["created_at"].startswith("2001")
    assert owner.call("GET", f"/api/projects/{project}/")["finished_task_number"] == 2


def test_authors_are_found_by_id_and_address(owner: Client, annotator: Client, project: int) -> None:
    me, other = owner.account, annotator.account
    assert me
    assert other
    send(
        owner,
        project,
        task(annotations=[{"result": []}, {"result": [], "completed_by": other.id}]),
        task(annotations=[{"result": [], "completed_by": {"email": other.email.upper()}}]),
    )
    authors = [[a["completed_by"] for a in one["annotations"]] for one in export(owner, project)]
    assert authors == [[me.id, other.id], [other.id]]


@pytest.mark.parametrize(
    ("completed_by", "message"),
    [
        (999_999, "Import data contains completed_by=999999 which is not a valid annotator's email or ID"),
        ({"email": "who@example.org"}, "Unknown annotator's email who@example.org"),
        ({"id": 1}, "It's expected to have 'email' field in 'completed_by' data in annotations, got {'id': 1}"),
    ],
)
def test_unknown_authors_refuse_the_import(owner: Client, project: int, completed_by: Any, message: str) -> None:
    assert errors(send(owner, project, task(annotations=[{"result": [], "completed_by": completed_by}]))) == [message]
    assert export(owner, project) == []


def test_a_member_of_another_organization_is_no_author(owner: Client, stranger: Client, project: int) -> None:
    assert stranger.account
    answer = send(owner, project, task(annotations=[{"result": [], "completed_by": stranger.account.id}]))
    assert "is not a valid annotator" in errors(answer)[0]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"annotations": [{"result": "text"}]}, '"result" field in annotation must be list'),
        ({"annotations": "text"}, "Task[annotations] must be list"),
        ({"annotations": [{}]}, 'Annotation must have "result" fields'),
        ({"annotations": [5]}, 'Annotation must have "result" fields'),
        ({"annotations": [{"result": [], "lead_time": "long"}]}, "Annotation lead_time must be a number"),
        ({"meta": "text"}, "Task[meta] must be dict or list"),
        ({"predictions": [{"score": 1}]}, 'Prediction must have "result" fields'),
        ({"predictions": [{"result": None}]}, 'Prediction must have "result" fields'),
        ({"predictions": [{"result": [], "score": "high"}]}, "Score must be a valid number"),
        ({"predictions": {}}, "Task[predictions] must be list"),
    ],
)
def test_one_bad_item_refuses_everything(owner: Client, project: int, bad: dict[str, Any], message: str) -> None:
    found = errors(send(owner, project, task(), task(**bad)))
    assert len(found) == 1
    assert found[0].startswith(f"Error at item 1: {message} :: ")
    assert export(owner, project) == []


def test_every_bad_item_is_told_up_to_a_hundred(owner: Client, project: int) -> None:
    found = errors(send(owner, project, *[{"data": {"other": n}} for n in range(150)]))
    assert len(found) == 101
    assert found[0].startswith(
        'Error at item 0: "text" key is expected in task data [assume: item["data"] = task root with values]'
    )
    assert found[-1] == "..."
    (as_is,) = errors(send(owner, project, {"other": 1}))
    assert "[assume: item as is = task root with values]" in as_is


def test_predictions_get_a_version_and_the_project_takes_the_last(owner: Client, project: int) -> None:
    send(
        owner,
        project,
        task(predictions=[{"result": [REGION], "score": 0.5}, {"result": {"choices": ["bad"]}, "model_version": 3}]),
        task(predictions=[{"result": 4, "model_version": "last"}]),
    )
    tasks = export(owner, project)
    assert [one["total_predictions"] for one in tasks] == [2, 1]
    predictions = owner.call("GET", "/api/predictions/", params={"project": project})
    assert sorted(p["model_version"] for p in predictions) == ["3", "last", "undefined"]
    rated = next(p for p in predictions if p["model_version"] == "last")
    assert (rated["result"][0]["from_name"], rated["result"][0]["value"]) == ("stars", {"rating": 4})
    assert owner.call("GET", f"/api/projects/{project}/")["model_version"] == "last"


def test_columns_become_predictions(owner: Client, project: int) -> None:
    rows = [{"text": "x", "mood": "good", "stars": 4}]
    send(owner, project, *rows, preannotated_from_fields="mood;stars")
    predictions = owner.call("GET", "/api/predictions/", params={"project": project})
    assert [(p["model_version"], p["score"], p["result"][0]["value"]) for p in predictions] == [
        ("preannotated", 1.0, {"choices": ["good"]}),
        ("preannotated", 1.0, {"rating": 4}),
    ]
    assert errors(send(owner, project, {"text": "x", "mood": "good"}, preannotated_from_fields="mood,stars"))


def test_predictions_of_existing_tasks(owner: Client, project: int) -> None:
    ids = owner.import_tasks(project, [task(), task()])
    path = f"/api/projects/{project}/import/predictions"
    body = [{"task": number, "result": [REGION], "score": 0.1} for number in ids] + [{"task": ids[0], "result": []}]
    assert owner.post(path, json=body).json() == {"created": 3}
    assert [one["total_predictions"] for one in export(owner, project)] == [2, 1]
    assert errors(owner.post(path, json=[{"task": 10**9, "result": []}]))
    assert errors(owner.post(path, json=[{"task": ids[0]}])) == ['Prediction 0: Prediction must have "result" fields']
    assert errors(owner.post(path, json={"task": ids[0]})) == ["Predictions must be a list"]


def test_the_summary_counts_columns_labels_and_annotations(owner: Client, project: int) -> None:
    send(owner, project, task(annotations=[{"result": [REGION]}]), {"text": "y", "more": 1})
    summary = owner.call("GET", f"/api/projects/{project}/summary/")
    assert summary["all_data_columns"] == {"text": 2, "more": 1}
    assert summary["common_data_columns"] == ["text"]
    assert summary["created_annotations"] == {"mood|text|choices": 1}
    assert summary["created_labels"] == {"mood": {"good": 1}}


def test_the_overlap_cohort_is_drawn_again(owner: Client) -> None:
    project = owner.project(CONFIG, maximum_annotations=2, overlap_cohort_percentage=10)["id"]
    ids = owner.import_tasks(project, [task() for _ in range(40)])
    listed = owner.call("GET", f"/api/projects/{project}/tasks/", params={"page_size": "-1"})
    assert len(ids) == 40
    assert sorted(one["overlap"] for one in listed) == [1] * 36 + [2] * 4


def test_flags_must_be_true_or_false(owner: Client, project: int) -> None:
    answer = send(owner, project, task(), commit_to_project="maybe")
    assert answer.status_code == 400
    assert "commit_to_project" in answer.json()["validation_errors"]


def test_a_stranger_finds_no_project_and_a_visitor_is_asked_to_log_in(
    stranger: Client, server: LiveServer, project: int, owner: Client
) -> None:
    assert send(stranger, project, task()).status_code == 404
    assert send(server.anonymous(), project, task()).status_code == 401
    assert export(owner, project) == []
