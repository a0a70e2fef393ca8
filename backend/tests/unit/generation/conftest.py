from dataclasses import dataclass, field
from typing import Any

import pytest

from app.application.generation.pipeline import Pipeline
from app.application.generation.results import ResultService
from app.application.generation.service import GenerationService, work_id_of
from app.application.generation.writing import Writing
from app.application.work.runner import Runner
from app.domain.documents.model import DocumentType
from app.domain.generation.model import Generation
from app.domain.generation.options import Options
from app.domain.generation.own_words import OwnWords
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import Allowances
from app.domain.jobs.model import Job
from app.domain.profile.model import Profile
from app.domain.shared.ids import GenerationId, JobId, ProfileId
from app.domain.shared.work import Patience
from tests.builders.careers import a_nurse
from tests.builders.generation import an_allowance
from tests.builders.identity import ADA, NOON, a_user
from tests.builders.jobs import a_full_job
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import MemoryGenerationWork, PagedPDF, a_press, a_tailor
from tests.fakes.memory import MemoryDatabase
from tests.fakes.work import RecordingBell, Row


@dataclass
class Shop:
    """Everything but databases, files and fonts."""

    database: MemoryDatabase
    files: MemoryFiles
    profile: Profile
    job: Job
    passed: list[str]
    writer: IPartWriter | None = field(default_factory=OwnWords)
    allowances: Allowances = field(default_factory=an_allowance)

    def __post_init__(self) -> None:
        pdf = PagedPDF()
        press = self.press = a_press(self.files, pdf)
        self.tailor = a_tailor(press)
        bell = RecordingBell()
        passing: Any = self.passed.append
        about: dict[str, Any] = {"work": self.opens, "press": press, "now": lambda: NOON}
        self.writing = Writing(tailor=self.tailor, writer=self.writer, allowances=self.allowances)
        self.pipeline = Pipeline(tailor=self.tailor, writing=self.writing, failpoint=passing, **about)
        self.generations = GenerationService(
            bell=bell, allowances=self.allowances, failpoint=passing, **about
        )
        self.results = ResultService(work=self.opens, tailor=self.tailor, now=lambda: NOON)
        self.runner = Runner(
            kinds=[self.pipeline],
            bell=bell,
            patience=Patience(failures=2),
            name="me",
            now=lambda: NOON,
            failpoint=passing,
        )

    def opens(self, *, readonly: bool = False) -> MemoryGenerationWork:
        return MemoryGenerationWork(self.database, readonly=readonly)

    async def keep(self) -> None:
        async with self.opens() as unit:
            await unit.users.add(a_user(ADA, llm_allowed=True))
            await unit.profiles.add(self.profile)
            await unit.jobs.add(self.job)
            await unit.commit()

    async def started(self, **options: Any) -> GenerationId:
        made = await self.generations.start(
            user_id=ADA,
            profile_id=ProfileId(self.profile.id),
            job_id=JobId(self.job.id),
            document_type=DocumentType.RESUME,
            options=Options(**{"use_llm": True} | options),
        )
        assert isinstance(made, Generation)
        return GenerationId(made.id)

    def row(self, generation_id: GenerationId) -> Row:
        row: Row = self.database.rest["work"][work_id_of(generation_id)]
        return row

    async def run(self, generation_id: GenerationId) -> Generation:
        await self.runner.run(self.row(generation_id).work)
        return await self.generations.get(generation_id, owner=ADA)


@pytest.fixture
async def shop() -> Shop:
    profile = a_nurse()
    profile.user_id = ADA
    shop = Shop(MemoryDatabase(), MemoryFiles(), profile, a_full_job(), [])
    await shop.keep()
    return shop
