"""Webhooks: who is told what, when it is tried again, and what is kept of it."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from harness.databases import Kind, fresh_database
from harness.listener import Listener, until
from harness.live import Client, LiveServer, live_server

CONFIG = """<View><Text name="text" value="$text"/><Choices name="mood" toName="text"><Choice value="Good"/></Choices>
<Taxonomy name="kind" toName="text"><Choice value="Ship"/></Taxonomy></View>"""
RESULT = [{"id": "r", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["Good"]}}]


@pytest.fixture(scope="module")
def server(
    database_kind: Kind, tmp_path_factory: pytest.TempPathFactory, shared_directory: Path
) -> Iterator[LiveServer]:
    """One that may ask this machine, and tells three items at a time."""
    directory = tmp_path_factory.mktemp("server")
    with (
        fresh_database(database_kind, directory, shared_directory) as database,
        live_server(
            database, directory / "data", ssrf_protection_enabled=False, webhook_timeout=20.0, webhook_batch_size=3
        ) as made,
    ):
        yield made


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture
def project(owner: Client) -> int:
    number: int = owner.project(CONFIG)["id"]
    return number


def add(client: Client, url: str, project: int | None, **fields: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.call("POST", "/api/webhooks/", json={"url": url, "project": project, **fields})
    return made


def deliveries(client: Client, hook: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.call("GET", f"/api/webhooks/{hook['id']}/deliveries")
    return found


def ended(client: Client, hook: dict[str, Any]) -> dict[str, Any]:
    """The newest delivery, when it has ended."""
    until(lambda: bool(found := deliveries(client, hook)) and found[0]["state"] != "queued")
    return deliveries(client, hook)[0]


def test_a_webhook_is_made_changed_listed_and_removed(owner: Client, project: int) -> None:
    made = add(owner, "https://example.org/a", project, headers={"X-Key": "1"}, secret="hush")
    assert owner.account
    assert {key: value for key, value in made.items() if not key.endswith("_at")} == {
        "id": made["id"],
        "organization": owner.account.organization,
        "project": project,
        "url": "https://example.org/a",
        "send_payload": True,
        "send_for_all_actions": True,
        "headers": {"X-Key": "1"},
        "is_active": True,
        "is_signed": True,
        "actions": [],
    }
    path = f"/api/webhooks/{made['id']}/"
    actions = ["TASKS_CREATED", "TASKS_DELETED"]
    assert owner.call("PATCH", path, json={"actions": actions, "send_for_all_actions": False})["actions"] == actions
    changed = owner.call("PATCH", path, json={"is_active": False, "secret": None, "project": None})
    assert (changed["actions"], changed["is_active"], changed["is_signed"]) == (actions, False, False)
    assert changed["project"] == project
    assert owner.call("GET", f"/api/webhooks/?project={project}") == [owner.call("GET", path)]
    replaced = owner.call("PUT", path, json={"url": "https://example.org/b"})
    assert replaced["url"] == "https://example.org/b"
    assert owner.delete(path).status_code == 204
    assert owner.get(path).status_code == 404


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"actions": ["PROJECT_CREATED"]}, 400, "Project webhook can't contain organization-only action."),
        ({"actions": ["NO_SUCH"]}, 400, "NO_SUCH"),
        ({"headers": {"a b": "1"}}, 400, "failed JSON schema check"),
        ({"headers": {"a": 1}}, 400, "failed JSON schema check"),
        ({"headers": {"a": "1\r\nb: 2"}}, 400, "failed JSON schema check"),
        ({"headers": {f"h{n}": "" for n in range(11)}}, 400, "failed JSON schema check"),
        ({"url": "file:///etc/passwd"}, 403, "not valid"),
        ({"url": ""}, 400, "url"),
        ({"project": 999_999}, 404, "No Project matches the given query."),
    ],
)
def test_what_cannot_be_is_refused(owner: Client, project: int, fields: dict[str, Any], status: int, says: str) -> None:
    answer = owner.post("/api/webhooks/", json={"url": "https://example.org", "project": project, **fields})
    assert answer.status_code == status, answer.text
    assert says in answer.text
    assert owner.call("GET", f"/api/webhooks/?project={project}") == []


def test_an_organizations_hook_is_asked_for_by_name(owner: Client) -> None:
    answer = owner.post("/api/webhooks/", json={"url": "https://example.org"})
    assert (answer.status_code, answer.json()["detail"]) == (404, "Project not found.")
    assert add(owner, "https://example.org", None, actions=["PROJECT_CREATED"])["project"] is None


def test_the_actions_are_public(server: LiveServer) -> None:
    everybody = server.anonymous()
    info = everybody.call("GET", "/api/webhooks/info/")
    assert len(info) == 12
    assert info["PROJECT_CREATED"] == {
        "name": "Project created",
        "description": "",
        "key": "PROJECT_CREATED",
        "organization-only": True,
    }
    alone = everybody.call("GET", "/api/webhooks/info/?organization-only=true")
    others = everybody.call("GET", "/api/webhooks/info/?organization-only=false")
    assert set(alone) == {"PROJECT_CREATED", "PROJECT_DELETED"}
    assert {**alone, **others} == info


def test_the_life_of_a_project_is_told_to_the_organization(owner: Client, listener: Listener) -> None:
    add(owner, listener.url, None)
    project = owner.project(CONFIG)
    assert listener.wait(1)[0]["action"] == "PROJECT_CREATED"
    owner.call("PATCH", f"/api/projects/{project['id']}/", json={"title": "Renamed"})
    created, updated = listener.wait(2)
    assert created["project"]["id"] == updated["project"]["id"] == project["id"]
    assert (updated["action"], updated["project"]["title"]) == ("PROJECT_UPDATED", "Renamed")
    assert owner.account
    assert updated["project"]["organization"] == owner.account.organization
    assert updated["project"]["task_number"] == 0
    assert updated["project"]["data_types"] == {"text": "Text"}
    assert not {"token", "task_data_password"} & set(updated["project"])
    owner.delete(f"/api/projects/{project['id']}/")
    assert listener.wait(3)[2] == {"action": "PROJECT_DELETED", "project": {"id": project["id"]}}


def test_tasks_are_told_in_batches(owner: Client, project: int, listener: Listener) -> None:
    add(owner, listener.url, project)
    ids = owner.import_tasks(project, [{"text": str(number)} for number in range(7)])
    told = listener.wait(3)
    assert [body["action"] for body in told] == ["TASKS_CREATED"] * 3
    assert [len(body["tasks"]) for body in told] == [3, 3, 1]
    assert [task["id"] for body in told for task in body["tasks"]] == ids
    assert [task["data"] for task in told[0]["tasks"]] == [{"text": "0"}, {"text": "1"}, {"text": "2"}]
    assert told[0]["project"]["id"] == project
    owner.delete(f"/api/tasks/{ids[0]}/")
    last = listener.wait(4)[3]
    assert (last["action"], last["tasks"]) == ("TASKS_DELETED", [{"id": ids[0]}])
    owner.delete(f"/api/projects/{project}/tasks/")
    told = listener.wait(6)[4:]
    assert [task["id"] for body in told for task in body["tasks"]] == ids[1:]


def test_annotations_are_told(owner: Client, project: int, listener: Listener) -> None:
    [task] = owner.import_tasks(project, [{"text": "a"}])
    add(owner, listener.url, project)
    made = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})
    created = listener.wait(1)[0]
    assert list(created) == ["action", "annotation", "project", "task"]
    assert created["action"] == "ANNOTATION_CREATED"
    assert created["annotation"]["id"] == made["id"]
    assert created["annotation"]["result"] == RESULT
    assert created["task"]["id"] == task
    assert created["task"]["is_labeled"] is True
    assert owner.account
    assert created["annotation"]["completed_by"] == owner.account.id
    owner.call("PATCH", f"/api/annotations/{made['id']}/", json={"result": []})
    updated = listener.wait(2)[1]
    assert (updated["action"], updated["annotation"]["result"]) == ("ANNOTATION_UPDATED", [])
    owner.delete(f"/api/annotations/{made['id']}/")
    deleted = listener.wait(3)[2]
    assert (deleted["action"], deleted["annotations"]) == ("ANNOTATIONS_DELETED", [{"id": made["id"]}])
    assert deleted["project"]["id"] == project


def test_actions_of_the_data_manager_are_told(owner: Client, project: int, listener: Listener) -> None:
    predicted = {"data": {"text": "a"}, "predictions": [{"model_version": "m", "result": RESULT}]}
    [task] = owner.import_tasks(project, [predicted])
    add(owner, listener.url, project)
    selected = {"selectedItems": {"all": True, "excluded": []}}
    for action, more in (("predictions_to_annotations", {"model_version": "m"}), ("delete_tasks_annotations", {})):
        owner.call("POST", f"/api/dm/actions/?id={action}&project={project}", json={**selected, **more})
    created, deleted = listener.wait(2)
    assert created["action"] == "ANNOTATIONS_CREATED"
    assert [annotation["result"] for annotation in created["annotation"]] in ([RESULT], [])
    assert (deleted["action"], len(deleted["annotations"])) == ("ANNOTATIONS_DELETED", 1)
    owner.call("POST", f"/api/dm/actions/?id=delete_tasks&project={project}", json=selected)
    assert listener.wait(3)[2]["tasks"] == [{"id": task}]


def test_links_of_labels_are_told(owner: Client, project: int, listener: Listener) -> None:
    add(owner, listener.url, project)
    label = {"project": project, "from_name": "kind", "title": "Ferry", "value": ["Ship", "Ferry"]}
    [made] = owner.call("POST", "/api/labels/", json=[label])
    created = listener.wait(1)[0]
    assert [link["id"] for link in created["label_link"]] == made["links"]
    owner.call("PATCH", f"/api/label_links/{made['links'][0]}/", json={"from_name": "mood"})
    updated = listener.wait(2)[1]
    assert (updated["label_link"]["from_name"], updated["label"]["title"]) == ("mood", "Ferry")
    owner.delete(f"/api/labels/{made['id']}/")
    deleted = listener.wait(3)[2]
    assert (deleted["action"], deleted["label_link"]) == ("LABEL_LINK_DELETED", {"id": made["links"][0]})


def test_only_what_was_asked_for_is_told(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project, send_for_all_actions=False, actions=["TASKS_DELETED"], send_payload=False)
    off = add(owner, listener.url, project, is_active=False)
    other = add(owner, listener.url, owner.project(CONFIG)["id"])
    [task] = owner.import_tasks(project, [{"text": "a"}])
    owner.delete(f"/api/tasks/{task}/")
    assert listener.wait(1) == [{"action": "TASKS_DELETED"}]
    ended(owner, hook)
    assert deliveries(owner, off) == deliveries(owner, other) == []


def test_a_secret_signs(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project, secret="hush", headers={"X-Key": "open"})
    owner.import_tasks(project, [{"text": "a"}])
    listener.wait(1)
    [told] = listener.told
    digest = hmac.new(b"hush", told.content, hashlib.sha256).hexdigest()
    assert told.headers["x-labelwright-signature"] == f"sha256={digest}"
    assert (told.headers["x-key"], told.headers["content-type"]) == ("open", "application/json")
    assert told.headers["x-labelwright-delivery"] == str(ended(owner, hook)["id"])


def test_what_fails_for_now_is_sent_again_as_it_was(owner: Client, project: int, listener: Listener) -> None:
    listener.answers = [503]
    hook = add(owner, listener.url, project)
    owner.import_tasks(project, [{"text": "a"}])
    listener.wait(2)
    delivery = ended(owner, hook)
    assert (delivery["state"], delivery["attempts"], delivery["status"]) == ("delivered", 2, 200)
    assert listener.told[0].content == listener.told[1].content == delivery["body"].encode()
    assert delivery["answer"] == "heard"


def test_what_is_refused_fails_at_once_and_can_be_sent_again(owner: Client, project: int, listener: Listener) -> None:
    listener.answers = [400]
    hook = add(owner, listener.url, project)
    owner.import_tasks(project, [{"text": "a"}])
    failed = ended(owner, hook)
    assert (failed["state"], failed["attempts"], failed["status"]) == ("failed", 1, 400)
    again = owner.call("POST", f"/api/webhooks/{hook['id']}/deliveries/{failed['id']}/retry")
    assert again["state"] == "queued"
    assert ended(owner, hook)["state"] == "delivered"
    assert len(listener.told) == 2
    assert owner.post(f"/api/webhooks/{hook['id']}/deliveries/999999/retry").status_code == 404


def test_nobody_at_the_address_breaks_nothing(owner: Client, project: int, listener: Listener) -> None:
    listener.close()
    hook = add(owner, listener.url, project)
    [task] = owner.import_tasks(project, [{"text": "a"}])
    assert owner.post(f"/api/tasks/{task}/annotations/", json={"result": []}).status_code == 201
    until(lambda: any(delivery["attempts"] for delivery in deliveries(owner, hook)))
    tried = next(delivery for delivery in deliveries(owner, hook) if delivery["attempts"])
    assert (tried["state"], tried["status"]) == ("queued", None)
    assert "cannot be reached" in tried["error"]
    owner.call("PATCH", f"/api/webhooks/{hook['id']}/", json={"is_active": False})


def test_a_change_that_fails_tells_nothing(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project)
    assert owner.post(f"/api/projects/{project}/import", json=[{"wrong": 1}]).status_code == 400
    assert owner.patch(f"/api/projects/{project}/", json={"label_config": "<View>"}).status_code == 400
    assert deliveries(owner, hook) == []


def test_deliveries_are_no_jobs_of_people(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project)
    owner.import_tasks(project, [{"text": "a"}])
    ended(owner, hook)
    assert owner.call("GET", "/api/jobs")["count"] == 0


def test_without_a_webhook_a_submission_asks_nothing_more(server: LiveServer, owner: Client, project: int) -> None:
    [task] = owner.import_tasks(project, [{"text": "a"}])
    asked: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        asked.append(statement)

    event.listen(server.db.engine, "before_cursor_execute", note)
    try:
        owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})
    finally:
        event.remove(server.db.engine, "before_cursor_execute", note)
    about = [statement for statement in asked if "FROM webhooks" in statement]
    assert all("FROM tasks" in statement for statement in about), about
    assert not any("webhook_deliveries" in statement for statement in asked)


def test_others_have_no_part_in_it(server: LiveServer, owner: Client, project: int) -> None:
    hook = add(owner, "https://example.org", project, secret="hush")
    stranger = server.by_token(server.organization())
    assert stranger.call("GET", "/api/webhooks/") == []
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "deliveries")):
        assert stranger.request(method, f"/api/webhooks/{hook['id']}/{path}", json={}).status_code == 404
    answer = stranger.post("/api/webhooks/", json={"url": "https://example.org", "project": project})
    assert answer.status_code == 404
    with server.db.read() as tx:
        kept = tx.execute(text("SELECT secret FROM webhooks WHERE id = :id"), {"id": hook["id"]}).scalar_one()
    assert "hush" not in kept
    assert server.keys.decrypt(kept) == "hush"
    assert "hush" not in owner.get(f"/api/webhooks/{hook['id']}/").text


def test_a_secret_from_before_it_was_encrypted_still_signs(
    server: LiveServer, owner: Client, project: int, listener: Listener
) -> None:
    hook = add(owner, listener.url, project)
    with server.db.write() as tx:
        tx.execute(text("UPDATE webhooks SET secret = 'hush' WHERE id = :id"), {"id": hook["id"]})
    owner.call("POST", f"/api/webhooks/{hook['id']}/test/")
    listener.wait(1)
    digest = hmac.new(b"hush", listener.told[0].content, hashlib.sha256).hexdigest()
    assert listener.told[0].headers["x-labelwright-signature"] == f"sha256={digest}"


def test_a_test_is_sent_as_anything_else_is(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project, send_for_all_actions=False, actions=["TASKS_CREATED"], secret="hush")
    made = owner.call("POST", f"/api/webhooks/{hook['id']}/test/")
    assert (made["action"], made["state"]) == ("TEST", "queued")
    assert listener.wait(1) == [{"action": "TEST"}]
    assert ended(owner, hook)["state"] == "delivered"
    assert "x-labelwright-signature" in listener.told[0].headers


def test_a_hook_that_is_off_is_not_tested(owner: Client, project: int, listener: Listener) -> None:
    hook = add(owner, listener.url, project, is_active=False)
    answer = owner.post(f"/api/webhooks/{hook['id']}/test/")
    assert (answer.status_code, answer.json()["detail"]) == (409, "The webhook is switched off.")
    assert deliveries(owner, hook) == []
