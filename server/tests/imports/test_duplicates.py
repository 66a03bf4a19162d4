"""A project once more, with or without its tasks and files."""

import errno
from collections.abc import Callable
from typing import Any

import pytest

from harness.fixtures import StartServer
from harness.live import Client, LiveServer
from harness.workplace import Workplace
from labelwright.imports.duplicates import DUPLICATE

TOKEN = "0123456789abcdef0123456789abcdef01234567"
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


class Copying(Workplace):
    """A project with a file and many tasks, and a copy of it that has only begun."""

    def __init__(self, server: LiveServer) -> None:
        super().__init__(server)
        self.source = int(self.owner.project('<View><Image name="i" value="$image"/></View>', title="Dots")["id"])
        files = {"file": ("dot.png", b"\x89PNG\r\n\x1a\n", "image/png")}
        self.owner.call("POST", f"/api/projects/{self.source}/import", files=files)
        self.owner.import_tasks(self.source, [{"image": f"https://example.org/{n}.png"} for n in range(MANY)])
        begun = self.owner.call("POST", f"/api/projects/{self.source}/duplicate/", json={"mode": "settings,data"})
        self.copy, self.number = int(begun["project"]["id"]), int(begun["job"]["id"])

    @property
    def ending(self) -> tuple[str, int | None]:
        """How the job ended, and the project it belongs to."""
        job = self.job(self.number)
        assert job["finished_at"]
        return job["state"], job["project"]

    def files_of(self, project: int) -> list[str]:
        folder = self.server.settings.media_dir / "upload" / str(project)
        return [file.name for file in folder.glob("*")]

    def check_nothing_is_left(self) -> None:
        assert self.owner.get(f"/api/projects/{self.copy}/").status_code == 404
        assert [each["id"] for each in self.owner.call("GET", "/api/projects/")["results"]] == [self.source]
        assert self.files_of(self.copy) == []
        with self.server.db.read() as tx:
            left = "SELECT (SELECT count(*) FROM tasks), (SELECT count(*) FROM hidden_tasks), (SELECT count(*) FROM file_uploads)"
            assert tuple(tx.exec_driver_sql(left).one()) == (MANY + 1, 0, 1)

    def check_everything_is_there(self, project: int) -> None:
        assert len(self.tasks(project)) == MANY + 1
        assert len(self.files_of(project)) == 1


MANY = 1200


@pytest.fixture
def copying(start_live: Callable[..., LiveServer]) -> Copying:
    return Copying(start_live(jobs_in_server=False))


@pytest.mark.parametrize("phase", ["copying", "writing"])
def test_a_cancelled_copy_leaves_nothing(copying: Copying, phase: str) -> None:
    copying.run_until_cancelled(DUPLICATE, copying.number, phase)
    assert copying.ending == ("cancelled", None)
    copying.check_nothing_is_left()


def test_a_copy_that_was_cancelled_before_anybody_went_on_leaves_nothing(copying: Copying) -> None:
    copying.cancel(copying.number)
    copying.run(DUPLICATE)
    assert copying.ending == ("cancelled", None)
    copying.check_nothing_is_left()


def test_a_copy_without_room_on_the_disk_leaves_nothing_and_can_be_made_later(
    copying: Copying, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as without_room:
        without_room.setattr("labelwright.imports.disk.os.link", full)
        without_room.setattr("labelwright.imports.disk.shutil.copyfile", full)
        copying.run(DUPLICATE)
    assert copying.ending == ("failed", None)
    assert "disk" in copying.job(copying.number)["error"]
    copying.check_nothing_is_left()

    copying.owner.call("POST", f"/api/jobs/{copying.number}/retry")
    copying.run(DUPLICATE)
    state, made = copying.ending
    assert state == "completed"
    assert made is not None
    assert copying.owner.call("GET", f"/api/projects/{made}/")["title"] == "Dots (copy)"
    copying.check_everything_is_there(made)


def test_a_copy_of_what_went_meanwhile_leaves_nothing(copying: Copying) -> None:
    copying.run(DUPLICATE, [False, True])
    assert len(copying.files_of(copying.copy)) == 1
    copying.owner.call("DELETE", f"/api/projects/{copying.source}/")
    copying.run(DUPLICATE)
    assert copying.ending == ("failed", None)
    assert copying.job(copying.number)["error"] == "The project that was to be copied is gone."
    assert copying.owner.call("GET", "/api/projects/")["count"] == 0
    assert copying.files_of(copying.copy) == []


def test_a_copy_of_what_goes_while_it_is_read_is_no_half_a_copy(copying: Copying) -> None:
    copying.run_while(DUPLICATE, "copying", lambda: copying.owner.call("DELETE", f"/api/projects/{copying.source}/"))
    assert copying.ending == ("failed", None)
    assert copying.owner.call("GET", "/api/projects/")["count"] == 0
    assert copying.files_of(copying.copy) == []


@pytest.mark.parametrize("steps", range(1, 7))
def test_another_process_goes_on_with_a_copy(copying: Copying, steps: int) -> None:
    copying.run(DUPLICATE, [False] * steps + [True])
    copying.run(DUPLICATE)
    assert copying.ending == ("completed", copying.copy)
    copying.check_everything_is_there(copying.copy)


def test_what_somebody_put_into_a_copy_outlives_it(copying: Copying) -> None:
    [added] = copying.owner.import_tasks(copying.copy, [{"image": "https://example.org/mine.png"}])
    copying.run_until_cancelled(DUPLICATE, copying.number, "writing")
    assert copying.ending == ("cancelled", copying.copy)
    assert [task["id"] for task in copying.tasks(copying.copy)] == [added]


def test_settings_that_somebody_changed_in_a_copy_outlive_it(copying: Copying) -> None:
    copying.owner.call("PATCH", f"/api/projects/{copying.copy}/", json={"title": "Squares"})
    copying.run_until_cancelled(DUPLICATE, copying.number, "writing")
    assert copying.ending == ("cancelled", copying.copy)
    assert copying.owner.call("GET", f"/api/projects/{copying.copy}/")["title"] == "Squares"
    assert copying.files_of(copying.copy) == copying.tasks(copying.copy) == []


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_a_copy_goes_on_after_the_server_was_killed(database: str, start_server: StartServer) -> None:
    account = ("--username", "o@example.org", "--password", "correct horse", "--user-token", TOKEN)
    server = start_server("--database", database, *account, env={"LABELWRIGHT_JOB_LEASE": "2"})
    with Client(server.url, headers={"Authorization": f"Token {TOKEN}"}) as owner:
        project = int(owner.project(CONFIG)["id"])
        owner.import_tasks(project, [{"text": f"number {n}"} for n in range(15_000)])
        begun = owner.call("POST", f"/api/projects/{project}/duplicate/", json={"mode": "settings,data"})
        while (job := owner.call("GET", f"/api/jobs/{begun['job']['id']}"))["phase"] != "writing":
            continue
        assert job["finished_at"] is None
        server.kill()
        server.start()
        while (job := owner.call("GET", f"/api/jobs/{begun['job']['id']}"))["finished_at"] is None:
            continue
        assert job["state"] == "completed"
        made = owner.call("GET", f"/api/projects/{begun['project']['id']}/")
        assert (made["title"], made["task_number"]) == ("A project (copy)", 15_000)
