"""Reads and writes of webhooks and deliveries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Exists, Row, Select, bindparam, delete, exists, insert, or_, select, update

from labelwright.access import Home
from labelwright.db import Tx
from labelwright.kit.clock import now
from labelwright.kit.ranges import Ranges
from labelwright.projects.tables import projects
from labelwright.webhooks.tables import deliveries, webhooks

w, d, p = webhooks.c, deliveries.c, projects.c
_KEPT = 100
_QUEUED = "queued"


def home_of_webhook(tx: Tx, webhook_id: int) -> Home | None:
    row = tx.execute(select(w.organization_id, w.project_id).where(w.id == webhook_id)).one_or_none()
    return None if row is None else Home(row.organization_id, row.project_id)


def home_of_project(tx: Tx, project_id: int) -> Home | None:
    found = tx.execute(select(p.organization_id).where(p.id == project_id)).scalar_one_or_none()
    return None if found is None else Home(found, project_id)


def any_active() -> Exists:
    """Whether somebody listens to the project of the surrounding select: costs that statement a look at a small index, and no other."""
    return exists().where(
        w.organization_id == p.organization_id, or_(w.project_id.is_(None), w.project_id == p.id), w.is_active.is_(True)
    )


_ACTIVE: Select[Any] = (
    select(webhooks)
    .join(projects, p.organization_id == w.organization_id)
    .where(p.id == bindparam("project"), w.is_active.is_(True))
    .order_by(w.id)
)
_OF_ALL, _OF_THIS = (
    _ACTIVE.where(w.project_id.is_(None)),
    _ACTIVE.where(or_(w.project_id.is_(None), w.project_id == p.id)),
)


def active(tx: Tx, project_id: int, *, of_project: bool) -> Sequence[Row[Any]]:
    """Hooks that hear of a project; without `of_project` only those of the whole organisation."""
    return tx.execute(_OF_THIS if of_project else _OF_ALL, {"project": project_id}).all()


def listed(tx: Tx, organization_id: int, project_id: int | None) -> Sequence[Row[Any]]:
    found = select(webhooks).where(w.organization_id == organization_id).order_by(w.id)
    return tx.execute(found if project_id is None else found.where(w.project_id == project_id)).all()


def by_id(tx: Tx, webhook_id: int) -> Row[Any] | None:
    return tx.execute(select(webhooks).where(w.id == webhook_id)).one_or_none()


def add(tx: Tx, values: dict[str, Any]) -> int:
    return int(tx.execute(insert(webhooks).values(**values).returning(w.id)).scalar_one())


def change(tx: Tx, webhook_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(webhooks).where(w.id == webhook_id).values(**values))


def remove(tx: Tx, webhook_id: int) -> None:
    tx.execute(delete(webhooks).where(w.id == webhook_id))


# Deliveries


def add_delivery(tx: Tx, webhook_id: int, action: str, project_id: int, ids: Ranges) -> int:
    values = {
        "webhook_id": webhook_id,
        "action": action,
        "project_id": project_id,
        "ids": ids,
        "state": _QUEUED,
        "created_at": now(),
    }
    return int(tx.execute(insert(deliveries).values(**values).returning(d.id)).scalar_one())


def delivery(tx: Tx, delivery_id: int) -> Row[Any] | None:
    """With what its hook says of sending it."""
    found: Select[Any] = select(
        deliveries,
        w.organization_id,
        w.url,
        w.headers,
        w.secret,
        w.send_payload,
        w.is_active,
        w.paused_until,
    ).join(webhooks, w.id == d.webhook_id)
    return tx.execute(found.where(d.id == delivery_id)).one_or_none()


def deliveries_of(tx: Tx, webhook_id: int) -> Sequence[Row[Any]]:
    """The newest first."""
    return tx.execute(select(deliveries).where(d.webhook_id == webhook_id).order_by(d.id.desc()).limit(_KEPT)).all()


def change_delivery(tx: Tx, delivery_id: int, values: dict[str, Any]) -> None:
    tx.execute(update(deliveries).where(d.id == delivery_id).values(**values))


def forget_old(tx: Tx, webhook_id: int) -> None:
    """Of those that ended only the newest are kept."""
    ended = (d.webhook_id == webhook_id, d.state != _QUEUED)
    last = select(d.id).where(*ended).order_by(d.id.desc()).offset(_KEPT).limit(1).scalar_subquery()
    tx.execute(delete(deliveries).where(*ended, d.id <= last))


def pause(tx: Tx, webhook_id: int, until: datetime | None) -> None:
    tx.execute(update(webhooks).where(w.id == webhook_id).values(paused_until=until))
