"""Rules of the house that no other linter knows (each check's docstring says which). Warnings don't fail.

python tools/house_rules.py
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = {".py", ".ts", ".tsx"}
GENERATED = re.compile(r"\.gen\.[a-z]+$|/generated/|package-lock\.json$|openapi\.json$")

LONG_FILE, LONGEST_FILE, LONG_FUNCTION = 400, 600, 60

# Written so that this file does not match itself.
ELSEWHERE = re.compile(r"/wor[k]/(main|shared|\.lib)|/tm[p]/brie[f]s|/roo[t]/\.")
REGISTRY = re.compile(r"py[p]i\.org|python[h]osted\.org|npm[j]s\.(org|com)|yarn[p]kg\.com|deb[.]debian\.org")
FOCUSED = re.compile(
    r"\b(it|test|describe|suite)\.(onl[y]|ski[p]|tod[o])\b|pytest\.mark\.(ski[p]|xfai[l])|importorski[p]"
)

# The web's layers: files under the folder may not import what the pattern matches.
WEB_BORDERS = [
    ("web/packages/editor/src/", r"@labelwright/(app|api)\b|/app/src"),
    ("web/packages/editor/src/model/", r"^(react|react-dom|@mantine/.*)$|/(tools|commands|media|tags|view)/"),
    ("web/packages/editor/src/tools/", r"^(react|react-dom|@mantine/.*)$|/(tags|view)/"),
    ("web/packages/editor/src/commands/", r"^(react-dom|@mantine/.*)$|/(tags|view)/"),
    ("web/packages/editor/src/media/", r"^(react|react-dom|@mantine/.*)$|/(tags|view|commands|tools)/"),
    ("web/app/src/", r"packages/(editor|api|i18n)/src"),
]
IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*['"]([^'"]+)['"]""")


@dataclass(frozen=True)
class Finding:
    path: Path
    line: int
    text: str
    fails: bool = True

    def __str__(self) -> str:
        return f"{'error' if self.fails else 'warning'}: {self.path.relative_to(ROOT)}:{self.line}: {self.text}"


def tracked_files() -> list[Path]:
    """Files in git and new ones that it does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def file_length(path: Path, lines: list[str]) -> Iterator[Finding]:
    """A file holds one idea: over 400 lines is worth a thought, over 600 is refused."""
    if path.suffix in CODE and len(lines) > LONG_FILE:
        yield Finding(path, len(lines), f"{len(lines)} lines", fails=len(lines) > LONGEST_FILE)


def function_length(path: Path, lines: list[str]) -> Iterator[Finding]:
    """A Python function over 60 lines is worth a thought."""
    if path.suffix != ".py":
        return
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError as error:
        yield Finding(
            path, error.lineno or 1, f"not Python {sys.version_info.major}.{sys.version_info.minor}: {error.msg}"
        )
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONG_FUNCTION:
                yield Finding(path, node.lineno, f"{node.name} has {length} lines", fails=False)


def no_places(path: Path, lines: list[str]) -> Iterator[Finding]:
    """Nothing names a path of the machine it was written on, or a package registry: neither is the same elsewhere."""
    for number, line in enumerate(lines, 1):
        if ELSEWHERE.search(line):
            yield Finding(path, number, "names a path of one machine")
        if REGISTRY.search(line):
            yield Finding(path, number, "names a package registry")


def no_tests_left_out(path: Path, lines: list[str]) -> Iterator[Finding]:
    """Every test runs, everywhere: none is focused, skipped or expected to fail."""
    if path.suffix in CODE:
        for number, line in enumerate(lines, 1):
            if FOCUSED.search(line):
                yield Finding(path, number, "leaves tests out")


def web_borders(path: Path, lines: list[str]) -> Iterator[Finding]:
    """The web's layers import downwards only (ARCHITECTURE.md)."""
    name = path.relative_to(ROOT).as_posix()
    if path.suffix not in {".ts", ".tsx"} or ".test." in path.name:
        return
    for folder, forbidden in WEB_BORDERS:
        if name.startswith(folder):
            for number, line in enumerate(lines, 1):
                found = IMPORT.search(line)
                if found and re.search(forbidden, found[1]):
                    yield Finding(path, number, f"{folder} may not import {found[1]}")


CHECKS = (file_length, function_length, no_places, no_tests_left_out, web_borders)


def main() -> int:
    findings = []
    for path in tracked_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        checks = (no_places,) if GENERATED.search(path.as_posix()) else CHECKS
        findings += [finding for check in checks for finding in check(path, lines)]
    for finding in findings:
        print(finding)
    errors = sum(finding.fails for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
