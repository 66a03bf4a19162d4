"""What projects need of features above them; `app` plugs them in."""

from collections.abc import Callable

from labelwright.db import Tx


class Ports:
    """`redistribute(tx, project, had_overlap, had_percentage)` runs when how many annotations tasks need has changed;
    `remove_predictions(tx, project, version)` deletes a model's predictions and says how many."""

    redistribute: Callable[[Tx, int, int, int], None] = staticmethod(lambda _tx, _project, _overlap, _percentage: None)
    remove_predictions: Callable[[Tx, int, str], int] = staticmethod(lambda _tx, _project, _version: 0)


ports = Ports()
