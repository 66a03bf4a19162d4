"""Keys as people write them, in one spelling: `ctrl+shift+z`."""

import re

_MODIFIERS = ("ctrl", "command", "alt", "shift")
_NAMES = {
    "control": "ctrl",
    "cmd": "command",
    "meta": "command",
    "win": "command",
    "option": "alt",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "arrowleft": "left",
    "arrowright": "right",
    "arrowup": "up",
    "arrowdown": "down",
    "comma": ",",
    " ": "space",
    "spacebar": "space",
    "+": "plus",
    "=": "plus",
    "-": "minus",
}
_PLUS = re.compile(r"(?<!^)(?<!\+)\s*\+\s*")
# Alternatives are divided by commas; a comma on its own, or after a plus, is a key.
_COMMA = re.compile(r"(?<=[^+,\s])\s*,\s*")


def normal_key(text: str) -> str:
    """`Shift+Ctrl+Z` and `control + shift + z` are the same key."""
    written = (text if text == " " else text.strip()).lower()
    parts = [_NAMES.get(part, part) for part in _PLUS.split(written)]
    keys = [part for part in parts if part and part not in _MODIFIERS]
    return "+".join([modifier for modifier in _MODIFIERS if modifier in parts] + keys)


def alternatives(text: str) -> list[str]:
    """The keys of a list divided by commas."""
    return [key for part in _COMMA.split(text) if (key := normal_key(part))]
