from app.presentation.api.generations import (
    following,
    matching,
    recommending,
    results,
    reviewing,
    starting,
    usage,
)

routers = (
    starting.router,
    results.router,
    reviewing.router,
    following.router,
    matching.router,
    recommending.router,
    usage.router,
)

__all__ = ["routers"]
