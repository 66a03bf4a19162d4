"""Noting what happened for those who want to hear of it."""

from collections.abc import Iterable

from sqlalchemy import Row

from labelwright.db import Tx
from labelwright.jobs import service as jobs
from labelwright.kit.ranges import ranges
from labelwright.webhooks import queries
from labelwright.webhooks.actions import OF_ORGANIZATION, Happened
from labelwright.webhooks.jobs import DELIVERY


def emit(tx: Tx, action: Happened, project_id: int, ids: Iterable[int] = ()) -> None:
    """`ids`: of what it happened to; large ones are better not made when nobody listens (`is_heard`)."""
    hooks = _listening(tx, action, project_id)
    if not hooks:
        return
    about = ranges(sorted(ids))
    for hook in hooks:
        delivery = queries.add_delivery(tx, hook.id, action, project_id, about)
        jobs.enqueue_of(tx, hook.organization_id, None, DELIVERY, arguments=delivery, title=hook.url)


def is_heard(tx: Tx, action: Happened, project_id: int) -> bool:
    return bool(_listening(tx, action, project_id))


def _listening(tx: Tx, action: Happened, project_id: int) -> list[Row[tuple[int, ...]]]:
    hooks = queries.active(tx, project_id, of_project=action not in OF_ORGANIZATION)
    return [hook for hook in hooks if hook.send_for_all_actions or action in hook.actions]
