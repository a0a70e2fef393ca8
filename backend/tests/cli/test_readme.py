"""What the README tells a newcomer to paste does what it says."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_curl_tour_ends_with_a_resume_and_a_letter(server: subprocess.Popen[str], tmp_path: Path) -> None:
    tour = re.findall(r"```sh\n(API=.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert len(tour) == 1
    here = tmp_path / "here"
    here.mkdir()
    (here / "examples").symlink_to(ROOT / "examples")

    assert server.stdout
    address = server.stdout.readline().split()[-1]
    script = "set -euo pipefail\n" + tour[0].replace("http://127.0.0.1:8000", address)
    told = subprocess.run(["bash", "-c", script], cwd=here, capture_output=True, text=True, timeout=90)

    assert told.returncode == 0, told.stderr
    files = {path.suffix: path.read_bytes() for path in here.iterdir() if path.is_file()}
    assert files[".pdf"].startswith(b"%PDF-")
    assert files[".docx"].startswith(b"PK")
    assert len([path for path in here.glob("*Cover-letter*.pdf") if path.read_bytes()[:5] == b"%PDF-"]) == 1
    assert told.stdout.count("event: end") == 2


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        name
        for page in pages
        for name in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(), re.MULTILINE)
    }

    assert named <= targets
