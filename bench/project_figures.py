"""What shows the figures of a large project: at rest, and right after a task of it was annotated."""

from bench.client import Connection
from bench.measure import Row, latency
from bench.sample import result

_VISITS = 40


def measure(owner: Connection, project: int) -> list[Row]:
    pages = {
        "project": f"/api/projects/{project}/",
        "list of projects": "/api/projects/",
        "totals of a tab without filters": f"/api/dm/totals?project={project}",
    }
    return [_visited(owner, project, name, path) for name, path in pages.items()]


def _visited(owner: Connection, project: int, name: str, path: str) -> Row:
    owner.call("GET", path)
    rested = [owner.send("GET", path).seconds for _ in range(_VISITS)]
    working = []
    for _ in range(_VISITS):
        task = owner.call("GET", f"/api/projects/{project}/next/")
        work = result(task["data"]["text"], task["id"])
        owner.call("POST", f"/api/tasks/{task['id']}/annotations/", {"result": work})
        working.append(owner.send("GET", path).seconds)
    how = f"{_VISITS} times; right after a task was annotated; aim 50 ms"
    return Row(name, f"{latency(rested)}, {latency(working)}", how)
