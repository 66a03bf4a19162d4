"""Large exports: memory stays flat, pieces come early, and a client that leaves frees everything."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from harness.live import Account, LiveServer
from labelwright.exports import service
from labelwright.exports.formats import formats
from labelwright.exports.source import Options

CONFIG = """<View><Text name="text" value="$text"/>
<Choices name="mood" toName="text"><Choice value="good"/></Choices></View>"""
MANY = 50_000
REGION = '[{"id":"a","from_name":"mood","to_name":"text","type":"choices","value":{"choices":["good"]}}]'


@pytest.fixture(scope="module")
def account(server: LiveServer) -> Account:
    return server.organization()


@pytest.fixture(scope="module")
def large(server: LiveServer, account: Account) -> int:
    """A project with many annotated tasks, made by the database itself."""
    owner = server.by_token(account)
    project = int(owner.project(CONFIG)["id"])
    (first,) = owner.import_tasks(project, [{"data": {"text": "x" * 500}, "annotations": [{"result": []}]}])
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY - 1}) "
    tasks = ["data", "project_id", "created_at", "updated_at", "total_annotations"]
    work = ["project_id", "completed_by_id", "created_at", "updated_at"]
    with server.db.write() as tx:
        tx.execute(
            text(
                f"INSERT INTO tasks (id, inner_id, {', '.join(tasks)}) {numbers}"
                f"SELECT {first} + i, 1 + i, {', '.join(tasks)} FROM n, tasks WHERE tasks.id = {first}"
            )
        )
        tx.execute(
            text(
                f"INSERT INTO annotations (task_id, result, {', '.join(work)}) SELECT tasks.id, '{REGION}', "
                f"{', '.join(f'a.{name}' for name in work)} FROM tasks, annotations a "
                f"WHERE a.task_id = {first} AND tasks.id > {first} AND tasks.project_id = {project}"
            )
        )
    return project


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("kind", ["JSON", "JSON_MIN", "CSV"])
def test_memory_does_not_grow_with_the_project(server: LiveServer, large: int, kind: str) -> None:
    size, before, most = 0, resident(), 0
    for piece in service.written(server.db, large, formats()[kind], Options()):
        size += len(piece)
        most = max(most, resident())
    assert size > MANY * 500
    assert most - before < size / 2


def test_all_tasks_arrive(server: LiveServer, account: Account, large: int) -> None:
    exported = server.by_token(account).call("GET", f"/api/projects/{large}/export")
    assert len(exported) == MANY
    assert [task["inner_id"] for task in exported] == list(range(1, MANY + 1))


def test_a_client_that_leaves_frees_the_database(server: LiveServer, account: Account, large: int) -> None:
    """More clients leave than the pool has connections: if one stayed open each time, the last would not be served."""
    owner = server.by_token(account)
    for _ in range(60):
        with owner.stream("GET", f"/api/projects/{large}/export") as answer:
            assert next(answer.iter_raw()).startswith(b"[{")
    assert owner.call("GET", f"/api/projects/{large}/")["task_number"] == MANY
