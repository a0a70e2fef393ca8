from fastapi import APIRouter

from app.presentation.api.documents import approving, files, letters, routes, templates, versions

router = APIRouter()
for part in (files, routes, approving, templates, versions, letters):
    router.include_router(part.router)

__all__ = ["router"]
