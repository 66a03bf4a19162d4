"""Log in, sign up, log out: pages for people and plain forms for scripts.

The forms are Label Studio's: fields `email` and `password`, a hidden `csrfmiddlewaretoken`, cookies `sessionid` and `csrftoken`. A client that
asks for JSON gets the API's envelope in place of a redirect or a page.
"""

from typing import Any, Literal

from litestar import Response, get, post, route
from litestar.response import Redirect

from labelwright.access import public
from labelwright.access.credentials import CSRF_COOKIE, SESSION_COOKIE
from labelwright.access.guard import refuse_foreign_origin
from labelwright.accounts import passwords
from labelwright.accounts import queries as account_queries
from labelwright.accounts import service as accounts
from labelwright.errors import Forbidden, Invalid
from labelwright.http.pages import Page, local_path
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread
from labelwright.organizations import service

Form = dict[str, Any]

_SAMESITE: dict[str, Literal["lax", "strict", "none"]] = {"Lax": "lax", "Strict": "strict", "None": "none"}


# Async: a sync handler with several paths is wrapped once per path by the framework, and breaks.
@get(["/user/login", "/user/signup"], opt=public(), include_in_schema=False)
async def entrance(request: ApiRequest) -> Response[Any]:
    return await in_thread(_page, request)


def _page(request: ApiRequest) -> Response[Any]:
    page: Page = request.app.state.page
    if request.url.path.rstrip("/").endswith("signup"):
        with request.db.read() as tx:
            try:
                service.check_invitation(tx, request.settings, request.query_params.get("token"))
            except Forbidden as error:
                return page.response(request, status=403, state={"signup": error.detail})
    return page.response(request, state={"first": _nobody(request)})


@post("/user/login", opt=public(), status_code=200, include_in_schema=False)
async def log_in(request: ApiRequest) -> Response[Any]:
    form = await _form(request)
    email, password = str(form.get("email") or "").strip(), str(form.get("password") or "")
    keys = (("address", _address(request)), ("account", email.lower()))
    request.app.state.attempts.begin(*keys)
    user_id = await in_thread(_verify, request, email, password)
    if user_id is None:
        return _refused(request, Invalid({"non_field_errors": ["The email and password you entered don't match."]}))
    request.app.state.attempts.forgive(keys[0])
    request.app.state.attempts.succeeded(keys[1])
    return await in_thread(_enter, request, user_id)


@post("/user/signup", opt=public(), status_code=200, include_in_schema=False)
async def sign_up(request: ApiRequest) -> Response[Any]:
    form = await _form(request)
    request.app.state.attempts.check(("address", _address(request)))
    invitation = request.query_params.get("token") or None
    try:
        user_id = await in_thread(
            _sign_up, request, str(form.get("email") or ""), str(form.get("password") or ""), invitation
        )
    except Invalid as error:
        return _refused(request, error)
    except Forbidden:
        request.app.state.attempts.failed(("address", _address(request)))
        raise
    return await in_thread(_enter, request, user_id)


@route(
    "/logout", http_method=["GET", "POST"], opt=public(), sync_to_thread=True, status_code=302, include_in_schema=False
)
def log_out(request: ApiRequest) -> Response[Any]:
    caller = request.scope["user"]
    # A link on a foreign page must not be able to log somebody out.
    if caller and caller.session and request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}:
        with request.db.write() as tx:
            accounts.end_session(tx, caller.session)
    target = request.settings.logout_redirect_url or f"{request.settings.base_path}/user/login/"
    answer: Response[Any] = Redirect(target, status_code=302)
    answer.delete_cookie(SESSION_COOKIE, path=request.settings.base_path or "/")
    return answer


async def _form(request: ApiRequest) -> Form:
    """The fields, after the check that our own page (or a script that read it) sent them."""
    refuse_foreign_origin(request, request.settings.trusted_origins)
    data = await request.json()
    form: Form = data if isinstance(data, dict) else {}
    cookie = request.cookies.get(CSRF_COOKIE)
    if not cookie or cookie != (form.get("csrfmiddlewaretoken") or request.headers.get("x-csrftoken")):
        raise Forbidden("CSRF verification failed. Load the page again and retry.")
    return form


def _nobody(request: ApiRequest) -> bool:
    with request.db.read() as tx:
        return not account_queries.anybody(tx)


def _verify(request: ApiRequest, email: str, password: str) -> int | None:
    with request.db.read() as tx:
        user = account_queries.by_email(tx, email)
    return user.id if passwords.matches(password, user.password if user else None) and user else None


def _sign_up(request: ApiRequest, email: str, password: str, invitation: str | None) -> int:
    with request.db.read() as tx:
        service.check_invitation(tx, request.settings, invitation)
        accounts.check_new(tx, email, password)
    hashed = passwords.hash_password(password)
    with request.db.write() as tx:
        return service.sign_up(tx, request.settings, request.keyring, email, hashed, invitation)


def _enter(request: ApiRequest, user_id: int) -> Response[Any]:
    settings = request.settings
    with request.db.write() as tx:
        session = accounts.start_session(tx, user_id, settings.max_session_age)
    target = local_path(request.query_params.get("next"), settings.base_path)
    answer: Response[Any] = Response({"next": target}) if _wants_json(request) else Redirect(target, status_code=302)
    answer.set_cookie(
        SESSION_COOKIE,
        session,
        max_age=settings.max_session_age,
        path=settings.base_path or "/",
        httponly=True,
        secure=settings.session_cookie_secure,
        samesite=_SAMESITE[settings.session_cookie_samesite],
    )
    return answer


def _refused(request: ApiRequest, error: Invalid) -> Response[Any]:
    if _wants_json(request):
        raise error
    page: Page = request.app.state.page
    return page.response(request, state={"errors": error.errors})


def _wants_json(request: ApiRequest) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _address(request: ApiRequest) -> str:
    return request.client.host if request.client else ""


ROUTES = [entrance, log_in, sign_up, log_out]
