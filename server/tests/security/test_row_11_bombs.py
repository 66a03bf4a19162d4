"""Row 11: small inputs that would grow, nest or repeat without end are refused with a clear message, on both databases alike."""

import io
import zipfile
from typing import Any

import httpx
import pytest

from harness.live import Client, LiveServer
from labelwright import labelconfig
from labelwright.labelconfig import Config
from labelwright.results.kinds import mask

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
JSON = {"Content-Type": "application/json"}
DEEP = "[" * 200_000 + "]" * 200_000
DEEP_OBJECT = '{"a":' * 100_000 + "1" + "}" * 100_000
HUGE = 10**30


def problem(answer: httpx.Response) -> str:
    """The message of a refusal."""
    assert answer.status_code in (400, 404, 413), f"{answer.status_code} {answer.text[:300]}"
    return answer.text


@pytest.fixture
def project(owner: Client) -> int:
    return int(owner.project(CONFIG)["id"])


@pytest.fixture
def task(owner: Client, project: int) -> int:
    return owner.import_tasks(project, [{"text": "x"}])[0]


# Label configs


BILLION_LAUGHS = (
    '<!DOCTYPE v [<!ENTITY a "ha">' + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><View>&i;</View>"
)  # fmt: skip
CONFIGS = {
    "billion laughs": BILLION_LAUGHS,
    "quadratic entity": f'<!DOCTYPE v [<!ENTITY a "{"x" * 50_000}">]><View>{"&a;" * 5000}</View>',
    "external entity": '<!DOCTYPE v [<!ENTITY x SYSTEM "file:///etc/passwd">]><View>&x;</View>',
    "remote entity": '<!DOCTYPE v [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]><View>&x;</View>',
    "parameter entity": '<!DOCTYPE v [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]><View/>',
    "remote document type": '<!DOCTYPE v SYSTEM "http://127.0.0.1:1/x.dtd"><View/>',
    "nesting": "<View>" * 100_000 + "</View>" * 100_000,
    "unclosed": "<View>" * 600_000,
    "length": "<View>" + " " * 5_000_000 + "</View>",
    "quotes": "<a '\"" * 600_000,
    "ampersands": "<View a='" + "&" * 3_000_000 + "'/>",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_config_that_is_a_bomb_is_refused(server: LiveServer, name: str) -> None:
    text = problem(server.anonymous().post("/api/projects/validate/", json={"label_config": CONFIGS[name]}))
    assert "root:" not in text
    assert len(text) < 100_000


def test_a_text_between_very_many_tags_is_read() -> None:
    """Adding 90,000 pieces to a text one by one moves a hundred gigabytes: it took anybody's request 18 seconds."""
    text = "<View>" + ("<A/>" + "x" * 36) * 90_000 + "</View>"
    assert len(Config.of(text).tree.root.text) == 36 * 90_000


@pytest.mark.parametrize(
    "key",
    ["a[999999999]", "a[9999999999999999999999]", "a" + "[{{i}}]" * 40, "a" + "[99]" * 30, "a[" + "9" * 5000 + "]"],
)
def test_a_sample_task_is_as_large_as_a_sample(key: str) -> None:
    config = Config.of(CONFIG.replace("$text", f"${key}"))
    assert len(repr(labelconfig.sample_task(config))) < 200_000
    assert config.validate_task_data({"a": "x"})


# JSON


@pytest.mark.parametrize("bomb", [DEEP, DEEP_OBJECT], ids=["lists", "objects"])
def test_nesting_without_end_is_refused_everywhere(owner: Client, project: int, task: int, bomb: str) -> None:
    annotation = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": []})["id"]
    requests = [
        ("POST", "/api/projects/", f'{{"title": {bomb}}}'), ("POST", "/api/projects/", bomb), ("POST", "/api/projects/validate/", f'{{"label_config": {bomb}}}'),
        ("PATCH", f"/api/projects/{project}/", f'{{"control_weights": {bomb}}}'), ("POST", f"/api/tasks/{task}/annotations/", f'{{"result": {bomb}}}'),
        ("PATCH", f"/api/annotations/{annotation}/", f'{{"result": [{bomb}]}}'), ("POST", f"/api/tasks/{task}/drafts", f'{{"result": {bomb}}}'),
        ("POST", "/api/predictions/", f'{{"task": {task}, "result": {bomb}}}'), ("POST", f"/api/projects/{project}/import", bomb),
        ("POST", f"/api/projects/{project}/import", f'[{{"data": {{"text": {bomb}}}}}]'), ("POST", f"/api/projects/{project}/import/predictions", bomb),
        ("PATCH", f"/api/tasks/{task}/", f'{{"data": {bomb}}}'), ("PATCH", f"/api/tasks/{task}/", f'{{"meta": {bomb}}}'),
        ("DELETE", f"/api/projects/{project}/file-uploads", bomb), ("PATCH", "/api/current-user/hotkeys/", f'{{"custom_hotkeys": {bomb}}}'),
        ("POST", "/api/dm/views/", f'{{"project": {project}, "data": {bomb}}}'), ("POST", f"/api/dm/actions/?id=delete_tasks&project={project}", f'{{"filters": {bomb}}}'),
        ("POST", "/api/token/refresh/", f'{{"refresh": {bomb}}}'), ("POST", "/user/login/", bomb),
    ]  # fmt: skip
    for method, path, body in requests:
        answer = owner.request(method, path, content=body, headers=JSON)
        assert answer.status_code in (400, 403), f"{method} {path}: {answer.status_code} {answer.text[:200]}"
    assert owner.get(f"/api/tasks/{task}/").status_code == 200


def test_what_is_nested_as_deep_as_allowed_comes_out_again(owner: Client, project: int) -> None:
    nested: Any = "x"
    for _ in range(200):
        nested = [nested]
    number = owner.import_tasks(project, [{"text": "x", "nested": nested}])[0]
    assert owner.call("GET", f"/api/tasks/{number}/")["data"]["nested"] == nested
    assert owner.get(f"/api/projects/{project}/export?download_all_tasks=true").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/api/projects/{}/", "/api/tasks/{}/", "/api/annotations/{}/", "/api/drafts/{}/", "/api/predictions/{}/", "/api/users/{}/",
     "/api/dm/views/{}/", "/api/import/file-upload/{}", "/data/upload/{}/x", "/api/projects/?ids={}", "/api/projects/?page={}",
     "/api/projects/P/tasks?page={}", "/api/projects/P/tasks?start={}", "/api/projects/P/tasks?page_size={}&page=2", "/api/predictions?task={}",
     "/api/projects/P/export?ids={}", "/api/projects/P/file-uploads?ids=[{}]", "/api/tasks/?project={}", "/api/tasks/?project=P&page={}"],
)  # fmt: skip
def test_a_number_beyond_all_ids_is_not_found_or_refused(owner: Client, project: int, path: str) -> None:
    problem(owner.get(path.replace("P", str(project)).format(HUGE)))


