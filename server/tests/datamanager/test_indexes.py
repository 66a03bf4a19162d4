"""Indexes of a project: made in the background, used, right while tasks change, described, removed."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from datamanager.test_filters import where
from harness.live import Client, LiveServer
from labelwright.cli.commands import doctor
from labelwright.datamanager import index_queries, indexable, indexes, narrowing, page_queries, query, value_queries
from labelwright.jobs import queries as job_queries
from labelwright.kit import clock
from labelwright.projects import service as projects

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
WORDS = [
    "amber",
    "basil",
    "中文字典",
    'it\'s "%d" /_',
    "Amber basil",
    "",
    "Été d'ŒUVRE",
    "Ёжик",
    "x" * 70 + "a",
    "x" * 70 + "b",
]


@pytest.fixture
def project(owner: Client) -> int:
    number = int(owner.project(CONFIG)["id"])
    owner.import_tasks(
        number, [{"text": text, "n": place % 4, "it's 100% \\ {odd}": text} for place, text in enumerate(WORDS)]
    )
    return number


def make(client: Client, project: int, *wanted: tuple[str, str]) -> list[dict[str, Any]]:
    """Indexes, ready for use."""
    path = f"/api/projects/{project}/indexes"
    for column, kind in wanted:
        client.call("POST", path, json={"column": column, "kind": kind})
    deadline = time.monotonic() + 60
    while True:
        known: list[dict[str, Any]] = client.call("GET", path)
        if all(one["ready"] for one in known):
            return known
        assert time.monotonic() < deadline, client.call("GET", "/api/jobs/")
        time.sleep(0.05)


def listed(client: Client, project: int, *items: dict[str, Any], **query: Any) -> list[int]:
    filters = {"conjunction": "and", "items": list(items)}
    asked = {"project": project, "query": json.dumps({"filters": filters, **query}), "page_size": 100}
    return [task["id"] for task in client.call("GET", "/api/tasks/", params=asked)["tasks"]]


EVERY = [
    ("data.text", "String"),
    ("data.text", "contains"),
    ("data.n", "Number"),
    ("total_annotations", "Number"),
    ("created_at", "Datetime"),
    ("predictions_score", "Number"),
    ("avg_lead_time", "Time"),
    ("annotators", "List"),
]


@pytest.mark.parametrize("few", [1, 100_000])
def test_what_is_found_is_the_same_with_indexes(
    owner: Client, project: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    asked = [
        *[
            where("tasks:data.text", operator, word)
            for word in WORDS
            for operator in ("equal", "contains", "less", "greater_or_equal")
        ],
        *[
            where("tasks:data.text", operator, word)
            for word in ("B", "am", "文", "文字", "zq", "Ё", "%", "_", "\\", "/_")
            for operator in ("contains", "not_contains")
        ],
        where("tasks:data.text", "contains", "BASIL"),
        where("tasks:data.text", "contains", "文字典"),
        where("tasks:data.text", "contains", "œuvre"),
        where("tasks:data.text", "contains", "ЁЖИ"),
        where("tasks:data.text", "in_list", ["amber", WORDS[-1]]),
        where("tasks:data.n", "in", {"min": 1, "max": 2}, "Number"),
        where("tasks:data.n", "greater", 2, "Number"),
        where("tasks:total_annotations", "equal", 0, "Number"),
        where("tasks:created_at", "greater", "now-1d", "Datetime"),
    ]
    orders = [
        ["tasks:data.text"],
        ["-tasks:data.n", "tasks:data.text"],
        ["tasks:total_annotations"],
        ["-tasks:created_at"],
    ]
    more = where("tasks:data.n", "less", 3, "Number")

    def answers() -> list[list[int]]:
        found = [listed(owner, project, item) for item in asked]
        found += [listed(owner, project, item, more, ordering=order) for item in asked[::5] for order in orders]
        found += [listed(owner, project, {"conjunction": "or", "items": [item, more]}) for item in asked[::5]]
        return found

    before = answers()
    make(owner, project, *EVERY)
    assert answers() == before


def test_an_index_of_what_is_kept_elsewhere_follows_the_work(owner: Client, project: int) -> None:
    first, second, third, *_ = listed(owner, project)

    def predict(task: int, score: float) -> str:
        made = owner.call("POST", "/api/predictions/", json={"task": task, "result": [], "score": score})
        return f"/api/predictions/{made['id']}/"

    def by_score() -> list[int]:
        some = where("tasks:predictions_score", "greater", 0, "Number")
        found = listed(owner, project, some, ordering=["-tasks:predictions_score"])
        # The same by the list of all.
        assert listed(owner, project, ordering=["-tasks:predictions_score"])[: len(found)] == found
        return found

    low, high = predict(first, 0.1), predict(second, 0.9)
    make(owner, project, ("predictions_score", "Number"), ("avg_lead_time", "Time"))
    assert by_score() == [second, first]
    middle = predict(third, 0.5)
    assert by_score() == [second, third, first]
    owner.call("PATCH", high, json={"score": 0.05})
    predict(first, 0.9)
    # The mean of two is that of one.
    assert by_score() == [third, first, second]
    owner.call("DELETE", low)
    assert by_score() == [first, third, second]
    owner.call("DELETE", middle)
    owner.call("DELETE", f"/api/tasks/{first}/")
    assert by_score() == [second]
    (new,) = owner.import_tasks(project, [{"text": "new"}])
    predict(new, 0.4)
    assert by_score() == [new, second]
    for task, seconds in ((second, 5), (new, 3)):
        owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": [], "lead_time": seconds})
    assert listed(owner, project, ordering=["tasks:avg_lead_time"])[:2] == [new, second]


def test_an_index_of_scores_is_made_anew_for_another_model_version(
    owner: Client, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "LARGE", 3)
    first, second, *_ = listed(owner, project)
    for task, version, score in ((first, "v1", 0.9), (first, "v2", 0.1), (second, "v1", 0.2), (second, "v2", 0.8)):
        given = {"task": task, "result": [], "model_version": version, "score": score}
        owner.call("POST", "/api/predictions/", json=given)
    owner.call("PATCH", f"/api/projects/{project}/", json={"model_version": "v1"})
    saved: dict[str, Any] = {"project": project, "data": {"ordering": ["-tasks:predictions_score"]}}
    view = owner.call("POST", "/api/dm/views/", json=saved)["id"]
    (one,) = make(owner, project)
    assert listed(owner, project, **saved["data"])[:2] == [first, second]
    owner.call("PATCH", f"/api/projects/{project}/", json={"model_version": "v2"})
    assert listed(owner, project, **saved["data"])[:2] == [second, first]
    owner.call("PATCH", f"/api/dm/views/{view}/", json=saved)
    (other,) = make(owner, project)
    assert other["id"] != one["id"]
    assert listed(owner, project, **saved["data"])[:2] == [second, first]


def test_a_small_project_has_none_and_a_larger_one_none_of_numbers_that_its_tasks_have(
    owner: Client, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = where("tasks:total_annotations", "equal", 0, "Number")
    data = {"filters": {"conjunction": "and", "items": [number]}, "ordering": ["tasks:data.n"]}

    def made() -> list[str]:
        owner.call("POST", "/api/dm/views/", json={"project": project, "data": data})
        return [one["column"] for one in owner.call("GET", f"/api/projects/{project}/indexes/")]

    assert made() == []
    monkeypatch.setattr(indexes, "SMALL", 3)
    assert made() == ["data.n"]
    monkeypatch.setattr(indexes, "LARGE", 3)
    assert sorted(made()) == ["data.n", "total_annotations"]


@pytest.mark.parametrize("few", [1, 100_000])
def test_the_next_task_as_displayed_is_the_first_of_the_list_that_is_open(
    server: LiveServer, owner: Client, project: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    native = [("data.n", "Native")] if server.db.is_sqlite else [("data.n", "String")]
    make(owner, project, ("data.n", "Number"), *native)
    some = where("tasks:data.n", "greater", 0, "Number")
    query = {"filters": {"conjunction": "and", "items": [some]}, "ordering": ["-tasks:data.n"]}
    offered = []
    for expected in listed(owner, project, some, ordering=query["ordering"]):
        found = owner.call("POST", f"/api/dm/actions?id=next_task&project={project}", json=query)
        offered.append(found["id"])
        assert found["id"] == expected
        owner.call("POST", f"/api/tasks/{expected}/annotations/", json={"result": []})
    assert len(offered) > 3


def test_an_index_of_words_follows_the_tasks(owner: Client, project: int) -> None:
    make(owner, project, ("data.text", "contains"))
    amber = where("tasks:data.text", "contains", "mber")
    first, last = listed(owner, project, amber)
    owner.call("PATCH", f"/api/tasks/{first}/", json={"data": {"text": "juniper"}})
    assert listed(owner, project, amber) == [last]
    assert listed(owner, project, where("tasks:data.text", "contains", "unipe")) == [first]
    owner.call("DELETE", f"/api/tasks/{last}/")
    (new,) = owner.import_tasks(project, [{"text": "another amber"}])
    assert listed(owner, project, amber) == [new]


def test_words_are_right_while_the_index_is_filled(server: LiveServer, owner: Client, project: int) -> None:
    with server.db.write() as tx:
        scope = query.scope_of(tx, projects.get(tx, project))
        expression = indexable.written(tx, scope, "data.text", "contains")
        values = {"project_id": project, "column_id": "data.text", "kind": "contains", "created_at": clock.now()}
        row = index_queries.by_id(tx, index_queries.add(tx, {**values, "expression": expression}))
        assert row
        value_queries.create(tx, row, indexable.decides(row.column_id))
        assert value_queries.fill(tx, row, 3) == 3
    tasks = listed(owner, project)
    for changed in (tasks[0], tasks[-1]):
        owner.call("PATCH", f"/api/tasks/{changed}/", json={"data": {"text": "juniper"}})
    owner.call("DELETE", f"/api/tasks/{tasks[1]}/")
    with server.db.write() as tx:
        assert value_queries.fill(tx, row, 100) < 100
        assert index_queries.is_filled(tx, row.id)
        index_queries.set_ready(tx, row.id, clock.now(), 1.0, None)
        if server.db.is_sqlite:
            words = f"task_index_{row.id}_words"
            tx.exec_driver_sql(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    assert listed(owner, project, where("tasks:data.text", "contains", "unipe")) == [tasks[0], tasks[-1]]
    assert listed(owner, project, where("tasks:data.text", "contains", "basil")) == [tasks[4]]


def test_pages_use_the_indexes(server: LiveServer, owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    # So many that reading them all would be slower.
    owner.import_tasks(project, [{"text": f"word {place:05} {place % 7}", "n": place} for place in range(5000)])
    more = [("data.text", "Native")] if server.db.is_sqlite else []
    names = {(one["column"], one["kind"]): f"task_index_{one['id']}" for one in make(owner, project, *EVERY, *more)}
    with server.db.read() as tx:
        row = projects.get(tx, project)
        for asked, column, kind in (
            ({"items": [where("tasks:data.text", "equal", "word 00077 0")]}, "data.text", "String"),
            ({"items": [where("tasks:data.text", "contains", "00077")]}, "data.text", "contains"),
            ({"items": [where("tasks:data.n", "greater", 4990, "Number")]}, "data.n", "Number"),
        ):
            found = query.compiled(tx, row, query.read({"filters": asked}))
            assert names[column, kind] in plan(tx, page_queries.way(tx, project, found).ids)
        as_text = "Native" if tx.dialect.name == "sqlite" else "String"
        for key in ("tasks:data.n", "-tasks:data.n", "tasks:data.text", "-tasks:data.text"):
            found = query.compiled(tx, row, query.Query(ordering=[key], number_columns=("data.n",)))
            along = page_queries.way(tx, project, found)
            part = along.order.parts[0]
            name = names["data.n", "Number"] if key.endswith("n") else names["data.text", as_text]
            assert name in plan(tx, along.ids.where(part.condition).order_by(*part.columns).limit(2))


def plan(tx: Any, found: Any) -> str:
    """How the database looks for a page, with the parameters as they are."""
    if tx.dialect.name == "postgresql":
        # A few thousand rows are as quickly read through.
        tx.exec_driver_sql("SET LOCAL enable_seqscan = off")

    def explained(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> tuple[str, Any]:
        return f"{'EXPLAIN' if tx.dialect.name == 'postgresql' else 'EXPLAIN QUERY PLAN'} {statement}", parameters

    event.listen(tx, "before_cursor_execute", explained, retval=True)
    try:
        return str(tx.execute(found).cursor.fetchall())
    finally:
        event.remove(tx, "before_cursor_execute", explained)


def test_an_index_is_described_and_removed(server: LiveServer, owner: Client, stranger: Client, project: int) -> None:
    path = f"/api/projects/{project}/indexes"
    made = make(owner, project, ("data.n", "Number"), ("data.text", "contains"))
    assert [(one["column"], one["kind"]) for one in made] == [("data.n", "Number"), ("data.text", "contains")]
    assert all(one["size"] > 0 and one["seconds"] > 0 for one in made)
    again = owner.call("POST", path, json={"column": "data.n", "kind": "Number"})
    assert again == made[0]
    assert stranger.get(path).status_code == 404
    for one in made:
        assert owner.delete(f"{path}/{one['id']}").status_code == 204
    assert owner.call("GET", path) == []
    assert owner.delete(f"{path}/{made[0]['id']}").status_code == 404
    assert not any(name.startswith(f"task_index_{one['id']}") for one in made for name in names_in(server))


def test_an_index_whose_job_was_cancelled_before_it_began_can_be_asked_for_again(
    owner: Client, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, wanted = f"/api/projects/{project}/indexes", {"column": "data.text", "kind": "String"}
    with monkeypatch.context() as patch:
        # Nobody begins a job.
        patch.setattr(job_queries, "is_any_due", lambda *_: False)
        patch.setattr(job_queries, "claim", lambda *_: None)
        first = owner.call("POST", path, json=wanted)
        [job] = owner.call("GET", "/api/jobs/", params={"active": "true"})["results"]
        assert owner.call("POST", path, json=wanted)["id"] == first["id"]
        owner.call("POST", f"/api/jobs/{job['id']}/cancel")
    again = owner.call("POST", path, json=wanted)
    assert again["id"] != first["id"]
    assert [index["id"] for index in make(owner, project)] == [again["id"]]


def test_an_index_that_is_removed_while_it_is_made_leaves_nothing(
    server: LiveServer, owner: Client, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/api/projects/{project}/indexes"
    kept: list[str] = []

    def removed_meanwhile(tx: Any, row: Any, count: int) -> int:
        kept.extend(name for name in names_in(server) if name == f"task_index_{row.id}")
        return count

    with monkeypatch.context() as patch:
        # It is never filled.
        patch.setattr(value_queries, "fill", removed_meanwhile)
        made = owner.call("POST", path, json={"column": "avg_lead_time", "kind": "Time"})
        wait_until(lambda: kept)
        assert owner.delete(f"{path}/{made['id']}").status_code == 204
        assert owner.call("GET", path) == []
        wait_until(lambda: not owner.call("GET", "/api/jobs/", params={"active": "true"})["results"])
    assert not any(name.startswith(f"task_index_{made['id']}") for name in names_in(server))


def wait_until(done: Callable[[], Any]) -> None:
    deadline = time.monotonic() + 60
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_doctor_tells_of_them(server: LiveServer, owner: Client, project: int) -> None:
    (made,) = make(owner, project, ("data.n", "Number"))
    with server.db.read() as tx:
        told = [text for fine, text in doctor.indexes(tx) if fine]
    assert f"index of project {project} on data.n (Number, {made['size'] / 1e6:.1f} MB)" in told


def test_an_index_that_is_of_no_use_any_more_goes_with_the_next_one(
    server: LiveServer, owner: Client, project: int
) -> None:
    old, kept = make(owner, project, ("data.text", "String"), ("data.n", "Number"))
    with server.db.write() as tx:
        # As an earlier state had them: an index of the database's own, named in other words.
        tx.exec_driver_sql("UPDATE task_indexes SET expression = 'inner_id' WHERE id = " + str(old["id"]))
        if not server.db.is_sqlite:
            index_queries.drop(tx, old["id"])
            tx.exec_driver_sql(f"CREATE INDEX task_index_{old['id']} ON tasks (inner_id) WHERE project_id = {project}")
            tx.exec_driver_sql(f"CREATE STATISTICS task_index_{old['id']}_values ON (inner_id + 1) FROM tasks")
    assert listed(owner, project, where("tasks:data.text", "equal", "amber"), ordering=["tasks:data.text"])
    with server.db.read() as tx:
        told = [text for _, text in doctor.indexes(tx) if f"project {project} on data.text" in text]
    assert "of no use any more" in told[0]
    left = make(owner, project, ("total_annotations", "Number"))
    assert [one["column"] for one in left] == ["data.n", "total_annotations"]
    assert left[0] == kept
    assert not any(name.startswith(f"task_index_{old['id']}") for name in names_in(server))


def names_in(server: LiveServer) -> list[str]:
    catalogue = "SELECT name FROM sqlite_master" if server.db.is_sqlite else "SELECT relname FROM pg_class"
    with server.db.read() as tx:
        return list(tx.exec_driver_sql(catalogue).scalars())


def test_indexes_of_a_project_that_is_gone_go_with_the_next_one(
    server: LiveServer, owner: Client, project: int
) -> None:
    gone = make(owner, project, ("data.n", "Number"), ("data.text", "contains"))
    owner.call("DELETE", f"/api/projects/{project}/")
    other = owner.project(CONFIG)["id"]
    make(owner, other, ("data.n", "Number"))
    assert not {f"task_index_{one['id']}" for one in gone} & set(names_in(server))


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("data.text", "Datetime"),
        ('data.te"xt', "String"),
        ("annotations_results", "String"),
        ("id", "Number"),
        ("nothing", "String"),
        ("meta", "contains"),
    ],
)
def test_what_cannot_have_an_index_is_refused(owner: Client, project: int, column: str, kind: str) -> None:
    answer = owner.post(f"/api/projects/{project}/indexes", json={"column": column, "kind": kind})
    assert answer.status_code == 400
    assert owner.call("GET", f"/api/projects/{project}/indexes") == []


def test_odd_names_of_fields_are_only_names(owner: Client, project: int) -> None:
    name = "data.it's 100% \\ {odd}"
    before = listed(owner, project, where(f"tasks:{name}", "equal", "amber"))
    make(owner, project, (name, "String"), (name, "contains"))
    assert len(before) == 1
    assert listed(owner, project, where(f"tasks:{name}", "equal", "amber")) == before
    assert listed(owner, project, where(f"tasks:{name}", "contains", "amber basil")) != before


def test_a_saved_view_of_a_large_project_gets_its_indexes(
    owner: Client, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/api/projects/{project}/indexes"
    items = [
        where("tasks:data.text", "contains", "amber"),
        where("tasks:data.n", "less", 3, "Number"),
        where("tasks:annotators", "contains", 1, "List"),
    ]
    view = {"filters": {"conjunction": "and", "items": items}, "ordering": ["-tasks:created_at"]}
    saved = owner.call("POST", "/api/dm/views/", json={"project": project, "data": view})
    assert owner.call("GET", path) == []
    monkeypatch.setattr(indexes, "LARGE", 3)
    owner.call("PATCH", f"/api/dm/views/{saved['id']}/", json={"data": view})
    made = {(one["column"], one["kind"]) for one in make(owner, project)}
    assert made == {("data.text", "contains"), ("data.n", "Number"), ("created_at", "Datetime")}


def test_an_index_that_means_something_else_now_is_not_used(owner: Client, project: int) -> None:
    make(owner, project, ("data.text", "contains"))
    owner.call("PATCH", f"/api/projects/{project}/", json={"label_config": CONFIG.replace("$text", "$n")})
    owner.call("POST", f"/api/projects/{project}/import", json=[{"n": "1", "text": "amberly"}])
    assert len(listed(owner, project, where("tasks:data.text", "contains", "amber"))) == 3
