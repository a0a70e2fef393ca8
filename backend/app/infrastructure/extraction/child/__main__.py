"""One foreign file in by the pipe, one JSON object out. Started anew for each, and bound before it reads.

With `picture N` the page N out, as a picture in PGM.

What holds it: limits on memory, processor, files and descriptors; nothing of the parent's environment or
open files; a network of its own without any way out, where the kernel gives one to ordinary users; and,
everywhere, an audit hook that refuses sockets, other programs and files to write from Python.
"""

import ctypes
import json
import os
import resource
import signal
import sys

MEMORY = 448 * 1024 * 1024
CPU_SECONDS = 3
_DESCRIPTORS = 32
_DIE_WITH_PARENT = 1
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_BARRED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill", "ftplib.",
    "urllib.", "os.remove", "os.rename", "os.mkdir", "shutil.", "tempfile.",
)  # fmt: skip


def main() -> None:
    confine()
    from app.infrastructure.extraction.child.answers import Refusal, Refused
    from app.infrastructure.extraction.child.reading import read

    if sys.argv[1:2] == ["picture"]:
        from app.infrastructure.extraction.child.pictures import picture_of

        sys.stdout.buffer.write(picture_of(sys.stdin.buffer.read(), int(sys.argv[2])))
        sys.stdout.buffer.flush()
        os._exit(0)
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refused:
        answer = {"refused": refused.refusal}
    except (MemoryError, RecursionError):
        answer = {"refused": Refusal.WORK}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # Nothing is left to tidy up, and a broken library is not asked to.


def confine() -> None:
    os.nice(10)
    leave_the_network()
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _DESCRIPTORS),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    sys.addaudithook(_refuse)


def leave_the_network() -> None:
    """And end with who started it."""
    libc = ctypes.CDLL(None)
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    libc.unshare(_NEW_USER | _NEW_NET)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_BARRED) or (event == "open" and _writes(arguments)):
        raise PermissionError(f"{event} is not for a reader of files")


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    main()