def test_a_number_of_thousands_of_digits_is_refused_or_ignored(owner: Client, project: int) -> None:
    assert owner.account
    digits = "9" * 5000
    for path in (
        f"/api/projects/?page_size={digits}", f"/api/organizations/{owner.account.organization}/memberships?page_size={digits}",
        f"/api/tasks/?project={project}&page_size={digits}", f"/samples/time-series.csv?time={digits}&values={digits}",
        "/samples/time-series.csv?time=t&values=a&tf=" + "%25200000d" * 5,
    ):  # fmt: skip
        assert owner.get(path).status_code in (200, 400, 404), path


@pytest.mark.parametrize(
    ("path", "body"),
    [("/api/tasks/T/", f'{{"overlap": {HUGE}}}'), ("/api/projects/P/", f'{{"maximum_annotations": {HUGE}}}'),
     ("/api/annotations/A/", '{"lead_time": 1e999}'), ("/api/annotations/A/", f'{{"parent_annotation": {HUGE}}}'),
     ("/api/annotations/A/", f'{{"completed_by": {HUGE}}}'), ("/api/predictions/R/", f'{{"cluster": {HUGE}}}')],
)  # fmt: skip
def test_numbers_that_fit_nowhere_are_refused(owner: Client, project: int, task: int, path: str, body: str) -> None:
    annotation = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": []})["id"]
    prediction = owner.call("POST", "/api/predictions/", json={"task": task, "result": []})["id"]
    for letter, number in (("T", task), ("P", project), ("A", annotation), ("R", prediction)):
        path = path.replace(f"/{letter}/", f"/{number}/")
    problem(owner.patch(path, content=body, headers=JSON))


