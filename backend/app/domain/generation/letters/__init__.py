from app.domain.generation.letters.mending import in_own_words
from app.domain.generation.letters.notes import letter_notes
from app.domain.generation.letters.write import Brief, write_letter

__all__ = ["Brief", "in_own_words", "letter_notes", "write_letter"]
