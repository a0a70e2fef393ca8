from app.presentation.api.applications import from_jobs, lists, routes, saved, tables

routers = (
    from_jobs.router,
    saved.router,
    lists.router,
    tables.router,
    routes.router,
)
"""Stands before the jobs' own: `/jobs/stats` is no job."""

__all__ = ["routers"]
