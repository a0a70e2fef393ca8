from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Header,
    Line,
    Section,
    SectionKind,
    Source,
    SourceKind,
)
from app.domain.documents.facts import ClaimKind, LineVerdict, Verdict, check_facts
from app.domain.profile.model import Experience, Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.time import PartialDate
from tests.builders.careers import (
    TECHNICAL,
    a_backend_engineer,
    a_degree,
    a_nurse,
    a_position,
    a_profile,
    an_accountant,
    skills,
)

TODAY = date(2026, 11, 21)


def a_document(profile: Profile, *lines: Line) -> DocumentContent:
    name = Line(profile.full_name, (Source(SourceKind.PROFILE, ItemId(profile.id), "full_name"),))
    return DocumentContent(
        language="en",
        header=Header(name=name),
        sections=(Section(kind=SectionKind.OTHER, title="Other", bullets=lines),),
    )


def judged(profile: Profile, text: str, *sources: Source) -> LineVerdict:
    return check_facts(a_document(profile, Line(text, sources)), profile, TODAY).lines[-1]


def whole(item: Experience) -> Source:
    return Source(SourceKind.EXPERIENCE, item.id)


def on_bullets(*told: str, description: str | None = None) -> tuple[Profile, Source]:
    position = a_position("Team Lead", "Harbour Works", "2019-03/2023-06", told, description=description)
    return a_profile(experiences=(position,)), whole(position)


def against(source: str, line: str) -> LineVerdict:
    """A line that cites one achievement."""
    position = a_position("Clerk", "Harbour Works", "2019-03/2023-06", (source,))
    profile = a_profile(experiences=(position,))
    return judged(profile, line, Source(SourceKind.ACHIEVEMENT, position.achievements[0].id))


def kinds(line: LineVerdict) -> set[ClaimKind]:
    return {claim.kind for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED}


def test_the_persons_own_words_are_supported() -> None:
    line = against("Cut waste by 12% with two colleagues", "Cut waste by 12% with two colleagues")
    assert (line.verdict, line.claims) == (Verdict.SUPPORTED, ())


def test_a_line_that_cites_nothing_does_not_hold() -> None:
    line = judged(a_nurse(), "Registered Nurse")
    assert (line.verdict, kinds(line)) == (Verdict.UNSUPPORTED, {ClaimKind.SOURCE})


def test_a_line_that_cites_what_is_not_there_does_not_hold() -> None:
    profile = a_nurse()
    title = profile.experiences[0].title
    for source in (
        Source(SourceKind.EXPERIENCE, ItemId(uuid4())),
        Source(SourceKind.SKILL, profile.experiences[0].id),
        Source(SourceKind.EXPERIENCE, profile.experiences[0].id, "salary"),
    ):
        assert kinds(judged(profile, title, source)) == {ClaimKind.SOURCE}


