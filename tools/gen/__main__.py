"""Writes what is generated from `spec/`, the settings class and the routes: `python tools/gen`, or `python tools/gen --check` to fail on drift."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "server"))

import reference  # noqa: E402
import settings_page  # noqa: E402
import typescript  # noqa: E402

from labelwright.cli.commands import openapi  # noqa: E402
from labelwright.datamanager.actions import actions  # noqa: E402
from labelwright.spec import load  # noqa: E402

EDITOR = "web/packages/editor/src"
PAGES = "docs/reference/tags"


def wanted() -> dict[str, str]:
    """Path, relative to the repository → content."""
    spec = load(ROOT / "spec")
    prose = reference.prose(ROOT / "spec" / "tags", spec)
    files = {
        "docs/reference/settings.md": settings_page.page(),
        "web/packages/api/openapi.json": openapi.document() + "\n",
        "web/packages/api/src/actions.gen.ts": typescript.actions(list(actions())),
        f"{EDITOR}/spec.gen.ts": typescript.contract(spec),
        f"{EDITOR}/spec.docs.gen.ts": typescript.docs(spec, prose),
    }
    files.update({f"{PAGES}/{name}": text for name, text in reference.pages(spec, prose).items()})
    return files


def main(arguments: list[str]) -> int:
    files = wanted()
    drifted = [name for name, text in files.items() if _read(ROOT / name) != text]
    pages = ROOT / PAGES
    orphans = [path for path in pages.glob("*.md") if f"{PAGES}/{path.name}" not in files]
    if arguments == ["--check"]:
        for name in [*drifted, *(str(path.relative_to(ROOT)) for path in orphans)]:
            print(f"{name} is not what its source says: run python tools/gen")
        return 1 if drifted or orphans else 0
    if arguments:
        print("usage: python tools/gen [--check]")
        return 2
    for name in drifted:
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8")
        print(f"wrote {name}")
    for path in orphans:
        path.unlink()
        print(f"removed {path.relative_to(ROOT)}")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
