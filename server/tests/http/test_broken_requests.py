"""Requests that end before they are whole."""

import logging
import socket

import pytest

from harness.live import Client, LiveServer


def test_who_goes_away_amid_a_request_changes_nothing_and_is_no_error(
    server: LiveServer, owner: Client, caplog: pytest.LogCaptureFixture
) -> None:
    project = owner.project("<View/>", title="Before")
    token = owner.headers["Authorization"]
    head = f"PATCH /api/projects/{project['id']}/ HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\n"
    with caplog.at_level(logging.INFO), socket.create_connection(("127.0.0.1", server.settings.port)) as connection:
        connection.sendall(f'{head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"title": '.encode())
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)
    assert owner.call("GET", f"/api/projects/{project['id']}/")["title"] == "Before"
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
