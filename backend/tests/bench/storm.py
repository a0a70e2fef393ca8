"""A storm of sign-ins at bcrypt's full cost: what is left for everybody else."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.limits import UNLIMITED
from tests.bench.load import LoadFailed, Shot, fire
from tests.bench.over_http import CONNECTIONS
from tests.bench.results import Goal, Row, compared
from tests.bench.seeding import API, Person, register
from tests.bench.serving import served

SIGNING_IN = 16
ROUNDS = 3
SECONDS = 2.0
SETTLING_SECONDS = 0.5


def measure(database_url: str, directory: Path) -> Iterator[Row]:
    directory.mkdir()
    environment = {
        "JOBWISE_DATABASE_URL": database_url,
        "JOBWISE_DATA_DIR": str(directory / "var"),
        "JOBWISE_LOG_JSON": "true",
        "JOBWISE_TIER_FREE": '{"generations": 1000000}',
        "JOBWISE_RATE_LIMITS": json.dumps(UNLIMITED),
        "JOBWISE_BCRYPT_COST": "12",
    }
    log = directory / "ours.log"
    with served("app.main:create", path="/health", logs=log, **environment) as server:
        register(server.port, "stormy")
        person = register(server.port, "calm")
        stormy, calm = asyncio.run(_rounds(server.port, person))
    goal = Goal(0.9)
    yield compared("who am I, amid sign-ins", stormy, "no sign-ins", calm, unit="/s", goal=goal)


async def _rounds(port: int, person: Person) -> tuple[list[float], list[float]]:
    asked = Shot("GET", f"{API}/auth/me", person.headers)
    stormy, calm = [], []
    await fire(port, asked, connections=CONNECTIONS, seconds=SETTLING_SECONDS)
    for _ in range(ROUNDS):
        calm.append((await fire(port, asked, connections=CONNECTIONS, seconds=SECONDS)).per_second)
        stormy.append(await _amid_storm(port, asked))
    return stormy, calm


async def _amid_storm(port: int, asked: Shot) -> float:
    said = json.dumps({"email": "stormy@example.com", "password": "Correct-Horse-7"}).encode()
    sign_in = Shot("POST", f"{API}/auth/login", body=said)
    lasts = SECONDS + 2 * SETTLING_SECONDS
    storm = asyncio.create_task(fire(port, sign_in, connections=SIGNING_IN, seconds=lasts))
    await asyncio.sleep(SETTLING_SECONDS)
    fired = await fire(port, asked, connections=CONNECTIONS, seconds=SECONDS)
    if storm.done():
        raise LoadFailed("the storm was over before the end")
    await storm
    return fired.per_second
