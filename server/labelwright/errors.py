"""Errors that the rules raise; `http.errors` turns them into Label Studio's envelope.

A message says what happened, to what, and what to do. Nothing here knows HTTP beyond the status number.
"""

from typing import Any, ClassVar

ValidationErrors = dict[str, Any]


class LabelwrightError(Exception):
    """Base of everything that is the caller's business. `detail` goes to the client."""

    status: ClassVar[int] = 400

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class Invalid(LabelwrightError):
    """The request's content breaks a rule; `errors` maps a field to its messages."""

    def __init__(self, errors: ValidationErrors | list[Any] | str, detail: str = "Validation error") -> None:
        super().__init__(detail)
        if isinstance(errors, str):
            errors = [errors]
        self.errors: ValidationErrors = {"non_field_errors": errors} if isinstance(errors, list) else errors


class NotAuthenticated(LabelwrightError):
    status = 401

    def __init__(self, detail: str = "Authentication credentials were not provided.") -> None:
        super().__init__(detail)


class Forbidden(LabelwrightError):
    status = 403

    def __init__(self, detail: str = "You do not have permission to perform this action.") -> None:
        super().__init__(detail)


class NotFound(LabelwrightError):
    status = 404

    def __init__(self, detail: str = "Not found.") -> None:
        super().__init__(detail)

    @classmethod
    def of(cls, kind: str) -> "NotFound":
        return cls(f"No {kind} matches the given query.")


class NotAllowed(LabelwrightError):
    status = 405


class Conflict(LabelwrightError):
    status = 409


class Outdated(LabelwrightError):
    """The caller asked for a change of what they had seen, and somebody changed it since."""

    status = 412

    def __init__(self, detail: str = "This was changed since you read it. Read it again.") -> None:
        super().__init__(detail)


class TooLarge(LabelwrightError):
    status = 413


class TooManyRequests(LabelwrightError):
    """`retry_after` in seconds."""

    status = 429

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many attempts. Try again in {retry_after} seconds.")
        self.retry_after = retry_after


class StorageFull(LabelwrightError):
    status = 507

    def __init__(
        self, detail: str = "The disk of the server is full. Nothing was saved; free some space and retry."
    ) -> None:
        super().__init__(detail)
