"""How well the total agrees with the reader's labels, and whether it keeps the orderings it must keep."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.generation.analysis import analyse_posting
from app.domain.generation.matching import match
from app.domain.jobs.parsing import parse_posting
from app.domain.resumes.parsing.sections import sections_of
from app.domain.shared.degrees import levels_in
from app.presentation.cli.careers import profile_of_text
from app.presentation.cli.engine import today
from app.presentation.cli.evaluation.pairs import scores_of
from tests.fit.corpus import Pair, Text

Scores = Sequence[float]
_SHUFFLES = 3
CLOSE = 2.0
"""Points that an order of sections may move the total."""


@dataclass(frozen=True, slots=True)
class Share:
    kept: int
    of: int
    broken: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kept}/{self.of} {self.kept / self.of:6.1%}" if self.of else "-"


def score_all(pairs: Sequence[Pair]) -> Scores:
    return scores_of([(pair.resume_text, pair.job_text) for pair in pairs])


def auc(pairs: Sequence[Pair], scores: Scores, positive: Callable[[int], bool | None]) -> float | None:
    """The chance that a pair that fits stands above one that does not, a tie counting half."""
    good = [s for p, s in zip(pairs, scores, strict=True) if positive(p.label) is True]
    bad = [s for p, s in zip(pairs, scores, strict=True) if positive(p.label) is False]
    if not good or not bad:
        return None
    above = sum((g > b) + (g == b) / 2 for g in good for b in bad)
    return above / (len(good) * len(bad))


def good_against_none(label: int) -> bool | None:
    return {0: False, 2: True}.get(label)


def any_against_none(label: int) -> bool | None:
    return label >= 1


def good_against_rest(label: int) -> bool | None:
    return label == 2


def own_trade_above_others(pairs: Sequence[Pair], scores: Scores) -> Share:
    """Each resume: a posting of its trade that fits well, beside each of another trade that does not."""
    told, broken = 0, []
    for a, own in zip(pairs, scores, strict=True):
        if not (a.near and a.label == 2):
            continue
        for b, other in zip(pairs, scores, strict=True):
            if b.resume == a.resume and not b.near and not b.label:
                told += 1
                if own <= other:
                    broken.append(f"{a.resume}: {a.job} {own} <= {b.job} {other}")
    return Share(told - len(broken), told, tuple(broken))


def wanted_skill_raises(pairs: Sequence[Pair]) -> Share:
    """Each skill that the posting names and the receipt does not find, written into the text in five ways."""
    asked = [(pair, skill, text) for pair in pairs for skill, text in _with_a_skill(pair)]
    before = dict(zip(pairs, score_all(pairs), strict=True))
    after = scores_of([(text, pair.job_text) for pair, _, text in asked])
    broken = tuple(
        f"{pair.resume} {pair.job}: {skill} {before[pair]} -> {now}: {text[-60:]!r}"
        for (pair, skill, text), now in zip(asked, after, strict=True)
        if now <= before[pair]
    )
    return Share(len(asked) - len(broken), len(asked), broken)


_LIST = re.compile(r"^(?P<head>\W*(?:\w+ ){0,2}skills\s*:?[ \t]*\n?)(?P<first>[^\n]+)", re.I | re.M)


def _with_a_skill(pair: Pair) -> Iterator[tuple[str, str]]:
    """A degree is no skill, and one that is already named in other words adds nothing."""
    text = pair.resume_text.rstrip()
    for skill in _missing(pair):
        yield skill, f"{text}\n\nSkills\n{skill}\n"
        yield skill, f"{text}\nSkills: {skill}\n"
        yield skill, f"{text} {skill}\n"
        yield skill, f"{text}\n- Skilled in {skill} through daily work\n"
        if found := _LIST.search(text):
            yield skill, f"{text[: found.end()]}, {skill}{text[found.end() :]}"


def _missing(pair: Pair) -> tuple[str, ...]:
    analysis = analyse_posting(parse_posting(pair.job_text), pair.job_text)
    receipt = match(profile_of_text(pair.resume_text), analysis, today())
    return tuple(k.name for k in receipt.keywords if k.credit < 1 and not levels_in(k.name))


def shuffled_sections_are_close(pairs: Sequence[Pair]) -> Share:
    """Three orders of the sections of every resume that has at least three."""
    mixed = [(pair, text) for pair in pairs for text in shuffled(pair.resume_text)]
    before = dict(zip(pairs, score_all(pairs), strict=True))
    after = scores_of([(text, pair.job_text) for pair, text in mixed])
    broken = tuple(
        f"{pair.resume} {pair.job}: {before[pair]} -> {now}"
        for (pair, _), now in zip(mixed, after, strict=True)
        if abs(now - before[pair]) > CLOSE
    )
    return Share(len(mixed) - len(broken), len(mixed), broken)


def shuffled(text: str) -> Iterator[str]:
    head, *parts = blocks_of(text)
    if len(parts) < 3:
        return
    for n in range(_SHUFFLES):
        order = parts[:]
        random.Random(n).shuffle(order)
        if order != parts:
            yield "\n".join((head, *order))


def blocks_of(text: str) -> list[str]:
    """Cut before the lines that open a section; the first block is what stands above."""
    headings = {section.heading.casefold() for section in sections_of(text) if section.heading}
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip(" :").casefold() in headings:
            blocks.append([])
        blocks[-1].append(line)
    return ["\n".join(block) for block in blocks]


def trades_apart(texts: Iterable[Text]) -> Share:
    """Every resume with every posting of its half: the best of its own trade above the mean of the others."""
    told, broken = 0, []
    known = list(texts)
    for resume in (t for t in known if t.kind == "resume"):
        jobs = [t for t in known if t.kind == "job" and t.sealed == resume.sealed]
        scores = scores_of([(resume.text, job.text) for job in jobs])
        own = max(s for s, job in zip(scores, jobs, strict=True) if job.trade == resume.trade)
        for score, job in zip(scores, jobs, strict=True):
            if job.trade != resume.trade:
                told += 1
                if score >= own:
                    broken.append(f"{resume.name}: own {own} <= {job.name} {score}")
    return Share(told - len(broken), told, tuple(broken))
