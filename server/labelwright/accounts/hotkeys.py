"""The key map a person may keep: `{"section:action": {"key": "ctrl+k", "active": true}}`."""

from typing import Any

from labelwright.labelconfig.keys import alternatives

MOST = 200
LONGEST_ACTION, LONGEST_KEY = 100, 50
# The browser or the system would take them first. The editor refuses the same.
REFUSED = frozenset(
    {
        "alt+f4",
        "alt+tab",
        "command+l",
        "command+q",
        "command+space",
        "command+tab",
        "command+w",
        "ctrl+alt+backspace",
        "ctrl+alt+delete",
        "ctrl+n",
        "ctrl+t",
        "ctrl+w",
    }
)


def problems(hotkeys: dict[str, Any]) -> dict[str, list[str]]:
    """What is wrong with a key map, by action; empty when all is well."""
    found: dict[str, list[str]] = {}
    if len(hotkeys) > MOST:
        return {"custom_hotkeys": [f"At most {MOST} hotkeys can be kept, {len(hotkeys)} were sent."]}
    for action, entry in hotkeys.items():
        if message := _problem(action, entry):
            found[action] = [message]
    return found


def _problem(action: str, entry: Any) -> str | None:
    if ":" not in action or len(action) > LONGEST_ACTION:
        return f'An action is written "section:action" in at most {LONGEST_ACTION} characters.'
    if not isinstance(entry, dict) or "key" not in entry:
        return 'An entry is {"key": …, "active": …}.'
    key = entry["key"]
    if key is not None and (not isinstance(key, str) or not key or len(key) > LONGEST_KEY):
        return f"A key is text of at most {LONGEST_KEY} characters."
    if not isinstance(entry.get("active", True), bool):
        return "`active` is true or false."
    if isinstance(key, str) and not REFUSED.isdisjoint(alternatives(key)):
        return f'"{key}" belongs to the browser or the system.'
    return None
