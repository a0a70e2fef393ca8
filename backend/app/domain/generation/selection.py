"""Which parts of a career go into the document, in which order, and why."""

from datetime import date

from app.domain.documents.fingerprint import fingerprint, profile_fingerprint
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.budget import TIGHTEST, at_most_bullets, budget, with_room_for
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
from app.domain.generation.emphasis import emphasis_on, nothing_on
from app.domain.generation.fates import struck_choices
from app.domain.generation.instructions import wishes_of
from app.domain.generation.matching import MatchReceipt
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.options import USUAL, Options
from app.domain.generation.relevance import RelevanceScale
from app.domain.generation.sectioning import usual_order
from app.domain.generation.wanting import wanted
from app.domain.profile.career import months_worked
from app.domain.profile.model import Profile

ALGORITHM = "selection-1.1"
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
    profile: Profile,
    analysis: JobAnalysis,
    receipt: MatchReceipt,
    today: date,
    *,
    options: Options = USUAL,
    level: int = 0,
) -> CompiledProfile:
    """A higher `level` keeps less, and never anything that a lower one cut; `TIGHTEST` is the last."""
    return Selection(profile, analysis, receipt, today, options).at(level)


class Selection:
    """For who tries several levels: what is scored for one is not scored again for the next."""

    def __init__(
        self,
        profile: Profile,
        analysis: JobAnalysis,
        receipt: MatchReceipt,
        today: date,
        options: Options = USUAL,
    ) -> None:
        self._profile = profile
        self._today = today
        self._education_first = _learning(profile, today)
        usual = usual_order(education_first=self._education_first)
        self._wanted = wanted(profile, options, usual, today)
        emphases = tuple(emphasis_on(each) for each in self._wanted.options.emphasis)
        self._scale = RelevanceScale(analysis, receipt, ProfileReading(profile, today=today), emphases)
        self._notes = (*self._wanted.notes, *(nothing_on(each) for each in self._scale.unspoken()))
        self._inputs = (profile_fingerprint(profile), fingerprint(analysis), today, options)

    def at(self, level: int) -> CompiledProfile:
        level = max(0, min(level, TIGHTEST))
        scene = self._scene(level)
        positions, position_choices = choose_positions(scene)
        projects, project_choices = choose_projects(scene)
        education, education_choices = choose_education(scene)
        skills, skill_choices = choose_skills(scene)
        awards, award_choices = choose_awards(scene)
        chosen = (*position_choices, *project_choices, *education_choices, *skill_choices, *award_choices)
        career = self._wanted.career
        return CompiledProfile(
            algorithm=ALGORITHM,
            inputs_sha256=fingerprint(ALGORITHM, *self._inputs, level),
            level=level,
            summary=choose_summary(scene),
            experiences=positions,
            projects=projects,
            education=education,
            education_first=self._education_first,
            courses=scene.budget.courses,
            skills=skills,
            awards=awards,
            others=scene.budget.others,
            choices=(*chosen, *struck_choices(self._profile, career.struck, self._scale)),
            sections=self._wanted.sections,
            unsaid=self._wanted.unsaid,
            left_out=tuple(career.struck),
            wishes=wishes_of(self._wanted.options) if self._wanted.options.instructions else None,
            notes=self._notes,
        )

    def _scene(self, level: int) -> Scene:
        wished, options = self._wanted.wishes, self._wanted.options
        given = with_room_for(budget(level, options.length), self._wanted.asked_for)
        if wished.most_bullets is not None:
            given = at_most_bullets(given, wished.most_bullets)
        return Scene(
            self._wanted.career.profile, self._scale, self._today, given, wished.left_out, options.tone
        )


def _learning(profile: Profile, today: date) -> bool:
    """Little work yet, and school not long ago."""
    dated = [degree for degree in profile.education if degree.start_date or degree.end_date]
    ended = [degree.end_date.year if degree.end_date else today.year for degree in dated]
    recent = bool(ended) and max(ended) >= today.year - 2
    return recent and months_worked(profile.experiences, today=today) < _SHORT_CAREER
