"""Exports: which formats fit a project, and a project written in one of them."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from labelwright.db import Database, Tx
from labelwright.errors import Invalid, NotFound
from labelwright.exports import queries
from labelwright.exports.formats import Format, formats
from labelwright.exports.source import Options, Source
from labelwright.kit.ids import secret
from labelwright.labelconfig import Config

_T = TypeVar("_T")


class FormatOut(msgspec.Struct, omit_defaults=True):
    """An entry of the list; `disabled` only where the format does not fit the project."""

    title: str
    description: str
    link: str
    name: str
    tags: tuple[str, ...] = ()
    disabled: bool = False


def offered(tx: Tx, project_id: int) -> list[FormatOut]:
    """All formats, those that fit first."""
    config = _config(tx, project_id)
    entries = [
        FormatOut(one.title, one.description, "", one.name, one.tags, not one.fits(config))
        for one in formats().values()
    ]
    return sorted(entries, key=lambda entry: entry.disabled)


def chosen(name: str) -> Format:
    found = formats().get(name.upper())
    if found is None:
        raise Invalid({"exportType": [f'"{name}" is not a valid choice. Formats are: {", ".join(formats())}.']})
    return found


def file_name(project_id: int, chosen: Format, at: datetime) -> str:
    return f"project-{project_id}-at-{at:%Y-%m-%d-%H-%M}-{secret(8)}.{chosen.extension}"


def written(
    db: Database, project_id: int, chosen: Format, options: Options, told: Callable[[int], None] = lambda _: None
) -> Generator[bytes, None, None]:
    """The file in pieces, from one snapshot of the database that is held until the last of them. `told` hears of each batch of tasks that was read."""

    def telling(batches: Iterator[list[_T]]) -> Iterator[list[_T]]:
        for batch in batches:
            told(len(batch))
            yield batch

    with db.read() as tx:
        config = _config(tx, project_id)
        source = Source(
            config,
            lambda: telling(queries.batches(tx, project_id, options)),
            lambda: telling(queries.annotated(tx, project_id, options)),
            lambda: queries.columns(tx, project_id, options),
        )
        with closing(chosen.write(source, options)) as pieces:
            yield from pieces


def _config(tx: Tx, project_id: int) -> Config:
    project: Any = queries.project(tx, project_id)
    if project is None:
        raise NotFound.of("Project")
    return Config.of(project.label_config)
