from app.presentation.api.profiles import (
    achievements,
    certificates,
    education,
    exchange,
    experiences,
    history,
    insights,
    job_profiles,
    my_education,
    my_experiences,
    my_skills,
    profiles,
    projects,
    proposals,
    skills,
)

routers = (
    exchange.router,
    profiles.router,
    insights.router,
    history.router,
    experiences.router,
    education.router,
    projects.router,
    skills.router,
    proposals.router,
    my_experiences.router,
    achievements.router,
    my_education.router,
    certificates.router,
    my_skills.router,
    job_profiles.router,
)

__all__ = ["routers"]
