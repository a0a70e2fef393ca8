"""ETags, all of one shape: a version, and behind a dash a print of what is shown beside it."""

import re

from app.application.versions import Expected

_SHAPE = re.compile(r'"?([1-9][0-9]{0,8})(?:-([0-9a-z]{1,60}))?"?')
NO_VERSION = -1
"""What is no tag of ours is no version of anything."""


def etag(version: int, beside: str | None = None) -> str:
    """`beside`: what tells apart two states of one version; small letters and digits."""
    return f'"{version}-{beside}"' if beside else f'"{version}"'


def expected_by(if_match: str | None) -> Expected | None:
    """None where anything will do. A version alone, as bodies say it, means whatever is shown beside it."""
    if if_match is None or if_match.strip() == "*":
        return None
    tag = _SHAPE.fullmatch(if_match.strip())
    return Expected(int(tag[1]), tag[2]) if tag else Expected(NO_VERSION)
