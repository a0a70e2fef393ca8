from fastapi import APIRouter

from app.presentation.api.applications import from_jobs, lists, routes, saved, tables

router = APIRouter()
for part in (from_jobs, saved, lists, tables, routes):
    router.include_router(part.router)
"""Stands before the jobs' own: `/jobs/stats` is no job."""

__all__ = ["router"]
