"""What an installation brings along: number of packages and their size without bytecode, against the limits.

Counted are the packages of requirements/runtime.txt that apply to this machine, by the files that their RECORD lists.
The file must hold what pyproject.toml asks for, with all that follows from it, and nothing else.
"""

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MOST_PACKAGES = 60
MOST_BYTES = 130 * 10**6


def pinned() -> dict[str, Requirement]:
    """What requirements/runtime.txt names for this machine."""
    lines = (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines()
    named = [Requirement(line) for line in lines]
    return {canonicalize_name(r.name): r for r in named if r.marker is None or r.marker.evaluate()}


def asked_for() -> set[str]:
    """What pyproject.toml names, with the PostgreSQL driver, and what that needs in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: set[str] = set()
    waiting = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["postgres"]]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            found.add(key[0])
            waiting += needs(*key)
    return found


def needs(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """What an installed package requires, with these extras; markers about extras are dealt with here."""
    for text in distribution(name).requires or []:
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            requirement.marker = None
            yield requirement


def installed_bytes(name: str) -> int:
    files = distribution(name).files or []
    paths = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> int:
    names, wanted = set(pinned()), asked_for()
    for name in sorted(wanted - names):
        print(f"requirements/runtime.txt lacks {name}: run make lock")
    for name in sorted(names - wanted):
        print(f"requirements/runtime.txt has {name}, which nothing asks for: run make lock")
    sizes = {name: installed_bytes(name) for name in names & wanted}
    total = sum(sizes.values())
    print(f"{len(names)} packages (limit {MOST_PACKAGES})")
    print(f"{total / 1e6:.1f} MB without bytecode (limit {MOST_BYTES / 1e6:.0f} MB)")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:8]:
        print(f"  {size / 1e6:6.1f} MB  {name}")
    return 0 if names == wanted and len(names) <= MOST_PACKAGES and total <= MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
