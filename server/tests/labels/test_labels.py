"""The labels API: labels people add while they work, the controls that offer them, and replacing one in results."""

from typing import Any

import pytest

from harness.live import Client

CONFIG = """<View><Text name="text" value="$text"/><Taxonomy name="kind" toName="text"><Choice value="Ship"/></Taxonomy>
<Choices name="mood" toName="text"><Choice value="Good"/></Choices></View>"""


def choice(value: Any, name: str = "mood", kind: str = "choices") -> dict[str, Any]:
    return {"id": "r1", "from_name": name, "to_name": "text", "type": kind, "value": {kind: value}}


@pytest.fixture
def project(owner: Client) -> int:
    number: int = owner.project(CONFIG)["id"]
    return number


def add(client: Client, project: int, *titles: str) -> list[dict[str, Any]]:
    labels = [{"project": project, "from_name": "kind", "title": title, "value": ["Ship", title]} for title in titles]
    answer = client.post("/api/labels/", json=labels)
    assert answer.status_code == 201, answer.text
    made: list[dict[str, Any]] = answer.json()
    return made


def test_labels_are_made_and_linked(owner: Client, project: int) -> None:
    ferry, tug = add(owner, project, "Ferry", "Tug")
    assert owner.account
    assert {key: ferry[key] for key in ("title", "value", "approved", "project", "from_name", "projects")} == {
        "title": "Ferry",
        "value": ["Ship", "Ferry"],
        "approved": False,
        "project": project,
        "from_name": "kind",
        "projects": [project],
    }
    page = owner.call("GET", "/api/labels/")
    assert (page["count"], [row["id"] for row in page["results"]]) == (2, [ferry["id"], tug["id"]])
    assert owner.call("GET", f"/api/labels/{tug['id']}/?expand=links")["links"] == [
        {"id": tug["links"][0], "annotations_count": 0, "from_name": "kind", "project": project, "label": tug["id"]}
    ]


def test_a_title_known_to_the_organization_is_only_linked(owner: Client, project: int) -> None:
    [first] = add(owner, project, "Ferry")
    other = owner.project(CONFIG)["id"]
    [again] = add(owner, other, "Ferry")
    assert (again["id"], again["projects"]) == (first["id"], sorted([project, other]))
    assert add(owner, other, "Ferry")[0]["links"] == again["links"]


def test_one_request_is_about_one_project(owner: Client, project: int) -> None:
    other = owner.project(CONFIG)["id"]
    labels = [{"project": of, "from_name": "kind", "title": "A", "value": "A"} for of in (project, other)]
    answer = owner.post("/api/labels/", json=labels)
    assert answer.status_code == 400
    assert owner.call("GET", "/api/labels/")["count"] == 0


def test_labels_change_and_go(owner: Client, project: int) -> None:
    ferry, tug = add(owner, project, "Ferry", "Tug")
    changed = owner.call("PATCH", f"/api/labels/{ferry['id']}/", json={"title": "Car ferry", "approved": True})
    assert owner.account
    assert (changed["title"], changed["approved"], changed["approved_by"]) == ("Car ferry", True, owner.account.id)
    assert owner.patch(f"/api/labels/{ferry['id']}/", json={"title": "Tug"}).status_code == 409
    assert owner.delete(f"/api/labels/{tug['id']}/").status_code == 204
    assert owner.get(f"/api/labels/{tug['id']}/").status_code == 404
    assert [link["label"] for link in owner.call("GET", "/api/label_links/")["results"]] == [ferry["id"]]


def test_links_are_filtered_counted_and_changed(owner: Client, project: int) -> None:
    [ferry] = add(owner, project, "Ferry")
    [task] = owner.import_tasks(project, [{"text": "x"}])
    owner.call(
        "POST", f"/api/tasks/{task}/annotations/", json={"result": [choice([["Ship", "Ferry"]], "kind", "taxonomy")]}
    )
    assert owner.account
    asked = {
        "project": project,
        "label__created_by": owner.account.id,
        "label__created_at__gte": "2020-01-01T00:00:00Z",
    }
    [link] = owner.call("GET", "/api/label_links/", params={**asked, "expand": "label"})["results"]
    assert (link["label"]["title"], link["annotations_count"]) == ("Ferry", 1)
    assert owner.call("GET", "/api/label_links/", params={"project": project + 1000})["count"] == 0
    assert (
        owner.call("GET", "/api/label_links/", params={"label__created_at__lte": "2020-01-01T00:00:00Z"})["count"] == 0
    )
    moved = owner.call("PATCH", f"/api/label_links/{link['id']}/", json={"from_name": "mood"})
    assert moved["from_name"] == "mood"
    again = owner.call(
        "POST", "/api/label_links/", json={"project": project, "label": ferry["id"], "from_name": "kind"}
    )
    assert owner.patch(f"/api/label_links/{again['id']}/", json={"from_name": "mood"}).status_code == 409
    assert owner.delete(f"/api/label_links/{again['id']}/").status_code == 204


def test_a_label_is_replaced_in_results(owner: Client, project: int) -> None:
    tasks = owner.import_tasks(project, [{"text": str(number)} for number in range(4)])
    results: list[Any] = [[choice(["Good"])], [choice(["Good", "Bad"])], [choice(["gut “ü”"])], None]
    made = [
        owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": result})["id"]
        for task, result in zip(tasks, results, strict=True)
    ]
    body = {"project": project, "old_label": ["Good"], "new_label": ["Fine"]}
    assert owner.call("POST", "/api/labels/bulk", json=body) == {"annotations_updated": 1}
    first = owner.call("GET", f"/api/annotations/{made[0]}/")
    assert (first["result"], first["last_action"]) == ([choice(["Fine"])], "updated")
    assert owner.call("GET", f"/api/annotations/{made[1]}/")["result"] == results[1]
    history = owner.call("GET", "/api/annotation-history/", params={"annotation": made[0]})
    assert [state["result"] for state in history] == [[choice(["Fine"])], [choice(["Good"])]]
    assert owner.call("GET", f"/api/projects/{project}/summary/")["created_labels"]["mood"]["Fine"] == 1
    spelled = {"old_label": ["gut “ü”"], "new_label": ["well"]}
    assert owner.call("POST", "/api/labels/bulk", json=spelled) == {"annotations_updated": 1}


def test_labels_of_others_do_not_exist(owner: Client, stranger: Client, project: int) -> None:
    [ferry] = add(owner, project, "Ferry")
    assert stranger.call("GET", "/api/labels/")["count"] == 0
    assert stranger.call("GET", "/api/label_links/")["count"] == 0
    foreign = {"project": project, "from_name": "kind", "title": "B", "value": "B"}
    assert stranger.post("/api/labels/", json=[foreign]).status_code == 404
    mine = stranger.project(CONFIG)["id"]
    linked = {"project": mine, "label": ferry["id"], "from_name": "kind"}
    assert stranger.post("/api/label_links/", json=linked).status_code == 404
    assert (
        stranger.post("/api/labels/bulk", json={"project": project, "old_label": ["a"], "new_label": ["b"]}).status_code
        == 404
    )


@pytest.mark.parametrize(
    "body", [{}, "text", [1], [{}], [{"project": "x", "from_name": "k", "title": "T", "value": 1}], [{"title": ""}]]
)
def test_what_is_no_label_is_refused(owner: Client, body: Any) -> None:
    assert owner.post("/api/labels/", json=body).status_code == 400
