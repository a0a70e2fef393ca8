from app.presentation.api.profiles import (
    education,
    exchange,
    experiences,
    insights,
    profiles,
    projects,
    skills,
)

routers = (
    exchange.router,
    profiles.router,
    insights.router,
    experiences.router,
    education.router,
    projects.router,
    skills.router,
)

__all__ = ["routers"]
