"""What a letter could tell: the person's own statements, with what they rest on and speak for."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.letters.telling import Manner, Telling, tellings
from app.domain.generation.relevance import Relevance, RelevanceScale
from app.domain.profile.model import Experience, Profile, Project
from app.domain.shared.denials import tells_of_a_lack

_LONGEST = 50
"""Words. A longer statement is a paragraph of its own, and no sentence of a letter."""
_EMPHASIS = 6.0
_COUNTED = 0.5
_QUOTED = 0.5
"""What a statement counts for that can only be quoted: a letter of quotations reads badly."""


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    telling: Telling
    source: Source
    position: Experience | None
    project: Project | None
    score: float
    answers: frozenset[str]
    """Keys of the requirements that it speaks for."""
    emphasised: bool
    """Speaks of what the person wants put first."""

    @property
    def quoted(self) -> bool:
        return self.telling.manner is Manner.QUOTED

    @property
    def place(self) -> object:
        """What it is told under."""
        return self.position.id if self.position else self.project.id if self.project else None


def statements(profile: Profile, scale: RelevanceScale, language: str) -> tuple[Statement, ...]:
    """All of a career's, scored for one posting, but those that tell what the person lacks."""
    found = _Finding(profile, scale, language)
    return (*found.of_positions(), *found.of_projects())


class _Finding:
    def __init__(self, profile: Profile, scale: RelevanceScale, language: str) -> None:
        self._profile = profile
        self._scale = scale
        self._language = language

    def of_positions(self) -> Iterator[Statement]:
        for position in self._profile.experiences:
            for achievement in position.achievements:
                source = Source(SourceKind.ACHIEVEMENT, achievement.id, "text")
                yield from self._told(achievement.text, source, position=position, most=1)
            source = Source(SourceKind.EXPERIENCE, position.id, "description")
            yield from self._told(position.description or "", source, position=position, most=2)

    def of_projects(self) -> Iterator[Statement]:
        for project in self._profile.projects:
            for n, text in enumerate(project.highlights):
                source = Source(SourceKind.PROJECT, project.id, f"highlights.{n}")
                yield from self._told(text, source, project=project, most=1)
            source = Source(SourceKind.PROJECT, project.id, "description")
            yield from self._told(project.description or "", source, project=project, most=1)

    def _told(
        self,
        text: str,
        source: Source,
        *,
        most: int,
        position: Experience | None = None,
        project: Project | None = None,
    ) -> Iterator[Statement]:
        for telling in tellings(text, self._language)[:most]:
            said = f"{telling.verb} {telling.rest}".strip()
            if len(said.split()) > _LONGEST or tells_of_a_lack(said):
                continue
            relevance = self._scale.of_text(said)
            score = _score(said, relevance) * (1.0 if telling.verb else _QUOTED)
            answers, first = frozenset(relevance.answers), bool(relevance.emphasised)
            yield Statement(said, telling, source, position, project, score, answers, first)


def _score(said: str, relevance: Relevance) -> float:
    """A number shows more than an adjective does."""
    counted = any(char.isdigit() for char in said)
    wished = _EMPHASIS * len(relevance.emphasised)
    return round(1.0 + relevance.score + _COUNTED * counted + wished, 4)
