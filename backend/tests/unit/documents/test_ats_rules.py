"""Each rule of the ATS score has a document that breaks it, and several that keep it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.domain.documents.ats import RULES, Severity
from app.domain.documents.ats.receipt import RuleResult
from app.domain.documents.ats.rule import Applies
from app.domain.documents.ats.score import ats_score
from app.domain.documents.content import ContactKind, DocumentContent, Section, SectionKind, SkillGroup
from app.domain.documents.ports import Format
from app.domain.documents.readback import ReadBackReceipt, fields_of
from tests.builders.ats import (
    KEYWORDS,
    a_degree,
    a_letter,
    a_position,
    a_resume,
    an_older_position,
    read_as,
    read_as_word,
    saying,
    usual_sections,
    with_contact,
    with_header,
    with_position,
    with_section,
    without_contact,
    without_section,
)
from tests.builders.documents import a_line, some_lines
from tests.builders.documents import paragraphs as paragraphs_of
from tests.builders.letters import letter_of

NAME_OF_FILE = "Ada-Nobody-Cook.pdf"
LETTERS_FILE = "Marta-Lindqvist-Cook.pdf"
PUA, ZERO_WIDTH, STAR, FI, CYRILLIC_A, GREEK_O = "\ue000", "\u200b", "\u2605", "\ufb01", "\u0430", "\u039f"
INTERESTS = paragraphs_of("Interests", "Knots.", kind=SectionKind.INTERESTS)


@dataclass(frozen=True)
class Case:
    content: DocumentContent
    keywords: tuple[str, ...] = KEYWORDS
    read: ReadBackReceipt | None = None
    file_name: str | None = None

    def result(self, rule: str) -> RuleResult | None:
        receipt = ats_score(self.content, keywords=self.keywords, read=self.read, file_name=self.file_name)
        return next((result for result in receipt.rules if result.rule == rule), None)


def filed(content: DocumentContent | None = None, **about: Any) -> Case:
    made = content or a_resume()
    return Case(made, read=read_as(made, **about))


def worded(content: DocumentContent | None = None, **about: Any) -> Case:
    made = content or a_resume()
    return Case(made, read=read_as_word(made, **about))


def lettered(**about: Any) -> Case:
    content = a_letter()
    return Case(replace(content, letter=replace(letter_of(content), **about)))


def text_without(content: DocumentContent, *gone: str) -> str:
    return "\n".join(field.text for field in fields_of(content) if field.text not in gone)


def text_in_another_order(content: DocumentContent) -> str:
    first, *rest = (field.text for field in fields_of(content))
    return "\n".join([*rest, first])


def skilled(*skills: str) -> DocumentContent:
    return with_section(SectionKind.SKILLS, groups=(SkillGroup(None, some_lines(*skills)),))


def titled(kind: SectionKind, title: str) -> DocumentContent:
    return with_section(kind, title=title)


BREAKS: dict[str, Callable[[], Case]] = {
    "keywords": lambda: Case(a_resume(), ("Kubernetes", "Haskell")),
    "keyword-stuffing": lambda: Case(saying("Baking, " * 12), ("Baking",)),
    "keyword-context": lambda: Case(
        skilled("Haskell", "Cobol", "Fortran", "Erlang"), ("Haskell", "Cobol", "Fortran", "Erlang")
    ),
    "skills-once": lambda: Case(skilled("Baking", "Welding", "baking")),
    "contact-name": lambda: Case(with_header(name=a_line("ada@example.com"))),
    "contact-email": lambda: Case(with_contact(ContactKind.EMAIL, "ada at example dot com")),
    "contact-phone": lambda: Case(with_contact(ContactKind.PHONE, "on request")),
    "contact-place": lambda: Case(without_contact(ContactKind.LOCATION)),
    "contact-link": lambda: Case(without_contact(ContactKind.LINK)),
    "link-shown": lambda: Case(with_contact(ContactKind.LINK, "My portfolio", "https://example.com")),
    "link-honest": lambda: Case(with_contact(ContactKind.LINK, "example.com", "https://other.example")),
    "link-lasting": lambda: Case(with_contact(ContactKind.LINK, "bit.ly/ada", "https://bit.ly/ada")),
    "section-career": lambda: Case(without_section(SectionKind.EXPERIENCE, SectionKind.EDUCATION)),
    "section-skills": lambda: Case(without_section(SectionKind.SKILLS)),
    "section-titles": lambda: Case(titled(SectionKind.EXPERIENCE, "My Odyssey")),
    "section-order": lambda: Case(a_resume(INTERESTS, *usual_sections())),
    "heading-short": lambda: Case(titled(SectionKind.SKILLS, "Skills:")),
    "heading-marked": lambda: worded(headings=("Ada Nobody", "Summary", "Education", "Skills")),
    "entry-whole": lambda: Case(with_position(a_position(organization=None), an_older_position())),
    "dates-present": lambda: Case(with_position(a_position(dates=None), an_older_position())),
    "dates-readable": lambda: Case(with_position(a_position(dates=a_line("a while ago")))),
    "dates-consistent": lambda: Case(
        with_position(a_position(), an_older_position(dates=a_line("01/2015 - 02/2019")))
    ),
    "dates-newest-first": lambda: Case(with_position(an_older_position(), a_position())),
    "dates-forward": lambda: Case(with_position(a_position(dates=a_line("Mar 2019 - Jan 2018")))),
    "bullet-length": lambda: Case(saying("word " * 90)),
    "bullet-marks": lambda: Case(saying("- Kept the boat afloat")),
    "bullet-newest": lambda: Case(with_position(a_position(bullets=()), an_older_position())),
    "length-words": lambda: Case(saying("word " * 1700)),
    "length-pages": lambda: filed(pages=3),
    "length-letter": lambda: lettered(paragraphs=letter_of(a_letter()).paragraphs[:1]),
    "length-letter-pages": lambda: filed(a_letter(), pages=2),
    "characters-private": lambda: Case(saying(f"Cook {PUA}")),
    "characters-unseen": lambda: Case(saying(f"Coo{ZERO_WIDTH}k")),
    "characters-pictures": lambda: Case(saying(f"Cook {STAR}{STAR}")),
    "characters-ligatures": lambda: Case(saying(f"Chie{FI}n")),
    "characters-lookalikes": lambda: Case(saying(f"J{CYRILLIC_A}va")),
    "characters-garbled": lambda: Case(saying("Caf\u00c3\u00a9")),
    "characters-spaced": lambda: Case(saying("K U B E R N E T E S")),
    "wording-filled-in": lambda: Case(saying("Worked for [company name] at sea")),
    "wording-language": lambda: Case(a_resume(language="fr")),
    "letter-parts": lambda: lettered(subject=None),
    "letter-paragraphs": lambda: lettered(paragraphs=letter_of(a_letter()).paragraphs[:1]),
    "read-back": lambda: filed(text=text_without(a_resume(), "Blue Door")),
    "read-back-contacts": lambda: filed(text=text_without(a_resume(), "ada@example.com")),
    "order": lambda: filed(text=text_in_another_order(a_resume())),
    "file-type": lambda: filed(format=Format.HTML),
    "file-size": lambda: filed(size=2_000_001),
    "file-open": lambda: filed(locked=True),
    "file-pictures": lambda: filed(pictures=1),
    "file-fonts": lambda: filed(mute_fonts=("ZapfDingbats",)),
    "file-body": lambda: worded(aside=("ada@example.com",)),
    "file-name": lambda: Case(a_resume(), file_name="resume final (2).pdf"),
    "file-title": lambda: filed(title="Untitled document"),
    "file-author": lambda: filed(author="Some Printer Driver"),
    "file-language": lambda: filed(language="de"),
}

KEEPS: dict[str, Callable[[], Case]] = {
    "a resume before it has a file": lambda: Case(a_resume()),
    "a resume as PDF": lambda: replace(filed(), file_name=NAME_OF_FILE),
    "a resume as Word document": lambda: replace(worded(), file_name="Ada-Nobody-Cook.docx"),
    "a resume as text": lambda: filed(format=Format.TEXT, pages=None, title=None, author=None, language=None),
    "a letter before it has a file": lambda: Case(a_letter(), ("Baking",)),
    "a letter as PDF": lambda: replace(filed(a_letter()), keywords=("Baking",), file_name=LETTERS_FILE),
}

NEAR: dict[str, Callable[[], Case]] = {
    "keywords": lambda: Case(a_resume(), ("Bachelor's degree",)),
    "keyword-stuffing": lambda: Case(saying("Baking, " * 3), ("Baking",)),
    "contact-name": lambda: Case(with_header(name=a_line("\u674e\u96f7"))),
    "contact-email": lambda: Case(with_contact(ContactKind.EMAIL, "a.b+c@mail.co.example")),
    "contact-phone": lambda: Case(with_contact(ContactKind.PHONE, "(0113) 496-0000 ext. 12")),
    "link-shown": lambda: Case(with_contact(ContactKind.LINK, "www.example.com", None)),
    "link-honest": lambda: Case(
        with_contact(ContactKind.LINK, "Example.com/ada", "https://www.example.com/ada?x=1")
    ),
    "link-lasting": lambda: Case(with_contact(ContactKind.LINK, "a.example", "https://a.example/?page=2")),
    "section-titles": lambda: Case(titled(SectionKind.EXPERIENCE, "Berufserfahrung")),
    "section-order": lambda: Case(
        a_resume(INTERESTS, *usual_sections()),
        read=read_as(a_resume(INTERESTS, *usual_sections()), order=[1, 2, 3, 4, 0]),
    ),
    "heading-marked": lambda: worded(headings=("SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS")),
    "dates-consistent": lambda: Case(
        with_position(a_position(), an_older_position(dates=a_line("2015 - 2019")))
    ),
    "dates-newest-first": lambda: Case(
        with_position(a_position(), an_older_position(dates=a_line("2018 - Present")))
    ),
    "dates-forward": lambda: Case(with_position(a_position(dates=a_line("2019 - 2019")))),
    "bullet-marks": lambda: Case(saying("2.5 tons of rye a night, and over 40 ovens")),
    "length-pages": lambda: filed(pages=2),
    "characters-pictures": lambda: Case(saying("Kept it at 5 \u00b0C \u2013 C++, C# \u2022 \u20ac 5")),
    "characters-unseen": lambda: Case(saying("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")),
    "characters-lookalikes": lambda: Case(
        saying("\u0418\u0432\u0430\u043d and \u0391\u03bd\u03bd\u03b1, 5 \u00b5m")
    ),
    "characters-garbled": lambda: Case(saying("S\u00c3O PAULO, \u00c2ncora, R&D")),
    "characters-spaced": lambda: Case(saying("Plan B and C, vitamin A to E")),
    "wording-filled-in": lambda: Case(saying("Wrote [1] and <b>, and the list of XX clubs")),
    "file-name": lambda: Case(
        with_header(name=a_line("Jos\u00e9 \u0141uk")), file_name="Jos\u00e9-\u0141uk-Cook.pdf"
    ),
    "file-title": lambda: filed(title="ada NOBODY"),
    "file-language": lambda: filed(language="en-GB"),
    "length-words": lambda: Case(saying("word " * 700)),
    "section-career": lambda: Case(without_section(SectionKind.EDUCATION)),
    "dates-present": lambda: Case(without_section(SectionKind.EDUCATION)),
    "entry-whole": lambda: Case(with_section(SectionKind.EDUCATION, entries=(a_degree(location=None),))),
}


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert [rule.id for rule in RULES] == list(BREAKS)


def test_rules_are_told_apart_and_explained() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.looks_at.endswith(".") and rule.fix.endswith(".") for rule in RULES)
    assert all(rule.points > 0 for rule in RULES)
    assert {rule.severity for rule in RULES} == {*Severity}


@pytest.mark.parametrize("rule", BREAKS)
def test_what_breaks_a_rule_costs_points_and_is_told_with_evidence_and_a_fix(rule: str) -> None:
    found = BREAKS[rule]().result(rule)

    assert found is not None
    assert found.points < found.of
    assert found.fix
    assert found.evidence


@pytest.mark.parametrize("rule", BREAKS)
def test_what_breaks_a_rule_lowers_the_total(rule: str) -> None:
    broken = BREAKS[rule]()
    receipt = ats_score(
        broken.content, keywords=broken.keywords, read=broken.read, file_name=broken.file_name
    )

    assert receipt.total < 100


@pytest.mark.parametrize("kept", KEEPS)
def test_a_document_that_keeps_every_rule_earns_every_point(kept: str) -> None:
    case = KEEPS[kept]()
    receipt = ats_score(case.content, keywords=case.keywords, read=case.read, file_name=case.file_name)

    assert {r.rule: (r.evidence, r.fix) for r in receipt.rules if r.fix or r.points < r.of} == {}
    assert receipt.total == 100.0


def test_every_rule_is_kept_by_one_of_them() -> None:
    kept = {
        result.rule
        for case in (make() for make in KEEPS.values())
        for result in ats_score(
            case.content, keywords=case.keywords, read=case.read, file_name=case.file_name
        ).rules
    }

    assert kept == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", NEAR)
def test_what_only_looks_like_a_breach_is_none(rule: str) -> None:
    found = NEAR[rule]().result(rule)

    assert found is not None
    assert (found.points, found.fix) == (found.of, None)


def test_what_is_broken_is_pointed_at() -> None:
    found = BREAKS["bullet-marks"]().result("bullet-marks")

    assert found is not None
    assert found.where == ("/sections/1/entries/0/bullets/10",)
    assert "Kept the boat afloat" in found.evidence


def test_of_sections_out_of_order_as_few_are_named_as_can_be() -> None:
    content = a_resume(INTERESTS, *usual_sections())
    found = Case(content).result("section-order")

    assert found is not None
    assert found.where == ("/sections/0",)
    assert found.points == 0.8


@pytest.mark.parametrize("applies", [Applies.RESUME, Applies.LETTER])
def test_a_letter_and_a_resume_are_judged_by_their_own_rules(applies: Applies) -> None:
    content = a_letter() if applies is Applies.LETTER else a_resume()
    judged = {result.rule for result in ats_score(content, keywords=KEYWORDS).rules}

    assert judged <= {rule.id for rule in RULES if rule.applies in (applies, Applies.BOTH)}
    assert ("letter-parts" in judged) == (applies is Applies.LETTER)
    assert ("section-career" in judged) == (applies is Applies.RESUME)


def test_what_a_file_of_its_kind_has_not_takes_no_part() -> None:
    text = KEEPS["a resume as text"]()
    without = {"file-title", "file-author", "file-language", "file-fonts", "file-body", "length-pages"}

    assert all(text.result(rule) is None for rule in without)
    assert filed().result("heading-marked") is None
    assert filed().result("file-body") is None
    assert worded().result("file-fonts") is None


def test_an_empty_document_is_judged_without_stumbling() -> None:
    nothing = a_resume(Section(kind=SectionKind.OTHER, title=""))
    receipt = ats_score(nothing, read=read_as(nothing))

    assert 0 <= receipt.total < 100
    assert all(0 <= rule.points <= rule.of for rule in receipt.rules)
