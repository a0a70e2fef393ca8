"""Certificates, who gave them and when."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.domain.jobs.parsing.posts import is_organisation
from app.domain.resumes.parsing.dates import moments_in
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import ReadCertificate
from app.domain.shared.time import PartialDate

_BODY = re.compile(
    r"\b(?:board|council|institute|association|society|cross|google|amazon|aws|microsoft|oracle|cisco)\b",
    re.I,
)
_STRONG = re.compile(r"\s*[|\u00b7\u2022]\s*")
_DASH = re.compile(r"\s+[\u2013\u2014-]\s+")
_ISSUER = re.compile(r"\s*(?:,|\bissued by\b|\bfrom\b|\bby\b|:)\s*", re.I)
_ISSUED = re.compile(r"(?:issued|awarded)\s+(?:by|on)\b:?\s*", re.I)
_SEVERAL = re.compile(r"\s*[;\u2022\u00b7|]\s*|,\s+(?=[A-Z])")
_LONGEST = 160
_PAIR = 2


@dataclass(slots=True)
class _Block:
    """What stands together: lines up to a date, or to the next bullet."""

    texts: list[Piece] = field(default_factory=list)
    date: PartialDate | None = None
    apart: bool = False
    """The date has a line or a cell of its own."""
    issuer: str | None = None

    def ends_before(self, line: Piece) -> bool:
        return (
            line.bullet
            or self.date is not None
            or self.issuer is not None
            or (line.after_gap and bool(self.texts))
        )


def read_certificates(lines: Iterable[Piece]) -> Iterator[ReadCertificate]:
    for block in _made_whole(list(_blocks(lines))):
        yield from _read(block)


def _blocks(lines: Iterable[Piece]) -> Iterator[_Block]:
    block = _Block()
    for line in lines:
        date = next(moments_in(line.text), None)
        text = _bare(line.part(0, date.at) if date else line)
        if issued := _ISSUED.match(line.text):
            block.issuer = block.issuer or (None if date else line.part(issued.end()).value)
        elif text.text:
            if block.ends_before(line):
                yield block
                block = _Block()
            block.texts.append(text)
        if date and block.date is None:
            block.date, block.apart = date.end, not text.text
    yield block


def _bare(text: Piece) -> Piece:
    text = text.trimmed(" ,|-\u2013\u2014:")
    return text if text.text.count("(") == text.text.count(")") else text.trimmed("()")


def _made_whole(blocks: list[_Block]) -> list[_Block]:
    """Where names have a line above their issuer, more lines are a name or an issuer too long for one."""
    pairs = sum(block.apart and len(block.texts) == _PAIR for block in blocks)
    for block in blocks:
        if (pairs or len(blocks) == 1) and block.apart and _PAIR < len(block.texts) <= _PAIR + 2:
            gives = next((n for n, t in enumerate(block.texts[1:], 1) if _gives(t.text)), None)
            broken = gives is not None and gives > 1 and " " not in block.texts[gives].text
            issuer = len(block.texts) - 1 if gives is None else gives - broken
            block.texts = [_run(block.texts[:issuer]), _run(block.texts[issuer:])]
    return blocks


def _run(lines: Sequence[Piece]) -> Piece:
    whole = lines[0]
    for line in lines[1:]:
        whole = replace(whole, text=whole.text + " " * (line.start - whole.end) + line.text)
    return whole


def _read(block: _Block) -> Iterator[ReadCertificate]:
    texts, issuer = block.texts, block.issuer
    paired = len(texts) >= _PAIR and (
        _gives(texts[-1].text) or (block.date is not None and block.apart and len(texts) == _PAIR)
    )
    if paired:
        issuer, texts = issuer or texts[-1].value, texts[:-1]
    found = [
        each
        for n, text in enumerate(texts)
        for each in (
            [ReadCertificate(name=text.read())]
            if paired and n == len(texts) - 1
            else _certificates_of(text, dated=block.date is not None)
        )
    ]
    if found:
        last = found[-1]
        found[-1] = replace(last, issuer=last.issuer or issuer, date=block.date)
    yield from found


def _gives(text: str) -> bool:
    return is_organisation(text) or bool(_BODY.search(text))


def _certificates_of(text: Piece, *, dated: bool) -> Iterator[ReadCertificate]:
    items = text.split(_SEVERAL)
    issued = len(items) == _PAIR and _gives(items[1].text)
    if (len(items) > _PAIR or (len(items) == _PAIR and not issued)) and not dated:
        yield from (ReadCertificate(name=item.read()) for item in items)
        return
    cut = _STRONG.search(text.text) or _DASH.search(text.text) or _ISSUER.search(text.text)
    named = text.part(0, cut.start()) if cut else text
    if cut and named.text and len(text.text) < _LONGEST:
        yield ReadCertificate(name=named.read(), issuer=text.part(cut.end()).value or None)
    else:
        yield ReadCertificate(name=text.read())