def test_a_true_line_does_not_hold_on_the_wrong_item() -> None:
    profile = a_backend_engineer()
    new, old = profile.experiences[0], profile.experiences[1]
    text = new.achievements[0].text
    assert judged(profile, text, whole(new)).verdict is Verdict.SUPPORTED
    assert judged(profile, text, whole(old)).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line", "kind"),
    [
        ("Reduced response times by 60%", "Reduced response times by 65%", ClaimKind.PERCENT),
        ("Reduced response times", "Reduced response times by 60%", ClaimKind.PERCENT),
        ("Saved $2 million a year", "Saved $3 million a year", ClaimKind.MONEY),
        ("Saved $2 million a year", "Saved \u20ac2 million a year", ClaimKind.MONEY),
        ("Served 500K users", "Served 500M users", ClaimKind.NUMBER),
        ("Served two hundred guests", "Served three hundred guests", ClaimKind.NUMBER),
        ("Served 200 guests", "Served over 200 guests", ClaimKind.NUMBER),
        ("Worked on an 8-bed ward with nurses", "Led a team of 8 nurses", ClaimKind.SCOPE),
        ("Worked in a hotel with 40 rooms", "Trained 40 waiters in a hotel", ClaimKind.NUMBER),
        ("Finished in six weeks", "Finished in four weeks", ClaimKind.DURATION),
        ("Cut costs by 20%", "Increased sales by 20%", ClaimKind.PERCENT),
        ("Ran the 2019 census", "Ran the 2018 census", ClaimKind.DATE),
        ("Wrote reports", "Wrote reports in Kubernetes", ClaimKind.SKILL),
        ("Wrote reports", "Wrote reports for Zanzibar Freight", ClaimKind.NAME),
        ("Wrote reports", "Wrote reports for ISO9001", ClaimKind.NAME),
        ("Worked on reports", "Led work on reports", ClaimKind.SCOPE),
        ("Wrote reports", "Wrote reports for global use", ClaimKind.SCOPE),
        ("Looked after reports", "Sole owner of reports", ClaimKind.SCOPE),
        ("Worked as engineer on pumps", "Worked as senior engineer on pumps", ClaimKind.RANK),
        ("Helped rebuild the archive", "Rebuilt the archive", ClaimKind.SCOPE),
        ("No experience with Java", "Experience with Java", ClaimKind.NEGATION),
        ("Wrote reports in Java", "Wrote reports without Java", ClaimKind.NEGATION),
        ("Wrote reports", "Negotiated salaries, bargained hard with unions", ClaimKind.STATEMENT),
        ("Wrote reports", "Wrote reports as a PhD in biology", ClaimKind.DEGREE),
        ("Wrote reports", "Wrote reports, see me@elsewhere.example", ClaimKind.CONTACT),
    ],
)
def test_an_invention_is_named_by_its_kind(source: str, line: str, kind: ClaimKind) -> None:
    found = against(source, line)
    assert found.verdict is Verdict.UNSUPPORTED
    assert kind in kinds(found)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Reduced response times by 60%", "Cut response times by 60 percent"),
        ("Served 500K users", "Served 500,000 users"),
        ("Served 10M+ users", "Served more than 10 million users"),
        ("Mentored a team of five junior engineers", "Mentored 5 junior engineers"),
        ("Finished in 24 months", "Finished in 24 months"),
        ("Led migration to microservices", "Headed the migration to microservices"),
        ("Implemented single sign-on", "Put in place single sign-on"),
        ("Developed tools for claims", "Built tools for claims"),
        ("Managed a small team of designers", "Ran a small team of designers"),
        ("Moved services to k8s", "Migrated services to Kubernetes"),
        ("Managed suppliers", "Managing suppliers"),
    ],
)
def test_a_truthful_paraphrase_holds(source: str, line: str) -> None:
    assert against(source, line).verdict is not Verdict.UNSUPPORTED


def test_an_alias_is_derived_and_says_so() -> None:
    line = against("Moved services to k8s", "Moved services to Kubernetes")
    assert line.verdict is Verdict.DERIVED
    assert [c.why for c in line.claims if c.verdict is Verdict.DERIVED] == ["Another name for Kubernetes."]


def test_years_of_experience_are_derived_from_the_dates() -> None:
    profile = a_profile(experiences=(a_position("Cook", "Blue Door", "2016-11/"),))
    person = Source(SourceKind.PROFILE, ItemId(profile.id))
    assert judged(profile, "10 years of experience", person).verdict is Verdict.DERIVED
    assert judged(profile, "Ten years of experience", person).verdict is Verdict.DERIVED
    assert kinds(judged(profile, "12 years of experience", person)) == {ClaimKind.DURATION}


def test_a_position_answers_for_its_own_years_only() -> None:
    profile = a_backend_engineer()
    line = judged(profile, "8 years of experience", whole(profile.experiences[1]))
    assert kinds(line) == {ClaimKind.DURATION}


