"""The fact gate before a letter: its frames hold as they stand, and not one word of an invention does."""

from dataclasses import replace

import pytest

from app.domain.documents.content import DocumentContent, Line, Source, SourceKind
from app.domain.documents.facts import FaithfulnessReceipt, Verdict, check_facts
from app.domain.documents.letters.occasion import Occasion
from app.domain.generation.options import Options, Tone
from app.domain.profile.model import Achievement, Profile
from app.domain.shared.ids import ItemId
from tests.builders.careers import a_nurse, an_accountant
from tests.builders.documents import a_document, paragraphs
from tests.builders.letters import (
    JOB_ID,
    TODAY,
    a_letter,
    a_sender,
    an_occasion,
    letter_of,
    of_the_job,
    with_sentence,
)


def judged(
    content: DocumentContent, profile: Profile, occasion: Occasion | None = None
) -> FaithfulnessReceipt:
    return check_facts(content, profile, TODAY, occasion=occasion or an_occasion())


def unsupported(receipt: FaithfulnessReceipt) -> list[str]:
    return [line.pointer for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]


def first_place(profile: Profile) -> tuple[Source, Source, Source]:
    """Title and company of the present position, and its first achievement."""
    position = profile.experiences[0]
    heading = (Source(SourceKind.EXPERIENCE, position.id, field) for field in ("title", "company"))
    return *heading, Source(SourceKind.ACHIEVEMENT, position.achievements[0].id, "text")  # type: ignore[return-value]


@pytest.mark.parametrize("tone", ["professional", "warm", "confident", "concise"])
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_line_of_a_letter_of_ours_holds(language: str, tone: str) -> None:
    for profile in (a_nurse(), an_accountant()):
        content = a_letter(profile, options=Options(tone=Tone(tone)), language=language)

        receipt = judged(content, profile)

        assert unsupported(receipt) == []
        assert receipt.score == 100.0


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("38-bed", "98-bed"),
        ("12 nurses", "120 nurses"),
        ("Riverbend Medical Center", "Mayo Clinic"),
        ("Charge Nurse, Emergency Department", "Director of Nursing"),
    ],
)
def test_an_invention_inside_a_sentence_is_refused(true: str, false: str) -> None:
    profile = a_nurse()
    content = a_letter(profile)
    letter = letter_of(content)
    place = next(
        (n, k)
        for n, paragraph in enumerate(letter.paragraphs)
        for k, line in enumerate(paragraph.sentences)
        if true in line.text
    )
    paragraph = letter.paragraphs[place[0]]
    line = paragraph.sentences[place[1]]
    sentences = tuple(
        Line(line.text.replace(true, false), line.sources) if k == place[1] else each
        for k, each in enumerate(paragraph.sentences)
    )
    invented = replace(
        content,
        letter=replace(
            letter,
            paragraphs=tuple(
                replace(paragraph, sentences=sentences) if n == place[0] else each
                for n, each in enumerate(letter.paragraphs)
            ),
        ),
    )

    assert unsupported(judged(invented, profile)) == [f"/letter/paragraphs/{place[0]}/sentences/{place[1]}"]


@pytest.mark.parametrize(
    "invention",
    [
        "I am a board-certified surgeon.",
        "I speak Japanese.",
        "For the work that you describe, I bring Kubernetes.",
        "My certificates: Doctor of Medicine.",
        "My education: Doctor of Philosophy, Harvard University.",
        "I also won the Nobel Prize.",
    ],
)
def test_a_frame_filled_with_what_no_source_says_is_refused(invention: str) -> None:
    profile = a_nurse()
    letter = a_letter(profile)
    career = Source(SourceKind.ACHIEVEMENT, profile.experiences[0].achievements[0].id)

    only_posting = judged(with_sentence(letter, invention, of_the_job()), profile)
    claim = next(line for line in only_posting.lines if line.text == invention).claims[0]
    assert claim.why.startswith("Neither the posting says so")
    for sources in ((of_the_job(),), (career,), (of_the_job("title"), career), ()):
        content = with_sentence(letter, invention, *sources)

        assert unsupported(judged(content, profile)) == ["/letter/paragraphs/0/sentences/0"], sources


def test_a_letter_to_another_employer_than_the_postings_is_refused() -> None:
    profile = a_nurse()
    content = a_letter(profile, occasion=an_occasion(company="Somewhere Else Hospital"))

    bad = unsupported(judged(content, profile, an_occasion()))

    assert {"/letter/recipient/1", "/letter/salutation", "/letter/paragraphs/0/sentences/0"} <= set(bad)


def test_a_letter_for_another_position_than_the_postings_is_refused() -> None:
    profile = a_nurse()
    content = a_letter(profile, occasion=an_occasion(title="Head of Nursing"))

    bad = unsupported(judged(content, profile, an_occasion()))

    assert bad == ["/letter/subject", "/letter/paragraphs/0/sentences/0"]


