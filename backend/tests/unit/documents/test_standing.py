"""What a change of the profile means for the lines of a document that was made before it."""

from dataclasses import replace

from app.domain.documents.content import DocumentContent, Header, Line, Source, SourceKind
from app.domain.documents.standing import LineSources, Standing, prints_of, standing_of
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate
from tests.builders.profile import a_profile
from tests.builders.stored_documents import content_of


def marked(content: DocumentContent, before: Profile, after: Profile | None) -> dict[str, set[Standing]]:
    lines = standing_of(content, prints_of(content, before), after)
    return {line.text: standings(line) for line in lines if line.marked}


def standings(line: LineSources) -> set[Standing]:
    return {each.standing for each in line.sources}


def test_as_long_as_nothing_changes_no_line_is_marked() -> None:
    profile = a_profile()
    content = content_of(profile)

    lines = standing_of(content, prints_of(content, profile), profile)

    assert {standing for line in lines for standing in standings(line)} == {Standing.UNCHANGED}
    assert all(cited.text for line in lines for cited in line.sources)


def test_a_changed_achievement_marks_the_lines_that_rest_on_it() -> None:
    profile = a_profile()
    content = content_of(profile)
    first = profile.experiences[0]
    other = replace(first.achievements[0], text="Trained 4 new nurses.")
    later = replace(profile, experiences=(replace(first, achievements=(other, *first.achievements[1:])),))

    found = marked(content, profile, later)

    assert found == {
        first.title: {Standing.CHANGED},  # these cite the whole position
        first.company: {Standing.CHANGED},
        first.achievements[0].text: {Standing.CHANGED},
    }


def test_a_deleted_achievement_marks_the_line_that_quoted_it_as_without_source() -> None:
    profile = a_profile()
    content = content_of(profile)
    first = profile.experiences[0]
    later = replace(profile, experiences=(replace(first, achievements=first.achievements[1:]),))

    assert marked(content, profile, later)[first.achievements[0].text] == {Standing.DELETED}


def test_of_a_deleted_profile_every_source_is_gone() -> None:
    profile = a_profile()
    lines = standing_of(content_of(profile), prints_of(content_of(profile), profile), None)

    assert all(line.marked and standings(line) == {Standing.DELETED} for line in lines)
    assert all(cited.text is None for line in lines for cited in line.sources)


def test_a_line_that_cites_one_field_is_not_marked_for_a_change_of_another() -> None:
    profile = a_profile()
    whole = Source(SourceKind.PROFILE, ItemId(profile.id), "full_name")
    content = DocumentContent(
        language="en", header=Header(name=Line(profile.full_name, (whole,))), sections=()
    )

    assert marked(content, profile, replace(profile, phone="+44 117 496 0000")) == {}
    assert marked(content, profile, replace(profile, full_name="Ada King")) == {
        profile.full_name: {Standing.CHANGED}
    }


def test_the_end_of_what_goes_on_is_unchanged_until_there_is_one() -> None:
    profile = a_profile()
    ongoing = replace(profile.experiences[0], end_date=None)
    profile = replace(profile, experiences=(ongoing,))
    sources = tuple(Source(SourceKind.EXPERIENCE, ongoing.id, name) for name in ("start_date", "end_date"))
    header = Header(name=Line("Apr 2016 - Present", sources))
    content = DocumentContent(language="en", header=header, sections=())
    ended = replace(profile, experiences=(replace(ongoing, end_date=PartialDate(2026, 1)),))

    assert marked(content, profile, profile) == {}
    assert marked(content, profile, ended)["Apr 2016 - Present"] == {Standing.UNCHANGED, Standing.CHANGED}


def test_what_nothing_was_kept_of_is_unknown_and_not_marked() -> None:
    profile = a_profile()

    lines = standing_of(content_of(profile), {}, profile)

    assert {standing for line in lines for standing in standings(line)} == {Standing.UNKNOWN}
    assert not any(line.marked for line in lines)
