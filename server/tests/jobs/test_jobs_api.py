"""Jobs as people meet them: begun, watched, cancelled, repeated and fetched over HTTP."""

import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from harness.live import Client, LiveServer
from labelwright.access import Role

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
RESULT = [{"from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": ["A"]}}]
PATIENCE = 60.0


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG)["id"])


def staged(client: Client, project: int, tasks: list[Any], name: str = "tasks.json") -> list[int]:
    """Ids of a file that is stored and not yet imported."""
    file = {"file": (name, msgspec.json.encode(tasks), "application/json")}
    path, query = f"/api/projects/{project}/import", {"commit_to_project": "false"}
    ids: list[int] = client.call("POST", path, params=query, files=file)["file_upload_ids"]
    return ids


def start(client: Client, project: int, kind: str, **body: Any) -> int:
    answer = client.post(f"/api/projects/{project}/jobs/{kind}", json=body)
    assert answer.status_code == 202, answer.text
    return int(answer.json()["id"])


def ended(client: Client, job: int) -> dict[str, Any]:
    """The job when it has ended."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found: dict[str, Any] = client.call("GET", f"/api/jobs/{job}")
        if found["finished_at"]:
            return found
        time.sleep(0.02)
    raise AssertionError(f"job {job} did not end")


def task_number(client: Client, project: int) -> int:
    return int(client.call("GET", f"/api/projects/{project}/")["task_number"])


def many(count: int) -> list[dict[str, Any]]:
    predictions = [{"result": RESULT, "model_version": "m", "score": 0.5}]
    return [{"data": {"text": f"number {n}"}, "predictions": predictions} for n in range(count)]


def test_a_large_import_as_a_job(owner: Client, project: int) -> None:
    ids = staged(owner, project, many(3000))
    job = ended(owner, start(owner, project, "import", file_upload_ids=ids))
    assert (job["state"], job["error"]) == ("completed", None)
    counts = {"task_count": 3000, "annotation_count": 0, "prediction_count": 3000, "file_upload_ids": ids}
    assert job["result"] == counts
    assert (job["kind"], job["title"], job["done"], job["total"]) == ("import", "tasks.json", 3000, 3000)
    assert job["project"] == project
    found = owner.call("GET", f"/api/projects/{project}/")
    assert (found["task_number"], found["total_predictions_number"]) == (3000, 3000)
    page = owner.call("GET", "/api/tasks/", params={"project": project, "page_size": 3000})["tasks"]
    assert [task["data"]["text"] for task in page] == [f"number {n}" for n in range(3000)]
    assert [task["inner_id"] for task in page] == list(range(1, 3001))
    assert owner.call("GET", f"/api/projects/{project}/summary/")["all_data_columns"] == {"text": 3000}


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_postgresql_knows_of_the_new_tasks_at_once(server: LiveServer, owner: Client, project: int) -> None:
    ids = staged(owner, project, many(3000))
    assert ended(owner, start(owner, project, "import", file_upload_ids=ids))["state"] == "completed"
    with server.db.read() as tx:
        known = tx.exec_driver_sql("SELECT reltuples FROM pg_class WHERE oid = 'tasks'::regclass").scalar_one()
    assert known >= 3000


def test_a_synchronous_import_of_many_answers_as_one_of_few(owner: Client, project: int) -> None:
    tasks = many(2500)
    answer = owner.call("POST", f"/api/projects/{project}/import", params={"return_task_ids": "true"}, json=tasks)
    assert (answer["task_count"], answer["prediction_count"]) == (2500, 2500)
    assert len(set(answer["task_ids"])) == 2500
    first = owner.call("GET", f"/api/tasks/{answer['task_ids'][0]}/")
    assert first["data"] == {"text": "number 0"}
    (job,) = owner.call("GET", "/api/jobs/")["results"]
    assert (job["state"], job["title"], job["can_retry"]) == ("completed", "JSON", False)


def test_importing_a_file_again_replaces_its_tasks(owner: Client, project: int) -> None:
    ids = staged(owner, project, many(1200))
    owner.import_tasks(project, [{"text": "stays"}])
    for _ in range(2):
        assert ended(owner, start(owner, project, "import", file_upload_ids=ids))["state"] == "completed"
        assert task_number(owner, project) == 1201
    assert owner.call("GET", f"/api/projects/{project}/summary/")["all_data_columns"] == {"text": 1201}


def test_an_import_that_is_wrong_fails_with_the_message_and_leaves_nothing(owner: Client, project: int) -> None:
    ids = staged(owner, project, [*many(1500), {"data": {"other": "x"}}])
    job = ended(owner, start(owner, project, "import", file_upload_ids=ids))
    assert job["state"] == "failed"
    assert "Error at item 1500" in job["error"]
    assert task_number(owner, project) == 0
    assert job["can_retry"]


def test_a_failed_job_can_be_run_again(owner: Client, project: int) -> None:
    ids = staged(owner, project, [{"data": {"text": "x", "other": "y"}}])
    owner.call("PATCH", f"/api/projects/{project}/", json={"label_config": CONFIG.replace("$text", "$missing")})
    number = start(owner, project, "import", file_upload_ids=ids)
    assert ended(owner, number)["state"] == "failed"
    owner.call("PATCH", f"/api/projects/{project}/", json={"label_config": CONFIG.replace("$text", "$other")})
    assert owner.call("POST", f"/api/jobs/{number}/retry")["state"] == "queued"
    assert ended(owner, number)["state"] == "completed"
    assert task_number(owner, project) == 1
    assert owner.post(f"/api/jobs/{number}/retry").status_code == 409
    assert owner.post(f"/api/jobs/{number}/cancel").status_code == 409


def test_two_large_imports_into_one_project_both_arrive(owner: Client, project: int) -> None:
    jobs = [
        start(owner, project, "import", file_upload_ids=staged(owner, project, many(1500), f"{n}.json"))
        for n in range(2)
    ]
    body = many(1500)
    assert owner.call("POST", f"/api/projects/{project}/import", json=body)["task_count"] == 1500
    assert [ended(owner, job)["state"] for job in jobs] == ["completed", "completed"]
    assert task_number(owner, project) == 4500


def test_an_import_of_files_that_are_not_there_is_refused(owner: Client, project: int) -> None:
    path = f"/api/projects/{project}/jobs/import"
    assert owner.post(path, json={"file_upload_ids": [999_999]}).status_code == 404
    assert owner.post(path, json={"file_upload_ids": []}).status_code == 400
    assert owner.post(path, json={"file_upload_ids": "x"}).status_code == 400
    assert owner.call("GET", "/api/jobs/")["count"] == 0


@pytest.mark.parametrize(("name", "extension"), [("JSON", "json"), ("CSV", "csv")])
def test_an_export_as_a_job_is_the_file_of_an_export(owner: Client, project: int, name: str, extension: str) -> None:
    owner.import_tasks(project, many(30))
    query = {"exportType": name, "download_all_tasks": "true"}
    direct = owner.get(f"/api/projects/{project}/export", params=query).content
    job = ended(owner, start(owner, project, "export", export_type=name, download_all_tasks=True))
    assert (job["state"], job["title"], job["done"], job["total"]) == ("completed", name, 30, 30)
    file = owner.get(f"/api/jobs/{job['id']}/file")
    assert file.content == direct
    assert job["result"]["size"] == len(direct)
    assert file.headers["content-disposition"] == f'attachment; filename="{job["result"]["file"]}"'
    assert job["result"]["file"].endswith(f".{extension}")


def test_an_unknown_format_is_refused(owner: Client, project: int) -> None:
    assert owner.post(f"/api/projects/{project}/jobs/export", json={"export_type": "NONE"}).status_code == 400


def test_a_job_without_a_file_has_none(owner: Client, project: int) -> None:
    job = start(owner, project, "import", file_upload_ids=staged(owner, project, many(1)))
    ended(owner, job)
    assert owner.get(f"/api/jobs/{job}/file").status_code == 404


def test_an_action_as_a_job_is_for_what_was_selected(owner: Client, project: int) -> None:
    kept = owner.import_tasks(project, [{"text": "kept"}])[0]
    owner.import_tasks(project, many(1500))
    selected = {"all": True, "excluded": [kept]}
    job = ended(owner, start(owner, project, "action", id="delete_tasks", selectedItems=selected))
    assert (job["state"], job["title"], job["total"]) == ("completed", "delete_tasks", 1500)
    assert job["result"] == {"processed_items": 1500}
    assert task_number(owner, project) == 1
    assert owner.call("GET", f"/api/projects/{project}/summary/")["all_data_columns"] == {"text": 1}


def test_annotations_of_predictions_as_a_job(owner: Client, project: int) -> None:
    owner.import_tasks(project, many(400))
    body = {"id": "predictions_to_annotations", "model_version": "m", "selectedItems": {"all": True, "excluded": []}}
    job = ended(owner, start(owner, project, "action", **body))
    assert job["result"] == {"processed_items": 400}
    found = owner.call("GET", f"/api/projects/{project}/")
    assert (found["total_annotations_number"], found["finished_task_number"]) == (400, 400)


def test_duplicates_are_removed_by_a_job_part_by_part(owner: Client, project: int) -> None:
    """Few large groups and many small ones, so that parts end within a group and between two."""
    texts = ["often"] * 700 + [f"number {n % 400}" for n in range(800)] + ["alone"]
    ids = owner.import_tasks(project, [{"text": text} for text in texts])
    owner.call("POST", f"/api/tasks/{ids[650]}/annotations/", json={"result": RESULT})
    owner.call("POST", f"/api/tasks/{ids[10]}/annotations/", json={"result": RESULT})
    body = {"id": "remove_duplicates", "selectedItems": {"all": True, "excluded": []}}
    job = ended(owner, start(owner, project, "action", **body))
    assert (job["state"], job["error"]) == ("completed", None)
    assert job["result"] == {"processed_items": 699 + 400}
    assert (job["done"], job["total"]) == (699 + 400, 699 + 400)
    left = owner.call("GET", "/api/tasks/", params={"project": project, "page_size": 1000})["tasks"]
    assert [task["id"] for task in left] == [ids[10], *ids[700:1100], ids[1500]]
    assert left[0]["total_annotations"] == 2
    assert owner.call("GET", f"/api/projects/{project}/summary/")["all_data_columns"] == {"text": 402}


def test_an_unknown_action_is_refused(owner: Client, project: int) -> None:
    assert owner.post(f"/api/projects/{project}/jobs/action", json={"id": "explode"}).status_code == 404


def test_jobs_are_listed_by_project_and_newest_first(owner: Client, project: int) -> None:
    other = int(owner.project(CONFIG, title="Other")["id"])
    jobs = [start(owner, one, "export") for one in (project, other, project)]
    for job in jobs:
        ended(owner, job)
    assert [job["id"] for job in owner.call("GET", "/api/jobs/")["results"]] == jobs[::-1]
    mine = owner.call("GET", "/api/jobs/", params={"project": other})
    assert [(job["id"], job["project_title"]) for job in mine["results"]] == [(jobs[1], "Other")]
    assert owner.call("GET", "/api/jobs/", params={"active": "true"})["count"] == 0
    first = owner.call("GET", "/api/jobs/", params={"page_size": 2})
    assert (first["count"], len(first["results"])) == (3, 2)


def test_a_person_sees_their_own_jobs_and_a_manager_everybodys(server: LiveServer, owner: Client, project: int) -> None:
    assert owner.account
    with server.db.write() as tx:
        tx.exec_driver_sql(f"UPDATE organizations SET roles_enabled = true WHERE id = {owner.account.organization}")
    annotator = server.by_token(server.member(owner.account, Role.ANNOTATOR))
    of_owner, of_annotator = start(owner, project, "export"), start(annotator, project, "export")
    for job in (of_owner, of_annotator):
        ended(owner, job)
    assert [job["id"] for job in annotator.call("GET", "/api/jobs/")["results"]] == [of_annotator]
    assert [job["id"] for job in owner.call("GET", "/api/jobs/")["results"]] == [of_annotator, of_owner]
    for method, path in (("GET", ""), ("POST", "/cancel"), ("POST", "/retry"), ("GET", "/file")):
        assert annotator.request(method, f"/api/jobs/{of_owner}{path}").status_code == 404
    assert annotator.post(f"/api/projects/{project}/jobs/import", json={"file_upload_ids": [1]}).status_code == 403
    body = {"id": "delete_tasks", "selectedItems": {"all": True, "excluded": []}}
    assert annotator.post(f"/api/projects/{project}/jobs/action", json=body).status_code == 403


def test_jobs_go_with_their_project(start_live: Callable[..., LiveServer]) -> None:
    server = start_live()
    owner = server.by_token(server.organization())
    project = int(owner.project(CONFIG)["id"])
    job = start(owner, project, "export")
    ended(owner, job)
    owner.call("DELETE", f"/api/projects/{project}/")
    assert owner.get(f"/api/jobs/{job}").status_code == 404
