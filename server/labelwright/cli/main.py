"""`labelwright [command] [flags]`; without a command it starts the server.

Flags may stand before or after the command, as in Label Studio, and are made from the settings class.
"""

import argparse
import dataclasses
import importlib
import logging
import pkgutil
import sys
import typing
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from labelwright.cli import commands
from labelwright.errors import Invalid, LabelwrightError
from labelwright.settings import SettingError, Settings, load, names, parse

DEFAULT = "start"


def run() -> None:
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """The exit code; a mistake of the caller is one sentence on stderr and 2, or 1 when the command itself failed."""
    flags, rest = _flags().parse_known_args(argv)
    name, rest = (rest[0], rest[1:]) if rest and rest[0] in available() else (DEFAULT, rest)
    module = load_command(name)
    parser = argparse.ArgumentParser(
        prog=f"labelwright {name}", description=module.HELP, parents=[_flags()], add_help=False, allow_abbrev=False
    )
    if hasattr(module, "arguments"):
        module.arguments(parser)
    if flags.show_help:
        parser.print_help()
        return 0
    if flags.version:
        module, rest = load_command("version"), []
    args = parser.parse_args(rest)
    try:
        settings = load(_given(flags))
        logging.basicConfig(
            level=logging.DEBUG if settings.debug else settings.log_level, format="%(levelname)s %(name)s: %(message)s"
        )
        return int(module.run(settings, args) or 0)
    except SettingError as error:
        print(f"labelwright: {error}", file=sys.stderr)
        return 2
    except LabelwrightError as error:
        print(f"labelwright: {_sentence(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def available() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def load_command(name: str) -> ModuleType:
    return importlib.import_module(f"{commands.__name__}.{name}")


def _flags() -> argparse.ArgumentParser:
    """Every setting that has a flag."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, argument_default=None)
    group = parser.add_argument_group(
        "settings",
        f"Each is also read from the environment, as LABELWRIGHT_<NAME> or LABEL_STUDIO_<NAME>. Commands: {', '.join(available())}.",
    )
    hints = typing.get_type_hints(Settings)
    for field in dataclasses.fields(Settings):
        if flags := field.metadata["flags"]:
            group.add_argument(*flags, dest=field.name, help=_help_text(field), **_kind(hints[field.name], flags[0]))
    group.add_argument("--version", action="store_true", help="Print the version and exit.")
    group.add_argument("--help", "-h", action="store_true", help="Show this help and exit.", dest="show_help")
    return parser


def _help_text(field: "dataclasses.Field[Any]") -> str:
    known = "" if field.default in {None, "", False} or field.metadata["secret"] else f" Default: {field.default}."
    return f"{field.metadata['doc']} [{names(field)[0]}]{known}".replace("%", "%%")


def _kind(hint: Any, flag: str) -> dict[str, Any]:
    if hint is bool:
        return {"action": "store_true", "default": None}

    def convert(text: str) -> Any:
        try:
            return parse(hint, text, flag)
        except SettingError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return {"type": convert, "metavar": "VALUE"}


def _given(flags: argparse.Namespace) -> dict[str, Any]:
    return {name: value for name, value in vars(flags).items() if name not in {"version", "show_help"}}


def _sentence(error: LabelwrightError) -> str:
    if not isinstance(error, Invalid):
        return error.detail
    return "; ".join(f"{field}: {' '.join(map(str, texts))}" for field, texts in error.errors.items())
