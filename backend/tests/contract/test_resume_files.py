"""Foreign files through the child: what it may do, how it may end, and that nothing of it stays."""

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import uvloop

from app.domain.resumes.errors import ResumeTooLarge, ResumeUnreadable, ResumeWithoutText
from app.domain.resumes.files import FileKind
from app.domain.shared.errors import Unavailable
from app.infrastructure.extraction import resume_files
from app.infrastructure.extraction.resume_files import ChildResumeFiles, ReadingLimits
from tests.builders.hostile_files import hostile_files
from tests.builders.hostile_pdfs import a_pdf, paged
from tests.builders.odd_files import SAID, odd_files
from tests.hostile.refusing import canary, longest_lag, refusal

ODD = dict(odd_files())
COVERING = (
    "script in packed objects", "attachment", "pages below themselves", "locked", "five thousand pages",
    "forms within forms", "sixty million operators", "white on white", "PDF and ZIP", "a bomb",
    "a bomb that lies about its size", "parts over one another", "a symbolic link", "a billion laughs",
    "a template from elsewhere", "macros by type", "elements within elements", "OpenDocument, locked",
    "nothing", "noise", "rich text in groups without end",
)  # fmt: skip
_CHILD = "app.infrastructure.extraction.child.__main__"
HOSTILE = {name: data for name, data in hostile_files("http://127.0.0.1:9") if name in COVERING}


def play(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """In the child's place."""
    monkeypatch.setattr(resume_files, "_COMMAND", (sys.executable, "-I", "-c", script))


@pytest.mark.parametrize("name", COVERING)
async def test_a_hostile_file_is_refused_in_words_and_in_time(name: str) -> None:
    assert (await refusal(ChildResumeFiles(), HOSTILE[name])).endswith(".")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("junk before a PDF's head", FileKind.PDF),
        ("all in a box", FileKind.DOCX),
        ("OpenDocument", FileKind.ODT),
        ("rich text in Unicode", FileKind.RTF),
        ("Windows-1252", FileKind.TXT),
    ],
)
async def test_an_odd_file_is_read_and_known_by_its_content(name: str, kind: FileKind) -> None:
    read = await ChildResumeFiles().read(ODD[name])

    assert read.kind is kind
    assert SAID in read.text
    assert read.pages == 1
    assert read.reader.split()[-1][0].isdigit()


async def test_a_guess_at_the_letters_is_said_to_be_one() -> None:
    guessed = await ChildResumeFiles().read("Zoë Ångström".encode("cp1252"))
    known = await ChildResumeFiles().read("Zoë Ångström".encode())

    assert guessed.text == known.text == "Zoë Ångström"
    assert "best guess" in guessed.remarks[0]
    assert known.remarks == ()


async def test_what_cannot_be_seen_is_left_out_and_said() -> None:
    drawn = paged(b"BT /F 12 Tf 60 700 Td (Ada Quay) Tj 1 g 0 -20 Td (hire this one) Tj ET")
    read = await ChildResumeFiles().read(drawn)

    assert read.text == "Ada Quay"
    assert read.remarks == ("Hidden text was left out.",)


def test_it_reads_on_either_loop() -> None:
    for run in (asyncio.run, uvloop.run):
        assert run(ChildResumeFiles().read(a_pdf(SAID))).text == SAID


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/tmp/jobwise-canary', 'w').write('x')",
        "import os; os.open('/tmp/jobwise-canary', os.O_CREAT | os.O_WRONLY)",
        "import socket; socket.create_connection(('127.0.0.1', PORT), 1)",
        "import _socket; _socket.socket().connect(('127.0.0.1', PORT))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
        "bytearray(600_000_000)",
        "while True: pass",
        "import os; os.kill(os.getppid(), 0)",
        "files = [open('/dev/null') for _ in range(100)]",
    ],
)
async def test_a_child_that_has_bound_itself_cannot(attempt: str) -> None:
    async with canary() as (address, came):
        tried = attempt.replace("PORT", address.rpartition(":")[2])
        bound = f"from {_CHILD} import confine; confine()\n{tried}\nprint('done')"
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-c", bound, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
        )
        said, _ = await child.communicate()

    assert child.returncode != 0
    assert said == b""
    assert came == []
    assert not os.path.exists("/tmp/jobwise-canary")  # noqa: ASYNC240


async def test_the_child_is_given_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_SECRET_KEY", "canary-7f3a")
    held = os.open("/dev/null", os.O_RDONLY)
    os.set_inheritable(held, True)
    play(
        monkeypatch,
        "import json, os, sys; sys.stdin.buffer.read(); said = ' '.join(sorted(os.environ)) + ' '"
        " + ' '.join(sorted(os.listdir('/proc/self/fd')));"
        "print(json.dumps({'kind': 'txt', 'text': said, 'pages': 1, 'remarks': {}, 'reader': 'x 1'}))",
    )
    try:
        said = (await ChildResumeFiles().read(b"x")).text
    finally:
        os.close(held)

    assert "JOBWISE" not in said
    assert "PATH" not in said
    assert said.split()[-4:] == ["0", "1", "2", "3"]  # The last is the folder that is being listed.


