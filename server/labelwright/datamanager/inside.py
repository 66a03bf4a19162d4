"""What is inside the work on a task: columns of annotations and predictions, and of the single results of one of them.

A group of filters on one of these asks for how many of them all (or any) of its filters hold together: an annotation by one person *with* a label, a
result of one control *with* a text.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Table,
    TableValuedAlias,
    and_,
    case,
    cast,
    column,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import JSON, JSONB

from labelwright.annotations.tables import annotations, predictions
from labelwright.datamanager.column import Column, Condition, Expression, Scope, Target, json_text, plain
from labelwright.datamanager.fields import inline, postgresql_number
from labelwright.datamanager.narrowing import of_task
from labelwright.datamanager.operators import convert

a, p = annotations.c, predictions.c
WORK: dict[Target, Table] = {Target.ANNOTATIONS: annotations, Target.PREDICTIONS: predictions}


def some(
    scope: Scope, target: Target, condition: ColumnElement[bool], at_least: int, at_most: int | None
) -> ColumnElement[bool]:
    """Whether the condition holds for so many of a task's annotations or predictions, or of the results of one of these."""
    if target is Target.RESULTS:
        found = select(func.count()).select_from(_items(scope)).where(condition)
    else:
        found = of_task(scope, WORK[target], condition).with_only_columns(func.count())
    if at_least == 1 and at_most is None:
        return found.with_only_columns(literal_column("1")).exists()
    if at_least == 0 and at_most == 0:
        return ~found.with_only_columns(literal_column("1")).exists()
    count = found.scalar_subquery()
    return and_(count >= at_least, *([count <= at_most] if at_most is not None else []))


def holding(scope: Scope, texts: list[list[str]], found: ColumnElement[bool], *, negated: bool) -> ColumnElement[bool]:
    """`found`, for which the JSON is taken apart only where the texts stand in it."""
    written = json_text(WORK[scope.work].c.result)
    at = func.instr if scope.sqlite else func.strpos
    hold = [or_(*(at(written, text) > 0 for text in some_of)) for some_of in texts]
    if not hold:
        return found
    return or_(not_(and_(*hold)), found) if negated else and_(*hold, found)


# Results are rows made of a JSON list.


def _items(scope: Scope) -> TableValuedAlias:
    result = WORK[scope.work].c.result
    if scope.sqlite:
        return func.json_each(result).table_valued("value", "type", name="item", joins_implicitly=True)
    written = type_coerce(result, JSON)
    rows = case((func.json_typeof(written) == "array", written), else_=cast("[]", JSON))
    found = func.json_array_elements(rows).table_valued(column("value", JSON), joins_implicitly=True)
    return found.render_derived(name="item")


def _item(scope: Scope) -> ColumnElement[Any]:
    """The JSON of the row at hand."""
    if scope.sqlite:
        # Only an object is JSON here: a text stands without its quotation marks.
        return case((literal_column("item.type") == "object", literal_column("item.value")))
    return literal_column("item.value", JSON)


def _member(scope: Scope, *names: str) -> ColumnElement[Any]:
    """A JSON value inside, on PostgreSQL."""
    found = _item(scope)
    for name in names:
        found = found.op("->")(inline(name))
    return found


def _text(*names: str) -> Expression:
    *outer, last = names
    path = ".".join(("$", *names))

    def value(scope: Scope) -> ColumnElement[Any]:
        if scope.sqlite:
            return func.json_extract(_item(scope), inline(path))
        return type_coerce(_member(scope, *outer).op("->>")(inline(last)), String)

    return value


def _number(scope: Scope, *names: str) -> ColumnElement[Any]:
    if not scope.sqlite:
        return postgresql_number(_member(scope, *names))
    path = inline(".".join(("$", *names)))
    found = func.json_type(_item(scope), path)
    return case((found.in_(["integer", "real"]), func.json_extract(_item(scope), path)), else_=null())


