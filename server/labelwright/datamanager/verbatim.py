"""A look at a JSON text as it is written, before it is taken apart: most tasks that do not have what is looked for are told so in half the time.

Without a backslash every text in JSON is written as it is. A field of another kind may be spelled differently when it is read: a number, or an array or
object without the blanks in it. Neither can have a text in it that has another letter than numbers have, and none of those that JSON itself is made of.
"""

import re
from typing import Any

from sqlalchemy import ColumnElement, String, literal, or_, type_coerce

from labelwright.db import patterns

_OF_NUMBERS = re.compile(r"[-+.0-9einf]*", re.IGNORECASE)
_OF_JSON = re.compile(r'[]["\\{}:,]')


def is_verbatim(wanted: str) -> bool:
    """Whether `may_hold` can be asked for it. Only SQLite is quicker by that, and its LIKE knows no case of other letters than English ones."""
    return not (_OF_NUMBERS.fullmatch(wanted) or _OF_JSON.search(wanted) or patterns.has_case(wanted))


def may_hold(json: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Wherever a text in the JSON contains it, in capitals or not."""
    written = type_coerce(json, String)
    return or_(written.contains(wanted, autoescape=True), written.op("GLOB")(literal("*\\*")))