def test_dates_hold_as_exact_as_they_are_known_or_less() -> None:
    profile, source = on_bullets("Wrote reports")
    assert judged(profile, "Mar 2019 - Jun 2023", source).verdict is Verdict.SUPPORTED
    assert judged(profile, "2019 - 2023", source).verdict is Verdict.SUPPORTED
    assert judged(profile, "03/2019 to 06/2023", source).verdict is Verdict.SUPPORTED
    for wrong in (
        "Jan 2019 - Jun 2023",
        "2018 - 2023",
        "2019 - 2024",
        "2019 - Present",
        "2023 - 2019",
        "May 2019",
    ):
        assert kinds(judged(profile, wrong, source)) == {ClaimKind.DATE}, wrong


def test_a_month_is_not_read_into_a_year() -> None:
    position = a_position("Cook", "Blue Door", "2014/2017")
    line = judged(a_profile(experiences=(position,)), "Jan 2014 - Dec 2017", whole(position))
    assert kinds(line) == {ClaimKind.DATE}


def test_present_holds_only_while_it_lasts() -> None:
    lasting, ended = a_position("Cook", "Blue Door", "2014/"), a_position("Cook", "Red Door", "2010/2013")
    profile = a_profile(experiences=(lasting, ended))
    assert judged(profile, "2014 - Present", whole(lasting)).verdict is Verdict.SUPPORTED
    assert judged(profile, "2014 - heute", whole(lasting)).verdict is Verdict.SUPPORTED
    assert judged(profile, "2010 - Present", whole(ended)).verdict is Verdict.UNSUPPORTED


def test_dates_put_in_the_wrong_order_are_no_quotation() -> None:
    position = a_position("Cook", "Blue Door", "2014/2017")
    sources = tuple(Source(SourceKind.EXPERIENCE, position.id, f) for f in ("start_date", "end_date"))
    profile = a_profile(experiences=(position,))
    assert judged(profile, "2014 - 2017", *sources).verdict is Verdict.SUPPORTED
    assert judged(profile, "2017 - 2014", *sources).verdict is Verdict.UNSUPPORTED


def test_a_title_is_held_against_the_title_alone_when_that_is_cited() -> None:
    position = a_position("Engineer", "Harbour Works", "2019/", ("Advised the senior director",))
    profile = a_profile(experiences=(position,))
    title = Source(SourceKind.EXPERIENCE, position.id, "title")
    assert judged(profile, "Engineer", title).verdict is Verdict.SUPPORTED
    assert kinds(judged(profile, "Senior Engineer", title)) >= {ClaimKind.RANK}
    assert ClaimKind.NAME in kinds(judged(profile, "Engineer, Harbour Works", title))


def test_a_degree_is_neither_raised_nor_moved_to_another_school() -> None:
    degree = a_degree("Bachelor of Science", "Biology", "Elm College", "2010/2014")
    profile, source = a_profile(education=(degree,)), Source(SourceKind.EDUCATION, degree.id)
    assert judged(profile, "Bachelor of Science, Biology, Elm College", source).verdict is Verdict.SUPPORTED
    assert ClaimKind.DEGREE in kinds(judged(profile, "Master of Science, Biology, Elm College", source))
    assert ClaimKind.NAME in kinds(judged(profile, "Bachelor of Science, Biology, Oak College", source))


def test_a_bullet_may_name_the_position_it_stands_under() -> None:
    position = a_position("Clerk", "Harbour Works", "2019/", ("Filed deeds", "Typed 400 letters"))
    profile = a_profile(experiences=(position,))
    first = Source(SourceKind.ACHIEVEMENT, position.achievements[0].id)
    assert judged(profile, "Filed deeds at Harbour Works", first).verdict is not Verdict.UNSUPPORTED
    assert kinds(judged(profile, "Filed deeds and 400 letters", first)) >= {ClaimKind.NUMBER}


def test_a_skill_from_elsewhere_needs_to_be_cited_too() -> None:
    position = a_position("Clerk", "Harbour Works", "2019/", ("Filed deeds",))
    profile = a_profile(experiences=(position,), skills=skills(TECHNICAL, ("Terraform",)))
    bullet = Source(SourceKind.ACHIEVEMENT, position.achievements[0].id)
    skill = Source(SourceKind.SKILL, profile.skills[0].id)
    assert kinds(judged(profile, "Filed deeds with Terraform", bullet)) == {ClaimKind.SKILL}
    assert judged(profile, "Filed deeds with Terraform", bullet, skill).verdict is not Verdict.UNSUPPORTED


