"""Comments: saying, settling, changing one's own, and the counts of the task."""

import json
from typing import Any

import pytest

from annotations.test_annotations import RESULT, a_task, shown, submit
from harness.live import Client


def say(client: Client, text: str = "Is this a name?", **about: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.call("POST", "/api/comments/", json={"text": text, **about})
    return made


def listed(client: Client, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.call("GET", "/api/comments/", params=params)
    return found


def counts(client: Client, task: int) -> tuple[int, int]:
    found = shown(client, task)
    return found["comment_count"], found["unresolved_comment_count"]


def test_a_comment_has_label_studios_fields_and_is_counted(owner: Client) -> None:
    assert owner.account
    project, task = a_task(owner)
    annotation = submit(owner, task)["id"]
    place = {"regionId": "r1", "controlName": "c"}

    made = say(owner, annotation=annotation, region_ref=place)

    assert made == {
        "id": made["id"], "text": "Is this a name?", "region_ref": place, "classifications": None, "is_resolved": False,
        "resolved_at": None, "created_by": owner.account.id, "created_at": made["created_at"],
        "updated_at": made["created_at"], "annotation": annotation, "draft": None, "task": task, "project": project,
    }  # fmt: skip
    assert counts(owner, task) == (1, 1)
    assert shown(owner, task)["last_comment_updated_at"] == made["created_at"]


def test_a_task_names_those_who_commented_on_its_annotations(owner: Client, annotator: Client) -> None:
    assert owner.account
    assert annotator.account
    project, task = a_task(owner)
    assert shown(owner, task)["comment_authors"] == []
    annotation = submit(owner, task)["id"]
    for client in (annotator, owner, annotator):
        say(client, annotation=annotation)
    expected = [annotator.account.id, owner.account.id]
    assert shown(owner, task)["comment_authors"] == expected
    (listed_task,) = owner.call("GET", f"/api/tasks?project={project}")["tasks"]
    assert listed_task["comment_authors"] == expected
    (exported,) = owner.call("GET", f"/api/projects/{project}/export")
    assert exported["comment_authors"] == expected


def test_comments_are_found_by_what_they_are_about(owner: Client, annotator: Client) -> None:
    assert annotator.account
    project, task = a_task(owner)
    one, two = submit(owner, task)["id"], submit(annotator, task)["id"]
    first, second = say(owner, annotation=one), say(annotator, annotation=two)
    assert listed(owner, annotation=one) == [first]
    assert listed(owner, task=task, ordering="-id") == [second, first]
    assert listed(owner, projects=str(project), annotators=str(annotator.account.id)) == [second]
    assert listed(owner, task=task, expand_created_by="true")[1]["created_by"]["email"] == annotator.account.email
    assert owner.get("/api/comments/").status_code == 400
    assert owner.get("/api/comments/", params={"projects": "x"}).status_code == 400


def test_everybody_settles_but_only_the_author_changes_or_deletes(owner: Client, annotator: Client) -> None:
    _, task = a_task(owner)
    made = say(owner, annotation=submit(owner, task)["id"])
    url = f"/api/comments/{made['id']}/"

    settled = annotator.call("PATCH", url, json={"is_resolved": True})
    assert settled["is_resolved"] is True
    assert settled["resolved_at"] is not None
    assert counts(owner, task) == (1, 0)
    assert annotator.patch(url, json={"text": "mine now"}).status_code == 403
    assert annotator.delete(url).status_code == 403

    assert owner.call("PATCH", url, json={"is_resolved": False, "text": "Again"})["resolved_at"] is None
    assert counts(owner, task) == (1, 1)
    assert owner.call("GET", url)["text"] == "Again"
    assert owner.delete(url).status_code == 204
    assert counts(owner, task) == (0, 0)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "x" * 10_001}, "text"),
        ({"text": "x", "annotation": None}, "annotation"),
        ({"text": "x", "region_ref": "r1"}, "region_ref"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_stored(owner: Client, body: dict[str, Any], field: str) -> None:
    _, task = a_task(owner)
    annotation = submit(owner, task)["id"]
    answer = owner.post("/api/comments/", json={"annotation": annotation, **body})
    assert answer.status_code == 400
    assert field in answer.json()["validation_errors"]
    assert counts(owner, task) == (0, 0)


def test_an_emptied_text_is_refused_and_the_old_one_stays(owner: Client) -> None:
    _, task = a_task(owner)
    made = say(owner, annotation=submit(owner, task)["id"])
    assert owner.patch(f"/api/comments/{made['id']}/", json={"text": " "}).status_code == 400
    assert listed(owner, task=task) == [made]


def test_other_organisations_neither_read_nor_comment(owner: Client, stranger: Client) -> None:
    _, task = a_task(owner)
    annotation = submit(owner, task)["id"]
    made = say(owner, annotation=annotation)
    assert listed(stranger, task=task) == []
    assert stranger.post("/api/comments/", json={"text": "x", "annotation": annotation}).status_code == 404
    assert stranger.get(f"/api/comments/{made['id']}/").status_code == 404


def draft_of(client: Client, task: int) -> int:
    return int(client.call("POST", f"/api/tasks/{task}/drafts", json={"result": RESULT})["id"])


def test_what_is_said_about_a_draft_is_private_until_it_is_submitted(owner: Client, annotator: Client) -> None:
    _, task = a_task(owner)
    draft = draft_of(owner, task)
    made = say(owner, draft=draft)
    assert listed(owner, draft=draft) == [made]
    assert listed(annotator, task=task) == []
    assert annotator.get(f"/api/comments/{made['id']}/").status_code == 404
    assert annotator.post("/api/comments/", json={"text": "x", "draft": draft}).status_code == 404

    annotation = submit(owner, task, draft_id=draft)["id"]

    assert [(it["annotation"], it["draft"]) for it in listed(annotator, task=task)] == [(annotation, None)]
    assert counts(owner, task) == (1, 1)


def test_a_comment_on_a_draft_of_an_annotation_outlives_the_draft(owner: Client) -> None:
    _, task = a_task(owner)
    annotation = submit(owner, task)["id"]
    draft = owner.call("POST", f"/api/tasks/{task}/annotations/{annotation}/drafts", json={"result": RESULT})["id"]
    say(owner, draft=draft)
    owner.call("PATCH", f"/api/annotations/{annotation}/", json={"result": RESULT})
    assert [it["annotation"] for it in listed(owner, task=task)] == [annotation]


def test_comments_go_back_and_away_with_their_annotation(owner: Client) -> None:
    _, task = a_task(owner)
    annotation = submit(owner, task)["id"]
    say(owner, annotation=annotation)
    draft = owner.call("POST", f"/api/annotations/{annotation}/convert-to-draft")["id"]
    assert [it["draft"] for it in listed(owner, task=task)] == [draft]
    assert counts(owner, task) == (1, 1)
    owner.delete(f"/api/drafts/{draft}/")
    assert counts(owner, task) == (0, 0)


def test_the_task_list_filters_by_open_comments(owner: Client) -> None:
    project, task = a_task(owner)
    say(owner, annotation=submit(owner, task)["id"])
    owner.import_tasks(project, [{"text": "Nobody said anything"}])
    item = {"filter": "filter:tasks:unresolved_comment_count", "operator": "greater", "type": "Number", "value": 0}
    query = json.dumps({"filters": {"conjunction": "and", "items": [item]}})
    found = owner.call("GET", "/api/tasks/", params={"project": project, "query": query})["tasks"]
    assert [(it["id"], it["unresolved_comment_count"]) for it in found] == [(task, 1)]
