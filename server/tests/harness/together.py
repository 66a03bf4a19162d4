"""Several people at the same moment."""

import threading
from collections.abc import Callable


def at_once(work: list[Callable[[], None]]) -> None:
    """Run all in threads that start together; the first error is raised."""
    gate, errors = threading.Barrier(len(work)), []

    def run(one: Callable[[], None]) -> None:
        gate.wait()
        try:
            one()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
