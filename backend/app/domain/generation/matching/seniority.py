"""Whether the posting and the person speak of the same rung, and of the same trade."""

from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import SeniorityFit
from app.domain.jobs.posting import Seniority
from app.domain.profile.career import years_worked
from app.domain.shared.prose import asked_stems, stem_set
from app.domain.shared.ranks import height
from app.domain.shared.skills import is_soft

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
_MAKERS = dict.fromkeys(
    stem_set("engineer programmer programmeur developpeur entwickler utvecklare"), "develop"
)
_RANK_WORDS = stem_set("senior junior lead staff princip intern entry level head chief director manag")


def seniority_fit(asked: Seniority | None, reading: ProfileReading) -> SeniorityFit:
    titles = sorted({e.title for e in reading.profile.experiences}, key=lambda t: (-height(t), t))
    held = titles[0] if titles else None
    if asked is None:
        return SeniorityFit(asked=None, held=held, credit=0.0, why="The posting names no level.")
    wanted = _HEIGHTS[asked]
    standing = max(height(held) if held else 0, _by_years(reading.years))
    short = max(0, wanted - standing)
    credit = (1.0, 0.6, 0.3)[short] if short < 3 else 0.0
    why = "Stands at that level, or above." if not short else f"{short} below the level that is asked for."
    return SeniorityFit(asked=asked, held=held, credit=credit, why=why)


def _by_years(years: float) -> int:
    if not years:
        return 0
    return max(level for level, least in _YEARS_FOR.items() if years >= least)


def years_in_trade(analysis: JobAnalysis, reading: ProfileReading) -> float:
    """Years in positions that name what the posting names, or go by a title like its own."""
    hard = [keyword.name for keyword in analysis.keywords if not is_soft(keyword.name)]
    wanted = trade(analysis.title)
    return years_worked(
        (
            experience
            for experience in reading.profile.experiences
            if reading.concerns(experience, frozenset(hard)) or _alike(wanted, trade(experience.title))
        ),
        today=reading.today,
    )


def _alike(wanted: frozenset[str], held: frozenset[str]) -> bool:
    return bool(wanted) and 2 * len(wanted & held) >= len(wanted)


def title_likeness(title: str, reading: ProfileReading) -> float | None:
    """How much of the posting's title one title of the person's covers."""
    wanted = trade(title)
    if not wanted:
        return None
    profile = reading.profile
    said = [profile.headline or "", *(e.title for e in profile.experiences)]
    return max(len(wanted & trade(text)) / len(wanted) for text in said)


def trade(title: str) -> frozenset[str]:
    """What a title says of the work: neither its rank, nor which word for a maker of software it uses."""
    return frozenset(_MAKERS.get(stem, stem) for stem in asked_stems(title)) - _RANK_WORDS
