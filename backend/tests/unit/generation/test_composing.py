from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.domain.documents.content import (
    ContactKind,
    DocumentContent,
    Section,
    SectionKind,
    SourceKind,
    lines_of,
)
from app.domain.documents.facts import Verdict, check_facts
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.composing import compose
from app.domain.generation.matching import match
from app.domain.generation.selection import TIGHTEST, compile_profile
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.time import PartialDate
from tests.builders.careers import (
    EVERY_CAREER,
    a_backend_engineer,
    a_degree,
    a_nurse,
    a_position,
    a_profile,
    an_accountant,
)
from tests.builders.postings import a_platform_posting, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)


def written(
    profile: Profile, analysis: JobAnalysis | None = None, *, level: int = 0, language: str = "en"
) -> DocumentContent:
    analysis = analysis or a_platform_posting()
    chosen = compile_profile(profile, analysis, match(profile, analysis, TODAY), TODAY, level=level)
    return compose(profile, chosen, analysis, language)


def section(content: DocumentContent, kind: SectionKind) -> Section:
    return next(section for section in content.sections if section.kind is kind)


def texts(content: DocumentContent) -> list[str]:
    return [line.text for _, line in lines_of(content)]


def everything() -> Iterator[tuple[Profile, DocumentContent]]:
    for career in EVERY_CAREER:
        for analysis in (a_platform_posting(), a_ward_posting()):
            for level in (0, 3, 7, TIGHTEST):
                for language in ("en", "de", "sv"):
                    profile = career()
                    yield profile, written(profile, analysis, level=level, language=language)


def test_all_that_is_written_cites_something_and_passes_the_fact_gate() -> None:
    for profile, content in everything():
        assert all(line.sources and line.text.strip() for _, line in lines_of(content))
        receipt = check_facts(content, profile, TODAY)
        assert [line for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED] == []
        assert receipt.score == 100.0


def test_a_skill_that_only_the_posting_names_is_not_written() -> None:
    analysis = an_analysis(must=("Haskell and Erlang",), skills=("Haskell",))
    assert not any(
        "Haskell" in text or "Erlang" in text for text in texts(written(a_backend_engineer(), analysis))
    )


def test_skills_keep_the_spelling_of_the_person() -> None:
    named = [
        item.text
        for group in section(written(a_backend_engineer()), SectionKind.SKILLS).groups
        for item in group.items
    ]
    assert "k8s" in named
    assert "Kubernetes" not in named


def test_skills_stand_under_the_headings_of_the_person_relevant_first() -> None:
    groups = section(
        written(a_backend_engineer(), an_analysis(must=("Terraform",))), SectionKind.SKILLS
    ).groups
    assert groups[0].label is not None
    assert groups[0].label.text == "Platform"
    assert groups[0].items[0].text == "Terraform"


def test_a_position_shows_who_where_and_when_each_with_its_field() -> None:
    profile = a_backend_engineer()
    entry = section(written(profile), SectionKind.EXPERIENCE).entries[0]
    assert entry.title.text == "Senior Backend Engineer"
    assert entry.title.sources[0].field == "title"
    assert entry.organization is not None
    assert entry.organization.text == "Kassenwerk GmbH"
    assert entry.dates is not None
    assert entry.dates.text == "Feb 2021 - Present"
    assert [source.field for source in entry.dates.sources] == ["start_date", "end_date"]
    assert entry.bullets[0].sources[0].kind is SourceKind.ACHIEVEMENT


