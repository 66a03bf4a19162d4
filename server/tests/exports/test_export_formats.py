"""Each format against its golden file, and the options of an export."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import update

from harness.live import Client, LiveServer
from labelwright.annotations.tables import annotations

GOLDEN = Path(__file__).parent / "golden"
CONFIG = """<View><Text name="body" value="$body"/><Image name="img" value="$image"/>
<Choices name="mood" toName="body" choice="multiple"><Choice value="good"/><Choice value="bad"/></Choices>
<TextArea name="note" toName="body"/><Labels name="ner" toName="body"><Label value="PER"/></Labels>
<RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels></View>"""


def region(from_name: str, kind: str, value: dict[str, Any], to_name: str = "body", **more: Any) -> dict[str, Any]:
    return {"id": from_name, "from_name": from_name, "to_name": to_name, "type": kind, "value": value, **more}


TASKS = [
    {
        "data": {"body": 'Ann said "hi", then\nleft', "image": "/data/upload/1/a.jpg", "n": 3, "mood": "of the data", "deep": {"a": ["x/y", None]}},
        "annotations": [
            {
                "result": [
                    region("mood", "choices", {"choices": ["good"]}),
                    region("note", "textarea", {"text": ["=SUM(A1)"]}),
                    region("ner", "labels", {"start": 0, "end": 3, "text": "Ann", "labels": ["PER"]}),
                    {"type": "relation", "from_id": "ner", "to_id": "box", "direction": "right"},
                    region("gone", "choices", {"choices": ["old"]}),
                ],
                "lead_time": 2.5,
            },
            {"result": [region("mood", "choices", {"choices": ["good", "bad"]})], "ground_truth": False},
            {"result": [region("note", "textarea", {"text": ["skipped"]})], "was_cancelled": True},
        ],
    },
    {
        "data": {"body": "两", "image": "s3://bucket/b.jpg"},
        "annotations": [
            {
                "result": [
                    region("box", "rectanglelabels", {"x": 1.5, "y": 2, "width": 3, "height": 4, "rotation": 0, "rectanglelabels": ["Car"]}, "img", original_width=640, original_height=480),
                ]
            }
        ],
    },
    {"data": {"body": "only skipped", "image": "c", "rare": 1}, "annotations": [{"result": [], "was_cancelled": True}]},
    {"data": {"body": "untouched", "image": "d"}},
]  # fmt: skip


@pytest.fixture
def project(owner: Client) -> int:
    made = int(owner.project(CONFIG)["id"])
    owner.import_tasks(made, TASKS)
    return made


def export(client: Client, project: int, kind: str, **params: Any) -> Any:
    answer = client.get(f"/api/projects/{project}/export", params={"exportType": kind, **params})
    assert answer.status_code == 200, answer.text
    return answer


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize(
    ("kind", "file"), [("JSON", "json.json"), ("JSON_MIN", "json_min.json"), ("CSV", "csv.csv"), ("TSV", "tsv.csv")]
)
def test_the_file_is_the_golden_one(start_live: Callable[..., LiveServer], kind: str, file: str) -> None:
    """On a fresh database all ids are the same every time; times are replaced."""
    server = start_live()
    owner = server.by_token(server.organization())
    project = owner.project(CONFIG)["id"]
    owner.import_tasks(project, TASKS)
    text = export(owner, project, kind, download_all_tasks="true").content.decode()
    assert re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "TIME", text) == (GOLDEN / file).read_text("utf-8")


def test_headers_name_the_file_and_its_type(owner: Client, project: int) -> None:
    for kind, extension in (("JSON", "json"), ("JSON_MIN", "json"), ("CSV", "csv"), ("TSV", "csv")):
        answer = export(owner, project, kind)
        name = answer.headers["filename"]
        assert re.fullmatch(rf"project-{project}-at-\d{{4}}-\d\d-\d\d-\d\d-\d\d-[0-9a-f]{{8}}\.{extension}", name)
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["content-type"] == f"application/.{extension}"


def test_an_unknown_format_is_an_error_that_lists_the_known_ones(owner: Client, project: int) -> None:
    answer = owner.get(f"/api/projects/{project}/export", params={"exportType": "PAPER"})
    assert answer.status_code == 400
    (message,) = answer.json()["validation_errors"]["exportType"]
    assert "JSON_MIN" in message


def test_formats_are_listed_with_what_a_dialog_shows(owner: Client, project: int) -> None:
    listed = owner.call("GET", f"/api/projects/{project}/export/formats")
    assert [one["name"] for one in listed][:4] == ["JSON", "JSON_MIN", "CSV", "TSV"]
    for one in listed:
        assert one["title"]
        assert one["description"]
        assert "disabled" not in one or one["disabled"] is True


def test_the_alias_and_the_default(owner: Client, project: int) -> None:
    path = f"/api/projects/{project}/export"
    assert owner.get(path, params={"export_type": "CSV"}).headers["content-type"] == "application/.csv"
    assert owner.get(path).headers["content-type"] == "application/.json"


def test_chosen_tasks_only(owner: Client, project: int) -> None:
    tasks = export(owner, project, "JSON", download_all_tasks="true").json()
    wanted = [tasks[0]["id"], tasks[3]["id"]]
    chosen = export(owner, project, "JSON", **{"ids[]": wanted, "download_all_tasks": "true"}).json()
    assert [task["id"] for task in chosen] == wanted
    assert owner.get(f"/api/projects/{project}/export", params={"ids[]": "x"}).status_code == 400


def test_tasks_of_another_project_are_not_reached_by_their_ids(owner: Client, stranger: Client, project: int) -> None:
    foreign = int(stranger.project(CONFIG)["id"])
    (number,) = stranger.import_tasks(foreign, [TASKS[0]])
    assert export(owner, project, "JSON", **{"ids[]": [number]}).json() == []
    assert stranger.get(f"/api/projects/{project}/export").status_code == 404


def test_an_empty_project_gives_an_empty_file(owner: Client) -> None:
    project = int(owner.project(CONFIG)["id"])
    assert export(owner, project, "JSON").json() == []
    assert export(owner, project, "JSON_MIN").json() == []
    assert (
        export(owner, project, "CSV").text == '"annotation_id","annotator","created_at","id","lead_time","updated_at"\n'
    )


def test_formulas_can_be_neutralised_and_are_untouched_by_default(owner: Client, project: int) -> None:
    plain = rows(export(owner, project, "CSV").text)
    safe = rows(export(owner, project, "CSV", neutralize_formulas="true").text)
    assert "=SUM(A1)" in {row["note"] for row in plain}
    assert "'=SUM(A1)" in {row["note"] for row in safe}
    assert "=SUM(A1)" not in {row["note"] for row in safe}


def test_a_table_has_the_same_columns_in_every_row_and_keeps_json(owner: Client, project: int) -> None:
    text = export(owner, project, "TSV").text
    table = rows(text, "\t")
    assert [len(row) for row in csv.reader(StringIO(text), delimiter="\t")] == [len(table[0])] * (len(table) + 1)
    first = next(row for row in table if row["note"])
    assert json.loads(first["ner"]) == [{"start": 0, "end": 3, "text": "Ann", "labels": ["PER"]}]
    assert first["_data_mood"] == "of the data"
    assert first["mood"] == "good"


def test_results_that_are_no_lists_break_nothing(owner: Client, server: LiveServer, project: int) -> None:
    for result in (
        "5",
        '{"a": 1}',
        '["text", null]',
        '[{"from_name": 7, "value": {}}, {"from_name": "mood", "value": 3}]',
    ):
        with server.db.write() as tx:
            of_project = annotations.c.project_id == project
            tx.execute(update(annotations).where(of_project).values(result=msgspec.Raw(result.encode())))
        for kind in ("JSON_MIN", "CSV", "TSV"):
            export(owner, project, kind)
        kept = export(owner, project, "JSON").json()[0]["annotations"][0]["result"]
        assert kept == json.loads(result)


SEQUENCE = [
    {"frame": 1, "enabled": True, "x": 0, "y": 10, "width": 5, "height": 5, "rotation": 0, "time": 0.0},
    {"frame": 3, "enabled": False, "x": 10, "y": 10, "width": 5, "height": 5, "rotation": 0, "time": 1.0},
    {"frame": 6, "enabled": True, "x": 20, "y": 10, "width": 5, "height": 5, "rotation": 0, "time": 2.0},
]


def test_key_frames_are_filled_up_when_asked_for(owner: Client) -> None:
    project = int(owner.project('<View><Video name="v" value="$v"/><VideoRectangle name="b" toName="v"/></View>')["id"])
    box = region("b", "videorectangle", {"framesCount": 7, "sequence": SEQUENCE}, "v")
    owner.import_tasks(project, [{"data": {"v": "x.mp4"}, "annotations": [{"result": [box]}]}])

    def frames(**params: str) -> list[dict[str, Any]]:
        (task,) = export(owner, project, "JSON", **params).json()
        found: list[dict[str, Any]] = task["annotations"][0]["result"][0]["value"]["sequence"]
        return found

    assert frames() == SEQUENCE
    filled = frames(interpolate_key_frames="true")
    assert [frame["frame"] for frame in filled] == [1, 2, 3, 6, 7]
    assert (filled[1]["x"], filled[1]["y"], filled[1]["time"]) == (5.0, 10.0, 0.5)
