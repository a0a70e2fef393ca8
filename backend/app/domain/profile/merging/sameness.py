"""When two things said in different words are one."""

import re
from typing import Any

from app.domain.profile.model import (
    Achievement,
    Component,
    Education,
    Experience,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.companies import LEGAL_FORMS
from app.domain.shared.degrees import level_of_degree
from app.domain.shared.prose import fold
from app.domain.shared.skills import canonical
from app.domain.shared.time import PartialDate

Dated = Experience | Education | Project
_FIRST, _LAST = 0, 10**6
_ADDRESSES = frozenset({"url", "website", "linkedin", "github"})


def plain(text: str) -> str:
    """Without case, diacritics, punctuation and runs of space."""
    bare = " ".join(re.sub(r"[^\w+#&%]+", " ", fold(text)).split())
    return bare or " ".join(text.split())


def address(url: str) -> str:
    """However its beginning and its end are written."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip(), flags=re.IGNORECASE).rstrip("/").casefold()


def employer(name: str) -> str:
    """Without the form of its company."""
    words = plain(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def key_of(component: Component) -> tuple[str, ...]:
    """Two things with different keys are never one."""
    match component:
        case Experience():
            return (employer(component.company), plain(component.title))
        case Education():
            return (plain(component.institution),)
        case Project():
            return (plain(component.name),)
        case Skill():
            kind = component.category
            return (
                "skill" if kind in (SkillCategory.TECHNICAL, SkillCategory.SOFT) else kind,
                _skill(component),
            )
        case Achievement():
            return (plain(component.text),)


def closeness(mine: Component, theirs: Component) -> int:
    """Of two with one key: 0 when they are not one, the higher the surer."""
    if isinstance(mine, Experience | Education) and isinstance(theirs, Experience | Education):
        if not _same_degree(mine, theirs):
            return 0
        return 2 if _same_dates(mine, theirs) else int(_overlap(mine, theirs))
    if isinstance(mine, Skill) and isinstance(theirs, Skill) and mine.issuer and theirs.issuer:
        return int(employer(mine.issuer) == employer(theirs.issuer))
    return 1


def same(name: str, mine: Any, theirs: Any) -> bool:
    """What this field says is the same in both."""
    if isinstance(mine, PartialDate) and isinstance(theirs, PartialDate):
        return same_day(mine, theirs)
    if not isinstance(mine, str) or not isinstance(theirs, str):
        return bool(mine == theirs)
    if name in _ADDRESSES:
        return address(mine) == address(theirs)
    if name == "phone":
        return re.sub(r"\D", "", mine) == re.sub(r"\D", "", theirs)
    return plain(mine) == plain(theirs)


def same_day(mine: PartialDate | None, theirs: PartialDate | None) -> bool:
    """As far as both say it."""
    if mine is None or theirs is None:
        return mine is theirs
    one, other = str(mine), str(theirs)
    return one.startswith(other) or other.startswith(one)


def _skill(skill: Skill) -> str:
    return canonical(skill.name) or plain(skill.name)


def _same_dates(mine: Dated, theirs: Dated) -> bool:
    return same_day(mine.start_date, theirs.start_date) and same_day(mine.end_date, theirs.end_date)


def _overlap(mine: Dated, theirs: Dated) -> bool:
    """Without dates on one side nothing speaks against it."""
    if not (mine.start_date or mine.end_date) or not (theirs.start_date or theirs.end_date):
        return True
    (first, last), (begin, end) = _span(mine), _span(theirs)
    return first <= end and begin <= last


def _span(dated: Dated) -> tuple[int, int]:
    """In months; what is not known reaches as far as it may."""
    start, end = dated.start_date, dated.end_date
    first = start.year * 12 + (start.month or 1) if start else _FIRST
    last = end.year * 12 + (end.month or 12) if end else _LAST
    return min(first, last), max(first, last)


def _same_degree(mine: Experience | Education, theirs: Experience | Education) -> bool:
    if not isinstance(mine, Education) or not isinstance(theirs, Education):
        return True
    fields = (plain(mine.field_of_study or ""), plain(theirs.field_of_study or ""))
    if not (mine.degree and theirs.degree):
        return fields[0] == fields[1] or "" in fields
    if plain(mine.degree) == plain(theirs.degree):
        return fields[0] == fields[1] or "" in fields
    level = level_of_degree(mine.degree)
    if level is None or level != level_of_degree(theirs.degree):
        return False
    return bool(fields[0]) and fields[0] == fields[1]
