"""How well resumes answer postings: each document read once, each pair matched once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.generation.analysis import analyse_posting
from app.domain.generation.matching import match
from app.domain.jobs.parsing import parse_posting
from app.presentation.cli.careers import profile_of_text
from app.presentation.cli.engine import today
from app.presentation.cli.evaluation.material import Prediction, Row, over_processes
from app.presentation.cli.failing import Refused

if TYPE_CHECKING:
    from app.domain.generation.analysis import JobAnalysis
    from app.domain.profile.model import Profile

_READ = 512
"""Documents that a process keeps as it read them; pairs of one document come together."""


def matched(pairs: Iterable[tuple[str, str, str]], texts: Mapping[str, str], where: str) -> list[Prediction]:
    """Rows {"id", "score"} for pairs of (id, resume, job), in their order.

    A resume or job is an id of `texts`, or a text itself. Raises Refused for what is neither.
    """
    look = _looking_in(texts, where)
    found = [(name, (look(resume), look(job))) for name, resume, job in pairs]
    distinct = sorted({pair for _, pair in found})
    scores = dict(zip(distinct, over_processes(scores_of, distinct), strict=True))
    return [{"id": name, "score": scores[pair]} for name, pair in found]


def scores_of(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Totals for (resume, posting), both as texts."""
    day = today()
    return [match(_person(resume), _asked(job), day).total for resume, job in pairs]


@lru_cache(maxsize=_READ)
def _person(text: str) -> "Profile":
    return profile_of_text(text)


@lru_cache(maxsize=_READ)
def _asked(text: str) -> "JobAnalysis":
    return analyse_posting(parse_posting(text), text)


def _looking_in(texts: Mapping[str, str], where: str) -> Callable[[str], str]:
    def look(name: str) -> str:
        if name in texts:
            return texts[name]
        if any(c.isspace() for c in name):
            return name
        raise Refused(f"{where} has no document {name!r}.")

    return look


def labelled(rows: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    for row in rows:
        yield str(row["id"]), str(row["resume"]), str(row["job"])


def ordered(rows: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    """Both sides of every comparison, each pair once, called by its two ids."""
    seen: set[str] = set()
    for row in rows:
        for side in (row["better"], row["worse"]):
            resume, job = str(side["resume"]), str(side["job"])
            if (name := f"{resume}|{job}") not in seen:
                seen.add(name)
                yield name, resume, job
