"""Filters as they come in JSON, and the conditions they mean.

The JSON of filters on tasks is Label Studio's. Beyond it, an item may be a group again, and groups may be about a task's annotations and predictions, and
about the results of these.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta
from sqlalchemy import ColumnElement, and_, false, or_, true

from labelwright.datamanager import inside
from labelwright.datamanager.column import Column, Scope, Target
from labelwright.datamanager.columns import resolve
from labelwright.datamanager.filtered import Filtered
from labelwright.datamanager.narrowing import Narrowing, by_work
from labelwright.datamanager.operators import OPERATORS
from labelwright.errors import Invalid

T = TypeVar("T")

_DEEPEST = 10
_MOST_ITEMS = 200
# What a group may be about, inside one that is about …
INSIDE = {
    Target.TASKS: (Target.ANNOTATIONS, Target.PREDICTIONS),
    Target.ANNOTATIONS: (Target.RESULTS,),
    Target.PREDICTIONS: (Target.RESULTS,),
    Target.RESULTS: (),
}


class Filter(msgspec.Struct):
    filter: str
    operator: str
    type: str = "String"
    value: Any = None
    child_filter: "Filter | None" = None


class Filters(msgspec.Struct):
    """A group: filters and groups, of which all or any must hold. With another `target` than what is around it, it holds for at least (at most) so
    many annotations of the task, predictions of the task, or results of the annotation or prediction: for one, when neither is said.
    """

    conjunction: Literal["and", "or"] = "and"
    items: list[dict[str, Any]] = []
    target: Target | None = None
    at_least: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None
    at_most: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None


@dataclass
class Conditions:
    """Filters as conditions on the rows of `target`. Raises Invalid."""

    scope: Scope
    target: Target = Target.TASKS
    depth: int = 0
    # Items seen so far, by all that work together.
    seen: list[int] = field(default_factory=lambda: [0])
    # What else finds the tasks, each by itself.
    narrowing: list[Narrowing] = field(default_factory=list)

    def of(self, group: Filters) -> ColumnElement[bool]:
        if group.target in (None, self.target):
            return self._all_or_any(group)
        return self._inside(group.target or self.target, group)

    def only(self, group: Filters) -> Narrowing | None:
        """What by itself finds all that the group does, and nothing else."""
        inside_tasks = group.target not in (None, self.target)
        alone = inside_tasks or (len(group.items) == 1 and not group.items[0].get("child_filter"))
        return next((one for one in self.narrowing if alone and one.exact), None)

    def _all_or_any(self, group: Filters) -> ColumnElement[bool]:
        parts = [self._item(item) for item in group.items]
        if group.conjunction == "or" and len(parts) > 1:
            self.narrowing.clear()
        if not parts:
            return true()
        return and_(true(), *parts) if group.conjunction == "and" else or_(false(), *parts)

    def _item(self, item: dict[str, Any]) -> ColumnElement[bool]:
        self.seen[0] += 1
        if self.seen[0] > _MOST_ITEMS:
            raise Invalid({"filters": [f"At most {_MOST_ITEMS} filters can be combined."]})
        if "items" in item:
            return self._deeper().of(_read(item, Filters))
        return self._filter(_read(item, Filter))

    def _filter(self, item: Filter) -> ColumnElement[bool]:
        target, name = named(item.filter)
        if target is not self.target:
            # By itself: one of the annotations, predictions or results for which it holds.
            return self._inside(target, Filters(items=[msgspec.to_builtins(item)]))
        operator = OPERATORS.get(item.operator)
        if operator is None:
            raise Invalid({"filters": [f'"{item.operator}" is not an operator; there are {", ".join(OPERATORS)}.']})
        column = resolve(name, item.type) if target is Target.TASKS else _column_inside(target, name)
        filtered = Filtered(column, self.scope)
        condition = filtered.condition(operator, item.value)
        if self.depth == 0:
            self.narrowing.extend(filtered.narrowing(operator, item.value))
        if item.child_filter is None:
            return condition
        return and_(condition, self._deeper()._filter(item.child_filter))

    def _inside(self, target: Target, group: Filters) -> ColumnElement[bool]:
        if target not in INSIDE[self.target]:
            raise Invalid({"filters": [f"A filter on {target} cannot stand inside one on {self.target}."]})
        scope = replace(self.scope, work=self.target) if target is Target.RESULTS else self.scope
        inner = replace(self._deeper(), scope=scope, target=target)
        at_least = group.at_least if group.at_least is not None else 1 if group.at_most is None else 0
        condition = inner._all_or_any(group)
        found = inside.some(scope, target, condition, at_least, group.at_most)
        if self.depth == 0 and at_least > 0 and target in inside.WORK:
            exact = at_least == 1 and group.at_most is None
            self.narrowing.append(by_work(scope, inside.WORK[target], condition, exact=exact))
        if target is Target.RESULTS and (at_least > 0 or group.at_most == 0):
            return inside.holding(scope, _texts_of(group), found, negated=at_least == 0)
        return found

    def _deeper(self) -> "Conditions":
        if self.depth >= _DEEPEST:
            raise Invalid({"filters": [f"Filters can be nested {_DEEPEST} deep."]})
        return replace(self, depth=self.depth + 1, narrowing=[])


def _texts_of(group: Filters) -> list[list[str]]:
    """Texts of which one stands in the JSON of every result that the group is about, as often as there are such filters."""
    if group.conjunction == "or" and len(group.items) > 1:
        return []
    found = []
    for item in group.items:
        exact = _EXACT.get(str(item.get("filter")), ())
        values = item["value"] if isinstance(item.get("value"), list) else [item.get("value")]
        # Of other letters JSON has several spellings.
        if item.get("operator") in exact and all(
            isinstance(value, str) and _PLAIN.fullmatch(value) for value in values
        ):
            found.append([f'"{value}"' for value in values])
    return found


_PLAIN = re.compile(r"[ !#-.0-\[\]-~]+")
_EXACT = {
    "filter:results:label": ("contains", "equal"),
    "filter:results:control": ("equal",),
    "filter:results:type": ("equal",),
}


def named(written: str) -> tuple[Target, str]:
    match written.split(":", 2):
        case ["filter", target, name] if target in INSIDE:
            return Target(target), name
    raise Invalid({"filters": [f'"{written}" is no filter: write filter:tasks:<column>.']})


def _column_inside(target: Target, name: str) -> Column:
    column = inside.COLUMNS[target].get(name)
    if column is None:
        raise Invalid({"filters": [f'There is no column "{name}" of {target}.']})
    return column


def _read(item: dict[str, Any], kind: type[T]) -> T:
    try:
        return msgspec.convert(item, kind)
    except msgspec.ValidationError as error:
        raise Invalid({"filters": [str(error)]}) from None
