"""Writes `tasks.json` of every template whose data is made here."""

from __future__ import annotations

import json
from collections.abc import Callable

from ..place import EXAMPLES
from .results import Task, finished

Maker = Callable[[], list[Task]]


def write_all() -> None:
    from . import chats, documents, pictures, rankings, recordings, texts

    makers: dict[str, Maker] = {}
    for module in (pictures, texts, recordings, chats, rankings, documents):
        makers |= module.TASKS
    for path, make in makers.items():
        folder = EXAMPLES / path
        if not (folder / "config.xml").exists():
            raise FileNotFoundError(f"{folder} has no config.xml")
        tasks = finished(path.rsplit("/", 1)[1], make())
        lines = ",\n".join(json.dumps(task, ensure_ascii=False) for task in tasks)
        (folder / "tasks.json").write_text(f"[\n{lines}\n]\n", "utf-8")
