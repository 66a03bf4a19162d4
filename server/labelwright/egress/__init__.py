"""The one guarded client for all outbound requests."""

from labelwright.egress.client import Blocked, Egress, Reply, Unreachable

__all__ = ["Blocked", "Egress", "Reply", "Unreachable"]
