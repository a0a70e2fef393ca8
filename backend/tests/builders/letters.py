"""Letters and what they answer, in one word."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.documents.content import DocumentContent, Letter, Line, Paragraph, Source, SourceKind
from app.domain.documents.letters.occasion import JobFacts, Occasion
from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.generation.letters import Brief, write_letter
from app.domain.generation.matching import match
from app.domain.generation.options import Options
from app.domain.jobs.parsing import parse_posting
from app.domain.profile.job_profile import ContactBlock
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId, JobId
from tests.builders.documents import a_header, a_line

TODAY = date(2026, 3, 9)
JOB_ID = JobId(UUID(int=77))
WARD = """Charge Nurse, Emergency
Company: Harbour Street Clinic

What you need
- Registration as a nurse
- At least 3 years in emergency care
- Experience leading a shift
- Sepsis screening and triage
Nice to have: Epic
"""


def an_occasion(
    title: str = "Charge Nurse, Emergency",
    company: str | None = "Harbour Street Clinic",
    sender: ContactBlock | None = None,
) -> Occasion:
    return Occasion(job=JobFacts(id=JOB_ID, title=title, company=company), sender=sender)


def a_sender() -> ContactBlock:
    return ContactBlock(
        id=ItemId(UUID(int=78)),
        full_name="Marisol Q. Hale",
        email="letters@hale.example",
        address=("7 Harbour Street", "Bristol BS1 4XX"),
        website="https://www.hale.example/",
    )


def an_analysis(posting: str = WARD) -> JobAnalysis:
    return analyse_posting(parse_posting(posting))


def a_brief(profile: Profile, occasion: Occasion | None = None, posting: str = WARD) -> Brief:
    analysis = an_analysis(posting)
    return Brief(
        occasion=occasion or an_occasion(),
        analysis=analysis,
        match=match(profile, analysis, TODAY),
        today=TODAY,
    )


def a_letter(
    profile: Profile,
    *,
    occasion: Occasion | None = None,
    options: Options | None = None,
    language: str = "en",
) -> DocumentContent:
    return write_letter(profile, a_brief(profile, occasion), options or Options(), language)


def letter_of(content: DocumentContent) -> Letter:
    assert content.letter
    return content.letter


def said(content: DocumentContent) -> str:
    paragraphs = letter_of(content).paragraphs
    return "\n".join(" ".join(line.text for line in paragraph.sentences) for paragraph in paragraphs)


def words_in(content: DocumentContent) -> int:
    return len(said(content).split())


def with_sentence(content: DocumentContent, text: str, *sources: Source) -> DocumentContent:
    """The letter with one paragraph more, at `/letter/paragraphs/0`."""
    letter = letter_of(content)
    more = Paragraph((Line(text, sources),))
    return replace(content, letter=replace(letter, paragraphs=(more, *letter.paragraphs)))


def of_the_job(field: str | None = None) -> Source:
    return Source(SourceKind.JOB, ItemId(JOB_ID), field)


def a_plain_letter(*paragraphs: tuple[str, ...], language: str = "en") -> DocumentContent:
    """Of any words, for those who draw and read letters."""
    return DocumentContent(
        language=language,
        header=a_header(),
        letter=Letter(
            date=a_line("9 March 2026"),
            recipient=(a_line("Hiring team"), a_line("Harbour Street Clinic")),
            subject=a_line("Application for the position of Ward Nurse"),
            salutation=a_line("Dear hiring team,"),
            paragraphs=tuple(Paragraph(tuple(a_line(text) for text in texts)) for texts in paragraphs),
            closing=a_line("Sincerely,"),
            signature=a_line("Marta Lindqvist"),
        ),
    )
