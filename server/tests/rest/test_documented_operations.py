"""Every operation that Label Studio documents is there, answers in the documented shape, is guarded, and stands in our OpenAPI document."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

from harness.live import LiveServer
from harness.process import ROOT
from labelwright.access import Access
from labelwright.app import build_litestar
from rest.objects import Objects, filled

DESCRIPTION = json.loads((ROOT / "web/packages/api/openapi.json").read_text("utf-8"))
# What people do with their own account needs no permission beyond being signed in.
ONESELF = ("/api/current-user/",)

_USER = "id first_name last_name username email last_activity custom_hotkeys avatar initials phone active_organization"
_PROJECT = """id title description label_config expert_instruction show_instruction show_skip_button enable_empty_annotation
    show_annotation_history organization color maximum_annotations is_published model_version is_draft created_by created_at
    min_annotations_to_start_training start_training_on_annotation_update show_collab_predictions sampling skip_queue
    show_ground_truth_first show_overlap_first overlap_cohort_percentage task_data_login task_data_password control_weights
    parsed_label_config evaluate_predictions_automatically config_has_control_tags config_suitable_for_bulk_annotation
    reveal_preannotations_interactively pinned_at task_number finished_task_number total_annotations_number
    total_predictions_number num_tasks_with_annotations useful_annotation_number ground_truth_number
    skipped_annotations_number queue_total queue_done annotator_evaluation_enabled state"""
SHAPES = {
    name: keys.split()
    for name, keys in {
        "Annotation": """id result created_username created_ago completed_by was_cancelled ground_truth created_at updated_at
            draft_created_at lead_time import_id last_action bulk_created task project updated_by parent_prediction
            parent_annotation last_created_by""",
        "Draft": """id user created_username created_ago result lead_time was_postponed import_id created_at updated_at task
            annotation""",
        "Error": "id status_code version detail exc_info",
        "Import": """id project preannotated_from_fields commit_to_project return_task_ids status url error created_at
            updated_at finished_at task_count annotation_count prediction_count duration file_upload_ids could_be_tasks_list
            found_formats data_columns tasks task_ids""",
        "Invalid": "id status_code version detail exc_info validation_errors",
        "Label": "id title value description created_by organization",
        "Link": "id project label from_name",
        "Me": f"{_USER} active_organization_meta allow_newsletters date_joined permissions",
        "Organization": "id title token created_at updated_at contact_info created_by users",
        "Page": "count next previous results",
        "Policy": "max_session_age max_time_between_activity created_at updated_at",
        "Prediction": """id result model_version created_ago score cluster neighbors mislabeling created_at updated_at model
            model_run task project""",
        "Project": _PROJECT,
        "Task": """id data meta created_at updated_at is_labeled overlap inner_id total_annotations cancelled_annotations
            total_predictions comment_count unresolved_comment_count last_comment_updated_at project updated_by file_upload
            comment_authors""",
        "Upload": "id file size",
        "User": f"{_USER} active_organization_meta allow_newsletters date_joined",
        "View": "id data order user project",
        "Webhook": """id organization project url send_payload send_for_all_actions headers is_active actions created_at
            updated_at""",
    }.items()
}


class Line(NamedTuple):
    method: str
    address: str
    status: int
    shape: str
    body: str

    def __str__(self) -> str:
        return f"{self.method} {self.address}"


def lines() -> list[Line]:
    text = Path(__file__).with_name("documented.txt").read_text("utf-8")
    parts = [line.split("  ") for line in text.splitlines() if line and not line.startswith("#")]
    return [
        Line(method, address, int(status), *rest, *[""] * (2 - len(rest))) for method, address, status, *rest in parts
    ]


@pytest.fixture(scope="module")
def application(server: LiveServer) -> Litestar:
    return build_litestar(server.settings, server.db)


def sent(objects: Objects, line: Line) -> Any:
    address = filled(line.address, objects)
    if line.body.startswith("file:"):
        return objects.owner.request(line.method, address, files={"file": (line.body[5:], "text\nA day\n", "text/csv")})
    body = filled(line.body, objects) if line.body[:1] in "[{" and line.body else None
    return objects.owner.request(
        line.method, address, **({"content": body, "headers": {"content-type": "application/json"}} if body else {})
    )


def check(answer: Any, shape: str) -> None:
    if shape == "-":
        assert answer.content in (b"", b"null")
    elif shape == "text":
        assert answer.text
    elif shape == "[]":
        assert answer.json() == []
    elif shape.startswith("["):
        items = answer.json()
        assert isinstance(items, list)
        assert items, "the list is empty"
        for item in items:
            check_keys(item, shape.strip("[]"))
    else:
        check_keys(answer.json(), shape)


def check_keys(item: Any, shape: str) -> None:
    words = shape.split()
    wanted = [key for word in words for key in SHAPES.get(word, [word])]
    assert isinstance(item, dict)
    assert set(wanted) <= item.keys(), f"missing: {sorted(set(wanted) - item.keys())}"


@pytest.mark.parametrize("line", lines(), ids=str)
def test_it_answers_as_documented(server: LiveServer, line: Line) -> None:
    objects = Objects(server, server.organization())
    answer = sent(objects, line)
    assert answer.status_code == line.status, answer.text[:500]
    check(answer, line.shape)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_it_is_guarded_and_described(application: Litestar) -> None:
    guarded = {
        (method, shape_of(route.path_format)): handler.opt["access"]
        for route in application.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        for method in handler.http_methods - {"OPTIONS"}
    }
    described = {(method.upper(), shape_of(path)) for path, item in DESCRIPTION["paths"].items() for method in item}
    for line in lines():
        key = (line.method, shape_of(concrete(line)))
        found = [one for one in guarded if one[0] == key[0] and fits(one[1], key[1])]
        assert found, f"{line} has no route"
        access: Access = guarded[max(found, key=lambda one: sum(part != "*" for part in one[1]))]
        assert access.public or access.permission or line.address.startswith(ONESELF), f"{line} needs no permission"
        assert any(one[0] == key[0] and fits(one[1], key[1]) for one in described), f"{line} is not in the document"


def concrete(line: Line) -> str:
    return line.address.partition("?")[0].replace("/data/upload/{file}", "/data/upload/{project}/{name}")


def shape_of(path: str) -> tuple[str, ...]:
    return tuple("*" if part.startswith("{") else part for part in path.strip("/").split("/"))


def fits(template: tuple[str, ...], path: tuple[str, ...]) -> bool:
    return len(template) == len(path) and all(
        mine == "*" or mine == theirs for mine, theirs in zip(template, path, strict=True)
    )


def test_no_line_stands_twice() -> None:
    assert len({str(line) for line in lines()}) == len(lines()) == 194
