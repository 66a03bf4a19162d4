"""What happens when there is no room on the disk."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from labelwright.errors import StorageFull


@contextmanager
def full_disk_is_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFull from error
        raise
