from fastapi import APIRouter

from app.presentation.api.applications import from_jobs, lists, routes, saved

router = APIRouter()
for part in (from_jobs, saved, lists, routes):
    router.include_router(part.router)
"""Stands before the jobs' own: `/jobs/stats` is no job."""

__all__ = ["router"]