def test_the_postings_employer_is_no_employer_of_the_person() -> None:
    profile = a_nurse()
    title, company, told = first_place(profile)

    for text in (
        "At Harbour Street Clinic, where I work as Charge Nurse, Emergency, I led a shift.",
        "I currently work as Charge Nurse, Emergency at Harbour Street Clinic.",
    ):
        content = with_sentence(a_letter(profile), text, of_the_job(), title, company, told)

        assert unsupported(judged(content, profile)) == ["/letter/paragraphs/0/sentences/0"]


def test_a_deed_is_told_only_under_its_own_position() -> None:
    profile = a_nurse()
    there, other = profile.experiences[0], profile.experiences[1]
    title, company, own = first_place(profile)

    def told(deed: Achievement, source: Source) -> list[str]:
        said = deed.text[0].lower() + deed.text[1:].rstrip(".")
        text = f"At {there.company}, where I work as {there.title}, I {said}."
        content = with_sentence(a_letter(profile), text, title, company, source)
        return unsupported(judged(content, profile))

    assert told(there.achievements[0], own) == []
    moved = other.achievements[0]
    assert told(moved, Source(SourceKind.ACHIEVEMENT, moved.id, "text")) == [
        "/letter/paragraphs/0/sentences/0"
    ]


def test_a_position_that_has_ended_is_not_told_as_the_present_one() -> None:
    profile = a_nurse()
    past = profile.experiences[1]
    cited = tuple(Source(SourceKind.EXPERIENCE, past.id, field) for field in ("title", "company"))
    now = f"I currently work as {past.title} at {past.company}."
    then = f"I have worked as {past.title} at {past.company}."

    assert unsupported(judged(with_sentence(a_letter(profile), then, *cited), profile)) == []
    assert unsupported(judged(with_sentence(a_letter(profile), now, *cited), profile)) == [
        "/letter/paragraphs/0/sentences/0"
    ]


def test_a_letter_is_nothing_without_its_posting() -> None:
    profile = a_nurse()

    receipt = check_facts(a_letter(profile), profile, TODAY)

    assert "/letter/salutation" in unsupported(receipt)
    assert "/letter/paragraphs/0/sentences/0" in unsupported(receipt)


def test_a_resume_may_not_rest_on_the_posting() -> None:
    profile = a_nurse()
    text = "Application for the position of Charge Nurse, Emergency"
    section = paragraphs("Summary", text)
    section = replace(section, paragraphs=(Line(text, (of_the_job("title"),)),))
    header = a_letter(profile).header

    receipt = judged(a_document(section, header=header), profile)

    assert unsupported(receipt) == ["/sections/0/paragraphs/0"]


def test_a_line_that_cites_a_posting_of_somebody_elses_is_refused() -> None:
    profile = a_nurse()
    stranger = Source(SourceKind.JOB, ItemId(profile.id))

    content = with_sentence(a_letter(profile), "Thank you for your time.", stranger)

    assert unsupported(judged(content, profile)) == ["/letter/paragraphs/0/sentences/0"]


def test_a_sentence_that_cites_what_is_not_there_is_refused() -> None:
    profile = a_nurse()
    gone = Source(SourceKind.EXPERIENCE, ItemId(JOB_ID), "title")

    content = with_sentence(a_letter(profile), "I trained 14 nurses.", gone)

    assert unsupported(judged(content, profile)) == ["/letter/paragraphs/0/sentences/0"]


def test_the_senders_block_is_held_against_the_job_profile() -> None:
    profile, occasion = a_nurse(), an_occasion(sender=a_sender())
    content = a_letter(profile, occasion=occasion)
    assert unsupported(judged(content, profile, occasion)) == []

    moved = replace(a_sender(), email="other@hale.example", full_name="Somebody Else")
    bad = unsupported(judged(content, profile, an_occasion(sender=moved)))

    assert bad == ["/header/name", "/header/contacts/0", "/letter/signature"]


def test_a_number_of_nobodys_is_no_contact_of_the_sender() -> None:
    profile, occasion = a_nurse(), an_occasion(sender=a_sender())
    content = a_letter(profile, occasion=occasion)
    contact = replace(content.header.contacts[0], text="+1 900 555 0000")
    header = replace(content.header, contacts=(contact, *content.header.contacts[1:]))

    bad = unsupported(judged(replace(content, header=header), profile, occasion))

    assert bad == ["/header/contacts/0"]


@pytest.mark.parametrize("day", ["31 February 2026", "tomorrow", "9 March 26", "March 9, 2026 at Acme"])
def test_only_a_day_is_a_date(day: str) -> None:
    profile = a_nurse()
    content = a_letter(profile)
    letter = replace(letter_of(content), date=Line(day, (of_the_job(),)))

    assert unsupported(judged(replace(content, letter=letter), profile)) == ["/letter/date"]


def test_a_sentence_of_ones_own_is_judged_like_any_line() -> None:
    profile = a_nurse()
    _, _, told = first_place(profile)
    true = profile.experiences[0].achievements[0].text

    assert unsupported(judged(with_sentence(a_letter(profile), true, told), profile)) == []
    assert JOB_ID not in {told.id}
