"""What an uploaded file is called: whatever its sender says, it is a name and no more."""

import re
import unicodedata

from app.domain.resumes.errors import ResumeMisnamed
from app.domain.resumes.files import FileKind

LONGEST_NAME = 120
MOST_BYTES = 200
"""In UTF-8, as file systems count."""
UNNAMED = "resume"
_PATH = re.compile(r"[/\\]")
_SIGNS = re.compile(r'["<>:|?*;%\x00-\x1f\x7f]')
"""What a header, a shell or a file system would take for more than a letter."""
_SPACES = re.compile(r"\s+")
_SUFFIX = re.compile(r"\.([A-Za-z0-9]{1,5})$")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST_GIVEN = 2_000


def name_of(given: str, kind: FileKind) -> str:
    """The last part of a path, in one line, with the suffix of what the file is."""
    name = unicodedata.normalize("NFC", _PATH.split(given[-_LONGEST_GIVEN:])[-1])
    name = "".join(sign for sign in name if unicodedata.category(sign) not in _UNSEEN)
    stem = _SPACES.sub(" ", _SUFFIX.sub("", _SIGNS.sub(" ", name))).strip(" .-_")
    return f"{_cut(stem) or UNNAMED}.{kind}"


def require_honest(given: str, kind: FileKind) -> None:
    """A name need not say what the file is; what it says must be so. Raises ResumeMisnamed."""
    said = _SUFFIX.search(given.rstrip())
    if said and said[1].lower() in set(FileKind) and said[1].lower() != kind:
        raise ResumeMisnamed(f"It is called .{said[1].lower()}, but its content is {kind.upper()}.")


def _cut(stem: str) -> str:
    return stem[:LONGEST_NAME].encode()[:MOST_BYTES].decode(errors="ignore").strip(" .-_")
