"""The judgement behind a selection: what is ranked by what, and what each item's fate was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from app.domain.documents.content import SourceKind
from app.domain.generation.budget import Budget
from app.domain.generation.compiled import Choice, ChosenPosition, ChosenProject
from app.domain.generation.composing.writing import chosen_sentences, is_prose
from app.domain.generation.fates import Ranked, choice_of, choices_of, name_of
from app.domain.generation.naming import names_any
from app.domain.generation.options import Tone
from app.domain.generation.relevance import Relevance, RelevanceScale
from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Profile,
    Project,
    SkillCategory,
)
from app.domain.shared.denials import tells_of_a_lack
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import fold, sentences, word_set, words
from app.domain.shared.time import PartialDate

_OLD_AFTER_YEARS = 10
_LATEST = PartialDate(9999)
_PEOPLE = word_set(
    "people team teams customer customers patient patients family families guest guests student students "
    "pupils children colleague colleagues apprentice apprentices volunteers community mentored helped cared "
    "kunden team kollegen patienten familien gäste schüler équipe clients patients familles élèves "
    "equipo clientes pacientes familias alumnos kolleger kunder"
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    profile: Profile
    scale: RelevanceScale
    today: date
    budget: Budget
    unsaid: tuple[str, ...] = ()
    """Names that the person wants left out."""
    tone: Tone = Tone.PROFESSIONAL


def choose_summary(scene: Scene) -> tuple[int, ...]:
    """The first sentence says who it is about; of the others the relevant ones stay, in their order.

    What the person lacks is nothing to begin with.
    """
    text = scene.profile.professional_summary or ""
    lacks = {n for n, sentence in enumerate(sentences(text)) if tells_of_a_lack(sentence)}
    return tuple(n for n in _best_sentences(scene, text, scene.budget.summary) if n not in lacks)


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
        leading = place == 0 or experience is best or bool(scores[experience.id].emphasised)
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
    """A position is emphasised as a whole by its heading, or by anything told of it."""
    texts = [experience.title, experience.description or "", *(a.text for a in experience.achievements)]
    told = scene.scale.of_text("\n".join(texts))
    known_by = scene.scale.of_text(f"{experience.title}\n{experience.company}").emphasised
    return replace(told, emphasised=tuple(dict.fromkeys((*told.emphasised, *known_by))))


def _position(
    scene: Scene, experience: Experience, *, leading: bool, relevance: Relevance
) -> tuple[ChosenPosition, list[Choice]]:
    ranked = _lacks_last(
        _ranked(experience.achievements, lambda a: scene.scale.of_item(a.id), _manner(scene)),
        lambda a: a.text,
    )
    room = _bullets(scene, experience, leading=leading, relevance=relevance)
    bullets = tuple(a.id for a, _ in ranked[:room])
    said = _description(scene, experience, leading=leading or bool(room))
    position = ChosenPosition(
        id=experience.id, sentences=_listed(scene, experience, said, len(bullets)), bullets=bullets
    )
    return position, [
        choice_of(SourceKind.ACHIEVEMENT, a.id, a.text, r, place if place < room else None)
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


def _listed(scene: Scene, experience: Experience, said: tuple[int, ...], bullets: int) -> tuple[int, ...]:
    """A description written as a list becomes bullets: these count among the most that there may be."""
    most = scene.budget.listed
    if most is None or is_prose(chosen_sentences(experience.description, said)):
        return said
    return said[: max(0, most - bullets)]


def _best_sentences(scene: Scene, text: str, room: int) -> tuple[int, ...]:
    found = sentences(text)
    scores = [scene.scale.of_text(sentence) for sentence in found]
    said = [n for n in range(len(found)) if not names_any(found[n], scene.unsaid)]
    lacks = {n for n in said if tells_of_a_lack(found[n])}
    ranked = sorted(said, key=lambda n: (n in lacks, n > 0, -len(scores[n].emphasised), -scores[n].score, n))
    return tuple(sorted(ranked[:room]))


def _manner(scene: Scene) -> Callable[[Achievement], int]:
    """Which of two equally relevant statements suits the tone: the person's own words are all there is."""
    if scene.tone is Tone.CONFIDENT:
        return lambda told: not any(char.isdigit() for char in told.text)
    if scene.tone is Tone.CONCISE:
        return lambda told: len(told.text)
    if scene.tone is Tone.WARM:
        return lambda told: not _PEOPLE.intersection(words(told.text))
    return lambda _: 0


