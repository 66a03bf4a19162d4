"""Documented errors of projects and their configurations."""

from typing import Any

from harness.live import LiveServer
from rest.refusals import Refusal, each, refused

_TEXT = '<Text name="t" value="$t"/>'


def config(inner: str, message: str) -> tuple[Any, ...]:
    return ("POST /api/projects/", {"label_config": f"<View>{inner}</View>"}, 400, {"label_config": [message]})


@each(
    ("POST /api/projects/", {"title": "ab"}, 400, {"title": ["Ensure this field has at least 3 characters."]}),
    ("POST /api/projects/", {"title": "x" * 51}, 400, {"title": ["Ensure this field has no more than 50 characters."]}),
    ("POST /api/projects/", {"sampling": "zzz"}, 400, {"sampling": ['"zzz" is not a valid choice.']}),
    ("POST /api/projects/", {"skip_queue": "zzz"}, 400, {"skip_queue": ['"zzz" is not a valid choice.']}),
    ("POST /api/projects/", {"color": "red"}, 400, {"color": ['Color must be in "#RRGGBB" format']}),
    ("POST /api/projects/", {"label_config": None}, 400, {"label_config": ["can only parse strings"]}),
    ("POST /api/projects/", {"label_config": ""}, 400, {"label_config": ["This field may not be blank."]}),
    ("POST /api/projects/", {"label_config": "<View>"}, 400, {"label_config": ["no element found: line 1, column 6"]}),
    ("POST /api/projects/", {"label_config": "text"}, 400, {"label_config": ["syntax error: line 1, column 0"]}),
    ("POST /api/projects/", {"show_skip_button": "maybe"}, 400, {"show_skip_button": ["Must be a valid boolean."]}),
    (
        "PATCH /api/projects/{project}/",
        {"model_version": "unknown"},
        400,
        {"model_version": ["Model version doesn't exist either as live model or as static predictions."]},
    ),
    ("PATCH /api/projects/{project}/", {"title": "ab"}, 400, {"title": ["Ensure this field has at least 3 characters."]}),
    ("GET /api/projects/999999/", None, 404, "No Project matches the given query."),
    ("PATCH /api/projects/999999/", {}, 404, "No Project matches the given query."),
    ("DELETE /api/projects/999999/", None, 404, "No Project matches the given query."),
    ("GET /api/projects/?page=99", None, 404, "Invalid page."),
    ("POST /api/projects/{project}/validate/", {}, 400, {"label_config": ["Label config is not set or is empty"]}),
    ("POST /api/projects/{project}/validate/", {"label_config": "text"}, 400, {"label_config": ["syntax error: line 1, column 0"]}),
    Refusal("POST /api/projects/validate/", {"label_config": "text"}, 400, {"label_config": ["syntax error: line 1, column 0"]}, bare=True),
    ("DELETE /api/projects/{project}/model-versions/", {}, 400, {"model_version": ["This field is required."]}),
)  # fmt: skip
def test_a_project_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    config(f'{_TEXT}<Choices name="c" toName="q"><Choice value="A"/></Choices>', "toName=\"q\" not found in names: ['c', 't']"),
    config(f'{_TEXT}<Choices name="c"><Choice value="A"/></Choices>', "Validation failed on : 'toName' is a required property"),
    config(f'{_TEXT}<Choices name="t" toName="t"><Choice value="A"/></Choices>', "Label config contains non-unique names"),
    config('<Video name="v" value="$v" defaultPlaybackSpeed="99"/>', 'Video tag "v": defaultPlaybackSpeed must be between 0.05 and 10, got 99.0'),
    config(f'{_TEXT}<Number name="n" to="t"/>', "Validation failed on : 'toName' is a required property"),
)  # fmt: skip
def test_a_configuration_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)


@each(
    (
        "PATCH /api/projects/{annotated}/",
        {"label_config": '<View><Text name="text" value="$text"/><Rating name="stars" toName="text"/></View>'},
        400,
        {
            "label_config": [
                "Created annotations are incompatible with provided labeling schema, we found:\n"
                "1 with from_name=mood, to_name=text, type=choices",
                'There are 1 annotation(s) created with tag "mood", you can\'t remove it',
            ]
        },
    ),
    (
        "POST /api/projects/{annotated}/validate/",
        {
            "label_config": '<View><Text name="text" value="$text"/>'
            '<Choices name="mood" toName="text"><Choice value="Sad"/></Choices></View>'
        },
        400,
        {
            "non_field_errors": [
                "These labels still exist in annotations or drafts:\nHappy (1 annotations, 0 drafts)\n"
                'Please add labels to tag with name="mood".'
            ]
        },
    ),
)
def test_a_configuration_that_loses_work_is_refused_in_these_words(server: LiveServer, one: Refusal) -> None:
    refused(server, one)
