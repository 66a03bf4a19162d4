"""What a column of the Data Manager is, and what it looks at."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, Table, cast, func, literal, type_coerce

from labelwright.db import patterns
from labelwright.labelconfig import Config

# The kind of an index on the words inside texts; the others are what a column's values are read as.
CONTAINS = "contains"


class Target(StrEnum):
    """What a column belongs to, and what a group of filters is about: the tasks, the work on a task, or single results of one of these."""

    TASKS = "tasks"
    ANNOTATIONS = "annotations"
    PREDICTIONS = "predictions"
    RESULTS = "results"


@dataclass(frozen=True)
class Scope:
    """The project whose tasks are looked at, the database's dialect, and the moment of looking."""

    project: Row[Any]
    sqlite: bool
    now: datetime
    # Whether the database, too, takes a pattern that Python takes.
    takes_pattern: Callable[[str], bool]
    # Ids of the indexes that can be counted on, by column and kind.
    indexes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    # Within filters on results: whose results they are.
    work: Target = Target.ANNOTATIONS

    @property
    def config(self) -> Config:
        return Config.of(self.project.label_config)


Expression = Callable[[Scope], ColumnElement[Any]]
Condition = Callable[[Scope, Any], ColumnElement[bool]]


@dataclass(frozen=True)
class Column:
    id: str
    title: str
    type: str
    value: Expression
    target: Target = Target.TASKS
    explore: bool = False
    labeling: bool = False
    # For people's ids, versions, results: a row fits.
    contains: Condition | None = None
    equals: Condition | None = None
    # The table of which one of the task's rows has to fit; without it, the task's own row.
    of: Table | None = None
    # The tables that decide the value, where the task's own row does not.
    sources: tuple[Table, ...] = ()
    empty: Callable[[Scope], ColumnElement[bool]] | None = None
    # What an index holds in place of the value.
    key: Expression | None = None
    # The JSON that the text is a part of.
    within: ColumnElement[Any] | None = None
    # Several values at once, as a select of them: a filter looks for one that fits.
    each: Callable[[Scope], Select[Any]] | None = None
    # Shown as a column of the table; the others can only be filtered and sorted on.
    listed: bool = True
    help: str | None = None


def plain(column: ColumnElement[Any]) -> Expression:
    return lambda _scope: column


def json_text(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A JSON column as the text it is stored as."""
    return cast(type_coerce(column, String), String)


def containing(scope: Scope, text: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Whether the text stands in it, in capitals or not."""
    if scope.sqlite:
        if patterns.has_case(wanted):
            return func.instr(func.caseless(text), patterns.caseless(wanted)) > 0
        # Its LIKE knows no case of English letters.
        return text.contains(wanted, autoescape=True)
    return text.icontains(wanted, autoescape=True)


def lowered(scope: Scope, text: ColumnElement[Any]) -> ColumnElement[Any]:
    """A text as an index of words has it."""
    return text if scope.sqlite else func.lower(text)


def lowered_containing(scope: Scope, text: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """The same as `containing` of a text that is `lowered`, in a third of the time."""
    if scope.sqlite:
        return containing(scope, text, wanted)
    escaped = re.sub("([/%_])", r"/\1", wanted)
    return text.like(func.lower(literal(f"%{escaped}%", String)), escape="/")


def by_code_point(scope: Scope, kind: str, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """Texts are more or less than others as SQLite has it, on every database and in every language of the server."""
    return value if scope.sqlite or kind != "String" else value.collate("C")
