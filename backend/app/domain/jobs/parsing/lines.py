"""A posting as lines, each with its place in the text as it came."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from app.domain.jobs.posting import Span

_TAGS = (
    "p|br|li|ul|ol|div|span|strong|b|i|em|u|h[1-6]|a|table|tbody|thead|tr|td|th|section|article|header"
    "|footer"
    "|font|small|hr|img|blockquote|dl|dt|dd|figure|main|body|html|head|meta|pre|sup|sub|center|style|script"
    "|button|svg|path|nav|aside|form|input|iframe|video|picture|abbr|del|ins|strike|figcaption|caption"
    "|tfoot"
    "|col|colgroup|noscript|template|wbr|nobr|big|o:p|textarea|label|time"
)
TAG = re.compile(
    rf"(?:<|&lt;)(/?)(?=[a-zA-Z])({_TAGS})\b((?:(?!&gt;)[^<>]){{0,400}})(?:>|&gt;)", re.IGNORECASE
)
_BREAKS = {"p", "br", "li", "ul", "ol", "div", "table", "tr", "section", "article", "header", "footer", "hr"}
_BREAKS |= {"blockquote", "dl", "dt", "dd", "main", "body", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS |= {"nav", "aside", "form", "button"}
_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INLINE_BULLET = re.compile(r"(?<=\S)[ \t]+(?=[•●▪◦‣][ \t]+\S)")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·・■□◆➢➤✓✔❖o*+\u2013\u2014-][ \t\u00a0]+|[•●▪◦‣∙·・■□◆➢➤✓✔❖*](?=[^\s*]))")
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.)]|\(?[a-zA-Z][.)])[ \t]+(?=\S)")
_MARKDOWN_HEAD = re.compile(r"#{1,6}[ \t]+")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6});")
MOST_LINES = 4_000
_SPACES = re.compile(r"[ \t\u00a0\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its markup and its bullet taken off."""

    text: str
    start: int
    end: int
    raw: str = field(repr=False)
    bullet: bool = False
    numbered: bool = False
    marked: bool = False
    """Its markup says it is a heading."""
    after_gap: bool = False
    """An empty line stands before it."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def span_of(self, part: str) -> Span:
        """Where a part of this line stands; the whole line when markup hides it."""
        at = self.raw.find(part)
        return Span(self.start + at, self.start + at + len(part)) if at >= 0 else self.span


_HIDDEN = (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"))


def visible(text: str) -> str:
    """Scripts, styles and comments blanked out; every other character keeps its place."""
    for opening, closing in _HIDDEN if "<" in text else ():
        text = "".join(_blanked(text, opening, closing))
    return text


def _blanked(text: str, opening: str, closing: str) -> Iterator[str]:
    lower = text.lower() if text.isascii() else text
    at = 0
    while (start := lower.find(opening, at)) >= 0 and (end := lower.find(closing, start)) >= 0:
        end += len(closing)
        yield text[at:start]
        yield " " * (end - start)
        at = end
    yield text[at:]


def lines_of(text: str) -> tuple[Line, ...]:
    """A posting has a few hundred lines; of what is much longer, the start says enough."""
    return tuple(islice(_lines(text), MOST_LINES))


def _lines(text: str) -> Iterator[Line]:
    gap = True
    for start, end, item, marked in islice(_pieces(text), 5 * MOST_LINES):
        line = _line(text[start:end], start=start, item=item, marked=marked, after_gap=gap)
        gap = line is None
        if line:
            yield line


def _pieces(text: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Cut at newlines, at block tags and at bullets that stand inside a line."""
    for start, end in _between(_NEWLINE, text, 0, len(text)):
        item = marked = False
        for from_, to, tag in _cut_at_tags(text, start, end):
            for piece_start, piece_end in _between(_INLINE_BULLET, text, from_, to):
                yield piece_start, piece_end, item, marked
            item, marked = tag == "li", tag in {"h1", "h2", "h3", "h4", "h5", "h6"}


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in pattern.finditer(text, start, end):
        yield at, cut.start()
        at = cut.end()
    yield at, end


def _cut_at_tags(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Each stretch between block tags, with the tag that ends it."""
    at = start
    for tag in TAG.finditer(text, start, end):
        name = tag.group(2).lower()
        if name in _BREAKS:
            yield at, tag.start(), "" if tag.group(1) else name
            at = tag.end()
    yield at, end, ""


def _line(raw: str, *, start: int, item: bool, marked: bool, after_gap: bool) -> Line | None:
    text = plain(raw)
    head = _MARKDOWN_HEAD.match(text)
    if head:
        text, marked = text[head.end() :], True
    if text.startswith(("**", "__")) and text.rstrip(": ").endswith(("**", "__")):
        text, marked = text.replace("**", "").replace("__", ""), True
    text = text.replace("**", "")
    bullet = _BULLET.match(text)
    number = None if bullet else _NUMBER.match(text)
    if bullet or number:
        text = text[(bullet or number).end() :]  # type: ignore[union-attr]
    text = text.strip()
    if not text.strip("-\u2013\u2014_=*•·|.# "):
        return None
    lead = len(raw) - len(raw.lstrip())
    trail = len(raw) - len(raw.rstrip())
    return Line(
        text=text,
        start=start + lead,
        end=start + len(raw) - trail,
        raw=raw.strip(),
        bullet=bool(bullet) or item,
        numbered=bool(number),
        marked=marked,
        after_gap=after_gap,
    )


def plain(raw: str) -> str:
    """Without tags, entities and doubled spaces."""
    if "<" in raw or "&" in raw:
        raw = html.unescape(TAG.sub(" ", html.unescape(raw) if "&lt;" in raw else raw))
        if _ENTITY.search(raw):
            raw = html.unescape(raw)
    return _SPACES.sub(" ", raw).strip()
