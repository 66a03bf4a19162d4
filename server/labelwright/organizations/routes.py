"""Organisations, members and invitations over HTTP."""

import msgspec
from litestar import delete, get, patch, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath, FromQuery, JSONBody

from labelwright.access import Home, on, signed_in
from labelwright.accounts import avatars
from labelwright.accounts.schemas import Me, User, UserChange, UserIn
from labelwright.db import Tx
from labelwright.errors import Forbidden
from labelwright.http.described import reads
from labelwright.http.request import ApiRequest, changes
from labelwright.http.threads import in_thread
from labelwright.kit.paging import Page, page_size, paged, whole, window
from labelwright.organizations import people, service
from labelwright.organizations.schemas import (
    Invitation,
    Member,
    Membership,
    Organization,
    OrganizationChange,
    OrganizationRow,
    RoleIn,
    RoleOfMember,
    SessionPolicy,
    SessionPolicyChange,
    TokenSettings,
)

_DEFAULT_PAGE, _LARGEST_PAGE = 20, 1000
_AVATAR = "/api/users/{user_id:int}/avatar"
_MAY_SHOW_FACE = on("avatar.any", people.home_of_user, "user_id")


def home_of_organization(_: Tx, organization_id: int) -> Home:
    """An organisation is its own home."""
    return Home(organization_id)


@get("/api/current-user/whoami", opt=signed_in(), sync_to_thread=True)
def whoami(request: ApiRequest) -> Me:
    with request.db.read() as tx:
        return people.me(tx, request.caller)


@get("/api/users", opt=signed_in("organizations.view"), sync_to_thread=True)
def list_users(request: ApiRequest) -> list[User]:
    with request.db.read() as tx:
        return people.users(tx, request.caller)


@post("/api/users", opt=signed_in("organizations.invite"), sync_to_thread=True)
def add_user(request: ApiRequest, data: JSONBody[UserIn]) -> User:
    with request.db.write() as tx:
        return people.add_user(tx, request.caller, request.keyring, **msgspec.structs.asdict(data))


@get("/api/users/{user_id:int}", opt=on("organizations.view", people.home_of_user, "user_id"), sync_to_thread=True)
def show_user(request: ApiRequest, user_id: FromPath[int]) -> User:
    with request.db.read() as tx:
        return people.user(tx, request.caller, user_id)


@patch("/api/users/{user_id:int}", opt=on("organizations.view", people.home_of_user, "user_id"), sync_to_thread=True)
def change_user(request: ApiRequest, user_id: FromPath[int], data: JSONBody[UserChange]) -> User:
    with request.db.write() as tx:
        return people.change_user(tx, request.caller, user_id, changes(data))


