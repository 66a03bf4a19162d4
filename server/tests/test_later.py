"""Storages, models and snapshots are not there yet: clients that look find none, clients that make one are told."""

import pytest

from harness.live import Client
from labelwright.later_routes import KINDS

LISTS = ["/api/storages/", "/api/storages/export", "/api/storages/types", "/api/storages/export/types", "/api/ml/"]
STORAGES = [f"/api/storages/{kind}/" for kind in KINDS] + [f"/api/storages/export/{kind}" for kind in KINDS]


@pytest.mark.parametrize("path", [*LISTS, *STORAGES])
def test_lists_are_empty(owner: Client, path: str) -> None:
    assert owner.call("GET", path, params={"project": owner.project()["id"]}) == []


@pytest.mark.parametrize(
    "path", [*STORAGES, "/api/storages/s3/validate", "/api/storages/export/s3/validate", "/api/ml/"]
)
def test_making_one_is_said_to_be_impossible(owner: Client, path: str) -> None:
    answer = owner.post(path, json={"project": 1})
    assert (answer.status_code, answer.json()["status_code"]) == (501, 501)
    assert "not" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path", ["/api/storages/s3/1", "/api/storages/export/gcs/1", "/api/ml/1", "/api/ml/1/versions"]
)
def test_single_ones_do_not_exist(owner: Client, path: str) -> None:
    assert owner.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["storages/s3/1/sync", "ml/1/train", "ml/1/predict/test", "ml/1/interactive-annotating"]
)
def test_nothing_can_be_done_with_them(owner: Client, path: str) -> None:
    assert owner.post(f"/api/{path}", json={}).status_code == 404


def test_there_are_no_other_kinds_of_storages(owner: Client) -> None:
    assert owner.get("/api/storages/ftp/").status_code == 404
    assert owner.post("/api/storages/ftp/", json={}).status_code == 404


def test_snapshots_are_not_there(owner: Client) -> None:
    exports = f"/api/projects/{owner.project()['id']}/exports"
    assert owner.call("GET", f"{exports}/") == []
    assert owner.post(f"{exports}/", json={}).status_code == 501
    assert owner.get(f"{exports}/1").status_code == 404
    assert owner.get(f"{exports}/1/download").status_code == 404
    assert owner.delete(f"{exports}/1").status_code == 404
    assert owner.post(f"{exports}/1/convert", json={}).status_code == 404
