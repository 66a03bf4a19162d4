"""The Data Manager over HTTP."""

from typing import Any

from labelwright.datamanager import stream

ROUTES: list[Any] = [stream.next_task]
