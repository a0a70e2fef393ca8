"""Positions that years were counted in, and what there is to cite of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.matching.receipt import Evidence
from app.domain.profile.career import years_worked
from app.domain.profile.model import Experience


@dataclass(frozen=True, slots=True)
class Worked:
    years: float
    evidence: tuple[Evidence, ...] = ()


def worked_in(positions: Iterable[Experience], *, today: date) -> Worked:
    """The newest first."""
    dated = [(each.start_date, each) for each in positions if each.start_date]
    dated.sort(key=lambda pair: pair[1].title)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return Worked(
        years_worked((each for _, each in dated), today=today),
        tuple(Evidence(Source(SourceKind.EXPERIENCE, each.id), _words(each)) for _, each in dated),
    )


def _words(position: Experience) -> tuple[str, ...]:
    return (position.title, f"{position.start_date} to {position.end_date or 'now'}")
