"""How to reach the person: e-mail, telephone and web addresses, wherever the text has them."""

import re
from collections.abc import Iterator

from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import CERTAIN, LIKELY, Read, Text
from app.domain.shared.stretches import Stretches

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}(?![\w@])"
)
_TORN_EMAIL = re.compile(
    r"(?<![\w.+-])([A-Za-z0-9][\w.+-]{0,63}@[\w.-]+)\n((?![A-Z])[\w.-]{0,20}\.?[a-z]{1,6})(?=\n|$)"
)
_WHOLE = re.compile(r"\.(?:com|org|net|de|fr|es|edu|gov|co|uk|io)$", re.I)
_PHONE = re.compile(
    r"(?<![\w.,/$\u20ac\u00a3-])(?:\+|00)?\(?\d(?:[\d()\u00a0]"
    r"|[ ./\u2013-](?=[\d( (/-])){5,20}\d(?:\s?(?:ext\.?|x)\s?\d{1,5})?(?![\w%@]|[.,]\d)"
)
_LABEL = re.compile(
    r"(?:tel|phone|mobile|cell|handy|telefon|t[ée]l[ée]phone|m[óo]vil|portable|contact|ph|fon"
    r"|mob)\w*\.?\s*(?:no\.?|number)?\s*:?\s*$",
    re.I,
)
_WEB = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s|,;<>()\u2022]+|www\.[^\s|,;<>()\u2022]+"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co|ai|app|info|eu|de|fr|es|ch|at|uk|ca|us|in"
    r"|tech|xyz|site|design|page)"
    r"(?:/[^\s|,;<>()\u2022]*)?)(?![\w@])",
    re.I,
)
_HOST = re.compile(r"(?<![\w@./:-])(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{4,18}(?:/[^\s|,;<>()\u2022]*)?(?![\w@])")
"""Ends of names there are hundreds of; beside an address, a name in small letters is one."""
_TORN_WEB = re.compile(r"(https?://[^\s|,;]+/[^\s|,;/]{4,})\n([a-z0-9-]{1,12})(?=\n)")
_SITES = re.compile(
    r"(?:github|linkedin|gitlab|twitter|xing|behance|dribbble|medium|stackoverflow"
    r"|orcid)\.(?:com|org)/",
    re.I,
)
_NOT_WEB = re.compile(r"(?:[\w-]+\.(?:js|net|io|ai|py|me))", re.I)


def email_in(text: str) -> Text | None:
    torn = _TORN_EMAIL.search(text)
    found = _EMAIL.search(text)
    begun = torn is not None and (found is None or found.start() == torn.start(1))
    whole = found is not None and _WHOLE.search(found.group())
    if torn and begun and not whole and _EMAIL.fullmatch(torn[1] + torn[2]):
        return Read(torn[1] + torn[2], torn.start(), torn.end(), LIKELY)
    return Read(found.group(), found.start(), found.end(), CERTAIN) if found else None


def phone_in(text: str, shown: Stretches) -> Text | None:
    """The first that a label announces, else the first of the contact lines, else one alone on its line."""
    found = [m for m in _PHONE.finditer(text) if _is_phone(m.group())]
    labelled = (m for m in found if _LABEL.search(text[max(0, m.start() - 24) : m.start()]))
    near = (m for m in found if shown.touch(*m.span()))
    alone = (m for m in found if _is_alone(text, m.start(), m.end()))
    for candidates, sureness in ((labelled, CERTAIN), (near, CERTAIN), (alone, LIKELY)):
        if best := next(candidates, None):
            return Read(" ".join(best.group().split()), best.start(), best.end(), sureness)
    return None


def _is_alone(text: str, start: int, end: int) -> bool:
    """Nothing else stands on its line but an icon, which is read as a bullet."""
    before, after = text[max(0, start - 8) : start], text[end : end + 8]
    return bool(re.search(r"(?:^|\n)[ \t\u2022|]*$", before) and re.match(r"[ \t\u2022|]*(?:\n|$)", after))


def _is_phone(said: str) -> bool:
    digits = re.sub(r"\D", "", said)
    if not 7 <= len(digits) <= 15 or re.fullmatch(
        r"\s*(?:19|20)\d\d\s*[-/\u2013. ]+\s*(?:19|20)\d\d\s*", said
    ):
        return False
    if re.search(r"(?:19|20)\d\d[-/.][01]\d|[01]?\d[-/.](?:19|20)\d\d", said) and not said.startswith(
        ("+", "00")
    ):
        return False
    return len(digits) >= 9 or bool(re.search(r"\d[-. ]\d{3,4}", said))


def links_in(text: str, shown: Stretches) -> Iterator[Text]:
    """The person's own web addresses, each once: of the head, of the contact lines, and their profiles."""
    seen: set[str] = set()
    emails = Stretches(m.span() for m in _EMAIL.finditer(text))
    torn = {m.start(1): m for m in _TORN_WEB.finditer(text)}
    hosts = (m for m in _HOST.finditer(text) if shown.touch(*m.span()) and not _WEB.match(text, m.start()))
    for found in sorted((*_WEB.finditer(text), *hosts), key=lambda m: m.start()):
        start, end = found.span()
        url = found.group().rstrip(".:'\"\u2019").replace("\u00ad", "-")
        if emails.touch(start, end) or _NOT_WEB.fullmatch(url):
            continue
        if whole := torn.get(start):
            url, end = whole[1] + whole[2], whole.end()
        if (shown.touch(start, end) or _is_profile(url)) and _bare(url) not in seen:
            seen.add(_bare(url))
            yield Read(url, start, end, CERTAIN if "/" in url else LIKELY)


def _bare(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.lower()).rstrip("/")


def _is_profile(url: str) -> bool:
    """On a site where people have pages: the page of a person, not of a piece of work."""
    site = _SITES.search(url)
    return bool(site) and _bare(url).count("/") == (2 if "linkedin" in url.lower() else 1)


def holds_contact(line: Piece) -> bool:
    number = _PHONE.search(line.text)
    return bool(_EMAIL.search(line.text) or (number and _is_phone(number.group())))


def without_contact(piece: Piece) -> Iterator[Piece]:
    """What else a line of the head says."""
    text = piece.text
    for pattern in (_EMAIL, _WEB, _HOST, _PHONE):
        for found in pattern.finditer(text):
            if pattern is not _PHONE or _is_phone(found.group()):
                text = text[: found.start()] + "|" * len(found.group()) + text[found.end() :]
    for part in Piece(text, piece.start).split(
        re.compile(r"[|\u2022\u00b7\u25cf\u2219\u25e6]+|\s-\s|\s\u2013\s|;")
    ):
        cut = part.trimmed(" ,:-\u2013")
        if cut.text:
            yield cut
