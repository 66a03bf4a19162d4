"""The state machine of Label Studio, which is turned off there: no object has a history of states, and there are no transitions to make."""

from typing import Any

import msgspec
from litestar import get, post
from litestar.params import FromPath, JSONBody

from labelwright.access import Lookup, on
from labelwright.annotations.queries import home_of_annotation
from labelwright.errors import Invalid
from labelwright.kit.paging import Page
from labelwright.projects.queries import home_of_project
from labelwright.tasks.queries import home_of_task

_PATH = "/api/fsm/entities"


class TransitionIn(msgspec.Struct):
    transition_name: str
    transition_data: dict[str, Any] | None = None


def _history() -> Page[dict[str, Any]]:
    return {"count": 0, "next": None, "previous": None, "results": []}


def _refuse(data: TransitionIn) -> None:
    raise Invalid({"transition_name": [f'There is no transition "{data.transition_name}".']})


def _of(thing: str, lookup: Lookup, verb: str) -> dict[str, Any]:
    return on(f"{thing}s.{verb}", lookup, f"{thing}_id")


@get(f"{_PATH}/task/{{task_id:int}}/history", opt=_of("task", home_of_task, "view"), sync_to_thread=False)
def list_states_of_task(task_id: FromPath[int]) -> Page[dict[str, Any]]:  # noqa: ARG001
    return _history()


@get(
    f"{_PATH}/annotation/{{annotation_id:int}}/history",
    opt=_of("annotation", home_of_annotation, "view"),
    sync_to_thread=False,
)
def list_states_of_annotation(annotation_id: FromPath[int]) -> Page[dict[str, Any]]:  # noqa: ARG001
    return _history()


@get(f"{_PATH}/project/{{project_id:int}}/history", opt=_of("project", home_of_project, "view"), sync_to_thread=False)
def list_states_of_project(project_id: FromPath[int]) -> Page[dict[str, Any]]:  # noqa: ARG001
    return _history()


@post(f"{_PATH}/task/{{task_id:int}}/transition", opt=_of("task", home_of_task, "change"), sync_to_thread=False)
def change_state_of_task(task_id: FromPath[int], data: JSONBody[TransitionIn]) -> None:  # noqa: ARG001
    _refuse(data)


@post(
    f"{_PATH}/annotation/{{annotation_id:int}}/transition",
    opt=_of("annotation", home_of_annotation, "change"),
    sync_to_thread=False,
)
def change_state_of_annotation(annotation_id: FromPath[int], data: JSONBody[TransitionIn]) -> None:  # noqa: ARG001
    _refuse(data)


@post(
    f"{_PATH}/project/{{project_id:int}}/transition",
    opt=_of("project", home_of_project, "change"),
    sync_to_thread=False,
)
def change_state_of_project(project_id: FromPath[int], data: JSONBody[TransitionIn]) -> None:  # noqa: ARG001
    _refuse(data)


ROUTES: list[Any] = [
    list_states_of_task,
    list_states_of_annotation,
    list_states_of_project,
    change_state_of_task,
    change_state_of_annotation,
    change_state_of_project,
]
