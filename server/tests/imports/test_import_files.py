"""Uploaded files: every reader, every encoding, and what is said about files that make no sense."""

from typing import Any

import msgspec
import pytest

from harness.live import Client, LiveServer

CONFIG = '<View><Text name="text" value="$text"/></View>'
TWO_KEYS = '<View><Text name="a" value="$a"/><Text name="b" value="$b"/></View>'


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG)["id"])


def send(client: Client, project: int, *files: tuple[str, bytes], **params: str) -> Any:
    return client.post(
        f"/api/projects/{project}/import", files=[("file", (name, content)) for name, content in files], params=params
    )


def data(client: Client, project: int) -> list[Any]:
    exported = client.call("GET", f"/api/projects/{project}/export", params={"download_all_tasks": "true"})
    return [task["data"] for task in exported]


def refusal(answer: Any) -> str:
    assert answer.status_code == 400, answer.text
    (message,) = answer.json()["validation_errors"]["non_field_errors"]
    return str(message)


def test_a_table_gives_a_task_a_row_with_typed_cells(owner: Client, project: int) -> None:
    content = b'text,n,x,zip,gap\n"a, b",1,1.5,01234,3\n\nc,-2,2,99999,\nshort\n'
    answer = send(owner, project, ("rows.csv", content))
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert (body["task_count"], body["could_be_tasks_list"], body["found_formats"]) == (3, True, {".csv": 1})
    assert body["data_columns"] == ["text", "n", "x", "zip", "gap"]
    assert len(body["file_upload_ids"]) == 1
    assert data(owner, project) == [
        {"text": "a, b", "n": 1, "x": 1.5, "zip": "01234", "gap": 3},
        {"text": "c", "n": -2, "x": 2.0, "zip": "99999", "gap": ""},
        {"text": "short", "n": "", "x": "", "zip": "", "gap": ""},
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", b"text;n\nx;1\n"),
        ("t.tsv", b"text\tn\nx\t1\n"),
        ("t.TSV", b"text\tn\r\nx\t1\r\n"),
        ("t.csv", b"text,n\rx,1\r"),
    ],
)
def test_separators_and_line_ends(owner: Client, project: int, name: str, content: bytes) -> None:
    assert send(owner, project, (name, content)).status_code == 201
    assert data(owner, project) == [{"text": "x", "n": 1}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"])
@pytest.mark.parametrize("kind", ["csv", "txt", "json"])
def test_text_in_every_encoding(owner: Client, project: int, encoding: str, kind: str) -> None:
    text = "plain and 标注 äß" if encoding != "gb18030" else "数据标注平台"
    latin = encoding in ("utf-16-le", "utf-16-be")
    text = "only latin letters" if latin else text
    content = {"csv": f"text\n{text}\n", "txt": f"{text}\n", "json": f'[{{"text": "{text}"}}]'}[kind]
    answer = send(owner, project, (f"file.{kind}", content.encode(encoding)))
    assert answer.status_code == 201, answer.text
    assert data(owner, project) == [{"text": text}]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"one\n\ntwo\n", [{"text": "one"}, {"text": "two"}]),
        ("a.html", b"<p>hi</p>", [{"text": "<p>hi</p>"}]),
        ("a.xml", b"<a/>", [{"text": "<a/>"}]),
        ("a.json", b'{"text": "one"}', [{"text": "one"}]),
        ("a.json", b'[{"data": {"text": "one"}}, {"text": "two"}]', [{"text": "one"}, {"text": "two"}]),
        ("a.jsonl", b'{"text": "one"}\n\n{"data": {"text": "two"}}\n', [{"text": "one"}, {"text": "two"}]),
    ],
)
def test_other_kinds_of_files(owner: Client, project: int, name: str, content: bytes, expected: list[Any]) -> None:
    assert send(owner, project, (name, content)).status_code == 201
    assert data(owner, project) == expected


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.csv", b"a,b\n1,2\n1,2,3\n", "Failed to parse input file x.csv: Expected 2 fields in line 3, saw 3"),
        ("x.csv", b"", "Failed to parse input file x.csv: No columns to parse from file: it is empty"),
        ("x.csv", b"text\n", "Failed to parse input file x.csv: the file has a header but no rows"),
        ("x.csv", b'text\n"open\n', "Failed to parse input file x.csv: line 2: a quoted cell is not closed before the end of the file"),
        ("x.txt", b" \n", "Failed to parse input file x.txt: the file is empty"),
        ("x.json", b"", "Failed to parse input file x.json: the file is empty"),
        ("x.json", b'[{"text": 1}\n{"text": 2}]', "Failed to parse input file x.json: not valid JSON, expected ',' or ']' at line 2, column 1"),
        ("x.json", b"[" * 200_000, "Failed to parse input file x.json: the JSON is nested too deeply"),
        ("x.jsonl", b'{"text": 1}\n{"text"\n', "Failed to parse input file x.jsonl: line 2: not valid JSON, it ends too early"),
        ("x.png", b"", "Failed to parse input file x.png: the file is empty"),
        ("x.exe", b"MZ", ".exe extension is not supported"),
        ("noextension", b"x", " extension is not supported"),
    ],
)  # fmt: skip
def test_broken_files_are_named_with_the_place(
    owner: Client, server: LiveServer, project: int, name: str, content: bytes, message: str
) -> None:
    assert refusal(send(owner, project, ("good.csv", b"text\nx\n"), (name, content))) == message
    assert data(owner, project) == []
    assert owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"}) == []
    folder = server.settings.media_dir / "upload" / str(project)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_json_of_something_else_is_refused(owner: Client, project: int) -> None:
    for content in (b'["text"]', b"5", b'"text"', b"null"):
        answer = send(owner, project, ("x.json", content))
        assert answer.status_code == 400, content
    assert data(owner, project) == []


