"""What organisations need of features above them; `app` plugs them in."""

from collections.abc import Callable
from typing import NamedTuple

from labelwright.db import Tx


class Work(NamedTuple):
    """What a member did: projects they annotated in, annotations they made."""

    projects: int
    annotations: int


class Ports:
    """`work_of(tx, organization, user)`; `leave(tx, user)` runs when a member is removed."""

    work_of: Callable[[Tx, int, int], Work] = staticmethod(lambda _tx, _organization, _user: Work(0, 0))
    leave: Callable[[Tx, int], None] = staticmethod(lambda _tx, _user: None)


ports = Ports()
