"""Documented errors of imports and files."""

from harness.live import LiveServer
from rest.refusals import Refusal, each, refused

IMPORT = "POST /api/projects/{project}/import"
_ROOT = " [assume: item as is = task root with values] "

ROOT = 'Task root must be dict with "data", "meta", "annotations", "predictions" fields'


def item(task: str, message: str) -> str:
    return f"Error at item 0: {message} :: {task}"


@each(
    (IMPORT, None, 400, {"non_field_errors": ["load_tasks: No data found in DATA or in FILES"]}),
    (IMPORT, [], 400, {"non_field_errors": ["load_tasks: No tasks added"]}),
    (IMPORT, "text", 400, {"non_field_errors": [item("'text'", ROOT)]}),
    (IMPORT, {"file": ["a.exe", "x"]}, 400, {"non_field_errors": [".exe extension is not supported"]}),
    (f"{IMPORT}?commit_to_project=maybe", [], 400, {"commit_to_project": ['Incorrect bool value "maybe"; write true or false.']}),
    (
        IMPORT,
        [{"data": {"text": "a"}, "annotations": [{"result": [], "completed_by": 999999}]}],
        400,
        {"non_field_errors": ["Import data contains completed_by=999999 which is not a valid annotator's email or ID"]},
    ),
    (
        IMPORT,
        [{"data": {"text": "a"}, "annotations": [{"result": [], "completed_by": {"email": "nobody@example.org"}}]}],
        400,
        {"non_field_errors": ["Unknown annotator's email nobody@example.org"]},
    ),
    ("POST /api/projects/999999/import", [], 404, "No Project matches the given query."),
    ("GET /api/import/file-upload/999999", None, 404, "No FileUpload matches the given query."),
    ("GET /data/upload/{project}/12345678-none.txt", None, 404, "Not found."),
    ("GET /storage-data/uploaded/", None, 404, "No filepath was given."),
    ("GET /storage-data/uploaded/?filepath=other/a.txt", None, 403, "You do not have permission to perform this action."),
    ("GET /storage-data/uploaded/?filepath=upload/1/none.txt", None, 403, "You do not have permission to perform this action."),
    ("GET /api/projects/{project}/imports/999999/", None, 404, "No ProjectImport matches the given query."),
    ("GET /api/projects/{project}/reimports/999999/", None, 404, "No ProjectReimport matches the given query."),
    (
        "GET /api/projects/{project}/file-uploads?ids=x",
        None,
        400,
        {"ids": ['Incorrect value in key "ids" = "x". It should be a JSON list of numbers.']},
    ),
)  # fmt: skip
def test_an_import_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    (IMPORT, [1], 400, {"non_field_errors": [item("1", ROOT)]}),
    (IMPORT, [{"data": 1}], 400, {"non_field_errors": [item("{'data': 1}", "Task[data] must be dict or list")]}),
    (IMPORT, [{"data": {"text": "a"}, "annotations": [{}]}], 400, {"non_field_errors": [item("{'data': {'text': 'a'}, 'annotations': [{}]}", 'Annotation must have "result" fields')]}),
    (IMPORT, [{"data": {"text": "a"}, "predictions": [{}]}], 400, {"non_field_errors": [item("{'data': {'text': 'a'}, 'predictions': [{}]}", 'Prediction must have "result" fields')]}),
    (IMPORT, [{"other": 1}], 400, {"non_field_errors": [item("{'other': 1}", f'"text" key is expected in task data{_ROOT}')]}),
)  # fmt: skip
def test_a_bad_item_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    ("POST /api/projects/{project}/import/predictions", [{"task": 999999, "result": []}], 400, {"non_field_errors": ["Task 999999 is not in this project; 1 of 1 tasks are unknown."]}),
    ("POST /api/projects/{project}/import/predictions", {"a": 1}, 400, {"non_field_errors": ["Predictions must be a list"]}),
)  # fmt: skip
def test_predictions_are_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)
