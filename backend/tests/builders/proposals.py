"""Valid proposals, in one word."""

from app.domain.profile.model import Experience
from app.domain.profile.proposals import Proposal, ProposedBy, prints_of_experience
from tests.builders.identity import ADA, NOON


def a_proposal(experience: Experience, **about: object) -> Proposal:
    """Every field filled but the decision."""
    facts: dict[str, object] = {
        "user_id": ADA,
        "experience_id": experience.id,
        "changes": {"title": "Senior Ward Nurse", "end_date": None},
        "achievements": ({"title": "Led nights.", "date": "2018-05"},),
        "reason": "You said so.",
        "proposed_by": ProposedBy.ASSISTANT,
        "said_in": "conversation 7",
        "base": prints_of_experience(experience),
        "created_at": NOON,
    }
    return Proposal(**facts | about)  # type: ignore[arg-type]
