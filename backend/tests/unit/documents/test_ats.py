from dataclasses import replace

import pytest

from app.domain.documents.ats import AtsReceipt, RuleResult, ats_score
from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Header,
    Line,
    Section,
    SectionKind,
    SkillGroup,
)
from app.domain.shared.bands import band_of

LONG = "Kept the books of a small harbour and wrote to its skippers in three languages"


def say(text: str) -> Line:
    return Line(text, ())


def a_cook() -> Entry:
    bullets = tuple(say(f"{LONG}, part {n}") for n in range(12))
    return Entry(
        title=say("Cook"), organization=say("Blue Door"), dates=say("Mar 2019 - Present"), bullets=bullets
    )


def a_resume(*sections: Section) -> DocumentContent:
    contacts = tuple(
        Contact(kind, text, None, ())
        for kind, text in (
            (ContactKind.EMAIL, "ada@example.com"),
            (ContactKind.PHONE, "+1 503 555 0176"),
            (ContactKind.LOCATION, "Hull"),
            (ContactKind.LINK, "example.com/ada"),
        )
    )
    usual = (
        Section(kind=SectionKind.EXPERIENCE, title="Experience", entries=(a_cook(),)),
        Section(
            kind=SectionKind.SKILLS, title="Skills", groups=(SkillGroup(None, (say("k8s"), say("Baking"))),)
        ),
    )
    return DocumentContent(
        language="en", header=Header(name=say("Ada Nobody"), contacts=contacts), sections=sections or usual
    )


def rule(receipt: AtsReceipt, name: str) -> RuleResult:
    return next(r for r in receipt.rules if r.rule == name)


def test_a_plain_resume_that_reads_back_earns_everything() -> None:
    receipt = ats_score(a_resume(), keywords=("Baking",), recall=1.0, in_order=True)
    assert receipt.total == 100.0
    assert all(r.fix is None for r in receipt.rules)


@pytest.mark.parametrize("keywords", [("Baking",), ("Knitting",), ("Knitting", "Java", "Baking")])
def test_the_total_and_its_band_follow_from_the_rules_alone(keywords: tuple[str, ...]) -> None:
    receipt = ats_score(a_resume(), keywords=keywords, recall=0.5, in_order=False)
    earned, there_were = (sum(getattr(r, name) for r in receipt.rules) for name in ("points", "of"))
    assert receipt.total == round(100 * earned / there_were, 1)
    assert receipt.band is band_of(receipt.total)


def test_keywords_count_under_any_of_their_names_and_missing_ones_are_said() -> None:
    receipt = ats_score(a_resume(), keywords=("Kubernetes", "Baking", "Haskell", "Sailing"))
    assert receipt.keywords_found == ("Kubernetes", "Baking")
    assert receipt.keywords_missing == ("Haskell", "Sailing")
    assert rule(receipt, "keywords").points == 15
    assert "Haskell" in (rule(receipt, "keywords").fix or "")


@pytest.mark.parametrize(
    ("keyword", "covered"),
    [
        ("Bachelor's degree", True),
        ("Associate degree", True),
        ("Master's degree", False),
        ("MBA", False),
        ("Bachelor of Fine Arts", False),
    ],
)
def test_a_degree_is_covered_by_the_entry_that_shows_it(keyword: str, covered: bool) -> None:
    entry = Entry(title=say("Bachelor of Science, Physics"), organization=say("Leeds"))
    school = Section(kind=SectionKind.EDUCATION, title="Education", entries=(entry,))
    receipt = ats_score(a_resume(*a_resume().sections, school), keywords=(keyword,))
    assert (keyword in receipt.keywords_found) is covered


def test_what_cannot_be_judged_takes_no_part() -> None:
    receipt = ats_score(a_resume())
    assert receipt.total == 100.0
    assert {r.rule for r in receipt.rules}.isdisjoint({"keywords", "read-back", "order"})


def test_what_was_not_read_back_costs_points() -> None:
    whole, half = ats_score(a_resume(), recall=1.0), ats_score(a_resume(), recall=0.5)
    assert half.total < whole.total
    assert rule(half, "read-back").points == 7.5
    assert rule(ats_score(a_resume(), in_order=False), "order").points == 0


def test_a_section_with_a_fanciful_title_is_named() -> None:
    odd = Section(kind=SectionKind.EXPERIENCE, title="My Odyssey", entries=(a_cook(),))
    found = rule(ats_score(a_resume(odd)), "sections")
    assert found.points == 8
    assert "My Odyssey" in (found.fix or "")
    assert "skills" in (found.fix or "")


@pytest.mark.parametrize(
    "title", ["Berufserfahrung", "Expérience professionnelle", "Experiencia", "Arbetslivserfarenhet"]
)
def test_usual_titles_are_usual_in_other_languages_too(title: str) -> None:
    content = a_resume(
        Section(kind=SectionKind.EXPERIENCE, title=title, entries=(a_cook(),)),
        Section(kind=SectionKind.SKILLS, title="Skills", groups=(SkillGroup(None, (say("Baking"),)),)),
    )
    assert rule(ats_score(content), "sections").points == 15


def test_missing_contacts_are_asked_for() -> None:
    content = a_resume()
    content = replace(content, header=replace(content.header, contacts=content.header.contacts[1:]))
    found = rule(ats_score(content), "contacts")
    assert found.points == 8
    assert found.fix == "Add an e-mail address."


@pytest.mark.parametrize("dates", [None, "a while ago"])
def test_an_entry_without_a_readable_date_is_named(dates: str | None) -> None:
    entry = replace(a_cook(), dates=say(dates) if dates else None)
    section = Section(kind=SectionKind.EXPERIENCE, title="Experience", entries=(entry, a_cook()))
    found = rule(ats_score(a_resume(section)), "dates")
    assert found.points == 5
    assert "Cook" in (found.fix or "")


def test_too_little_and_too_much_are_both_said() -> None:
    short = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(say("Cook."),))
    long = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(say("word " * 1700),))
    assert rule(ats_score(a_resume(short)), "length").points < 2
    assert 0 < rule(ats_score(a_resume(long)), "length").points < 10


def test_odd_characters_are_named_by_their_numbers() -> None:
    odd = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(say("Cook \ue000 \u2605 \u200b"),))
    found = rule(ats_score(a_resume(odd)), "characters")
    assert found.points < 5
    assert "U+E000" in found.evidence


def test_letters_of_every_script_are_plain() -> None:
    latin_and_others = "Jos\u00e9 \u0141ukasz \u0418\u0432\u0430\u043d \u0391\u03bd\u03bd\u03b1"
    names = f"{latin_and_others} \u674e\u96f7 \u0645\u0631\u064a\u0645"
    text = f"{names} C++ C# \u2013 \u2022 \u20ac 5 \u00b0C"
    section = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(say(text),))
    assert rule(ats_score(a_resume(section)), "characters").fix is None


def test_an_endless_bullet_is_to_be_split() -> None:
    entry = replace(a_cook(), bullets=(say("word " * 90), say("Short")))
    section = Section(kind=SectionKind.EXPERIENCE, title="Experience", entries=(entry,))
    assert rule(ats_score(a_resume(section)), "bullets").points == 2.5


def test_the_same_input_gives_the_same_receipt() -> None:
    first = ats_score(a_resume(), keywords=("Baking",), recall=0.9, in_order=True)
    assert all(
        ats_score(a_resume(), keywords=("Baking",), recall=0.9, in_order=True) == first for _ in range(5)
    )
    assert ats_score(a_resume(), keywords=("Baking",)).inputs_sha256 != first.inputs_sha256
