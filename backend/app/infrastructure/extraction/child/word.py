"""A Word document: its body, boxes and tables in the order of the XML, its head before and its foot after."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from app.infrastructure.extraction.child.answers import Reading, Refusal, Refused, Remark
from app.infrastructure.extraction.child.archive import Archive
from app.infrastructure.extraction.child.markup import local, walk

BODY = "word/document.xml"
_W = frozenset({
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
})  # fmt: skip
_EDGE = re.compile(r"word/(header|footer)\d*\.xml")
_MACROS = re.compile(r"vba(?:Project|Data)|macroEnabled|word/activeX/", re.IGNORECASE)
_FETCHED = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/aFChunk", "/package", "/control")
_SAID = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_UNSAID = frozenset({"sectPr", "tblPr", "trPr", "instrText", "delInstrText", "del", "moveFrom", "rubyBase"})
_PLAIN_FILLS = frozenset({"", "auto", "ffffff"})
_SMALLEST = 3
"""Half points: a point and a half, which nobody reads."""
_SHORT = 60
_OFF = frozenset({"0", "false", "off", "none"})


def read_word(archive: Archive) -> Reading:
    _refuse_active(archive)
    reading = Reading("docx", expat.EXPAT_VERSION.replace("_", " "))
    hidden, listed = _styles(archive)
    edges: dict[str, list[str]] = {"header": [], "footer": []}
    for name in sorted(archive.names):
        if (edge := _EDGE.fullmatch(name)) and (lines := _lines(archive, name, reading, hidden, listed)):
            edges[edge[1]] += [line for line in lines if line.strip() and line not in edges[edge[1]]]
    body = _lines(archive, BODY, reading, hidden, listed)
    said = {line.strip() for line in body}
    head, foot = ([line for line in edges[e] if line.strip() not in said] for e in ("header", "footer"))
    reading.lines = [*head, *([""] if head else []), *body, *([""] if foot else []), *foot]
    reading.remark(Remark.EMBEDDED, sum(n.startswith("word/embeddings/") for n in archive.names))
    return reading


def _refuse_active(archive: Archive) -> None:
    """Macros, what would be fetched, and document types, wherever in the package they stand."""
    for name in archive.names:
        if _MACROS.search(name):
            raise Refused(Refusal.MACROS)
    for name in archive.names:
        if name.endswith(".rels"):
            walk(archive.read(name), _refuse_outside)
        elif name == "[Content_Types].xml":
            walk(archive.read(name), _refuse_macros)
        elif name.endswith(".xml"):
            walk(archive.read(name))


def _refuse_outside(name: str, attributes: Mapping[str, str]) -> None:
    """Links and pictures may point outside: nothing follows them. The rest would become part of the text."""
    outside = local(name) == "Relationship" and attributes.get("TargetMode") == "External"
    if outside and attributes.get("Type", "").endswith(_FETCHED):
        raise Refused(Refusal.OUTSIDE)


def _refuse_macros(name: str, attributes: Mapping[str, str]) -> None:
    if any(_MACROS.search(value) for value in attributes.values()):
        raise Refused(Refusal.MACROS)


def _styles(archive: Archive) -> tuple[set[str], set[str]]:
    """The styles that hide their text, and those that make it an item of a list."""
    hidden, listed, current = set[str](), set[str](), ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        said = {local(key): value for key, value in attributes.items()}
        if local(name) == "style":
            current = said.get("styleId", "")
        elif local(name) == "vanish" and said.get("val", "") not in _OFF:
            hidden.add(current)
        elif local(name) == "numPr":
            listed.add(current)

    if "word/styles.xml" in archive:
        walk(archive.read("word/styles.xml"), start)
    return hidden - {""}, {style for style in listed if "head" not in style.lower()}


def _lines(
    archive: Archive, name: str, reading: Reading, hidden: Iterable[str], listed: Iterable[str]
) -> list[str]:
    story = _Story(reading, frozenset(hidden), frozenset(listed))
    walk(archive.read(name), story.start, story.end, story.say)
    return story.lines


@dataclass(slots=True)
class _Paragraph:
    text: str = ""
    bullet: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Run:
    vanish: bool = False
    white: bool = False
    tiny: bool = False


class _Story:
    def __init__(self, reading: Reading, hidden: frozenset[str], listed: frozenset[str]) -> None:
        self.lines: list[str] = []
        self._reading = reading
        self._hidden, self._listed = hidden, listed
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._cells: list[int] = []
        self._beside: list[int] = []
        """The lines of the cell before, in the same row of a table."""
        self._depth, self._unsaid, self._in_text = 0, 0, False
        self._shaded: list[int] = []
        """How deep the elements are that have a colour behind their text."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        space, _, tag = name.rpartition(" ")
        if self._unsaid:
            self._unsaid += 1
        elif tag in ("Fallback",) or (space in _W and tag in _UNSAID):
            self._unsaid = 1
            self._reading.remark(Remark.DELETED, tag in ("del", "moveFrom"))
        elif space in _W:
            self._word(tag, {local(key): value for key, value in attributes.items()})

    def _word(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "tc":
            self._cells.append(len(self.lines))
        elif tag == "r":
            self._runs.append(_Run())
        elif tag == "t":
            self._in_text = True
        elif tag == "altChunk":
            self._reading.remark(Remark.EMBEDDED)
        elif tag in _SAID:
            self._put(_SAID[tag])
        else:
            self._look(tag, said)

    def _look(self, tag: str, said: Mapping[str, str]) -> None:
        value = said.get("val", "")
        if tag == "shd" and said.get("fill", "").lower() not in _PLAIN_FILLS:
            self._shaded.append(self._depth - 2)
        elif self._runs:
            run = self._runs[-1]
            if tag in ("vanish", "webHidden") and value not in _OFF:
                run.vanish = tag == "vanish"
            elif tag == "rStyle" and value in self._hidden:
                run.vanish = True
            elif tag == "color":
                run.white = value.lower() == "ffffff"
            elif tag == "sz" and value.isdigit():
                run.tiny = int(value) <= _SMALLEST
        elif self._paragraphs:
            paragraph = self._paragraphs[-1]
            if tag == "numId":
                paragraph.bullet = value != "0"
            elif tag == "pStyle":
                paragraph.bullet = paragraph.bullet or value in self._listed
                paragraph.hidden = value in self._hidden

    def end(self, name: str) -> None:
        self._depth -= 1
        while self._shaded and self._depth < self._shaded[-1]:
            self._shaded.pop()
        if self._unsaid:
            self._unsaid -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space not in _W:
            return
        if tag == "p" and self._paragraphs:
            paragraph = self._paragraphs.pop()
            bullet = "\u2022 " if paragraph.bullet and paragraph.text.strip() else ""
            self._add((bullet + paragraph.text).split("\n"))
        elif tag == "tc" and self._cells:
            begun = self._cells.pop()
            self._beside = [n for n in range(begun, len(self.lines)) if self.lines[n].strip()]
        elif tag == "tr":
            self._beside = []
        elif tag == "r" and self._runs:
            self._runs.pop()
        elif tag == "t":
            self._in_text = False

    def _add(self, lines: list[str]) -> None:
        """A cell of one line and the first line of the next cell are one line, as they are to the eye."""
        if len(self._beside) == 1 and lines[0].strip() and len(self.lines[self._beside[0]]) <= _SHORT:
            self.lines[self._beside[0]] += "\t" + lines.pop(0)
        self._beside = []
        self.lines += lines

    def say(self, text: str) -> None:
        if self._in_text and not self._unsaid:
            self._put(text)

    def _put(self, text: str) -> None:
        if not self._paragraphs:
            return
        run = self._runs[-1] if self._runs else _Run()
        if text.strip() and (why := self._unseen(run)):
            self._reading.remark(why)
        else:
            self._paragraphs[-1].text += text

    def _unseen(self, run: _Run) -> Remark | None:
        if run.vanish or self._paragraphs[-1].hidden or (run.white and not self._shaded):
            return Remark.HIDDEN
        return Remark.TINY if run.tiny else None
