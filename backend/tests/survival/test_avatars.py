"""kill -9 between a picture and its row, in either order: never a row without its file; the rest is swept."""

from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD
from app.infrastructure.persistence.avatars import avatars
from tests.builders.pictures import a_picture
from tests.survival.conftest import Scene
from tests.survival.test_files import age, alive, dies_of, sweep

PATH = "/users/avatar"


async def signed_in(scene: Scene) -> tuple[str, dict[str, str]]:
    async with alive(scene) as house:
        grace = await house.person("grace")
        user_id = (await grace.get("/users/me")).json()["id"]
        assert (await grace.post(PATH, files={"file": a_picture()})).status_code == 201
    return user_id, {"Authorization": grace.headers["authorization"]}


async def test_a_picture_whose_row_never_came_is_swept_and_the_one_before_stays(scene: Scene) -> None:
    user_id, signed = await signed_in(scene)
    [before] = scene.files()

    await dies_of(scene, AFTER_PUT, "POST", PATH, files={"file": a_picture("JPEG")}, headers=signed)

    [row] = await scene.rows(avatars)
    assert row["storage_key"] == before
    assert len(scene.files()) == 2
    age(scene)
    await sweep(scene)
    assert scene.files() == {before}
    async with alive(scene) as house:
        assert (await house.visitor().get(f"/users/{user_id}/avatar")).status_code == 200


async def test_a_picture_that_was_replaced_or_taken_down_is_swept(scene: Scene) -> None:
    user_id, signed = await signed_in(scene)

    await dies_of(scene, BEFORE_DISCARD, "POST", PATH, files={"file": a_picture("JPEG")}, headers=signed)
    [row] = await scene.rows(avatars)
    assert len(scene.files()) == 2
    async with alive(scene) as house:
        assert (await house.visitor().get(f"/users/{user_id}/avatar")).status_code == 200
    assert row["storage_key"] in scene.files()

    await dies_of(scene, BEFORE_DISCARD, "DELETE", PATH, headers=signed)
    assert await scene.rows(avatars) == []
    assert len(scene.files()) == 2
    age(scene)
    await sweep(scene)
    assert scene.files() == set()
