"""What an organisation decides for its members."""

import pytest

from harness.live import Client


def path(client: Client) -> str:
    assert client.account
    return f"/api/organizations/{client.account.organization}"


def test_a_name_can_be_changed_and_is_never_blank(owner: Client) -> None:
    assert owner.call("PATCH", path(owner), json={"title": "Field research"})["title"] == "Field research"
    for title in (" ", "x" * 1001):
        assert owner.patch(path(owner), json={"title": title}).status_code == 400
    assert owner.call("GET", path(owner))["title"] == "Field research"


def test_who_leads_decides_whether_roles_count(owner: Client, annotator: Client) -> None:
    assert owner.call("GET", path(owner))["roles_enabled"] is False
    assert annotator.patch(path(owner), json={"roles_enabled": True}).status_code == 403
    assert annotator.post("/api/projects/", json={"title": "Mine"}).status_code == 201
    assert owner.call("PATCH", path(owner), json={"roles_enabled": True})["roles_enabled"] is True
    assert annotator.post("/api/projects/", json={"title": "Mine"}).status_code == 403
    assert annotator.account
    owner.call("PATCH", f"{path(owner)}/memberships/{annotator.account.id}/", json={"role": "manager"})
    assert annotator.post("/api/projects/", json={"title": "Mine"}).status_code == 201


@pytest.mark.parametrize("role", ["owner", "king"])
def test_nobody_is_made_what_there_is_not(owner: Client, annotator: Client, role: str) -> None:
    assert annotator.account
    answer = owner.patch(f"{path(owner)}/memberships/{annotator.account.id}/", json={"role": role})
    assert answer.status_code in (400, 403)