def test_contacts_are_held_too() -> None:
    profile = a_nurse()
    at = ItemId(profile.id)
    good = Contact(ContactKind.EMAIL, profile.email or "", None, (Source(SourceKind.PROFILE, at, "email"),))
    bad = replace(good, text="marisol@elsewhere.example")
    for contact, verdict in ((good, Verdict.SUPPORTED), (bad, Verdict.UNSUPPORTED)):
        content = a_document(profile)
        content = replace(content, header=replace(content.header, contacts=(contact,)))
        assert check_facts(content, profile, TODAY).lines[1].verdict is verdict


def test_a_claim_names_the_source_that_comes_closest() -> None:
    position = a_position("Clerk", "Harbour Works", "2019/", ("Filed deeds", "Typed 400 letters"))
    line = judged(a_profile(experiences=(position,)), "Typed 500 letters", whole(position))
    claim = next(c for c in line.claims if c.verdict is Verdict.UNSUPPORTED)
    assert claim.nearest is not None
    assert claim.nearest.id == position.achievements[1].id


def test_the_receipt_counts_points_at_lines_and_scores() -> None:
    profile = an_accountant()
    position = profile.experiences[0]
    source = Source(SourceKind.ACHIEVEMENT, position.achievements[1].id)
    content = a_document(
        profile, Line(position.achievements[1].text, (source,)), Line("Won the Nobel Prize", (source,))
    )
    receipt = check_facts(content, profile, TODAY)
    assert (receipt.supported, receipt.derived, receipt.unsupported) == (2, 0, 1)
    assert (receipt.score, receipt.holds) == (66.7, False)
    assert [line.pointer for line in receipt.lines] == [
        "/header/name",
        "/sections/0/bullets/0",
        "/sections/0/bullets/1",
    ]


def test_the_same_document_gets_the_same_receipt() -> None:
    profile = an_accountant()
    content = a_document(profile, Line("Won the Nobel Prize", (whole(profile.experiences[0]),)))
    first = check_facts(content, profile, TODAY)
    assert all(check_facts(content, an_accountant(), TODAY) == first for _ in range(10))
    other = check_facts(a_document(profile), profile, TODAY)
    assert other.content_sha256 != first.content_sha256
    assert other.profile_sha256 == first.profile_sha256


def test_start_and_end_of_an_own_field_make_a_stretch() -> None:
    profile = a_profile(custom_fields={"volunteer": [{"startDate": "2015-02", "endDate": "2016-08"}]})
    source = Source(SourceKind.PROFILE, ItemId(profile.id), "custom_fields.volunteer.0")
    assert judged(profile, "Feb 2015 - Aug 2016", source).verdict is Verdict.SUPPORTED
    assert judged(profile, "Feb 2015 - Sep 2016", source).verdict is Verdict.UNSUPPORTED


def test_an_award_holds_with_its_date() -> None:
    profile = an_accountant()
    award = Source(SourceKind.ACHIEVEMENT, profile.achievements[0].id)
    assert profile.achievements[0].date == PartialDate(2022, 12)
    assert judged(profile, "Finance Team Member of the Year, Dec 2022", award).verdict is Verdict.SUPPORTED
    assert kinds(judged(profile, "Finance Team Member of the Year, Dec 2023", award)) == {ClaimKind.DATE}


def test_another_deed_is_another_statement() -> None:
    line = against(
        "Tested internal controls for two listed filers", "Designed internal controls for two listed filers"
    )
    assert kinds(line) == {ClaimKind.STATEMENT}


def test_a_line_too_long_to_judge_does_not_hold_unless_it_is_quoted() -> None:
    told = "Kept the books of the harbour " * 300
    assert against(told, told).verdict is Verdict.SUPPORTED
    assert against(told, told + "and of the town").verdict is Verdict.UNSUPPORTED
