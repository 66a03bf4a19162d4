"""What webhooks may be told. The names are Label Studio's."""

from enum import StrEnum
from typing import Any


class Happened(StrEnum):
    PROJECT_CREATED = "PROJECT_CREATED"
    PROJECT_UPDATED = "PROJECT_UPDATED"
    PROJECT_DELETED = "PROJECT_DELETED"
    TASKS_CREATED = "TASKS_CREATED"
    TASKS_DELETED = "TASKS_DELETED"
    ANNOTATION_CREATED = "ANNOTATION_CREATED"
    ANNOTATIONS_CREATED = "ANNOTATIONS_CREATED"
    ANNOTATION_UPDATED = "ANNOTATION_UPDATED"
    ANNOTATIONS_DELETED = "ANNOTATIONS_DELETED"
    LABEL_LINK_CREATED = "LABEL_LINK_CREATED"
    LABEL_LINK_UPDATED = "LABEL_LINK_UPDATED"
    LABEL_LINK_DELETED = "LABEL_LINK_DELETED"


# What somebody asks for to see whether an address answers; nothing happened.
TEST = "TEST"
# A project's own hook is not there yet, or no more, when these happen.
OF_ORGANIZATION = frozenset({Happened.PROJECT_CREATED, Happened.PROJECT_DELETED})


def described(of_organization: bool | None) -> dict[str, dict[str, Any]]:
    """All actions; or only those that are (not) for hooks of an organisation alone."""
    return {
        action.value: {
            "name": action.replace("_", " ").capitalize(),
            "description": "",
            "key": action.value,
            "organization-only": action in OF_ORGANIZATION,
        }
        for action in Happened
        if of_organization is None or of_organization == (action in OF_ORGANIZATION)
    }
