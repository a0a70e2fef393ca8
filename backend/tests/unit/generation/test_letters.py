"""What a cover letter says, of whom, in which words and how many."""

from dataclasses import replace

import pytest

from app.domain.documents.content import SourceKind, lines_of
from app.domain.documents.facts import check_facts
from app.domain.generation.letters import in_own_words, letter_notes, write_letter
from app.domain.generation.options import Length, Options, Tone
from app.domain.profile.model import Profile, Project, SkillCategory
from app.domain.shared.time import PartialDate
from tests.builders.careers import (
    a_backend_engineer,
    a_nurse,
    a_position,
    a_profile,
    an_accountant,
    skills,
)
from tests.builders.letters import (
    TODAY,
    a_brief,
    a_letter,
    a_sender,
    an_occasion,
    letter_of,
    of_the_job,
    said,
    with_sentence,
    words_in,
)
from tests.fakes.documents import MemoryFiles
from tests.fakes.generation import a_press, a_tailor


def rich() -> Profile:
    """Twenty things done at two places."""
    done = [
        f"Led {n} people through the change of ward {n} within {n} weeks of each year" for n in range(3, 23)
    ]
    return a_profile(
        professional_summary="Ward manager with twelve years in surgery.",
        experiences=(
            a_position("Ward Manager", "Avon Hospital", "2019-03/", done[:10]),
            a_position("Nurse", "Severn Clinic", "2012-01/2019-02", done[10:]),
        ),
    )


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("length", list(Length))
def test_a_career_with_enough_to_tell_fills_a_letter_of_250_to_400_words(tone: Tone, length: Length) -> None:
    content = a_letter(rich(), options=Options(tone=tone, length=length))

    assert 250 <= words_in(content) <= 400


def test_a_longer_letter_is_asked_for_by_length() -> None:
    counts = [words_in(a_letter(rich(), options=Options(length=length))) for length in Length]

    assert counts == sorted(set(counts))


def test_a_thin_career_gives_a_short_letter_and_nothing_is_made_up() -> None:
    thin = a_profile(experiences=(a_position("Cook", "Blue Door", "2020-01/", ["Cooked 90 covers a night"]),))

    content = a_letter(thin)

    assert words_in(content) < 250
    assert "At Blue Door, where I work as Cook, I cooked 90 covers a night." in said(content)
    assert check_facts(content, thin, TODAY, occasion=an_occasion()).holds


def test_a_letter_shorter_than_usual_is_told_and_no_other() -> None:
    thin = a_profile(experiences=(a_position("Cook", "Blue Door", "2020-01/", ["Cooked 90 covers a night"]),))

    (note,) = letter_notes(a_letter(thin))

    assert note.startswith(f"The letter has {words_in(a_letter(thin))} words")
    assert letter_notes(a_letter(rich())) == ()


@pytest.mark.parametrize(
    "lacking",
    [
        "NOT yet trained in triage",
        "No sepsis screening experience",
        "Have yet to lead a shift",
        "Keine Erfahrung mit Triage",
        "Never used Epic in emergency care",
    ],
)
def test_what_the_person_lacks_is_not_told(lacking: str) -> None:
    told = ["Screened 40 patients for sepsis", lacking]
    person = a_profile(
        professional_summary=f"{lacking}.",
        experiences=(a_position("Nurse", "Avon Hospital", "2019-03/", told, description=f"{lacking}."),),
        projects=(Project(name="Ward move", highlights=(lacking,)),),
    )

    content = a_letter(person)

    assert "sepsis" in said(content)
    assert lacking.lower() not in said(content).lower()


def test_what_can_only_be_quoted_is_left_out_where_enough_else_is_there() -> None:
    person = rich()
    quoted = a_position(
        "Nurse", "Old Clinic", "2005-01/2011-12", ["Responsible for triage of sepsis in Epic"]
    )
    full = replace(person, experiences=(*person.experiences, quoted))
    alone = replace(person, experiences=(quoted,))

    assert "Responsible for triage" not in said(a_letter(full))
    assert "Responsible for triage" in said(a_letter(alone))


