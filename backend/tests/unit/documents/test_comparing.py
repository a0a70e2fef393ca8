"""What changed between two versions, as a person would tell it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.documents.comparing import (
    Change,
    Comparison,
    Judged,
    LineChange,
    LineSide,
    PartChange,
    PartKind,
    compare,
)
from app.domain.documents.content import (
    ContactKind,
    DocumentContent,
    Line,
    Section,
    SectionKind,
    SkillGroup,
    Source,
    SourceKind,
)
from app.domain.documents.facts import Claim, ClaimKind, LineVerdict, Verdict
from app.domain.shared.ids import ItemId
from tests.builders.documents import (
    PROFILE,
    a_contact,
    a_document,
    a_header,
    a_line,
    an_entry,
    bullets,
    entries,
    paragraphs,
    skills,
)
from tests.builders.letters import a_plain_letter

FALLS = "Cut falls on the ward by a third."
NURSES = "Trained 14 new nurses."
ROUNDS = "Led the morning rounds."
SUMMARY = paragraphs("Summary", "A nurse with a liking for order.")
AWARDS = bullets("Awards", "Nurse of the year.")


def work(*lines: str, title: str = "Ward Nurse", at: str = "Harbour Street Clinic") -> Section:
    return entries("Experience", an_entry(title, at, dates="2016 - 2024", bullets=lines))


def compared(before: DocumentContent, after: DocumentContent) -> Comparison:
    return compare(Judged(before), Judged(after))


def changes(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    def said(side: LineSide | None) -> str | None:
        return side.text if side else None

    return [(line.change.value, said(line.before), said(line.after)) for line in all_lines(comparison)]


def all_lines(comparison: Comparison) -> Sequence[LineChange]:
    return [line for part in comparison.parts for line in part.lines]


def part(comparison: Comparison, title: str) -> PartChange:
    return next(p for p in comparison.parts if title in (p.title_after, p.title_before))


def test_the_same_has_no_changes() -> None:
    content = a_document(SUMMARY, work(FALLS, NURSES), AWARDS)

    found = compared(content, content)

    assert found.identical
    assert {p.change for p in found.parts} == {Change.UNCHANGED}
    assert changes(found) == []
    assert found.counts[Change.UNCHANGED] == 1 + 1 + 5 + 1


def test_a_line_is_added_and_one_removed() -> None:
    found = compared(a_document(work(FALLS, ROUNDS)), a_document(work(NURSES, FALLS)))

    assert changes(found) == [("added", None, NURSES), ("removed", ROUNDS, None)]
    assert part(found, "Experience").change is Change.CHANGED
    assert part(found, "Experience").unchanged == 4
    assert not found.identical


def test_a_reworded_line_is_changed_and_told_with_both_places() -> None:
    after = "Cut falls on the ward by a third within a year."

    found = compared(a_document(work(NURSES, FALLS)), a_document(work(after, NURSES)))

    [line] = [line for line in all_lines(found) if line.change is Change.CHANGED]
    assert line.before
    assert line.after
    assert (line.before.text, line.after.text) == (FALLS, after)
    assert line.before.pointer == "/sections/0/entries/0/bullets/1"
    assert line.after.pointer == "/sections/0/entries/0/bullets/0"


def test_another_line_in_its_place_is_not_the_same_line() -> None:
    found = compared(a_document(work(FALLS)), a_document(work("Speaks Portuguese.")))

    assert changes(found) == [("removed", FALLS, None), ("added", None, "Speaks Portuguese.")]


def test_what_rests_on_the_same_item_needs_fewer_words_in_common() -> None:
    item = Source(SourceKind.ACHIEVEMENT, ItemId(UUID(int=9)))
    old = Line("Ran the training of new nurses", (item,))
    new = Line("Training for all new staff", (item,))
    strange = Line("Training for all new staff", (Source(SourceKind.SKILL, ItemId(UUID(int=8))),))

    def with_line(line: Line) -> DocumentContent:
        return a_document(Section(kind=SectionKind.AWARDS, title="Awards", bullets=(line,)))

    same = compared(with_line(old), with_line(new))
    other = compared(with_line(old), with_line(strange))

    assert [change for change, *_ in changes(same)] == ["changed"]
    assert [change for change, *_ in changes(other)] == ["removed", "added"]


def test_a_title_is_changed_whatever_it_was() -> None:
    found = compared(a_document(work(title="Ward Nurse")), a_document(work(title="Head of Care")))

    assert changes(found) == [("changed", "Ward Nurse", "Head of Care")]


def test_a_line_that_stands_elsewhere_is_moved_and_only_that_one() -> None:
    found = compared(a_document(work(FALLS, NURSES, ROUNDS)), a_document(work(ROUNDS, FALLS, NURSES)))

    assert changes(found) == [("moved", ROUNDS, ROUNDS)]
    assert found.counts[Change.UNCHANGED] == 6


def test_a_line_is_moved_from_one_entry_to_another() -> None:
    def two(first: tuple[str, ...], second: tuple[str, ...]) -> DocumentContent:
        items = (an_entry("Nurse", "A", bullets=first), an_entry("Porter", "B", bullets=second))
        return a_document(entries("Experience", *items))

    found = compared(two((FALLS, NURSES), ()), two((FALLS,), (NURSES,)))

    assert changes(found) == [("moved", NURSES, NURSES)]


def test_a_line_that_went_to_another_section_is_told_where_it_is_now() -> None:
    before = a_document(bullets("Awards", FALLS, NURSES), bullets("Other", ROUNDS, kind=SectionKind.OTHER))
    after = a_document(bullets("Awards", FALLS), bullets("Other", ROUNDS, NURSES, kind=SectionKind.OTHER))

    found = compared(before, after)

    assert changes(found) == [("moved", NURSES, NURSES)]
    assert [line.change for line in part(found, "Other").lines] == [Change.MOVED]
    assert part(found, "Awards").lines == ()
    assert part(found, "Awards").change is Change.CHANGED


def test_entries_that_change_places_are_told_by_their_first_line() -> None:
    first = an_entry("Nurse", "A", dates="2019", bullets=(FALLS, NURSES))
    second = an_entry("Nurse", "B", dates="2016", bullets=(ROUNDS,))

    found = compared(
        a_document(entries("Experience", first, second)), a_document(entries("Experience", second, first))
    )

    [line] = all_lines(found)
    assert (line.change, line.moved) == (Change.MOVED, True)
    assert line.before
    assert line.before.pointer.endswith("/title")
    assert found.counts[Change.UNCHANGED] == 1 + 5 + 4 - 1


def test_an_entry_keeps_its_lines_to_itself() -> None:
    """The same words in two positions are not mixed up when one of them goes."""
    first = an_entry("Nurse", "A", dates="2019", bullets=(FALLS,))
    second = an_entry("Nurse", "B", dates="2016", bullets=(FALLS,))

    found = compared(
        a_document(entries("Experience", first, second)), a_document(entries("Experience", second))
    )

    assert {change for change, *_ in changes(found)} == {"removed"}
    assert [before for _, before, _ in changes(found)] == ["Nurse", "A", "2019", FALLS]


def test_a_renamed_position_is_known_by_what_it_rests_on() -> None:
    def at(item: int, title: str, *lines: str) -> Section:
        here = Source(SourceKind.EXPERIENCE, ItemId(UUID(int=item)))
        entry = an_entry(title, "Clinic", dates="2016", bullets=lines)
        return entries("Experience", replace(entry, title=Line(title, (here,))))

    found = compared(a_document(at(1, "Nurse", FALLS)), a_document(at(1, "Charge Nurse", FALLS)))

    assert changes(found) == [("changed", "Nurse", "Charge Nurse")]


def test_sections_are_added_removed_moved_and_renamed() -> None:
    hobbies = bullets("Interests", "Rowing", kind=SectionKind.INTERESTS)
    renamed = paragraphs("Profile", "A nurse with a liking for order.")
    before = a_document(SUMMARY, work(FALLS), hobbies, AWARDS)
    after = a_document(AWARDS, renamed, work(FALLS), skills("Skills", Care=("Triage",)))

    found = compared(before, after)

    told = [(p.kind, p.change, p.moved) for p in found.parts]
    assert told == [
        (PartKind.HEADER, Change.UNCHANGED, False),
        (SectionKind.AWARDS, Change.MOVED, True),
        (SectionKind.SUMMARY, Change.CHANGED, False),
        (SectionKind.EXPERIENCE, Change.UNCHANGED, False),
        (SectionKind.SKILLS, Change.ADDED, False),
        (SectionKind.INTERESTS, Change.REMOVED, False),
    ]
    assert (part(found, "Profile").title_before, part(found, "Profile").title_after) == ("Summary", "Profile")
    assert part(found, "Profile").lines == ()
    assert [line.change for line in part(found, "Interests").lines] == [Change.REMOVED]


def test_a_skill_changes_its_group() -> None:
    found = compared(
        a_document(skills("Skills", Care=("Triage", "Wound care"), Tools=("Epic",))),
        a_document(skills("Skills", Care=("Triage",), Tools=("Epic", "Wound care"))),
    )

    assert changes(found) == [("moved", "Wound care", "Wound care")]


def test_groups_without_a_label_are_compared_in_order() -> None:
    def unlabelled(*items: str) -> DocumentContent:
        group = SkillGroup(None, tuple(map(a_line, items)))
        return a_document(Section(kind=SectionKind.SKILLS, title="Skills", groups=(group,)))

    assert changes(compared(unlabelled("Triage"), unlabelled("Triage", "Epic"))) == [("added", None, "Epic")]


def test_another_source_alone_is_a_change() -> None:
    other = Source(SourceKind.SKILL, ItemId(UUID(int=4)))
    before = a_document(work(FALLS))
    entry = before.sections[0].entries[0]
    cited = replace(entry, bullets=(Line(FALLS, (other,)),))
    after = a_document(replace(before.sections[0], entries=(cited,)))

    [line] = all_lines(compared(before, after))

    assert line.change is Change.CHANGED
    assert line.before
    assert line.after
    assert (line.before.sources, line.after.sources) == ((PROFILE,), (other,))


def test_another_address_behind_the_same_words_is_a_change() -> None:
    def linked(url: str) -> DocumentContent:
        return a_document(header=a_header("Ada", None, a_contact(ContactKind.LINK, "ada.example", url)))

    [line] = all_lines(compared(linked("https://ada.example"), linked("https://evil.example")))

    assert line.change is Change.CHANGED
    assert line.after
    assert line.after.url == "https://evil.example"


def test_another_address_of_an_entry_is_a_change() -> None:
    def at(url: str) -> DocumentContent:
        return a_document(entries("Projects", an_entry("Ward app", url=url), kind=SectionKind.PROJECTS))

    assert changes(compared(at("https://a.example"), at("https://b.example"))) == [
        ("changed", "Ward app", "Ward app")
    ]


def test_a_letter_is_compared_part_by_part_and_sentence_by_sentence() -> None:
    before = a_plain_letter(("I lead a shift.", "I train nurses."), ("I live in Bristol.",))
    after = a_plain_letter(("I live in Bristol.",), ("I lead a night shift.", "I train nurses."))

    found = compared(before, after)

    kinds = [p.kind for p in found.parts]
    assert kinds == [PartKind.HEADER, PartKind.OPENING, PartKind.BODY, PartKind.ENDING]
    assert [p.change for p in found.parts if p.kind is not PartKind.BODY] == [Change.UNCHANGED] * 3
    assert changes(found) == [
        ("moved", "I live in Bristol.", "I live in Bristol."),
        ("changed", "I lead a shift.", "I lead a night shift."),
    ]


def test_a_break_between_paragraphs_is_no_line_but_is_noticed() -> None:
    found = compared(a_plain_letter(("One.", "Two.")), a_plain_letter(("One.",), ("Two.",)))

    assert changes(found) == []
    assert not found.identical


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_scripts_without_spaces_are_reworded_too(language: str) -> None:
    old, new = "病棟で新人看護師を14名指導した。", "病棟で新人看護師を15名指導しました。"

    before, after = (a_document(bullets("実績", text), language=language) for text in (old, new))
    found = compared(before, after)

    assert changes(found) == [("changed", old, new)]


def verdict(text: str, *claims: Claim, at: str = "/sections/0/bullets/0") -> LineVerdict:
    holds = all(claim.verdict is not Verdict.UNSUPPORTED for claim in claims)
    said = Verdict.SUPPORTED if holds else Verdict.UNSUPPORTED
    return LineVerdict(pointer=at, text=text, sources=(PROFILE,), verdict=said, claims=claims)


def test_a_changed_line_tells_its_claims_and_how_they_are_judged_now() -> None:
    old, new = "Trained 14 new nurses in Bristol.", "Trained 15 new nurses in Bristol."
    bristol = Claim(ClaimKind.NAME, "Bristol", Verdict.SUPPORTED, "said", PROFILE)
    doubted = replace(bristol, verdict=Verdict.UNSUPPORTED, nearest=None)
    fourteen = Claim(ClaimKind.NUMBER, "14", Verdict.SUPPORTED, "said", PROFILE)
    fifteen = Claim(ClaimKind.NUMBER, "15", Verdict.UNSUPPORTED, "not said")

    found = compare(
        Judged(a_document(bullets("Awards", old)), (verdict(old, fourteen, bristol),)),
        Judged(a_document(bullets("Awards", new)), (verdict(new, fifteen, doubted),)),
    )

    [line] = all_lines(found)
    assert line.before
    assert line.after
    assert (line.before.verdict, line.after.verdict) == (Verdict.SUPPORTED, Verdict.UNSUPPORTED)
    assert [(c.change, c.before, c.after) for c in line.claims] == [
        (Change.ADDED, None, fifteen),
        (Change.CHANGED, bristol, doubted),
        (Change.REMOVED, fourteen, None),
    ]


def test_a_claim_that_stays_is_told_as_such() -> None:
    claim = Claim(ClaimKind.NUMBER, "14", Verdict.SUPPORTED, "said", PROFILE)
    old, new = "Trained 14 new nurses.", "Trained 14 nurses."

    found = compare(
        Judged(a_document(bullets("Awards", old)), (verdict(old, claim),)),
        Judged(a_document(bullets("Awards", new)), (verdict(new, claim),)),
    )

    assert [c.change for line in all_lines(found) for c in line.claims] == [Change.UNCHANGED]


def test_a_verdict_on_other_words_is_none_on_these() -> None:
    found = compare(
        Judged(a_document(bullets("Awards", FALLS)), (verdict("Something else."),)),
        Judged(a_document(bullets("Awards"))),
    )

    [line] = all_lines(found)
    assert line.before
    assert line.before.verdict is None
