"""Achievements as rows: under an experience, or standing alone."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.domain.profile.lines import HeldAchievement, find_line, lines_under
from app.domain.profile.model import Achievement, Experience
from app.domain.shared.ids import ItemId
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import ComponentIn
from app.presentation.api.profiles.flat import ChangingMine, Mine
from app.presentation.api.profiles.own import Several, one_or_many, shown
from app.presentation.api.profiles.patches import AchievementPatch
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import DateOut, Name, Out, PageOut, Prose, Sentence

router = area("", "profiles")


class NewAchievement(ComponentIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.ACHIEVEMENT]})

    title: Sentence = Field(description="What was done; under an experience, the line itself")
    description: Prose | None = None
    icon: Name | None = Field(None, description="A name or a sign that an app shows beside it")
    awarder: Name | None = None
    date: DateOut | None = None

    def component(self, **about: Any) -> Achievement:
        facts = self.facts() | about
        return Achievement(text=facts.pop("title"), **facts)


class HeldAchievementOut(Out):
    id: UUID
    profile_id: UUID
    experience_id: UUID | None = Field(description="`null` for one that stands alone")
    title: str
    description: str | None
    icon: str | None
    awarder: str | None
    date: DateOut | None


class HeldAchievementPageOut(PageOut[HeldAchievementOut]): ...


OneOrMany = Annotated[
    NewAchievement | Several[NewAchievement],
    one_or_many(NewAchievement),
    shown(examples.ACHIEVEMENT, examples.SECOND_ACHIEVEMENT),
]
Rows = HeldAchievementOut | list[HeldAchievementOut]


@router.get(
    "/experiences/{experience_id}/achievements",
    response_model=HeldAchievementPageOut,
    **rules(Access.USER, 404),
)
async def list_experience_achievements(experience_id: UUID, mine: Mine, part: Part) -> Page[HeldAchievement]:
    """The lines of one experience, in their order."""
    held = ItemId(experience_id)
    profile = mine.tagged(await mine.components.holding(Experience, held, owner=mine.owner))
    return part.of(lines_under(profile, held))


@router.post(
    "/experiences/{experience_id}/achievements",
    status_code=201,
    response_model=Rows,
    **rules(Access.USER, 404, 409, 412, 422),
)
async def add_experience_achievements(experience_id: UUID, body: OneOrMany, mine: ChangingMine) -> Any:
    """Add one, or a list as a whole, below those that are there."""
    new = tuple(g.component() for g in (body if isinstance(body, list) else [body]))
    held = ItemId(experience_id)
    profile = await mine.components.add_lines(held, new, owner=mine.owner, seen=mine.seen)
    added = {line.id for line in new}
    rows = tuple(line for line in lines_under(mine.tagged(profile), held) if line.id in added)
    return mine.made(rows, body, "achievements")


@router.get("/achievements", response_model=HeldAchievementPageOut, **rules(Access.USER))
async def list_achievements(mine: Mine, part: Part) -> Page[HeldAchievement]:
    """All of one's own: the default profile's first; in each, those that stand alone first."""
    return await mine.components.achievements(mine.owner, part)


@router.post("/achievements", status_code=201, response_model=Rows, **rules(Access.USER, 409, 412, 422))
async def add_achievements(body: OneOrMany, mine: ChangingMine) -> Any:
    """Add one that stands alone, or a list, to the default profile, which is made when there is none."""
    new = tuple(g.component() for g in (body if isinstance(body, list) else [body]))
    profile = await mine.components.add(Achievement, new, owner=mine.owner, seen=mine.seen)
    rows = tuple(find_line(mine.tagged(profile), line.id) for line in new)
    return mine.made(rows, body, "achievements")


@router.patch(
    "/achievements/{achievement_id}",
    response_model=HeldAchievementOut,
    **rules(Access.USER, 404, 409, 412, 422),
)
async def update_achievement(
    achievement_id: UUID, body: AchievementPatch, mine: ChangingMine
) -> HeldAchievement:
    """Change what is named. It keeps its id: documents that cite it go on doing so."""
    held = ItemId(achievement_id)
    changed = await mine.components.amend_line(held, body.facts(), owner=mine.owner, seen=mine.seen)
    return find_line(mine.tagged(changed), held)


@router.delete("/achievements/{achievement_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_achievement(achievement_id: UUID, mine: ChangingMine) -> None:
    """Wherever it stands."""
    held = ItemId(achievement_id)
    mine.tagged(await mine.components.drop_line(held, owner=mine.owner, seen=mine.seen))
