"""`docs/reference/settings.md` from the settings class."""

import dataclasses
import typing
from pathlib import Path
from typing import Any

from labelwright.settings import PREFIXES, Settings, names

_HEAD = """# Settings

Made from the settings class; do not edit. Each name is read with the prefixes `{prefixes}` in this order, then bare (except `HOST` and `USERNAME`).
A flag wins over every variable; the `.env` file and `default_config.json` of the data directory come last.

| Variable | Flag | Default | What it does |
|---|---|---|---|
"""


def page() -> str:
    rows = [_row(field) for field in dataclasses.fields(Settings)]
    return _HEAD.format(prefixes="`, `".join(PREFIXES[:-1])) + "\n".join(rows) + "\n"


def _row(field: "dataclasses.Field[Any]") -> str:
    known = dict.fromkeys(name.removeprefix(PREFIXES[0]) for name in names(field) if name.startswith(PREFIXES[0]))
    flags = " ".join(f"`{flag}`" for flag in field.metadata["flags"])
    return f"| {', '.join(f'`{name}`' for name in known)} | {flags} | {_default(field)} | {field.metadata['doc']}{_choices(field)} |"


def _default(field: "dataclasses.Field[Any]") -> str:
    if field.default is None or field.default in ("", ()):
        return ""
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"`{value.as_posix() if isinstance(value, Path) else value}`"


def _choices(field: "dataclasses.Field[Any]") -> str:
    hint = typing.get_type_hints(Settings)[field.name]
    if typing.get_origin(hint) is not typing.Literal:
        return ""
    return f" One of {', '.join(f'`{choice}`' for choice in typing.get_args(hint))}."
