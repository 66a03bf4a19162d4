"""The gallery: one folder of `examples/<group>/<slug>/` is one template.

    template.json   title, group, type, order, details, keywords
    config.xml      the label config
    tasks.json      tasks ready for import
    picture.svg     what the gallery shows

Media that the tasks name as `/static/samples/<file>` lie in `examples/samples/`. Pure: reads files, knows no database and no web.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

PACKAGED = Path(__file__).with_name("_examples")
CHECKOUT = Path(__file__).resolve().parents[2] / "examples"


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of `GET /api/templates/`; what Label Studio has no name for comes last."""

    title: str
    type: str
    group: str
    image: str
    details: str
    source_repo: str
    config: str
    slug: str
    order: int
    keywords: list[str]


class _Described(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`template.json`, as its author writes it."""

    title: str
    group: str
    type: str
    order: int
    details: str
    keywords: list[str]
    source_repo: str = ""


def examples() -> Path:
    """The folder of the examples: inside the installed package, else beside the sources."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def sample(name: str) -> Path | None:
    """The file behind `/static/samples/<name>`."""
    return _known(examples() / "samples", name)


def picture(slug: str) -> Path | None:
    """The file behind `/static/templates/<slug>.svg`."""
    folder = folders().get(slug)
    return _known(folder, "picture.svg") if folder else None


def tasks(slug: str) -> list[dict[str, Any]]:
    """The template's tasks as import takes them."""
    return msgspec.json.decode((folders()[slug] / "tasks.json").read_bytes(), type=list[dict[str, Any]])


@cache
def folders() -> dict[str, Path]:
    return {path.parent.name: path.parent for path in sorted(examples().glob("*/*/template.json"))}


@cache
def groups() -> list[str]:
    """The groups in the order the gallery shows them."""
    return msgspec.json.decode((examples() / "groups.json").read_bytes(), type=list[str])


@cache
def gallery() -> list[Template]:
    """Every template, in the order of the groups and of the templates in them; read when first asked for."""
    found = [_template(slug, folder) for slug, folder in folders().items()]
    return sorted(found, key=lambda one: (groups().index(one.group), one.order, one.title))


def _template(slug: str, folder: Path) -> Template:
    described = msgspec.json.decode((folder / "template.json").read_bytes(), type=_Described)
    return Template(
        **msgspec.structs.asdict(described),
        slug=slug,
        image=f"/static/templates/{slug}.svg",
        config=(folder / "config.xml").read_text("utf-8"),
    )


def _known(folder: Path, name: str) -> Path | None:
    """A file directly in the folder: names from the outside never lead anywhere else."""
    path = folder / name
    return path if path.parent == folder and name not in ("", ".", "..") and path.is_file() else None
