"""What the child may say: a reading, or one word for why there is none. Sentences are the parent's."""

from dataclasses import dataclass, field
from enum import StrEnum

MOST_CHARACTERS = 200_000
"""Three times what the parser looks at; what comes after is left out, and said to be."""


class Refusal(StrEnum):
    EMPTY = "empty"
    OTHER_KIND = "other_kind"
    TWO_KINDS = "two_kinds"
    BROKEN = "broken"
    LOCKED = "locked"
    OLD_WORD = "old_word"
    MACROS = "macros"
    SCRIPTS = "scripts"
    ATTACHMENTS = "attachments"
    OUTSIDE = "outside"
    DOCTYPE = "doctype"
    ARCHIVE = "archive"
    UNPACKS = "unpacks"
    TOO_DEEP = "too_deep"
    PAGES = "pages"
    PARTS = "parts"
    WORK = "work"
    NO_TEXT = "no_text"
    SCAN = "scan"


class Remark(StrEnum):
    HIDDEN = "hidden"
    TINY = "tiny"
    OFF_PAGE = "off_page"
    ROTATED = "rotated"
    REPEATED = "repeated"
    DELETED = "deleted"
    EMBEDDED = "embedded"
    GUESSED_ENCODING = "guessed_encoding"
    CUT = "cut"


class Refused(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(slots=True)
class Reading:
    kind: str
    reader: str
    pages: int = 1
    lines: list[str] = field(default_factory=list)
    remarks: dict[Remark, int] = field(default_factory=dict)

    def remark(self, remark: Remark, times: int = 1) -> None:
        if times:
            self.remarks[remark] = self.remarks.get(remark, 0) + times
