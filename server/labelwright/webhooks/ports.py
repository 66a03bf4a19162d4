"""What webhooks need of features above them; `app` plugs them in."""

from collections.abc import Callable

from labelwright.db import Tx


class Ports:
    """`counters(tx, project)`: the figures of a project."""

    counters: Callable[[Tx, int], dict[str, int]] = staticmethod(lambda _tx, _project: {})


ports = Ports()
