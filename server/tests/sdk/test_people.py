"""Users, tokens, organisations, webhooks and versions, by the official client."""

import pytest
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError

from harness.live import Client
from sdk.moods import Connect

# The client's own use of pydantic is its own affair.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_a_wrong_token_is_refused(connect: Connect) -> None:
    with pytest.raises(ApiError) as refused:
        connect("0" * 40).users.whoami()
    assert refused.value.status_code == 401


def test_one_sees_and_changes_oneself(client: LabelStudio, owner: Client) -> None:
    assert owner.account
    me = client.users.whoami()
    assert (me.id, me.email) == (owner.account.id, owner.account.email)
    assert client.users.update(me.id, first_name="Ada").first_name == "Ada"
    assert client.users.get(me.id).first_name == "Ada"
    assert client.users.update(me.id, last_name="Byron").last_name == "Byron"
    assert [user.id for user in client.users.list()] == [me.id]


def test_keys_of_the_keyboard_are_kept(client: LabelStudio) -> None:
    keys = {"annotation:submit": {"key": "ctrl+s", "active": True}}
    client.users.update_hotkeys(custom_hotkeys=keys)
    assert client.users.get_hotkeys().custom_hotkeys["annotation:submit"]["key"] == "ctrl+s"


def test_people_are_made_and_removed(client: LabelStudio) -> None:
    made = client.users.create(username="grace", email="grace-sdk@example.org", password="correct horse battery")
    assert made.id in {user.id for user in client.users.list()}
    client.users.delete(made.id)
    assert made.id not in {user.id for user in client.users.list()}


def test_the_legacy_token_is_shown_and_renewed(client: LabelStudio, connect: Connect) -> None:
    old = client.users.get_token().token
    new = client.users.reset_token().token
    assert old != new
    assert connect(new).users.whoami().id
    with pytest.raises(ApiError):
        client.users.whoami()


def test_personal_access_tokens_are_exchanged_rotated_and_revoked(client: LabelStudio, connect: Connect) -> None:
    client.jwt_settings.update(api_token_ttl_days=30, api_tokens_enabled=True, legacy_api_tokens_enabled=True)
    assert client.jwt_settings.get().api_tokens_enabled
    personal = client.tokens.create().token
    by_personal = connect(personal)
    assert by_personal.users.whoami().id == client.users.whoami().id
    assert client.tokens.refresh(refresh=personal).access
    assert len(client.tokens.list()) == 1
    renewed = client.tokens.rotate(refresh=personal).refresh
    with pytest.raises(ApiError):
        connect(personal).users.whoami()
    assert connect(renewed).users.whoami().id
    client.tokens.blacklist(refresh=renewed)
    with pytest.raises(ApiError):
        connect(renewed).users.whoami()


def test_an_organisation_shows_its_members_and_invites(client: LabelStudio, owner: Client, annotator: Client) -> None:
    assert owner.account
    assert annotator.account
    number = owner.account.organization
    assert [each.id for each in client.organizations.list()] == [number]
    assert client.organizations.get(number).id == number
    assert client.organizations.update(number, title="Renamed").title == "Renamed"
    listed = client.organizations.members.list(number)
    assert {each.user.id for each in listed.items} == {owner.account.id, annotator.account.id}
    assert client.organizations.members.get(number, annotator.account.id).user
    before = client.organizations.invites.get_invite_link().invite_url
    assert client.organizations.reset_token().invite_url != before
    client.organizations.members.delete(number, annotator.account.id)
    assert len(client.organizations.members.list(number).items) == 1


def test_session_policy_and_versions(client: LabelStudio) -> None:
    assert client.session_policy.update(max_session_age=600).max_session_age == 600
    assert client.session_policy.get().max_session_age == 600
    assert client.versions.get().edition != "Enterprise"


def test_webhooks_are_made_listed_changed_and_deleted(client: LabelStudio, project: int) -> None:
    made = client.webhooks.create(url="https://example.org/hook", project=project, headers={"X-Key": "1"})
    assert client.webhooks.get(made.id).url == "https://example.org/hook"
    assert [each.id for each in client.webhooks.list(project=str(project))] == [made.id]
    client.webhooks.update(made.id, is_active=False, url="https://example.org/other")
    assert client.webhooks.get(made.id).is_active is False
    assert client.webhooks.info().annotation_created
    client.webhooks.delete(made.id)
    assert client.webhooks.list(project=str(project)) == []


def test_storages_and_models_are_empty_lists(client: LabelStudio, project: int) -> None:
    assert client.import_storage.list_types() == client.export_storage.list_types() == []
    assert client.import_storage.s3.list(project=project) == []
    assert client.ml.list(project=project) == []


def test_what_is_not_there_yet_says_so(client: LabelStudio, project: int) -> None:
    for ask in (
        lambda: client.ml.create(project=project, url="https://example.org"),
        lambda: client.projects.exports.create(project),
        lambda: client.import_storage.s3.create(project=project, bucket="b"),
    ):
        with pytest.raises(ApiError) as refused:
            ask()
        assert refused.value.status_code == 501
        assert " yet" in refused.value.body["detail"]
    for ask in (lambda: client.ml.get(1), lambda: client.projects.exports.get(project, 1)):
        with pytest.raises(ApiError) as absent:
            ask()
        assert absent.value.status_code == 404
