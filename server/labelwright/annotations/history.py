"""The states an annotation went through. The annotation itself is the newest; each change puts the one before it here."""

from typing import Any

from msgspec import UNSET
from sqlalchemy import ColumnElement, Row

from labelwright.access import Caller, require
from labelwright.annotations import history_queries, queries, shapes
from labelwright.annotations.bodies import AnnotationIn, Result
from labelwright.db import Tx

SUBMITTED, UPDATED, SKIPPED, RESTORED = "submitted", "updated", "skipped", "restored"


def keep(tx: Tx, known: Row[Any], given: AnnotationIn, result: Result | None) -> str | ColumnElement[str]:
    """Put the state that is about to change into the history; what to call the one that follows."""
    text = known.result if result is None else result.text
    changes_result = text != known.result
    history_queries.add(tx, known, keeps_result=changes_result)
    is_skip = known.was_cancelled if given.was_cancelled is UNSET else given.was_cancelled
    if is_skip:
        return SKIPPED
    return history_queries.action_for(known.id, text) if changes_result and text is not None else UPDATED


def listed(tx: Tx, caller: Caller, annotation_id: int, *, oldest_first: bool) -> list[dict[str, Any]]:
    require(caller, "annotations.view", queries.home_of_annotation(tx, annotation_id), "Annotation")
    annotation = history_queries.newest(tx, annotation_id)
    result, states = annotation.result, [shapes.state(annotation, annotation, annotation.result)]
    for row in history_queries.earlier(tx, annotation_id):
        result = row.result if row.result is not None else result
        states.append(shapes.state(row, annotation, result))
    return states[::-1] if oldest_first else states
