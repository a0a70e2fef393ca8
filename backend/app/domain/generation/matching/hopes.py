"""The parts of a text that speak of something else than what a person can do at work.

What they would like to know they do not know yet; and what they like in their free time is no proof.
"""

import re
from collections.abc import Iterator

_WISH = (
    r"willing(?:ness)?|eager|keen|happy|ready|hoping|hope|want(?:s|ing)?|wish(?:es|ing)?|would\s+(?:like|love)"
    r"|plan(?:s|ning)?|looking|aspir\w+|interested|interest|curious|excited|open|goal\s+is|aim(?:s|ing)?"
)
_TO_LEARN = (
    r"learn\w*|study\w*|pick(?:ing)?\s+up|explor\w+|deepen\w*|getting?\s+into|be(?:ing)?\s+trained|training"
)
_ABROAD = (
    r"(?:m\u00f6chte|bereit|gerne?|will)\b[^.;\n]{0,60}?\b(?:er)?lernen"
    r"|(?:souhaite|envie\s+d[e'\u2019]|pr\u00eate?\s+\u00e0|d\u00e9sire)\s*apprendre"
    r"|(?:quiero|deseo|ganas\s+de|dispuest[oa]\s+a)\s+aprender"
    r"|(?:vill|vilja|villig\s+att|g\u00e4rna)\s+l\u00e4ra\s+(?:mig|sig)"
)
_HOPE = re.compile(
    rf"\b(?:(?:{_WISH})\s+(?:[\w'-]+\s+){{0,3}}?(?:to|in|about|is)?\s*(?:[\w-]+\s+)?(?:{_TO_LEARN})|(?P<abroad>{_ABROAD}))\b",
    re.I,
)
_END = re.compile(
    r"[.;:!?\n()](?!\w)|\b(?:but|while|aber|mais|pero|men)\b|,(?!\s*(?:and |or |und |et |y )?[A-Z0-9])"
)
_FARTHEST = 160
_PASTIME = re.compile(
    r"(?:^|(?<=[.;\n]))\s*(?:(?:hobbies|hobbys|interests|pastimes|loisirs|aficiones|fritidsintressen)\b"
    r"|(?:in|during)\s+(?:my|the)?\s*(?:free|spare|leisure)\s+time\b|outside\s+(?:of\s+)?work\b"
    r"|in\s+meiner\s+freizeit\b|(?:dans|pendant)\s+mon\s+temps\s+libre\b|en\s+mi\s+tiempo\s+libre\b"
    r"|på\s+(?:min\s+)?fritid\w*\b)[^.;\n]*",
    re.I,
)


def hoped_for(text: str) -> Iterator[tuple[int, int]]:
    """What is wished for, to the end of its clause, over the commas of a list of names."""
    for wish in _HOPE.finditer(text):
        farthest = min(len(text), wish.end() + _FARTHEST)
        end = _END.search(text, wish.end(), farthest)
        yield wish.start() if wish["abroad"] else wish.end(), end.start() if end else farthest


def pastimes(text: str) -> Iterator[tuple[int, int]]:
    """To the end of the sentence that begins with them."""
    for found in _PASTIME.finditer(text):
        yield found.span()
