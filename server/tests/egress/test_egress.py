"""The guarded client: where it goes, where it refuses to go, and what it passes on."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from labelwright.egress import Blocked, Egress, Unreachable
from labelwright.egress.addresses import ban_of, banned_networks
from labelwright.settings import Settings

BIG = 300_000


class Site(BaseHTTPRequestHandler):
    seen: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Host"]))
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to?"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status, body = {"/big.csv": (200, b"x" * BIG), "/broken": (500, b"stack trace with a password")}.get(
            self.path, (200, b"hello")
        )
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[int]:
    """The port of a web server on 127.0.0.1."""
    Site.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def client(*answers: str, **settings: Any) -> Egress:
    """A client for which every name resolves to the next of `answers` (the last one for ever)."""
    waiting = list(answers)

    async def resolve(host: str, port: int) -> list[str]:
        if host.replace(".", "").isdigit():
            return [host]
        return [waiting.pop(0) if len(waiting) > 1 else waiting[0]] if waiting else []

    return Egress(Settings(**settings), resolve)


def fetch(egress: Egress, url: str, limit: int = 10_000_000) -> bytes:
    async def all_of_it() -> bytes:
        async with egress.get(url, limit=limit) as reply:
            return b"".join([chunk async for chunk in reply.chunks()])

    return asyncio.run(all_of_it())


OPEN = {"ssrf_protection_enabled": False}
# Only the loopback that the test site listens on is allowed.
ONLY_METADATA = {
    "use_default_banned_subnets": False,
    "user_additional_banned_subnets": ("169.254.0.0/16", "10.0.0.0/8"),
}


def test_it_connects_to_the_resolved_address_and_keeps_the_name(site: int) -> None:
    assert fetch(client("127.0.0.1", **OPEN), f"http://data.example.org:{site}/a.txt?x=1") == b"hello"
    assert Site.seen == [("/a.txt?x=1", f"data.example.org:{site}")]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "file:///etc/passwd",
        "gopher://x",
        "javascript:1",
        "",
        "http://",
        "//example.org",
        "http://[::1",
    ],
)
def test_only_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(Blocked, match=r"The provided URL was not valid\."):
        fetch(client("127.0.0.1", **OPEN), url)


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("127.0.0.1", "127.0.0.0/8"),
        ("10.1.2.3", "10.0.0.0/8"),
        ("169.254.169.254", "169.254.0.0/16"),
        ("192.168.1.1", "192.168.0.0/16"),
        ("100.64.0.1", "100.64.0.0/10"),
        ("0.0.0.0", "0.0.0.0/8"),
        ("255.255.255.255", "240.0.0.0/4"),
        ("::1", "::1/128"),
        ("::", "::/128"),
        ("::ffff:127.0.0.1", "127.0.0.0/8"),
        ("64:ff9b::7f00:1", "127.0.0.0/8"),
        ("2002:7f00:1::", "127.0.0.0/8"),
        ("fd00::1", "fc00::/7"),
        ("fe80::1%eth0", "fe80::/10"),
    ],
)
def test_reserved_addresses_are_refused_by_name(address: str, block: str) -> None:
    with pytest.raises(Blocked) as refused:
        fetch(client(address), "http://inside.example.org/x.json")
    assert refused.value.detail == f"URL resolves to a reserved network address (block: {block})"


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses_are_not_refused(address: str) -> None:
    assert ban_of(address, banned_networks(Settings())) is None


def test_a_v6_form_does_not_hide_an_extra_banned_network() -> None:
    networks = banned_networks(Settings(**ONLY_METADATA))
    assert ban_of("::ffff:10.0.0.1", networks) is not None
    assert ban_of("2002:0a00:0001::", networks) is not None
    assert ban_of("64:ff9b::10.0.0.1", networks) is not None
    assert ban_of("127.0.0.1", networks) is None


def test_one_bad_address_among_good_ones_refuses_the_name() -> None:
    async def both(_host: str, _port: int) -> list[str]:
        return ["93.184.216.34", "127.0.0.1"]

    with pytest.raises(Blocked):
        fetch(Egress(Settings(), both), "http://example.org/")


def test_a_redirect_to_the_inside_is_refused(site: int) -> None:
    egress = client("127.0.0.1", **ONLY_METADATA)
    with pytest.raises(Blocked, match=r"block: 169\.254\.0\.0/16"):
        fetch(egress, f"http://open.example.org:{site}/to?http://169.254.169.254/latest/meta-data")
    with pytest.raises(Blocked, match="not valid"):
        fetch(egress, f"http://open.example.org:{site}/to?file:///etc/passwd")


def test_a_name_that_changes_its_address_between_requests_is_checked_each_time(site: int) -> None:
    egress = client("127.0.0.1", "10.0.0.7", **ONLY_METADATA)
    with pytest.raises(Blocked, match=r"block: 10\.0\.0\.0/8"):
        fetch(egress, f"http://rebind.example.org:{site}/to?http://rebind.example.org:{site}/secret")
    assert [path for path, _ in Site.seen if path == "/secret"] == []


def test_a_redirect_in_a_circle_ends(site: int) -> None:
    url = f"http://x.example.org:{site}/to?"
    with pytest.raises(Unreachable, match="redirects more than"):
        fetch(client("127.0.0.1", **OPEN), url + url * 20)


def test_what_is_too_large_is_given_up(site: int) -> None:
    with pytest.raises(Unreachable, match="Maximum total size of all files is 1000 bytes"):
        fetch(client("127.0.0.1", **OPEN), f"http://x.example.org:{site}/big.csv", limit=1000)


def test_the_body_of_an_error_is_not_passed_on(site: int) -> None:
    with pytest.raises(Unreachable) as refused:
        fetch(client("127.0.0.1", **OPEN), f"http://x.example.org:{site}/broken")
    assert "500" in refused.value.detail
    assert "password" not in refused.value.detail


def test_a_name_that_does_not_exist_is_told(site: int) -> None:
    with pytest.raises(Unreachable, match=r"Can't resolve hostname nowhere\.example\.org"):
        fetch(client(**OPEN), "http://nowhere.example.org/")
