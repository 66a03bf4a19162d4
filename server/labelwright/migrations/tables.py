"""Imports every table, so that the metadata is whole."""

from labelwright.accounts import tables as accounts
from labelwright.annotations import tables as annotations
from labelwright.comments import tables as comments
from labelwright.datamanager import tables as datamanager
from labelwright.jobs import tables as jobs
from labelwright.labels import tables as labels
from labelwright.organizations import tables as organizations
from labelwright.projects import tables as projects
from labelwright.tasks import tables as tasks
from labelwright.webhooks import tables as webhooks

__all__ = [
    "accounts",
    "annotations",
    "comments",
    "datamanager",
    "jobs",
    "labels",
    "organizations",
    "projects",
    "tasks",
    "webhooks",
]
