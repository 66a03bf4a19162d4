"""The actions of the Data Manager: found in the `actions` packages of the features that own the work."""

import importlib
import pkgutil
from functools import cache
from typing import Any

from labelwright.access import Caller, allowed, require
from labelwright.annotations import actions as of_annotations
from labelwright.datamanager import page_queries, queries
from labelwright.datamanager.query import Query, compiled
from labelwright.db import Tx
from labelwright.errors import LabelwrightError, NotFound
from labelwright.projects import service as projects
from labelwright.projects.queries import home_of_project
from labelwright.tasks import actions as of_tasks
from labelwright.tasks.actions import Action, Run


class NoAction(LabelwrightError):
    status = 422


@cache
def actions() -> dict[str, Action]:
    found = [
        importlib.import_module(f"{package.__name__}.{module.name}").ACTION
        for package in (of_tasks, of_annotations)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    return {action.id: action for action in sorted(found, key=lambda action: action.order)}


def listed(caller: Caller, *, experimental: bool) -> list[dict[str, Any]]:
    mine = allowed(caller.role, caller.roles_enabled)
    offered = [action for action in actions().values() if experimental or not action.experimental]
    return [_shown(action) for action in offered if action.permission in mine]


def _shown(action: Action) -> dict[str, Any]:
    dialog: dict[str, Any] = {"type": "confirm", "text": action.text, "title": action.title}
    if action.form:
        # Made for a project: the form's own address tells it.
        dialog["form"] = None
    return {
        "id": action.id,
        "title": action.title,
        "order": action.order,
        "permission": action.permission,
        "dialog": dialog,
        **({"of_project": True} if action.of_project else {}),
        **({"experimental": True} if action.experimental else {}),
    }


def form(tx: Tx, project_id: int, action_id: str) -> list[dict[str, Any]]:
    action = named(action_id)
    return action.form(tx, project_id) if action.form else []


def run(tx: Tx, caller: Caller, project_id: int, action_id: str, query: Query, given: dict[str, Any]) -> dict[str, Any]:
    """The whole selection in one transaction."""
    action, task_ids = selected(tx, caller, project_id, action_id, query)
    answer = action.run(Run(tx, caller.id, project_id, task_ids, given, total=len(task_ids)))
    return answer | finish(tx, action, project_id)


def selected(tx: Tx, caller: Caller, project_id: int, action_id: str, query: Query) -> tuple[Action, list[int]]:
    """The action, which the caller may perform, and the tasks it is for."""
    action = named(action_id)
    require(caller, action.permission, home_of_project(tx, project_id), "Project")
    found = compiled(tx, projects.get(tx, project_id), Query() if action.of_project else query)
    return action, page_queries.all_ids(tx, project_id, found)


def finish(tx: Tx, action: Action, project_id: int) -> dict[str, Any]:
    """What follows once, after the last call of the action."""
    answer = action.after(tx, project_id) if action.after else {}
    if answer.get("reload"):
        queries.remove_views(tx, project_id)
    return answer


def named(action_id: str) -> Action:
    action = actions().get(action_id)
    if action is None:
        raise NotFound(f'There is no action "{action_id}".')
    return action
