"""Pictures of people: what may be one, who sees it, and that nothing is left of it."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from harness.live import Client, LiveServer
from labelwright.kit.pictures import look


def picture(kind: str = "PNG", size: tuple[int, int] = (20, 10)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


def send(client: Client, content: bytes, name: str = "me.png") -> Any:
    assert client.account
    return client.post(f"/api/users/{client.account.id}/avatar/", files={"avatar": (name, content, "image/png")})


def mine(client: Client) -> str | None:
    avatar: str | None = client.call("GET", "/api/current-user/whoami")["avatar"]
    return avatar


def kept(server: LiveServer) -> list[Path]:
    return sorted((server.settings.media_dir / "avatars").glob("*"))


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif")])
def test_a_picture_is_kept_and_shown_to_colleagues(owner: Client, annotator: Client, kind: str, suffix: str) -> None:
    answer = send(owner, picture(kind), "../../me.html")
    assert (answer.status_code, answer.json()) == (200, {"detail": "avatar saved"})
    address = mine(owner)
    assert address
    assert address.startswith("/data/avatars/")
    assert address.endswith(f"-avatar{suffix}")
    shown = annotator.get(address)
    assert shown.content == picture(kind)
    assert shown.headers["content-type"].startswith("image/")
    assert shown.headers["x-content-type-options"] == "nosniff"


def test_nobody_else_sees_it(server: LiveServer, owner: Client, stranger: Client) -> None:
    send(owner, picture())
    address = mine(owner) or ""
    assert stranger.get(address).status_code == 404
    assert server.anonymous().get(address).status_code == 401


def test_a_new_picture_takes_the_place_of_the_old_one(server: LiveServer, owner: Client) -> None:
    before = kept(server)
    send(owner, picture())
    first = mine(owner) or ""
    send(owner, picture("GIF"))
    assert mine(owner) != first
    assert owner.get(first).status_code == 404
    assert len(kept(server)) == len(before) + 1


def test_a_picture_can_be_taken_away(server: LiveServer, owner: Client) -> None:
    before = kept(server)
    send(owner, picture())
    assert owner.account
    assert owner.delete(f"/api/users/{owner.account.id}/avatar/").status_code == 204
    assert mine(owner) is None
    assert kept(server) == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "No picture was sent."),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "A picture must be a JPEG, PNG or GIF file."),
        (b"\x89PNG\r\n\x1a\n", "A picture must be a JPEG, PNG or GIF file."),
        (b"\xff\xd8\xff\xe0\x00\x04", "A picture must be a JPEG, PNG or GIF file."),
        (picture(size=(1201, 5)), "A picture may be 1200 × 1200 pixels large, this one is 1201 × 5."),
        (picture("JPEG", (5, 1300)), "A picture may be 1200 × 1200 pixels large, this one is 5 × 1300."),
        (picture() + bytes(1024 * 1024), "A picture may have 1048576 bytes, this one has 1048577."),
    ],
)
def test_what_is_no_picture_is_refused_and_the_old_one_stays(
    server: LiveServer, owner: Client, content: bytes, message: str
) -> None:
    send(owner, picture())
    before = mine(owner), kept(server)
    answer = send(owner, content)
    assert (answer.status_code, answer.json()["validation_errors"]) == (400, {"avatar": [message]})
    assert (mine(owner), kept(server)) == before


def test_it_is_always_the_callers_picture(owner: Client, annotator: Client) -> None:
    assert annotator.account
    owner.call(
        "POST", f"/api/users/{annotator.account.id}/avatar/", files={"avatar": ("a.png", picture(), "image/png")}
    )
    assert mine(owner)
    assert mine(annotator) is None


def test_it_goes_with_its_person(server: LiveServer, owner: Client, annotator: Client) -> None:
    before = kept(server)
    send(annotator, picture())
    assert owner.account
    assert annotator.account
    path = f"/api/organizations/{owner.account.organization}/memberships/{annotator.account.id}/"
    owner.call("DELETE", path)
    assert kept(server) == before


def test_a_jpeg_is_read_past_whatever_stands_before_its_size() -> None:
    content = picture("JPEG", (30, 40))
    comment = b"\xff\xfe\x00\x06\xff\xc0\x00\x00"
    assert look(content[:2] + comment + content[2:]) == (".jpg", 30, 40)
