"""The rules of labels: a title is there once in an organisation, and a project's control links to it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy import Row

from labelwright.access import Caller, require
from labelwright.annotations import bulk
from labelwright.db import Tx
from labelwright.errors import Conflict, Invalid, NotFound
from labelwright.http.request import changes
from labelwright.kit.clock import now
from labelwright.labels import queries
from labelwright.labels.schemas import LabelChange, LabelIn, LinkChange, LinkIn, Relabel
from labelwright.projects import summary
from labelwright.projects.queries import home_of_project
from labelwright.webhooks import Happened, emit

_TAKEN = "A label with this title exists already."

# Labels


def add(tx: Tx, caller: Caller, given: Sequence[LabelIn]) -> list[dict[str, Any]]:
    """Labels of one project; one whose title the organisation has already is only linked."""
    if len({label.project for label in given}) > 1:
        raise Invalid(["Creating labels for different projects in one request not allowed"])
    for label in given[:1]:
        require(caller, "labels.create", home_of_project(tx, label.project), "Project")
    added, linked = [], list[int]()
    for label in given:
        added.append(_added(tx, caller, label, linked))
    if linked:
        emit(tx, Happened.LABEL_LINK_CREATED, given[0].project, linked)
    return added


def _added(tx: Tx, caller: Caller, given: LabelIn, linked: list[int]) -> dict[str, Any]:
    """The label; a link that was made for it goes to `linked`."""
    known = queries.titled(tx, caller.organization, given.title)
    at = now()
    label_id = (
        known.id
        if known
        else queries.add_label(
            tx,
            {
                "organization_id": caller.organization,
                "title": given.title,
                "value": given.value,
                "description": given.description,
                "created_by_id": caller.id,
                "created_at": at,
                "updated_at": at,
            },
        )
    )
    if queries.same_link(tx, given.project, label_id, given.from_name) is None:
        linked.append(queries.add_link(tx, given.project, label_id, given.from_name))
    return {**show(tx, label_id), "project": given.project, "from_name": given.from_name}


def show(tx: Tx, label_id: int, *, links: bool = False) -> dict[str, Any]:
    return _labels(tx, [_label(tx, label_id)], links=links)[0]


def listed(tx: Tx, caller: Caller, window: tuple[int, int], *, links: bool) -> list[dict[str, Any]]:
    return _labels(tx, queries.page_of_labels(tx, queries.of_organization(caller.organization), *window), links=links)


def count(tx: Tx, caller: Caller) -> int:
    return queries.count_labels(tx, queries.of_organization(caller.organization))


def change(tx: Tx, caller: Caller, label_id: int, given: LabelChange) -> dict[str, Any]:
    _label(tx, label_id)
    values = changes(given)
    if given.title is not UNSET:
        same = queries.titled(tx, caller.organization, given.title)
        if same is not None and same.id != label_id:
            raise Conflict(_TAKEN)
    if given.approved is not UNSET:
        values["approved_by_id"] = caller.id if given.approved else None
    queries.change_label(tx, label_id, {**values, "updated_at": now()})
    return show(tx, label_id)


def remove(tx: Tx, label_id: int) -> None:
    """With its links. Results keep what they say."""
    for link in queries.links_of(tx, [label_id]):
        remove_link(tx, link.id)
    queries.remove_label(tx, label_id)


def _label(tx: Tx, label_id: int) -> Row[Any]:
    label = queries.label(tx, label_id)
    if label is None:
        raise NotFound.of("Label")
    return label


def _labels(tx: Tx, rows: Sequence[Row[Any]], *, links: bool) -> list[dict[str, Any]]:
    ids = [row.id for row in rows]
    linked = queries.links_of(tx, ids) if ids else []
    full = {link["id"]: link for link in _links(tx, linked)} if links else {}
    return [_shape(row, [link for link in linked if link.label_id == row.id], full) for row in rows]


def _shape(row: Row[Any], links: Sequence[Row[Any]], full: dict[int, dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": row.id,
        "links": [full.get(link.id, link.id) for link in links],
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "value": row.value,
        "title": row.title,
        "description": row.description,
        "approved": row.approved,
        "created_by": row.created_by_id,
        "organization": row.organization_id,
        "approved_by": row.approved_by_id,
        "projects": sorted({link.project_id for link in links}),
    }


# Links


def show_link(tx: Tx, link_id: int, *, label: bool = False) -> dict[str, Any]:
    return _expanded(tx, _links(tx, [_link(tx, link_id)]), label=label)[0]


def listed_links(tx: Tx, conditions: Sequence[Any], window: tuple[int, int], *, label: bool) -> list[dict[str, Any]]:
    return _expanded(tx, _links(tx, queries.page_of_links(tx, conditions, *window)), label=label)


def add_link(tx: Tx, caller: Caller, given: LinkIn) -> dict[str, Any]:
    require(caller, "labels.create", home_of_project(tx, given.project), "Project")
    require(caller, "labels.view", queries.home_of_label(tx, given.label), "Label")
    known = queries.same_link(tx, given.project, given.label, given.from_name)
    if known:
        return show_link(tx, known.id)
    made = queries.add_link(tx, given.project, given.label, given.from_name)
    emit(tx, Happened.LABEL_LINK_CREATED, given.project, [made])
    return show_link(tx, made)


def change_link(tx: Tx, link_id: int, given: LinkChange) -> dict[str, Any]:
    link = _link(tx, link_id)
    if given.from_name is not UNSET and given.from_name != link.from_name:
        if queries.same_link(tx, link.project_id, link.label_id, given.from_name):
            raise Conflict("This control offers the label already.")
        queries.change_link(tx, link_id, {"from_name": given.from_name})
        emit(tx, Happened.LABEL_LINK_UPDATED, link.project_id, [link_id])
    return show_link(tx, link_id)


def remove_link(tx: Tx, link_id: int) -> None:
    link = _link(tx, link_id)
    queries.remove_link(tx, link_id)
    emit(tx, Happened.LABEL_LINK_DELETED, link.project_id, [link_id])


def _link(tx: Tx, link_id: int) -> Row[Any]:
    link = queries.link(tx, link_id)
    if link is None:
        raise NotFound.of("LabelLink")
    return link


def _links(tx: Tx, rows: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    """`annotations_count` is how often the project's results use the label in that control, as its summary counts."""
    labels = queries.labels_of(tx, sorted({row.label_id for row in rows})) if rows else {}
    used = {project: summary.work(tx, project).labels for project in sorted({row.project_id for row in rows})}
    return [
        {
            "id": row.id,
            "annotations_count": used[row.project_id]
            .get(row.from_name, {})
            .get(_counted_as(labels[row.label_id].value), 0),
            "from_name": row.from_name,
            "project": row.project_id,
            "label": row.label_id,
        }
        for row in rows
    ]


