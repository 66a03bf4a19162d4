"""Projects: making, changing, listing them, and what is refused."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from harness.live import Client

CHOICES = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""


def errors(client: Client, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.request(method, path, json=body)
    assert answer.status_code == 400, answer.text
    found: dict[str, Any] = answer.json()["validation_errors"]
    return found


def test_a_new_project_has_label_studios_fields_and_defaults(owner: Client) -> None:
    made = owner.project(CHOICES, title="Reviews")

    assert made["title"] == "Reviews"
    assert made["created_by"]["id"] == owner.account.id  # type: ignore[union-attr]
    assert made["enable_empty_annotation"] is True
    assert made["maximum_annotations"] == 1
    assert made["sampling"] == "Sequential sampling"
    assert made["control_weights"] == {"c": {"overall": 1.0, "type": "Choices", "labels": {"A": 1.0, "B": 1.0}}}
    assert made["parsed_label_config"]["c"]["labels"] == ["A", "B"]
    assert made["config_has_control_tags"] is True
    assert made["start_training_on_annotation_update"] is False
    assert made["task_number"] is None
    assert owner.call("GET", f"/api/projects/{made['id']}/")["task_number"] == 0


def test_everything_may_be_left_out(owner: Client) -> None:
    answer = owner.post("/api/projects/", json={})
    assert answer.status_code == 201
    assert answer.json()["title"] == ""
    assert answer.json()["label_config"] == "<View></View>"


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({"title": "ab"}, "title", "Ensure this field has at least 3 characters."),
        ({"title": "x" * 51}, "title", "Ensure this field has no more than 50 characters."),
        ({"color": "red"}, "color", 'Color must be in "#RRGGBB" format'),
        ({"sampling": "zzz"}, "sampling", '"zzz" is not a valid choice.'),
        ({"label_config": None}, "label_config", "can only parse strings"),
        ({"label_config": ""}, "label_config", "This field may not be blank."),
        (
            {
                "label_config": '<View><Text name="t" value="$t"/><Choices name="c" toName="q"><Choice value="A"/></Choices></View>'
            },
            "label_config",
            "toName=\"q\" not found in names: ['c', 't']",
        ),
        ({"maximum_annotations": "many"}, "maximum_annotations", "A valid integer is required."),
    ],
)
def test_a_bad_field_is_named(owner: Client, body: dict[str, Any], field: str, message: str) -> None:
    assert errors(owner, "POST", "/api/projects/", body) == {field: [message]}


def test_all_bad_fields_are_named_at_once(owner: Client) -> None:
    found = errors(owner, "POST", "/api/projects/", {"title": "ab", "sampling": "zzz"})
    assert set(found) == {"title", "sampling"}


def test_put_changes_only_what_is_sent(owner: Client) -> None:
    made = owner.project(CHOICES, description="kept")
    changed = owner.call("PUT", f"/api/projects/{made['id']}/", json={"title": "Other title"})
    assert (changed["title"], changed["description"]) == ("Other title", "kept")


def test_scripts_in_the_instruction_are_dropped(owner: Client) -> None:
    made = owner.project(expert_instruction="<b onclick='x()'>Read</b><script>steal()</script>")
    assert made["expert_instruction"] == "<b>Read</b>"


def test_publishing_ends_the_draft_and_hiding_predictions_forgets_the_model(owner: Client) -> None:
    made = owner.project(is_draft=True)
    changed = owner.call("PATCH", f"/api/projects/{made['id']}/", json={"is_published": True})
    assert changed["is_draft"] is False
    assert errors(owner, "PATCH", f"/api/projects/{made['id']}/", {"model_version": "v9"}) == {
        "model_version": ["Model version doesn't exist either as live model or as static predictions."]
    }


def test_training_on_update_is_a_threshold_of_one(owner: Client) -> None:
    made = owner.project(start_training_on_annotation_update=True)
    assert made["min_annotations_to_start_training"] == 1
    assert made["start_training_on_annotation_update"] is True


def test_known_weights_survive_a_new_config(owner: Client) -> None:
    weights = {"c": {"overall": 0.5, "type": "Choices", "labels": {"A": 0.2, "B": 1.0}}}
    made = owner.project(CHOICES, control_weights=weights)
    more = CHOICES.replace('<Choice value="B"/>', '<Choice value="B"/><Choice value="C"/>')
    changed = owner.call("PATCH", f"/api/projects/{made['id']}/", json={"label_config": more})
    assert changed["control_weights"]["c"] == {
        "overall": 0.5,
        "type": "Choices",
        "labels": {"A": 0.2, "B": 1.0, "C": 1.0},
    }


def test_the_list_is_paged_newest_first_with_pins_on_top(owner: Client) -> None:
    ids = [owner.project(title=f"Project {number}")["id"] for number in range(3)]
    owner.call("PATCH", f"/api/projects/{ids[0]}/", json={"pinned_at": "2026-01-01T00:00:00Z"})

    first = owner.call("GET", "/api/projects/", params={"page_size": 2})
    assert (first["count"], first["previous"]) == (3, None)
    assert urlsplit(first["next"]).path == "/api/projects/"
    assert [project["id"] for project in first["results"]] == [ids[0], ids[2]]
    second = owner.call("GET", first["next"])
    assert ([project["id"] for project in second["results"]], second["next"]) == ([ids[1]], None)
    answer = owner.get("/api/projects/", params={"page": 3, "page_size": 2})
    assert (answer.status_code, answer.json()["detail"]) == (404, "Invalid page.")


def test_the_list_is_filtered_ordered_and_cut_to_fields(owner: Client) -> None:
    ids = [owner.project(title=title)["id"] for title in ("Birds", "Cats", "Big cats")]

    def found(**params: Any) -> list[int]:
        return [project["id"] for project in owner.call("GET", "/api/projects/", params=params)["results"]]

    assert found(title="CATS") == [ids[2], ids[1]]
    assert found(ids=f"{ids[0]},{ids[1]}") == [ids[1], ids[0]]
    assert found(ordering="title") == [ids[2], ids[0], ids[1]]
    assert found(filter="pinned_only") == []
    assert owner.call("GET", "/api/projects/", params={"include": "task_number"})["results"] == [{"task_number": 0}] * 3
    assert owner.get("/api/projects/", params={"ordering": "label_config"}).status_code == 400
    assert owner.get("/api/projects/", params={"ids": "a"}).status_code == 400
    counts = owner.call("GET", "/api/projects/counts/", params={"ids": ids[0]})["results"]
    assert set(counts[0]) == {
        "id",
        "task_number",
        "finished_task_number",
        "total_predictions_number",
        "total_annotations_number",
        "num_tasks_with_annotations",
        "useful_annotation_number",
        "ground_truth_number",
        "skipped_annotations_number",
    }


def test_a_deleted_project_is_gone(owner: Client) -> None:
    made = owner.project()
    assert owner.delete(f"/api/projects/{made['id']}/").status_code == 204
    answer = owner.get(f"/api/projects/{made['id']}/")
    assert (answer.status_code, answer.json()["detail"]) == (404, "No Project matches the given query.")


def test_strangers_see_nothing(owner: Client, stranger: Client) -> None:
    made = owner.project()
    assert stranger.get(f"/api/projects/{made['id']}/").status_code == 404
    assert stranger.call("GET", "/api/projects/")["count"] == 0


def test_validate_answers_without_an_envelope_and_without_an_account(server: Any) -> None:
    anyone = server.anonymous()
    assert anyone.post("/api/projects/validate/", json={"label_config": CHOICES}).status_code == 204
    answer = anyone.post("/api/projects/validate/", json={"label_config": "<View>"})
    assert (answer.status_code, list(answer.json())) == (400, ["label_config"])


def test_a_sample_task_fits_the_config(owner: Client) -> None:
    made = owner.project(CHOICES)
    path = f"/api/projects/{made['id']}/sample-task/"
    sample = owner.call("POST", path, json={"label_config": CHOICES})
    assert list(sample["sample_task"]) == ["text"]
    whole = owner.call("POST", path, json={"label_config": CHOICES, "include_annotation_and_prediction": True})
    assert set(whole["sample_task"]) == {"data", "annotations", "predictions"}


def test_the_summary_of_an_empty_project_is_empty(owner: Client) -> None:
    made = owner.project(CHOICES)
    assert owner.post(f"/api/projects/{made['id']}/summary/reset/").status_code == 200
    found = owner.call("GET", f"/api/projects/{made['id']}/summary/")
    del found["created_at"]
    assert found == {
        "project": made["id"],
        "all_data_columns": {},
        "common_data_columns": [],
        "created_annotations": {},
        "created_labels": {},
        "created_labels_drafts": {},
    }