def test_an_old_job_that_answers_nothing_is_left_out_where_enough_else_is_there() -> None:
    asked = [
        f"Screened {n} patients for sepsis and led triage on shift {n} of the ward" for n in range(3, 23)
    ]
    nurse = a_position("Nurse", "Avon Hospital", "2019-03/", asked)
    server = a_position("Team Member", "Pasty Shop", "2009-01/2010-12", ["Served 300 pasties a day"])
    both = a_profile(experiences=(nurse, server))

    assert "Pasty Shop" not in said(a_letter(both))
    assert "Pasty Shop" in said(a_letter(replace(both, experiences=(server,))))


def test_of_an_empty_career_a_letter_says_only_what_it_is_for() -> None:
    empty = a_profile()

    content = a_letter(empty)

    assert "I am writing to apply for the position of Charge Nurse, Emergency" in said(content)
    assert check_facts(content, empty, TODAY, occasion=an_occasion()).holds


def test_the_same_input_gives_the_same_letter() -> None:
    assert {str(a_letter(a_nurse())) for _ in range(5)} == {str(a_letter(a_nurse()))}


def test_it_opens_with_the_position_and_the_employer_and_who_is_asking() -> None:
    opening = letter_of(a_letter(a_nurse())).paragraphs[0].sentences

    assert [line.text for line in opening[:2]] == [
        "I am writing to apply for the position of Charge Nurse, Emergency at Harbour Street Clinic.",
        "I am a registered nurse with nine years at the bedside, the last five in emergency care.",
    ]
    assert {source.kind for source in opening[0].sources} == {SourceKind.JOB}


def test_gender_marks_of_a_posting_are_not_spoken() -> None:
    content = a_letter(a_nurse(), occasion=an_occasion(title="Stationsleitung (m/w/d)"), language="de")

    letter = letter_of(content)
    assert letter.subject
    assert letter.subject.text == "Bewerbung als Stationsleitung"


def test_a_posting_without_an_employer_is_answered_without_one() -> None:
    occasion = an_occasion(company=None)
    content = a_letter(a_nurse(), occasion=occasion)

    letter = letter_of(content)
    assert [line.text for line in letter.recipient] == ["Hiring team"]
    assert letter.salutation.text == "Dear hiring team,"
    assert check_facts(content, a_nurse(), TODAY, occasion=occasion).holds


def test_the_best_evidence_for_what_is_asked_is_told() -> None:
    text = said(a_letter(a_nurse(), options=Options(length=Length.SHORT)))

    assert "I introduced a sepsis checklist in Epic that raised on-time antibiotics from 71% to 93%" in text
    assert "triage" in text


def test_what_the_person_stresses_comes_into_the_letter() -> None:
    falls = "lowered falls with injury by 28%"
    short = Options(length=Length.SHORT)
    assert falls not in said(a_letter(a_backend_engineer(), options=short))

    stressed = said(a_letter(a_nurse(), options=replace(short, emphasis=("falls committee",))))

    assert falls in stressed


def test_every_sentence_of_evidence_cites_the_item_it_tells() -> None:
    profile = a_nurse()
    told = {a.id: a.text for e in profile.experiences for a in e.achievements}

    cited = [
        (line.text, told[source.id])
        for _, line in lines_of(a_letter(profile))
        for source in line.sources
        if source.id in told
    ]

    assert len(cited) >= 4
    for text, own in cited:
        assert own.rstrip(".").split(" ", 1)[1] in text


def test_the_present_position_comes_first_and_later_ones_are_of_the_past() -> None:
    text = said(a_letter(a_nurse()))

    now, then = (
        text.index("where I work as Charge Nurse"),
        text.index("As Registered Nurse, Medical-Surgical at"),
    )
    assert now < then


@pytest.mark.parametrize(
    ("tone", "words"),
    [
        (Tone.PROFESSIONAL, "I am writing to apply"),
        (Tone.WARM, "It was with real interest"),
        (Tone.CONFIDENT, "my record shows"),
        (Tone.CONCISE, "I apply for"),
    ],
)
def test_each_tone_has_words_of_its_own(tone: Tone, words: str) -> None:
    assert words in said(a_letter(a_nurse(), options=Options(tone=tone)))


@pytest.mark.parametrize(
    ("language", "closing"),
    [("en", "Sincerely,"), ("de", "Mit freundlichen Grüßen"), ("es", "Atentamente,"), ("sv", "Sincerely,")],
)
def test_a_language_without_frames_falls_back_to_english(language: str, closing: str) -> None:
    content = a_letter(an_accountant(), language=language)

    assert letter_of(content).closing.text == closing
    assert content.language == (language if language != "sv" else "en")