# Characters


NUL = "\\u0000"


def test_a_nul_is_refused_before_it_breaks_a_project(owner: Client, project: int, task: int) -> None:
    requests = [
        ("POST", f"/api/projects/{project}/import", f'[{{"data": {{"text": "a{NUL}b"}}}}]'),
        ("POST", f"/api/projects/{project}/import", f'[{{"data": {{"text": "x", "{NUL}": 1}}}}]'),
        ("POST", f"/api/projects/{project}/import", f'[{{"data": {{"text": "x"}}, "meta": {{"a": "{NUL}"}}}}]'),
        ("POST", f"/api/projects/{project}/import", f'[{{"data": {{"text": "x"}}, "predictions": [{{"result": [], "model_version": "{NUL}"}}]}}]'),
        ("POST", f"/api/projects/{project}/import/predictions", f'[{{"task": {task}, "result": [], "model_version": "{NUL}"}}]'),
        ("POST", "/api/tasks/", f'{{"project": {project}, "data": {{"text": "{NUL}"}}}}'),
        ("PATCH", f"/api/tasks/{task}/", f'{{"data": {{"text": "{NUL}"}}}}'),
        ("POST", f"/api/tasks/{task}/annotations/", f'{{"result": [{{"id": "{NUL}"}}]}}'),
        ("POST", f"/api/tasks/{task}/drafts", f'{{"result": ["{NUL}"]}}'),
        ("POST", "/api/predictions/", f'{{"task": {task}, "result": ["{NUL}"]}}'),
        ("PATCH", "/api/current-user/hotkeys/", f'{{"custom_hotkeys": {{"{NUL}": {{}}}}}}'),
    ]  # fmt: skip
    for method, path, body in requests:
        problem(owner.request(method, path, content=body, headers=JSON))
    query = '{"filters":{"conjunction":"and","items":[{"filter":"filter:tasks:data.text","operator":"contains","type":"String","value":"x"}]}}'
    assert [
        one["id"] for one in owner.call("GET", "/api/tasks/", params={"project": project, "query": query})["tasks"]
    ] == [task]
    owner.call("DELETE", f"/api/tasks/{task}/")


def test_an_escaped_backslash_before_u0000_is_no_nul(owner: Client, project: int) -> None:
    text = "a\\u0000b"
    number = owner.import_tasks(project, [{"text": text}])[0]
    assert owner.call("GET", f"/api/tasks/{number}/")["data"] == {"text": text}


def test_odd_characters_in_names_never_fail_inside(owner: Client, project: int) -> None:
    for text in ("\x00", "a\x00bc", "\x1b[31m", "\u202e abc", "\ufeffabc", "𝔘𝔫𝔦", "é" * 49):
        for method, path, body in (
            ("PATCH", f"/api/projects/{project}/", {"title": text}), ("PATCH", f"/api/projects/{project}/", {"description": text}),
            ("POST", "/api/users/", {"email": f"{text}@example.org"}), ("GET", f"/api/projects/?title={text}", None),
        ):  # fmt: skip
            try:
                answer = owner.request(method, path, json=body)
            except httpx.InvalidURL:
                continue
            assert answer.status_code < 500, (method, path, text)


# Files


def test_a_table_with_one_endless_cell_is_refused_by_its_line(owner: Client, project: int) -> None:
    content = b'text\n"' + b"x" * (17 * 1024 * 1024)
    answer = owner.post(f"/api/projects/{project}/import", files={"file": ("x.csv", content)})
    assert "closing quote" in problem(answer) or "closed" in problem(answer)


