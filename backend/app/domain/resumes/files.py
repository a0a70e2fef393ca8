"""Foreign files that claim to be resumes, and who makes text of them."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class FileKind(StrEnum):
    """By what is in the file, whatever its name says."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    TXT = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """What a file says."""

    kind: FileKind
    text: str
    """In the order a person reads it, a line a line; what pages repeat at head and foot is left out."""
    pages: int
    remarks: tuple[str, ...] = ()
    """What could not be read or was left out, in words for the person."""
    reader: str
    """What read it, with its version: another one may read it otherwise."""
    recognised: bool = False
    """Out of pictures, letter by letter: nothing of it is sure."""


class IResumeFiles(Protocol):
    @abstractmethod
    async def read(self, data: bytes) -> FileText:
        """Never trusts the file: in a process of its own, with bounds on memory, time, files and network.

        Raises ResumeUnreadable, ResumeWithoutText, ResumeTooLarge; Unavailable when there is no room for
        another reading now.
        """
