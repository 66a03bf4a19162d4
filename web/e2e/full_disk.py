"""`labelwright` on a disk that is full while a file exists: SQLite itself refuses to grow, as it does on a real one.

Run as a program by a test: `python full_disk.py FLAG_FILE start …`.
"""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from labelwright.cli.main import main
from labelwright.db import engine as engines

NO_LIMIT = 1 << 30


def limited(make: Any, flag: Path) -> Any:
    def made(*arguments: Any, readonly: bool, **options: Any) -> Engine:
        engine: Engine = make(*arguments, readonly=readonly, **options)
        if not readonly:

            @event.listens_for(engine, "begin")
            def begin(connection: Connection) -> None:
                # One page is less than there are: SQLite takes the present size as the limit.
                pages = 1 if flag.exists() else NO_LIMIT
                connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        return engine

    return made


if __name__ == "__main__":
    engines._sqlite = limited(engines._sqlite, Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
