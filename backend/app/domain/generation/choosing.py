"""The judgement behind a selection: what is ranked by what, and what each item's fate was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.documents.content import Source, SourceKind
from app.domain.generation.budget import Budget
from app.domain.generation.compiled import Choice, ChosenPosition, ChosenProject
from app.domain.generation.relevance import Relevance, RelevanceScale
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import fold, sentences
from app.domain.shared.time import PartialDate

_OLD_AFTER_YEARS = 10
_LABEL = 80
_LATEST = PartialDate(9999)

T = TypeVar("T")
Ranked = list[tuple[T, Relevance]]


@dataclass(frozen=True, slots=True)
class Scene:
    profile: Profile
    scale: RelevanceScale
    today: date
    budget: Budget


def choose_summary(scene: Scene) -> tuple[int, ...]:
    """The first sentence says who it is about; of the others the relevant ones stay, in their order."""
    text = scene.profile.professional_summary or ""
    return _best_sentences(scene, text, scene.budget.summary)


def choose_positions(scene: Scene) -> tuple[tuple[ChosenPosition, ...], tuple[Choice, ...]]:
    ordered = sorted(scene.profile.experiences, key=_newest_first)
    kept = ordered[: scene.budget.positions]
    scores = {e.id: _position_relevance(scene, e) for e in ordered}
    best = max(kept, key=lambda e: scores[e.id].score, default=None)
    positions, choices = [], []
    for place, experience in enumerate(ordered):
        if place >= len(kept):
            choices += _cut_position(scene, experience, scores[experience.id])
            continue
        leading = place == 0 or experience is best
        position, chosen = _position(scene, experience, leading=leading, relevance=scores[experience.id])
        positions.append(position)
        choices.append(_position_choice(experience, scores[experience.id], place, position))
        choices += chosen
    return tuple(positions), tuple(choices)


def _newest_first(experience: Experience | Project | Education) -> tuple[object, ...]:
    """What lasts stands before what ended; what has no date stands last; ties by what they say."""
    start, end = experience.start_date, experience.end_date
    until = end or (_LATEST if start else PartialDate(1))
    since = start or PartialDate(1)
    return (
        (-until.year, -(until.month or 12), -(until.day or 28)),
        (-since.year, -(since.month or 1), -(since.day or 1)),
        tuple(fold(passage) for passage in _heading(experience)),
    )


def _heading(item: Experience | Project | Education) -> tuple[str, ...]:
    if isinstance(item, Experience):
        return item.company, item.title
    if isinstance(item, Project):
        return (item.name,)
    return item.institution, item.degree or ""


def _position_relevance(scene: Scene, experience: Experience) -> Relevance:
    texts = [experience.title, experience.description or "", *(a.text for a in experience.achievements)]
    return scene.scale.of_text("\n".join(texts))


def _position(
    scene: Scene, experience: Experience, *, leading: bool, relevance: Relevance
) -> tuple[ChosenPosition, list[Choice]]:
    ranked = _ranked(experience.achievements, lambda a: scene.scale.of_item(a.id))
    room = _bullets(scene, experience, leading=leading, relevance=relevance)
    bullets = tuple(a.id for a, _ in ranked[:room])
    position = ChosenPosition(
        id=experience.id,
        sentences=_description(scene, experience, leading=leading or bool(room)),
        bullets=bullets,
    )
    return position, [
        _choice(SourceKind.ACHIEVEMENT, a.id, a.text, r, place if place < room else None)
        for place, (a, r) in enumerate(ranked)
    ]


def _bullets(scene: Scene, experience: Experience, *, leading: bool, relevance: Relevance) -> int:
    if leading:
        return scene.budget.leading
    if _is_old(experience, scene.today) and not relevance.answers:
        return scene.budget.old
    return scene.budget.usual


def _is_old(experience: Experience, today: date) -> bool:
    return experience.end_date is not None and experience.end_date.year < today.year - _OLD_AFTER_YEARS


def _description(scene: Scene, experience: Experience, *, leading: bool) -> tuple[int, ...]:
    """A position shortened to its heading says nothing under it."""
    if not leading or not experience.description:
        return ()
    return _best_sentences(scene, experience.description, scene.budget.text)


def _best_sentences(scene: Scene, text: str, room: int) -> tuple[int, ...]:
    found = sentences(text)
    scores = [scene.scale.of_text(sentence).score for sentence in found]
    ranked = sorted(range(len(found)), key=lambda n: (n > 0, -scores[n], n))
    return tuple(sorted(ranked[:room]))


def _cut_position(scene: Scene, experience: Experience, relevance: Relevance) -> list[Choice]:
    reason = "Cut: the document covers the newer part of the career."
    whole = _choice(SourceKind.EXPERIENCE, experience.id, _named(experience), relevance, None, reason)
    parts = [
        _choice(SourceKind.ACHIEVEMENT, a.id, a.text, scene.scale.of_item(a.id), None, reason)
        for a in experience.achievements
    ]
    return [whole, *parts]


def _position_choice(
    experience: Experience, relevance: Relevance, place: int, chosen: ChosenPosition
) -> Choice:
    bare = not chosen.bullets and not chosen.sentences and (experience.achievements or experience.description)
    reason = "Heading only: the career stays whole, and there is room for no more." if bare else None
    return _choice(SourceKind.EXPERIENCE, experience.id, _named(experience), relevance, place, reason)


def _named(experience: Experience) -> str:
    return f"{experience.title}, {experience.company}"


def choose_projects(scene: Scene) -> tuple[tuple[ChosenProject, ...], tuple[Choice, ...]]:
    ranked = _ranked(
        sorted(scene.profile.projects, key=_newest_first), lambda project: scene.scale.of_item(project.id)
    )
    room = scene.budget.projects
    chosen = tuple(_project(scene, project) for project, _ in ranked[:room])
    return chosen, _choices(SourceKind.PROJECT, ranked, room, lambda project: project.name)


def _project(scene: Scene, project: Project) -> ChosenProject:
    ranked = _ranked(range(len(project.highlights)), lambda n: scene.scale.of_text(project.highlights[n]))
    return ChosenProject(
        id=project.id,
        sentences=_best_sentences(scene, project.description or "", max(1, scene.budget.text)),
        highlights=tuple(n for n, _ in ranked[: scene.budget.highlights]),
    )


def choose_education(scene: Scene) -> tuple[tuple[ItemId, ...], tuple[Choice, ...]]:
    ordered = sorted(scene.profile.education, key=_newest_first)
    ranked = [(degree, scene.scale.of_item(degree.id)) for degree in ordered]
    room = scene.budget.education
    choices = _choices(SourceKind.EDUCATION, ranked, room, lambda e: e.degree or e.institution)
    return tuple(degree.id for degree in ordered[:room]), choices


def choose_skills(scene: Scene) -> tuple[tuple[ItemId, ...], tuple[Choice, ...]]:
    """Certificates and languages have room of their own: many tools must not push them out."""
    held = SkillCategory.CERTIFICATION
    skills = [s for s in scene.profile.skills if s.category is not held]
    certificates = [s for s in scene.profile.skills if s.category is held]
    chosen: list[ItemId] = []
    choices: list[Choice] = []
    for group, room in ((skills, scene.budget.skills), (certificates, scene.budget.certificates)):
        ranked = _ranked(group, lambda skill: scene.scale.of_item(skill.id, ("name",)))
        chosen += [skill.id for skill, _ in ranked[:room]]
        choices += _choices(SourceKind.SKILL, ranked, room, lambda skill: skill.name)
    return tuple(chosen), tuple(choices)


def choose_awards(scene: Scene) -> tuple[tuple[ItemId, ...], tuple[Choice, ...]]:
    ranked = _ranked(scene.profile.achievements, lambda award: scene.scale.of_item(award.id))
    room = scene.budget.awards
    choices = _choices(SourceKind.ACHIEVEMENT, ranked, room, lambda award: award.text)
    return tuple(award.id for award, _ in ranked[:room]), choices


def _ranked(items: Sequence[T], relevance: Callable[[T], Relevance]) -> Ranked[T]:
    """The most relevant first; among equals, the person's own order."""
    scored = [(item, relevance(item)) for item in items]
    return sorted(scored, key=lambda each: -each[1].score)


_Item = TypeVar("_Item", Achievement, Education, Project, Skill)


def _choices(
    kind: SourceKind, ranked: Ranked[_Item], room: int, what: Callable[[_Item], str]
) -> tuple[Choice, ...]:
    return tuple(
        _choice(kind, item.id, what(item), relevance, place if place < room else None)
        for place, (item, relevance) in enumerate(ranked)
    )


def _choice(
    kind: SourceKind,
    at: ItemId,
    what: str,
    relevance: Relevance,
    place: int | None,
    reason: str | None = None,
) -> Choice:
    return Choice(
        source=Source(kind, at),
        what=what[:_LABEL],
        kept=place is not None,
        position=place,
        score=relevance.score,
        answers=relevance.answers,
        reason=reason or _reason(relevance, kept=place is not None),
    )


def _reason(relevance: Relevance, *, kept: bool) -> str:
    count = len(relevance.answers)
    named = f": {', '.join(relevance.words[:6])}" if relevance.words else ""
    says = (
        f"Speaks for {count} of the requirements{named}." if count or named else "Answers nothing asked for."
    )
    if kept:
        return says if count or named else f"{says} Kept: there is room for it."
    return f"Cut: others say more of what is asked for. {says}"
