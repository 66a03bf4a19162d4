"""Write the API's description from the routes, or with --check fail when the committed one differs.

It is made here and served as a file: making it blocks a starting server for a second.
"""

import sys
from pathlib import Path

from labelwright.cli.commands.openapi import document

FILE = Path(__file__).resolve().parent.parent / "web" / "packages" / "api" / "openapi.json"


def main(arguments: list[str]) -> int:
    made = document() + "\n"
    if FILE.is_file() and FILE.read_text("utf-8") == made:
        return 0
    if arguments == ["--check"]:
        print(f"{FILE.name} is not what the routes say: run make gen")
        return 1
    FILE.write_text(made, "utf-8")
    print(f"wrote {FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
