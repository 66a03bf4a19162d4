"""Uploaded files: who may fetch them, in which pieces, and that they never run in our origin."""

import os
from pathlib import Path

import pytest

from harness.live import Client, LiveServer

CONTENT = bytes(range(256)) * 40


def upload(client: Client, project: int, name: str, content: bytes) -> str:
    """The file's address."""
    client.call("POST", f"/api/projects/{project}/import", files={"file": (name, content)})
    tasks = client.call("GET", f"/api/projects/{project}/export", params={"download_all_tasks": "true"})
    (value,) = tasks[-1]["data"].values()
    return str(value)


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project()["id"])


def test_an_uploaded_picture_is_served_with_a_fixed_type(owner: Client, project: int) -> None:
    url = upload(owner, project, "photo.PNG", CONTENT)
    assert url.startswith(f"/data/upload/{project}/")
    assert url.endswith("-photo.PNG")
    answer = owner.get(url)
    assert answer.status_code == 200
    assert answer.content == CONTENT
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-length"] == str(len(CONTENT))


@pytest.mark.parametrize(
    ("asked", "status", "start", "end"),
    [
        ("bytes=0-99", 206, 0, 100),
        ("bytes=100-", 206, 100, len(CONTENT)),
        ("bytes=-10", 206, len(CONTENT) - 10, len(CONTENT)),
        ("bytes=0-999999", 206, 0, len(CONTENT)),
        ("bytes=-999999", 206, 0, len(CONTENT)),
        ("bytes=5-2", 200, 0, len(CONTENT)),
        ("bytes=0-1,4-5", 200, 0, len(CONTENT)),
        ("lines=0-1", 200, 0, len(CONTENT)),
    ],
)
def test_ranges(owner: Client, project: int, asked: str, status: int, start: int, end: int) -> None:
    url = upload(owner, project, "film.mp4", CONTENT)
    answer = owner.get(url, headers={"Range": asked})
    assert answer.status_code == status
    assert answer.content == CONTENT[start:end]
    assert answer.headers["content-length"] == str(end - start)
    if status == 206:
        assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(CONTENT)}"


def test_a_range_behind_the_end_is_refused_with_the_size(owner: Client, project: int) -> None:
    url = upload(owner, project, "film.mp4", CONTENT)
    for asked in (f"bytes={len(CONTENT)}-", "bytes=-0"):
        answer = owner.get(url, headers={"Range": asked})
        assert answer.status_code == 416
        assert answer.headers["content-range"] == f"bytes */{len(CONTENT)}"


def test_conditions_save_a_second_transfer(owner: Client, project: int) -> None:
    url = upload(owner, project, "photo.jpg", CONTENT)
    first = owner.get(url)
    tag, date = first.headers["etag"], first.headers["last-modified"]
    assert owner.get(url, headers={"If-None-Match": tag}).status_code == 304
    assert owner.get(url, headers={"If-None-Match": f'"other", W/{tag}'}).status_code == 304
    assert owner.get(url, headers={"If-None-Match": '"other"'}).status_code == 200
    assert owner.get(url, headers={"If-Modified-Since": date}).status_code == 304
    assert owner.get(url, headers={"Range": "bytes=0-1", "If-Range": tag}).status_code == 206
    assert owner.get(url, headers={"Range": "bytes=0-1", "If-Range": date}).status_code == 206
    assert owner.get(url, headers={"Range": "bytes=0-1", "If-Range": '"older"'}).status_code == 200


def test_head_tells_the_size_and_sends_nothing(owner: Client, project: int) -> None:
    answer = owner.head(upload(owner, project, "photo.jpg", CONTENT))
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(CONTENT))
    assert answer.content == b""


@pytest.mark.parametrize("name", ["drawing.svg", "movie.MP4", "scan.pdf"])
def test_a_stranger_and_a_visitor_get_nothing(
    owner: Client, annotator: Client, stranger: Client, server: LiveServer, project: int, name: str
) -> None:
    url = upload(owner, project, name, b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert annotator.get(url).status_code == 200
    assert stranger.get(url).status_code == 404
    assert server.anonymous().get(url).status_code == 401


def test_the_link_of_one_project_does_not_read_another(owner: Client, project: int) -> None:
    other = int(owner.project()["id"])
    name = upload(owner, project, "photo.jpg", CONTENT).rsplit("/", 1)[1]
    assert owner.get(f"/data/upload/{other}/{name}").status_code == 404


def test_svg_is_a_picture_in_a_page_and_a_sandboxed_download_by_itself(owner: Client, project: int) -> None:
    answer = owner.get(
        upload(owner, project, "x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")
    )
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].startswith("sandbox;")
    assert answer.headers["content-disposition"] == "attachment"


def test_html_is_shown_as_text(owner: Client, server: LiveServer, project: int) -> None:
    upload(owner, project, "page.html", b"<script>alert(1)</script>")
    (record,) = owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"})
    answer = owner.get(f"/data/{record['file']}")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "name", ["..%2F..%2Flabelwright.sqlite3", "%2e%2e%2f.env", "..", "%2Fetc%2Fpasswd", "a%00b.png", "..%5Cx"]
)
def test_no_path_leads_out_of_the_folder(owner: Client, project: int, name: str) -> None:
    upload(owner, project, "photo.jpg", CONTENT)
    assert owner.get(f"/data/upload/{project}/{name}").status_code in (404, 405)


def test_a_symbolic_link_out_of_the_folder_does_not_exist(owner: Client, server: LiveServer, project: int) -> None:
    upload(owner, project, "photo.jpg", CONTENT)
    secret = Path(server.settings.data_dir) / "secret.txt"
    secret.write_text("secret")
    os.symlink(secret, server.settings.media_dir / "upload" / str(project) / "link.txt")
    assert owner.get(f"/data/upload/{project}/link.txt").status_code == 404


def test_storage_data_serves_known_uploads_of_the_own_organization(
    owner: Client, stranger: Client, project: int
) -> None:
    path = upload(owner, project, "photo.jpg", CONTENT).removeprefix("/data/")

    def ask(client: Client, filepath: str | None) -> int:
        return client.get(
            "/storage-data/uploaded/", params={} if filepath is None else {"filepath": filepath}
        ).status_code

    assert ask(owner, path) == 200
    assert ask(owner, None) == 404
    assert ask(owner, "export/x.json") == 403
    assert ask(owner, "upload/../labelwright.sqlite3") == 403
    assert ask(owner, f"upload/{project}/deadbeef-unknown.jpg") == 403
    assert ask(owner, "avatars/nobody.png") == 403
    assert ask(stranger, path) == 403
