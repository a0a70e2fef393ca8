"""The two-page PDF beside what others make of the same lines: `python -m tests.bench.peers PYTHON`.

PYTHON is an interpreter that has the others; ours run in turn with them on the same machine, warm. RenderCV
sets by Typst, and fetches parts of its themes while it runs: Typst alone is the least that it takes.

    python3 -m venv peers && peers/bin/pip install typst weasyprint
    python -m tests.bench.peers peers/bin/python
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import Layout
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.text.html import to_html
from tests.builders.resumes import two_pages

OUTSIDE = Path(__file__).with_name("peers_outside.py")
ROUNDS = 5


def main(python: str) -> int:
    content = two_pages()
    said = json.dumps({"typst": as_typst(content), "html": to_html(content, Layout())})
    render_pdf(content, Layout())
    ours: list[float] = []
    theirs: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        ours += [_timed(content) for _ in range(ROUNDS)]
        run = subprocess.run([python, str(OUTSIDE)], input=said, capture_output=True, text=True, check=True)
        for name, took in json.loads(run.stdout).items():
            theirs.setdefault(name, []).extend(took)
    mine = statistics.median(ours)
    sys.stdout.write(f"ours: {mine:.1f} ms\n")
    for name, took in theirs.items():
        median = statistics.median(took)
        sys.stdout.write(f"{name}: {median:.0f} ms, {median / mine:.0f} x ours\n")
    return 0


def as_typst(content: DocumentContent) -> str:
    """The same lines, each as text that means nothing else."""
    said = [f"= #{_quoted(content.header.name.text)}"]
    for section in content.sections:
        said.append(f"== #{_quoted(section.title)}")
        for entry in section.entries:
            dates = entry.dates.text if entry.dates else ""
            said.append(f"*#{_quoted(entry.title.text)}* #h(1fr) #{_quoted(dates)}")
            said += [f"- #{_quoted(bullet.text)}" for bullet in entry.bullets]
        said += [f"- #{_quoted(line.text)}" for line in section.bullets]
        said += [f"#{_quoted(', '.join(item.text for item in group.items))}" for group in section.groups]
    return "\n\n".join(said)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _timed(content: DocumentContent) -> float:
    began = time.perf_counter()
    render_pdf(content, Layout())
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