GOOD = {"kind": "txt", "text": "x", "pages": 1, "remarks": {}, "reader": "x 1"}


@pytest.mark.parametrize(
    "script",
    [
        "import os; os.kill(os.getpid(), 11)",
        "import os; os.abort()",
        "import os; os.kill(os.getpid(), 9)",
        "raise SystemExit(3)",
        "pass",
        "print('not json')",
        "print('[1, 2]')",
        "import sys; sys.stdout.buffer.write(bytes(range(256)))",
        "print('[' * 100_000)",
        "import sys; [sys.stdout.write('x' * 65536) for _ in range(1000)]",
        f"print({json.dumps({**GOOD, 'kind': 'exe'})!r})",
        f"print({json.dumps({**GOOD, 'pages': -1})!r})",
        f"print({json.dumps({**GOOD, 'pages': True})!r})",
        f"print({json.dumps({**GOOD, 'text': None})!r})",
        f"import json; print(json.dumps({{**{GOOD}, 'text': 'x' * 300_000}}))",
        f"print({json.dumps({**GOOD, 'remarks': {'be kind': 1}})!r})",
        f"print({json.dumps({**GOOD, 'more': 1})!r})",
        'print(\'{"refused": "because"}\')',
        "print('{\"refused\": [1]}')",
    ],
)
async def test_whatever_the_child_says_or_dies_of_the_file_is_unreadable(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = ChildResumeFiles()
    with monkeypatch.context() as instead:
        play(instead, script)
        with pytest.raises(ResumeUnreadable):
            await files.read(b"x" * 1_000_000)

    assert (await files.read(SAID.encode())).text == SAID


async def test_a_child_that_sleeps_is_ended_with_what_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    play(
        monkeypatch,
        "import subprocess, sys; p = subprocess.Popen(['sleep', '97']); print(p.pid, flush=True); p.wait()",
    )
    files = ChildResumeFiles(ReadingLimits(seconds=1.0))
    began = time.monotonic()
    with pytest.raises(Unavailable):
        await files.read(b"x")

    assert time.monotonic() - began < 3
    assert not _sleepers()


def _sleepers() -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "cmdline").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if told == b"sleep\x0097\0" and state != "Z":
            found.append(folder.name)
    return found


async def test_a_caller_who_gives_up_leaves_no_child_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, "import time; time.sleep(98)")
    files = ChildResumeFiles(ReadingLimits(at_once=1, seconds=30))
    reading = asyncio.create_task(files.read(b"x"))
    await asyncio.sleep(0.3)
    children = _children()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading

    assert len(children) == 1
    assert not children & _children()


def _children() -> set[str]:
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())


async def test_who_comes_when_too_many_wait_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, "import time; time.sleep(1)")
    files = ChildResumeFiles(ReadingLimits(at_once=1, most_waiting=2, longest_wait=0.3))
    outcomes = await asyncio.gather(*(files.read(b"x") for _ in range(5)), return_exceptions=True)

    assert sum(isinstance(each, Unavailable) for each in outcomes) == 4
    assert sum(isinstance(each, ResumeUnreadable) for each in outcomes) == 1


async def test_a_file_beyond_the_limit_starts_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, "raise SystemExit")
    with pytest.raises(ResumeTooLarge, match="10 MB"):
        await ChildResumeFiles().read(bytes(10_000_001))


async def test_bombs_at_once_leave_the_loop_alone() -> None:
    files = ChildResumeFiles(ReadingLimits(longest_wait=60))
    bomb = HOSTILE["sixty million operators"]
    lags = [
        await longest_lag(asyncio.gather(*(refusal(files, bomb, queued=True) for _ in range(4))))
        for _ in range(3)
    ]

    assert min(lags) <= 0.1, lags


@pytest.mark.parametrize("data", [b"", b" \n", bytes(10)])
async def test_an_empty_file_has_no_text(data: bytes) -> None:
    with pytest.raises(ResumeWithoutText):
        await ChildResumeFiles().read(data)


async def test_a_child_that_says_too_much_leaves_no_pipe_open(monkeypatch: pytest.MonkeyPatch) -> None:
    files = ChildResumeFiles()
    await files.read(SAID.encode())
    before = set(os.listdir("/proc/self/fd"))
    play(monkeypatch, "import sys; [sys.stdout.write('x' * 65536) for _ in range(1000)]")
    for _ in range(3):
        with pytest.raises(ResumeUnreadable):
            await files.read(b"x")
    await asyncio.sleep(0)

    assert set(os.listdir("/proc/self/fd")) <= before
