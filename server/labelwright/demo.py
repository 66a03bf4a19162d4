"""The demo workspace: the projects of `examples/demo.json`, made and filled through the same services as anybody's.

Seeding again changes nothing: a project whose title is there already is left as it is.
"""

from __future__ import annotations

import secrets

import msgspec

from labelwright import templates
from labelwright.access import Caller
from labelwright.accounts import passwords
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.db import Database
from labelwright.imports.receiving import Incoming
from labelwright.imports.service import Options, import_body
from labelwright.keyring import keyring
from labelwright.organizations import queries as organization_queries
from labelwright.organizations import service as organizations
from labelwright.projects import queries, service
from labelwright.settings import Settings

EMAIL = "demo@example.com"


class DemoProject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `examples/demo.json`; `example` is the folder below `examples/`."""

    example: str
    title: str
    description: str
    color: str

    @property
    def slug(self) -> str:
        return self.example.rsplit("/", 1)[1]


def projects() -> list[DemoProject]:
    return msgspec.json.decode((templates.examples() / "demo.json").read_bytes(), type=list[DemoProject])


def seed(settings: Settings, db: Database, user: int | None) -> None:
    """Makes what is missing of the demo, in the organisation of `user`, else in the first one."""
    owner = user or _first_person(db) or _demo_account(settings, db)
    with db.write() as tx:
        caller = organizations.caller_of(tx, owner)
    # In reverse, so that the list of projects, newest first, starts with the demo's first.
    for project in reversed(projects()):
        _make(settings, db, caller, project)


def _make(settings: Settings, db: Database, caller: Caller, project: DemoProject) -> None:
    folder = templates.folders()[project.slug]
    fields = {
        "title": project.title,
        "description": project.description,
        "color": project.color,
        "label_config": (folder / "config.xml").read_text("utf-8"),
        "is_published": True,
    }
    with db.write() as tx:
        if queries.titled(tx, caller.organization, project.title):
            return
        made = service.create(tx, caller, fields)["id"]
    incoming = Incoming(settings)
    incoming.document = (folder / "tasks.json").open("rb")
    try:
        import_body(db, settings, caller, made, incoming, Options())
    except BaseException:
        # Half a project would never be completed: the next start takes its title for done.
        with db.write() as tx:
            service.remove(tx, made)
        raise
    finally:
        incoming.close()


def _first_person(db: Database) -> int | None:
    """Who made the first organisation; None in a fresh database."""
    with db.read() as tx:
        organization = organization_queries.first(tx)
    return int(organization.created_by_id) if organization and organization.created_by_id else None


def _demo_account(settings: Settings, db: Database) -> int:
    """An account with a password of its own, told once to the person at the machine."""
    password = secrets.token_urlsafe(9)
    hashed = passwords.hash_password(password)
    with db.write() as tx:
        known = account_queries.by_email(tx, EMAIL)
        user = int(known.id) if known else accounts.create(tx, keyring(settings), EMAIL, password_hash=hashed)
        organizations.create(tx, user, "Demo", legacy_tokens=settings.enable_legacy_api_token)
    if not known:
        print(f"Demo account: {EMAIL} with password {password}", flush=True)  # noqa: T201
    return user
