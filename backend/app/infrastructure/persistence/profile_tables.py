"""Where profiles are kept: one row for the person, one for each component."""

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text, Uuid

from app.domain.profile.model import Link, SkillCategory
from app.infrastructure.persistence.columns import JSONOf, Moment, PartialDay, one_of
from app.infrastructure.persistence.mapping import identity
from app.infrastructure.persistence.metadata import metadata

_TEXTS = JSONOf[tuple[str, ...]](tuple[str, ...])

master_profiles = Table(
    "master_profiles",
    metadata,
    *identity(),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("full_name", String(200), nullable=False),
    Column("headline", String(200)),
    Column("email", String(320)),
    Column("phone", String(200)),
    Column("location", String(200)),
    Column("website", String(2000)),
    Column("linkedin", String(2000)),
    Column("github", String(2000)),
    Column("links", JSONOf(tuple[Link, ...]), nullable=False),
    Column("professional_summary", Text),
    Column("custom_fields", JSONOf(dict[str, Any]), nullable=False),
    Column("is_default", Boolean, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "user_id", "is_active"),
    Index(None, "version"),
)


def _component(name: str, *columns: Column[Any] | Index) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Uuid, primary_key=True),
        Column(
            "profile_id",
            Uuid,
            ForeignKey("master_profiles.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        Column("position", Integer, nullable=False),
        *columns,
        Column("created_at", Moment, nullable=False),
        Column("updated_at", Moment, nullable=False),
    )


def _newest_first(table: Table, *columns: str) -> None:
    """An index on the profile's components, the last column descending."""
    *before, last = (table.c[name] for name in columns)
    Index(f"ix_{table.name}_{'_'.join(columns)}", *before, last.desc())


experiences = _component(
    "experiences",
    Column("title", String(200), nullable=False),
    Column("company", String(200), nullable=False),
    Column("employment", String(200)),
    Column("location", String(200)),
    Column("start_date", PartialDay()),
    Column("end_date", PartialDay()),
    Column("description", Text),
    Column("url", String(2000)),
)
achievements = _component(
    "achievements",
    Column("experience_id", Uuid, ForeignKey("experiences.id", ondelete="CASCADE"), index=True),
    Column("text", Text, nullable=False),
    Column("description", Text),
    Column("icon", String(200)),
    Column("awarder", String(200)),
    Column("date", PartialDay()),
)
education = _component(
    "education",
    Column("institution", String(200), nullable=False),
    Column("degree", String(200)),
    Column("field_of_study", String(200)),
    Column("location", String(200)),
    Column("start_date", PartialDay()),
    Column("end_date", PartialDay()),
    Column("gpa", String(200)),
    Column("honors", _TEXTS, nullable=False),
    Column("courses", _TEXTS, nullable=False),
)
projects = _component(
    "projects",
    Column("name", String(200), nullable=False),
    Column("description", Text),
    Column("highlights", _TEXTS, nullable=False),
    Column("technologies", _TEXTS, nullable=False),
    Column("role", String(200)),
    Column("url", String(2000)),
    Column("start_date", PartialDay()),
    Column("end_date", PartialDay()),
)
skills = _component(
    "skills",
    Column("category", one_of(SkillCategory), nullable=False),
    Column("name", String(200), nullable=False),
    Column("group", String(200)),
    Column("proficiency", String(200)),
    Column("years", Float),
    Column("issuer", String(200)),
    Column("date_obtained", PartialDay()),
    Column("date_expires", PartialDay()),
    Column("credential_id", String(200)),
    Column("credential_url", String(2000)),
    Index(None, "profile_id", "category"),
)
for _table in (experiences, education, projects):
    _newest_first(_table, "profile_id", "start_date")
    _newest_first(_table, "profile_id", "updated_at")
_newest_first(skills, "profile_id", "category", "updated_at")
