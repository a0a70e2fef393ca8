from app.domain.documents.ats import LEAST_WORDS
from app.domain.documents.content import DocumentContent


def letter_notes(content: DocumentContent) -> tuple[str, ...]:
    """What the person should know of a letter as it stands; nothing of a resume."""
    if content.letter is None:
        return ()
    lines = (line for paragraph in content.letter.paragraphs for line in paragraph.sentences)
    count = sum(len(line.text.split()) for line in lines)
    if count >= LEAST_WORDS:
        return ()
    return (
        f"The letter has {count} words, fewer than the usual {LEAST_WORDS}: "
        "it says no more than your profile tells.",
    )
