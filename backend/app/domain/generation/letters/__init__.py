from app.domain.generation.letters.mending import in_own_words
from app.domain.generation.letters.notes import letter_notes
from app.domain.generation.letters.telling import room_in, told_anew, told_in
from app.domain.generation.letters.write import Brief, write_letter

__all__ = ["Brief", "in_own_words", "letter_notes", "room_in", "told_anew", "told_in", "write_letter"]
