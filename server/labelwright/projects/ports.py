"""What projects need of features above them; `app` plugs them in."""

from collections.abc import Callable

from labelwright.db import Tx
from labelwright.settings import Settings


class Ports:
    """`redistribute(tx, project, had_overlap, had_percentage)` runs when how many annotations tasks need has changed;
    `remove_predictions(tx, project, version)` deletes a model's predictions and says how many; `discard_files(settings, project)` deletes what was
    uploaded for it."""

    redistribute: Callable[[Tx, int, int, int], None] = staticmethod(lambda _tx, _project, _overlap, _percentage: None)
    remove_predictions: Callable[[Tx, int, str], int] = staticmethod(lambda _tx, _project, _version: 0)
    discard_files: Callable[[Settings, int], None] = staticmethod(lambda _settings, _project: None)


ports = Ports()
