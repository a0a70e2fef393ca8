"""A profile at a glance, and what it still lacks."""

from app.domain.profile.insights import Analytics, Summary, analyze
from app.domain.profile.model import SkillCategory
from app.presentation.api.profiles.own import Own
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import DateOut, Out

router = area("/profiles/{profile_id}", "profiles")


class PositionOut(Out):
    title: str
    company: str
    start_date: DateOut | None


class SummaryOut(Out):
    full_name: str
    headline: str | None
    professional_summary: str | None
    years_of_experience: float
    current_positions: list[PositionOut]
    skills: dict[SkillCategory, list[str]]
    counts: dict[str, int]


class CheckOut(Out):
    name: str
    points: int
    is_met: bool
    advice: str


class GapOut(Out):
    after: str
    before: str
    months: int


class ProfileAnalyticsOut(Out):
    completeness: int
    checks: list[CheckOut]
    achievements: int
    achievements_with_figures: int
    experiences_without_achievements: int
    gaps: list[GapOut]


@router.get("/summary", response_model=SummaryOut, **rules(Access.USER, 404))
async def summarize_profile(own: Own) -> Summary:
    """What a document would be drawn from, in brief."""
    return await own.profiles.summary(own.profile_id, owner=own.owner)


@router.get("/analytics", response_model=ProfileAnalyticsOut, **rules(Access.USER, 404))
async def analyze_profile(own: Own) -> Analytics:
    """How complete the profile is, by which checks, and what would help."""
    return analyze(await own.read())
