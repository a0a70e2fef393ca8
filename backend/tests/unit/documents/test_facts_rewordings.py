"""Lines that say freely what a source says of rank, scope, denials and degrees, and their false twins.

In `rewordings.txt` a source stands above its lines, true (`+`) and false (`-`). It is an achievement,
or by its head: `Education: degree|field|school|grade`, `Position: title|company|place|achievements`, or
`Summary:`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.documents.facts import Verdict
from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.sources.grounds import Archive
from tests.truth.corpus import profile_of, sources_of
from tests.truth.measure import TODAY

WORK = {"name": "Harbour Works", "position": "Clerk", "location": "Leeds", "startDate": "2019-03"}


def told_again(sign: str) -> Iterator[tuple[str, str]]:
    source = ""
    for line in Path(__file__).with_name("rewordings.txt").read_text(encoding="utf-8").splitlines():
        if line[:2] == f"{sign} ":
            yield source, line[2:]
        elif line[:2] not in ("+ ", "- "):
            source = line


def verdict(source: str, line: str) -> Verdict:
    resume, cited = told_by(source)
    profile = profile_of("person", resume)
    sources = sources_of(cited, profile)
    return hold(Archive(profile, today=TODAY), pointer="/lines/0", text=line, sources=sources).verdict


def told_by(source: str) -> tuple[dict[str, Any], str]:
    """A resume that says it, and how the corpus cites it there."""
    head, _, said = source.partition(": ")
    basics = {"name": "Alex Doe"}
    if head == "Summary":
        return {"basics": basics | {"summary": said}}, "P.professional_summary"
    if head == "Education":
        degree, field, school, *grade = said.split("|")
        studies = {"institution": school, "studyType": degree, "area": field, "endDate": "2014"}
        return {"basics": basics, "education": [studies | ({"score": grade[0]} if grade else {})]}, "e0"
    if head == "Position":
        title, company, place, *told = said.split("|")
        post = {"name": company, "position": title, "location": place, "highlights": told}
        return {"basics": basics, "work": [WORK | post]}, "w0"
    return {"basics": basics, "work": [WORK | {"highlights": [source]}]}, "w0.0"


@pytest.mark.parametrize(("source", "line"), list(told_again("+")))
def test_what_follows_from_the_source_holds_in_free_words(source: str, line: str) -> None:
    assert verdict(source, line) is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(("source", "line"), list(told_again("-")))
def test_its_false_twin_does_not(source: str, line: str) -> None:
    assert verdict(source, line) is Verdict.UNSUPPORTED


def test_an_institutions_name_ends_with_its_sentence() -> None:
    source = "Night porter at the Morfa General Hospital"

    assert verdict(source, "Worked at the Morfa General Hospital. Hospital night porter") is not (
        Verdict.UNSUPPORTED
    )
