"""Scans: told as such where nobody recognises letters, read and doubted where somebody does."""

import os
import shutil
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.application.resumes.reading import ResumeReader
from app.composition.reading import resume_files
from app.domain.resumes.errors import ResumeUnreadable, ResumeWithoutText
from app.domain.resumes.files import FileText
from app.domain.resumes.importing import unsure_of
from app.domain.resumes.resume import GUESSED, ReadResume
from app.infrastructure.extraction.resume_files import ChildResumeFiles
from app.infrastructure.extraction.tesseract import (
    RecognitionLimits,
    TesseractResumeFiles,
    found,
    is_picture,
)
from app.infrastructure.phones import WorldPhones
from tests.builders.hostile_files import hostile_files
from tests.builders.scans import RESUME, a_scan

Made = Callable[..., str]
READS = """
picture = sys.stdin.buffer.read()
head = picture.split(b"\\n", 3)
width, height = map(int, head[1].split())
assert head[0] == b"P5" and len(head[3]) == width * height and 0 in head[3]
print(os.environ.get("SAID") or SAID)
"""


@pytest.fixture
def program(tmp_path: Path) -> Made:
    """A stand-in that speaks as Tesseract does: `--version`, `--list-langs`, else a picture in, text out."""

    def made(does: str = READS, *, languages: str = "eng\nosd") -> str:
        file = tmp_path / "recogniser"
        file.write_text(
            f"#!{sys.executable} -I\n"
            "import os, sys, socket, subprocess, time\n"
            f"SAID = {chr(10).join(RESUME)!r}\n"
            f"LANGUAGES = {languages!r}\n"
            "if '--version' in sys.argv:\n    print('tesseract 9.9'); sys.exit()\n"
            "if '--list-langs' in sys.argv:\n    print('List of languages:', LANGUAGES); sys.exit()\n"
            f"{does}\n"
        )
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return str(file)

    return made


async def read(program: str, data: bytes, **limits: float) -> FileText:
    return await TesseractResumeFiles(
        ChildResumeFiles(),
        program,
        RecognitionLimits(**limits),  # type: ignore[arg-type]
    ).read(data)


async def _here(work: Callable[..., Any], *arguments: Any) -> Any:
    return work(*arguments)


async def parsed(program: str, data: bytes) -> ReadResume:
    reader = ResumeReader(files=resume_files(ocr=program), phones=WorldPhones(), apart=_here)
    return (await reader.read(data))[1]


async def test_a_scan_that_nobody_recognises_is_told_as_one() -> None:
    with pytest.raises(ResumeWithoutText, match="picture of a page") as told:
        await resume_files(ocr="off").read(a_scan())

    assert told.value.code == "resume_without_text"


async def test_a_scan_is_read_and_said_to_be(program: Made) -> None:
    file = await read(program(), a_scan())

    assert file.text.splitlines() == list(RESUME)
    assert (file.pages, file.reader, file.recognised) == (1, "tesseract 9.9", True)
    assert "letters were recognised" in file.remarks[0]


async def test_nothing_of_a_scan_is_sure(program: Made) -> None:
    resume = await parsed(program(), a_scan())

    assert resume.name
    assert resume.email
    assert resume.experiences[0].title
    assert resume.name.value == "Marta Lindqvist"
    assert {resume.name.sureness, resume.email.sureness} == {GUESSED}
    assert resume.experiences[0].title.sureness == GUESSED
    assert {"/name", "/email", "/experiences/0/title"} <= {each.field for each in unsure_of(resume)}


async def test_a_file_with_text_is_never_recognised(program: Made) -> None:
    file = await read(program("sys.exit(1)"), b"Ada Byron\nSKILLS\nPython\n")

    assert not file.recognised


async def test_only_the_first_pages_are_recognised(program: Made) -> None:
    file = await read(program(), a_scan(*[RESUME] * 3), pages=2)

    assert file.text.count("Marta Lindqvist") == file.pages == 2
    assert file.remarks[1] == "Only the first pages were read."


async def test_it_is_asked_in_the_languages_that_it_has(program: Made) -> None:
    file = await read(program("print(' '.join(sys.argv[1:]))", languages="deu\neng\nosd\ntlh"), a_scan())

    assert file.text == "stdin stdout -l eng+deu --psm 3"


@pytest.mark.parametrize("does", ["sys.exit(1)", "os.abort()", "print('\\x00 \\n')", "pass", "os.close(1)"])
async def test_where_it_recognises_nothing_a_scan_stays_one(program: Made, does: str) -> None:
    with pytest.raises(ResumeWithoutText, match="picture of a page"):
        await read(program(does), a_scan())


@pytest.mark.parametrize("does", ["while True: print('x' * 100_000)", "x = [n for n in iter(int, 1)]"])
async def test_a_recogniser_out_of_bounds_is_stopped(program: Made, does: str) -> None:
    with pytest.raises((ResumeUnreadable, ResumeWithoutText)):
        await read(program(does), a_scan(), seconds=4.0)


BOUND = """
tried = []
def may(what, act):
    try:
        act()
        tried.append(what)
    except OSError:
        pass
may("write", lambda: os.write(os.open(HOME + "/written", os.O_CREAT | os.O_WRONLY), b"x"))
may("network", lambda: socket.create_connection(("127.0.0.1", PORT), 1))
print("may", *tried)
"""


async def test_a_recogniser_writes_nothing_and_reaches_nobody(program: Made, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        does = BOUND.replace("HOME", repr(str(tmp_path))).replace("PORT", str(server.getsockname()[1]))
        file = await read(program(does), a_scan())
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()

    assert file.text == "may"
    assert not (tmp_path / "written").read_bytes()


async def test_a_hostile_picture_is_refused_before_it_is_recognised(program: Made) -> None:
    files = dict(hostile_files("http://127.0.0.1:9"))
    said = program("print('recognised')")

    for name in ("script in packed objects", "attachment", "five thousand pages"):
        with pytest.raises(Exception) as refused:  # noqa: PT011 - whichever refusal is its own
            await read(said, files[name])
        assert "recognised" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "right"),
    [
        (b"P5\n2 1\n255\nab", True),
        (b"P5\n2 2\n255\nab", False),
        (b"P5\n2 1\n255\nabc", False),
        (b"P6\n2 1\n255\nab", False),
        (b"", False),
        (b"P5\n0 0\n255\n", False),
    ],
)
def test_a_picture_has_a_byte_for_each_point(data: bytes, right: bool) -> None:
    assert is_picture(data) is right


def test_the_program_is_found_where_it_is_named(program: Made) -> None:
    path = program()

    assert (found(path), found("off"), found("/nowhere/tesseract")) == (path, None, None)
    assert found("auto") == shutil.which("tesseract")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
async def test_tesseract_itself_reads_a_scan() -> None:
    resume = await parsed("auto", a_scan())

    assert resume.name
    assert resume.email
    assert resume.name.value == "Marta Lindqvist"
    assert resume.email.value == "marta.lindqvist@example.org"
    assert [e.title.value for e in resume.experiences if e.title] == ["Registered Nurse"]
    assert os.environ.get("OMP_THREAD_LIMIT") is None
