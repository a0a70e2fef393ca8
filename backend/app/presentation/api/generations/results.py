from uuid import UUID

from app.application.generation.results import Result
from app.domain.generation.model import Generation, StageProgress
from app.domain.shared.ids import GenerationId
from app.presentation.api.generations.schemas import (
    GenerationAnalyticsOut,
    ReceiptsOut,
    ResultOut,
    StageTimeOut,
)
from app.presentation.api.generations.services import Results
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/generations", "generations")


@router.get("/{generation_id}/result", **rules(Access.USER, 404, 409))
async def get_generation_result(generation_id: UUID, user_id: CurrentUser, results: Results) -> ResultOut:
    """The document, where its PDF is, and the receipts. 409 until it has completed."""
    return result_out(await results.get(GenerationId(generation_id), owner=user_id))


@router.post("/{generation_id}/validate", **rules(Access.USER, 404, 409))
async def validate_generation(generation_id: UUID, user_id: CurrentUser, results: Results) -> ResultOut:
    """Hold every line against the profile as it is now.

    What was sent with an application stays as it was judged then (409 `document_frozen`).
    """
    return result_out(await results.validate(GenerationId(generation_id), owner=user_id))


@router.get("/{generation_id}/analytics", **rules(Access.USER, 404))
async def get_generation_analytics(
    generation_id: UUID, user_id: CurrentUser, results: Results
) -> GenerationAnalyticsOut:
    """The figures alone. Those that a result gives are null until there is one."""
    figures = await results.figures(GenerationId(generation_id), owner=user_id)
    generation, scores, run = figures.generation, figures.scores, figures.run
    return GenerationAnalyticsOut(
        generation_id=generation.id,
        status=generation.status,
        match_score=generation.match_score,
        keywords_required_count=generation.keywords_required_count,
        keywords_matched_count=generation.keywords_matched_count,
        faithfulness_score=scores.faithfulness if scores else None,
        ats_score=scores.ats if scores else None,
        read_back_recall=scores.read_back if scores else None,
        token_usage=generation.token_usage,
        cost_micros=generation.cost_micros,
        attempts=run.epoch if run else 0,
        takeovers=run.takeovers if run else 0,
        failures=run.failures if run else 0,
        regenerations=figures.regenerations,
        rating=generation.rating,
        generation_time_seconds=generation.generation_time_seconds,
        stages=_times(generation),
    )


def result_out(result: Result) -> ResultOut:
    document = result.document
    return ResultOut(
        generation_id=result.generation.id,
        status=result.generation.status,
        document_id=document.id,
        content=document.content,
        pdf_url=f"/api/v1/documents/{document.id}/download?format=pdf" if result.export else None,
        pages=result.export.pages if result.export else None,
        receipts=ReceiptsOut(
            match=result.match,
            faithfulness=document.faithfulness,
            ats=document.ats,
            read_back=document.read_back,
            approved=list(document.approved_lines),
        ),
        taken_out=list(result.taken_out),
        wishes=result.wishes,
        degraded=result.degraded,
        notes=list(result.notes),
    )


def _times(generation: Generation) -> list[StageTimeOut]:
    return [StageTimeOut(stage=p.name, seconds=_seconds(p)) for p in generation.stage_progress]


def _seconds(progress: StageProgress) -> float | None:
    if progress.started_at is None or progress.finished_at is None:
        return None
    return max(0.0, round((progress.finished_at - progress.started_at).total_seconds(), 3))
