"""Where `over` says during and not more: `40 caves over four trips`, `over four trips, 40 caves`."""

import re

_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\w+teen|\w+ty|hundred|"
    r"thousand|million)"
)
_OVER = re.compile(r"\bover\s+(?:the\s+course\s+of\s+)?$", re.I)
_COUNTED = re.compile(
    rf"(?<![\w.]){_NUMBER}(?![\w.]*\d)[^\d.;:()]{{0,40}}?[^\W\d_]{{2,}}(?:s|people|staff|children|men|women|altogether|all|each)\s$|%\s$",
    re.I,
)
"""What was done so many times before it."""
_SPREAD = re.compile(r"\b(?:spread|split|divided|distributed|shared|spaced|staggered)\s+$", re.I)
_FIRST = re.compile(r"(?:^|[.;:]\s)$")
_MORE_WORDS = re.compile(
    r"\b(?:for|with|of|in|to|from|by|and|at|serves|trains|runs|leads|has|have|is|was)\s+$", re.I
)
_THEN = re.compile(
    r"[\s-]*[^\W\d_]+(?:\s[^\W\d_]+s)?(?:\s(?:in|at|on|of|to|from|for|with|by)(?:\s[^\W\d_]+){1,4}?)?"
    r"(?:,\s+(?!\d|(?:about|around|some|all|most|many|half|a|the|and|or|plus|including|among|of|mostly|mainly|with)\b)|\s(?=(?:I|we)\s))"
)
"""The deed follows the length of it."""
_SOMETHING = re.compile(
    r"[\s-]*(?!(?:on|in|at|to|of|with|and|or|by|for|from|who|per|an?)\b)[^\W\d_]{2,}", re.I
)
"""`26 residents over 80` are that old."""
_REACH = 70


def is_during(text: str, start: int, end: int) -> bool:
    """Of the number that stands there, and has `over` before it."""
    before = text[max(0, start - _REACH) : start]
    over = _OVER.search(before)
    if over is None:
        return False
    told = before[: over.start()]
    if _SPREAD.search(told):
        return True
    if _FIRST.search(told):
        return _THEN.match(text, end) is not None
    if _MORE_WORDS.search(told) or not _SOMETHING.match(text, end):
        return False
    return bool(_COUNTED.search(told))
