"""What a route reads, for the API's description: of routes that read it by themselves. Those with a `data` argument say it by its type."""

from typing import Any, NamedTuple

JSON, FORM, FILES = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"


class Body(NamedTuple):
    """`kind` is read as JSON; `fields` as a form's, `files` as its files."""

    kind: Any = None
    required: bool = True
    fields: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def reads(
    kind: Any = None, *, required: bool = True, fields: tuple[str, ...] = (), files: tuple[str, ...] = ()
) -> dict[str, Any]:
    """To be joined with what a route says about access: `opt=signed_in() | reads(AnnotationIn)`."""
    return {"body": Body(kind, required, fields, files)}
