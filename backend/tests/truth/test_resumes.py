"""Whole resumes as text, beside the career that they tell of."""

from pathlib import Path

import pytest

from app.domain.documents.facts import Verdict, check_text
from tests.truth.corpus import CAREERS
from tests.truth.measure import TODAY
from tests.truth.resumes import Resume, resumes

FILES = sorted(CAREERS.glob("*.json"))


def refused(resume: Resume) -> list[str]:
    receipt = check_text(resume.text, resume.profile, TODAY)
    return [line.text for line in receipt.lines if line.verdict is Verdict.UNSUPPORTED]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_line_of_a_true_resume_is_refused(file: Path) -> None:
    for resume in resumes(file):
        if resume.true:
            assert not refused(resume), resume.change


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_whatever_is_added_to_a_resume_is_found(file: Path) -> None:
    for resume in resumes(file):
        if not resume.true:
            assert refused(resume), resume.change
