from fastapi import APIRouter

from app.presentation.api.generations import following, matching, results, starting

router = APIRouter()
for part in (starting, results, following, matching):
    router.include_router(part.router)

__all__ = ["router"]
