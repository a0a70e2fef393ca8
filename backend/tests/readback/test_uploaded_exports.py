"""What we export and somebody uploads again is the same career: every template, PDF, Word and text.

`docs/resumes.md` names what does not come back whole.
"""

from collections import Counter
from datetime import date

import pytest

from app.composition import compose_engine
from app.composition.reading import resume_files
from app.domain.documents.content import DocumentContent, Entry, SectionKind
from app.domain.documents.ports import Format, Layout
from app.domain.generation.options import Options
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.reading import facts_of
from app.domain.profile.formats import profile_from_reading
from app.domain.profile.model import Profile, SkillCategory
from app.domain.resumes.importing import recognised
from app.domain.resumes.parsing import parse_resume
from app.settings import Settings
from tests.builders.careers import a_backend_engineer, a_nurse, an_accountant, an_electrician
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job

POSTING = "Staff\nAcme\nWe look for somebody with experience in your field."
FORMATS = (Format.PDF, Format.DOCX, Format.TEXT)
CAREERS = (a_nurse, an_electrician, an_accountant, a_backend_engineer)
WHOLE = ("name", "email", "phone", "place", "schools", "degrees", "said")
LEAST = {"positions": 0.97, "titles": 0.82, "employers": 0.85, "skills": 0.99}
"""The share of what was exported that comes back in its own field; all of it is somewhere."""


async def test_an_export_that_is_uploaded_is_the_same_career() -> None:
    wanted, found, lost = Counter[str](), Counter[str](), []
    files = resume_files()
    async with compose_engine(Settings(_env_file=None)) as (tailor, press):
        job = a_job(ADA, **facts_of(parse_posting(POSTING), POSTING), raw_text=POSTING)
        for make in CAREERS:
            profile = make()
            told = await tailor.tailor(profile, job, Options(max_pages=2), today=date(2026, 3, 1))
            content = told.checked.content
            for template in press.templates():
                for format in FORMATS:
                    data = await press.preview(content, format, Layout(template=template.id))
                    back = profile_of((await files.read(data)).text)
                    for what, value in _facts(profile, content):
                        wanted[what] += 1
                        found[what] += value in _held(back, what)
                        if value not in _held(back, what):
                            lost.append((make.__name__, template.id, format.value, what, value))
    assert wanted["said"] > 700
    for what in WHOLE:
        assert found[what] == wanted[what], [each for each in lost if each[3] == what][:10]
    shares = {what: found[what] / wanted[what] for what in LEAST}
    assert all(shares[what] >= LEAST[what] for what in LEAST), (shares, lost[:20])


def profile_of(text: str) -> Profile:
    read = recognised(parse_resume(text), called="Nobody")
    assert read.reading.unplaced == ()
    return profile_from_reading(read.reading, user_id=ADA, now=NOON)


def _facts(profile: Profile, content: DocumentContent) -> list[tuple[str, str]]:
    facts = [
        ("name", profile.full_name),
        ("email", profile.email or ""),
        ("phone", profile.phone or ""),
        ("place", profile.location or ""),
    ]
    for entry in _entries(content, SectionKind.EXPERIENCE):
        where = entry.organization.text if entry.organization else ""
        facts += [("titles", entry.title.text), ("employers", where), ("positions", f"{where}")]
        facts += [("said", line.text) for line in entry.bullets]
        facts += [("said", entry.text.text)] if entry.text else []
    facts += [("schools", e.institution) for e in profile.education]
    facts += [("degrees", _degree(e.title.text)) for e in _entries(content, SectionKind.EDUCATION)]
    facts += [("skills", s.name) for s in profile.skills if s.category is not SkillCategory.CERTIFICATION]
    return facts


def _entries(content: DocumentContent, kind: SectionKind) -> list[Entry]:
    return [entry for s in content.sections if s.kind is kind for entry in s.entries]


class _Anywhere:
    """Words in the order they were written, wherever they came to stand."""

    def __init__(self, profile: Profile) -> None:
        said = [profile.professional_summary or ""]
        for each in profile.experiences:
            said += [each.title, each.company, each.location or "", each.description or ""]
            said += [line.text for line in each.achievements]
        said += [str(value) for value in profile.custom_fields.values()]
        self.text = _squashed(" ".join(said))

    def __contains__(self, value: object) -> bool:
        return _squashed(str(value)) in self.text


def _degree(text: str) -> str:
    """Its words, without the one that joins a degree and its field."""
    return " ".join(word for word in text.replace(",", " ").split() if word != "in")


def _squashed(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _held(profile: Profile, what: str) -> list[str] | _Anywhere:
    held: dict[str, list[str] | _Anywhere] = {
        "name": [profile.full_name],
        "email": [profile.email or ""],
        "phone": [profile.phone or ""],
        "place": [profile.location or ""],
        "titles": [e.title for e in profile.experiences],
        "employers": [e.company for e in profile.experiences],
        "positions": _Anywhere(profile),
        "schools": [e.institution for e in profile.education],
        "degrees": [_degree(f"{e.degree} {e.field_of_study or ''}") for e in profile.education],
        "skills": [s.name for s in profile.skills],
        "said": _Anywhere(profile),
    }
    return held[what]


@pytest.mark.parametrize("make", CAREERS)
def test_a_career_has_something_to_lose(make: object) -> None:
    assert callable(make)
    profile = make()
    assert min(len(profile.experiences), len(profile.education), len(profile.skills)) >= 1
