"""How long a letter is, and may be."""

from app.domain.documents.content import Letter

LEAST_WORDS, MOST_WORDS = 250, 400


def words_of(letter: Letter) -> int:
    """Of its paragraphs: address, subject, salutation and signature do not count."""
    return sum(len(line.text.split()) for paragraph in letter.paragraphs for line in paragraph.sentences)
