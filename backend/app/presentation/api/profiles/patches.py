"""Changes of a component: what is named is changed, `null` empties a field."""

from typing import Any
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import Lines, Texts
from app.presentation.schemas import DateOut, Name, Patch, Prose, Sentence, WebAddress


class ComponentPatch(Patch):
    def told(self) -> dict[str, Any]:
        """The fields that the body names. A list that is emptied is an empty one."""
        return {name: self._kept(name) for name in self.model_fields_set}

    def _kept(self, name: str) -> Any:
        value = getattr(self, name)
        if value is None and isinstance(type(self).model_fields[name].default, list):
            return ()
        return tuple(value) if isinstance(value, list) else value


class ExperienceFacts(ComponentPatch):
    title: Name = ""
    company: Name = ""
    employment: Name | None = Field(
        None, description="Positions that share it were held in one stay with one employer"
    )
    location: Name | None = None
    start_date: DateOut | None = None
    end_date: DateOut | None = None
    description: Prose | None = None
    url: WebAddress | None = None


class ExperiencePatch(ExperienceFacts):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.EXPERIENCE_PATCH]})

    achievements: Lines | None = Field([], description="All of them anew; a text that stays keeps its id")


class EducationPatch(ComponentPatch):
    model_config = ConfigDict(json_schema_extra={"examples": [{"degree": "MSc", "gpa": None}]})

    institution: Name = ""
    degree: Name | None = None
    field_of_study: Name | None = None
    location: Name | None = None
    start_date: DateOut | None = None
    end_date: DateOut | None = None
    gpa: Name | None = None
    honors: Texts | None = Field([])
    courses: Texts | None = Field([])


class CertificatePatch(ComponentPatch):
    model_config = ConfigDict(json_schema_extra={"examples": [{"date_expires": "2029-05"}]})

    name: Name = ""
    issuer: Name | None = None
    date_obtained: DateOut | None = None
    date_expires: DateOut | None = None
    credential_id: Name | None = None
    credential_url: WebAddress | None = None


class AchievementPatch(ComponentPatch):
    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Trained 15 new nurses."}]})

    title: Sentence = ""
    description: Prose | None = None
    icon: Name | None = None
    awarder: Name | None = None
    date: DateOut | None = None

    def facts(self) -> dict[str, Any]:
        """By the names of the domain."""
        return {"text" if name == "title" else name: value for name, value in self.told().items()}


class ProposedAchievement(AchievementPatch):
    """With an `id` it changes that one, without it is a new one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Led a night team of 6."}]})

    id: UUID | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "ProposedAchievement":
        if self.id is None and not self.title:
            raise ValueError("a new achievement needs a title")
        return self
