"""`labelwright worker`: runs jobs beside any number of servers on one PostgreSQL."""

import argparse
import signal

from labelwright.settings import SettingError, Settings

HELP = "Run jobs (imports, exports, bulk actions) without serving; needs PostgreSQL."


def run(settings: Settings, _: argparse.Namespace) -> None:
    if settings.database_url.startswith("sqlite"):
        raise SettingError("On SQLite the server itself runs the jobs; workers need PostgreSQL.")

    from labelwright.app import CHORES, JOBS
    from labelwright.cli.opened import opened
    from labelwright.jobs.runner import Runner

    with opened(settings) as db:
        runner = Runner(db, settings, JOBS, chores=CHORES)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: runner.ask_to_stop())
        runner.start()
        print(f"Labelwright runs jobs of {db.url.render_as_string(hide_password=True)}", flush=True)
        runner.wait()
        runner.stop()
