"""Uploaded resumes are judged over their own words; a suggestion gains what it says, and invents nothing."""

import re
from collections.abc import Iterator

import pytest

from app.domain.documents.ats.rule import Applies
from app.domain.documents.ats.rules import RULES as OF_DOCUMENTS
from app.domain.documents.content import lines_of
from app.domain.documents.uploads import Suggestion, Upload, UploadReceipt, lay_out, score_upload, suggest
from app.domain.documents.uploads.rules import weak_opening
from app.domain.resumes.files import FileKind
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.places import reads_of
from tests.builders.uploads import NURSE

PLAIN = (
    NURSE
    + """
Languages
English, German

Interests
Long distance swimming, choir, and the history of nursing in the towns along the river.
"""
)
"""As NURSE, with words enough for no rule to count them."""
LONG = PLAIN.replace(
    "- Led triage for 40 patients a day.\n",
    "".join(f"- Led triage round {n} for 40 patients a day, with two colleagues.\n" for n in range(10)),
)


def upload(text: str, name: str = "Ada-Byron.txt", **about: object) -> Upload:
    facts = {"kind": FileKind.TXT, "size": len(text.encode()), "pages": 1, "name": name} | about
    return Upload(laid=lay_out(parse_resume(text), text), **facts)  # type: ignore[arg-type]


def score(text: str, **about: object) -> UploadReceipt:
    return score_upload(upload(text, **about))  # type: ignore[arg-type]


def suggestions(text: str, **about: object) -> dict[str, Suggestion]:
    found = suggest(upload(text, **about), parse_resume(text))  # type: ignore[arg-type]
    return {each.rule: each for each in found}


def test_every_value_stands_where_the_content_has_it() -> None:
    resume = parse_resume(LONG)
    laid = lay_out(resume, LONG)
    fields = {place.field for place in laid.places.values()}

    assert all(pointer in laid.places for pointer, line in lines_of(laid.content) if line.text)
    for pointer, place in laid.places.items():
        assert 0 <= place.start < place.end <= len(LONG), pointer
    dated = ("/end", "/field")
    left = {at for at, _ in reads_of(resume) if not at.endswith(dated)} - fields
    assert left == set()


def test_sections_have_the_headings_of_the_text() -> None:
    titles = [section.title for section in lay_out(parse_resume(NURSE), NURSE).content.sections]
    assert titles == ["Summary", "Experience", "Education", "Skills"]

    own = NURSE.replace("\nSummary\n", "\nProfessional Profile\n")
    laid = lay_out(parse_resume(own), own)
    assert laid.content.sections[0].title == "Professional Profile"
    place = laid.places["/sections/0/title"]
    assert own[place.start : place.end] == "Professional Profile"


def test_the_same_gives_the_same_and_says_what_it_was_made_from() -> None:
    assert score(LONG) == score(LONG)
    assert suggestions(LONG) == suggestions(LONG)
    assert score(LONG).inputs_sha256 != score(LONG.replace("halved", "doubled")).inputs_sha256


def test_every_rule_is_judged_or_says_why_not() -> None:
    receipt = score(LONG)
    told = {r.rule for r in receipt.rules} | {each.rule for each in receipt.unjudged}
    asked = {rule.id for rule in OF_DOCUMENTS if rule.applies is not Applies.LETTER}

    assert told == asked | {"upload-results", "upload-verbs", "upload-gaps"}
    why = {each.rule: each.why for each in receipt.unjudged}
    assert "No posting" in why["keywords"]
    assert "Only the text" in why["file-pictures"]
    assert "nobody knows" in why["read-back"]
    assert not {r.rule for r in receipt.rules} & set(why)


def test_the_total_is_the_share_of_the_points_that_were_judged() -> None:
    receipt = score(LONG)
    earned, of = sum(r.points for r in receipt.rules), sum(r.of for r in receipt.rules)
    assert receipt.total == round(100 * earned / of, 1)


def test_where_points_into_what_was_read() -> None:
    text = LONG.replace("- Led triage round 3 for", "- Responsible for round 3 of triage for")
    [rule] = [r for r in score(text).rules if r.rule == "upload-verbs"]

    assert rule.where == ("/experiences/1/bullets/3",)
    [place] = suggestions(text)["upload-verbs"].places
    assert text[place.start : place.end] == place.text
    assert place.text.startswith("Responsible for round 3")


MENDINGS = {
    "contact-email": ("ada@example.com | ", ""),
    "contact-phone": ("+44 20 7946 0958 | ", ""),
    "upload-verbs": ("- Planned the night shift for", "- Responsible for the night shift of"),
    "dates-consistent": ("Jan 2014 - Feb 2019", "01/2014 - 02/2019"),
    "upload-gaps": ("Jan 2014 - Feb 2019", "Jan 2014 - Feb 2018"),
    "dates-present": ("\n2010 - 2013", ""),
    "wording-filled-in": ("who leads a night shift", "who leads a night shift at [company]"),
}


