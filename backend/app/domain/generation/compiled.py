"""What the selection decided: the parts of a career that go into a document."""

from dataclasses import dataclass

from app.domain.documents.content import SectionKind, Source
from app.domain.generation.instructions.wishes import Wishes
from app.domain.shared.ids import ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What became of one item, and why."""

    source: Source
    what: str
    kept: bool
    position: int | None
    """Its place among its like, from 0."""
    score: float
    answers: tuple[str, ...]
    """Keys of the requirements that it speaks for."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPosition:
    id: ItemId
    sentences: tuple[int, ...]
    """Which sentences of the description."""
    bullets: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenProject:
    id: ItemId
    sentences: tuple[int, ...]
    highlights: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledProfile:
    algorithm: str
    inputs_sha256: str
    level: int
    summary: tuple[int, ...]
    """Which sentences of the professional summary."""
    experiences: tuple[ChosenPosition, ...]
    projects: tuple[ChosenProject, ...]
    education: tuple[ItemId, ...]
    education_first: bool
    """Before the positions: for those whose schooling says more than their work does yet."""
    courses: int
    """How many courses a degree may name."""
    skills: tuple[ItemId, ...]
    """The relevant first. Languages and certificates are among them."""
    awards: tuple[ItemId, ...]
    others: int
    """How many publications, volunteer positions and interests, each."""
    choices: tuple[Choice, ...]
    """Every item of the profile, once."""
    sections: tuple[SectionKind, ...] | None = None
    """Which sections, in which order. None: the usual."""
    unsaid: tuple[str, ...] = ()
    """Names that the person wants left out."""
    left_out: tuple[ItemId, ...] = ()
    wishes: Wishes | None = None
    """What was understood of the instructions, and what was not."""
    notes: tuple[str, ...] = ()
    """What the person should know of how the options were heeded."""
