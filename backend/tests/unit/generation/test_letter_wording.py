"""What of a letter a model is sent, and what of its answer may stand."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.domain.documents.content import Letter, Line, Section, SourceKind
from app.domain.documents.facts import check_facts
from app.domain.generation.joining import joined
from app.domain.generation.letters import room_in, told_anew, told_in
from app.domain.generation.mending import in_own_words, objections_to
from app.domain.generation.options import Options, Tone
from app.domain.generation.parts import Objection, Part, PartBrief, WrittenPart
from app.domain.generation.selection import compile_profile
from app.domain.generation.wording import Mask, asked, worded
from app.domain.generation.wording.numbering import numbered
from app.domain.generation.wording.shapes import Sentence, ToldLetter, ToldParagraph
from tests.builders.careers import a_nurse
from tests.builders.letters import TODAY, a_brief, a_letter, an_occasion, letter_of, words_in

NURSE = a_nurse()
DRAFT = a_letter(NURSE)
LETTER = letter_of(DRAFT)
OWN = told_in(LETTER)


def a_part_brief(tone: Tone = Tone.PROFESSIONAL) -> PartBrief:
    brief = a_brief(NURSE)
    return PartBrief(
        part=Part.LETTER,
        sections=OWN,
        selection=compile_profile(NURSE, brief.analysis, brief.match, TODAY),
        analysis=brief.analysis,
        language="en",
        options=Options(tone=tone),
        words=room_in(LETTER),
    )


BRIEF = a_part_brief()


def number_of(text: str) -> int:
    [number] = [each.number for each in numbered(OWN) if text in each.line.text]
    return number


def told(paragraph: int, *sentences: Sentence) -> tuple[Section, ...]:
    return worded(BRIEF, ToldLetter((ToldParagraph(paragraph, sentences),))).sections


def texts(section: Section) -> list[str]:
    return [line.text for line in section.paragraphs]


def with_words(section: Section, words: int) -> Section:
    return replace(section, paragraphs=(Line("word " * words, section.paragraphs[0].sources),))


def of(letter: Letter) -> int:
    return words_in(replace(DRAFT, letter=letter))


def test_fixed_phrases_are_in_no_writers_power() -> None:
    open_to_it = {line.text for section in OWN for line in section.paragraphs}
    drafted = {line.text: line for each in LETTER.paragraphs for line in each.sentences}

    for text, line in drafted.items():
        of_the_posting = any(source.kind is SourceKind.JOB for source in line.sources)
        assert (text in open_to_it) is not of_the_posting
    assert drafted.keys() > open_to_it

    gone = told_anew(
        LETTER, [replace(each, paragraphs=(Line("Else.", each.paragraphs[0].sources),)) for each in OWN]
    )
    assert replace(gone, paragraphs=()) == replace(LETTER, paragraphs=())
    kept = [line.text for each in gone.paragraphs for line in each.sentences if line.text in drafted]
    assert [text for text in drafted if text not in open_to_it] == [t for t in kept if t not in open_to_it]


def test_it_is_asked_with_its_tone_its_room_and_its_numbered_paragraphs_and_nothing_of_the_rest() -> None:
    request = asked(a_part_brief(Tone.WARM))

    material = json.loads(request.material)
    assert request.name == "letter-1"
    assert (material["tone"], material["language"]) == ("warm", "en")
    assert material["words"] == dict(zip(("least", "most"), room_in(LETTER), strict=True))
    assert [each["paragraph"] for each in material["lines"]] == list(range(1, len(OWN) + 1))
    sent = [line["text"] for each in material["lines"] for line in each["numbered"]]
    assert sent == [line.text for section in OWN for line in section.paragraphs]
    assert "Harbour Street Clinic" not in request.material
    assert "Triage" not in request.instructions


def test_a_sentence_has_the_sources_of_the_lines_that_it_names() -> None:
    lead, precept = number_of("shift team of 12"), number_of("precepted 14")

    sections = told(2, Sentence("I lead 12 people and precepted 14 nurses.", (lead, precept)))

    [line] = sections[1].paragraphs
    cited = [each.line.sources for each in numbered(OWN) if each.number in (lead, precept)]
    assert line.sources == tuple(source for sources in cited for source in sources)
    assert (sections[0], *sections[2:]) == (OWN[0], *OWN[2:])


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        (2, Sentence("I know everything.", ())),
        (2, Sentence("From nowhere.", (9_999,))),
        (2, Sentence("Told of another position.", (number_of("falls committee"),))),
        (9, Sentence("Of no paragraph.", (number_of("shift team"),))),
        (2, Sentence("See https://example.com.", (number_of("shift team"),))),
        (2, Sentence("Ask [[NAME-7]].", (number_of("shift team"),))),
        (2, Sentence("x" * 401, (number_of("shift team"),))),
        (2, Sentence("  ", (number_of("shift team"),))),
    ],
)
def test_what_may_not_stand_leaves_the_draft(paragraph: int, sentence: Sentence) -> None:
    assert told(paragraph, sentence) == OWN


def test_a_sentence_said_twice_stands_once_and_of_two_answers_the_first_stands() -> None:
    said = Sentence("I lead 12 people.", (number_of("shift team"),))
    other = ToldParagraph(2, (Sentence("Another.", said.sources),))

    sections = worded(BRIEF, ToldLetter((ToldParagraph(2, (said, said)), other))).sections

    assert texts(sections[1]) == ["I lead 12 people."]


def test_a_letter_stays_within_its_words() -> None:
    longer = [OWN[0], with_words(OWN[1], 290), with_words(OWN[2], 60), *OWN[3:]]
    shorter = [OWN[0], with_words(OWN[1], 5), with_words(OWN[2], 40), *OWN[3:]]

    for sections, back, stays in ((longer, 1, 2), (shorter, 1, 2)):
        letter = told_anew(LETTER, sections)
        assert 250 <= of(letter) <= 400
        assert told_in(letter)[back] == OWN[back]
        assert told_in(letter)[stays] == sections[stays]


@pytest.mark.parametrize("sections", [(), OWN[1:], (*OWN, OWN[0])])
def test_a_writer_can_neither_add_a_paragraph_nor_lose_one(sections: Sequence[Section]) -> None:
    assert told_anew(LETTER, sections) == LETTER


def test_a_sentence_that_rests_on_the_posting_or_on_nothing_is_no_writers() -> None:
    job = LETTER.date.sources
    for sources in (job, ()):
        paragraphs = (Line("I was always at this clinic.", sources),)
        assert told_anew(LETTER, [replace(OWN[0], paragraphs=paragraphs), *OWN[1:]]) == LETTER


def test_what_the_career_does_not_bear_out_is_objected_to_and_goes_back_sentence_by_sentence() -> None:
    lines = [*OWN[1].paragraphs]
    lines[1] = replace(lines[1], text=lines[1].text.replace("12", "40"))
    lines[2] = replace(lines[2], text=lines[2].text.removeprefix("In addition, "))
    written = WrittenPart(sections=(OWN[0], replace(OWN[1], paragraphs=tuple(lines)), *OWN[2:]))
    content = joined(DRAFT, {Part.LETTER: written})
    receipt = check_facts(content, NURSE, TODAY, occasion=an_occasion())

    objections = objections_to(receipt, content, DRAFT, Part.LETTER)

    assert [each.text for each in objections] == [lines[1].text]
    assert "40" in objections[0].why
    mended = in_own_words(written, OWN, objections).sections
    assert mended[1].paragraphs == (lines[0], OWN[1].paragraphs[1], *lines[2:])


def test_where_sentences_do_not_stand_for_sentences_the_paragraph_goes_back() -> None:
    lead = number_of("shift team")
    written = WrittenPart(sections=told(2, Sentence("I lead 40 people.", (lead,))))
    assert written.sections != OWN

    assert in_own_words(written, OWN, (Objection("I lead 40 people.", "40"),)).sections == OWN


def test_all_names_of_the_person_are_hidden_and_come_back() -> None:
    paragraphs = (Line("Marisol Hale, known as Quill, led it.", OWN[1].paragraphs[0].sources),)
    sections = (replace(OWN[1], paragraphs=paragraphs),)
    other = replace(DRAFT.header, name=Line("M. Quill", ()))
    mask = Mask.of(replace(DRAFT.header, name=Line("Marisol Hale", ())), sections, other)

    hidden = mask.hide(replace(BRIEF, sections=sections))

    [text] = texts(hidden.sections[0])
    assert not [name for name in ("Marisol", "Hale", "Quill") if name in text]
    assert mask.show(WrittenPart(sections=hidden.sections)).sections == sections
