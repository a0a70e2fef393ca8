from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.application.apart import Apart
from app.application.generation.tailoring import Tailor
from app.application.generation.work import IGenerationWork
from app.application.unit_of_work import Opens
from app.domain.documents.uploads import (
    Suggestion,
    Upload,
    UploadReceipt,
    lay_out,
    score_upload,
    suggest,
)
from app.domain.generation.matching import MatchReceipt
from app.domain.profile.insights import Summary, summarize
from app.domain.resumes.importing import Unsure, steady_profile, unsure_of
from app.domain.resumes.model import Resume
from app.domain.shared.ids import JobId, ResumeId, UserId
from app.domain.shared.time import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """All that can be said of an uploaded resume."""

    resume: Resume
    ats: UploadReceipt
    suggestions: Sequence[Suggestion]
    career: Summary
    unsure: Sequence[Unsure]
    match: MatchReceipt | None
    """None where no job was named."""
    sources: Mapping[str, str]
    """Where in the reading each thing stands that the match rests on."""


class AppraisalService:
    """Uploaded resumes, judged by rules alone: the same resume and job give the same answer."""

    def __init__(self, *, work: Opens[IGenerationWork], tailor: Tailor, apart: Apart, now: Now) -> None:
        self._work = work
        self._tailor = tailor
        self._apart = apart
        self._now = now

    async def score(self, resume_id: ResumeId, *, owner: UserId) -> tuple[Resume, UploadReceipt]:
        """Raises ResumeNotFound."""
        resume = await self._get(resume_id, owner=owner)
        return resume, await self._apart(_score, resume)

    async def suggestions(
        self, resume_id: ResumeId, *, owner: UserId
    ) -> tuple[Resume, UploadReceipt, Sequence[Suggestion]]:
        """Raises ResumeNotFound."""
        resume = await self._get(resume_id, owner=owner)
        receipt, found = await self._apart(_judge, resume, ())
        return resume, receipt, found

    async def analyze(self, resume_id: ResumeId, *, owner: UserId, job_id: JobId | None = None) -> Appraisal:
        """Against a job where one is named. Raises ResumeNotFound, JobNotFound."""
        now = self._now()
        async with self._work(readonly=True) as work:
            resume = await work.resumes.get(resume_id, owner=owner)
            job = await work.jobs.get_visible(job_id, reader=owner) if job_id else None
        profile, sources = steady_profile(resume.parsed, of=resume.id, now=resume.created_at)
        analysis = await self._tailor.analyse(job) if job else None
        keywords = [keyword.name for keyword in analysis.keywords] if analysis else []
        receipt, found = await self._apart(_judge, resume, keywords)
        today = now.date()
        match = await self._tailor.match(profile, analysis, today=today) if analysis else None
        return Appraisal(
            resume=resume,
            ats=receipt,
            suggestions=found,
            career=summarize(profile, today=today),
            unsure=unsure_of(resume.parsed),
            match=match,
            sources=sources,
        )

    async def _get(self, resume_id: ResumeId, *, owner: UserId) -> Resume:
        async with self._work(readonly=True) as work:
            return await work.resumes.get(resume_id, owner=owner)


def _upload(resume: Resume) -> Upload:
    return Upload(
        laid=lay_out(resume.parsed, resume.text),
        kind=resume.kind,
        size=resume.size,
        pages=resume.pages,
        name=resume.name,
    )


def _score(resume: Resume) -> UploadReceipt:
    return score_upload(_upload(resume))


def _judge(resume: Resume, keywords: Sequence[str]) -> tuple[UploadReceipt, Sequence[Suggestion]]:
    upload = _upload(resume)
    return score_upload(upload, keywords=keywords), suggest(upload, resume.parsed, keywords=keywords)
