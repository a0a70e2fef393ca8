"""Whether the posting and the work that a profile tells of are of the same kind, by all of their words."""

from collections import Counter
from collections.abc import Mapping
from math import log

from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.kinds import Shares, above_mean, cosine, kinds_of, tells
from app.domain.generation.matching.passage_read import PassageRead
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import FieldFit, KindOfWork
from app.domain.generation.occupations import families_in
from app.domain.shared.prose import asked_stems
from app.domain.shared.skills import family

_FEW = 4
"""Words that tell of a kind, below which a posting is not known by them."""
_NO_CHANCE = 2
"""Skills that a piece of text names, from which on it is about work: `baking bread` may be a pastime."""
_ANYBODYS = {"soft", "language"}
_IN_TITLE = 1.5
_UNLIKE = 0.4
"""The cosine that texts of different kinds of work reach, too."""
_MOST_KINDS = 2
_SAME = 0.6


def field_fit(analysis: JobAnalysis, reading: ProfileReading) -> FieldFit | None:
    """None where the posting has too few words that belong to a kind, or where it is in another language."""
    words = {root: weight for root, weight in _asked(analysis).items() if tells(root)}
    asked = above_mean(kinds_of(words))
    if len(words) < _FEW or not asked:
        return None
    held = kinds_of(_held(reading))
    credit = round(max(0.0, cosine(asked, held) - _UNLIKE) / (1 - _UNLIKE), 4)
    return FieldFit(
        asked=_largest_first(asked), held=_largest_first(held), credit=credit, why=_why(asked, held, credit)
    )


def _asked(analysis: JobAnalysis) -> Mapping[str, float]:
    found = {term.term: 1.0 for term in analysis.vocabulary if " " not in term.term}
    found |= {root: 1.0 for keyword in analysis.keywords for root in asked_stems(keyword.name)}
    return found | dict.fromkeys(asked_stems(analysis.title or analysis.called), _IN_TITLE)


def _held(reading: ProfileReading) -> Mapping[str, float]:
    """Of what names skills or an occupation: the rest may be about anything but work.

    Lists of skills stand aside, which count for themselves: they must not move what the work tells of.
    """
    told: Counter[str] = Counter()
    for read in reading.passages:
        if not read.is_listed and _is_of_work(read):
            told.update(root for root in asked_stems(read.said) if tells(root))
    return {root: 1 + log(count) for root, count in told.items()}


def _is_of_work(read: PassageRead) -> bool:
    skills = {mention.name for mention in read.named if family(mention.name) not in _ANYBODYS}
    return len(skills) >= _NO_CHANCE or bool(families_in(read.said))


def _largest_first(shares: Shares) -> tuple[KindOfWork, ...]:
    return tuple(
        KindOfWork(kind, share)
        for kind, share in sorted(shares.items(), key=lambda each: (-each[1], each[0]))
    )


def _why(asked: Shares, held: Shares, credit: float) -> str:
    wanted = ", ".join(each.kind for each in _largest_first(asked)[:_MOST_KINDS])
    if not held:
        return f"The posting's words are of {wanted}; the profile's are of no kind of work."
    told = ", ".join(each.kind for each in _largest_first(held)[:_MOST_KINDS])
    near = (
        "they are of the same kinds" if credit >= _SAME else "partly the same" if credit else "not the same"
    )
    return f"The posting's words are most of {wanted}, the profile's of {told}: {near}."
