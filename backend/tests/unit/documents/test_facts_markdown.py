"""A resume that was exported as Markdown or text is judged by what its reader sees."""

from datetime import date

import pytest

from app.domain.documents.facts import Verdict, check_text
from app.domain.documents.facts.reading.markup import plain
from app.domain.profile.model import Profile, Project
from app.domain.shared.time import PartialDate
from tests.builders.careers import TECHNICAL, a_certificate, a_position, a_profile, item_id, skills

TODAY = date(2026, 11, 21)
EXPORTED = """\
# Ilse Tannhof

Transport Manager

[ilse@tannhof.example](<mailto:ilse@tannhof.example>) \u00b7 [+49 30 5550 222](<tel:+49305550222>) \u00b7 \
[tannhof.example](<https://www.tannhof.example/>)

## Experience

### Newly Qualified Driver of Lorries

Spedition S\u00fcd \u00b7 Ulm \u00b7 Mar 2012 - Feb 2015

- Drove 90,000 km a year

### Driver of Lorries

Spedition Nord \u00b7 Kiel \u00b7 Mar 2015 - Feb 2020

- Drove 120,000 km a year

## Projects

### Yard Board

Project lead \u00b7 Feb 2022 - Nov 2022

One board for the loads of four sites.

*Power BI, Carrier management*

## Certifications

### Forklift Licence

Mai 2010
"""


def a_manager() -> Profile:
    board = Project(
        id=item_id("board"),
        name="Yard Board",
        role="Project lead",
        description="One board for the loads of four sites.",
        technologies=("Power BI", "Carrier management"),
        start_date=PartialDate(2022, 2),
        end_date=PartialDate(2022, 11),
    )
    return a_profile(
        "Ilse Tannhof",
        headline="Transport Manager",
        email="ilse@tannhof.example",
        phone="+49 30 5550 222",
        website="https://tannhof.example",
        experiences=(
            a_position(
                "Driver of Lorries",
                "Spedition Nord",
                "2015-03/2020-02",
                ("Drove 120,000 km a year",),
                location="Kiel",
            ),
            a_position(
                "Newly Qualified Driver of Lorries",
                "Spedition S\u00fcd",
                "2012-03/2015-02",
                ("Drove 90,000 km a year",),
                location="Ulm",
            ),
        ),
        projects=(board,),
        skills=(*skills(TECHNICAL, ("Fleet planning",)), a_certificate("Forklift Licence", "", "2010-05")),
    )


def faults(text: str) -> list[str]:
    lines = check_text(text, a_manager(), TODAY).lines
    return [line.text for line in lines if line.verdict is Verdict.UNSUPPORTED]


def test_our_own_export_holds() -> None:
    assert faults(EXPORTED) == []


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("<mailto:ilse@tannhof.example>", "<mailto:ilse@elsewhere.example>"),
        ("<tel:+49305550222>", "<tel:+49305550223>"),
        ("https://www.tannhof.example/", "https://tannhof.evil.example/"),
        ("Project lead \u00b7 Feb 2022", "Project lead \u00b7 Feb 2019"),
        ("Project lead \u00b7", "Programme director \u00b7"),
        ("*Power BI, Carrier", "*Power BI, Kubernetes, Carrier"),
        ("Mai 2010", "Mai 2009"),
        ("Spedition S\u00fcd \u00b7", "Spedition West \u00b7"),
        ("Mar 2015 - Feb 2020", "Mar 2014 - Feb 2020"),
        ("90,000 km", "99,000 km"),
        ("### Driver of Lorries", "### Senior Driver of Lorries"),
    ],
)
def test_a_lie_in_an_export_is_found(was: str, became: str) -> None:
    told = EXPORTED.replace(was, became)
    changed = set(told.splitlines()) - set(EXPORTED.splitlines())
    assert len(changed) == 1
    assert changed <= set(faults(told))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[a@b.example](<mailto:a@b.example>)", "a@b.example"),
        ("<mailto:a@b.example> or <a@b.example>", "a@b.example or a@b.example"),
        ("[+44 20 555](tel:+4420555)", "+44 20 555"),
        ("[me](https://me.example)", "me (https://me.example)"),
        ("*Power BI (basic)* and __Excel__", "Power BI (basic) and Excel"),
        (r"C\* and snake\_case", "C* and snake_case"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_markdown_is_undone(written: str, seen: str) -> None:
    assert plain(written) == seen