def test_several_files_multiply(owner: Client, project: int) -> None:
    files = [(f"{n}.csv", b"text\na\nb\n") for n in range(5)]
    assert send(owner, project, *files).json()["task_count"] == 10


def test_plain_files_need_a_config_with_one_key(owner: Client) -> None:
    project = int(owner.project(TWO_KEYS)["id"])
    assert "supports only one data key" in refusal(send(owner, project, ("a.txt", b"one\n")))
    assert send(owner, project, ("a.csv", b"a,b\n1,2\n")).status_code == 201


def test_files_that_share_nothing_are_inconsistent(owner: Client) -> None:
    project = int(owner.project()["id"])
    message = refusal(send(owner, project, ("a.csv", b"x\n1\n"), ("b.csv", b"y\n1\n")))
    assert message.startswith("You're trying to import inconsistent data:\n")
    assert "a.csv" in message
    assert "b.csv" in message


def test_what_came_without_a_key_takes_the_first_key_of_the_config_later(owner: Client) -> None:
    project = int(owner.project()["id"])
    send(owner, project, ("a.txt", b"one\n"))
    assert data(owner, project) == [{"$undefined$": "one"}]
    owner.call("PATCH", f"/api/projects/{project}/", json={"label_config": CONFIG})
    assert data(owner, project) == [{"text": "one"}]


def test_staged_files_become_tasks_by_reimport(owner: Client, project: int) -> None:
    staged = send(owner, project, ("a.csv", b"text\na\nb\n"), commit_to_project="false").json()
    assert (staged["task_count"], staged["annotation_count"], staged["prediction_count"]) == (2, None, None)
    assert data(owner, project) == []
    ids = staged["file_upload_ids"]
    for _ in range(2):
        answer = owner.post(f"/api/projects/{project}/reimport", json={"file_upload_ids": ids})
        assert answer.status_code == 201
        assert answer.json()["task_count"] == 2
        assert "could_be_tasks_list" not in answer.json()
    assert data(owner, project) == [{"text": "a"}, {"text": "b"}]
    owner.call("POST", f"/api/projects/{project}/reimport", json={"file_upload_ids": ids, "files_as_tasks_list": False})
    (task,) = data(owner, project)
    assert task["text"].startswith(f"/data/upload/{project}/")
    summary = owner.call("GET", f"/api/projects/{project}/summary/")
    assert summary["all_data_columns"] == {"text": 1}


def test_reimport_of_nothing_and_of_foreign_files(owner: Client, stranger: Client, project: int) -> None:
    answer = owner.post(f"/api/projects/{project}/reimport", json={"file_upload_ids": []})
    assert (answer.status_code, answer.json()["task_count"]) == (200, 0)
    other = int(stranger.project(CONFIG)["id"])
    foreign = send(stranger, other, ("a.csv", b"text\na\n"), commit_to_project="false").json()["file_upload_ids"]
    assert owner.post(f"/api/projects/{project}/reimport", json={"file_upload_ids": foreign}).status_code == 404


def test_file_records_are_listed_changed_and_deleted(
    owner: Client, annotator: Client, server: LiveServer, project: int
) -> None:
    send(owner, project, ("a b.csv", b"text\na\n"))
    send(annotator, project, ("b.csv", b"text\na\n"))
    path = f"/api/projects/{project}/file-uploads"
    (mine,) = owner.call("GET", path, params={"all": "true"})
    assert mine["file"].endswith("-a_b.csv")
    assert mine["size"] == len(b"text\na\n")
    assert owner.call("GET", path) == []
    assert owner.call("GET", path, params={"ids": f"[{mine['id']}]"}) == [mine]
    assert owner.get(path, params={"ids": "x"}).status_code == 400
    one = f"/api/import/file-upload/{mine['id']}"
    assert owner.call("GET", one) == mine
    changed = owner.call("PATCH", one, files={"file": ("c.csv", b"text\nlonger\n")})
    assert changed["size"] == len(b"text\nlonger\n")
    assert not (server.settings.media_dir / mine["file"]).exists()
    assert owner.delete(one).status_code == 204
    assert not (server.settings.media_dir / changed["file"]).exists()
    assert owner.call("DELETE", path) == {"deleted": 1}
    assert len(data(owner, project)) == 2


def test_files_of_a_project_go_with_it(owner: Client, server: LiveServer, project: int) -> None:
    other = owner.project(CONFIG)["id"]
    for place in (project, other):
        send(owner, place, ("a.csv", b"text\na\n"))
    [kept] = owner.call("GET", f"/api/projects/{other}/file-uploads", params={"all": "true"})
    assert owner.delete(f"/api/projects/{project}/").status_code == 204
    left = [str(file.relative_to(server.settings.media_dir)) for file in server.settings.media_dir.rglob("*.csv")]
    assert kept["file"] in left
    assert not [file for file in left if file.startswith(f"upload/{project}/")]


def test_a_name_cannot_lead_out_of_the_upload_folder(owner: Client, project: int) -> None:
    send(owner, project, ("../../../evil.csv", b"text\na\n"))
    (record,) = owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"})
    folder, name = record["file"].rsplit("/", 1)
    assert folder == f"upload/{project}"
    assert name.endswith("-evil.csv")


def test_a_large_json_file_is_read(owner: Client, project: int) -> None:
    tasks = [{"data": {"text": f"number {n}", "pad": "x" * 500}} for n in range(20_000)]
    answer = send(owner, project, ("big.json", msgspec.json.encode(tasks)))
    assert answer.status_code == 201, answer.text
    assert answer.json()["task_count"] == 20_000
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 20_000
