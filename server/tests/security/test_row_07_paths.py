"""Row 7: no path leads out of the folder it is meant for, however it is written."""

import http.client
import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from harness.databases import Kind
from harness.live import Client, LiveServer
from labelwright.cli.main import main
from labelwright.files import routes

SECRET = "secret-outside-5b0c"


@pytest.fixture(scope="module")
def database_kind() -> Kind:
    """Nothing here depends on the database."""
    return "sqlite"


@pytest.fixture(scope="module", autouse=True)
def outside(server: LiveServer) -> Path:
    """A file beside the folders that are served, and the key, which lies there anyway."""
    file = server.settings.data_dir / "outside.txt"
    file.write_text(SECRET)
    (server.settings.media_dir / "outside.txt").parent.mkdir(parents=True, exist_ok=True)
    (server.settings.media_dir / "outside.txt").write_text(SECRET)
    return file


def raw(server: LiveServer, path: str, token: str | None = None) -> tuple[int, bytes]:
    """The answer to a path sent exactly as written: clients would tidy it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.settings.port, timeout=20)
    try:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        if token:
            connection.putheader("Authorization", f"Token {token}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


UP = ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "..%00", "....//..", "..;", "%uff0e%uff0e"]
SLASH = ["/", "%2f", "%5c", "%252f", "\\", "%c0%af"]
TARGETS = ["outside.txt", ".env"]


@pytest.mark.parametrize("up", UP)
@pytest.mark.parametrize("slash", SLASH)
def test_no_spelling_of_upwards_leaves_a_served_folder(server: LiveServer, owner: Client, up: str, slash: str) -> None:
    assert owner.account
    project = owner.project()["id"]
    owner.call("POST", f"/api/projects/{project}/import", files={"file": ("x.txt", b"line")})
    climb = (up + slash) * 2
    for base in (
        f"/data/upload/{project}/",
        "/data/avatars/",
        "/static/",
        "/static/samples/",
        "/static/templates/",
        "/assets/",
        "/data/upload/",
    ):
        for target in TARGETS:
            for steps in (up + slash, climb + climb):
                status, body = raw(server, f"{base}{steps}{target}", owner.account.token)
                assert SECRET.encode() not in body
                assert b"SECRET_KEY" not in body
                assert status != 500, f"{base}{steps}{target}"


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "upload//etc/passwd", "upload/../outside.txt", "upload/..%2foutside.txt", "upload/%2e%2e/outside.txt", "outside.txt",
     "../outside.txt", "upload/./../outside.txt", "avatars/../outside.txt", "upload\\..\\outside.txt", "upload/\x00", "file:///etc/passwd",
     "upload/1/../../outside.txt", "UPLOAD/../outside.txt", "upload", "upload/", "avatars/", ".", ""],
)  # fmt: skip
def test_a_file_path_in_a_query_is_looked_up_not_opened(server: LiveServer, owner: Client, path: str) -> None:
    for written in (quote(path), quote(path, safe=""), quote(quote(path, safe=""), safe="")):
        answer = owner.get(f"/storage-data/uploaded/?filepath={written}")
        assert answer.status_code in (400, 403, 404), written
        assert SECRET not in answer.text


def test_a_link_in_the_folder_of_a_project_is_not_followed_out(
    server: LiveServer, owner: Client, outside: Path
) -> None:
    project = owner.project()["id"]
    owner.call("POST", f"/api/projects/{project}/import", files={"file": ("x.txt", b"line")})
    folder = server.settings.media_dir / "upload" / str(project)
    os.symlink(outside, folder / "file.txt")
    os.symlink(outside.parent, folder / "folder")
    os.symlink("/etc", folder / "etc")
    (folder / "inner").mkdir()
    for name in ("file.txt", "folder", "folder%2foutside.txt", "etc%2fpasswd", "inner", "."):
        assert owner.get(f"/data/upload/{project}/{name}").status_code in (404, 405), name


def test_a_pipe_or_device_in_the_folder_is_not_read(server: LiveServer, owner: Client) -> None:
    project = owner.project()["id"]
    owner.call("POST", f"/api/projects/{project}/import", files={"file": ("x.txt", b"line")})
    os.mkfifo(server.settings.media_dir / "upload" / str(project) / "pipe.txt")
    assert owner.get(f"/data/upload/{project}/pipe.txt").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["../../outside.txt", "..\\..\\outside.txt", "/etc/cron.d/x.txt", "C:\\x.txt", "....//....//x.txt", "%2e%2e%2fx.txt", "\x00.txt", ".txt",
     "..txt", "../.env.txt", "a" * 5000 + ".txt", "é" * 200 + ".txt", "con.txt", "-rf.txt", "x/../../y.txt", "\u202etxt.exe.txt"],
)  # fmt: skip
def test_an_uploaded_name_chooses_no_folder(server: LiveServer, owner: Client, name: str) -> None:
    project = owner.project()["id"]
    before = {
        file
        for file in server.settings.data_dir.rglob("*")
        if "upload" not in file.parts and "incoming" not in file.parts
    }
    answer = owner.post(f"/api/projects/{project}/import", files={"file": (name, b"line")})
    assert answer.status_code in (201, 400), answer.text
    folder = server.settings.media_dir / "upload" / str(project)
    for record in owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"}):
        stored = server.settings.media_dir / record["file"]
        assert stored.resolve().parent == folder.resolve()
        assert owner.get(f"/data/{quote(record['file'])}").content == b"line"
    after = {
        file
        for file in server.settings.data_dir.rglob("*")
        if "upload" not in file.parts and "incoming" not in file.parts
    }
    assert after == before


def test_assets_and_samples_do_not_follow_links_out(
    server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outside: Path
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "static").mkdir()
    os.symlink(outside, tmp_path / "assets" / "x.js")
    os.symlink(outside.parent, tmp_path / "static" / "folder")
    monkeypatch.setattr(routes, "web_dir", lambda: tmp_path)
    visitor = server.anonymous()
    assert visitor.get("/assets/x.js").status_code == 404
    assert visitor.get("/static/folder/outside.txt").status_code == 404


def test_paths_in_task_data_open_nothing_by_default(server: LiveServer, owner: Client) -> None:
    project = owner.project()["id"]
    owner.import_tasks(project, [{"text": "/data/local-files/?d=../../etc/passwd"}, {"text": "file:///etc/passwd"}])
    for path in ("/data/local-files/?d=etc/passwd", "/data/local-files/?d=../../etc/passwd"):
        answer = owner.get(path)
        assert "root:" not in answer.text
    exported = owner.get(
        f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true&download_resources=true"
    ).text
    assert "root:" not in exported


Write = Callable[[tarfile.TarFile], None]


def _member(name: str, **fields: object) -> Write:
    def write(archive: tarfile.TarFile) -> None:
        info = tarfile.TarInfo(name)
        info.size = len(SECRET)
        for field, value in fields.items():
            setattr(info, field, value)
        archive.addfile(info, io.BytesIO(SECRET.encode()) if info.isreg() else None)

    return write


@pytest.mark.parametrize(
    "attack",
    [
        _member("../escaped.txt"),
        _member("media/../../escaped.txt"),
        _member("media/link", type=tarfile.SYMTYPE, linkname="/etc"),
        _member("media/link", type=tarfile.SYMTYPE, linkname="../../.."),
        _member("media/hard", type=tarfile.LNKTYPE, linkname="/etc/passwd"),
        _member("media/device", type=tarfile.CHRTYPE),
    ],
    ids=["up", "up from a folder", "link", "relative link", "hard link", "device"],
)
def test_a_prepared_backup_writes_nothing_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], attack: Write
) -> None:
    archive, data = tmp_path / "backup.tar", tmp_path / "deep" / "data"
    with tarfile.open(archive, "w") as file:
        attack(file)
    assert main(["restore", str(archive), "--data-dir", str(data)]) == 2
    assert "is not a backup" in capsys.readouterr().err
    assert not list(tmp_path.rglob("escaped.txt"))
    assert not (data / "media").exists()
