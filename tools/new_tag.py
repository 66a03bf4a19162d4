"""Starts a tag: `python tools/new_tag.py Colour [object|control|visual|sub]` writes its files into `spec/` and says what is next."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("object", "control", "visual", "sub")


def files(tag: str, kind: str) -> dict[str, str]:
    """Path inside `spec/` → content, a tag that is consistent from the start."""
    lower = tag.lower()
    declared: dict[str, Any] = {"$schema": "../schema/tag.schema.json", "tag": tag, "kind": kind, "doc": f"{tag}."}
    inner = f'<Text name="text" value="$text"/>\n  <{tag}/>'
    result = []
    if kind == "object":
        declared["attributes"] = {
            "name": {"type": "id", "required": True, "doc": "Unique name; results refer to it."},
            "value": {"type": "data", "required": True, "doc": "What it shows: usually a $field."},
        }
        inner = f'<{tag} name="{lower}" value="${lower}"/>'
    if kind == "control":
        declared["include"] = ["control", "required", "perRegion"]
        declared["targets"] = ["Text"]
        declared["produces"] = {"type": lower, "kind": "text", "key": lower}
        inner = f'<Text name="text" value="$text"/>\n  <{tag} name="{lower}" toName="text"/>'
        value = {lower: ["an answer"]}
        result = [{"id": "a", "from_name": lower, "to_name": "text", "type": lower, "value": value}]
    config = f"<View>\n  {inner}\n</View>"
    shown = f"\nA result:\n\n```json\n{json.dumps(result, indent=2)}\n```\n" if result else ""
    made = {
        f"tags/{lower}.json": json.dumps(declared, indent=2) + "\n",
        f"tags/{lower}.md": f"What it is for, in two to four sentences. When to use it.\n\n```xml\n{config}\n```\n{shown}\n- Keys, limits and what is different elsewhere.\n",
    }
    if result:
        answers = [{"control": lower, "target": "text", "type": lower, "value": ["an answer"]}]
        case = {"name": f"{tag}: an answer", "config": config, "result": result, "expect": {"answers": answers}}
        made[f"cases/results/{lower}.json"] = json.dumps([case], indent=2) + "\n"
    return made


def main(arguments: list[str], spec: Path = ROOT / "spec") -> int:
    tag, kind = [*arguments, "control"][:2] if arguments else ("", "")
    if not (tag.isidentifier() and tag[0].isupper()) or kind not in KINDS:
        print(f"usage: python tools/new_tag.py Name [{'|'.join(KINDS)}]")
        return 2
    made = files(tag, kind)
    taken = [name for name in made if (spec / name).exists()]
    if taken:
        print(f"spec/{taken[0]} is there already.")
        return 1
    for name, content in made.items():
        (spec / name).write_text(content, encoding="utf-8")
        print(f"wrote spec/{name}")
    print(
        "Next: fill them in, run `python tools/gen`, draw it in web/packages/editor/src/tags/, tell in spec/cases/gestures/ how."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
