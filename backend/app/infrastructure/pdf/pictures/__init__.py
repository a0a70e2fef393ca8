"""Pictures of the templates, as `make pictures` draws them from the sample career."""

from functools import cache
from pathlib import Path

from app.domain.documents.errors import TemplateNotFound
from app.infrastructure.looks import LOOKS

FOLDER = Path(__file__).parent


@cache
def picture_of(template_id: str, *, letter: bool = False) -> bytes:
    """A PNG. Raises TemplateNotFound."""
    if template_id not in LOOKS:
        raise TemplateNotFound("There is no such template.")
    return (FOLDER / picture_name(template_id, letter=letter)).read_bytes()


def picture_name(template_id: str, *, letter: bool) -> str:
    return f"{template_id}-letter.png" if letter else f"{template_id}.png"
