"""Row 6: objects of other projects and people are out of reach, also where they are only named inside a body, a query or a path.

Every route by itself is walked in `access/test_every_route.py`; here are the objects inside.
"""

from typing import Any, NamedTuple

import pytest

from harness.listener import until
from harness.live import Client, LiveServer
from labelwright.access import Role

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
RESULT = [{"id": "r", "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["A"]}}]
ALL = {"selectedItems": {"all": True, "excluded": []}}
BASE = "/api/tasks"


class World(NamedTuple):
    """Something of everything in one project."""

    client: Client
    project: int
    task: int
    annotation: int
    draft: int
    prediction: int
    view: int
    file: int
    path: str


def world(client: Client) -> World:
    project = client.project(CONFIG)["id"]
    task = client.import_tasks(project, [{"text": "theirs"}])[0]
    path = f"/api/projects/{project}/import"
    file = client.call("POST", path, files={"file": ("theirs.csv", b"text\ntheirs\n")})["file_upload_ids"][0]
    return World(
        client,
        project,
        task,
        client.call("POST", f"{BASE}/{task}/annotations/", json={"result": RESULT})["id"],
        client.call("POST", f"{BASE}/{task}/drafts", json={"result": RESULT})["id"],
        client.call("POST", "/api/predictions/", json={"task": task, "result": RESULT})["id"],
        client.call("POST", "/api/dm/views/", json={"project": project, "data": {"title": "theirs"}})["id"],
        file,
        client.call("GET", f"/api/import/file-upload/{file}")["file"],
    )


@pytest.fixture(scope="module")
def mine(server: LiveServer) -> World:
    return world(server.by_token(server.organization("Mine")))


@pytest.fixture(scope="module")
def theirs(server: LiveServer) -> World:
    return world(server.by_token(server.organization("Theirs")))


@pytest.fixture
def sibling(mine: World) -> World:
    """Another project of the same organisation."""
    return world(mine.client)


def unchanged(of: World) -> None:
    """All of it is still there."""
    task = of.client.call("GET", f"{BASE}/{of.task}/")
    assert task["data"] == {"text": "theirs"}
    assert [one["id"] for one in task["annotations"]] == [of.annotation]
    assert [one["id"] for one in task["predictions"]] == [of.prediction]
    assert of.client.get(f"/api/drafts/{of.draft}/").status_code == 200
    assert of.client.get(f"/api/dm/views/{of.view}/").status_code == 200
    assert of.client.get(f"/data/{of.path}").status_code == 200


def test_a_submission_points_only_at_its_own_task(mine: World, theirs: World, sibling: World) -> None:
    assert theirs.client.account
    for other in (theirs, sibling):
        for field in ({"parent_prediction": other.prediction}, {"parent_annotation": other.annotation}):
            for method, path in (
                ("POST", f"{BASE}/{mine.task}/annotations/"),
                ("PATCH", f"/api/annotations/{mine.annotation}/"),
            ):
                answer = mine.client.request(method, path, json={"result": RESULT, **field})
                assert answer.status_code == 400, (field, answer.text)
                assert "theirs" not in answer.text
        answer = mine.client.post(f"{BASE}/{mine.task}/annotations/", json={"result": RESULT, "draft_id": other.draft})
        assert answer.status_code in (201, 403, 404)
        assert other.client.get(f"/api/drafts/{other.draft}/").status_code == 200, "the draft was swallowed"
    stranger = theirs.client.account.id
    answer = mine.client.post(f"{BASE}/{mine.task}/annotations/", json={"result": RESULT, "completed_by": stranger})
    assert answer.status_code == 400
    for made in mine.client.call("GET", f"{BASE}/{mine.task}/annotations/"):
        if made["id"] != mine.annotation:
            mine.client.call("DELETE", f"/api/annotations/{made['id']}/")
    unchanged(theirs)


def test_an_annotation_is_not_moved_to_another_task(mine: World, theirs: World, sibling: World) -> None:
    for other in (theirs, sibling):
        body = {"task": other.task, "project": other.project, "id": other.annotation, "result": RESULT}
        mine.client.patch(f"/api/annotations/{mine.annotation}/", json=body)
        assert mine.client.call("GET", f"/api/annotations/{mine.annotation}/")["task"] == mine.task
        mine.client.patch(f"{BASE}/{mine.task}/", json={"project": other.project, "id": other.task, "inner_id": 1})
        assert mine.client.call("GET", f"{BASE}/{mine.task}/")["project"] == mine.project
        mine.client.patch(f"/api/predictions/{mine.prediction}/", json={"task": other.task, "project": other.project})
        assert mine.client.call("GET", f"/api/predictions/{mine.prediction}/")["task"] == mine.task
        mine.client.patch(f"/api/dm/views/{mine.view}/", json={"project": other.project, "data": {"title": "x"}})
        assert mine.client.call("GET", f"/api/dm/views/{mine.view}/")["project"] == mine.project
    mine.client.patch(f"/api/projects/{mine.project}/", json={"organization": 1, "created_by": 1, "id": theirs.project})
    assert mine.client.account
    assert mine.client.call("GET", f"/api/projects/{mine.project}/")["organization"] == mine.client.account.organization
    unchanged(theirs)


def test_nothing_is_made_in_a_foreign_project(mine: World, theirs: World) -> None:
    for path, body in (
        ("/api/tasks/", {"project": theirs.project, "data": {"text": "x"}}),
        ("/api/predictions/", {"task": theirs.task, "result": RESULT}),
        ("/api/dm/views/", {"project": theirs.project, "data": {}}),
    ):
        assert mine.client.post(path, json=body).status_code == 404, path
    inside = mine.client.post(
        f"/api/projects/{mine.project}/tasks/", json={"project": theirs.project, "data": {"text": "x"}}
    )
    assert inside.json()["project"] == mine.project
    answer = mine.client.post(
        f"/api/projects/{mine.project}/import/predictions", json=[{"task": theirs.task, "result": RESULT}]
    )
    assert answer.status_code == 400
    unchanged(theirs)


def test_an_imported_annotation_names_only_members_as_authors(mine: World, theirs: World) -> None:
    assert theirs.client.account
    for author in (
        {"email": theirs.client.account.email},
        theirs.client.account.email,
        {"id": theirs.client.account.id},
        theirs.client.account.id,
    ):
        item = {"data": {"text": "x"}, "annotations": [{"result": RESULT, "completed_by": author}]}
        answer = mine.client.post(f"/api/projects/{mine.project}/import?return_task_ids=true", json=[item])
        if answer.status_code == 201:
            made = mine.client.call("GET", f"{BASE}/{answer.json()['task_ids'][0]}/annotations/")
            assert mine.client.account
            assert made[0]["completed_by"] == mine.client.account.id
        else:
            assert answer.status_code == 400


@pytest.mark.parametrize(
    "action", ["delete_tasks", "delete_tasks_annotations", "delete_tasks_predictions", "predictions_to_annotations"]
)
def test_an_action_on_my_project_does_not_touch_tasks_of_another(
    mine: World, theirs: World, sibling: World, action: str
) -> None:
    empty = mine.client.project(CONFIG)["id"]
    for other in (theirs, sibling):
        selected = {"all": False, "included": [other.task]}
        body = {"selectedItems": selected, "project": empty, "model_version": "undefined"}
        mine.client.post("/api/dm/actions/", params={"id": action, "project": empty}, json=body)
        unchanged(other)
        foreign: dict[str, Any] = {"project": theirs.project, "id": action}
        assert (
            mine.client.post(
                "/api/dm/actions/", params=foreign, json={"selectedItems": {"all": True, "excluded": []}}
            ).status_code
            == 404
        )
        by_view: dict[str, Any] = {"view": theirs.view, "project": empty, "id": action}
        assert (
            mine.client.post(
                "/api/dm/actions/", params=by_view, json={"selectedItems": {"all": True, "excluded": []}}
            ).status_code
            == 404
        )
    unchanged(theirs)


def test_a_job_works_on_what_is_its_projects(mine: World, theirs: World, sibling: World) -> None:
    for other in (theirs, sibling):
        path = f"/api/projects/{mine.project}/jobs"
        assert mine.client.post(f"{path}/import", json={"file_upload_ids": [other.file]}).status_code == 404
        chosen = {"selectedItems": {"all": False, "included": [other.task]}}
        started = mine.client.call("POST", f"{path}/action", json={"id": "delete_tasks", **chosen})
        assert started["total"] == 0
        body = {"id": "propagate_annotations", "source_annotation_id": other.annotation}
        assert mine.client.post(f"{path}/action", json={**body, **ALL}).status_code == 400
        exported = mine.client.call("POST", f"{path}/export", json={"ids": [other.task], "download_all_tasks": True})
        ended = [until_ended(mine.client, job) for job in (started["id"], exported["id"])]
        assert [job["state"] for job in ended] == ["completed", "completed"]
        assert mine.client.call("GET", f"/api/jobs/{exported['id']}/file") == []
        unchanged(other)
    assert theirs.client.get(f"/api/jobs/{started['id']}").status_code == 404
    assert theirs.client.get(f"/api/jobs/{exported['id']}/file").status_code == 404
    assert theirs.client.call("GET", "/api/jobs/")["count"] == 0


def until_ended(client: Client, job: int) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def has_ended() -> bool:
        found.update(client.call("GET", f"/api/jobs/{job}"))
        return found["finished_at"] is not None

    until(has_ended)
    return found


def test_nothing_is_said_about_work_that_one_does_not_see(server: LiveServer, mine: World, theirs: World) -> None:
    assert mine.client.account
    colleague = server.by_token(server.member(mine.client.account))
    for client, about in (
        (colleague, {"draft": mine.draft}),
        (mine.client, {"draft": theirs.draft}),
        (mine.client, {"annotation": theirs.annotation}),
    ):
        assert client.post("/api/comments/", json={"text": "?", **about}).status_code == 404
        assert client.call("GET", "/api/comments/", params=about) == []
    assert mine.client.get("/api/annotation-history/", params={"annotation": theirs.annotation}).status_code == 404


def test_one_hook_does_not_show_what_another_was_told(mine: World, theirs: World) -> None:
    made = [
        one.client.call("POST", "/api/webhooks/", json={"url": "https://example.invalid", "project": one.project})["id"]
        for one in (mine, theirs)
    ]
    delivery = theirs.client.call("POST", f"/api/webhooks/{made[1]}/test")["id"]
    for hook in made:
        assert mine.client.post(f"/api/webhooks/{hook}/deliveries/{delivery}/retry").status_code == 404
    assert mine.client.call("GET", f"/api/webhooks/{made[0]}/deliveries") == []
    assert mine.client.call("GET", "/api/webhooks/", params={"project": theirs.project}) == []


def test_a_view_of_another_project_shows_nothing(mine: World, theirs: World) -> None:
    for params in ({"view": theirs.view}, {"view": theirs.view, "project": mine.project}, {"project": theirs.project}):
        assert mine.client.get("/api/tasks/", params=params).status_code == 404
    answer = mine.client.get(
        "/api/tasks/",
        params={"project": mine.project, "query": f'{{"selectedItems":{{"all":false,"included":[{theirs.task}]}}}}'},
    )
    assert answer.json()["tasks"] == []
    mine.client.post("/api/dm/views/order/", json={"project": mine.project, "ids": [theirs.view, mine.view]})
    mine.client.request("DELETE", "/api/dm/views/reset/", json={"project": theirs.project})
    unchanged(theirs)


def test_an_export_of_my_project_holds_only_my_tasks(mine: World, theirs: World, sibling: World) -> None:
    for other in (theirs, sibling):
        path = f"/api/projects/{mine.project}/export"
        found = mine.client.call("GET", path, params={"ids": str(other.task), "download_all_tasks": "true"})
        assert found == []
    assert mine.client.get("/api/predictions/", params={"task": theirs.task}).json() == []
    assert mine.client.get("/api/predictions/", params={"project": theirs.project}).json() == []
    assert mine.client.call("GET", "/api/projects/", params={"ids": f"{theirs.project}"})["results"] == []


def test_files_of_another_project_are_neither_imported_deleted_nor_read(
    mine: World, theirs: World, sibling: World
) -> None:
    for other in (theirs, sibling):
        answer = mine.client.post(f"/api/projects/{mine.project}/reimport", json={"file_upload_ids": [other.file]})
        assert answer.status_code == 404, answer.text
        path = f"/api/projects/{mine.project}/file-uploads"
        assert mine.client.request("DELETE", path, json={"file_upload_ids": [other.file]}).json() == {"deleted": 0}
        assert mine.client.get(path, params={"ids": f"[{other.file}]"}).json() == []
        name = other.path.rsplit("/", 1)[1]
        assert mine.client.get(f"/data/upload/{mine.project}/{name}").status_code == 404
        unchanged(other)
    assert mine.client.get(f"/data/{theirs.path}").status_code == 404
    assert mine.client.get("/storage-data/uploaded/", params={"filepath": theirs.path}).status_code == 403


def test_a_task_that_names_a_foreign_file_does_not_open_it(mine: World, theirs: World) -> None:
    """The address in the data is only text: who may read the file is asked again when it is fetched."""
    task = mine.client.import_tasks(mine.project, [{"text": f"/data/{theirs.path}"}])[0]
    assert mine.client.call("GET", f"{BASE}/{task}/")["data"] == {"text": f"/data/{theirs.path}"}
    assert mine.client.get(f"/data/{theirs.path}").status_code == 404


def test_drafts_are_private_even_inside_an_organization(server: LiveServer, mine: World) -> None:
    assert mine.client.account
    colleague = server.by_token(server.member(mine.client.account))
    for method in ("GET", "PATCH", "PUT", "DELETE"):
        body: dict[str, Any] = {} if method == "GET" else {"json": {"result": []}}
        assert colleague.request(method, f"/api/drafts/{mine.draft}/", **body).status_code == 404
    assert colleague.call("GET", f"{BASE}/{mine.task}/drafts") == []
    shown = colleague.call("GET", f"{BASE}/{mine.task}/")
    assert shown["drafts"] == []


def test_nobody_changes_another_person_or_takes_their_keys(server: LiveServer, mine: World) -> None:
    assert mine.client.account
    owner = mine.client.account
    colleague = server.by_token(server.member(owner))
    assert colleague.account
    assert colleague.patch(f"/api/users/{owner.id}/", json={"first_name": "Mallory"}).status_code == 403
    assert colleague.delete(f"/api/users/{owner.id}/").status_code in (403, 404)
    own = f"/api/users/{colleague.account.id}/"
    rise: dict[str, Any] = {
        "is_superuser": True, "is_staff": True, "role": "owner", "active_organization": 1, "password": "x" * 12, "token_digest": "x",
        "avatar": "upload/1/x.png", "first_name": "Changed",
    }  # fmt: skip
    assert colleague.patch(own, json=rise).status_code == 200
    with server.db.read() as tx:
        row = tx.exec_driver_sql(
            f"SELECT is_superuser, avatar, password, active_organization_id, role FROM users JOIN memberships ON user_id = users.id WHERE users.id = {colleague.account.id}"
        ).one()
    assert (bool(row.is_superuser), row.avatar, row.active_organization_id, row.role) == (
        False,
        "",
        owner.organization,
        "annotator",
    )
    assert row.password != "x" * 12
    for path in ("/api/users/", f"/api/users/{owner.id}/", f"/api/organizations/{owner.organization}/memberships"):
        shown = colleague.get(path).text
        for secret in ("argon2", "token_", "password", owner.token):
            assert secret not in shown, f"{path} tells {secret}"


def test_a_role_is_not_raised_by_its_holder(server: LiveServer) -> None:
    owner = server.organization()
    member = server.by_token(server.member(owner, Role.MANAGER))
    assert member.account
    for role in ("owner", "administrator"):
        path = f"/api/organizations/{owner.organization}/memberships/{member.account.id}"
        assert member.patch(path, json={"role": role}).status_code == 403


def test_a_unique_id_of_somebody_else_shows_nothing(mine: World, theirs: World) -> None:
    unique = "6f1b8a52-3a52-4a3e-9a0e-0d8a1f7b2c11"
    theirs_new = theirs.client.import_tasks(theirs.project, [{"text": "second"}])[0]
    made = theirs.client.call("POST", f"{BASE}/{theirs_new}/annotations/", json={"result": RESULT, "unique_id": unique})
    answer = mine.client.post(f"{BASE}/{mine.task}/annotations/", json={"result": [], "unique_id": unique})
    assert answer.status_code == 409
    assert str(made["id"]) not in answer.json()["detail"]
