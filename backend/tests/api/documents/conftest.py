"""A document of Ada's, as a generation would have left it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.domain.documents.model import Document
from app.domain.jobs.model import Job
from app.domain.profile.model import Profile
from app.domain.shared.ids import JobId, UserId
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import SqlDocumentWork
from tests.api.conftest import House
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document


@dataclass
class Desk:
    """Ada, signed in, with a profile, a job and a database to lay documents into."""

    ada: httpx2.AsyncClient
    house: House
    database: Database
    profile: Profile
    job: Job

    async def lay(self, **about: Any) -> Document:
        document = a_stored_document(self.profile, **about)
        async with SqlDocumentWork(self.database) as work:
            await work.documents.add(document)
            await work.commit()
        return document

    def files(self) -> list[str]:
        found = (self.house.settings.data_dir / "files").rglob("*")
        return sorted(path.name for path in found if path.is_file())


@pytest.fixture
async def desk(house: House) -> AsyncIterator[Desk]:
    ada = await house.person("ada")
    owner = UserId(UUID((await ada.get("/auth/me")).json()["id"]))
    database = Database(house.settings.database_url, pool_size=2)
    profile, job = a_profile(owner), a_job(owner, company="Łódź & Sons")
    async with SqlDocumentWork(database) as work:
        await work.profiles.add(profile)
        await work.jobs.add(job)
        await work.commit()
    yield Desk(ada, house, database, profile, job)
    await database.dispose()


@pytest.fixture
async def document(desk: Desk) -> Document:
    return await desk.lay(job_id=JobId(desk.job.id))
