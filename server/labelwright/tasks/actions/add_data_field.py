"""Add a field to the data of the selected tasks, or change what it holds."""

from typing import Any

from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.tasks import fieldvalues, service
from labelwright.tasks.actions import Action, Run
from labelwright.tasks.fieldvalues import At


def run(call: Run) -> dict[str, Any]:
    name = call.given.get("value_name")
    if not isinstance(name, str) or not name.strip():
        raise Invalid({"value_name": ["This field is required."]})
    value = fieldvalues.value_of(str(call.given.get("value_type", "String")), call.given.get("value", ""))
    found = service.data_of(call.tx, call.task_ids)
    changed = {
        number: {**found[number], name: value(At(call.place + place, call.total, found[number], name))}
        for place, number in enumerate(call.task_ids)
        if number in found
    }
    service.change_data(call.tx, call.user, call.project_id, changed)
    return {"processed_items": len(changed), "detail": f"Updated {len(changed)} tasks"}


def form(_tx: Tx, _project_id: int) -> list[dict[str, Any]]:
    kinds = [{"label": kind, "value": kind} for kind in ("String", "Number", "Expression")]
    return [
        {
            "columnCount": 1,
            "fields": [
                {"type": "input", "name": "value_name", "label": "Name"},
                {"type": "select", "name": "value_type", "label": "Type", "options": kinds, "value": "String"},
                {"type": "input", "name": "value", "label": "Value"},
            ],
        }
    ]


ACTION = Action(
    "add_data_field",
    "Add Or Modify Data Field",
    1,
    "tasks.change",
    "The field is set in the data of the selected tasks; a value that it has is replaced. Go on?",
    run,
    form,
    experimental=True,
)
