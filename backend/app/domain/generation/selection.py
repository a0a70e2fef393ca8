"""Which parts of a career go into the document, in which order, and why."""

from datetime import date

from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.budget import TIGHTEST, budget
from app.domain.generation.choosing import (
    Scene,
    choose_awards,
    choose_education,
    choose_positions,
    choose_projects,
    choose_skills,
    choose_summary,
)
from app.domain.generation.compiled import Choice, ChosenPosition, ChosenProject, CompiledProfile
from app.domain.generation.matching import MatchReceipt
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.relevance import RelevanceScale
from app.domain.profile.career import months_worked
from app.domain.profile.model import Profile

ALGORITHM = "selection-1.0"
_SHORT_CAREER = 18
"""Months."""

__all__ = [
    "ALGORITHM",
    "TIGHTEST",
    "Choice",
    "ChosenPosition",
    "ChosenProject",
    "CompiledProfile",
    "Selection",
    "compile_profile",
]


def compile_profile(
    profile: Profile, analysis: JobAnalysis, receipt: MatchReceipt, today: date, *, level: int = 0
) -> CompiledProfile:
    """A higher `level` keeps less, and never anything that a lower one cut; `TIGHTEST` is the last."""
    return Selection(profile, analysis, receipt, today).at(level)


class Selection:
    """For who tries several levels: what is scored for one is not scored again for the next."""

    def __init__(self, profile: Profile, analysis: JobAnalysis, receipt: MatchReceipt, today: date) -> None:
        self._profile = profile
        self._today = today
        self._scale = RelevanceScale(analysis, receipt, ProfileReading(profile, today=today))
        self._inputs = (profile_fingerprint(profile), fingerprint(analysis), today)

    def at(self, level: int) -> CompiledProfile:
        level = max(0, min(level, TIGHTEST))
        scene = Scene(self._profile, self._scale, self._today, budget(level))
        positions, position_choices = choose_positions(scene)
        projects, project_choices = choose_projects(scene)
        education, education_choices = choose_education(scene)
        skills, skill_choices = choose_skills(scene)
        awards, award_choices = choose_awards(scene)
        return CompiledProfile(
            algorithm=ALGORITHM,
            inputs_sha256=fingerprint(ALGORITHM, *self._inputs, level),
            level=level,
            summary=choose_summary(scene),
            experiences=positions,
            projects=projects,
            education=education,
            education_first=_learning(self._profile, self._today),
            courses=scene.budget.courses,
            skills=skills,
            awards=awards,
            others=scene.budget.others,
            choices=(*position_choices, *project_choices, *education_choices, *skill_choices, *award_choices),
        )


def _learning(profile: Profile, today: date) -> bool:
    """Little work yet, and school not long ago."""
    dated = [degree for degree in profile.education if degree.start_date or degree.end_date]
    ended = [degree.end_date.year if degree.end_date else today.year for degree in dated]
    recent = bool(ended) and max(ended) >= today.year - 2
    return recent and months_worked(profile.experiences, today=today) < _SHORT_CAREER
