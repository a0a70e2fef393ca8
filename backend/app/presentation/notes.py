"""Notes on a card, as they are sent to us: with the application, or with its job."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import Field

from app.domain.applications.model import MOST_NOTES
from app.presentation.schemas import In, Sentence


class NoteIn(In):
    id: UUID | None = Field(None, description="Of a note that is there; without one it is new")
    text: Sentence


Notes = Annotated[list[NoteIn], Field(max_length=MOST_NOTES)]
ALL_OF_THEM = "All of them: one that is left out goes, one that says the same keeps its time"


def told(notes: Sequence[NoteIn] | None) -> list[tuple[UUID | None, UUID, str]]:
    """Each as the note that is named, the id for a new one, and the text."""
    return [(note.id, uuid4(), note.text) for note in notes or ()]
