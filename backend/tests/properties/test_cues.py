"""Whatever a pattern finds, the look for its words has let through."""

import re
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.documents.facts.amounts import durations
from app.domain.documents.facts.checks import (
    hedges,
    institutions,
    negations,
    opposites,
    outcomes,
    rivals,
    titles,
)
from app.domain.documents.facts.reading import text_facts
from app.domain.shared import degrees, denials, ranks
from app.domain.shared.cues import Cue, spoken
from tests.truth.corpus import careers

_PATTERNS: dict[str, tuple[re.Pattern[str], Cue]] = {
    "lengths of time": (durations._ONE, durations._UNIT_CUE),
    "within the hour": (durations._WITHIN_THE, durations._UNIT_CUE),
    "a clause that denies": (negations._NEGATED, negations._NEGATED_CUE),
    "institutions": (institutions._NAME, institutions._CUE),
    "one exception": (opposites._EXCEPTIONS[0][1], opposites._EXCEPTIONS[0][0]),
    "some of them": (opposites._EXCEPTIONS[1][1], opposites._EXCEPTIONS[1][0]),
    "what was refused": (opposites._REFUSED, opposites._REFUSED_CUE),
    "this instead of that": (opposites._COMPARED, opposites._COMPARED_CUE),
    "work beside others": (hedges._BESIDE_OTHERS, hedges._BESIDE_CUE),
    "no rival": (rivals._NO_RIVAL, rivals._CUE),
    "outcomes": (outcomes._OUTCOME, outcomes._OUTCOME_CUE),
    "in place of somebody": (titles._IN_PLACE, titles._IN_PLACE_CUE),
    "things absent": (text_facts._ABSENT, text_facts._ABSENT_CUE),
    "denials of experience": (denials._BROAD_NO, denials._BROAD_CUE),
    "denials close by": (denials._CLOSE_NO, denials._CLOSE_CUE),
    "denials behind": (denials._NO_AFTER, denials._AFTER_CUE),
    "denied topics": (denials._TOPIC, denials._TOPIC_CUE),
    "unknown topics": (denials._UNKNOWN, denials._UNKNOWN_CUE),
    **{f"the rank of {name}": (pattern, ranks._CUE) for name, _, pattern in ranks._COMPILED},
}
_LETTERS = st.characters(codec="latin-1")


@pytest.mark.parametrize("name", _PATTERNS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_matches_shows_one_of_its_words(name: str, data: st.DataObject) -> None:
    pattern, cue = _PATTERNS[name]
    text = data.draw(st.from_regex(pattern, alphabet=_LETTERS))

    assert cue.may_stand_in(spoken(text)), text


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_regex(degrees._ANY, alphabet=_LETTERS))
def test_no_degree_that_is_named_is_passed_over(text: str) -> None:
    assert degrees.degrees_in(text)


def test_over_the_corpus_nothing_is_passed_over() -> None:
    texts = list(dict.fromkeys(chain.from_iterable((c.truth, c.text) for p in careers() for c in p.cases)))
    passed = [
        name
        for text in texts
        for words in (spoken(text),)
        for name, (pattern, cue) in _PATTERNS.items()
        if not cue.may_stand_in(words) and pattern.search(text)
    ]

    assert passed == []
