"""`build_app(settings)`: wires features, errors, headers and the web app into one ASGI application."""

import importlib
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar
from litestar.concurrency import set_asyncio_executor
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp

from labelwright import migrations, openapi
from labelwright.access.guard import Guard, refuse_undeclared
from labelwright.annotations import members, predictions
from labelwright.db import Database
from labelwright.http.errors import respond
from labelwright.http.limits import Attempts
from labelwright.http.outer import Outer
from labelwright.http.pages import Page
from labelwright.http.request import ApiRequest, AppState
from labelwright.http.threads import POOL, in_thread, run_in_pool
from labelwright.imports import disk
from labelwright.jobs.kinds import Kinds
from labelwright.jobs.runner import Runner
from labelwright.keyring import keyring
from labelwright.organizations.ports import ports
from labelwright.organizations.service import Authenticator
from labelwright.projects import blocks, counters
from labelwright.projects.ports import ports as project_ports
from labelwright.settings import Settings
from labelwright.tasks import progress
from labelwright.webhooks import ports as webhook_ports

# Each of these modules has `ROUTES`, a list of handlers.
FEATURES = (
    "labelwright.organizations.entrance",
    "labelwright.organizations.routes",
    "labelwright.accounts.routes",
    "labelwright.projects.routes",
    "labelwright.tasks.routes",
    "labelwright.annotations.routes",
    "labelwright.comments.routes",
    "labelwright.labels.routes",
    "labelwright.webhooks.routes",
    "labelwright.queue.routes",
    "labelwright.datamanager.routes",
    "labelwright.imports.routes",
    "labelwright.exports.routes",
    "labelwright.jobs.routes",
    "labelwright.files.routes",
    "labelwright.template_routes",
    "labelwright.state_routes",
    "labelwright.later_routes",
    "labelwright.service_routes",
)

# Each of these modules has `KINDS` of jobs.
JOBS = Kinds(
    (
        "labelwright.imports.jobs",
        "labelwright.exports.jobs",
        "labelwright.datamanager.jobs",
        "labelwright.webhooks.jobs",
    )
)

CHORES = (blocks.count_changed,)


def routes() -> list[Any]:
    return [run_in_pool(handler) for name in FEATURES for handler in importlib.import_module(name).ROUTES]


def build_app(settings: Settings, db: Database | None = None, *, schema: bool = False) -> ASGIApp:
    """The application. It migrates the database when needed and closes it on shutdown. `schema` is for dumping the OpenAPI document."""
    db = db or open_database(settings)
    litestar = build_litestar(settings, db, schema=schema)
    return Outer(litestar, settings.base_path)


def open_database(settings: Settings) -> Database:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    db = Database(settings.database_url)
    migrations.ensure(db)
    return db


def build_litestar(settings: Settings, db: Database, *, schema: bool = False, extra: Sequence[Any] = ()) -> Litestar:
    ports.work_of, ports.leave = members.work_of, members.leave
    project_ports.redistribute, project_ports.remove_predictions = progress.redistribute, predictions.remove_version
    project_ports.discard_files = disk.discard_all
    webhook_ports.counters = counters.of_one
    keys = keyring(settings)
    attempts = Attempts(settings.login_attempts)
    state = AppState(
        {
            "settings": settings,
            "db": db,
            "keyring": keys,
            "attempts": attempts,
            "page": Page(settings.base_path, secure=settings.session_cookie_secure, keymap=settings.editor_keymap),
        }
    )
    guard = Guard(db, Authenticator(settings, keys), settings.trusted_origins, attempts)
    set_asyncio_executor(POOL)
    app = Litestar(
        [*routes(), *extra],
        guards=[guard],
        request_class=ApiRequest,
        state=state,
        exception_handlers={HTTPException: respond, Exception: respond},
        openapi_config=openapi.config() if schema else None,
        lifespan=[_running(db, settings)],
        logging_config=None,
        debug=False,
    )
    if not schema:
        refuse_undeclared(app)
    return app


def _running(db: Database, settings: Settings) -> Any:
    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncGenerator[None, None]:
        runner = Runner(db, settings, JOBS, chores=CHORES) if settings.jobs_in_server else None
        if runner:
            runner.start()
        yield
        if runner:
            await in_thread(runner.stop)
        db.close()

    return lifespan
