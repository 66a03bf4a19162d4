"""Below a path of a public address everything is found, also what has that path in its own name."""

from collections.abc import Callable

import httpx
import pytest

from harness.live import LiveServer

BASE = "/labels"


@pytest.mark.parametrize("path", ["/api/labels/", "/api/projects/", "/health", "/api/version"])
def test_addresses_are_the_same_below_the_base(start_live: Callable[..., LiveServer], path: str) -> None:
    server = start_live(host=f"https://label.example{BASE}")
    owner = server.by_token(server.organization())
    bare = owner.get(path)
    assert bare.status_code == 200, path
    below = owner.get(BASE + path)
    assert (below.status_code, below.json()) == (200, bare.json())


@pytest.mark.parametrize("path", [BASE, f"{BASE}/"])
def test_the_base_itself_is_the_home_page(start_live: Callable[..., LiveServer], path: str) -> None:
    server = start_live(host=f"https://label.example{BASE}")
    answer = server.anonymous().get(path)
    assert (answer.status_code, httpx.URL(answer.headers["location"]).path) == (302, f"{BASE}/user/login/")
