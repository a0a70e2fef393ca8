"""The gate keeps its goals over the corpus, and the corpus is what it says it is."""

from collections import Counter

import pytest

from tests.truth.corpus import Case, Part, careers, cases, in_own_words, misplaced, readings
from tests.truth.kinds import Kind
from tests.truth.measure import (
    BLOCKED,
    CAUGHT,
    CAUGHT_OF_A_KIND,
    Outcome,
    blocked,
    by_kind,
    caught,
    judge,
    told_apart,
)
from tests.truth.reached import (
    BLOCKED_SO_FAR,
    CAUGHT_OF_A_KIND_SO_FAR,
    CAUGHT_SO_FAR,
    TOLD_APART_SO_FAR,
)

LANGUAGES = ("en", "de", "es", "fr")
PARTS = [(language, part) for language in LANGUAGES for part in Part]


def inventions(language: str) -> list[Case]:
    return [case for case in cases() if case.kind and case.language == language]


def paraphrases(language: str) -> list[Case]:
    """True lines that are not just the person's own words."""
    own = {c.name: {words_of(text) for text in said(c.name)} for c in careers()}
    return [
        case
        for case in cases()
        if not case.kind and case.language == language and words_of(case.text) not in own[case.career]
    ]


def said(name: str) -> list[str]:
    profile = next(c.profile for c in careers() if c.name == name)
    texts = [a.text for e in profile.experiences for a in e.achievements]
    return [*texts, *(s.name for s in profile.skills), profile.professional_summary or ""]


def words_of(text: str) -> str:
    return " ".join(text.casefold().strip(".").split())


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    return judge(careers())


def shown(outcomes: list[Outcome]) -> str:
    """Those that may be read in full; of the sealed no more than how many."""
    hidden = sum(o.case.part is Part.SEALED for o in outcomes)
    told = (o.case for o in outcomes if o.case.part is not Part.SEALED)
    lines = [f"{case.career} {case.cited}: {case.text}" for case in told]
    return "\n".join([*lines, f"and {hidden} sealed"])


@pytest.mark.parametrize(("language", "part"), PARTS)
def test_inventions_are_caught(outcomes: tuple[Outcome, ...], language: str, part: Part) -> None:
    about = [o for o in outcomes if (o.case.language, o.case.part) == (language, part)]

    assert caught(about).share >= CAUGHT_SO_FAR.get((language, part), CAUGHT), shown(
        [o for o in about if o.case.kind and o.wrong]
    )


@pytest.mark.parametrize(("language", "part"), PARTS)
def test_the_truth_in_other_words_passes(outcomes: tuple[Outcome, ...], language: str, part: Part) -> None:
    about = [o for o in outcomes if (o.case.language, o.case.part) == (language, part)]

    assert blocked(about).share <= BLOCKED_SO_FAR.get((language, part), BLOCKED), shown(
        [o for o in about if not o.case.kind and o.wrong]
    )


@pytest.mark.parametrize("kind", Kind)
def test_inventions_of_every_kind_are_caught(outcomes: tuple[Outcome, ...], kind: Kind) -> None:
    open_ones = [o for o in outcomes if o.case.part is Part.OPEN]
    missed = [o for o in open_ones if o.case.kind is kind and o.wrong]

    least = CAUGHT_OF_A_KIND_SO_FAR.get(kind, CAUGHT_OF_A_KIND)
    assert by_kind(open_ones)[kind].share >= least, shown(missed)


def test_an_invention_is_told_apart_from_the_truth_it_was_made_from(outcomes: tuple[Outcome, ...]) -> None:
    """A gate that refused everything would catch every invention too."""
    assert told_apart(outcomes).share >= TOLD_APART_SO_FAR


def test_a_true_line_does_not_hold_by_another_achievement_than_its_own() -> None:
    outcomes = judge(careers(), misplaced)

    assert len(outcomes) >= 500
    assert caught(outcomes).share >= CAUGHT, shown([o for o in outcomes if o.wrong])


def test_the_persons_own_words_hold() -> None:
    assert [o for o in judge(careers(), in_own_words) if o.blocked] == []


def test_there_are_inventions_of_many_kinds_about_many_careers() -> None:
    english = inventions("en")
    names = {case.career for case in english}

    assert len(english) >= 1_000
    assert len({case.kind for case in english}) >= 15
    assert len(names) >= 20
    assert len(paraphrases("en")) >= 500


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_other_languages_have_a_corpus_too(language: str) -> None:
    assert len([c for c in careers() if c.language == language]) >= 3
    assert len(inventions(language)) >= 100
    assert len({case.kind for case in inventions(language)}) >= 15
    assert len(paraphrases(language)) >= 60


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_tried_in_each_part(kind: Kind, part: Part) -> None:
    assert sum(case.kind is kind and case.part is part for case in cases()) >= 20


def test_sealed_careers_are_of_people_of_whom_no_other_part_tells() -> None:
    people = {part: {c.profile.full_name for c in careers() if c.part is part} for part in Part}

    assert not people[Part.SEALED] & (people[Part.OPEN] | people[Part.WIDE])
    assert len(people[Part.SEALED]) >= 10


def test_no_line_is_there_twice() -> None:
    counts = Counter((case.career, case.cited, words_of(case.text)) for case in cases())

    assert [key for key, count in counts.items() if count > 1] == []


def test_an_invention_differs_from_its_truth_and_from_what_it_cites() -> None:
    for case in cases():
        if case.kind:
            assert words_of(case.text) != words_of(case.truth), case
            assert words_of(case.text) not in {words_of(t) for t in said(case.career)}, case


def test_a_sentence_is_read_with_its_first_wordings_and_each_other_one_alone() -> None:
    truth, wrong = readings("Ran [two|ten#words] wards[|, alone#owner].")

    assert truth == "Ran two wards."
    assert wrong == (
        ("Ran ten wards.", "ten", Kind.WORDS),
        ("Ran two wards, alone.", "alone", Kind.OWNER),
    )
