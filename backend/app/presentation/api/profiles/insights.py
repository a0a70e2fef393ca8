"""A profile at a glance, and what it still lacks."""

from uuid import UUID

from pydantic import Field

from app.domain.profile.analytics import Analytics
from app.domain.profile.insights import Summary
from app.domain.profile.model import SkillCategory
from app.presentation.api.profiles.own import Own
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import DateOut, Out

router = area("/profiles/{profile_id}", "profiles")


class PositionOut(Out):
    title: str
    company: str
    start_date: DateOut | None


class StayOut(Out):
    company: str
    titles: list[str]
    months: int


class SummaryOut(Out):
    full_name: str
    headline: str | None
    professional_summary: str | None
    years_of_experience: float
    current_positions: list[PositionOut]
    employers: list[StayOut] = Field(description="Positions of one `employment` together")
    skills: dict[SkillCategory, list[str]]
    counts: dict[str, int]


class CheckOut(Out):
    name: str
    section: str
    points: int
    is_met: bool
    advice: str


class SectionScoreOut(Out):
    section: str
    completeness: int = Field(description="Per cent of its points")
    next_step: str | None = Field(description="What would help most")


class GapOut(Out):
    after: str
    before: str | None = Field(description="`null` where it lasts until now")
    months: int
    first_month: DateOut
    last_month: DateOut
    after_id: UUID
    before_id: UUID | None
    place: str = Field(description="A JSON Pointer to the position that it comes after")


class FindingOut(Out):
    code: str = Field(
        description="`no_result`, `repeated`, `unchanged`, `ended_long_ago`, `expired` or `no_date`"
    )
    place: str = Field(description="A JSON Pointer into the profile")
    item_id: UUID
    evidence: str
    advice: str
    also: list[str] = Field(description="Other places that say the same")


class ProfileAnalyticsOut(Out):
    completeness: int
    sections: list[SectionScoreOut]
    checks: list[CheckOut]
    next_steps: list[str] = Field(description="What is missing, that of most points first")
    achievements: int
    achievements_with_figures: int
    experiences_without_achievements: int
    gaps: list[GapOut] = Field(description="Three months or more in which no work is named")
    findings: list[FindingOut] = Field(description="What to look at, and where; 200 at most")


@router.get("/summary", response_model=SummaryOut, **rules(Access.USER, 404))
async def summarize_profile(own: Own) -> Summary:
    """What a document would be drawn from, in brief."""
    return await own.profiles.summary(own.profile_id, owner=own.owner)


@router.get("/analytics", response_model=ProfileAnalyticsOut, **rules(Access.USER, 404))
async def analyze_profile(own: Own) -> Analytics:
    """How complete each section is and what to add next; gaps, and lines to look at, with their places."""
    return await own.profiles.analytics(own.profile_id, owner=own.owner)
