"""What no text of ours may hold, whichever way it comes in."""

import re

UNFIT = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF\uD800-\uDFFF]")
"""Control characters and lone surrogates: neither database keeps them all."""
