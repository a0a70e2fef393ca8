"""The ATS score as a receipt: its total follows from its rules, and both from the JSON alone."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from app.domain.documents.ats import ALGORITHM, RULES, AtsReceipt, RuleResult, ats_score
from app.domain.documents.content import (
    ContactKind,
    DocumentContent,
    Entry,
    Section,
    SectionKind,
)
from app.domain.documents.readback import ReadBackReceipt, fields_of
from app.domain.shared.bands import band_of
from tests.builders.ats import (
    KEYWORDS,
    a_letter,
    a_position,
    a_resume,
    an_older_position,
    read_as,
    read_as_word,
    saying,
    usual_sections,
    with_contact,
    with_position,
)
from tests.builders.documents import a_line

DOCUMENTS = {"resume": a_resume, "letter": a_letter}


def rule(receipt: AtsReceipt, name: str) -> RuleResult:
    return next(r for r in receipt.rules if r.rule == name)


def through_json(kind: Any, value: Any) -> Any:
    plain = json.loads(json.dumps(asdict(value), default=str))
    return TypeAdapter(kind).validate_python(plain)


@pytest.mark.parametrize("keywords", [("Baking",), ("Knitting",), ("Knitting", "Java", "Baking")])
@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_total_and_its_band_follow_from_the_json_of_the_rules_alone(
    make: Any, keywords: tuple[str, ...]
) -> None:
    content = make()
    made = ats_score(content, keywords=keywords, read=read_as(content, pictures=1))
    told = json.loads(json.dumps(asdict(made)))

    earned, there_were = (sum(each[name] for each in told["rules"]) for name in ("points", "of"))

    assert told["total"] == round(100 * earned / there_were, 1) < 100
    assert told["band"] == band_of(told["total"])
    assert told["algorithm"] == ALGORITHM == "ats-2.0"


@pytest.mark.parametrize("read", [read_as, read_as_word])
@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_receipt_can_be_made_again_from_what_is_kept_as_json(make: Any, read: Any) -> None:
    content = make()
    made = ats_score(
        content,
        keywords=("Sailing", "Cobol", "Kubernetes"),
        read=read(content, text="Ada Nobody"),
        file_name="Ada.pdf",
    )
    kept = through_json(AtsReceipt, made)

    again = ats_score(
        through_json(DocumentContent, content),
        keywords=kept.keywords_found + kept.keywords_missing,
        read=through_json(ReadBackReceipt, read(content, text="Ada Nobody")),
        file_name=kept.file_name,
    )

    assert again == made == kept


def test_the_same_input_gives_the_same_receipt_and_another_another() -> None:
    first = ats_score(a_resume(), keywords=("Baking",), read=read_as(a_resume()))
    assert all(
        ats_score(a_resume(), keywords=("Baking",), read=read_as(a_resume())) == first for _ in range(5)
    )
    others = [
        ats_score(a_resume(), keywords=("Baking",)),
        ats_score(a_resume(), keywords=("Sailing",), read=read_as(a_resume())),
        ats_score(a_resume(), keywords=("Baking",), read=read_as(a_resume(), size=7)),
        ats_score(a_resume(), keywords=("Baking",), read=read_as(a_resume()), file_name="Ada.pdf"),
        ats_score(saying("Cooked"), keywords=("Baking",), read=read_as(a_resume())),
    ]
    assert len({first.inputs_sha256, *(other.inputs_sha256 for other in others)}) == 6


def test_each_result_carries_what_its_rule_says_of_itself() -> None:
    by_id = {rule.id: rule for rule in RULES}

    for result in ats_score(a_resume(), keywords=KEYWORDS, read=read_as(a_resume())).rules:
        rule = by_id[result.rule]
        assert (result.of, result.severity, result.group) == (rule.points, rule.severity, rule.group)


def test_receipts_of_before_are_still_read() -> None:
    old = {
        "algorithm": "ats-1.1",
        "inputs_sha256": "0" * 64,
        "total": 91.0,
        "band": "excellent",
        "rules": [
            {"rule": "dates", "severity": "major", "points": 9, "of": 10, "evidence": "9.", "fix": "Add."}
        ],
        "keywords_found": [],
        "keywords_missing": [],
    }

    read = TypeAdapter(AtsReceipt).validate_python(old)

    assert (read.total, read.rules[0].group, read.rules[0].where, read.file_name) == (91.0, None, (), None)


def test_keywords_count_under_any_of_their_names_and_missing_ones_are_said() -> None:
    receipt = ats_score(a_resume(), keywords=("Kubernetes", "Baking", "Haskell", "Knitting"))
    assert receipt.keywords_found == ("Kubernetes", "Baking")
    assert receipt.keywords_missing == ("Haskell", "Knitting")
    assert rule(receipt, "keywords").points == 20
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
    entry = Entry(title=a_line("Bachelor of Science, Physics"), organization=a_line("Leeds"))
    school = Section(kind=SectionKind.EDUCATION, title="Education", entries=(entry,))
    receipt = ats_score(a_resume(school), keywords=(keyword,))
    assert (keyword in receipt.keywords_found) is covered


def test_what_cannot_be_judged_takes_no_part() -> None:
    receipt = ats_score(a_resume())
    assert receipt.total == 100.0
    unknown = {"keywords", "keyword-stuffing", "read-back", "order", "file-type", "file-name", "length-pages"}
    assert {r.rule for r in receipt.rules}.isdisjoint(unknown)


def test_what_was_not_read_back_costs_points() -> None:
    content = a_resume()
    lost = [a_position().organization, an_older_position().title, *a_position().bullets]
    text = "\n".join(
        line
        for line in (field for field in _texts(content))
        if line not in {each.text for each in lost if each}
    )
    whole, less = (ats_score(content, read=read) for read in (read_as(content), read_as(content, text=text)))

    assert less.total < whole.total
    assert rule(less, "read-back").points == round(12 * read_as(content, text=text).recall, 2) < 12
    assert "Lost: “Blue Door”" in rule(less, "read-back").evidence
    assert rule(less, "read-back-contacts").fix is None


def _texts(content: DocumentContent) -> list[str]:
    return [field.text for field in fields_of(content)]


def test_sections_with_fanciful_titles_are_named() -> None:
    odd = Section(kind=SectionKind.EXPERIENCE, title="My Odyssey", entries=(a_position(),))
    receipt = ats_score(a_resume(odd, usual_sections()[-1]))

    found = rule(receipt, "section-titles")
    assert found.points == 1.5
    assert "My Odyssey" in (found.fix or "")
    assert found.where == ("/sections/0/title",)
    assert rule(ats_score(a_resume(odd)), "section-skills").fix == "Add a section on skills."


@pytest.mark.parametrize(
    "title", ["Berufserfahrung", "Expérience professionnelle", "Experiencia", "Arbetslivserfarenhet"]
)
def test_usual_titles_are_usual_in_other_languages_too(title: str) -> None:
    section = Section(kind=SectionKind.EXPERIENCE, title=title, entries=(a_position(),))
    assert rule(ats_score(a_resume(section, *usual_sections()[2:])), "section-titles").fix is None


def test_contacts_that_do_not_read_as_such_are_pointed_at() -> None:
    found = rule(ats_score(with_contact(ContactKind.EMAIL, "ada at home")), "contact-email")

    assert found.points == 0
    assert found.fix == "Add an e-mail address."
    assert found.where == ("/header/contacts/3",)
    assert "ada" not in found.evidence


@pytest.mark.parametrize(("dates", "judged"), [(None, "dates-present"), ("a while ago", "dates-readable")])
def test_an_entry_without_a_readable_date_is_named(dates: str | None, judged: str) -> None:
    entry = replace(a_position(), dates=a_line(dates) if dates else None)
    found = rule(ats_score(with_position(entry, an_older_position(), a_position())), judged)

    assert 0 < found.points < 5
    assert found.where[0].startswith("/sections/1/entries/0")


def test_too_little_and_too_much_are_both_said() -> None:
    short = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(a_line("Cook."),))
    long = Section(kind=SectionKind.SUMMARY, title="Summary", paragraphs=(a_line("word " * 1700),))
    assert rule(ats_score(a_resume(short)), "length-words").points < 2
    assert 0 < rule(ats_score(a_resume(long)), "length-words").points < 8


def test_odd_characters_are_named_by_their_numbers_and_places() -> None:
    receipt = ats_score(saying("Cook \ue000 \u2605 \u200b"))

    for name, number in (("private", "E000"), ("pictures", "2605"), ("unseen", "200B")):
        found = rule(receipt, f"characters-{name}")
        assert f"U+{number}" in found.evidence
        assert found.where == ("/sections/1/entries/0/bullets/10",)
