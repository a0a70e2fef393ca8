"""A profile as RenderCV's `cv`. What has no field there stands in sections, or in fields of our own."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from app.domain.profile.formats.markup import escaped
from app.domain.profile.formats.periods import read_day
from app.domain.profile.formats.rendercv.entries import listed
from app.domain.profile.formats.rendercv.networks import account_in
from app.domain.profile.formats.rendercv.titles import kind_of
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.time import PartialDate

_LISTED = frozenset({SkillCategory.LANGUAGE, SkillCategory.CERTIFICATION})
_INTERNATIONAL = re.compile(r"\+[0-9][0-9 ().-]{6,24}")
_FIRST_YEAR = 1000
Json = dict[str, Any]


def write_rendercv(profile: Profile) -> Json:
    """Ready to be written as YAML; texts are escaped, so that Markdown leaves them as they are."""
    accounts = list(_accounts(profile))
    cv = _said(
        name=_text(profile.full_name),
        headline=_text(profile.headline),
        location=_text(profile.location),
        email=profile.email,
        phone=profile.phone if _is_international(profile.phone) else None,
        website=_address(profile.website),
        social_networks=accounts,
    )
    sections = {title: entries for title, entries in _sections(profile) if entries}
    return {"cv": cv | ({"sections": sections} if sections else {})}


def _sections(profile: Profile) -> Iterator[tuple[str, list[Any]]]:
    skills = profile.skills
    yield "Summary", [_text(profile.professional_summary)] if profile.professional_summary else []
    yield "Experience", [_experience(each) for each in profile.experiences]
    yield "Education", [_education(each) for each in profile.education]
    yield "Projects", [_project(each) for each in profile.projects]
    yield "Skills", list(_skills([s for s in skills if s.category not in _LISTED]))
    yield "Languages", [_language(s) for s in skills if s.category is SkillCategory.LANGUAGE]
    yield "Certifications", [_certificate(s) for s in skills if s.category is SkillCategory.CERTIFICATION]
    yield "Awards", [_award(each) for each in profile.achievements]
    for part, (title, write) in _KEPT.items():
        yield title, [entry for each in _objects(profile, part) if (entry := write(each))]
    yield from _own(profile)
    yield "Links", list(_links(profile))
    yield "Contact", _contact(profile)


def _is_international(phone: str | None) -> bool:
    return phone is not None and _INTERNATIONAL.fullmatch(phone) is not None


def _accounts(profile: Profile) -> Iterator[Json]:
    for network, url in (("LinkedIn", profile.linkedin), ("GitHub", profile.github)):
        if url and (name := account_in(network, url)):
            yield {"network": network, "username": name}


def _links(profile: Profile) -> Iterator[Json]:
    for network, url in (("LinkedIn", profile.linkedin), ("GitHub", profile.github)):
        if url and not account_in(network, url):
            yield {"label": network, "details": _text(url)}
    for link in profile.links:
        yield {"label": _text(link.label), "details": _text(link.url)}


def _contact(profile: Profile) -> list[Json]:
    if profile.phone and not _is_international(profile.phone):
        return [{"label": "Phone", "details": _text(profile.phone)}]
    return []


def _experience(each: Experience) -> Json:
    lasts = {"end_date": "present"} if each.is_current else {}
    dates = _dates(each.start_date, each.end_date)
    return {"company": _text(each.company) or "", "position": _text(each.title) or ""} | _said(
        **(dates if "date" in dates else dates | lasts),
        location=_text(each.location),
        summary=_text(each.description),
        highlights=[_text(line.text) for line in each.achievements],
        url=each.url,
    )


def _education(each: Education) -> Json:
    return {"institution": _text(each.institution) or "", "area": _text(each.field_of_study) or ""} | _said(
        degree=_text(each.degree),
        **_dates(each.start_date, each.end_date),
        location=_text(each.location),
        grade=_text(each.gpa),
        highlights=_texts(each.honors),
        courses=_texts(each.courses),
    )


def _project(each: Project) -> Json:
    return _said(
        name=_text(each.name),
        **_dates(each.start_date, each.end_date),
        summary=_text(each.description),
        highlights=_texts(each.highlights),
        keywords=_texts(each.technologies),
        role=_text(each.role),
        url=each.url,
    )


def _skills(skills: list[Skill]) -> Iterator[Json]:
    """Neighbours under one heading stand together; one without a heading stands alone."""
    for (group, level, category), members in groupby(
        skills, key=lambda s: (s.group, s.proficiency, s.category)
    ):
        names = [skill.name for skill in members]
        own = _said(level=_text(level), category=category.value if category is SkillCategory.SOFT else None)
        if group:
            yield _group(group, names, level) | own
        else:
            yield from ({"label": _text(name), "details": _text(level) or ""} | own for name in names)


def _group(group: str, names: list[str], level: str | None) -> Json:
    """Its skills apart as well, where commas alone would not part them again as they were."""
    details = ", ".join(names)
    apart = {} if listed(details) == names and details != level else {"keywords": _texts(tuple(names))}
    return {"label": _text(group), "details": _text(details)} | apart


def _language(skill: Skill) -> Json:
    return {"label": _text(skill.name), "details": _text(skill.proficiency) or ""}


def _certificate(skill: Skill) -> Json:
    return _said(
        name=_text(skill.name),
        date=_day(skill.date_obtained),
        summary=_text(skill.issuer),
        credential_id=_text(skill.credential_id),
    )


def _award(each: Achievement) -> Json:
    return _said(
        name=_text(each.text),
        date=_day(each.date),
        summary=_text(each.description),
        location=_text(each.awarder),
    )


def _objects(profile: Profile, part: str) -> Iterator[Json]:
    held = profile.custom_fields.get(part)
    for each in held if isinstance(held, list | tuple) else ():
        if isinstance(each, Mapping):
            yield {name: fact for name, fact in each.items() if _is_words(fact)}


def _is_words(fact: Any) -> bool:
    return isinstance(fact, str) or (isinstance(fact, list) and all(isinstance(each, str) for each in fact))


def _volunteer(told: Json) -> Json | None:
    if not (told.get("organization") or told.get("position")):
        return None
    dates = {"start_date": _told_day(told.get("startDate")), "end_date": _told_day(told.get("endDate"))}
    named = {"company": _text(told.get("organization")) or "", "position": _text(told.get("position")) or ""}
    return named | _said(
        **dates,
        location=_text(told.get("location")),
        summary=_text(told.get("summary")),
        highlights=_list(told.get("highlights")),
        url=told.get("url"),
    )


def _publication(told: Json) -> Json | None:
    if not told.get("name"):
        return None
    return _said(
        name=_text(told["name"]),
        date=_told_day(told.get("releaseDate")),
        summary=_text(told.get("summary")),
        publisher=_text(told.get("publisher")),
        url=told.get("url"),
        highlights=_list(told.get("highlights")),
    )


def _interest(told: Json) -> Json | None:
    name, keywords = told.get("name"), told.get("keywords", [])
    return {"label": _text(name), "details": _text(", ".join(keywords)) or ""} if name else None


def _reference(told: Json) -> Json | None:
    name = told.get("name")
    return {"label": _text(name), "details": _text(told.get("reference")) or ""} if name else None


_KEPT: Mapping[str, tuple[str, Any]] = {
    "volunteer": ("Volunteering", _volunteer),
    "publications": ("Publications", _publication),
    "interests": ("Interests", _interest),
    "references": ("References", _reference),
}
"""Lists among the custom fields with a section of their own, in the shape that JSON Resume gives them."""


def _own(profile: Profile) -> Iterator[tuple[str, list[Any]]]:
    """Lists of texts under titles of the person's own."""
    for title, held in profile.custom_fields.items():
        if kind_of(title) or title in _KEPT or not isinstance(held, list | tuple) or not held:
            continue
        if all(isinstance(each, str) and each.strip() for each in held):
            yield title, [{"bullet": _text(each)} for each in held]


def _dates(start: PartialDate | None, end: PartialDate | None) -> Json:
    """RenderCV refuses an end before its start, which stands as words, and years before 1000."""
    if start and end and end < start:
        return _said(date=" – ".join(str(day) for day in (start, end) if day))  # noqa: RUF001
    return _said(start_date=_day(start), end_date=_day(end))


def _day(when: PartialDate | None) -> str | int | None:
    """A year alone is a number there."""
    if when is None or when.year < _FIRST_YEAR:
        return None
    return str(when) if when.month else when.year


def _told_day(told: Any) -> str | int | None:
    return _day(read_day(told)) if isinstance(told, str) else None


def _address(url: str | None) -> str | None:
    """RenderCV wants the scheme, which people leave out."""
    return f"https://{url}" if url and "://" not in url else url


def _text(text: str | None) -> str | None:
    return escaped(text) if text else None


def _texts(texts: tuple[str, ...]) -> list[str]:
    return [escaped(text) for text in texts]


def _list(told: Any) -> list[str]:
    return [escaped(each) for each in told] if isinstance(told, list) else []


def _said(**facts: Any) -> Json:
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [], {})}
