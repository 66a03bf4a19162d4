"""Documented errors of tasks, annotations, drafts, predictions and exports."""

from harness.live import LiveServer
from rest.refusals import Refusal, each, refused

REQUIRED = ["This field is required."]


@each(
    ("POST /api/tasks/", {"data": {"text": "a"}}, 400, {"project": REQUIRED}),
    ("POST /api/tasks/", {"project": "{project}"}, 400, {"data": REQUIRED}),
    ("GET /api/tasks/", None, 404, "Neither project nor view id specified"),
    ("GET /api/tasks/?project=abc", None, 400, {"project": 'Incorrect value in key "project" = "abc". It should be digit string.'}),
    ("GET /api/tasks/999999/", None, 404, "No Task matches the given query."),
    ("DELETE /api/tasks/999999/", None, 404, "No Task matches the given query."),
    ("GET /api/tasks/999999/agreement/", None, 404, "No Task matches the given query."),
    ("GET /api/projects/{project}/tasks/", None, 404, "Not found."),
    ("GET /api/projects/{annotated}/tasks/?page=2", None, 404, "Not found."),
    ("GET /api/projects/{project}/next/", None, 404, "There are no tasks for {mail}"),
)  # fmt: skip
def test_a_task_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/tasks/{task}/annotations/", {"result": {}}, 400, {"result": ['annotation "result" field in annotation must be list']}),
    ("POST /api/tasks/{task}/annotations/", {"result": [], "completed_by": 999999}, 400, {"completed_by": ['Invalid pk "999999" - object does not exist.']}),
    ("POST /api/tasks/{task}/annotations/", {"result": [], "draft_id": "{other_draft}"}, 403, "You have no permission to draft id:{other_draft}"),
    ("POST /api/tasks/{task}/annotations/", {"result": [], "unique_id": "{unique_id}"}, 409, "Annotation with this unique id already exists"),
    ("POST /api/tasks/999999/annotations/", {"result": []}, 404, "No Task matches the given query."),
    ("GET /api/annotations/999999/", None, 404, "No Annotation matches the given query."),
    ("POST /api/tasks/{task}/drafts", {}, 400, {"result": REQUIRED}),
    ("GET /api/drafts/999999/", None, 404, "No AnnotationDraft matches the given query."),
    ("POST /api/annotations/999999/convert-to-draft", None, 404, "No Annotation matches the given query."),
)  # fmt: skip
def test_an_annotation_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/predictions/", {"result": []}, 400, {"task": REQUIRED}),
    ("POST /api/predictions/", {"task": "{task}"}, 400, {"result": REQUIRED}),
    ("POST /api/predictions/", {"task": "{task}", "result": None}, 400, {"result": ["This field may not be null."]}),
    ("GET /api/predictions/999999/", None, 404, "No Prediction matches the given query."),
    ("GET /api/projects/{project}/export?exportType=QQ", None, 400, {"exportType": ['"QQ" is not a valid choice. Formats are: JSON, JSON_MIN, CSV, TSV.']}),
    ("GET /api/projects/{project}/exports/999999", None, 404, "No Export matches the given query."),
)  # fmt: skip
def test_predictions_and_exports_are_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/dm/actions/?project={project}", {}, 422, "No action id specified: add ?id= to the address."),
    ("POST /api/dm/actions/?project={project}&id=zzz", {}, 404, 'There is no action "zzz".'),
    ("GET /api/dm/actions/zzz/form/?project={project}", None, 404, 'There is no action "zzz".'),
    ("GET /api/dm/views/", None, 400, {"project": REQUIRED}),
    ("GET /api/dm/views/999999/", None, 404, "No View matches the given query."),
    ("POST /api/dm/views/", {"data": {}}, 400, {"project": REQUIRED}),
    ("DELETE /api/dm/views/reset/", {}, 400, {"project": REQUIRED}),
    ("GET /api/dm/columns/?project=999999", None, 404, "No Project matches the given query."),
)  # fmt: skip
def test_the_data_manager_refuses_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)
