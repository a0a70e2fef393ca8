"""Pages that are pictures, read by Tesseract where it is installed: less sure than text, and said to be."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.resumes.errors import ResumeIsPicture
from app.domain.resumes.files import FileKind, FileText, IResumeFiles
from app.domain.shared.patience import TooBusy
from app.infrastructure.extraction.child_process import ChildLimits, asked
from app.infrastructure.extraction.resume_files import ChildResumeFiles

_BOUND = (sys.executable, "-I", "-m", "app.infrastructure.extraction.child.program")
_PICTURE = re.compile(rb"P5\n(\d{1,5}) (\d{1,5})\n255\n")
_LANGUAGES = ("eng", "deu", "fra", "spa", "por", "ita", "nld", "swe", "pol")
"""By how many people write in them here; those that are not installed are left out."""
_REMARK = (
    "The pages are pictures: their letters were recognised, which goes wrong more often than reading text. "
    "Please look through all of it."
)
_CUT = "Only the first pages were read."
_MOST_LANGUAGES = 6
_LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionLimits(ChildLimits):
    """Of one page."""

    seconds: float = 12.0
    most_answer: int = 500_000
    pages: int = 4
    at_once: int = 1
    longest_wait: float = 30.0


class TesseractResumeFiles(IResumeFiles):
    """Asked only where a file has no text but pictures; all else is `files`' own."""

    def __init__(
        self, files: ChildResumeFiles, program: str, limits: RecognitionLimits | None = None
    ) -> None:
        self._files = files
        self._program = program
        self._limits = limits or RecognitionLimits()
        self._free = asyncio.Semaphore(self._limits.at_once)
        self._installed: tuple[str, ...] | None = None
        self._told: str | None = None

    async def read(self, data: bytes) -> FileText:
        try:
            return await self._files.read(data)
        except ResumeIsPicture as scan:
            pages = await self._in_turn(data)
            text = "\n\n".join(pages[: self._limits.pages]).strip()
            if not any(map(str.isalnum, text)):
                raise scan from None
        return FileText(
            kind=FileKind.PDF,
            text=text,
            pages=min(len(pages), self._limits.pages),
            remarks=(_REMARK, _CUT) if len(pages) > self._limits.pages else (_REMARK,),
            reader=await self._version(),
            recognised=True,
        )

    async def _in_turn(self, data: bytes) -> list[str]:
        try:
            async with asyncio.timeout(self._limits.longest_wait):
                await self._free.acquire()
        except TimeoutError:
            raise TooBusy("Too many pictures of pages are being read. Please try again.") from None
        try:
            return await self._pages(data)
        finally:
            self._free.release()

    async def _pages(self, data: bytes) -> list[str]:
        """What is recognised on each; one more, without its text, where there are more than are read."""
        pages: list[str] = []
        while is_picture(picture := await self._files.picture(data, len(pages))):
            if len(pages) == self._limits.pages:
                return [*pages, ""]
            pages.append(await self._letters_of(picture))
        return pages

    async def _letters_of(self, picture: bytes) -> str:
        languages = await self._languages()
        wanted = ("-l", "+".join(languages)) if languages else ()
        status, said = await self._asked(picture, "stdin", "stdout", *wanted, "--psm", "3")
        return _as_text(said) if status == 0 else ""

    async def _languages(self) -> tuple[str, ...]:
        if self._installed is None:
            _, said = await self._asked(b"", "--list-langs")
            there = set(said.decode("utf-8", "replace").split())
            self._installed = tuple(each for each in _LANGUAGES if each in there)[:_MOST_LANGUAGES]
        return self._installed

    async def _version(self) -> str:
        """Two words, `tesseract 5.3.0`."""
        if self._told is None:
            _, said = await self._asked(b"", "--version")
            words = "".join(
                c for c in said.decode("utf-8", "replace") if c.isprintable() or c.isspace()
            ).split()
            self._told = " ".join(words[:2])[:_LONGEST_VERSION] or "tesseract"
        return self._told

    async def _asked(self, data: bytes, *arguments: str) -> tuple[int, bytes]:
        return await asked((*_BOUND, self._program, *arguments), _environment(), data, self._limits)


def found(wish: str) -> str | None:
    """The program's place: as it was named, or where `auto` finds it; nothing for `off`."""
    if wish == "off":
        return None
    return shutil.which("tesseract" if wish == "auto" else wish)


def is_picture(data: bytes) -> bool:
    """Exactly what was asked for: its head, and a byte for each of its points."""
    head = _PICTURE.match(data)
    return head is not None and len(data) - head.end() == int(head[1]) * int(head[2]) > 0


def _as_text(said: bytes) -> str:
    text = said.decode("utf-8", "replace").replace("\f", "\n")
    return "".join(sign for sign in text if sign == "\n" or sign.isprintable())


def _environment() -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in ("TESSDATA_PREFIX", "PATH") if name in os.environ}
    return {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", **kept}
