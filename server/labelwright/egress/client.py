"""The one way out: every request to an address that a person gave goes through here.

http and https only. A name is resolved once, all its addresses are checked, and the connection goes to one of those very addresses, so a second
look-up cannot lead elsewhere. Redirects are followed by hand, each checked like the first. Size and time are limited; the body of an error answer
is never passed on.
"""

import asyncio
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import ClassVar

import httpx

from labelwright.egress.addresses import ban_of, banned_networks
from labelwright.errors import LabelwrightError
from labelwright.settings import Settings
from labelwright.version import __version__

_REDIRECTS = 5
_PAUSE = httpx.Timeout(10.0, read=30.0)

# Name and port → addresses.
Resolve = Callable[[str, int], Awaitable[list[str]]]


class Blocked(LabelwrightError):
    """The address is not one that may be asked."""

    status: ClassVar = 403


class Unreachable(LabelwrightError):
    """Nothing usable came back."""

    status: ClassVar = 400


class Reply:
    """An answer with a good status; `url` is where it came from in the end."""

    def __init__(self, response: httpx.Response, url: httpx.URL, limit: int) -> None:
        self._response, self._limit = response, limit
        self.url, self.headers = url, response.headers

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """The body. Raises Unreachable when it is larger than the limit."""
        size = 0
        async for chunk in self._response.aiter_bytes():
            size += len(chunk)
            if size > self._limit:
                raise Unreachable(f"Maximum total size of all files is {self._limit} bytes, the download is larger")
            yield chunk


async def resolve(host: str, port: int) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Egress:
    """`resolve` is replaced in tests."""

    def __init__(self, settings: Settings, resolve: Resolve = resolve) -> None:
        self._banned = banned_networks(settings)
        self._verify = settings.verify_ssl_certs
        self._resolve = resolve

    @asynccontextmanager
    async def get(
        self, url: str, *, limit: int, seconds: float = 300, headers: Mapping[str, str] | None = None
    ) -> AsyncGenerator[Reply, None]:
        """Ask for `url`; at most `limit` bytes within `seconds`. Raises Blocked or Unreachable."""
        target = _parsed(url)
        sent = {"user-agent": f"labelwright/{__version__}", "accept-encoding": "identity", **(headers or {})}
        try:
            async with asyncio.timeout(seconds), self._client() as client:
                for _ in range(_REDIRECTS + 1):
                    response = await self._ask(client, target, sent)
                    try:
                        if not response.has_redirect_location:
                            _refuse_errors(response, target)
                            yield Reply(response, target, limit)
                            return
                        target = _parsed(str(target.join(response.headers["location"])))
                    finally:
                        await response.aclose()
                raise Unreachable(f"{target.host} redirects more than {_REDIRECTS} times.")
        except TimeoutError:
            raise Unreachable(f"{target.host} did not answer within {seconds:.0f} seconds.") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise Unreachable(f"{target.host} cannot be reached: {_say(error)}") from error

    async def post(
        self, url: str, content: bytes, *, headers: Mapping[str, str], seconds: float, limit: int
    ) -> tuple[int, str]:
        """Status and the first `limit` bytes of the answer, whatever it is; a redirect is an answer. Raises Blocked or Unreachable."""
        target = _parsed(url)
        sent = {**headers, "user-agent": f"labelwright/{__version__}", "accept-encoding": "identity"}
        try:
            async with asyncio.timeout(seconds), self._client() as client:
                response = await self._ask(client, target, sent, content)
                try:
                    return response.status_code, await _start_of(response, limit)
                finally:
                    await response.aclose()
        except TimeoutError:
            raise Unreachable(f"{target.host} did not answer within {seconds:g} seconds.") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise Unreachable(f"{target.host} cannot be reached: {_say(error)}") from error

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(verify=self._verify, trust_env=False, timeout=_PAUSE, follow_redirects=False)

    async def check(self, url: str) -> None:
        """Raises Blocked when `url` may not be asked now; for addresses that are stored and used later, when they are checked again."""
        target = _parsed(url)
        await self._addresses(target)

    async def _ask(
        self, client: httpx.AsyncClient, target: httpx.URL, headers: Mapping[str, str], content: bytes | None = None
    ) -> httpx.Response:
        """GET, or POST where there is content. Connect to an address that was checked; the name stays in `Host` and in the TLS handshake."""
        addresses = await self._addresses(target)
        host = target.netloc.rpartition(b"@")[2].decode("ascii")
        for position, address in enumerate(addresses):
            request = client.build_request(
                "GET" if content is None else "POST",
                target.copy_with(host=address),
                content=content,
                headers={**headers, "host": host},
                extensions={"sni_hostname": target.host, "timeout": _PAUSE.as_dict()},
            )
            try:
                return await client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if position + 1 == len(addresses):
                    raise
        raise Unreachable(f"Can't resolve hostname {target.host}")

    async def _addresses(self, target: httpx.URL) -> list[str]:
        port = target.port or (443 if target.scheme == "https" else 80)
        try:
            addresses = await self._resolve(target.host, port)
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise Unreachable(f"Can't resolve hostname {target.host}")
        for address in addresses:
            if ban := ban_of(address, self._banned):
                raise Blocked(f"URL resolves to a reserved network address (block: {ban})")
        return addresses


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError):
        raise Blocked("The provided URL was not valid.") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise Blocked("The provided URL was not valid.")
    return parsed


async def _start_of(response: httpx.Response, limit: int) -> str:
    start = b""
    async for chunk in response.aiter_bytes():
        start += chunk
        if len(start) >= limit:
            break
    return start[:limit].decode("utf-8", "replace").replace("\0", "\ufffd")


def _refuse_errors(response: httpx.Response, target: httpx.URL) -> None:
    if not response.is_success:
        raise Unreachable(f"{target.host} answered with status {response.status_code}.")


def _say(error: Exception) -> str:
    """The kind of failure, without what the other side may have put into the text."""
    kinds = {
        httpx.ConnectError: "no connection",
        httpx.TimeoutException: "no answer in time",
        httpx.ProtocolError: "a broken answer",
    }
    return next((text for kind, text in kinds.items() if isinstance(error, kind)), "the transfer broke off")
