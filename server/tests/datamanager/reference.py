"""What filters and orderings mean, in plain Python, on tasks as `/api/tasks?fields=all` shows them."""

import re
from collections.abc import Callable, Iterator
from functools import cmp_to_key
from typing import Any

Item = dict[str, Any]


def found(tasks: list[Item], query: Item) -> list[int]:
    """Ids of the tasks that a query finds, in its order."""
    filters = query.get("filters")
    chosen = [task for task in tasks if filters is None or _group("tasks", task, filters)]
    return [task["id"] for task in sorted(chosen, key=cmp_to_key(lambda a, b: _compared(a, b, query["ordering"])))]


def _compared(a: Item, b: Item, keys: list[str]) -> int:
    by_id = "-tasks:id" if keys and keys[0].startswith("-") else "tasks:id"
    for key in [*keys, by_id]:
        descending, name = key.startswith("-"), key.removeprefix("-").removeprefix("tasks:")
        one, other = _task_value(a, name), _task_value(b, name)
        if one == other:
            continue
        if one is None or other is None:
            return 1 if one is None else -1
        return (1 if one > other else -1) * (-1 if descending else 1)
    return 0


def _group(target: str, row: Item, group: Item) -> bool:
    inner = group.get("target") or target
    if inner == target:
        answers = [_item(target, row, item) for item in group["items"]]
        if not answers:
            return True
        return all(answers) if group.get("conjunction", "and") == "and" else any(answers)
    rows = row["result"] if inner == "results" else row[inner]
    count = sum(_group(inner, one, {**group, "target": None}) for one in rows or [])
    at_least, at_most = group.get("at_least"), group.get("at_most")
    if at_least is None:
        at_least = 1 if at_most is None else 0
    return at_least <= count <= (count if at_most is None else at_most)


def _item(target: str, row: Item, item: Item) -> bool:
    if "items" in item:
        return _group(target, row, item)
    _, of, name = item["filter"].split(":", 2)
    if of != target:
        return _group(target, row, {"target": of, "items": [item]})
    if not _holds(target, row, name, item):
        return False
    child = item.get("child_filter")
    return child is None or _item(target, row, child)


def _holds(target: str, row: Item, name: str, item: Item) -> bool:
    """Negations also hold where there is no value."""
    operator = item["operator"]
    if operator.startswith("not_"):
        return not _holds(target, row, name, {**item, "operator": operator.removeprefix("not_")})
    values = [value for value in _values(target, row, name, item.get("type", "String")) if value is not None]
    if operator == "empty":
        has_none = not any(value != "" for value in values)
        return has_none is (item["value"] is True)
    return any(_fits(operator, value, item["value"]) for value in values)


_FITS: dict[str, Callable[[Any, Any], bool]] = {
    "equal": lambda value, wanted: value == wanted,
    "less": lambda value, wanted: value < wanted,
    "greater": lambda value, wanted: value > wanted,
    "less_or_equal": lambda value, wanted: value <= wanted,
    "greater_or_equal": lambda value, wanted: value >= wanted,
    "in": lambda value, wanted: wanted["min"] <= value <= wanted["max"],
    "in_list": lambda value, wanted: value in wanted,
    "regex": lambda value, wanted: re.search(wanted, value) is not None,
}


def _fits(operator: str, value: Any, wanted: Any) -> bool:
    if operator == "contains":
        # Numbers are people's ids, lists are labels and versions: one of them.
        if isinstance(wanted, list):
            return value in wanted
        return value == wanted if isinstance(wanted, int) else wanted.lower() in value.lower()
    return _FITS[operator](value, wanted)


def _values(target: str, row: Item, name: str, kind: str) -> list[Any]:
    if target == "tasks":
        if name == "annotators":
            return [annotation["completed_by"] for annotation in row["annotations"]]
        if name == "predictions_model_versions":
            return [prediction["model_version"] for prediction in row["predictions"]]
        return [_task_value(row, name, kind)]
    if target == "results":
        return _result_values(row, name)
    if name == "result_count":
        return [len({item.get("id") for item in row["result"]})]
    return [row[name]]


def _task_value(task: Item, name: str, kind: str = "String") -> Any:
    if not name.startswith("data."):
        return task[name]
    value = task["data"].get(name.removeprefix("data."))
    if kind == "Number":
        return _number(value)
    if kind == "Boolean":
        return value if isinstance(value, bool) else None
    return str(value) if value is not None else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and not re.fullmatch(r"\s*[-+]?(\d+\.?\d*|\.\d+)\s*", value):
        return None
    return float(value)


def _result_values(item: Item, name: str) -> list[Any]:
    value = item["value"]
    match name:
        case "control":
            return [item["from_name"]]
        case "type":
            return [item["type"]]
        case "label":
            return list(_leaves(value.get(item["type"])))
        case "text":
            return list(_leaves(value.get("text")))
        case "number":
            return [value.get("number", value.get("rating"))]
    return [item.get(name)]


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
