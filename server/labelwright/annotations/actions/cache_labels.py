"""Write the labels of the selected tasks into a field of their data, where they can be seen, filtered and sorted on."""

from collections import Counter, defaultdict
from typing import Any

from labelwright.annotations import bulk
from labelwright.db import Tx
from labelwright.errors import Invalid
from labelwright.labelconfig import Config
from labelwright.projects import service as projects
from labelwright.results import summarise
from labelwright.tasks import service as tasks
from labelwright.tasks.actions import Action, Run

_ALL = "ALL"


def run(call: Run) -> dict[str, Any]:
    control = str(call.given.get("custom_control_tag") or call.given.get("control_tag") or _ALL)
    source = call.given.get("source") or "Annotations"
    if source not in ("Annotations", "Predictions"):
        raise Invalid({"source": ["Choose Annotations or Predictions."]})
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for task_id, result in bulk.results_of(call.tx, call.task_ids, predictions=source == "Predictions"):
        for name, labels in summarise(result).labels.items():
            if control in (_ALL, name):
                counts[task_id].update(labels)
    field = f"cache_{'predictions_' if source == 'Predictions' else ''}{'all' if control == _ALL else control}"
    with_counters = str(call.given.get("with_counters", "Yes")).lower() in ("yes", "true")
    changed = {
        number: {**data, field: _written(counts[number], with_counters=with_counters)}
        for number, data in tasks.data_of(call.tx, call.task_ids).items()
    }
    tasks.change_data(call.tx, call.user, call.project_id, changed)
    return {"processed_items": len(changed), "detail": f"Updated {len(changed)} tasks"}


def _written(counted: Counter[str], *, with_counters: bool) -> str:
    """The most frequent first."""
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{label}: {count}" if with_counters else label for label, count in ordered)


def form(tx: Tx, project_id: int) -> list[dict[str, Any]]:
    names = [_ALL, *Config.of(projects.get(tx, project_id).label_config).controls]
    return [
        {
            "columnCount": 1,
            "fields": [
                _select("control_tag", "Control tag", names),
                {"type": "input", "name": "custom_control_tag", "label": "Another control tag"},
                _select("with_counters", "With counts", ["Yes", "No"]),
                _select("source", "Source", ["Annotations", "Predictions"]),
            ],
        }
    ]


def _select(name: str, label: str, values: list[str]) -> dict[str, Any]:
    options = [{"label": value, "value": value} for value in values]
    return {"type": "select", "name": name, "label": label, "options": options, "value": values[0]}


ACTION = Action(
    "cache_labels",
    "Cache Labels",
    1,
    "tasks.change",
    "The labels of the selected tasks are written into a field of their data. Go on?",
    run,
    form,
    experimental=True,
)
