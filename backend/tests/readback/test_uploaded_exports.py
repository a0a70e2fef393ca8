"""What we export and somebody uploads again is the same career: every template, PDF, Word and text."""

from collections.abc import Callable
from datetime import date

import pytest

from app.composition import compose_engine
from app.composition.reading import resume_files
from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Format, Layout
from app.domain.generation.options import Options
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.reading import facts_of
from app.domain.profile.formats import profile_from_reading
from app.domain.profile.model import Profile
from app.domain.resumes.importing import recognised
from app.domain.resumes.parsing import parse_resume
from app.infrastructure.extraction.child.reading import read
from app.infrastructure.looks import LOOKS
from app.settings import Settings
from tests.builders.careers import a_backend_engineer, a_nurse, an_accountant, an_electrician
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import a_job
from tests.readback.whole import held, lost, said
from tests.truth.corpus import CAREERS, read_career

POSTING = "Staff\nAcme\nWe look for somebody with experience in your field."


def _of_corpus(name: str) -> Callable[[], Profile]:
    return lambda: read_career(CAREERS / f"{name}.json").profile


CAREER: dict[str, Callable[[], Profile]] = {
    "nurse": a_nurse,
    "electrician": an_electrician,
    "accountant": an_accountant,
    "engineer": a_backend_engineer,
    **{
        name: _of_corpus(name)
        for name in (
            "wide_de_erzieherin",
            "wide_de_mechatroniker",
            "wide_fr_comptable",
            "wide_fr_commerciale",
            "wide_es_camarero",
            "open_es_logistica",
        )
    },
}


async def exported(
    profile: Profile, wanted: tuple[Format, ...]
) -> tuple[DocumentContent, dict[tuple[str, Format], bytes]]:
    async with compose_engine(Settings(_env_file=None)) as (tailor, press):
        job = a_job(ADA, **facts_of(parse_posting(POSTING), POSTING), raw_text=POSTING)
        told = await tailor.tailor(profile, job, Options(max_pages=2), today=date(2026, 3, 1))
        content = told.checked.content
        assert [each.id for each in press.templates()] == list(LOOKS)
        return content, {
            (each.id, format): await press.preview(content, format, Layout(template=each.id))
            for each in press.templates()
            for format in wanted
        }


def profile_of(text: str) -> Profile:
    known = recognised(parse_resume(text), called="Nobody")
    assert known.reading.unplaced == ()
    return profile_from_reading(known.reading, user_id=ADA, now=NOON)


@pytest.mark.parametrize("career", CAREER)
async def test_an_export_that_is_uploaded_comes_back_whole(career: str) -> None:
    profile = CAREER[career]()
    content, files = await exported(profile, (Format.PDF, Format.DOCX, Format.TEXT))
    wanted = said(content, profile)

    assert len(files) == 3 * len(LOOKS)
    for made, data in files.items():
        back = held(profile_of(str(read(data)["text"])))
        assert (made, list(lost(wanted, back))) == (made, [])


async def test_the_door_that_uploads_come_through_reads_the_same() -> None:
    files = resume_files()
    profile = a_nurse()
    content, made = await exported(profile, (Format.PDF, Format.DOCX))

    for look in ("classic", "two-column"):
        for format in (Format.PDF, Format.DOCX):
            back = held(profile_of((await files.read(made[look, format])).text))
            assert list(lost(said(content, profile), back)) == []


@pytest.mark.parametrize("career", CAREER)
def test_a_career_has_something_to_lose(career: str) -> None:
    profile = CAREER[career]()
    assert min(len(profile.experiences), len(profile.education), len(profile.skills)) >= 1


def test_what_is_missing_or_out_of_place_is_seen() -> None:
    wanted = {"titles": ["Nurse", "Cook"], "skills": ["Triage"]}

    assert list(lost(wanted, {"titles": ["Nurse"], "skills": ["Triage", "Porto"]})) == [
        ("titles", "Cook", ["Nurse"]),
        ("extra skills", "Porto", ["Triage"]),
    ]
