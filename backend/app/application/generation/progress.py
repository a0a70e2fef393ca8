"""What those who watch a generation are told. Each telling is whole: who missed one has missed nothing."""

from datetime import UTC, datetime
from typing import Any

from app.domain.generation.model import Generation, StageState
from app.domain.shared.work import END, News

PROGRESS = "progress"


def progress_of(generation: Generation) -> News:
    return News(PROGRESS, _told(generation))


def the_end(generation: Generation) -> News:
    result = {
        "document_id": str(generation.document_id) if generation.document_id else None,
        "match_score": generation.match_score,
        "error_message": generation.error_message,
    }
    return News(END, _told(generation) | result)


def _told(generation: Generation) -> dict[str, Any]:
    running = (p.name.value for p in generation.stage_progress if p.state is StageState.RUNNING)
    return {
        "generation_id": str(generation.id),
        "status": generation.status.value,
        "percent": generation.percent,
        "stage": next(running, None),
        "stage_progress": [
            {
                "name": progress.name.value,
                "state": progress.state.value,
                "started_at": _iso(progress.started_at),
                "finished_at": _iso(progress.finished_at),
                "percent": progress.percent,
            }
            for progress in generation.stage_progress
        ],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None