def _counted_as(value: Any) -> str:
    """The name under which the summary counts a label: the value, or the last step of a path."""
    while isinstance(value, list) and value:
        value = value[-1]
    return str(value)


def _expanded(tx: Tx, links: list[dict[str, Any]], *, label: bool) -> list[dict[str, Any]]:
    if not label or not links:
        return links
    found = queries.labels_of(tx, sorted({link["label"] for link in links}))
    shapes = {row["id"]: row for row in _labels(tx, list(found.values()), links=False)}
    return [{**link, "label": shapes[link["label"]]} for link in links]


# Results


def relabel(tx: Tx, caller: Caller, given: Relabel) -> int:
    """The number of annotations that changed. The state before stays in their history."""
    if given.project is None:
        within = queries.projects_of(tx, caller.organization)
    else:
        require(caller, "annotations.change", home_of_project(tx, given.project), "Project")
        within = [given.project]
    changed = 0
    for annotation_id, _, result in queries.results_holding(tx, within, _needle(given.old_label)):
        items = msgspec.json.decode(result)
        if _replaced(items, given.old_label, given.new_label):
            bulk.store_result(tx, caller.id, annotation_id, msgspec.Raw(msgspec.json.encode(items)))
            changed += 1
    return changed


def _needle(label: Any) -> str:
    """A text that every result with this label has; empty where JSON may spell it in several ways."""
    text = _counted_as(label)
    plain = text.isascii() and text.isprintable() and not set(text) & set('"\\/')
    return f'"{text}"' if plain and isinstance(label, str | list) else ""


def _replaced(items: Any, old: Any, new: Any) -> bool:
    found = False
    for item in items if isinstance(items, list) else ():
        value = item.get("value") if isinstance(item, dict) else None
        kind = item.get("type") if isinstance(value, dict) else None
        if isinstance(value, dict) and isinstance(kind, str) and value.get(kind) == old:
            value[kind] = new
            found = True
    return found
