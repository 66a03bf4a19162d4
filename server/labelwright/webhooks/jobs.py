"""One delivery: an attempt, and further ones while there is hope.

A hook that does not answer is left alone for a while with all that waits for it, so that it holds up nobody else's deliveries.
"""

import asyncio
import hashlib
import hmac
import time
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row

from labelwright.db import Tx
from labelwright.egress import Blocked, Egress, Unreachable
from labelwright.jobs import Kind, Lane, Later, Step, Steps, Work
from labelwright.jobs import service as jobs
from labelwright.keyring import keyring
from labelwright.kit.clock import now
from labelwright.kit.ranges import Ranges, numbers, ranges
from labelwright.webhooks import queries
from labelwright.webhooks.payloads import body

MOST_ATTEMPTS = 6
_FIRST_PAUSE = 5.0
_LONGEST_ANSWER = 1000
# What the other side cannot do now, but perhaps later; any other 4xx it will never do.
_FOR_NOW = frozenset({408, 425, 429})


class _Attempt(NamedTuple):
    status: int | None
    answer: str | None
    error: str | None
    milliseconds: int

    @property
    def succeeded(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_hopeless(self) -> bool:
        """Sending the same again would end the same."""
        return self.status is not None and 300 <= self.status < 500 and self.status not in _FOR_NOW


def _run(work: Work) -> Steps:
    with work.db.read() as tx:
        given = queries.delivery(tx, work.arguments)
    if given is None or given.state != "queued":
        return None
    if given.paused_until is not None and (left := (given.paused_until - now()).total_seconds()) > 0:
        raise Later(left)
    parts = _parts(given.ids, work.settings.webhook_batch_size)
    if len(parts) > 1:
        yield Step(1, 1, "sending", lambda tx: _split(tx, given, parts))
        return None
    if not given.is_active:
        yield Step(1, 1, "sending", lambda tx: _fail(tx, given, "The webhook was switched off."))
        return None
    text = given.body
    if text is None:
        with work.db.read() as tx:
            text = body(tx, given.action, given.project_id, given.ids, with_payload=given.send_payload)
        yield Step(0, 1, "sending", lambda tx: queries.change_delivery(tx, given.id, {"body": text}))
    attempt = _send(work, given, text.encode())
    pause = _pause(given, attempt)
    yield Step(1, 1, "sending", lambda tx: _record(tx, given, attempt, pause))
    if pause is not None:
        raise Later(pause)
    return None


def _parts(ids: Ranges, size: int) -> list[Ranges]:
    known = list(numbers(ids))
    return [ranges(known[start : start + size]) for start in range(0, len(known), size)]


def _split(tx: Tx, given: Row[Any], parts: list[Ranges]) -> None:
    """A large one becomes several; this row becomes the first of them."""
    for place, part in enumerate(parts):
        number = given.id
        if place:
            number = queries.add_delivery(tx, given.webhook_id, given.action, given.project_id, part)
        else:
            queries.change_delivery(tx, given.id, {"ids": part})
        jobs.enqueue_of(tx, given.organization_id, None, DELIVERY, arguments=number, title=given.url)


def _send(work: Work, given: Row[Any], content: bytes) -> _Attempt:
    headers = {**given.headers, "content-type": "application/json", "x-labelwright-delivery": str(given.id)}
    if given.secret:
        secret = keyring(work.settings).decrypt_or_plain(given.secret)
        digest = hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()
        headers["x-labelwright-signature"] = f"sha256={digest}"
    began = time.monotonic()
    status = answer = error = None
    try:
        sending = Egress(work.settings).post(
            given.url, content, headers=headers, seconds=work.settings.webhook_timeout, limit=_LONGEST_ANSWER
        )
        status, answer = asyncio.run(sending)
    except (Blocked, Unreachable) as failure:
        error = failure.detail
    return _Attempt(status, answer, error, round((time.monotonic() - began) * 1000))


def _pause(given: Row[Any], attempt: _Attempt) -> float | None:
    """Seconds until it is worth another try; None when it is delivered, or given up."""
    if attempt.succeeded or attempt.is_hopeless or given.attempts + 1 >= MOST_ATTEMPTS:
        return None
    return float(_FIRST_PAUSE * 3**given.attempts)


def _record(tx: Tx, given: Row[Any], attempt: _Attempt, pause: float | None) -> None:
    at = now()
    state = "queued" if pause is not None else "delivered" if attempt.succeeded else "failed"
    values = {
        "state": state,
        "attempts": given.attempts + 1,
        "status": attempt.status,
        "milliseconds": attempt.milliseconds,
        "answer": attempt.answer,
        "error": attempt.error,
        "sent_at": at,
    }
    queries.change_delivery(tx, given.id, values)
    queries.pause(tx, given.webhook_id, None if pause is None else at + timedelta(seconds=pause))
    if pause is None:
        queries.forget_old(tx, given.webhook_id)


def _fail(tx: Tx, given: Row[Any], reason: str) -> None:
    queries.change_delivery(tx, given.id, {"state": "failed", "error": reason})


def _undo(work: Work) -> Steps:
    """A delivery whose job was cancelled is not sent any more."""
    with work.db.read() as tx:
        given = queries.delivery(tx, work.arguments)
    if given is not None and given.state == "queued":
        yield Step(0, 1, "sending", lambda tx: _fail(tx, given, "Sending this was cancelled."))
    return None


DELIVERY = Kind("webhook", Lane.DELIVERIES, _run, _undo)
KINDS: tuple[Any, ...] = (DELIVERY,)
