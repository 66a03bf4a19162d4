"""`start --demo`: a workspace that shows the product, made once, and the gallery that people choose from."""

from pathlib import Path
from typing import Any

import pytest

from harness.live import Client, LiveServer
from labelwright import demo, templates
from labelwright.app import open_database
from labelwright.errors import LabelwrightError
from labelwright.settings import Settings


def seeded(server: LiveServer, client: Client) -> list[dict[str, Any]]:
    assert client.account is not None
    demo.seed(server.settings, server.db, client.account.id)
    listed: list[dict[str, Any]] = client.call("GET", "/api/projects/?page_size=100")["results"]
    return listed


def test_every_demo_project_comes_with_its_tasks_some_labelled_some_pre_labelled(
    server: LiveServer, owner: Client
) -> None:
    projects = {project["title"]: project for project in seeded(server, owner)}

    assert list(projects) == [project.title for project in demo.projects()]
    for wanted in demo.projects():
        tasks, made = templates.tasks(wanted.slug), projects[wanted.title]
        assert made["task_number"] == len(tasks)
        assert made["total_annotations_number"] == sum(len(task.get("annotations", [])) for task in tasks) > 0
        assert made["total_predictions_number"] == sum(len(task.get("predictions", [])) for task in tasks) > 0
        assert made["config_has_control_tags"] is True


def test_seeding_again_changes_nothing(server: LiveServer, owner: Client) -> None:
    before = seeded(server, owner)
    assert seeded(server, owner) == before


def test_a_project_of_the_same_title_is_left_alone(server: LiveServer, owner: Client) -> None:
    mine = owner.project(title="Street scenes", label_config="<View></View>")
    made = {project["id"]: project for project in seeded(server, owner)}

    assert made[mine["id"]]["label_config"] == "<View></View>"
    assert made[mine["id"]]["task_number"] == 0
    assert len(made) == len(demo.projects())


def test_a_project_whose_tasks_cannot_be_imported_is_taken_back(
    server: LiveServer, owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: Any) -> None:
        raise LabelwrightError("No space left.")

    assert owner.account is not None
    monkeypatch.setattr(demo, "import_body", full_disk)
    with pytest.raises(LabelwrightError, match="No space left"):
        demo.seed(server.settings, server.db, owner.account.id)
    assert owner.call("GET", "/api/projects/")["results"] == []


def test_an_empty_workspace_gets_an_account_whose_password_is_told_once(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data_dir=tmp_path / "data", database=database)
    db = open_database(settings)
    try:
        demo.seed(settings, db, None)
        assert capsys.readouterr().out.startswith("Demo account: demo@example.com with password ")
        demo.seed(settings, db, None)
        assert capsys.readouterr().out == ""
    finally:
        db.close()


def test_the_gallery_is_for_people_who_are_signed_in(server: LiveServer, owner: Client) -> None:
    assert server.anonymous().get("/api/templates/").status_code == 401
    told = owner.call("GET", "/api/templates/")

    assert told["groups"] == templates.groups()
    assert len(told["templates"]) == len(templates.gallery())
    first = told["templates"][0]
    assert {"title", "type", "group", "image", "details", "source_repo", "config"} <= set(first)
    assert first["image"] == f"/static/templates/{first['slug']}.svg"
