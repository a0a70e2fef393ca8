"""Words that name somebody or something else: an employer, a street, a person."""

import re
from collections.abc import Iterator

from app.domain.jobs.parsing.asides import Stretch
from app.domain.shared.skills import Mention

_STREET_AFTER = re.compile(
    r"(?: [A-Z][\w'\u2019-]+)? (?:Street|St\.|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Court"
    r"|Close"
    r"|Crescent|Terrace|Parkway|Highway|Hwy)\b"
)
_FIRM_AFTER = re.compile(
    r"(?: (?:&|and|of|[A-Z][\w'\u2019.-]*)){0,3},? (?:Inc|LLC|Ltd|Limited|GmbH|AG|AB|PLC|plc|Corp"
    r"|Corporation"
    r"|Group|Holdings|LLP|SA|SAS|SARL|S\.L|Oy|BV|Logistics|Freight|Foods|Bakery|Industries)\b"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Frau|Herr|Mme|M|Sra?|Fru)\.? (?:[A-Z][\w'\u2019.-]+ )?$"
)
_AROUND = 60


def is_namesake(text: str, mention: Mention) -> bool:
    """ "Juniper Logistics", "12 Spring Street", "Ms Ruby Carpenter"."""
    if not mention.written[0].isupper():
        return False
    after = text[mention.end : mention.end + _AROUND]
    if _STREET_AFTER.match(after):
        return True
    if mention.written.isupper() or not _is_one_name(mention.written):
        return False
    before = text[max(0, mention.start - _AROUND) : mention.start]
    return bool(_FIRM_AFTER.match(after) or _PERSON_BEFORE.search(before))


def _is_one_name(written: str) -> bool:
    return " " not in written


def places_of(name: str | None, text: str) -> Iterator[Stretch]:
    """Wherever the employer or the place is written out, its words are theirs."""
    if not name or len(name) < 3 or " " not in name:
        return
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))