@pytest.mark.parametrize(
    ("language", "shown", "heading"),
    [
        ("en", "Mar 2019 - Present", "Experience"),
        ("de", "März 2019 - heute", "Berufserfahrung"),
        ("fr", "mars 2019 - aujourd'hui", "Expérience professionnelle"),
        ("es", "mar. 2019 - actualidad", "Experiencia"),
        ("sv", "mars 2019 - nu", "Arbetslivserfarenhet"),
        ("pl", "marzec 2019 - obecnie", "Doświadczenie zawodowe"),
        ("ja", "2019年3月 - 現在", "職務経歴"),
        ("eo", "Mar 2019 - Present", "Experience"),
    ],
)
def test_headings_and_dates_are_in_the_language_of_the_document(
    language: str, shown: str, heading: str
) -> None:
    profile = a_profile(experiences=(a_position("Cook", "Blue Door", "2019-03/"),))
    part = section(written(profile, language=language), SectionKind.EXPERIENCE)
    assert part.title == heading
    assert part.entries[0].dates is not None
    assert part.entries[0].dates.text == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (PartialDate(2014), PartialDate(2017), "2014 - 2017"),
        (PartialDate(2014, 5, 20), PartialDate(2017), "May 2014 - 2017"),
        (PartialDate(2014), PartialDate(2014), "2014"),
        (None, PartialDate(2017, 2), "Feb 2017"),
    ],
)
def test_a_date_is_never_more_exact_than_it_is_known(
    start: PartialDate | None, end: PartialDate | None, shown: str
) -> None:
    cook = Experience(title="Cook", company="Blue Door", start_date=start, end_date=end)
    dates = section(written(a_profile(experiences=(cook,))), SectionKind.EXPERIENCE).entries[0].dates
    assert dates is not None
    assert dates.text == shown


def test_without_dates_none_are_shown_and_no_present_is_invented() -> None:
    cook = Experience(title="Cook", company="Blue Door")
    assert section(written(a_profile(experiences=(cook,))), SectionKind.EXPERIENCE).entries[0].dates is None
    school = a_degree("BSc", "Biology", "Elm College", "2019")
    entry = section(written(a_profile(education=(school,))), SectionKind.EDUCATION).entries[0]
    assert entry.dates is not None
    assert entry.dates.text == "2019"


def test_the_summary_is_the_persons_own_sentences_in_their_order() -> None:
    profile = a_backend_engineer()
    summary = section(written(profile, level=9), SectionKind.SUMMARY).paragraphs[0].text
    assert profile.professional_summary is not None
    assert all(sentence.strip(" .") in profile.professional_summary for sentence in summary.split(". "))
    assert summary.startswith("Backend engineer who builds payment systems")
    assert len(summary) < len(profile.professional_summary)


def test_a_trimmed_summary_keeps_the_sentence_that_answers_the_posting() -> None:
    profile = a_profile(
        professional_summary="A baker by heart. I like the sea. I run Kubernetes in production. I sing."
    )
    analysis = an_analysis(must=("Kubernetes",))
    assert section(written(profile, analysis, level=8), SectionKind.SUMMARY).paragraphs[0].text == (
        "A baker by heart. I run Kubernetes in production."
    )


def test_a_list_written_as_a_description_stays_a_list() -> None:
    cook = replace(
        a_position("Cook", "Blue Door", "2019-03/"),
        description="- Ran the grill\n- Wrote the menu\n- Kept the books",
    )
    entry = section(written(a_profile(experiences=(cook,))), SectionKind.EXPERIENCE).entries[0]
    assert entry.text is None
    assert [bullet.text for bullet in entry.bullets] == ["Ran the grill", "Wrote the menu", "Kept the books"]


def test_contacts_lead_where_they_should() -> None:
    contacts = written(a_nurse()).header.contacts
    assert [(c.kind, c.url) for c in contacts] == [
        (ContactKind.EMAIL, "mailto:marisol.quintero@mailbox.example"),
        (ContactKind.PHONE, "tel:+15035550176"),
        (ContactKind.LOCATION, None),
        (ContactKind.LINK, "https://www.linkedin.com/in/marisol-quintero-rn"),
    ]
    assert contacts[-1].text == "linkedin.com/in/marisol-quintero-rn"


def test_a_link_that_is_no_web_address_leads_nowhere() -> None:
    profile = a_profile(website="javascript:alert(1)", github="just-a-name")
    assert [c.url for c in written(profile).header.contacts] == [None, None]


def test_without_a_headline_the_present_title_closest_to_the_posting_stands_there() -> None:
    profile = a_profile(
        experiences=(
            a_position("Choir Leader", "Parish", "2015-01/"),
            a_position("Backend Developer", "Ferryline", "2020-01/"),
            a_position("Senior Backend Engineer", "Oldco", "2010-01/2019-12"),
        )
    )
    headline = written(profile, an_analysis("Senior Backend Engineer")).header.headline
    assert headline is not None
    assert headline.text == "Backend Developer"
    assert headline.sources[0].kind is SourceKind.EXPERIENCE


