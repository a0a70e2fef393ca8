"""Ada, with jobs of her own and the board's, and documents to send."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.domain.documents.model import Document, DocumentType
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.applications import SqlApplicationWork
from app.infrastructure.persistence.database import Database
from tests.api.conftest import House
from tests.builders.jobs import a_job
from tests.builders.letters import a_plain_letter
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document

Answer = dict[str, Any]


@dataclass
class Tracker:
    house: House
    database: Database
    ada: httpx2.AsyncClient
    ada_id: UserId

    async def job(self, owner: UserId | None = None, *, board: bool = False, **about: Any) -> str:
        job = a_job(None if board else owner or self.ada_id, **{"company": "Clinic"} | about)
        async with SqlApplicationWork(self.database) as work:
            await work.jobs.add(job)
            await work.commit()
        return str(job.id)

    async def document(self, owner: UserId | None = None, *, letter: bool = False, **about: Any) -> Document:
        profile = a_profile(owner or self.ada_id)
        if letter:
            content = a_plain_letter(("I trained 14 new nurses.",))
            about |= {"content": content, "document_type": DocumentType.COVER_LETTER, "faithfulness": None}
        document = a_stored_document(profile, **about)
        async with SqlApplicationWork(self.database) as work:
            await work.profiles.add(profile)
            await work.documents.add(document)
            await work.commit()
        return document

    async def applied(self, **body: Any) -> Answer:
        body = body if "job_id" in body else body | {"job_id": await self.job()}
        answer = await self.ada.post("/applications", json=body)
        assert answer.status_code == 201, answer.text
        card: Answer = answer.json()
        return card

    async def saved(self, **body: Any) -> Answer:
        body = body if "job_id" in body else body | {"job_id": await self.job()}
        answer = await self.ada.post("/saved-jobs", json=body)
        assert answer.status_code == 201, answer.text
        card: Answer = answer.json()
        return card

    async def card(self, application_id: str) -> Answer:
        answer = await self.ada.get(f"/applications/{application_id}")
        assert answer.status_code == 200, answer.text
        card: Answer = answer.json()
        return card


async def id_of(person: httpx2.AsyncClient) -> UserId:
    return UserId(UUID((await person.get("/auth/me")).json()["id"]))


@pytest.fixture
async def tracker(house: House) -> AsyncIterator[Tracker]:
    ada = await house.person("ada")
    database = Database(house.settings.database_url, pool_size=2)
    yield Tracker(house, database, ada, await id_of(ada))
    await database.dispose()
