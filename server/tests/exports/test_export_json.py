"""The JSON export: everything, in Label Studio's shape, and equal after a round trip."""

from typing import Any

import pytest

from harness.live import Client

CONFIG = """<View><Text name="text" value="$text"/>
<Choices name="mood" toName="text"><Choice value="good"/><Choice value="bad"/></Choices></View>"""


def answered(choice: str) -> list[dict[str, Any]]:
    return [{"id": "r1", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": [choice]}}]


@pytest.fixture
def project(owner: Client) -> int:
    made = int(owner.project(CONFIG)["id"])
    owner.import_tasks(
        made,
        [
            {"data": {"text": "first", "n": 1.50}, "annotations": [{"result": answered("good"), "lead_time": 2.5}]},
            {
                "data": {"text": "second"},
                "meta": {"k": [1]},
                "predictions": [{"result": answered("bad"), "score": 0.4}],
            },
            {"data": {"text": "third"}, "annotations": [{"result": [], "was_cancelled": True, "ground_truth": False}]},
        ],
    )
    return made


def export(client: Client, project: int, **params: Any) -> Any:
    return client.call("GET", f"/api/projects/{project}/export", params=params)


def test_only_annotated_tasks_are_exported_unless_all_are_asked_for(owner: Client, project: int) -> None:
    assert [task["data"]["text"] for task in export(owner, project)] == ["first", "third"]
    everything = export(owner, project, download_all_tasks="true")
    assert [task["data"]["text"] for task in everything] == ["first", "second", "third"]


def test_a_task_has_the_documented_fields(owner: Client, project: int) -> None:
    task = export(owner, project)[0]
    assert list(task) == [
        "id", "annotations", "drafts", "predictions", "data", "meta", "created_at", "updated_at", "allow_skip", "inner_id",
        "total_annotations", "cancelled_annotations", "total_predictions", "comment_count", "unresolved_comment_count",
        "last_comment_updated_at", "project", "updated_by", "comment_authors",
    ]  # fmt: skip
    assert task["inner_id"] == 1
    assert task["data"] == {"text": "first", "n": 1.5}
    annotation = task["annotations"][0]
    assert annotation["result"] == answered("good")
    assert annotation["ground_truth"] is True
    assert annotation["lead_time"] == 2.5
    assert annotation["completed_by"] == owner.account.id
    assert annotation["prediction"] == {}
    assert annotation["task"] == task["id"]


def test_an_export_imports_again_and_exports_the_same(owner: Client, project: int) -> None:
    before = export(owner, project, download_all_tasks="true")
    copy = int(owner.project(CONFIG)["id"])
    owner.call(
        "POST",
        f"/api/projects/{copy}/import",
        json=[{k: v for k, v in t.items() if k != "predictions"} for t in before],
    )
    after = export(owner, copy, download_all_tasks="true")

    def lasting(tasks: list[dict[str, Any]]) -> list[Any]:
        return [
            (
                t["data"],
                t["meta"],
                [(a["result"], a["was_cancelled"], a["ground_truth"], a["lead_time"]) for a in t["annotations"]],
            )
            for t in tasks
        ]

    assert lasting(after) == lasting(before)
    assert [a["import_id"] for t in after for a in t["annotations"]] == [
        a["id"] for t in before for a in t["annotations"]
    ]
