"""Projects, their import and export, by the official client."""

import io

import pytest
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError

from harness.live import Client
from sdk.moods import CONFIG, choice

# The client's own use of pydantic is its own affair.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_a_project_is_made_shown_changed_and_deleted(client: LabelStudio) -> None:
    made = client.projects.create(title="First", label_config=CONFIG, description="words", color="#AABBCC")
    assert made.id
    shown = client.projects.get(made.id)
    assert (shown.title, shown.description, shown.color) == ("First", "words", "#AABBCC")
    assert shown.created_by is not None
    assert shown.created_at is not None
    client.projects.update(made.id, title="Second", maximum_annotations=3, sampling="Uniform sampling")
    changed = client.projects.get(made.id)
    assert (changed.title, changed.maximum_annotations, changed.sampling) == ("Second", 3, "Uniform sampling")
    client.projects.delete(made.id)
    with pytest.raises(ApiError) as gone:
        client.projects.get(made.id)
    assert gone.value.status_code == 404


def test_the_list_is_paged_and_ends(client: LabelStudio) -> None:
    ids = {client.projects.create(title=f"Project {number}").id for number in range(7)}
    assert {project.id for project in client.projects.list(page_size=3)} == ids
    assert {project.id for project in client.projects.list()} == ids
    assert [found.title for found in client.projects.list(title="Project 5")] == ["Project 5"]
    assert client.projects.list_counts().results


def test_a_configuration_is_checked(client: LabelStudio, project: int) -> None:
    client.projects.validate_label_config(project, label_config=CONFIG)
    with pytest.raises(ApiError) as refused:
        client.projects.validate_label_config(project, label_config='<View><Labels name="l" toName="nothing"/></View>')
    assert refused.value.status_code == 400
    with pytest.raises(ApiError) as unmade:
        client.projects.create(title="Broken", label_config="<View>")
    assert unmade.value.status_code == 400


def test_import_tells_what_was_made(client: LabelStudio, project: int) -> None:
    told = client.projects.import_tasks(
        project,
        request=[
            {
                "data": {"text": "one"},
                "predictions": [{"result": choice("Positive"), "model_version": "m1", "score": 0.5}],
            }
        ],
        return_task_ids=True,
    )
    assert (told.task_count, told.prediction_count, told.annotation_count) == (1, 1, 0)
    assert told.task_ids
    assert client.tasks.get(str(told.task_ids[0])).total_predictions == 1


def test_fields_become_predictions(client: LabelStudio, project: int) -> None:
    client.projects.import_tasks(
        project, request=[{"text": "one", "sentiment": "Negative"}], preannotated_from_fields=["sentiment"]
    )
    (predicted,) = client.predictions.list(project=project)
    assert predicted.result[0]["value"]["choices"] == ["Negative"]


def test_bad_imports_say_why_and_store_nothing(client: LabelStudio, project: int) -> None:
    with pytest.raises(ApiError) as refused:
        client.projects.import_tasks(project, request=[{"other": 1}])
    assert refused.value.status_code == 400
    assert client.projects.get(project).task_number == 3


def test_predictions_are_imported_for_tasks(client: LabelStudio, project: int) -> None:
    ids = [task.id for task in client.tasks.list(project=project)]
    told = client.projects.import_predictions(
        project,
        request=[{"task": each, "result": choice("Positive"), "score": 0.9, "model_version": "m"} for each in ids],
    )
    assert told.created == 3


def test_everything_is_exported(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    client.annotations.create(task.id, result=choice("Positive"))
    assert len(client.projects.exports.as_json(project)) == 3
    frame = client.projects.exports.as_pandas(project)
    assert list(frame["text"]) == ["fine", "well", "bad"]
    assert b"fine" in client.projects.exports.as_binary(project, export_type="JSON_MIN")
    assert isinstance(client.projects.exports.as_file(project, export_type="TSV"), io.BytesIO)
    only_done = b"".join(client.projects.exports.download_sync(project, export_type="JSON"))
    assert only_done.count(b"total_annotations") == 1
    titles = {one["name"] for one in client.projects.exports.list_formats(project)}
    assert {"JSON", "JSON_MIN", "CSV"} <= titles
    assert client.projects.exports.list(project) == []


def test_annotators_and_the_label_interface(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    client.annotations.create(task.id, result=choice("Positive"))
    me = client.users.whoami()
    assert [person.id for person in client.projects.list_unique_annotators(project)] == [me.id]
    interface = client.projects.get(project).get_label_interface()
    control = interface.get_control("sentiment")
    assert list(control.labels) == ["Positive", "Negative"]
    assert interface.validate_task({"data": {"text": "fine"}})
    region = control.label(label=["Negative"])
    made = client.predictions.create(task=task.id, result=[region._dict()], model_version="by hand")
    assert made.result[0]["value"]["choices"] == ["Negative"]


def test_a_project_is_made_once_more(client: LabelStudio, project: int) -> None:
    made = client.projects.duplicate(project, mode="settings,data", title="Second round", workspace=1)
    assert made.id != project
    assert client.projects.get(made.id).title == "Second round"


def test_how_far_an_import_is(client: LabelStudio, project: int, owner: Client) -> None:
    file, later = {"file": ("moods.json", '[{"text": "so so"}]')}, {"commit_to_project": "false"}
    stored = owner.call("POST", f"/api/projects/{project}/import", params=later, files=file)
    job = owner.call(
        "POST", f"/api/projects/{project}/jobs/import", json={"file_upload_ids": stored["file_upload_ids"]}
    )
    while not (told := client.tasks.create_many_status(project, job["id"])).finished_at:
        assert told.status in ("created", "in_progress")
    assert (told.status, told.task_count, told.project) == ("completed", 1, project)


def test_files_are_uploaded_listed_replaced_downloaded_and_deleted(
    client: LabelStudio, project: int, owner: Client
) -> None:
    owner.call("POST", f"/api/projects/{project}/import", files={"file": ("moods.csv", "text\nso so\n", "text/csv")})
    (found,) = client.files.list(project, all_=True)
    assert client.files.get(found.id).file == found.file
    assert client.projects.get(project).task_number == 4
    replaced = client.files.update(found.id, file=("moods.csv", b"text\nbetter\n", "text/csv"))
    assert replaced.id == found.id
    # It asks for the file and throws the answer away.
    client.files.download(str(replaced.file).removeprefix("upload/"))
    client.files.delete(found.id)
    client.files.delete_many(project)
    assert client.files.list(project, all_=True) == []
