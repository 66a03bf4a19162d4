"""`labelwright start [project]`: migrate, make what the flags ask for, serve."""

import argparse
import gc
import logging
import sys
import threading
import webbrowser
from pathlib import Path

from labelwright.cli import guards
from labelwright.settings import Settings

# Every statement of a request gives the interpreter away and waits to get it back: for so long, when a thread computes without a break.
_SWITCH_SECONDS = 0.0005

HELP = "Start the server (also without a command)."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", nargs="?", help="Title of a project to make with --init, or to open.")
    parser.add_argument("--init", action="store_true", help="Make the project when it does not exist.")
    parser.add_argument("--demo", action="store_true", help="Fill the workspace with demonstration projects.")


def run(settings: Settings, args: argparse.Namespace) -> None:
    guards.usable_data_dir(settings)
    socket = guards.listening(settings)
    lock = guards.only_server(settings)

    import uvicorn

    from labelwright.app import build_app, open_database
    from labelwright.cli.first import first_account
    from labelwright.imports.receiving import sweep
    from labelwright.keyring import keyring

    db = open_database(settings)
    user = first_account(settings, db, keyring(settings))
    if args.project or args.init:
        from labelwright.cli.project import first_project

        first_project(settings, db, user, args.project, make=args.init)
    if args.demo:
        from labelwright.demo import seed

        seed(settings, db, user)
    sweep(settings)
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = build_app(settings, db)
    # What start-up made lives as long as the process: the collector need not walk it again.
    gc.collect()
    gc.freeze()
    print(f"Labelwright listens on {settings.public_url} (data in {settings.data_dir})", flush=True)
    if not settings.no_browser and not _headless():
        threading.Timer(1.0, webbrowser.open, [settings.public_url]).start()
    logging.getLogger("uvicorn.access").addFilter(_without_query)
    config = uvicorn.Config(
        app,
        log_level=settings.log_level.lower(),
        access_log=settings.debug or settings.log_level == "DEBUG",
        lifespan="on",
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=10,
    )
    uvicorn.Server(config).run(sockets=[socket])
    if lock:
        lock.close()


def _without_query(record: logging.LogRecord) -> bool:
    """Keeps invitations and signatures, which stand in queries, out of the access log."""
    if isinstance(record.args, tuple) and len(record.args) == 5:
        client, method, path, *rest = record.args
        record.args = (client, method, str(path).partition("?")[0], *rest)
    return True


def _headless() -> bool:
    """No browser is opened in containers and on machines without a screen."""
    import os

    return Path("/.dockerenv").exists() or (
        sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    )
