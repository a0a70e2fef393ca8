"""Deeds turned round: into their opposite, into another deed, or onto somebody else."""

from datetime import date

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import Verdict
from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.sources.grounds import Archive
from tests.builders.profile import a_profile, an_experience


def verdict(source: str, said: str) -> Verdict:
    profile = a_profile(experiences=(an_experience("Warehouse Manager", source),))
    cited = Source(SourceKind.ACHIEVEMENT, profile.experiences[0].achievements[0].id)
    return hold(Archive(profile, today=date(2026, 1, 1)), pointer="/x", text=said, sources=(cited,)).verdict


TURNOVER = "Halved yearly turnover of hourly staff from 71% to 34% by introducing fixed shift bids"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TURNOVER, "Raised yearly turnover of hourly staff by introducing fixed shift bids."),
        (
            "Passed SQF and USDA audits four years in a row",
            "Conducted SQF and USDA audits four years in a row.",
        ),
        ("Ran a Kaizen program with 40 associates", "Wrote a Kaizen program with 40 associates."),
        ("Sold the Mill Road branch in 2019", "Bought the Mill Road branch in 2019."),
        ("Grew the herd to 140 cows", "Reduced the herd to 140 cows."),
        ("Was trained by the head chef in pastry", "Trained the head chef in pastry."),
        ("Die Fluktuation halbiert", "Die Fluktuation verdoppelt."),
        ("R\u00e9duit les d\u00e9lais de livraison", "Augment\u00e9 les d\u00e9lais de livraison."),
        ("Redujo los plazos de entrega", "Aument\u00f3 los plazos de entrega."),
    ],
)
def test_a_deed_turned_round_is_refused(source: str, said: str) -> None:
    assert verdict(source, said) is Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TURNOVER, "Cut yearly turnover of hourly staff from 71% to 34% by introducing fixed shift bids."),
        (
            "Passed SQF and USDA audits four years in a row",
            "Passed audits by SQF and USDA four years in a row.",
        ),
        ("Was trained by the head chef in pastry", "I was trained in pastry by the head chef."),
        ("Was trained by the head chef in pastry", "Trained in pastry by the head chef."),
        ("Was trained by the head chef and trained six apprentices", "Trained six apprentices."),
        ("Won back 14 clinics that had left for a competitor", "Won back 14 clinics that had left."),
    ],
)
def test_the_same_deed_in_other_words_holds(source: str, said: str) -> None:
    assert verdict(source, said) is not Verdict.UNSUPPORTED