def mendings() -> Iterator[tuple[str, str]]:
    for rule, change in MENDINGS.items():
        good, bad = change
        assert good in LONG, rule
        yield rule, LONG.replace(good, bad)


@pytest.mark.parametrize(("rule", "flawed"), tuple(mendings()))
def test_what_a_suggestion_gains_is_gained_by_whoever_follows_it(rule: str, flawed: str) -> None:
    """The text with the flaw, and the same text without: their totals differ by what was promised."""
    promised = suggestions(flawed)[rule]
    before, after = score(flawed), score(LONG)

    assert promised.gain > 0
    assert promised.total == round(before.total + promised.gain, 1)
    others = {r.rule: (r.points, r.of) for r in before.rules if r.rule != rule}
    assert others == {r.rule: (r.points, r.of) for r in after.rules if r.rule != rule}
    assert after.total == promised.total


def test_a_section_that_was_missing_gains_what_is_promised_or_more() -> None:
    """What stands in it is judged then, too."""
    skills = "Skills\nWound Care, Triage, Patient Education, Infection Control, Team Leadership\n"
    promised = suggestions(LONG.replace(skills, ""))["section-skills"]

    assert promised.gain > 0
    assert score(LONG).total >= promised.total
    assert promised.example
    assert promised.example.startswith("Skills: ")


def test_what_gains_most_comes_first() -> None:
    flawed = LONG.replace("ada@example.com | ", "").replace("Jan 2014 - Feb 2019", "01/2014 - 02/2019")
    found = list(suggestions(flawed, name="cv final (2).txt").values())
    gains = [each.gain for each in found]

    assert gains == sorted(gains, reverse=True)
    assert found[0].rule == "contact-email"


def test_an_example_says_only_what_the_resume_says_and_asks_for_the_rest() -> None:
    bare = re.sub(r"^- .*$", "- Answered for the ward and its handovers.", LONG, flags=re.MULTILINE)
    found = suggestions(bare, name="x.txt") | suggestions(
        LONG.replace("- Planned the night shift for", "- Responsible for the night shift of")
    )
    assert found["upload-results"].example == (
        "“Answered for the ward and its handovers”: by how much, for how many, or with what outcome?"
    )
    assert found["upload-verbs"].example is not None
    assert found["upload-verbs"].example.endswith("which verb says what you did? Begin with it.")
    assert found["file-name"].example == "Ada-Byron.txt"
    for each in found.values():
        figures = set(re.findall(r"\d+", each.example or ""))
        assert figures <= set(re.findall(r"\d+", LONG)), each


def test_a_long_bullet_is_split_in_its_own_words() -> None:
    said = "; ".join(f"planned the shifts of ward {n} for a whole year" for n in range(9))
    text = LONG.replace("- Reduced falls on the ward by 30 % with hourly rounds.", f"- {said.strip()}")
    example = suggestions(text)["bullet-length"].example

    assert example
    assert set(re.findall(r"\w+", example)) <= {
        *re.findall(r"\w+", text),
        "and",
        "as",
        "a",
        "bullet",
        "of",
        "its",
        "own",
    }


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("Responsible for the night shift", True),
        ("Was involved in planning", True),
        ("Verantwortlich für den Nachtdienst", True),
        ("Responsable de la planification", True),
        ("Led the night shift", False),
        ("Responsibly planned the shift", False),
        ("Worked on Mondays", True),
    ],
)
def test_whose_task_it_was_is_told_from_what_was_done(text: str, weak: bool) -> None:
    assert bool(weak_opening(text)) is weak


def test_a_gap_is_one_between_months_that_are_known() -> None:
    def kept(dates: str) -> float:
        [rule] = [
            r for r in score(LONG.replace("Jan 2014 - Feb 2019", dates)).rules if r.rule == "upload-gaps"
        ]
        return rule.points / rule.of

    assert kept("Jan 2014 - Sep 2018") == 1.0
    assert kept("Jan 2014 - Aug 2018") == 0.5
    assert kept("Jan 2014 - 2018") == 1.0


def test_of_kinds_that_are_not_known_the_file_is_not_judged() -> None:
    receipt = score(LONG, kind=FileKind.ODT)
    assert not {"file-type", "file-size", "length-pages"} & {r.rule for r in receipt.rules}
    pdf = score(LONG, kind=FileKind.PDF, pages=5)
    [pages] = [r for r in pdf.rules if r.rule == "length-pages"]
    assert pages.points == 0


def test_an_empty_reading_is_judged_too() -> None:
    receipt = score("x")
    assert 0 <= receipt.total < 50
    assert suggestions("x")