def test_degrees_certificates_languages_awards_and_own_fields_have_their_sections() -> None:
    accountant = written(an_accountant())
    degree = section(accountant, SectionKind.EDUCATION).entries[0]
    assert degree.title.text == "Master of Accountancy, Accounting"
    assert [detail.text for detail in degree.details] == ["grade 3.9"]
    certificate = section(accountant, SectionKind.CERTIFICATIONS).entries[0]
    assert certificate.dates is not None
    assert certificate.dates.text == "Jul 2018"
    languages = section(accountant, SectionKind.LANGUAGES).groups[0].items
    assert languages[0].text == "Norwegian (Conversational)"
    award = section(accountant, SectionKind.AWARDS).entries[0]
    assert award.title.text == "Finance Team Member of the Year"
    assert award.organization
    assert award.organization.text == "Northfield Controllers Circle"
    nurse = written(a_nurse())
    volunteering = section(nurse, SectionKind.VOLUNTEERING).entries[0]
    assert (volunteering.title.text, volunteering.dates and volunteering.dates.text) == (
        "First aid volunteer",
        "since May 2019",
    )
    interests = [item.text for item in section(nurse, SectionKind.INTERESTS).groups[0].items]
    assert interests == ["Trail running", "Choir"]
    publication = section(written(a_backend_engineer()), SectionKind.PUBLICATIONS).bullets[0]
    assert publication.text == "Ledgers that add up, Backend Days, Jun 2023"


@pytest.mark.parametrize(
    "fields",
    [
        {"interests": "Chess"},
        {"publications": [None, 3, {"name": ""}, {"x": {"y": []}}, ["deep"]]},
        {"volunteer": {"organization": "Shelter"}, "hobbies": [{"name": "Kites"}]},
        {"volunteering": [{"position": "Cook", "startDate": "last year", "highlights": "none"}]},
        {"Interests": [" ", "Sea"]},
    ],
)
def test_own_fields_of_any_shape_are_read_as_far_as_they_are_plain(fields: dict[str, object]) -> None:
    profile = a_profile(custom_fields=fields)
    content = written(profile)
    assert check_facts(content, profile, TODAY).holds


def test_blank_fields_leave_no_trace() -> None:
    blank = a_profile(
        experiences=(
            Experience(
                title=" ", company="Blue Door", description=" ", achievements=(Achievement(text=" "),)
            ),
            Experience(title="", company=""),
        ),
        education=(Education(institution="", degree=" ", gpa=" "), Education(institution="Elm College")),
        projects=(Project(name=""), Project(name="Kite", technologies=("", "Go"), highlights=("",))),
        skills=(Skill(category=SkillCategory.TECHNICAL, name=" "),),
        achievements=(Achievement(text=""),),
    )
    content = written(blank)
    assert texts(content) == ["Robin Sample", "Blue Door", "Kite", "Go", "Elm College"]
    assert check_facts(content, blank, TODAY).holds


def test_an_empty_profile_is_a_name_and_nothing_more() -> None:
    content = written(a_profile("Ada Nobody"))
    assert texts(content) == ["Ada Nobody"]
    assert content.sections == ()


@pytest.mark.parametrize("career", EVERY_CAREER)
def test_the_same_input_is_written_the_same(career: Callable[[], Profile]) -> None:
    first = repr(written(career()))
    assert all(repr(written(career())) == first for _ in range(5))


def test_a_tight_document_leaves_out_what_is_beside_the_work() -> None:
    kinds = {part.kind for part in written(a_nurse(), level=9).sections}
    assert kinds.isdisjoint({SectionKind.INTERESTS, SectionKind.VOLUNTEERING})
    for field in ("interests", "publications", "volunteering"):
        many = a_profile(custom_fields={field: [f"Number {n}" for n in range(30)]})
        sizes = [len(texts(written(many, level=level))) for level in (0, 2, 5, 9)]
        assert sizes == [21, 9, 5, 1], field
