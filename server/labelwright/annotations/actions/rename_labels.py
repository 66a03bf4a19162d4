"""Give a label another name in all annotations of the project. The configuration stays as it is; states before are in the history."""

from typing import Any

import msgspec

from labelwright.annotations import bulk
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.labelconfig import Config
from labelwright.projects import service as projects
from labelwright.tasks.actions import Action, Run


def run(call: Run) -> dict[str, Any]:
    control, old, new = (_text(call, name) for name in ("control_tag", "old_label_name", "new_label_name"))
    labels = annotations = 0
    for annotation_id, result in bulk.results_to_change(call.tx, call.task_ids):
        if renamed := _renamed(result, control, old, new):
            bulk.store_result(call.tx, call.user, annotation_id, msgspec.Raw(msgspec.json.encode(result)))
            labels, annotations = labels + renamed, annotations + 1
    return {"processed_items": annotations, "detail": f"Updated {labels} labels in {annotations} annotations"}


def _renamed(result: Any, control: str, old: str, new: str) -> int:
    """How many labels were renamed in a decoded result."""
    count = 0
    for item in result if isinstance(result, list) else ():
        value = item.get("value") if isinstance(item, dict) and item.get("from_name") == control else None
        labels = value.get(item.get("type")) if isinstance(value, dict) else None
        count += _replaced(labels, old, new) if isinstance(labels, list) else 0
    return count


def _replaced(labels: list[Any], old: str, new: str) -> int:
    """At any depth: a taxonomy has lists of names."""
    count = 0
    for place, label in enumerate(labels):
        if isinstance(label, list):
            count += _replaced(label, old, new)
        elif label == old:
            labels[place] = new
            count += 1
    return count


def _text(call: Run, name: str) -> str:
    value = call.given.get(name)
    if not isinstance(value, str) or not value:
        raise Invalid({name: ["This field is required."]})
    return value


def form(tx: Tx, project_id: int) -> list[dict[str, Any]]:
    names = list(Config.of(projects.get(tx, project_id).label_config).controls)
    options = [{"label": name, "value": name} for name in names]
    return [
        {
            "columnCount": 1,
            "fields": [
                {
                    "type": "select",
                    "name": "control_tag",
                    "label": "Control tag",
                    "options": options,
                    "value": next(iter(names), None),
                },
                {"type": "input", "name": "old_label_name", "label": "Old label"},
                {"type": "input", "name": "new_label_name", "label": "New label"},
            ],
        }
    ]


ACTION = Action(
    "rename_labels",
    "Rename Labels",
    1,
    "annotations.change",
    "The label is renamed in all annotations of the project. The configuration is not changed. Go on?",
    run,
    form,
    of_project=True,
    experimental=True,
)
