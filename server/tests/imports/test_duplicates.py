"""A project once more, with or without its tasks and files."""

from typing import Any

from harness.live import Client, LiveServer

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'


def duplicate(client: Client, project: int, **wanted: Any) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The new project, and the job when it has ended."""
    made = client.call("POST", f"/api/projects/{project}/duplicate/", json=wanted)
    job = made["job"]
    while job and job["finished_at"] is None:
        job = client.call("GET", f"/api/jobs/{job['id']}/")
    return made["project"], job


def test_settings_and_views_come_along(owner: Client) -> None:
    source = owner.project(
        CONFIG, title="Moods", maximum_annotations=3, expert_instruction="Read twice.", color="#123456"
    )
    owner.import_tasks(source["id"], [{"text": "A day"}])
    owner.call("POST", "/api/dm/views/", json={"project": source["id"], "data": {"title": "Mine"}})
    made, job = duplicate(owner, source["id"])
    assert job is None
    assert (made["title"], made["task_number"]) == ("Moods (copy)", 0)
    for name in ("label_config", "maximum_annotations", "expert_instruction", "color", "parsed_label_config"):
        assert made[name] == source[name]
    views = owner.call("GET", "/api/dm/views/", params={"project": made["id"]})
    assert [view["data"]["title"] for view in views] == ["Mine"]


def test_tasks_come_along_without_the_work_on_them(owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    tasks = owner.import_tasks(project, [{"data": {"text": f"Day {n}"}, "meta": {"n": n}} for n in range(3)])
    owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": []})
    made, job = duplicate(owner, project, title="Second round", mode="settings,data")
    assert job
    assert (job["state"], job["kind"], job["result"]["task_count"]) == ("completed", "duplicate", 3)
    copied = owner.call("GET", f"/api/projects/{made['id']}/tasks/", params={"page_size": -1})
    assert sorted((task["data"]["text"], task["meta"]["n"], task["inner_id"]) for task in copied) == [
        ("Day 0", 0, 1), ("Day 1", 1, 2), ("Day 2", 2, 3),
    ]  # fmt: skip
    assert [task["annotations"] for task in copied] == [[], [], []]
    summary = owner.call("GET", f"/api/projects/{made['id']}/summary/")
    assert summary["common_data_columns"] == ["text"]


def test_files_belong_to_the_copy_and_outlive_the_original(server: LiveServer, owner: Client) -> None:
    project = owner.project('<View><Image name="i" value="$image"/></View>')["id"]
    files = {"file": ("dot.png", b"\x89PNG\r\n\x1a\n", "image/png")}
    owner.call("POST", f"/api/projects/{project}/import", files=files)
    made, _ = duplicate(owner, project, mode="settings,data")
    [upload] = owner.call("GET", f"/api/projects/{made['id']}/file-uploads", params={"all": "true"})
    owner.call("DELETE", f"/api/projects/{project}/file-uploads", json={})
    owner.call("DELETE", f"/api/projects/{project}/")
    [task] = owner.call("GET", f"/api/projects/{made['id']}/tasks/")
    assert task["file_upload"] == upload["id"]
    assert f"/data/upload/{made['id']}/" in task["data"]["image"]
    assert owner.get(task["data"]["image"]).content == b"\x89PNG\r\n\x1a\n"


def test_a_long_title_still_fits(owner: Client) -> None:
    made, _ = duplicate(owner, owner.project(title="M" * 50)["id"])
    assert made["title"] == "M" * 43 + " (copy)"


def test_an_empty_project_needs_no_job(owner: Client) -> None:
    assert duplicate(owner, owner.project()["id"], mode="settings,data")[1] is None


def test_what_cannot_be_made_is_refused(owner: Client, stranger: Client) -> None:
    project = owner.project()["id"]
    answer = owner.post(f"/api/projects/{project}/duplicate/", json={"title": "ab", "mode": "everything"})
    assert answer.status_code == 400
    assert set(answer.json()["validation_errors"]) == {"title", "mode"}
    assert stranger.post(f"/api/projects/{project}/duplicate/", json={}).status_code == 404


def test_a_failed_copy_leaves_no_tasks_and_no_files(server: LiveServer, owner: Client) -> None:
    project = owner.project('<View><Image name="i" value="$image"/></View>')["id"]
    files = {"file": ("dot.png", b"\x89PNG\r\n\x1a\n", "image/png")}
    owner.call("POST", f"/api/projects/{project}/import", files=files)
    made, _ = duplicate(owner, project)
    with server.db.write() as tx:
        # As if the original went between the request and its job.
        from labelwright.imports.duplicates import DUPLICATE
        from labelwright.jobs import service as jobs

        assert owner.account
        arguments = {"source": 999_999, "user": owner.account.id}
        number = jobs.enqueue_of(
            tx, owner.account.organization, owner.account.id, DUPLICATE, arguments=arguments, project=made["id"]
        )
    while (job := owner.call("GET", f"/api/jobs/{number}/"))["finished_at"] is None:
        continue
    assert (job["state"], job["error"]) == ("failed", "No Project matches the given query.")
    assert owner.get(f"/api/projects/{made['id']}/tasks/").status_code == 404
    assert not (server.settings.media_dir / "upload" / str(made["id"])).exists()