def _leaves(scope: Scope, key: ColumnElement[Any]) -> Select[Any]:
    """All texts, at any depth, of the result's `value.<key>`."""
    if not scope.sqlite:
        inner = cast(_member(scope, "value").op("->")(key), JSONB)
        texts: ColumnElement[Any] = literal_column("""'$.** ? (@.type() == "string")'::jsonpath""")
        rows = func.jsonb_path_query(inner, texts).table_valued(column("value", JSONB), joins_implicitly=True)
        leaf = rows.render_derived(name="leaf")
        return select(type_coerce(leaf.c.value.op("#>>")(literal_column("'{}'")), String)).select_from(leaf)
    members = func.json_each(_item(scope), "$.value").table_valued(
        "key", "value", "type", name="member", joins_implicitly=True
    )
    nested = members.c.type.in_(["array", "object"])
    inside = case((nested, members.c.value), else_=func.json_quote(members.c.value))
    leaves = func.json_tree(inside).table_valued("atom", "type", name="leaf", joins_implicitly=True)
    found: Select[Any] = select(type_coerce(leaves.c.atom, String)).select_from(members, leaves)
    return found.where(members.c.key == key, leaves.c.type == "text")


_control, _kind = _text("from_name"), _text("type")


def _labels(scope: Scope) -> Select[Any]:
    return _leaves(scope, _kind(scope))


def _texts(scope: Scope) -> Select[Any]:
    return _leaves(scope, inline("text"))


def _any_label(scope: Scope, value: Any) -> ColumnElement[bool]:
    labels = _labels(scope)
    wanted = [convert("String", item) for item in (value if isinstance(value, list) else [value])]
    return labels.where(labels.selected_columns[0].in_(wanted)).exists()


def _number_of_result(scope: Scope) -> ColumnElement[Any]:
    return func.coalesce(_number(scope, "value", "number"), _number(scope, "value", "rating"))


def _result_count(scope: Scope) -> ColumnElement[Any]:
    """Of a prediction; annotations have theirs counted."""
    of_predictions = replace(scope, work=Target.PREDICTIONS)
    identity = _text("id")(of_predictions)
    return select(func.count(identity.distinct())).select_from(_items(of_predictions)).scalar_subquery()


def _is_person(person: ColumnElement[Any]) -> Condition:
    return lambda _scope, value: person == int(convert("Number", value))


def _is_version(_: Scope, value: Any) -> ColumnElement[bool]:
    wanted = value if isinstance(value, list) else [value]
    return p.model_version.in_([convert("String", item) for item in wanted])


def _person(number: str, title: str, person: ColumnElement[Any]) -> Column:
    same = _is_person(person)
    return Column(number, title, "List", plain(person), Target.ANNOTATIONS, contains=same, equals=same)


_ALL = (
    Column("id", "ID", "Number", plain(a.id), Target.ANNOTATIONS),
    _person("completed_by", "Annotated by", a.completed_by_id),
    _person("updated_by", "Updated by", a.updated_by_id),
    Column("created_at", "Created at", "Datetime", plain(a.created_at), Target.ANNOTATIONS),
    Column("updated_at", "Updated at", "Datetime", plain(a.updated_at), Target.ANNOTATIONS),
    Column("lead_time", "Lead time", "Number", plain(a.lead_time), Target.ANNOTATIONS),
    Column("result_count", "Regions", "Number", plain(a.result_count), Target.ANNOTATIONS),
    Column("was_cancelled", "Skipped", "Boolean", plain(a.was_cancelled), Target.ANNOTATIONS),
    Column("ground_truth", "Ground truth", "Boolean", plain(a.ground_truth), Target.ANNOTATIONS),
    Column("id", "ID", "Number", plain(p.id), Target.PREDICTIONS),
    Column(
        "model_version", "Model version", "List", plain(p.model_version), Target.PREDICTIONS,
        contains=_is_version, equals=_is_version, empty=lambda _: p.model_version == "",
    ),
    Column("score", "Score", "Number", plain(p.score), Target.PREDICTIONS),
    Column("created_at", "Created at", "Datetime", plain(p.created_at), Target.PREDICTIONS),
    Column("updated_at", "Updated at", "Datetime", plain(p.updated_at), Target.PREDICTIONS),
    Column("result_count", "Regions", "Number", _result_count, Target.PREDICTIONS),
    Column("control", "Control", "String", _control, Target.RESULTS),
    Column("type", "Type", "String", _kind, Target.RESULTS),
    Column("label", "Label", "List", _kind, Target.RESULTS, contains=_any_label, equals=_any_label, each=_labels),
    Column("text", "Text", "String", _control, Target.RESULTS, each=_texts),
    Column("number", "Number", "Number", _number_of_result, Target.RESULTS),
    Column("score", "Score", "Number", lambda scope: _number(scope, "score"), Target.RESULTS),
)  # fmt: skip

COLUMNS = {target: {column.id: column for column in _ALL if column.target is target} for target in Target}
