"""JSON into a project: what is taken, what is refused, and that a refusal stores nothing."""

import pytest

from harness.live import Client

CONFIG = '<View><Text name="dialog" value="$dialog"/><TextArea name="answer" toName="dialog"/></View>'


def bulk(client: Client, project: int, body: object, **params: str):  # type: ignore[no-untyped-def]
    return client.post(f"/api/projects/{project}/tasks/bulk/", json=body, params=params)


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG)["id"])


def task_number(client: Client, project: int) -> int:
    return int(client.call("GET", f"/api/projects/{project}/")["task_number"])


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ([{"data": {"dialog": "hello"}}], 1),
        ([{"data": {"dialog": "hello"}}] * 10, 10),
        ([{"data": {"dialog": "hello", "more": [1, {"x": None}]}}], 1),
        ([{"data": {"dialog": 5}}], 1),
        ([{"data": {"dialog": "hello"}, "created_at": "2020-01-01"}], 1),
        ([{"dialog": "hello"}], 1),
        ({"dialog": "hello"}, 1),
    ],
)
def test_tasks_are_taken_in_every_documented_form(owner: Client, project: int, body: object, count: int) -> None:
    answer = bulk(owner, project, body)
    assert answer.status_code == 201, answer.text
    assert answer.json()["task_count"] == count
    assert task_number(owner, project) == count


@pytest.mark.parametrize(
    "body",
    [
        [{"data": {"other": "x"}}],
        [{"data": {}}],
        [{"data": None}],
        None,
        [{"data": "string"}],
        [{}],
        [{}, {}],
        {},
        [],
        "text",
        [{"data": {"dialog": "good"}}, {"data": {"other": "bad"}}],
    ],
)
def test_one_bad_task_refuses_the_import_and_stores_nothing(owner: Client, project: int, body: object) -> None:
    answer = bulk(owner, project, body)
    assert answer.status_code == 400, answer.text
    assert task_number(owner, project) == 0
