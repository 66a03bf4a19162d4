"""What can be wrong with a config, in the words of its author."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

import msgspec

from labelwright.errors import LabelwrightError

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]


class Problem(msgspec.Struct, frozen=True):
    """One finding. Lines and columns count from 1, columns in code points; an error is what `validate` refuses."""

    line: int
    column: int
    tag: str
    code: str
    message: str
    severity: Severity = "warning"
    suggestion: str | None = None
    """What was probably meant: a tag, an attribute, a name or a value."""


class ConfigError(LabelwrightError):
    """The config is refused; `detail` is Label Studio's text for it."""


_MANY = 500


def closest(wrong: str, known: "Iterable[str]") -> str | None:
    """The known word most like `wrong`, without regard to case; None when nothing is close, or too many are known."""
    by_lower = {word.lower(): word for word in known}
    if len(by_lower) > _MANY:
        return None
    found = get_close_matches(wrong.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None
