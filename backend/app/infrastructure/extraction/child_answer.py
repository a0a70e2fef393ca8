"""What a child said of a file, believed no further than it is well formed."""

import json
import signal
from typing import Any

from app.domain.resumes.errors import (
    ResumeIsPicture,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeWithoutText,
)
from app.domain.resumes.files import FileKind, FileText
from app.domain.shared.errors import DomainError
from app.infrastructure.extraction.child.answers import MOST_CHARACTERS, Refusal, Remark

_UNREADABLE = "This file cannot be read."
_WHY: dict[Refusal, tuple[type[DomainError], str]] = {
    Refusal.EMPTY: (ResumeWithoutText, "This file is empty."),
    Refusal.OTHER_KIND: (ResumeUnreadable, "This is no PDF, Word, OpenDocument or RTF file, nor text."),
    Refusal.TWO_KINDS: (ResumeUnreadable, "This file is of two kinds at once. Please save it anew."),
    Refusal.BROKEN: (ResumeUnreadable, "This file is broken. Please save it anew."),
    Refusal.LOCKED: (ResumeUnreadable, "This file is locked with a password. Please save it without one."),
    Refusal.OLD_WORD: (ResumeUnreadable, "This is an old or locked Word file. Please save it as DOCX."),
    Refusal.MACROS: (ResumeUnreadable, "This file has macros. Please save it without them."),
    Refusal.SCRIPTS: (ResumeUnreadable, "This PDF has scripts or programs. Please print it to a new one."),
    Refusal.ATTACHMENTS: (ResumeUnreadable, "This PDF has other files in it. Please print it anew."),
    Refusal.OUTSIDE: (ResumeUnreadable, "This file wants parts of itself fetched from elsewhere."),
    Refusal.DOCTYPE: (ResumeUnreadable, "This file has a document type, which no office program writes."),
    Refusal.ARCHIVE: (ResumeUnreadable, "This file is not packed as an office program packs it."),
    Refusal.UNPACKS: (ResumeTooLarge, "This file unpacks to more than we read."),
    Refusal.TOO_DEEP: (ResumeTooLarge, "This file has more parts within parts than we read."),
    Refusal.PAGES: (ResumeTooLarge, "This file has more pages than we read."),
    Refusal.PARTS: (ResumeTooLarge, "This file has more parts than we read."),
    Refusal.WORK: (ResumeUnreadable, "This file takes more work to read than we give to one."),
    Refusal.NO_TEXT: (ResumeWithoutText, "There is no text in this file."),
    Refusal.SCAN: (ResumeIsPicture, "This is a picture of a page. Please upload a file with text."),
}  # fmt: skip
_SAID: dict[Remark, str] = {
    Remark.HIDDEN: "Hidden text was left out.",
    Remark.TINY: "Text too small to read was left out.",
    Remark.OFF_PAGE: "Text off the page was left out.",
    Remark.ROTATED: "Text that does not run from left to right was left out.",
    Remark.REPEATED: "What stands at the head or foot of every page was read once.",
    Remark.DELETED: "Changes that the document keeps track of were read as accepted.",
    Remark.EMBEDDED: "Pictures, objects and files within the file were not read.",
    Remark.GUESSED_ENCODING: "The file does not say how its letters are written; this is our best guess.",
    Remark.CUT: "The file is longer than what we read of it.",
}
_MOST_PAGES = 10_000
_LONGEST_NAME = 60
_FIELDS = {"kind": str, "text": str, "pages": int, "remarks": dict, "reader": str}


def answered(status: int, answer: bytes) -> FileText:
    """Raises ResumeUnreadable, ResumeWithoutText, ResumeTooLarge."""
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise ResumeUnreadable(_WHY[Refusal.WORK][1])
    said = _parsed(answer) if status == 0 else None
    if said is None:
        raise ResumeUnreadable(_UNREADABLE)
    if "refused" in said:
        raise _refusal(said["refused"])
    if said.keys() != _FIELDS.keys() or not all(type(said[f]) is kind for f, kind in _FIELDS.items()):
        raise ResumeUnreadable(_UNREADABLE)
    if not 0 < said["pages"] < _MOST_PAGES or len(said["text"]) > MOST_CHARACTERS:
        raise ResumeUnreadable(_UNREADABLE)
    return _text(said)


def _text(said: dict[str, Any]) -> FileText:
    try:
        kind, told = FileKind(said["kind"]), sorted(map(Remark, said["remarks"]))
    except ValueError:
        raise ResumeUnreadable(_UNREADABLE) from None
    return FileText(
        kind=kind,
        text=said["text"].replace("\0", "").encode("utf-8", "replace").decode("utf-8"),
        pages=said["pages"],
        remarks=tuple(_SAID[remark] for remark in told),
        reader="".join(c for c in said["reader"] if c.isprintable())[:_LONGEST_NAME],
    )


def _parsed(answer: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(answer.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _refusal(said: object) -> DomainError:
    try:
        kind, why = _WHY[Refusal(str(said))]
    except ValueError:
        kind, why = ResumeUnreadable, _UNREADABLE
    return kind(why)
