"""`jobwise eval` over resumes that nobody has labelled."""

import json
from pathlib import Path

from tests.builders.hostile_pdfs import a_pdf
from tests.cli.conftest import Run
from tests.foreign.careers import careers
from tests.foreign.fresh import fresh
from tests.foreign.layouts import layouts

LEAST = 0.95
"""The share of honest files that give experiences."""


def test_each_file_has_a_row_and_nearly_all_give_experiences(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "resumes" / "unlabelled"
    (folder / "below").mkdir(parents=True)
    for n, career in enumerate([*careers()[:2], *fresh()]):
        for layout, data in layouts(career):
            suffix = "docx" if data.startswith(b"PK") else "pdf"
            (folder / f"{n} {layout}.{suffix}").write_bytes(data)
    (folder / "below" / "cut off.pdf").write_bytes(a_pdf()[:200])
    (folder / "below" / "empty.txt").write_bytes(b"")

    result = run("eval", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    rows = json.loads((tmp_path / "out" / "robust.json").read_text())
    assert all(
        {"id", "error", "seconds", "experiences", "education", "skills"} == row.keys()
        and isinstance(row["seconds"], float)
        and all(isinstance(row[part], int) for part in ("experiences", "education", "skills"))
        for row in rows
    )
    broken = {row["id"]: row["error"] for row in rows if row["error"]}
    assert broken.keys() == {"cut off.pdf", "empty.txt"}
    honest = [row for row in rows if row["id"] not in broken]
    assert len(honest) == 72
    assert sum(row["experiences"] > 0 for row in honest) >= LEAST * len(honest)
