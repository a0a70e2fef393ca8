"""The match agrees with a reader's labels, over what may be looked into and over what was not."""

from collections import Counter

import pytest

from tests.fit.corpus import Pair, pairs, texts
from tests.fit.measure import (
    any_against_none,
    auc,
    good_against_none,
    good_against_rest,
    own_trade_above_others,
    score_all,
    shuffled,
    shuffled_sections_are_close,
    trades_apart,
    wanted_skill_raises,
)

HALVES = pytest.mark.parametrize("sealed", [False, True], ids=["open", "sealed"])


def half(*, sealed: bool) -> list[Pair]:
    return [pair for pair in pairs() if pair.sealed is sealed and not pair.later]


@HALVES
def test_the_corpus_has_many_trades_and_every_label_in_each_half(sealed: bool) -> None:
    labels = Counter(pair.label for pair in half(sealed=sealed))
    assert min(labels[label] for label in (0, 1, 2)) >= 15
    assert len({text.trade for text in texts() if text.sealed is sealed and not text.later}) >= 10
    assert len({text.name for text in texts()}) == len(texts())


@HALVES
def test_pairs_that_fit_stand_above_those_that_do_not(sealed: bool) -> None:
    chosen = half(sealed=sealed)
    scores = score_all(chosen)
    reached = [auc(chosen, scores, way) for way in (good_against_none, good_against_rest, any_against_none)]
    for found, least in zip(reached, (0.97, 0.94, 0.9), strict=True):
        assert found is not None
        assert found >= least, reached
    told = own_trade_above_others(chosen, scores)
    assert told.kept >= 0.98 * told.of, told.broken


def test_in_trades_that_nobody_thought_of_what_fits_stands_above_too() -> None:
    chosen = [pair for pair in pairs() if pair.later]
    scores = score_all(chosen)
    reached = [auc(chosen, scores, way) for way in (good_against_none, any_against_none)]
    for found, least in zip(reached, (0.82, 0.81), strict=True):
        assert found is not None
        assert found >= least, reached


@HALVES
def test_everybody_finds_a_posting_of_their_trade_above_those_of_others(sealed: bool) -> None:
    told = trades_apart(text for text in texts() if text.sealed is sealed and not text.later)
    assert told.kept >= 0.98 * told.of, told.broken


@HALVES
def test_a_wanted_skill_raises_the_score_wherever_the_text_has_it(sealed: bool) -> None:
    told = wanted_skill_raises([pair for pair in half(sealed=sealed) if pair.label == 2])
    assert told.of > 100
    assert told.kept >= 0.99 * told.of, told.broken


@HALVES
def test_the_order_of_sections_hardly_moves_the_score(sealed: bool) -> None:
    told = shuffled_sections_are_close(
        [pair for pair in half(sealed=sealed) if any(shuffled(pair.resume_text))]
    )
    assert told.of > 20
    assert told.kept >= 0.95 * told.of, told.broken
