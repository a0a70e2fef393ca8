"""Instructions in free words, read by rules: they choose and order, and can add nothing."""

from app.domain.generation.instructions.heeding import heeded, wishes_of
from app.domain.generation.instructions.reading import read_instructions
from app.domain.generation.instructions.wishes import Heard, Move, To, Unheard, Wishes

__all__ = ["Heard", "Move", "To", "Unheard", "Wishes", "heeded", "read_instructions", "wishes_of"]
