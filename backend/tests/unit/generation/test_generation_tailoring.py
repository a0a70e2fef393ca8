from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.application.generation.tailoring import Tailor, Written
from app.domain.documents.content import DocumentContent, lines_of
from app.domain.documents.facts import Verdict
from app.domain.generation.composing import compose
from app.domain.generation.matching import match
from app.domain.generation.options import Options
from app.domain.generation.selection import TIGHTEST, compile_profile
from app.domain.profile.model import Profile
from tests.builders.careers import EVERY_CAREER, a_nurse
from tests.builders.documents import a_line
from tests.builders.jobs import a_full_job
from tests.builders.postings import a_ward_posting
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import PagedPDF, a_press, a_tailor

TODAY = date(2026, 3, 2)
Career = Callable[[], Profile]


def tailor_with(pdf: PagedPDF) -> Tailor:
    return a_tailor(a_press(MemoryFiles(), pdf))


async def written(profile: Profile, pdf: PagedPDF, *, max_pages: int = 1) -> Written:
    tailor, analysis = tailor_with(pdf), a_ward_posting()
    compiled = await tailor.compile(profile, analysis, Options(max_pages=max_pages), today=TODAY)
    return await tailor.write(profile, analysis, compiled, Options(max_pages=max_pages), today=TODAY)


def composed_at(profile: Profile, level: int) -> DocumentContent:
    analysis = a_ward_posting()
    receipt = match(profile, analysis, TODAY)
    return compose(profile, compile_profile(profile, analysis, receipt, TODAY, level=level), analysis)


def size(content: DocumentContent) -> int:
    return len(tuple(lines_of(content)))


@pytest.mark.parametrize("career", EVERY_CAREER)
async def test_what_fits_is_written_whole(career: Career) -> None:
    whole = await written(career(), PagedPDF(lines=10_000))

    assert (whole.selection.level, whole.pages) == (0, 1)


@pytest.mark.parametrize("career", EVERY_CAREER)
async def test_no_more_is_left_out_than_must_be(career: Career) -> None:
    profile = career()
    most = size((await written(profile, PagedPDF(lines=10_000))).content)
    for room in (most - 1, most * 3 // 4, most // 2):
        pdf = PagedPDF(lines=room)
        fitted = await written(profile, pdf)
        if fitted.pages > 1:
            assert fitted.selection.level == TIGHTEST
            continue
        assert size(fitted.content) <= room
        assert 0 < fitted.selection.level <= TIGHTEST
        assert pdf.rendered <= 7, "a search, not a walk"
        looser = composed_at(profile, fitted.selection.level - 1)
        assert size(looser) > room, "the level before did not fit"


async def test_what_never_fits_is_as_short_as_can_be() -> None:
    tight = await written(a_nurse(), PagedPDF(lines=3))

    assert tight.selection.level == TIGHTEST
    assert tight.pages > 1


async def test_headings_are_in_the_language_of_the_person_unless_told_otherwise() -> None:
    tailor, analysis, profile = tailor_with(PagedPDF()), a_ward_posting(), a_nurse()
    compiled = await tailor.compile(profile, analysis, Options(), today=TODAY)

    own = await tailor.write(profile, analysis, compiled, Options(), today=TODAY)
    told = await tailor.write(profile, analysis, compiled, Options(language="de"), today=TODAY)

    assert own.content.language == "en"
    assert told.content.language == "de"


async def test_a_line_that_does_not_hold_is_taken_out_and_named() -> None:
    tailor, analysis, profile = tailor_with(PagedPDF()), a_ward_posting(), a_nurse()
    content = (await written(profile, PagedPDF())).content
    invented = _with_bullet(content, "Led a team of 900 surgeons.")

    checked = await tailor.check(invented, profile, analysis, today=TODAY)

    assert checked.content == content
    assert checked.objection is None
    (taken,) = checked.taken_out
    assert taken.text == "Led a team of 900 surgeons."
    assert taken.verdict is Verdict.UNSUPPORTED


async def test_what_cannot_be_taken_out_is_for_a_person_to_see() -> None:
    tailor, analysis, profile = tailor_with(PagedPDF()), a_ward_posting(), a_nurse()
    content = (await written(profile, PagedPDF())).content
    name = replace(content.header.name, text="Dame Nobody von Elsewhere")

    checked = await tailor.check(
        replace(content, header=replace(content.header, name=name)), profile, analysis, today=TODAY
    )

    assert checked.objection is not None
    assert "Dame Nobody" in checked.objection


async def test_all_of_it_in_one_go_gives_a_file_and_every_receipt() -> None:
    tailor, profile = tailor_with(PagedPDF()), a_nurse()

    made = await tailor.tailor(profile, a_full_job(), Options(), today=TODAY)

    assert made.finished is not None
    assert made.checked.faithfulness.holds
    assert made.finished.pressed.read_back.recall == 1
    assert {"read-back", "order"} <= {rule.rule for rule in made.finished.ats.rules}


def _with_bullet(content: DocumentContent, text: str) -> DocumentContent:
    """On the first entry that there is, with that entry's own sources."""
    for n, section in enumerate(content.sections):
        if section.entries:
            entry = section.entries[0]
            more = replace(entry, bullets=(*entry.bullets, a_line(text, entry.title.sources[0])))
            changed = replace(section, entries=(more, *section.entries[1:]))
            return replace(content, sections=(*content.sections[:n], changed, *content.sections[n + 1 :]))
    raise AssertionError("no entry")
