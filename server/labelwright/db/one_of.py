"""Whether a number is one of many: one parameter and one statement, however many there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, BigInteger, BindParameter, Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType


class _Numbers(TypeDecorator[Sequence[int]]):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(BigInteger))

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:
        numbers = list(value or ())
        return str(numbers) if dialect.name == "sqlite" else numbers


class _OneOf(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Any:
        # It is a condition, and no value to be compared with 1: no index would be used for that.
        return self


def one_of(column: ColumnElement[int], numbers: str | Sequence[int]) -> ColumnElement[bool]:
    """`numbers`, or the name of the parameter that they come as."""
    return _OneOf(column, _parameter(numbers))


def _parameter(numbers: str | Sequence[int]) -> BindParameter[Any]:
    if isinstance(numbers, str):
        return bindparam(numbers, type_=_Numbers)
    return bindparam(None, list(numbers), type_=_Numbers)


@compiles(_OneOf, "sqlite")
def _in_json(element: _OneOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, numbers = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({numbers})))"  # noqa: S608


@compiles(_OneOf, "postgresql")
def _in_array(element: _OneOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, numbers = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} = ANY({numbers}))"
