"""The whole application on a database of its own, and people to call it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from app.application.services import Services
from app.composition import compose
from app.presentation.app import create_app
from app.settings import RateSettings, Settings
from tests.databases import PATIENCE
from tests.fakes.mail import MemoryMailer

API = "http://test/api/v1"
UNLIMITED = dict.fromkeys(RateSettings.model_fields, "1000000/second")
"""Counted, and never too often."""


@dataclass
class House:
    app: FastAPI
    services: Services
    settings: Settings
    mails: MemoryMailer = field(default_factory=MemoryMailer)
    """What was mailed."""
    _clients: list[httpx2.AsyncClient] = field(default_factory=list)

    def visitor(self, **headers: str) -> httpx2.AsyncClient:
        """Somebody at the door; with no headers, nobody we know."""
        transport = httpx2.ASGITransport(self.app)
        client = httpx2.AsyncClient(transport=transport, base_url=API, headers=headers, timeout=30)
        self._clients.append(client)
        return client

    async def person(self, name: str = "ada") -> httpx2.AsyncClient:
        """A registered user, signed in."""
        body = {"email": f"{name}@example.com", "password": "Correct-Horse-7", "full_name": name.title()}
        registered = await self.visitor().post("/auth/register", json=body)
        assert registered.status_code == 201, registered.text
        return self.visitor(Authorization=f"Bearer {registered.json()['access_token']}")

    async def until_mails_are_out(self) -> None:
        async with asyncio.timeout(20):
            while any(p.count for p in await self.services.work.backlog() if p.kind in {"mail", "notice"}):  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def close(self) -> None:
        for client in self._clients:
            await client.aclose()


@asynccontextmanager
async def house_on(database_url: str, data_dir: Path, **about: object) -> AsyncIterator[House]:
    facts: dict[str, object] = {"environment": "test", "bcrypt_cost": 4, "_env_file": None}
    facts |= {"rate_limits": UNLIMITED, "database_seconds": PATIENCE}
    facts |= {"tier_free": {"generations": 10_000}, "streams_per_user": 100, "housekeeping": False}
    facts |= {"llm_own_keys": ["openai"]}
    facts |= {"mails_per_network": 10_000, "mails_in_all": 10_000}
    given = facts | {"database_url": database_url, "data_dir": data_dir} | about
    settings = Settings(**given)  # type: ignore[arg-type]
    mails = MemoryMailer()
    async with compose(settings, mailer=mails) as services:

        @asynccontextmanager
        async def ready() -> AsyncIterator[Services]:
            yield services

        app = create_app(ready(), settings)
        async with app.router.lifespan_context(app):
            house = House(app, services, settings, mails)
            yield house
            await house.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with house_on(database_url, tmp_path / "var") as house:
        yield house
