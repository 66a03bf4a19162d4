"""Writes `previous/<revision>.sqlite.sql` and `.postgresql.sql`: databases filled by this checkout's server, for later versions to upgrade.

Run it in a checkout of the released state: PYTHONPATH=server:server/tests python server/tests/migrations/make_previous.py DIRECTORY
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from harness.databases import KINDS, fresh_database
from harness.live import Client, LiveServer, live_server
from harness.postgres import end_run, prepare_run
from labelwright import migrations
from labelwright.access import Role
from labelwright.projects import blocks

CONFIG = """<View><Text name="text" value="$text"/><Labels name="label" toName="text"><Label value="Person"/></Labels>
<Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>"""
CHOICE = {"id": "c1", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["Good"]}}
SPAN = {
    "id": "s1",
    "from_name": "label",
    "to_name": "text",
    "type": "labels",
    "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["Person"]},
}


def fill(server: LiveServer) -> None:
    """A little of everything: people, a project in work, drafts, skips, predictions, views, a lock."""
    owner = server.by_token(server.organization("Harbour office"))
    assert owner.account
    annotator = server.by_token(server.member(owner.account, Role.ANNOTATOR))
    project = owner.project(CONFIG, title="Letters 手紙", maximum_annotations=2, show_collab_predictions=True)["id"]
    tasks = owner.import_tasks(project, [letter(number) for number in range(8)])
    for number, task in enumerate(tasks[:4]):
        submit(owner, task, [SPAN, CHOICE], lead_time=1.5 + number)
    submit(annotator, tasks[0], [CHOICE], ground_truth=True)
    submit(annotator, tasks[1], [], was_cancelled=True)
    owner.call("POST", f"/api/tasks/{tasks[5]}/drafts/", json={"result": [SPAN], "lead_time": 3.25})
    annotator.call("GET", f"/api/projects/{project}/next/")
    filters = {
        "conjunction": "and",
        "items": [{"filter": "filter:tasks:id", "operator": "greater", "type": "Number", "value": 1}],
    }
    owner.call("POST", "/api/dm/views/", json={"project": project, "data": {"title": "Late", "filters": filters}})
    owner.project(title="Empty")
    talk(owner, tasks[0])
    webhook(owner, project)
    import_by_job(owner, project)
    while blocks.count_changed(server.db):
        pass


def talk(owner: Client, task: int) -> None:
    """A corrected annotation, so that it has versions, a comment on it, and a label somebody added."""
    found = owner.call("GET", f"/api/tasks/{task}/")
    annotation = found["annotations"][0]["id"]
    owner.call("PATCH", f"/api/annotations/{annotation}/", json={"result": [SPAN]})
    owner.call("POST", "/api/comments/", json={"annotation": annotation, "text": "Is “Ada” a person?"})
    label = {"project": found["project"], "from_name": "mood", "title": "So so", "value": ["So so"]}
    owner.call("POST", "/api/labels/", json=[label])


def webhook(owner: Client, project: int) -> None:
    """Off, for nobody hears it."""
    given = {"project": project, "url": "https://example.org/heard", "is_active": False, "headers": {"X-From": "here"}}
    owner.call("POST", "/api/webhooks/", json=given)


def import_by_job(owner: Client, project: int) -> None:
    """A file that a job imported."""
    file = {
        "file": ("more.json", json.dumps([{"text": f"Letter {number}"} for number in range(30)]), "application/json")
    }
    path = f"/api/projects/{project}/import"
    ids = owner.call("POST", path, params={"commit_to_project": "false"}, files=file)["file_upload_ids"]
    job = owner.call("POST", f"/api/projects/{project}/jobs/import", json={"file_upload_ids": ids})["id"]
    while not owner.call("GET", f"/api/jobs/{job}")["finished_at"]:
        time.sleep(0.05)


def letter(number: int) -> dict[str, Any]:
    prediction = {"model_version": "v1", "score": number / 8, "result": [CHOICE]}
    return {
        "data": {"text": f"Ada writes letter {number}: “déjà vu”"},
        "predictions": [prediction],
        "meta": {"page": number},
    }


def submit(client: Client, task: int, result: list[Any], **more: Any) -> None:
    client.call("POST", f"/api/tasks/{task}/annotations/", json={"result": result, **more})


def dumped(kind: str, database: str) -> str:
    if kind == "sqlite":
        connection = sqlite3.connect(database)
        try:
            return "\n".join(connection.iterdump()) + "\n"
        finally:
            connection.close()
    [program] = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))[-1:]
    command = [str(program), "--inserts", "--no-owner", "--no-privileges", database]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # What only psql understands, and what newer servers alone know.
    return "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith(("\\", "--", "SET transaction_"))
    )


def main() -> None:
    target = Path(sys.argv[1])
    prepare_run()
    try:
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as name, fresh_database(kind, Path(name), Path(name)) as database:
                with live_server(database, Path(name) / "data") as server:
                    fill(server)
                    server.db.close()
                (target / f"{migrations.head()}.{kind}.sql").write_text(dumped(kind, database), "utf-8")
    finally:
        end_run()


if __name__ == "__main__":
    main()
