"""The label stream runs over a selection of the Data Manager, so its route stands there (`datamanager.stream`)."""

from typing import Any

ROUTES: list[Any] = []
