"""The picture that somebody shows of themselves."""

from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from PIL import Image

from app.domain.identity.avatars import LARGEST_FILE
from app.domain.identity.model import Role
from app.domain.shared.ids import UserId
from tests.api.conftest import House
from tests.builders.pictures import CANARY, SVG, a_picture, a_png_of, that_tells


async def sent(
    client: httpx2.AsyncClient, data: bytes, name: str = "me.png", kind: str = "image/png"
) -> httpx2.Response:
    return await client.post("/users/avatar", files={"file": (name, data, kind)})


async def own_id(client: httpx2.AsyncClient) -> str:
    return str((await client.get("/users/me")).json()["id"])


def kept(house: House) -> list[str]:
    root = house.settings.data_dir / "files"
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


async def test_a_picture_is_shown_to_everybody(house: House) -> None:
    ada = await house.person()

    made = await sent(ada, that_tells("JPEG"), "../../etc/passwd", kind="text/html")
    shown = await house.visitor().get(f"/users/{await own_id(ada)}/avatar")

    assert made.status_code == 201, made.text
    assert made.headers["location"] == made.json()["url"] == f"/api/v1/users/{await own_id(ada)}/avatar"
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.headers["etag"] == made.headers["etag"] == f'"{made.json()["sha256"]}"'
    assert Image.open(BytesIO(shown.content)).size == (512, 512)
    assert len(shown.content) == made.json()["size"]
    assert CANARY.encode() not in shown.content
    [key] = kept(house)
    assert key.startswith("avatars/")
    assert key.endswith(".webp")
    assert "passwd" not in key


async def test_who_holds_it_is_told_that_it_is_still_the_one(house: House) -> None:
    ada = await house.person()
    tag = (await sent(ada, a_picture())).headers["etag"]
    path = f"/users/{await own_id(ada)}/avatar"

    held = await house.visitor().get(path, headers={"If-None-Match": tag})
    await sent(ada, a_picture("JPEG", (90, 90)))
    changed = await house.visitor().get(path, headers={"If-None-Match": tag})

    assert (held.status_code, held.content) == (304, b"")
    assert (changed.status_code, changed.headers["etag"] != tag) == (200, True)


async def test_another_picture_takes_the_place_of_the_first_and_its_file(house: House) -> None:
    ada = await house.person()
    await sent(ada, a_picture())
    [before] = kept(house)

    await sent(ada, a_picture())

    [after] = kept(house)
    assert before != after


async def test_a_picture_goes_when_it_is_taken_down(house: House) -> None:
    ada = await house.person()
    await sent(ada, a_picture())
    path = f"/users/{await own_id(ada)}/avatar"

    gone = await ada.delete("/users/avatar")
    again = await ada.delete("/users/avatar")

    assert (gone.status_code, again.status_code) == (204, 404)
    assert (await house.visitor().get(path)).status_code == 404
    assert kept(house) == []


async def test_none_closed_and_unknown_are_one_answer(house: House) -> None:
    ada, ben = await house.person(), await house.person("ben")
    await sent(ben, a_picture())
    closed = await own_id(ben)
    await house.services.accounts.change(UserId(UUID(closed)), facts={"is_active": False})

    answers = [
        await house.visitor().get(f"/users/{user_id}/avatar")
        for user_id in (await own_id(ada), closed, uuid4())
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 422, "picture_refused"),
        (SVG, 422, "picture_refused"),
        (a_picture("GIF"), 422, "picture_refused"),
        (a_png_of(16_000, 16_000), 413, "picture_too_large"),
        (a_picture() + b"\0" * LARGEST_FILE, 413, "picture_too_large"),
        (a_picture() + b"\0" * 2 * LARGEST_FILE, 413, "body_too_large"),
    ],
)
async def test_what_is_refused_leaves_the_picture_that_there_was(
    house: House, data: bytes, status: int, code: str
) -> None:
    ada = await house.person()
    await sent(ada, a_picture())
    before = kept(house)

    refused = await sent(ada, data)

    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert kept(house) == before


@pytest.mark.parametrize(
    ("about", "status"),
    [
        ({"data": {"file": "a text"}}, 415),
        ({"files": {"picture": a_picture()}}, 400),
        ({"files": [("file", a_picture()), ("file", a_picture())]}, 400),
        ({"files": {"file": a_picture()}, "data": {"user_id": str(uuid4())}}, 400),
        ({"files": [(f"f{n}", b"x") for n in range(1_100)]}, 400),
    ],
)
async def test_another_form_is_refused(house: House, about: dict[str, Any], status: int) -> None:
    ada = await house.person()

    refused = await ada.post("/users/avatar", **about)

    assert refused.status_code == status, refused.text
    assert kept(house) == []


async def test_a_picture_may_be_larger_than_other_bodies(house: House) -> None:
    ada = await house.person()
    large = a_picture() + b"\0" * (LARGEST_FILE - 100_000)
    assert len(large) > house.settings.max_body_bytes

    assert (await sent(ada, large)).status_code == 201
    assert (await ada.post("/jobs", content=large)).status_code == 413


async def test_the_picture_goes_with_the_account(house: House) -> None:
    ada = await house.person()
    await sent(ada, a_picture())
    path = f"/users/{await own_id(ada)}/avatar"

    await ada.delete("/users/me")

    assert kept(house) == []
    assert (await house.visitor().get(path)).status_code == 404


async def test_an_admin_has_one_too(house: House) -> None:
    root = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)

    assert (await sent(root, a_picture())).status_code == 201