def test_a_table_with_thousands_of_columns_of_one_name_is_read_in_one_pass(owner: Client, project: int) -> None:
    header = ",".join(["text"] * 20_000)
    answer = owner.post(f"/api/projects/{project}/import", files={"file": ("x.csv", f"{header}\n{header}\n".encode())})
    assert answer.status_code == 201, answer.text
    assert len(owner.call("GET", f"/api/projects/{project}/export?download_all_tasks=true")[0]["data"]) == 20_000


@pytest.mark.parametrize("name", ["x.zip", "x.gz", "x.json.gz", "x.tar", "x.xlsx", "x.docx"])
def test_archives_are_not_unpacked(owner: Client, project: int, name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.json", b"0" * 10_000_000)
    answer = owner.post(f"/api/projects/{project}/import", files={"file": (name, packed.getvalue())})
    assert "not supported" in problem(answer)


@pytest.mark.parametrize("start_with", [{"data_upload_max_memory_size": 100_000, "data_upload_max_number_files": 3}])
class TestLimits:
    @pytest.fixture
    def small(self, start_live: Any, start_with: dict[str, int]) -> tuple[Client, str, Any]:
        server = start_live(**start_with)
        client = server.by_token(server.organization())
        return client, f"/api/projects/{client.project(CONFIG)['id']}/import", server.settings.data_dir

    def test_too_much_is_refused_in_every_form_and_leaves_nothing(self, small: tuple[Client, str, Any]) -> None:
        client, path, data_dir = small

        def pieces() -> Any:
            for _ in range(300):
                yield b" " * 1000

        big = b"x" * 150_000
        for options in (
            {"content": big, "headers": JSON}, {"content": pieces(), "headers": JSON}, {"files": {"file": ("x.txt", big)}},
            {"files": [("file", (f"{index}.txt", b"x" * 40_000)) for index in range(3)]}, {"data": {"url": "x" * 150_000}},
            {"files": [("file", (f"{index}.txt", b"x")) for index in range(4)]},
            {"files": [("file", (f"{index}.txt", b"x")) for index in range(2000)]},
        ):  # fmt: skip
            answer = client.request("POST", path, **options)
            assert "aximum" in problem(answer) or "exceeded" in problem(answer), answer.text
        stored = [file for folder in ("incoming", "media") for file in (data_dir / folder).rglob("*") if file.is_file()]
        assert stored == []

    def test_thousands_of_form_fields_are_refused(self, small: tuple[Client, str, Any]) -> None:
        client, path, _ = small
        problem(client.post(path, files=[("a", (None, b"x"))] * 5000))
        problem(client.post("/api/projects/", files=[("a", (None, b"x"))] * 5000))

    def test_a_broken_multipart_body_is_the_clients_mistake(self, small: tuple[Client, str, Any]) -> None:
        client, path, _ = small
        for kind, body in (
            ("multipart/form-data", b"x"), ("multipart/form-data; boundary=", b"x"), ("multipart/form-data; boundary=x", b"--x\r\n" + b"A: b\r\n" * 10_000),
            ("multipart/form-data; boundary=x", b"--y--"), ("multipart/form-data; boundary=" + "x" * 5000, b""),
        ):  # fmt: skip
            problem(client.post(path, content=body, headers={"Content-Type": kind}))


def test_an_oversized_body_of_an_ordinary_request_is_413(owner: Client) -> None:
    answer = owner.post("/api/projects/", content=b'{"title": "' + b"x" * 12_000_000 + b'"}', headers=JSON)
    assert answer.status_code == 413
    assert answer.json()["exc_info"] is None


# Masks


def test_a_mask_that_promises_more_than_there_is_is_refused() -> None:
    for promised in (0xFFFFFFFF, 400_000_001, 399_999_999):
        with pytest.raises(mask.MaskError):
            mask.decode([*promised.to_bytes(4, "big"), 0b00111_001, 0b0001_1011, 0b1111_0000, 0, 0])
