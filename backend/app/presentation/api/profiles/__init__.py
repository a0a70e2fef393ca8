from app.presentation.api.profiles import (
    education,
    exchange,
    experiences,
    insights,
    job_profiles,
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
    job_profiles.router,
)

__all__ = ["routers"]
