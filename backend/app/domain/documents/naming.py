"""What a downloaded file is called."""

import re
import unicodedata

LONGEST_NAME = 120
_NOT_A_NAME = re.compile(r"[^\w]+")


def file_name(*parts: str | None) -> str:
    """`Ada-Byron-Staff-Nurse-Acme`: words and hyphens only, in any script."""
    words = (_NOT_A_NAME.sub("-", part).strip("-_") for part in parts if part)
    return "-".join(word for word in words if word)[:LONGEST_NAME].strip("-") or "document"


def plain(name: str) -> str:
    """The same for those who read ASCII alone; `document` when nothing of it is left."""
    decomposed = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", decomposed).strip("-") or "document"