def test_only_skills_that_are_asked_for_are_named() -> None:
    profile = a_profile(skills=skills(SkillCategory.TECHNICAL, ["Epic", "Cobol", "Triage"]))

    text = said(a_letter(profile))

    assert "Cobol" not in text
    assert "I bring" in text


def test_the_senders_block_heads_the_letter_and_signs_it() -> None:
    content = a_letter(a_nurse(), occasion=an_occasion(sender=a_sender()))

    assert content.header.name.text == letter_of(content).signature.text == "Marisol Q. Hale"
    assert [contact.text for contact in content.header.contacts] == [
        "letters@hale.example",
        "+1 (503) 555-0176",
        "7 Harbour Street",
        "Bristol BS1 4XX",
        "hale.example",
    ]


def test_what_is_to_be_left_out_is_left_out_of_a_letter_too() -> None:
    content = write_letter(
        a_nurse(), a_brief(a_nurse()), Options(instructions="Leave out St. Alban's Hospital."), "en"
    )

    assert "Alban" not in said(content)


def test_a_sentence_that_does_not_hold_is_told_in_the_persons_own_words() -> None:
    profile = a_nurse()
    deed = profile.experiences[0].achievements[0]
    source = next(
        source for _, line in lines_of(a_letter(profile)) for source in line.sources if source.id == deed.id
    )
    content = with_sentence(a_letter(profile), "I single-handedly saved 4,000 lives.", source)

    mended = in_own_words(content, {"/letter/paragraphs/0/sentences/0"}, profile, an_occasion())

    assert said(mended).startswith(f"I {deed.text[0].lower()}{deed.text[1:].rstrip('.')}.")
    assert check_facts(mended, profile, TODAY, occasion=an_occasion()).holds


def test_a_sentence_that_cites_no_deed_cannot_be_mended() -> None:
    content = with_sentence(a_letter(a_nurse()), "I am the best.", of_the_job())

    assert in_own_words(content, {"/letter/paragraphs/0/sentences/0"}, a_nurse(), an_occasion()) == content


def test_a_career_without_an_end_date_known_is_no_present_position() -> None:
    undated = replace(a_nurse().experiences[0], start_date=None, end_date=None)
    profile = a_profile(experiences=(undated,))

    assert "where I work" not in said(a_letter(profile))
    dated = replace(undated, start_date=PartialDate(2020))
    assert "where I work" in said(a_letter(a_profile(experiences=(dated,))))


async def test_what_is_replaced_is_told_and_the_rest_of_the_letter_stays() -> None:
    profile, brief = a_nurse(), a_brief(a_nurse())
    content = a_letter(profile)
    cited = next(
        source
        for _, line in lines_of(content)
        for source in line.sources
        if source.kind is SourceKind.ACHIEVEMENT
    )
    invented = with_sentence(content, "I single-handedly saved 4,000 lives.", cited)

    checked = await a_tailor(a_press(MemoryFiles())).check_letter(invented, profile, brief)

    assert checked.objection is None
    assert [line.text for line in checked.taken_out] == ["I single-handedly saved 4,000 lives."]
    assert "4,000" not in said(checked.content)
    assert said(checked.content).endswith(said(content))


async def test_a_sentence_that_rests_on_nothing_is_taken_out() -> None:
    profile, brief = a_nurse(), a_brief(a_nurse())
    content = a_letter(profile)
    invented = with_sentence(content, "I am known all over the world.", of_the_job())

    checked = await a_tailor(a_press(MemoryFiles())).check_letter(invented, profile, brief)

    assert checked.content == content
    assert len(checked.taken_out) == 1


async def test_a_letter_addressed_to_somebody_else_needs_a_persons_eye() -> None:
    profile = a_nurse()
    elsewhere = a_letter(profile, occasion=an_occasion(company="Somewhere Else"))

    checked = await a_tailor(a_press(MemoryFiles())).check_letter(elsewhere, profile, a_brief(profile))

    assert checked.objection is not None
    assert "Dear hiring team at Somewhere Else," in checked.objection


@pytest.mark.parametrize("tone", ["professional", "warm", "confident", "concise"])
def test_a_letter_that_tells_of_no_experience_offers_none(tone: str) -> None:
    content = a_letter(a_profile(), options=Options(tone=Tone(tone)))

    assert "experience" not in said(content)
    assert "Harbour Street Clinic" not in said(content).partition(".")[2]
