"""Whether a text names a thing."""

import re
from collections.abc import Iterable

from app.domain.shared.prose import fold
from app.domain.shared.skills import canonical, is_known, mentions

_COMPANY_FORM = re.compile(r"[ ,]+(?:inc|ltd|llc|llp|gmbh|ag|kg|se|sa|s\.a\.|sl|ab|plc|corp|co)\.?$")


def names(text: str, name: str) -> bool:
    """Whether it stands there as whole words, or as another name of the same skill."""
    wanted = re.escape(_COMPANY_FORM.sub("", fold(name)).strip(" .,"))
    if wanted and re.search(rf"(?<![\w+#]){wanted}(?![\w+#])", fold(text)):
        return True
    return is_known(name) and canonical(name) in {m.name for m in mentions(text)}


def names_any(text: str, unsaid: Iterable[str]) -> bool:
    return any(names(text, name) for name in unsaid)
