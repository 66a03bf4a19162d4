"""The guard in front of every handler: authentication, CSRF, permission."""

from urllib.parse import urlsplit

from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.exceptions import ImproperlyConfiguredException
from litestar.handlers import HTTPRouteHandler
from litestar.handlers.base import BaseRouteHandler
from litestar.routes import HTTPRoute

from labelwright.access.caller import Caller
from labelwright.access.credentials import Authenticate, Credentials, credentials
from labelwright.access.declare import Access
from labelwright.access.permissions import allowed, require
from labelwright.db import Database, Tx
from labelwright.errors import Forbidden, NotAuthenticated, NotFound
from labelwright.http.limits import Attempts
from labelwright.http.threads import in_thread

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# The framework answers OPTIONS itself, with the methods of the path only.
OPTIONS = {"OPTIONS"}
_REMEMBERED = 10_000
_LARGEST_ID = 2**63 - 1


class Guard:
    """Runs before every handler; the handler finds the `Caller` as `request.user` (None on public routes without credentials)."""

    def __init__(
        self, db: Database, authenticate: Authenticate, trusted_origins: frozenset[str], attempts: Attempts
    ) -> None:
        self._db = db
        self._attempts = attempts
        # Hashes (salted per process) of tokens that were valid when last seen.
        self._worked: set[int] = set()
        self._authenticate = authenticate
        self._trusted = trusted_origins

    async def __call__(self, connection: ASGIConnection, handler: BaseRouteHandler) -> None:  # type: ignore[type-arg]
        if isinstance(handler, HTTPRouteHandler) and handler.http_methods == OPTIONS:
            return
        access: Access = handler.opt["access"]
        given = credentials(connection)
        if given is None and access.public:
            connection.scope["user"] = None
            return
        address = connection.client.host if connection.client else ""
        connection.scope["user"] = await in_thread(self._admit, access, given, connection.path_params, address)
        if given and given.session and connection.scope.get("method") not in SAFE and not access.public:
            self._refuse_forgery(connection)
            # Noted on writes only: reading must not wait for the writer.
            if connection.scope["user"].stale:
                await in_thread(self._touch, connection.scope["user"])

    def _touch(self, caller: Caller) -> None:
        with self._db.write() as tx:
            self._authenticate.touch(tx, caller)

    def _admit(
        self, access: Access, given: Credentials | None, params: dict[str, object], address: str
    ) -> Caller | None:
        with self._db.read() as tx:
            try:
                caller = self._recognise(tx, given, address)
            except NotAuthenticated:
                if access.public:
                    return None
                raise
            if access.public:
                return caller
            if access.lookup and access.param:
                number = params[access.param]
                if not isinstance(number, int) or number > _LARGEST_ID:
                    raise NotFound.of(access.kind)
                require(caller, access.permission or "", access.lookup(tx, number), access.kind)
            elif access.permission and access.permission not in allowed(caller.role, caller.roles_enabled):
                raise Forbidden
            return caller

    def _recognise(self, tx: Tx, given: Credentials | None, address: str) -> Caller:
        """The caller. An address that guessed too often waits, but not with keys that worked here before: many share one behind a proxy."""
        if given is None:
            raise NotAuthenticated
        key, guess = given.token or given.bearer, ("token", address)
        if key is None:
            return self._authenticate(tx, given)
        if hash(key) not in self._worked:
            self._attempts.check(guess)
        try:
            caller = self._authenticate(tx, given)
        except NotAuthenticated:
            self._attempts.failed(guess)
            raise
        if len(self._worked) > _REMEMBERED:
            self._worked.clear()
        self._worked.add(hash(key))
        return caller

    def _refuse_forgery(self, connection: ASGIConnection) -> None:  # type: ignore[type-arg]
        """A cookie alone does not prove that our page sent it: the token must come along, from an origin we know."""
        refuse_foreign_origin(connection, self._trusted)
        cookie, header = connection.cookies.get("csrftoken"), connection.headers.get("x-csrftoken")
        if not cookie or cookie != header:
            raise Forbidden("CSRF Failed: CSRF token missing or incorrect.")


def refuse_foreign_origin(connection: ASGIConnection, trusted: frozenset[str]) -> None:  # type: ignore[type-arg]
    origin = connection.headers.get("origin")
    if origin and origin not in trusted and urlsplit(origin).netloc != connection.headers.get("host"):
        raise Forbidden(f"CSRF Failed: {origin} is not a trusted origin; name it in CSRF_TRUSTED_ORIGINS.")


def undeclared(app: Litestar) -> list[str]:
    """Routes that do not say who may use them."""
    return [
        f"{'/'.join(sorted(handler.http_methods))} {route.path}"
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if handler.http_methods != OPTIONS and not isinstance(handler.opt.get("access"), Access)
    ]


def refuse_undeclared(app: Litestar) -> None:
    if missing := undeclared(app):
        raise ImproperlyConfiguredException(f"Routes without `access`: {', '.join(missing)}")