def _cut_position(scene: Scene, experience: Experience, relevance: Relevance) -> list[Choice]:
    reason = "Cut: the document covers the newer part of the career."
    whole = choice_of(SourceKind.EXPERIENCE, experience.id, name_of(experience), relevance, None, reason)
    parts = [
        choice_of(SourceKind.ACHIEVEMENT, a.id, a.text, scene.scale.of_item(a.id), None, reason)
        for a in experience.achievements
    ]
    return [whole, *parts]


def _position_choice(
    experience: Experience, relevance: Relevance, place: int, chosen: ChosenPosition
) -> Choice:
    bare = not chosen.bullets and not chosen.sentences and (experience.achievements or experience.description)
    reason = "Heading only: the career stays whole, and there is room for no more." if bare else None
    return choice_of(SourceKind.EXPERIENCE, experience.id, name_of(experience), relevance, place, reason)


def choose_projects(scene: Scene) -> tuple[tuple[ChosenProject, ...], tuple[Choice, ...]]:
    ranked = _ranked(
        sorted(scene.profile.projects, key=_newest_first), lambda project: scene.scale.of_item(project.id)
    )
    room = scene.budget.projects
    chosen = tuple(_project(scene, project) for project, _ in ranked[:room])
    return chosen, choices_of(SourceKind.PROJECT, ranked, room, lambda project: project.name)


def _project(scene: Scene, project: Project) -> ChosenProject:
    told = [n for n, text in enumerate(project.highlights) if not names_any(text, scene.unsaid)]
    ranked = _lacks_last(
        _ranked(told, lambda n: scene.scale.of_text(project.highlights[n])), lambda n: project.highlights[n]
    )
    return ChosenProject(
        id=project.id,
        sentences=_best_sentences(scene, project.description or "", max(1, scene.budget.text)),
        highlights=tuple(n for n, _ in ranked[: scene.budget.highlights]),
    )


def choose_education(scene: Scene) -> tuple[tuple[ItemId, ...], tuple[Choice, ...]]:
    """The newest, and before them those that are emphasised; they stand newest first."""
    newest = [(e, scene.scale.of_item(e.id)) for e in sorted(scene.profile.education, key=_newest_first)]
    ranked = sorted(newest, key=lambda each: -len(each[1].emphasised))
    room = scene.budget.education
    shown = [each for each in newest if each in ranked[:room]]
    choices = choices_of(
        SourceKind.EDUCATION, [*shown, *ranked[room:]], room, lambda e: e.degree or e.institution
    )
    return tuple(degree.id for degree, _ in shown), choices


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
        choices += choices_of(SourceKind.SKILL, ranked, room, lambda skill: skill.name)
    return tuple(chosen), tuple(choices)


def choose_awards(scene: Scene) -> tuple[tuple[ItemId, ...], tuple[Choice, ...]]:
    ranked = _ranked(scene.profile.achievements, lambda award: scene.scale.of_item(award.id))
    room = scene.budget.awards
    choices = choices_of(SourceKind.ACHIEVEMENT, ranked, room, lambda award: award.text)
    return tuple(award.id for award, _ in ranked[:room]), choices


def _lacks_last(ranked: Ranked[T], text: Callable[[T], str]) -> Ranked[T]:
    return sorted(ranked, key=lambda each: tells_of_a_lack(text(each[0])))


def _ranked(
    items: Sequence[T], relevance: Callable[[T], Relevance], manner: Callable[[T], int] = lambda _: 0
) -> Ranked[T]:
    """What is emphasised first, then the most relevant; among equals, the person's own order."""
    scored = [(item, relevance(item)) for item in items]
    return sorted(scored, key=lambda each: (-len(each[1].emphasised), -each[1].score, manner(each[0])))
