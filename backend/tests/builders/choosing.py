"""What the engine chooses and writes for a ward when options say so, and how to look into it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.documents.content import DocumentContent, Line, Section, SectionKind, lines_of
from app.domain.documents.facts import Verdict, check_facts
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.compiled import CompiledProfile
from app.domain.generation.composing import compose
from app.domain.generation.matching import match
from app.domain.generation.options import Options
from app.domain.generation.selection import compile_profile
from app.domain.profile.model import Profile
from tests.builders.postings import a_ward_posting

TODAY = date(2026, 11, 21)
Career = Callable[[], Profile]


def compiled(
    profile: Profile, level: int = 0, analysis: JobAnalysis | None = None, **said: Any
) -> CompiledProfile:
    analysis = analysis or a_ward_posting()
    options = Options(**said)
    return compile_profile(
        profile, analysis, match(profile, analysis, TODAY), TODAY, options=options, level=level
    )


def written(profile: Profile, level: int = 0, **said: Any) -> DocumentContent:
    language = said.get("language")
    return compose(
        profile,
        compiled(profile, level, **said),
        a_ward_posting(),
        str(language or "en"),
        translated=language is not None,
    )


def section(content: DocumentContent, kind: SectionKind) -> Section:
    return next(section for section in content.sections if section.kind is kind)


def kinds(content: DocumentContent) -> list[SectionKind]:
    return [section.kind for section in content.sections]


def texts(content: DocumentContent) -> list[str]:
    return [line.text for _, line in lines_of(content)]


def skills_shown(content: DocumentContent) -> list[str]:
    listed = (SectionKind.SKILLS, SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES)
    return [line.text for s in content.sections if s.kind in listed for line in _items(s)]


def _items(section: Section) -> list[Line]:
    return [*(i for g in section.groups for i in g.items), *(e.title for e in section.entries)]


def bullets(content: DocumentContent, place: int) -> list[str]:
    return [line.text for line in section(content, SectionKind.EXPERIENCE).entries[place].bullets]


def require_faithful(content: DocumentContent, profile: Profile) -> None:
    receipt = check_facts(content, profile, TODAY)
    assert [line.text for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED] == []
    assert all(line.sources for _, line in lines_of(content))
