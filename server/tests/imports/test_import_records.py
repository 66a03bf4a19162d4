"""Imports as the job records of Label Studio."""

from harness.live import Client


def test_an_import_as_a_job_has_a_record(owner: Client, stranger: Client) -> None:
    project, other = owner.project()["id"], owner.project()["id"]
    files = {"file": ("moods.csv", "text\nA day\nAn evening\n", "text/csv")}
    upload = owner.call("POST", f"/api/projects/{project}/import?commit_to_project=false", files=files)
    job = owner.call(
        "POST", f"/api/projects/{project}/jobs/import", json={"file_upload_ids": upload["file_upload_ids"]}
    )
    path = f"/api/projects/{project}/reimports/{job['id']}/"
    while (record := owner.call("GET", path))["status"] in ("created", "in_progress"):
        continue
    assert (record["status"], record["task_count"], record["file_upload_ids"]) == (
        "completed",
        2,
        upload["file_upload_ids"],
    )
    assert record["finished_at"] >= record["created_at"]
    assert owner.get(f"/api/projects/{other}/imports/{job['id']}/").status_code == 404
    assert stranger.get(path).status_code == 404


def test_what_is_no_import_has_none(owner: Client) -> None:
    project = owner.project()["id"]
    export = owner.call("POST", f"/api/projects/{project}/jobs/export", json={})["id"]
    for number in (export, 999_999):
        answer = owner.get(f"/api/projects/{project}/imports/{number}/")
        assert (answer.status_code, answer.json()["detail"]) == (404, "No ProjectImport matches the given query.")
