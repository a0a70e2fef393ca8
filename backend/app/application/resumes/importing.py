from collections.abc import Sequence
from dataclasses import dataclass

from app.application.apart import Apart
from app.application.resumes.work import IResumeWork
from app.application.unit_of_work import Opens
from app.domain.profile.formats import Recognised
from app.domain.resumes.importing import Unsure, recognised, unsure_of
from app.domain.resumes.resume import ReadResume
from app.domain.shared.ids import ResumeId, UserId


@dataclass(frozen=True, slots=True)
class ReadForImport:
    read: Recognised
    unsure: Sequence[Unsure]


class ResumeImportService:
    """Uploaded resumes as what an import to a profile takes."""

    def __init__(self, *, work: Opens[IResumeWork], apart: Apart) -> None:
        self._work = work
        self._apart = apart

    async def read(self, resume_id: ResumeId, *, owner: UserId) -> ReadForImport:
        """Under the name of the account where the resume names nobody. Raises ResumeNotFound."""
        async with self._work(readonly=True) as work:
            resume = await work.resumes.get(resume_id, owner=owner)
            called = (await work.users.get(owner)).full_name
        return await self._apart(_as_reading, resume.parsed, called)


def _as_reading(parsed: ReadResume, called: str) -> ReadForImport:
    return ReadForImport(recognised(parsed, called=called), unsure_of(parsed))
