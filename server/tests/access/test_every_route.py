"""Every route, as nobody, as a stranger from another organisation, as a member whose role does not allow it.

The routes come from the application, the permission from their declaration, and the objects from the real API, so that a new route is tested
without a line here, or fails for want of an object.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

from harness.live import Client, LiveServer
from labelwright.access import Access, Role, allowed
from labelwright.access.guard import undeclared
from labelwright.app import build_litestar

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
RESULT = [{"id": "r", "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["A"]}}]
# Stands in everything the first organisation owns: no answer to anybody else may hold it.
MARK = "marked-f0e1d2c3"
# Routes that may change the caller's own credentials.
_ONESELF = ("/api/current-user", "/api/token", "/api/jwt")


@pytest.fixture(scope="module")
def application(server: LiveServer) -> Litestar:
    return build_litestar(server.settings, server.db)


def handlers(application: Litestar) -> Iterator[tuple[str, str, Access]]:
    """Method, path template and declaration of every route."""
    for route in application.routes:
        assert isinstance(route, HTTPRoute)
        for handler in route.route_handlers:
            for method in sorted(handler.http_methods - {"OPTIONS", "HEAD"}):
                yield method, route.path_format, handler.opt["access"]


@pytest.fixture(scope="module")
def objects(server: LiveServer) -> tuple[Client, dict[str, int | str]]:
    """The owner of marked objects, and an id of one for each path parameter."""
    account = server.organization(f"Organization {MARK}")
    owner = server.by_token(account)
    project = owner.project(CONFIG, title=MARK)["id"]
    task = owner.import_tasks(project, [{"text": MARK}])[0]
    annotation = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})["id"]
    draft = {"result": RESULT, "lead_time": 1.0}
    upload = owner.call(
        "POST", f"/api/projects/{project}/import", files={"file": ("marked.csv", f"text\n{MARK}\n", "text/csv")}
    )
    upload_id = upload["file_upload_ids"][0]
    stored = owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"})[0]["file"]
    return owner, {
        "organization_id": account.organization,
        "user_id": account.id,
        "project_id": project,
        "task_id": task,
        "annotation_id": annotation,
        "comment_id": owner.call("POST", "/api/comments/", json={"annotation": annotation, "text": MARK})["id"],
        **label(owner, project),
        "webhook_id": webhook(owner, project),
        "delivery_id": 1,
        "draft_id": owner.call("POST", f"/api/tasks/{task}/drafts", json=draft)["id"],
        "prediction_id": owner.call("POST", "/api/predictions/", json={"task": task, "result": RESULT})["id"],
        "index_id": owner.call("POST", f"/api/projects/{project}/indexes", json={"column": "data.text"})["id"],
        "view_id": owner.call("POST", "/api/dm/views/", json={"project": project, "data": {"title": MARK}})["id"],
        "file_upload_id": upload_id,
        "upload_id": upload_id,
        "job_id": owner.call("POST", f"/api/projects/{project}/jobs/export", json={})["id"],
        "action_id": "delete_tasks",
        "file_name": stored.rsplit("/", 1)[1],
        "name": stored.rsplit("/", 1)[1],
        "import_id": 1,
        "storage_kind": "s3",
        "storage_id": 1,
        "model_id": 1,
        "export_id": 1,
        "reimport_id": 1,
        "rest": "somewhere",
        "kind": "svg",
    }


def label(owner: Client, project: int) -> dict[str, int]:
    given = {"project": project, "from_name": "c", "title": MARK, "value": MARK}
    [made] = owner.call("POST", "/api/labels/", json=[given])
    return {"label_id": made["id"], "label_link_id": made["links"][0]}


def webhook(owner: Client, project: int) -> int:
    """Off, so that nothing is sent to it."""
    given = {"project": project, "url": f"https://example.org/{MARK}", "is_active": False}
    made: int = owner.call("POST", "/api/webhooks/", json=given)["id"]
    return made


def address(template: str, ids: dict[str, int | str]) -> str:
    def one(match: re.Match[str]) -> str:
        name = match[1]
        assert name in ids, f"give {name} of {template} an object in `objects`"
        return str(ids[name])

    return re.sub(r"{(\w+)(?::\w+)?}", one, template)


# What is announced and not there yet says so to everybody.
_NOT_YET = 501

Ask = Callable[[Callable[[], Client]], Iterator[tuple[str, str, Access, Any]]]


@pytest.fixture
def ask(application: Litestar, objects: tuple[Client, dict[str, int | str]]) -> Ask:
    """Every protected route's answer to clients who name the marked objects."""
    _, ids = objects

    def each(make: Callable[[], Client]) -> Iterator[tuple[str, str, Access, Any]]:
        client = make()
        for method, template, access in handlers(application):
            if access.public:
                continue
            named = {
                "project": ids["project_id"],
                "view": ids["view_id"],
                "task": ids["task_id"],
                "annotation": ids["annotation_id"],
                "ids": ids["project_id"],
            }
            body = {"json": {**named, "data": {"text": "x"}, "result": RESULT}} if method != "GET" else {}
            yield method, template, access, client.request(method, address(template, ids), params=named, **body)

            if method != "GET" and template.startswith(_ONESELF):
                client = make()

    return each


def test_every_route_declares_who_may_use_it(application: Litestar) -> None:
    assert undeclared(application) == []
    assert len(list(handlers(application))) > 60


def test_nobody_gets_in_without_credentials(server: LiveServer, ask: Ask) -> None:
    for method, template, _, answer in ask(server.anonymous):
        assert answer.status_code == 401, f"{method} {template} answered {answer.status_code} to nobody"


def test_a_stranger_sees_and_changes_nothing(
    server: LiveServer, ask: Ask, objects: tuple[Client, dict[str, Any]]
) -> None:
    owner, ids = objects
    for method, template, access, answer in ask(lambda: server.by_token(server.organization("Strangers"))):
        assert MARK not in answer.text, f"{method} {template} showed a stranger what is not theirs"
        assert answer.status_code < 500 or answer.status_code == _NOT_YET, f"{method} {template}: {answer.text[:500]}"
        if access.lookup:
            assert answer.status_code == 404, f"{method} {template} answered {answer.status_code} to a stranger"
    kept = owner.call("GET", f"/api/tasks/{ids['task_id']}/")
    assert kept["data"] == {"text": MARK}
    assert len(kept["annotations"]) == 1
    assert len(kept["predictions"]) == 1


def test_a_member_does_only_what_the_role_allows(
    server: LiveServer, ask: Ask, objects: tuple[Client, dict[str, Any]]
) -> None:
    owner, _ = objects
    assert owner.account
    account = owner.account
    with server.db.write() as tx:
        tx.exec_driver_sql(f"UPDATE organizations SET roles_enabled = true WHERE id = {owner.account.organization}")
    try:
        refused = 0
        for method, template, access, answer in ask(lambda: server.by_token(server.member(account, Role.ANNOTATOR))):
            if access.permission and access.permission not in allowed(Role.ANNOTATOR, True):
                refused += 1
                assert answer.status_code == 403, f"{method} {template} answered {answer.status_code} to an annotator"
        assert refused > 20
    finally:
        with server.db.write() as tx:
            tx.exec_driver_sql(
                f"UPDATE organizations SET roles_enabled = false WHERE id = {owner.account.organization}"
            )


def test_a_public_route_gives_a_stranger_nothing_marked(
    server: LiveServer, application: Litestar, objects: Any
) -> None:
    _, ids = objects
    anybody = server.anonymous()
    for method, template, access in handlers(application):
        if access.public and method == "GET":
            assert MARK not in anybody.get(address(template, ids)).text, template
