from fastapi import APIRouter

from app.presentation.api.documents import approving, files, routes, templates

router = APIRouter()
for part in (files, routes, approving, templates):
    router.include_router(part.router)

__all__ = ["router"]
