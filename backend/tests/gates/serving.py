"""JobWise as a host runs it: a process of its own, on a free port of this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.api.conftest import UNLIMITED

BACKEND = Path(__file__).parents[2]


@contextmanager
def served(folder: Path, **settings: object) -> Iterator[str]:
    """Its address. What it logs is in `server.log`."""
    given = {"data_dir": folder / "var", "bcrypt_cost": 4, "log_json": "true"}
    given = given | {"rate_limits": json.dumps(UNLIMITED)} | settings
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JOBWISE_")}
    environment |= {f"JOBWISE_{name.upper()}": str(value) for name, value in given.items()}
    environment |= {"PYTHONPATH": str(BACKEND), "PYTHONUNBUFFERED": "1"}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.main", "serve", "--port", "0"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            yield _address(process, folder / "server.log")
        finally:
            process.terminate()
            process.wait(20)
            if process.stdout:
                process.stdout.close()


def _address(process: "subprocess.Popen[str]", log: Path) -> str:
    for line in process.stdout or ():
        if "http://" in line:
            return line[line.index("http://") :].strip()
    raise AssertionError(f"the server did not start:\n{log.read_text()[-3000:]}")
