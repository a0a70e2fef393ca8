from uuid import UUID

from app.domain.shared.ids import JobId, ResumeId
from app.presentation.api.resumes.schemas import (
    AnalyzeIn,
    CareerOut,
    ResumeAnalysisOut,
    ResumeScoreOut,
    ResumeSuggestionsOut,
)
from app.presentation.api.resumes.services import Appraisals
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/resumes", "resumes")


@router.post("/{resume_id}/analyze", **rules(Access.USER, 404))
async def analyze_resume(
    resume_id: UUID, body: AnalyzeIn, user_id: CurrentUser, appraisals: Appraisals
) -> ResumeAnalysisOut:
    """All that can be said of it, by rules alone: the ATS score, what to improve, what was read and how
    surely; with `job_id`, how well it answers the posting, and which of its keywords it names."""
    job_id = JobId(body.job_id) if body.job_id else None
    found = await appraisals.analyze(ResumeId(resume_id), owner=user_id, job_id=job_id)
    return ResumeAnalysisOut(
        resume_id=found.resume.id,
        resume_version=found.resume.version,
        ats=found.ats,
        suggestions=list(found.suggestions),
        career=CareerOut.model_validate(found.career),
        unsure=list(found.unsure),
        match=found.match,
        sources=dict(found.sources),
    )


@router.get("/{resume_id}/ats-score", **rules(Access.USER, 404))
async def get_resume_ats_score(
    resume_id: UUID, user_id: CurrentUser, appraisals: Appraisals
) -> ResumeScoreOut:
    """Rule by rule, and which rules took no part and why. Without a posting: `analyze` takes one."""
    resume, receipt = await appraisals.score(ResumeId(resume_id), owner=user_id)
    return ResumeScoreOut(resume_id=resume.id, resume_version=resume.version, ats=receipt)


@router.get("/{resume_id}/suggestions", **rules(Access.USER, 404))
async def list_resume_suggestions(
    resume_id: UUID, user_id: CurrentUser, appraisals: Appraisals
) -> ResumeSuggestionsOut:
    """What to improve, what gains most first. `gain` is in points of the ATS total, once that rule is kept
    and every other stands as it does. An example is made of what the resume says, and asks for the rest."""
    resume, receipt, found = await appraisals.suggestions(ResumeId(resume_id), owner=user_id)
    return ResumeSuggestionsOut(
        resume_id=resume.id, resume_version=resume.version, total=receipt.total, suggestions=list(found)
    )
