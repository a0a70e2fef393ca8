from app.application.documents.work import IDocumentWork
from app.domain.documents.content import DocumentContent, SourceKind, lines_of
from app.domain.documents.letters.occasion import JobFacts, Occasion
from app.domain.documents.model import Document
from app.domain.jobs.errors import JobNotFound
from app.domain.profile.errors import JobProfileNotFound
from app.domain.profile.job_profile import JobProfile
from app.domain.shared.ids import JobId, JobProfileId


async def occasion_of(work: IDocumentWork, document: Document, content: DocumentContent) -> Occasion | None:
    """What a letter may rest on as it stands now; None for a resume, and where the posting is gone."""
    if content.letter is None or document.job_id is None:
        return None
    try:
        job = await work.jobs.get_visible(document.job_id, reader=document.user_id)
    except JobNotFound:
        return None
    sender = await _sender_of(work, document, content)
    facts = JobFacts(id=JobId(job.id), title=job.title, company=job.company)
    return Occasion(job=facts, sender=sender.contact if sender else None)


async def _sender_of(work: IDocumentWork, document: Document, content: DocumentContent) -> JobProfile | None:
    """The job profile that the content cites."""
    cited = (source for _, line in lines_of(content) for source in line.sources)
    at = next((source.id for source in cited if source.kind is SourceKind.JOB_PROFILE), None)
    if at is None:
        return None
    try:
        return await work.job_profiles.get(JobProfileId(at), owner=document.user_id)
    except JobProfileNotFound:
        return None
