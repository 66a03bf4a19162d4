"""The reference pages of the tags: prose and example from `<tag>.md`, tables from `<tag>.json`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from labelwright.spec import Attribute, Spec, SpecError, Tag

FENCE = "```xml\n"


@dataclass(frozen=True)
class Prose:
    text: str
    about: str
    """What stands before the example: what the tag is for."""
    example: str


def prose(directory: Path, spec: Spec) -> dict[str, Prose]:
    """Tag → what `<tag>.md` says; every tag has prose and one example config."""
    return {name: _prose(directory / f"{name.lower()}.md") for name in spec.tags}


def pages(spec: Spec, written: Mapping[str, Prose]) -> dict[str, str]:
    files = {f"{tag.tag.lower()}.md": _page(tag, written[tag.tag]) for tag in spec.tags.values()}
    files["README.md"] = _index(spec)
    return files


def _prose(path: Path) -> Prose:
    if not path.exists():
        raise SpecError(f"{path.name} is missing: a tag has prose and an example.")
    text = path.read_text(encoding="utf-8")
    about, fence, rest = text.partition(FENCE)
    if not fence or "\n```" not in rest:
        raise SpecError(f"{path.name} has no example in a fenced xml block.")
    return Prose(text, about.strip(), rest.partition("\n```")[0])


def _page(tag: Tag, written: Prose) -> str:
    parts = [f"# {tag.tag}\n\n", written.text.strip(), "\n"]
    facts = [
        ("Old name of", tag.alias_of and f"[{tag.alias_of}]({tag.alias_of.lower()}.md)"),
        ("Works with", _links(tag.targets)),
        ("Stands in", _links(tag.parents)),
        ("May contain", "any tag" if "*" in tag.children else _links(tag.children)),
        ("Result type", tag.produces and f"`{tag.produces.type}`"),
        ("In Label Studio", "Enterprise only" if tag.edition == "enterprise" else None),
        ("Status", tag.status if tag.status != "released" else None),
    ]
    rows = [f"- {title}: {fact}\n" for title, fact in facts if fact]
    if rows:
        parts += ["\n## Place and result\n\n", *rows]
    if tag.attributes:
        parts.append("\n## Attributes\n\n| attribute | type | default | meaning |\n|---|---|---|---|\n")
        parts += [_row(name, attribute) for name, attribute in tag.attributes.items()]
    return "".join(parts)


def _links(names: tuple[str, ...]) -> str:
    return ", ".join(f"[{name}]({name.lower()}.md)" for name in names)


def _row(name: str, attribute: Attribute) -> str:
    kind = " \\| ".join(f"`{value}`" for value in attribute.values) or attribute.type
    default = "required" if attribute.required else _shown(attribute.default)
    if attribute.documented_default is not None:
        default += f" (Label Studio's documentation says {_shown(attribute.documented_default)})"
    limits = {(False, False): "", (True, False): f" At least {attribute.min:g}." if attribute.min is not None else ""}
    limit = limits.get((attribute.min is not None, attribute.max is not None))
    if limit is None:
        limit = f" From {attribute.min:g} to {attribute.max:g}."
    doc = (attribute.doc + limit).replace("|", "\\|")
    return f"| `{name}` | {kind} | {default} | {doc} |\n"


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _index(spec: Spec) -> str:
    titles = {"object": "What is labelled", "control": "What labels it", "sub": "Parts", "visual": "Layout and help"}
    lines = ["# Tags\n\nGenerated from `spec/tags/`.\n"]
    for kind, title in titles.items():
        lines.append(f"\n## {title}\n\n")
        for tag in spec.tags.values():
            if tag.kind == kind:
                lines.append(f"- [{tag.tag}]({tag.tag.lower()}.md): {tag.doc}\n")
    return "".join(lines)
