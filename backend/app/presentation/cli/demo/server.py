"""A JobWise of its own for the demo: another process, its own database, a free port."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import app
from app.presentation.cli.failing import Refused
from app.settings import PREFIX

STARTS_WITHIN = 60.0
STOPS_WITHIN = 10.0


@contextmanager
def running_server(data_dir: Path) -> Iterator[str]:
    """Its address, as soon as it answers. However the demo ends, the server ends too."""
    data_dir.mkdir(parents=True, exist_ok=True)
    log = data_dir / "server.log"
    with log.open("wb") as writing:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.main", "serve", "--host", "127.0.0.1", "--port", "0"],
            env=_environment(data_dir),
            cwd=data_dir,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=writing,
        )
    try:
        yield _address(process, log)
    finally:
        _stop(process)


def _environment(data_dir: Path) -> dict[str, str]:
    """None of the host's own settings: the demo touches neither their database nor their files."""
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    above = str(Path(app.__file__).parents[1])
    path = os.pathsep.join(part for part in (above, own.get("PYTHONPATH")) if part)
    return own | {"PYTHONPATH": path, PREFIX + "DATA_DIR": str(data_dir.resolve())}


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    patience = Timer(STARTS_WITHIN, process.kill)
    patience.start()
    try:
        said = process.stdout.readline().decode() if process.stdout else ""
    finally:
        patience.cancel()
    if "http://" not in said:
        raise Refused(f"The server did not start; {log} says why.")
    return said.split()[-1]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
