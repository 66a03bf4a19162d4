"""Tasks, annotations, predictions, views and actions, by the official client."""

import pytest
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError
from label_studio_sdk.data_manager import Column, Filters, Operator, Type

from sdk.moods import choice


def texts(client: LabelStudio, **options: object) -> list[str]:
    return [task.data["text"] for task in client.tasks.list(**options)]


def test_tasks_are_made_shown_changed_and_deleted(client: LabelStudio, project: int) -> None:
    made = client.tasks.create(project=project, data={"text": "new"}, meta={"from": "here"})
    assert client.tasks.get(str(made.id)).data == {"text": "new"}
    assert client.tasks.update(str(made.id), data={"text": "newer"}).data == {"text": "newer"}
    client.tasks.delete(str(made.id))
    with pytest.raises(ApiError) as gone:
        client.tasks.get(str(made.id))
    assert gone.value.status_code == 404
    client.tasks.delete_all_tasks(project)
    assert texts(client, project=project) == []


def test_tasks_are_listed_page_by_page_filtered_and_ordered(client: LabelStudio, project: int) -> None:
    assert texts(client, project=project, page_size=2) == ["fine", "well", "bad"]
    query = Filters.create(
        Filters.AND, [Filters.item(Column.data("text"), Operator.CONTAINS, Type.String, Filters.value("l"))]
    )
    view = client.views.create(project=project, data={"title": "With l", "filters": query, "ordering": ["tasks:-id"]})
    assert texts(client, project=project, view=view.id) == ["well"]
    ordered = client.views.create(project=project, data={"title": "Backwards", "ordering": ["-tasks:id"]})
    assert texts(client, project=project, view=ordered.id, fields="all") == ["bad", "well", "fine"]
    (one, two, three) = (task.id for task in client.tasks.list(project=project))
    assert [task.id for task in client.tasks.list(project=project, only_annotated=True)] in ([], [one, two, three])


def test_annotations_are_made_listed_changed_and_deleted(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    made = client.annotations.create(task.id, result=choice("Positive"), lead_time=2.5, ground_truth=True)
    me = client.users.whoami()
    assert (made.completed_by, made.ground_truth, made.lead_time) == (me.id, True, 2.5)
    assert [each.id for each in client.annotations.list(task.id)] == [made.id]
    changed = client.annotations.update(made.id, result=choice("Negative"), was_cancelled=False)
    assert changed.result[0]["value"]["choices"] == ["Negative"]
    assert client.annotations.get(made.id).result == changed.result
    assert client.tasks.get(str(task.id)).is_labeled
    client.annotations.delete(made.id)
    assert client.annotations.list(task.id) == []
    assert not client.tasks.get(str(task.id)).is_labeled


def test_what_an_annotation_was_before_is_listed(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    made = client.annotations.create(task.id, result=choice("Positive"))
    client.annotations.update(made.id, result=choice("Negative"))
    states = client.annotation_history.list(annotation=made.id)
    assert [state.result[0]["value"]["choices"] for state in states] == [["Negative"], ["Positive"]]
    assert {state.annotation_id for state in states} == {made.id}
    assert {state.created_by for state in states} == {client.users.whoami().id}
    assert all(state.created_at and state.action for state in states)


def test_predictions_are_made_listed_changed_and_deleted(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    made = client.predictions.create(task=task.id, result=choice("Positive"), score=0.25, model_version="m1")
    assert client.predictions.get(made.id).score == 0.25
    assert client.predictions.update(made.id, score=0.75).score == 0.75
    assert [each.id for each in client.predictions.list(task=task.id)] == [made.id]
    assert [each.id for each in client.predictions.list(project=project)] == [made.id]
    client.predictions.delete(made.id)
    assert client.predictions.list(project=project) == []


def test_views_are_made_listed_changed_ordered_and_deleted(client: LabelStudio, project: int) -> None:
    first, second = (client.views.create(project=project, data={"title": title}) for title in ("One", "Two"))
    client.views.update_order(project=project, ids=[second.id, first.id])
    assert [view.id for view in client.views.list(project=project)] == [second.id, first.id]
    client.views.update(str(first.id), project=project, data={"title": "Uno"})
    assert client.views.get(str(first.id)).data["title"] == "Uno"
    client.views.delete(str(first.id))
    client.views.delete_all(project=project)
    assert client.views.list(project=project) == []


def test_actions_are_listed_and_done(client: LabelStudio, project: int) -> None:
    offered = {action.id for action in client.actions.list(project=project)}
    assert {"delete_tasks", "predictions_to_annotations", "retrieve_tasks_predictions"} & offered
    one, two, _three = (task.id for task in client.tasks.list(project=project))
    client.predictions.create(task=one, result=choice("Positive"), model_version="m1")
    client.actions.create(
        id="predictions_to_annotations", project=project, selected_items={"all": True, "excluded": []}
    )
    assert len(client.annotations.list(one)) == 1
    client.actions.create(
        id="delete_tasks_annotations", project=project, selected_items={"all": False, "included": [one]}
    )
    assert client.annotations.list(one) == []
    client.actions.create(id="delete_tasks_predictions", project=project)
    assert client.predictions.list(project=project) == []
    client.projects.import_tasks(project, request=[{"text": "fine"}])
    client.actions.create(id="remove_duplicates", project=project)
    assert texts(client, project=project) == ["fine", "well", "bad"]
    client.actions.create(id="delete_tasks", project=project, selected_items={"all": False, "included": [one]})
    client.actions.create(id="delete_tasks", project=project, selected_items={"all": True, "excluded": [two]})
    assert [task.id for task in client.tasks.list(project=project)] == [two]


def test_an_action_is_for_the_tasks_of_a_view(client: LabelStudio, project: int) -> None:
    query = {
        "conjunction": "and",
        "items": [{"filter": "filter:tasks:data.text", "operator": "contains", "value": "l"}],
    }
    view = client.views.create(project=project, data={"title": "With l", "filters": query})
    client.actions.create(id="delete_tasks", project=project, view=view.id)
    assert texts(client, project=project) == ["fine", "bad"]


def test_people_talk_about_an_annotation(client: LabelStudio, project: int) -> None:
    task = next(iter(client.tasks.list(project=project)))
    annotation = client.annotations.create(task.id, result=choice("Positive"))
    made = client.comments.create(annotation=annotation.id, text="Sure?")
    assert client.comments.get(made.id).text == "Sure?"
    assert [each.id for each in client.comments.list(annotation=annotation.id)] == [made.id]
    assert client.comments.update(made.id, is_resolved=True).is_resolved
    client.comments.delete(made.id)
    assert client.comments.list(annotation=annotation.id) == []
