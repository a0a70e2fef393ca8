"""Rich text as words: what a tag or a mark makes bold or into a list stays, as text that does nothing."""

import re
from dataclasses import dataclass, field
from html import unescape

BULLETS = "•◦▪‣·●○*-–—"  # noqa: RUF001  as people and programs write them
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b([^<>]{0,2000})>")
_SILENT = re.compile(r"<(script|style)\b[^<>]{0,2000}>.*?(</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["'](https?://[^"'\s]{1,2000})["']""", re.IGNORECASE)
_BREAKING = frozenset(
    {"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre"}
)
_POINT = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}]|\d{{1,2}}[.)])\s+(?=\S)")
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{1,500})\]\((https?://[^()\s]{1,1000})\)")
_STRESSED = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s\\])\1")
_UNDERLINED = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s\\])\1(?!\w)")
_CODE = re.compile(r"(?<!\\)`([^`\n]{1,500})(?<!\\)`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_TO_ESCAPE = re.compile(r"([*`])|(?<!\w)(_)|(_)(?!\w)|(\\)(?=[\\`*_{}\[\]()#+.!>-])|(?<=\])(\()")


@dataclass(slots=True)
class Told:
    """Paragraphs, and the points of lists."""

    prose: str | None = None
    points: tuple[str, ...] = ()


@dataclass(slots=True)
class _Lines:
    points: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    _open: str = ""
    _in_point: int = 0

    def say(self, text: str) -> None:
        self._open += text

    def end(self) -> None:
        if text := " ".join(self._open.split()):
            (self.points if self._in_point else self.prose).append(text)
        self._open = ""

    def breaks(self, tag: str) -> None:
        """A paragraph within a point is no other point."""
        if tag == "p" and self._in_point:
            self.say(" ")
        else:
            self.end()

    def point(self, opens: bool) -> None:
        self.end()
        self._in_point = max(0, self._in_point + (1 if opens else -1))


def told_in(text: str | None) -> Told:
    """HTML, Markdown or plain lines: each by what is found in it."""
    if not text:
        return Told()
    return _told_in_html(text) if _TAG.search(text) else _told_in_lines(text)


def plain(markdown: str) -> str:
    """Without the marks; an address behind a word stands beside it."""
    text = _LINK.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]} ({m[2]})", markdown)
    text = _CODE.sub(r"\1", _UNDERLINED.sub(r"\2", _STRESSED.sub(r"\2", text)))
    return _ESCAPED.sub(r"\1", text)


def escaped(text: str) -> str:
    """So that Markdown leaves it as it is."""
    return _TO_ESCAPE.sub(lambda m: "\\" + m[0], text)


def _told_in_html(html: str) -> Told:
    lines, at, behind = _Lines(), 0, ""
    html = _SILENT.sub("", html)
    for tag in _TAG.finditer(html):
        lines.say(unescape(html[at : tag.start()]))
        at, name = tag.end(), tag[2].lower()
        if name == "a":
            if tag[1] and behind:
                lines.say(f" ({behind})")
            behind = _address_in(tag[3], html[at : at + 2_000]) if not tag[1] else ""
        elif name == "li":
            lines.point(opens=not tag[1])
        elif name in _BREAKING:
            lines.breaks(name)
    lines.say(unescape(html[at:]))
    lines.end()
    return Told("\n".join(lines.prose) or None, tuple(lines.points))


def _address_in(attributes: str, shown: str) -> str:
    """Where a link leads, when its words do not say so themselves."""
    found = _HREF.search(attributes)
    address = unescape(found[1]) if found else ""
    return "" if shown.startswith(address) else address


def _told_in_lines(text: str) -> Told:
    points, prose = [], []
    for line in text.splitlines():
        if found := _POINT.match(line):
            points.append(plain(line[found.end() :].strip()))
        else:
            prose.append(plain(line.rstrip()))
    return Told("\n".join(prose).strip() or None, tuple(points))
