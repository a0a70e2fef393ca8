from fastapi import APIRouter

from app.presentation.api.generations import (
    following,
    matching,
    recommending,
    results,
    reviewing,
    starting,
    usage,
)

router = APIRouter()
for part in (starting, results, reviewing, following, matching, recommending, usage):
    router.include_router(part.router)

__all__ = ["router"]
