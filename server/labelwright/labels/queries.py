"""Reads and writes of labels and their links."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, Select, Text, cast, delete, func, insert, select, type_coerce, update

from labelwright.access import Home
from labelwright.annotations.tables import annotations
from labelwright.db import Tx, raw
from labelwright.labels.tables import label_links, labels
from labelwright.projects.tables import projects

_IN_ONE_READ = 500
a, n, k = annotations.c, labels.c, label_links.c


def home_of_label(tx: Tx, label_id: int) -> Home | None:
    found = tx.execute(select(n.organization_id).where(n.id == label_id)).scalar_one_or_none()
    return None if found is None else Home(found)


def home_of_link(tx: Tx, link_id: int) -> Home | None:
    found: Select[Any] = select(projects.c.organization_id, projects.c.id).join(
        label_links, k.project_id == projects.c.id
    )
    row = tx.execute(found.where(k.id == link_id)).one_or_none()
    return None if row is None else Home(row.organization_id, row.id)


# Labels


def of_organization(organization_id: int) -> list[ColumnElement[bool]]:
    return [n.organization_id == organization_id]


def count_labels(tx: Tx, conditions: Sequence[ColumnElement[bool]]) -> int:
    return int(tx.execute(select(func.count()).select_from(labels).where(*conditions)).scalar_one())


def page_of_labels(tx: Tx, conditions: Sequence[ColumnElement[bool]], offset: int, limit: int) -> Sequence[Row[Any]]:
    return tx.execute(select(labels).where(*conditions).order_by(n.id).offset(offset).limit(limit)).all()


def label(tx: Tx, label_id: int) -> Row[Any] | None:
    return tx.execute(select(labels).where(n.id == label_id)).one_or_none()


def titled(tx: Tx, organization_id: int, title: str) -> Row[Any] | None:
    return tx.execute(select(labels).where(n.organization_id == organization_id, n.title == title)).one_or_none()


def add_label(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(labels).values(**values).returning(n.id)).scalar_one())


def change_label(tx: Tx, label_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(labels).where(n.id == label_id).values(**values))


def remove_label(tx: Tx, label_id: int) -> None:
    tx.execute(delete(labels).where(n.id == label_id))


# Links


def links_where(
    organization_id: int,
    project: int | None,
    author: int | None,
    since: datetime | None,
    until: datetime | None,
) -> list[ColumnElement[bool]]:
    conditions = of_organization(organization_id)
    if project is not None:
        conditions.append(k.project_id == project)
    if author is not None:
        conditions.append(n.created_by_id == author)
    if since is not None:
        conditions.append(n.created_at >= since)
    if until is not None:
        conditions.append(n.created_at <= until)
    return conditions


def count_links(tx: Tx, conditions: Sequence[ColumnElement[bool]]) -> int:
    found = select(func.count()).select_from(label_links.join(labels, n.id == k.label_id)).where(*conditions)
    return int(tx.execute(found).scalar_one())


def page_of_links(tx: Tx, conditions: Sequence[ColumnElement[bool]], offset: int, limit: int) -> Sequence[Row[Any]]:
    found = select(label_links).join(labels, n.id == k.label_id).where(*conditions).order_by(k.id)
    return tx.execute(found.offset(offset).limit(limit)).all()


def links_of(tx: Tx, label_ids: Sequence[int]) -> Sequence[Row[Any]]:
    return tx.execute(select(label_links).where(k.label_id.in_(label_ids)).order_by(k.id)).all()


def labels_of(tx: Tx, label_ids: Sequence[int]) -> dict[int, Row[Any]]:
    return {row.id: row for row in tx.execute(select(labels).where(n.id.in_(label_ids)))}


def link(tx: Tx, link_id: int) -> Row[Any] | None:
    return tx.execute(select(label_links).where(k.id == link_id)).one_or_none()


def same_link(tx: Tx, project_id: int, label_id: int, from_name: str) -> Row[Any] | None:
    same = (k.project_id == project_id, k.label_id == label_id, k.from_name == from_name)
    return tx.execute(select(label_links).where(*same)).one_or_none()


def add_link(tx: Tx, project_id: int, label_id: int, from_name: str) -> int:
    values = {"project_id": project_id, "label_id": label_id, "from_name": from_name}
    return int(tx.execute(insert(label_links).values(**values).returning(k.id)).scalar_one())


def change_link(tx: Tx, link_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(label_links).where(k.id == link_id).values(**values))


def remove_link(tx: Tx, link_id: int) -> None:
    tx.execute(delete(label_links).where(k.id == link_id))


# What annotations hold of them


def results_holding(tx: Tx, project_ids: Sequence[int], text: str) -> Iterator[tuple[int, int, msgspec.Raw]]:
    """Annotation, project and result of all whose JSON has this text in it somewhere. Read in parts: results may be long."""
    last = 0
    found: Select[Any] = select(a.id, a.project_id, raw(a.result).label("result")).where(
        a.project_id.in_(project_ids), _text_of_result(tx).contains(text, autoescape=True)
    )
    while rows := tx.execute(found.where(a.id > last).order_by(a.id).limit(_IN_ONE_READ)).all():
        for row in rows:
            yield row.id, row.project_id, row.result
        last = rows[-1].id


def _text_of_result(tx: Tx) -> ColumnElement[str]:
    text: ColumnElement[str] = cast(a.result, Text) if tx.dialect.name == "postgresql" else type_coerce(a.result, Text)
    return text


def projects_of(tx: Tx, organization_id: int) -> list[int]:
    return list(tx.execute(select(projects.c.id).where(projects.c.organization_id == organization_id)).scalars())
