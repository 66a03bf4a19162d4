"""What an installation brings along: number of packages and their size without bytecode, against the limits.

Counted are the packages of requirements/runtime.txt that apply to this machine, by the files that their RECORD lists.
"""

import sys
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
MOST_PACKAGES = 60
MOST_BYTES = 130 * 10**6


def installed_bytes(name: str) -> int:
    files = distribution(name).files or []
    paths = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> int:
    lines = (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines()
    needed = [Requirement(line) for line in lines]
    names = [r.name for r in needed if r.marker is None or r.marker.evaluate()]
    sizes = {name: installed_bytes(name) for name in names}
    total = sum(sizes.values())
    print(f"{len(names)} packages (limit {MOST_PACKAGES})")
    print(f"{total / 1e6:.1f} MB without bytecode (limit {MOST_BYTES / 1e6:.0f} MB)")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:8]:
        print(f"  {size / 1e6:6.1f} MB  {name}")
    return 0 if len(names) <= MOST_PACKAGES and total <= MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
