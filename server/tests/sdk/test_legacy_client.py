"""The client's older half, which notebooks and scripts still use."""

from collections.abc import Iterator

import pytest
import requests
from label_studio_sdk._legacy import Client as LegacyClient
from label_studio_sdk.data_manager import Column, Filters, Operator, Type

from harness.live import Client, LiveServer
from sdk.moods import CONFIG, choice

# The client's own use of pydantic is its own affair.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def client(server: LiveServer, owner: Client) -> Iterator[LegacyClient]:
    assert owner.account
    with requests.Session() as session:
        yield LegacyClient(url=server.url, api_key=owner.account.token, session=session)


def test_it_connects(client: LegacyClient, owner: Client) -> None:
    assert owner.account
    assert client.check_connection() == {"status": "UP"}
    assert client.get_versions()
    assert [user.id for user in client.get_users()] == [owner.account.id]
    assert client.get_organization()["id"] == owner.account.organization


def test_a_project_goes_from_start_to_export(client: LegacyClient) -> None:
    project = client.start_project(title="Old ways", label_config=CONFIG)
    assert [each.id for each in client.get_projects()] == [project.id]
    ids = project.import_tasks([{"text": "fine"}, {"text": "well"}, {"data": {"text": "bad"}}])
    assert len(ids) == 3
    assert project.parsed_label_config["sentiment"]["labels"] == ["Positive", "Negative"]
    made = project.create_annotation(ids[0], result=choice("Positive"))
    assert project.get_annotation(made["id"])["result"] == choice("Positive")
    project.update_annotation(made["id"], result=choice("Negative"))
    assert len(project.list_annotations(ids[0])) == 1
    assert project.get_labeled_tasks_ids() == [ids[0]]
    assert project.get_unlabeled_tasks_ids() == ids[1:]
    assert len(project.export_tasks("JSON", download_all_tasks=True)) == 3
    project.delete_annotation(made["id"])
    project.set_params(title="Newer")
    assert client.get_project(project.id).title == "Newer"
    client.delete_project(project.id)
    assert client.get_projects() == []


def test_tasks_are_found_paged_and_predicted(client: LegacyClient) -> None:
    project = client.start_project(title="Paged", label_config=CONFIG)
    ids = project.import_tasks([{"text": f"Text {number}"} for number in range(7)])
    page = project.get_paginated_tasks(page=2, page_size=3)
    assert [task["id"] for task in page["tasks"]] == ids[3:6]
    wanted = Filters.create(
        Filters.AND, [Filters.item(Column.data("text"), Operator.EQUAL, Type.String, Filters.value("Text 4"))]
    )
    assert project.get_tasks_ids(filters=wanted) == [ids[4]]
    project.create_view(filters=wanted, title="Four")
    assert [view["data"]["title"] for view in project.get_views()] == ["Four"]
    project.delete_view(project.get_views()[0]["id"])
    project.create_prediction(ids[0], result="Positive", score=0.5, model_version="m1")
    assert project.get_model_versions() == {"m1": 1}
    project.create_annotations_from_predictions(model_versions=["m1"])
    assert project.get_labeled_tasks_ids() == [ids[0]]
    assert project.update_task(ids[1], data={"text": "other"})["data"] == {"text": "other"}
    project.delete_task(ids[1])
    project.delete_tasks(ids[2:4])
    assert project.get_tasks_ids() == [ids[0], *ids[4:]]
    project.delete_all_tasks()
    assert project.get_tasks_ids() == []
