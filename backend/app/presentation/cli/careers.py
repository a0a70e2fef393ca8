"""A career read from a file, for the commands that need no database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID, uuid5

import typer

import app
from app.domain.profile.formats import Document, profile_from_reading, read_file
from app.domain.profile.json_resume import Unplaced
from app.domain.profile.model import Profile
from app.domain.resumes.parsing import parse_resume
from app.domain.resumes.profiles import profile_of_resume
from app.domain.shared.errors import DomainError
from app.domain.shared.ids import ItemId, UserId
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import parsed_json, read_bytes, text_in
from app.presentation.strict_yaml import YamlRefused, read_yaml

NOBODY = UserId(UUID(int=0))
EXAMPLES = Path(app.__file__).parents[2] / "examples"
TEXTS = (".txt", ".md")
PARTS = ("experiences", "education", "projects", "skills", "achievements")
ProfileFile = Annotated[
    Path,
    typer.Option(
        "--profile",
        help="A career: JSON Resume, Reactive Resume, RenderCV, LinkedIn's zip, or a resume's text as .txt.",
    ),
]
PostingFile = Annotated[Path, typer.Option("--posting", help="The job posting's text, just as copied.")]


ZIP = b"PK\x03\x04"
"""How every zip with something in it begins."""


def read_profile(path: Path) -> Profile:
    """Raises Refused, naming the file and what is wrong in it."""
    return read_career(path)[0]


def read_career(path: Path) -> tuple[Profile, tuple[Unplaced, ...]]:
    """Whatever it is in, and what of it has no place. Raises Refused."""
    data = read_bytes(path)
    if path.suffix.lower() in TEXTS:
        return profile_of_text(text_in(data, path)), ()
    return profile_of_document(document_in(data, path), path)


def document_in(data: bytes, path: Path) -> Document:
    """A zip, JSON or YAML: by how it begins. Raises Refused."""
    if data.startswith(ZIP):
        return data
    text = text_in(data, path)
    if text.lstrip().startswith(("{", "[")):
        return parsed_json(text, path)
    try:
        found = read_yaml(data)
    except YamlRefused as error:
        raise Refused(f"{path} is neither JSON nor YAML that we take: {error}.") from error
    if not isinstance(found, dict):
        raise Refused(f"{path} is not JSON, and no object of YAML.")
    return found


def profile_of_text(text: str) -> Profile:
    """Out of a resume's text, as far as our own rules read it."""
    return _steady(profile_of_resume(parse_resume(text), user_id=NOBODY, now=datetime.now(UTC)))


def profile_of(document: Document, path: Path) -> Profile:
    return profile_of_document(document, path)[0]


def profile_of_document(document: Document, path: Path) -> tuple[Profile, tuple[Unplaced, ...]]:
    try:
        reading = read_file(document).reading
        profile = profile_from_reading(reading, user_id=NOBODY, now=datetime.now(UTC))
    except DomainError as error:
        flaws = "; ".join(f"{flaw.field or '/'}: {flaw.message}" for flaw in error.flaws[:3])
        raise Refused(f"{path}: {error} {flaws}".rstrip()) from error
    return _steady(profile), reading.unplaced


def _steady(profile: Profile) -> Profile:
    """Every item is called after its place, so that the same file always gives the same ids."""
    profile.id = uuid5(NOBODY, "profile")
    for part in PARTS:
        items = getattr(profile, part)
        setattr(profile, part, tuple(_named(item, f"{part}/{n}") for n, item in enumerate(items)))
    return profile


def _named(item: Any, place: str) -> Any:
    own: dict[str, Any] = {"id": ItemId(uuid5(NOBODY, place))}
    if lines := getattr(item, "achievements", ()):
        own["achievements"] = tuple(_named(line, f"{place}/{n}") for n, line in enumerate(lines))
    return replace(item, **own)


def steady_ids(profile: Mapping[str, Any]) -> dict[str, str]:
    """What the items of a profile, as the API tells it, are called when it is read from a file."""
    found = {str(profile["id"]): str(uuid5(NOBODY, "profile"))}
    for part in PARTS:
        for n, item in enumerate(profile.get(part, ())):
            found[item["id"]] = str(uuid5(NOBODY, f"{part}/{n}"))
            for k, line in enumerate(item.get("achievement_ids", ())):
                found[line] = str(uuid5(NOBODY, f"{part}/{n}/{k}"))
    return found
