from collections.abc import Iterator
from itertools import groupby
from typing import Any

from app.domain.profile.json_resume.basics import place, tail
from app.domain.profile.json_resume.reading import ABOUT_THE_FILE, KEPT_AS_THEY_ARE, OWN_FIELDS
from app.domain.profile.model import Education, Experience, Profile, Project, Skill, SkillCategory
from app.domain.shared.time import PartialDate

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_IN_BASICS = ("location", "image")
_LISTED = frozenset({SkillCategory.LANGUAGE, SkillCategory.CERTIFICATION})


def write_json_resume(profile: Profile) -> dict[str, Any]:
    """What is empty is left out. Fields that the standard lacks stand under names of our own."""
    custom = dict(profile.custom_fields)
    kept = {n: custom.pop(n) for n in KEPT_AS_THEY_ARE if isinstance(custom.get(n), list | tuple)}
    basics = _basics(profile, custom)
    return {"$schema": SCHEMA} | _said(
        basics=basics,
        work=[_work(each) for each in profile.experiences],
        education=[_education(each) for each in profile.education],
        projects=[_project(each) for each in profile.projects],
        skills=list(_skill_groups([s for s in profile.skills if s.category not in _LISTED])),
        languages=[
            _said(language=s.name, fluency=s.proficiency, years=s.years)
            for s in profile.skills
            if s.category is SkillCategory.LANGUAGE
        ],
        certificates=[_certificate(s) for s in profile.skills if s.category is SkillCategory.CERTIFICATION],
        awards=[
            _said(title=a.text, date=_date(a.date), awarder=a.awarder, summary=a.description, icon=a.icon)
            for a in profile.achievements
        ],
        **kept,
        **{ABOUT_THE_FILE: _said(**{OWN_FIELDS: custom})},
    )


def _basics(profile: Profile, custom: dict[str, Any]) -> dict[str, Any]:
    """Takes out of the custom fields what belongs here."""
    kept = custom.get("location")
    if isinstance(kept, dict) and (place(kept) or None) == profile.location:
        location = custom.pop("location")
    else:
        location = _said(city=profile.location)
    return _said(
        name=profile.full_name,
        label=profile.headline,
        image=custom.pop("image") if isinstance(custom.get("image"), str) else None,
        email=profile.email,
        phone=profile.phone,
        url=profile.website,
        summary=profile.professional_summary,
        location=location,
        profiles=[_account(network, url) for network, url in _accounts(profile) if url],
    )


def _accounts(profile: Profile) -> Iterator[tuple[str, str | None]]:
    yield "LinkedIn", profile.linkedin
    yield "GitHub", profile.github
    for link in profile.links:
        yield link.label, link.url


def _account(network: str, url: str) -> dict[str, Any]:
    return _said(network=network, username=tail(url), url=url)


def _work(experience: Experience) -> dict[str, Any]:
    details = [
        _said(description=a.description, icon=a.icon, awarder=a.awarder, date=_date(a.date))
        for a in experience.achievements
    ]
    return _said(
        name=experience.company,
        position=experience.title,
        employment=experience.employment,
        location=experience.location,
        url=experience.url,
        startDate=_date(experience.start_date),
        endDate=_date(experience.end_date),
        summary=experience.description,
        highlights=[achievement.text for achievement in experience.achievements],
        highlightDetails=details if any(details) else None,
    )


def _education(degree: Education) -> dict[str, Any]:
    return _said(
        institution=degree.institution,
        area=degree.field_of_study,
        studyType=degree.degree,
        location=degree.location,
        startDate=_date(degree.start_date),
        endDate=_date(degree.end_date),
        score=degree.gpa,
        courses=list(degree.courses),
        honors=list(degree.honors),
    )


def _project(project: Project) -> dict[str, Any]:
    return _said(
        name=project.name,
        description=project.description,
        highlights=list(project.highlights),
        keywords=list(project.technologies),
        roles=project.role.split(", ") if project.role else [],
        url=project.url,
        startDate=_date(project.start_date),
        endDate=_date(project.end_date),
    )


def _skill_groups(skills: list[Skill]) -> Iterator[dict[str, Any]]:
    """Neighbours under one heading stand together."""
    for (group, level, category, years), members in groupby(
        skills, key=lambda s: (s.group, s.proficiency, s.category, s.years)
    ):
        own = category.value if category is not SkillCategory.TECHNICAL else None
        if group:
            names = [s.name for s in members]
            yield _said(name=group, level=level, keywords=names, category=own, years=years)
        else:
            yield from (_said(name=s.name, level=level, category=own, years=years) for s in members)


def _certificate(skill: Skill) -> dict[str, Any]:
    return _said(
        name=skill.name,
        date=_date(skill.date_obtained),
        expires=_date(skill.date_expires),
        issuer=skill.issuer,
        url=skill.credential_url,
        credentialId=skill.credential_id,
    )


def _date(when: PartialDate | None) -> str | None:
    return str(when) if when else None


def _said(**facts: Any) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [], {}, ())}
