"""How well an applicant tracking system can take a document in: a list of rules, each of which is data.

docs/ats-rules.md is this list as a page. A rule that cannot be judged (no keywords known, nothing read back
yet, no such thing in a file of this kind) takes no part: the total is the earned share of the points that do.
"""

from app.domain.documents.ats.letters import LEAST_WORDS, MOST_WORDS, words_of
from app.domain.documents.ats.receipt import AtsReceipt, Group, RuleResult, Severity
from app.domain.documents.ats.rules import RULES
from app.domain.documents.ats.score import ALGORITHM, ats_score

__all__ = [
    "ALGORITHM",
    "LEAST_WORDS",
    "MOST_WORDS",
    "RULES",
    "AtsReceipt",
    "Group",
    "RuleResult",
    "Severity",
    "ats_score",
    "words_of",
]
