"""Who an imported annotation belongs to."""

from collections.abc import Mapping
from typing import Any

from labelwright.errors import Invalid

_UNKNOWN = "Import data contains completed_by={} which is not a valid annotator's email or ID"


class Authors:
    """Members of the organisation, found by id or e-mail address."""

    def __init__(self, importer: int, members: Mapping[str, int], *, accept_unknown: bool) -> None:
        self._importer, self._by_email, self._accept_unknown = importer, members, accept_unknown
        self._ids = frozenset(members.values())

    def of(self, completed_by: Any) -> int:
        """The author's id: the importer when nobody is named. Raises Invalid for somebody who is not a member."""
        if completed_by is None:
            return self._importer
        if isinstance(completed_by, dict):
            email = completed_by.get("email")
            if not isinstance(email, str):
                raise Invalid(
                    [f"It's expected to have 'email' field in 'completed_by' data in annotations, got {completed_by}"]
                )
            return self._by_address(email, f"Unknown annotator's email {email}")
        if isinstance(completed_by, int) and not isinstance(completed_by, bool) and completed_by in self._ids:
            return completed_by
        if isinstance(completed_by, str) and "@" in completed_by:
            return self._by_address(completed_by, _UNKNOWN.format(completed_by))
        raise Invalid([_UNKNOWN.format(completed_by)])

    def _by_address(self, email: str, message: str) -> int:
        found = self._by_email.get(email.strip().lower())
        if found is not None:
            return found
        if self._accept_unknown:
            return self._importer
        raise Invalid([message])
