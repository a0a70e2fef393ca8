"""An OpenDocument text: its paragraphs, lists and tables in the order of the XML."""

import re
from collections.abc import Mapping
from xml.parsers import expat

from app.infrastructure.extraction.child.answers import Reading, Refusal, Refused, Remark
from app.infrastructure.extraction.child.archive import Archive
from app.infrastructure.extraction.child.markup import local, walk

BODY = "content.xml"
MIME = b"application/vnd.oasis.opendocument.text"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_BLOCKS = frozenset({"p", "h"})
_UNSAID = frozenset(
    [
        "tracked-changes",
        "annotation",
        "note",
        "deletion",
        "sequence-decls",
        "script",
        "event-listeners",
        "title",
        "desc",
    ]
)
_HIDDEN = frozenset({"hidden-text", "hidden-paragraph"})
_SCRIPTS = re.compile(r"^(?:Basic|Scripts)/|^Object \d+/.*script", re.IGNORECASE)
_MOST_SPACES = 40


def read_opendocument(archive: Archive) -> Reading:
    reading = Reading("odt", expat.EXPAT_VERSION.replace("_", " "))
    if any(_SCRIPTS.search(name) for name in archive.names):
        raise Refused(Refusal.MACROS)
    if "META-INF/manifest.xml" in archive:
        walk(archive.read("META-INF/manifest.xml"), _refuse_locked)
    parts = [name for name in archive.names if name.endswith((".xml", ".rdf")) and name != BODY]
    for name in parts:
        walk(archive.read(name))
    story = _Story(reading)
    walk(archive.read(BODY), story.start, story.end, story.say)
    reading.lines = story.lines
    embedded = {name.partition("/")[0] for name in archive.names if name.startswith("Object ")}
    reading.remark(Remark.EMBEDDED, len(embedded))
    return reading


def _refuse_locked(name: str, _: Mapping[str, str]) -> None:
    if local(name) == "encryption-data":
        raise Refused(Refusal.LOCKED)


class _Story:
    def __init__(self, reading: Reading) -> None:
        self.lines: list[str] = []
        self._reading = reading
        self._open: list[str] = []
        self._unsaid = 0
        self._bullet = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self._unsaid or tag in _UNSAID or tag in _HIDDEN:
            self._reading.remark(Remark.HIDDEN, not self._unsaid and tag in _HIDDEN)
            self._unsaid += 1
        elif space == _TEXT and tag in _BLOCKS:
            self._open.append("\u2022 " if self._bullet else "")
            self._bullet = False
        elif space == _TEXT and tag == "list-item":
            self._bullet = True
        elif space == _TEXT and self._open:
            said = {local(key): value for key, value in attributes.items()}
            count = said.get("c", "1")
            spaces = min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 6 else 1
            self._open[-1] += {"tab": "\t", "line-break": "\n", "s": " " * spaces}.get(tag, "")

    def end(self, name: str) -> None:
        if self._unsaid:
            self._unsaid -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space == _TEXT and tag in _BLOCKS and self._open:
            self.lines += self._open.pop().split("\n")

    def say(self, text: str) -> None:
        if self._open and not self._unsaid:
            self._open[-1] += re.sub(r"[ \t\r\n]+", " ", text)
