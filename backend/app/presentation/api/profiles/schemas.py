"""What is said of a person; their components are beside this."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field
from pydantic import StringConstraints as Bounds

from app.domain.profile.model import HELD, Achievement, Education, Experience, Link, Project, Skill
from app.domain.profile.wording import LINE
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import (
    AchievementIn,
    AchievementOut,
    EducationIn,
    EducationOut,
    ExperienceIn,
    ExperienceOut,
    ProjectIn,
    ProjectOut,
    SkillIn,
    SkillOut,
)
from app.presentation.schemas import (
    ANY_TEXT,
    TEXT,
    Email,
    In,
    Name,
    NoControl,
    Out,
    PageOut,
    Patch,
    Prose,
    WebAddress,
)

MOST_LINKS = 50
MOST_FIELDS = 200
_MOST = {kind: most for kind, (_, most) in HELD.items()}

Flag = Annotated[bool, Field(strict=True)]


class LinkIn(In):
    label: Name = Field(examples=["Portfolio"])
    url: WebAddress = Field(examples=["https://ada.example/work"])


Links = Annotated[
    list[LinkIn],
    Field(max_length=MOST_LINKS),
    AfterValidator(lambda links: tuple(Link(link.label, link.url) for link in links)),
]
CustomFields = Annotated[
    dict[Annotated[str, Bounds(max_length=LINE), NoControl, ANY_TEXT], Any],
    Field(
        max_length=MOST_FIELDS,
        description="JSON of your own: interests, publications, volunteering ...",
        examples=[{"interests": [{"name": "Rowing"}]}],
        json_schema_extra={"propertyNames": {"pattern": TEXT, "maxLength": LINE}},
    ),
]


class ProfileFacts(In):
    headline: Name | None = None
    email: Email | None = None
    phone: Name | None = None
    location: Name | None = None
    website: WebAddress | None = None
    linkedin: WebAddress | None = None
    github: WebAddress | None = None
    professional_summary: Prose | None = None
    is_default: Flag | None = Field(None, description="True makes it the default. The first is, anyway.")

    def facts(self) -> dict[str, Any]:
        """Each field as it is now; lists as the domain keeps them."""
        return {name: tuple(value) if isinstance(value, list) else value for name, value in self}

    def told(self) -> dict[str, Any]:
        """The fields that the body names."""
        return {name: value for name, value in self.facts().items() if name in self.model_fields_set}


class ProfileIn(ProfileFacts):
    """All that is said of the person anew; what is left out is emptied. Components stay."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.PROFILE]})

    full_name: Name
    links: Links = Field([])
    custom_fields: CustomFields = Field({})


class ProfilePatch(Patch, ProfileFacts):
    """`null` empties a field; custom fields are merged."""

    model_config = ConfigDict(json_schema_extra={"examples": [examples.PATCH]})

    full_name: Name = ""
    links: Links | None = None
    custom_fields: CustomFields | None = None

    def told(self) -> dict[str, Any]:
        told = super().told()
        return told | {"links": told["links"] or ()} if "links" in told else told


class NewProfile(ProfileIn):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.NEW_PROFILE]})

    experiences: list[ExperienceIn] = Field([], max_length=_MOST[Experience])
    education: list[EducationIn] = Field([], max_length=_MOST[Education])
    projects: list[ProjectIn] = Field([], max_length=_MOST[Project])
    skills: list[SkillIn] = Field([], max_length=_MOST[Skill])
    achievements: list[AchievementIn] = Field([], max_length=_MOST[Achievement])

    def facts(self) -> dict[str, Any]:
        components = ("experiences", "education", "projects", "skills", "achievements")
        return super().facts() | {n: tuple(c.component() for c in getattr(self, n)) for n in components}


class ProfileCardOut(Out):
    """A profile in a list."""

    id: UUID
    user_id: UUID
    full_name: str
    headline: str | None
    email: str | None
    phone: str | None
    location: str | None
    is_default: bool
    is_active: bool
    version: int = Field(description="Counts the changes to the profile and to its components")
    created_at: datetime
    updated_at: datetime


class LinkOut(Out):
    label: str
    url: str


class ProfileOut(ProfileCardOut):
    website: str | None
    linkedin: str | None
    github: str | None
    links: list[LinkOut]
    professional_summary: str | None
    custom_fields: dict[str, Any]
    experiences: list[ExperienceOut]
    education: list[EducationOut]
    projects: list[ProjectOut]
    skills: list[SkillOut]
    achievements: list[AchievementOut] = Field(description="Those that stand alone: awards, prizes, records")


class ProfilePageOut(PageOut[ProfileCardOut]):
    """Lists leave out the career."""