@delete("/api/users/{user_id:int}", opt=on("organizations.change", people.home_of_user, "user_id"), sync_to_thread=True)
def remove_user(request: ApiRequest, user_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        picture = people.remove_user(tx, request.caller, user_id)
    avatars.discard(request.settings, picture)


@post(_AVATAR, opt=_MAY_SHOW_FACE | reads(files=("avatar",)), status_code=200)
async def change_avatar(request: ApiRequest, user_id: FromPath[int]) -> dict[str, str]:  # noqa: ARG001
    """The caller's picture, whoever the address names: one file of a form. JPEG, PNG or GIF, 1200 × 1200 pixels and 1 MiB at most."""
    form = await request.form()
    files = [value for value in form.values() if isinstance(value, UploadFile)]
    content = await files[0].read(avatars.LARGEST + 1) if files else None
    await in_thread(_change_avatar, request, content)
    return {"detail": "avatar saved"}


def _change_avatar(request: ApiRequest, content: bytes | None) -> None:
    name = avatars.keep(request.settings, content)
    try:
        with request.db.write() as tx:
            before = avatars.change(tx, request.caller.id, name)
    except BaseException:
        avatars.discard(request.settings, name)
        raise
    avatars.discard(request.settings, before)


@delete(_AVATAR, opt=_MAY_SHOW_FACE, sync_to_thread=True)
def remove_avatar(request: ApiRequest, user_id: FromPath[int]) -> None:  # noqa: ARG001
    with request.db.write() as tx:
        before = avatars.change(tx, request.caller.id, "")
    avatars.discard(request.settings, before)


@get("/api/organizations", opt=signed_in("organizations.view"), sync_to_thread=True)
def list_organizations(request: ApiRequest) -> list[OrganizationRow]:
    with request.db.read() as tx:
        return service.organizations_of(tx, request.caller.id)


@post("/api/organizations", opt=signed_in("organizations.create"), sync_to_thread=False)
def create_organization() -> None:
    """One organisation per installation, as in Label Studio's community edition by default."""
    raise Forbidden


@get(
    "/api/organizations/{organization_id:int}",
    opt=on("organizations.view", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def show_organization(request: ApiRequest, organization_id: FromPath[int]) -> Organization:
    with request.db.read() as tx:
        return service.full(tx, organization_id)


@patch(
    "/api/organizations/{organization_id:int}",
    opt=on("organizations.change", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def change_organization(
    request: ApiRequest, organization_id: FromPath[int], data: JSONBody[OrganizationChange]
) -> Organization:
    with request.db.write() as tx:
        return service.change_by(tx, request.caller, organization_id, changes(data))


@get(
    "/api/organizations/{organization_id:int}/memberships",
    opt=on("organizations.view", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def list_members(request: ApiRequest, organization_id: FromPath[int], page: FromQuery[int] = 1) -> Page[Member]:
    asked = request.query_params.get("page_size")
    with request.db.read() as tx:
        rows = people.members(tx, organization_id)
    size = max(1, len(rows)) if asked == "-1" else page_size(whole(asked), _DEFAULT_PAGE, _LARGEST_PAGE)
    offset, limit = window(page, size, len(rows))
    return paged(
        rows[offset : offset + limit],
        count=len(rows),
        page=page,
        size=size,
        url=request.address,
        query=request.url.query,
    )


@get(
    "/api/organizations/{organization_id:int}/memberships/{user_id:int}",
    opt=on("organizations.view", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def show_member(request: ApiRequest, organization_id: FromPath[int], user_id: FromPath[int]) -> Membership:
    with request.db.read() as tx:
        return service.member(tx, organization_id, user_id)


@patch(
    "/api/organizations/{organization_id:int}/memberships/{user_id:int}",
    opt=on("organizations.change", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def change_member_role(
    request: ApiRequest, organization_id: FromPath[int], user_id: FromPath[int], data: JSONBody[RoleIn]
) -> RoleOfMember:
    with request.db.write() as tx:
        return people.change_role(tx, request.caller, organization_id, user_id, data.role)


@delete(
    "/api/organizations/{organization_id:int}/memberships/{user_id:int}",
    opt=on("organizations.change", home_of_organization, "organization_id"),
    sync_to_thread=True,
)
def remove_member(request: ApiRequest, organization_id: FromPath[int], user_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        picture = people.remove_member(tx, request.caller, organization_id, user_id)
    avatars.discard(request.settings, picture)


@get("/api/invite", opt=signed_in("organizations.invite"), sync_to_thread=True)
def invitation(request: ApiRequest) -> Invitation:
    with request.db.read() as tx:
        return service.invitation(tx, request.caller.organization, request.settings.base_path)


@post("/api/invite/reset-token", opt=signed_in("organizations.invite"), sync_to_thread=True)
def reset_invitation(request: ApiRequest) -> Invitation:
    with request.db.write() as tx:
        return service.reset_invitation(tx, request.caller.organization, request.settings.base_path)


@get("/api/jwt/settings", opt=signed_in("organizations.view"), sync_to_thread=True)
def token_settings(request: ApiRequest) -> TokenSettings:
    with request.db.read() as tx:
        return TokenSettings(**service.token_settings(tx, request.caller.organization))


@post("/api/jwt/settings", opt=signed_in("organizations.change"), status_code=200, sync_to_thread=True)
def change_token_settings(request: ApiRequest, data: JSONBody[TokenSettings]) -> TokenSettings:
    with request.db.write() as tx:
        service.change(tx, request.caller.organization, msgspec.structs.asdict(data))
        return data


@get("/api/session-policy", opt=signed_in("organizations.view"), sync_to_thread=True)
def session_policy(request: ApiRequest) -> SessionPolicy:
    with request.db.read() as tx:
        return service.session_policy(tx, request.settings, request.caller.organization)


@patch("/api/session-policy", opt=signed_in("organizations.change"), sync_to_thread=True)
def change_session_policy(request: ApiRequest, data: JSONBody[SessionPolicyChange]) -> SessionPolicy:
    with request.db.write() as tx:
        service.change(tx, request.caller.organization, changes(data))
        return service.session_policy(tx, request.settings, request.caller.organization)


ROUTES = [
    session_policy,
    change_session_policy,
    whoami,
    list_users,
    add_user,
    show_user,
    change_user,
    remove_user,
    change_avatar,
    remove_avatar,
    list_organizations,
    create_organization,
    show_organization,
    change_organization,
    list_members,
    show_member,
    change_member_role,
    remove_member,
    invitation,
    reset_invitation,
    token_settings,
    change_token_settings,
]
