"""Whether people are led: `led a team of five` answers `leading a small team`, whatever the adjectives."""

import re

_VERB = (
    r"(?:lead(?:s|ing)?|led|manag(?:e|es|ed|ing)|supervis(?:e|es|ed|ing)|head(?:s|ed|ing)|oversee(?:s|ing)?|oversaw"
    r"|f\u00fchr(?:te|ung)|leite(?:te|n)|leitung)"
)
_PEOPLE = (
    r"(?:teams?|staff|crews?|squads?|people|employees|colleagues|direct reports|engineers|developers|nurses"
    r"|teachers|analysts|technicians|workers|operators|mitarbeite\w+)"
)
_LEADS = re.compile(rf"\b{_VERB}\s+(?!by\b)(?:[\w-]+\s+){{1,4}}?{_PEOPLE}\b", re.I)
_OF_ANOTHER_KIND = re.compile(r"\d|\bmanagers\b|\bhundred|\bthousand", re.I)
_NEAR = 30
SKILLS = frozenset({"Leadership", "Team management", "Supervision"})


def led_in(text: str) -> str | None:
    """The words that say so."""
    found = _LEADS.search(text)
    return found.group() if found else None


def asks_to_lead(text: str) -> tuple[int, int] | None:
    """Where; None also where it is asked for so many people, or for managers: a team says nothing of that."""
    found = _LEADS.search(text)
    if not found or _OF_ANOTHER_KIND.search(text[found.start() : found.end() + _NEAR]):
        return None
    return found.span()
