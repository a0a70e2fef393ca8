"""What is asked about generations, jobs and resumes, beside the making of documents."""

from dataclasses import dataclass
from functools import partial

from app.application.documents.service import DocumentService
from app.application.generation.appraising import AppraisalService
from app.application.generation.recommending import RecommendationService
from app.application.generation.results import ResultService
from app.application.generation.review import ReviewService
from app.application.generation.tailoring import Tailor
from app.application.generation.usage import UsageService
from app.composition.background import allowances
from app.composition.clock import utc_now
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.generation import SqlGenerationWork
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Verdicts:
    results: ResultService
    reviews: ReviewService
    appraisals: AppraisalService
    recommendations: RecommendationService
    usage: UsageService


def verdicts_of(
    settings: Settings, database: Database, cpu: CpuDoor, tailor: Tailor, documents: DocumentService
) -> Verdicts:
    work = partial(SqlGenerationWork, database)
    results = ResultService(work=work, tailor=tailor, now=utc_now)
    return Verdicts(
        results,
        ReviewService(work=work, documents=documents, results=results, now=utc_now),
        AppraisalService(work=work, tailor=tailor, apart=cpu.run, now=utc_now),
        RecommendationService(work=work, tailor=tailor, now=utc_now),
        UsageService(work=work, allowances=allowances(settings), now=utc_now),
    )
