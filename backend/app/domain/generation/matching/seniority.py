"""Whether the posting and the person speak of the same rung."""

from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import SeniorityFit
from app.domain.jobs.posting import Seniority
from app.domain.shared.ranks import height

_HEIGHTS = {
    Seniority.INTERN: 0,
    Seniority.ENTRY: 1,
    Seniority.JUNIOR: 1,
    Seniority.MID: 2,
    Seniority.SENIOR: 3,
    Seniority.LEAD: 4,
    Seniority.STAFF: 4,
    Seniority.PRINCIPAL: 5,
    Seniority.MANAGER: 5,
    Seniority.DIRECTOR: 6,
    Seniority.EXECUTIVE: 8,
}
_YEARS_FOR = {0: 0.0, 1: 0.0, 2: 2.0, 3: 5.0, 4: 6.0}
"""Years after which a plain title is as good as a higher one, and half for what lies above."""


def seniority_fit(asked: Seniority | None, reading: ProfileReading, *, in_trade: float) -> SeniorityFit:
    titles = sorted({e.title for e in reading.profile.experiences}, key=lambda t: (-height(t), t))
    held = titles[0] if titles else None
    if asked is None:
        return SeniorityFit(asked=None, held=held, credit=0.0, why="The posting names no level.")
    wanted = _HEIGHTS[asked]
    standing = max(height(held) if held else 0, _by_years(in_trade))
    short = max(0, wanted - standing)
    credit = (1.0, 0.6, 0.3)[short] if short < 3 else 0.0
    why = "Stands at that level, or above." if not short else f"{short} below the level that is asked for."
    return SeniorityFit(asked=asked, held=held, credit=credit, why=why)


def _by_years(years: float) -> int:
    if not years:
        return 0
    return max(level for level, least in _YEARS_FOR.items() if years >= least)
