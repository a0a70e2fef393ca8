"""Each reader for some seconds, `JOBWISE_FUZZ_SECONDS` of them, on files changed at random."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.fuzzing import KINDS

SECONDS = float(os.environ.get("JOBWISE_FUZZ_SECONDS", "10"))
SEED = os.environ.get("JOBWISE_FUZZ_SEED", "1")
BACKEND = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_file_is_changed_to_it_is_read_or_refused(kind: str) -> None:
    """In a process of its own: what PDFium dies of must not end the others."""
    command = [sys.executable, "-m", "tests.hostile.fuzzing", kind, str(SECONDS), SEED]
    ended = subprocess.run(
        command, cwd=BACKEND, capture_output=True, text=True, check=False, timeout=SECONDS * 3 + 60
    )

    assert ended.returncode == 0, ended.stderr[-2000:] or f"it died of {ended.returncode}"
    assert int(ended.stdout) > 20
