"""Resumes and postings of many trades, and how well a reader found each pair to fit.

In `texts/` a file holds a trade: after a line `@@ resume NAME` or `@@ job NAME` comes the text. In
`labels.tsv` 2 is a good fit, 1 a partial one, 0 none; they were given before anything scored them. The names
of the files say which half may be looked into when the engine is changed (open), and which is only measured
(sealed). Those that begin with `later` are open too: trades that were in no material while it was made,
short texts and many near misses, so that they are harder than the rest and measured beside it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_BEGINS = re.compile(r"^@@ (resume|job) (\S+)\n", re.M)
_TEXTS = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    kind: str
    trade: str
    sealed: bool
    text: str
    later: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    resume: str
    job: str
    resume_text: str
    job_text: str
    label: int
    sealed: bool
    near: bool
    """Of the same trade: what tells them apart is not the field."""
    later: bool = False


@cache
def texts() -> tuple[Text, ...]:
    return tuple(text for file in sorted((HERE / "texts").glob("*.txt")) for text in _texts_in(file))


def _texts_in(file: Path) -> Iterator[Text]:
    half, trade = file.stem.split("_", 1)
    cut = _BEGINS.split(file.read_text(encoding="utf-8"))[1:]
    for kind, name, text in zip(cut[::3], cut[1::3], cut[2::3], strict=True):
        yield Text(name, kind, trade, half == "sealed", text, half == "later")


@cache
def pairs() -> tuple[Pair, ...]:
    resumes = {text.name: text for text in texts() if text.kind == "resume"}
    jobs = {text.name: text for text in texts() if text.kind == "job"}
    return tuple(
        _pair(resumes[row["resume"]], jobs[row["job"]], int(row["label"])) for row in _rows("labels.tsv")
    )


def _pair(resume: Text, job: Text, label: int) -> Pair:
    near = resume.trade == job.trade
    return Pair(resume.name, job.name, resume.text, job.text, label, resume.sealed, near, resume.later)


def pairs_elsewhere(data: Path, text_of: Callable[[bytes], str]) -> Iterator[Pair]:
    """Those of `elsewhere.tsv`, from another's texts: a folder's resumes/files/ and postings/jobs.jsonl."""
    jobs = _postings(data / "postings" / "jobs.jsonl")
    resumes = {
        file.stem: file for file in (data / "resumes" / "files").iterdir() if file.suffix.lower() in _TEXTS
    }

    @cache
    def read(name: str) -> str:
        return text_of(resumes[name].read_bytes())

    for row in _rows("elsewhere.tsv"):
        resume, job = row["resume"], row["job"]
        yield Pair(
            resume, job, read(resume), jobs[job], int(row["label"]), row["half"] == "sealed", near=False
        )


def _postings(file: Path) -> Mapping[str, str]:
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
