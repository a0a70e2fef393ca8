"""Who this process is to the queue. With a data directory to itself it is who it was before it died."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import uuid4


@contextmanager
def occupy(directory: Path, *, wanted: bool = True) -> Iterator[tuple[str, bool]]:
    """A name, and whether nobody else can bear it now: then leases in that name are a dead process's.

    The lock goes with the process, however that ends. A process that does no work does not want it.
    """
    with (directory / "work.lock").open("a+") as file:
        if not (wanted and _locked(file)):
            yield f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}", False
            return
        file.seek(0)
        name = file.read().strip()
        if not name:
            name = f"home-{uuid4().hex}"
            file.write(name)
            file.flush()
        yield name, True


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
