"""The official client, installed by `make .make/python-sdk`, against a running server."""

from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest
from label_studio_sdk import LabelStudio

from harness.live import Client, LiveServer
from sdk.moods import CONFIG, Connect


@pytest.fixture
def connect(server: LiveServer) -> Iterator[Connect]:
    """A client by any token. It leaves closing to whoever brings the connections."""
    with ExitStack() as stack:

        def made(token: str) -> LabelStudio:
            connections = stack.enter_context(httpx.Client(timeout=30, follow_redirects=True, trust_env=False))
            return LabelStudio(base_url=server.url, api_key=token, httpx_client=connections)

        yield made


@pytest.fixture
def client(connect: Connect, owner: Client) -> LabelStudio:
    """The client of an organisation's owner, by legacy token."""
    assert owner.account
    return connect(owner.account.token)


@pytest.fixture
def project(client: LabelStudio) -> Iterator[int]:
    """A project with three tasks."""
    made = client.projects.create(title="Moods", label_config=CONFIG)
    client.projects.import_tasks(made.id, request=[{"text": text} for text in ("fine", "well", "bad")])
    yield made.id
    client.projects.delete(made.id)
