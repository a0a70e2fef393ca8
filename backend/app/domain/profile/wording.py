"""How long a profile's texts may be, and what they are made of: the same for every way in."""

import re

LINE = 200
"""Characters of a name, a title, a place."""
SENTENCE = 2_000
PROSE = 20_000
ADDRESS = 2_000
EMAIL = 320

EMAIL_SHAPE = r"^[^\s@\x00-\x1F\x7F-\x9F]+@[^\s@\x00-\x1F\x7F-\x9F]+\.[^\s@\x00-\x1F\x7F-\x9F]+$"
WEB_SHAPE = r"^(https?://)?[^\s/:?#@\\]+\.[^\s/:?#@\\]+(:[0-9]{1,5})?([/?#]\S*)?$"


def is_web_address(text: str) -> bool:
    return len(text) <= ADDRESS and re.fullmatch(WEB_SHAPE, text, re.IGNORECASE) is not None


def is_email(text: str) -> bool:
    return len(text) <= EMAIL and re.fullmatch(EMAIL_SHAPE, text) is not None
