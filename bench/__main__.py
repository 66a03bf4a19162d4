"""python -m bench [part …]: see the package's docstring."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

import bench
from bench import annotate, compare, editor, large, list_page, lists_large, load, startup, transfer
from bench.files import FORMATS
from bench.measure import Row, machine, show
from bench.server import postgresql

PARTS: dict[str, Callable[[argparse.Namespace, Path], list[Row]]] = {
    "startup": startup.measure,
    "annotate": annotate.measure,
    "transfer": transfer.measure,
    "import-large": large.measure,
    "load": load.measure,
    "editor": editor.measure,
    "lists": lists_large.measure,
    "list-page": list_page.measure,
    "compare": compare.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=bench.__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; default: all but compare")
    parser.add_argument("--database", help="on an empty PostgreSQL database, by its URL")
    parser.add_argument(
        "--postgresql", action="store_true", help="on a PostgreSQL server made for it; default: a new SQLite file"
    )
    parser.add_argument("--runs", type=int, default=5, help="starts of each kind; imports, exports, pages: half of it")
    parser.add_argument(
        "--tasks",
        type=int,
        default=10_000,
        help="tasks imported and exported; ten times as many under load, a hundred times in lists",
    )
    parser.add_argument("--megabytes", type=int, default=200, help="size of each large file")
    parser.add_argument("--files", nargs="+", choices=FORMATS, default=FORMATS, help="kinds of large files")
    parser.add_argument("--users", type=int, nargs="+", default=[1, 8, 20], help="annotators at once")
    parser.add_argument("--annotations", type=int, default=400, help="tasks each number of annotators labels together")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser that the editor is measured in")
    parser.add_argument("--kept", type=Path, help="where the tasks of lists are kept, to be found again")
    parser.add_argument("--label-studio", type=Path, help="its command: for compare, and for the editor beside its own")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if "compare" in options.parts and (options.label_studio is None or options.database or options.postgresql):
        parser.error("compare needs --label-studio, and is made on SQLite")
    print(machine())
    parts = options.parts or [name for name in PARTS if name != "compare"]
    if options.postgresql:
        with postgresql() as server:
            for name in parts:
                with server.create() as options.database:
                    _run(name, options)
    else:
        for name in parts:
            _run(name, options)


def _run(part: str, options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="labelwright-bench-") as directory:
        show(part, PARTS[part](options, Path(directory)))


if __name__ == "__main__":
    main()
