"""kill -9 between a rotation and its answer: whoever asks again gets the tokens that nobody was told."""

import httpx2

from app.application.work.failpoints import AFTER_REFRESH
from app.domain.identity.model import LEEWAY
from tests.survival.conftest import Scene
from tests.survival.processes import PATIENCE, Ward
from tests.survival.test_files import API, dies_of

ADA = {"email": "mathilda@example.com", "password": "Correct-Horse-7", "full_name": "Mathilda Byron"}


async def test_an_answer_that_was_lost_with_its_process_is_given_by_another(scene: Scene) -> None:
    """The other is up already: to begin one may take longer than the leeway."""
    async with (
        Ward(scene, workers=0) as ward,
        httpx2.AsyncClient(base_url=f"{ward.address}{API}", timeout=PATIENCE, trust_env=False) as client,
    ):
        first = (await client.post("/auth/register", json=ADA)).json()
        token = {"refresh_token": first["refresh_token"]}

        await dies_of(scene, AFTER_REFRESH, "POST", "/auth/refresh", json=token)
        retried, again = [await client.post("/auth/refresh", json=token) for _ in range(2)]

        assert retried.status_code == again.status_code == 200, f"later than {LEEWAY}?"
        assert retried.json()["refresh_token"] == again.json()["refresh_token"] != first["refresh_token"]
        [session] = (
            await client.get(
                "/sessions", headers={"Authorization": f"Bearer {retried.json()['access_token']}"}
            )
        ).json()["items"]
        assert session["current"]
        second = {"refresh_token": retried.json()["refresh_token"]}
        assert (await client.post("/auth/refresh", json=second)).status_code == 200
