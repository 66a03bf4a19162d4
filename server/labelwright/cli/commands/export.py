"""`labelwright export PROJECT FORMAT`: a project's export without a browser."""

import argparse
import json
import tempfile
from pathlib import Path

from labelwright.settings import SettingError, Settings

HELP = "Write a project's annotated tasks in a format; also while the server runs."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=int, help="Number of the project.")
    parser.add_argument("format", help="JSON, JSON_MIN, CSV, TSV …")
    parser.add_argument("--export-path", type=Path, default=Path(), metavar="PATH", help="Directory or file to write.")
    parser.add_argument("--download-all-tasks", action="store_true", help="Also tasks without annotations.")
    parser.add_argument(
        "--export-serializer-context",
        type=_context,
        default={},
        metavar="JSON",
        help='For compatibility; {"interpolate_key_frames": true} is honoured.',
    )


def run(settings: Settings, args: argparse.Namespace) -> None:
    from labelwright.cli.opened import opened
    from labelwright.exports import service
    from labelwright.exports.source import Options
    from labelwright.kit.clock import now

    chosen = service.chosen(args.format)
    options = Options(
        download_all_tasks=args.download_all_tasks,
        interpolate_key_frames=bool(args.export_serializer_context.get("interpolate_key_frames")),
    )
    target: Path = args.export_path
    if target.is_dir():
        target = target / service.file_name(args.project, chosen, now())
    if not target.parent.is_dir():
        raise SettingError(f"There is no directory {target.parent}.")
    with opened(settings) as db, tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as partial:
        try:
            for piece in service.written(db, args.project, chosen, options):
                partial.write(piece)
        except BaseException:
            Path(partial.name).unlink()
            raise
        # Whole or not at all: nobody takes half a file for an export.
        Path(partial.name).replace(target)
    print(target)


def _context(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"it is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise argparse.ArgumentTypeError("it must be a JSON object")
    return value
