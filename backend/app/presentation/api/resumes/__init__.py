from fastapi import APIRouter

from app.presentation.api.resumes import appraising, routes, uploading

router = APIRouter()
for part in (uploading, routes, appraising):
    router.include_router(part.router)

__all__ = ["router"]
