"""Webhooks: addresses that are told what happens.

A feature calls `emit` in the transaction of the change; what it enqueues exists if and only if that is committed. The payload is read when it is sent
for the first time, so a submission pays for a few short rows only, and for nothing at all where nobody listens.
"""

from labelwright.webhooks.actions import Happened
from labelwright.webhooks.events import emit, is_heard
from labelwright.webhooks.ports import ports

__all__ = ["Happened", "emit", "is_heard", "ports"]
