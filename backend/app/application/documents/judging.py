from dataclasses import dataclass
from datetime import date

from app.domain.documents.content import DocumentContent
from app.domain.documents.facts import FaithfulnessReceipt, check_facts
from app.domain.documents.letters.occasion import Occasion
from app.domain.documents.standing import Prints, prints_of
from app.domain.profile.model import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the gate said of a content, and what the sources of the content said at that moment."""

    faithfulness: FaithfulnessReceipt
    source_prints: Prints


def judge(content: DocumentContent, profile: Profile, today: date, occasion: Occasion | None) -> Judgement:
    """Keeps a processor busy."""
    return Judgement(
        faithfulness=check_facts(content, profile, today, occasion=occasion),
        source_prints=prints_of(content, profile),
    )
