"""Becomes another program, which is given no more than a reader of files is: `program PATH ARGUMENT...`."""

import os
import resource
import sys

from app.infrastructure.extraction.child.__main__ import leave_the_network

MEMORY = 1024 * 1024 * 1024
CPU_SECONDS = 20


def main(path: str, *arguments: str) -> None:
    os.nice(10)
    leave_the_network()
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    os.execv(path, (path, *arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
