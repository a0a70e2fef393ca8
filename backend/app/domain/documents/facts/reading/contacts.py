import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.shared.stretches import Stretches

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,)>\]]+|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.)+(?:com|org|net|io|dev|ai|app|"
    r"me|de|fr|se|co|uk|eu|ca|edu"
    r"|gov|info|example)(?:/[^\s|,)>\]]*)?(?![\w@])",
    re.I,
)
_PHONE = re.compile(r"(?<![\w./-])(?:\+\s?\d|\(\d|\d)[\d\s().\u2010\u2011/-]{5,24}\d(?![\w%])")
_LEAST_DIGITS = 7
_DOTTED = re.compile(r"\.\S|://")
"""There is no web address without."""
_DATES = re.compile(
    r"\d{1,2}[/.](?:19|20)\d\d\s*[-\u2013]\s*\d{1,2}[/.](?:19|20)\d\d|(?:19|"
    r"20)\d\d(?:[-./]\d\d?)?\s*[-/.]\s*(?:19|20)\d\d|\d{4}-\d\d-\d\d"
)
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_IN_THREES = re.compile(r"[6-9]\d\d(?: \d{3}){2}(?=\s*(?:$|[,;|()\n\u00b7]))")
"""As Spain writes them: nothing follows that could be counted."""


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address, a web address or a telephone number, in the form that two of them compare by."""

    key: str
    written: str
    start: int
    end: int


def addresses(text: str) -> tuple[Address, ...]:
    """Of two that overlap, the kind that is tried first."""
    found: list[Address] = []
    for kind in (_emails, _web, _telephones):
        if addressed := list(kind(text)):
            taken = Stretches([(a.start, a.end) for a in found])
            found += [each for each in addressed if not taken.touch(each.start, each.end)]
    return tuple(found)


def _emails(text: str) -> Iterator[Address]:
    for m in _EMAIL.finditer(text) if "@" in text else ():
        yield Address(m.group().lower(), m.group(), m.start(), m.end())


def _web(text: str) -> Iterator[Address]:
    for m in _URL.finditer(text) if _DOTTED.search(text) else ():
        written = m.group().rstrip("./;:")
        yield Address(web_key(written), written, m.start(), m.start() + len(written))


def _telephones(text: str) -> Iterator[Address]:
    for m in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", m.group())
        if (
            len(digits) >= _LEAST_DIGITS
            and not _DATES.search(m.group())
            and (not _GROUPED.fullmatch(m.group()) or _IN_THREES.match(text, m.start()))
        ):
            yield Address(digits, m.group(), m.start(), m.end())


def web_key(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/.")
