"""The words of work: skills, tools, credentials and languages, with their aliases."""

from app.domain.shared.skills.lookup import canonical, family, is_known, is_soft, names
from app.domain.shared.skills.mentions import Mention, mentions

__all__ = ["Mention", "canonical", "family", "is_known", "is_soft", "mentions", "names"]
