"""The contract as frozen objects: tags and value kinds, read from `spec/`.

A tag is data. Nothing here knows what a tag does; `labelconfig` and `results` ask the spec and never name a tag where
an attribute, a kind or a target can say it.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from labelwright.errors import LabelwrightError

T = TypeVar("T")
TagKind = Literal["object", "control", "visual", "sub"]
AttributeType = Literal[
    "id", "ref", "refs", "string", "text", "int", "float", "percent", "bool", "enum", "colour", "hotkey", "data", "url"
]
DataType = Literal["string", "integer", "number", "boolean", "array", "object", "null"]


class SpecError(LabelwrightError):
    """The files of `spec/` contradict one another: a mistake of ours, met at start-up."""


class Attribute(msgspec.Struct, frozen=True, rename="camel"):
    type: AttributeType
    doc: str
    default: bool | int | float | str | None = None
    documented_default: bool | int | float | str | None = None
    required: bool = False
    values: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    variable: bool = False
    """A `$field` may stand in place of the literal."""


class AttributeGroup(msgspec.Struct, frozen=True):
    doc: str
    attributes: dict[str, Attribute]


class Produces(msgspec.Struct, frozen=True, rename="camel"):
    """What a control writes: `key` is its own key in `value`, `kind` the value kind of what it writes."""

    type: str
    kind: str
    key: str | None = None
    regions: dict[str, str] = {}
    """Kind of the region drawn on an object of that tag, where it depends on the object."""
    also_type: tuple[str, ...] = ()
    also_key: tuple[str, ...] = ()
    merges_labels: bool = False
    """Labels of a sibling `Labels` travel in this control's item."""
    to_self: bool = False
    """`to_name` is the control itself."""


class Tag(msgspec.Struct, frozen=True, rename="camel", dict=True):
    tag: str
    kind: TagKind
    doc: str
    edition: Literal["community", "enterprise"] = "community"
    status: Literal["released", "beta", "superseded", "deprecated", "internal", "unreleased"] = "released"
    aliases: tuple[str, ...] = ()
    alias_of: str | None = None
    include: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = {}
    targets: tuple[str, ...] = ()
    produces: Produces | None = None
    children: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    content: Literal["text", "markup"] | None = None
    """The element's content is its value."""
    self_reference: bool = False
    """Object and control at once."""
    data: tuple[DataType, ...] = ("string",)
    """JSON types that the task data behind `value` may have."""

    @cached_property
    def attribute_names(self) -> Mapping[str, str]:
        """Lower-case name → name: attributes are matched without regard to case."""
        return {name.lower(): name for name in self.attributes}


class ValueKind(msgspec.Struct, frozen=True, rename="camel"):
    kind: str
    role: Literal["region", "answer", "relation"]
    doc: str
    value: dict[str, Any]
    """JSON Schema of the geometry, or of what an answer holds under the control's own key."""
    geometry: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()
    """Keys any of which stands in for the required ones: drafts saved in haste, older names."""

    @property
    def required_geometry(self) -> tuple[str, ...]:
        return tuple(self.value.get("required", ()))


class Spec(msgspec.Struct, frozen=True, dict=True):
    tags: dict[str, Tag]
    groups: dict[str, AttributeGroup]
    kinds: dict[str, ValueKind]

    @cached_property
    def _by_lower(self) -> dict[str, Tag]:
        names = {tag.tag.lower(): tag for tag in self.tags.values()}
        names.update({alias.lower(): tag for tag in self.tags.values() for alias in tag.aliases})
        return names

    @cached_property
    def by_result_type(self) -> Mapping[str, Tag]:
        controls = [tag for tag in self.tags.values() if tag.produces]
        types = {tag.produces.type: tag for tag in controls if tag.produces}
        for tag in controls:
            assert tag.produces
            types.update(dict.fromkeys(tag.produces.also_type, tag))
        return types

    def tag(self, name: str) -> Tag | None:
        """The tag of that name, spelled in any case; an alias gives the tag it stands for."""
        return self.tags.get(name) or self._by_lower.get(name.lower())

    def region_kind(self, control: Tag, target: str) -> ValueKind | None:
        """Kind of the region that `control` draws on an object of tag `target`; None when it draws none there."""
        if control.produces is None:
            return None
        on = self.tag(target)
        name = control.produces.regions.get(on.alias_of or on.tag if on else target, control.produces.kind)
        kind = self.kinds[name]
        return kind if kind.role == "region" else None


def spec_dir() -> Path:
    """Where the contract lies: inside the installed package, else in the checkout."""
    package = Path(__file__).parent
    packaged = package / "_spec"
    return packaged if packaged.is_dir() else package.parent.parent / "spec"


def load(directory: Path) -> Spec:
    """Read and check a `spec/` directory. Raises SpecError naming the file that is wrong."""
    groups = _decode(directory / "tags" / "_groups.json", dict[str, AttributeGroup])
    tags: dict[str, Tag] = {}
    for path in sorted((directory / "tags").glob("[!_]*.json")):
        tag = _decode(path, Tag)
        if path.stem != tag.tag.lower():
            raise SpecError(f"{path.name} declares <{tag.tag}>; it must be named {tag.tag.lower()}.json.")
        tags[tag.tag] = tag
    kinds = {}
    for path in sorted((directory / "values").glob("*.json")):
        kind = _decode(path, ValueKind)
        if path.stem != kind.kind:
            raise SpecError(f"{path.name} declares the kind {kind.kind}.")
        kinds[kind.kind] = kind
    whole = Spec({name: _whole(tag, tags, groups) for name, tag in tags.items()}, groups, kinds)
    for tag in whole.tags.values():
        _check(tag, whole)
    return whole


@cache
def spec() -> Spec:
    """The contract this server runs with."""
    return load(spec_dir())


def _decode(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, OSError) as error:
        raise SpecError(f"{path.name}: {error}") from error


def _whole(tag: Tag, tags: Mapping[str, Tag], groups: Mapping[str, AttributeGroup]) -> Tag:
    """The tag with the attributes of its groups (and of the tag it is an old name of) written in."""
    if tag.alias_of:
        if tag.alias_of not in tags:
            raise SpecError(f"<{tag.tag}> is an alias of <{tag.alias_of}>, which is not declared.")
        original = _whole(tags[tag.alias_of], tags, groups)
        return msgspec.structs.replace(
            tag, attributes=original.attributes, data=original.data, content=original.content
        )
    attributes: dict[str, Attribute] = {}
    for group in tag.include:
        if group not in groups:
            raise SpecError(f"<{tag.tag}> includes the attribute group {group}, which is not declared.")
        attributes.update(groups[group].attributes)
    return msgspec.structs.replace(tag, attributes=attributes | tag.attributes)


def _check(tag: Tag, whole: Spec) -> None:
    for relation, names in (("targets", tag.targets), ("parents", tag.parents), ("children", tag.children)):
        unknown = [name for name in names if name != "*" and name not in whole.tags]
        if unknown:
            raise SpecError(f"<{tag.tag}> {relation}: {', '.join(unknown)} not declared.")
    if tag.produces:
        used = [tag.produces.kind, *tag.produces.regions.values()]
        missing = [kind for kind in used if kind not in whole.kinds]
        if missing:
            raise SpecError(f"<{tag.tag}> produces {', '.join(missing)}: no such value kind.")
    elif tag.kind == "control":
        raise SpecError(f"<{tag.tag}> is a control and produces nothing.")
    for name, attribute in tag.attributes.items():
        if (attribute.type == "enum") != bool(attribute.values):
            raise SpecError(f"<{tag.tag} {name}>: values belong to an enum, and an enum has values.")
