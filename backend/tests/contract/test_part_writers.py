"""What every IPartWriter promises, whoever it is."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import TypeAdapter

from app.domain.documents.content import ContactKind, DocumentContent, Source, lines_of
from app.domain.generation.composing import compose
from app.domain.generation.matching import match
from app.domain.generation.options import Options
from app.domain.generation.own_words import OwnWords
from app.domain.generation.parts import KINDS, OF_A_RESUME, Part, PartBrief, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.selection import compile_profile
from app.domain.generation.usage import NOTHING, RunBudget, Spent
from app.domain.profile.model import Profile
from tests.builders.careers import a_backend_engineer, a_nurse
from tests.builders.postings import a_ward_posting
from tests.fakes.generation import PaidWriter

TODAY = date(2026, 3, 2)


@pytest.fixture(params=[OwnWords, PaidWriter])
def writer(request: pytest.FixtureRequest) -> IPartWriter:
    made: IPartWriter = request.param()
    return made


@pytest.fixture(params=[a_nurse, a_backend_engineer])
def draft(request: pytest.FixtureRequest) -> tuple[DocumentContent, PartBrief]:
    profile: Profile = request.param()
    analysis = a_ward_posting()
    selection = compile_profile(profile, analysis, match(profile, analysis, TODAY), TODAY)
    content = compose(profile, selection, analysis)
    brief = PartBrief(
        part=Part.SUMMARY,
        sections=content.sections,
        selection=selection,
        analysis=analysis,
        language="en",
        options=Options(),
    )
    return content, brief


def sources_of(content: DocumentContent) -> set[Source]:
    return {source for _, line in lines_of(content) for source in line.sources}


@pytest.mark.parametrize("part", OF_A_RESUME)
async def test_a_part_is_written_in_its_own_sections_and_cites_what_the_draft_cites(
    writer: IPartWriter, draft: tuple[DocumentContent, PartBrief], part: Part
) -> None:
    content, about = draft
    brief = _of(about, part)

    written = (await writer.write(brief)).value

    assert {section.kind for section in written.sections} <= KINDS[part]
    assert written.sections
    answer = DocumentContent(language="en", header=content.header, sections=written.sections)
    lines = [line for pointer, line in lines_of(answer) if not pointer.startswith("/header")]
    assert lines
    assert all(line.text and line.sources for line in lines)
    assert sources_of(answer) <= sources_of(content)


@pytest.mark.parametrize("part", OF_A_RESUME)
async def test_it_costs_no_more_than_was_said_before(
    writer: IPartWriter, draft: tuple[DocumentContent, PartBrief], part: Part
) -> None:
    brief = _of(draft[1], part)
    most = writer.most(brief)

    spent = Spent.of((await writer.write(brief)).usage)

    assert RunBudget(tokens=most.tokens, cost_micros=most.cost_micros).bears(spent)


@pytest.mark.parametrize("part", OF_A_RESUME)
async def test_what_was_written_can_be_recorded_and_read_back(
    writer: IPartWriter, draft: tuple[DocumentContent, PartBrief], part: Part
) -> None:
    written = (await writer.write(_of(draft[1], part))).value
    kind = TypeAdapter(WrittenPart)

    assert kind.validate_python(kind.dump_python(written, mode="json")) == written


async def test_own_words_cost_nothing_and_are_the_draft(draft: tuple[DocumentContent, PartBrief]) -> None:
    content, about = draft
    for part in OF_A_RESUME:
        brief = _of(about, part)
        assert OwnWords().most(brief) == NOTHING
        written = (await OwnWords().write(brief)).value.sections
        assert written == tuple(s for s in content.sections if s.kind in KINDS[part])


def test_a_brief_names_nobody_and_says_how_to_reach_nobody(draft: tuple[DocumentContent, PartBrief]) -> None:
    content, brief = draft
    header = content.header
    said = repr(brief)

    assert header.name.text not in said
    private = [c.text for c in header.contacts if c.kind in {ContactKind.EMAIL, ContactKind.PHONE}]
    assert len(private) == 2
    assert [text for text in private if text in said] == []


def _of(brief: PartBrief, part: Part) -> PartBrief:
    return replace(brief, part=part)
