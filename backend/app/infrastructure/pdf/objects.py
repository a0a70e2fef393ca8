"""Objects of a file, written as they stand in it: ReportLab's own cost ten times as much."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class _Written(PDFObject):
    """Known to ReportLab by nothing but its number."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, document: Any) -> bytes:
        return self._content


def add(document: Any, content: str | bytes) -> int:
    """Its number, by which `reference` names it."""
    number: int = document.objectcounter + 1
    document.Reference(_Written(content if isinstance(content, bytes) else content.encode("ascii")))
    return number


def add_stream(document: Any, content: bytes, entries: str = "") -> int:
    head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode("ascii")
    return add(document, head + content + b"\nendstream\n")


def reference(number: int) -> str:
    return f"{number} 0 R"


def literal(text: str) -> str:
    """A text of the file itself, such as a link's address."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def shown(codes: bytes) -> str:
    """What a font's codes look like in a page's content."""
    if codes.isascii() and (text := codes.decode("ascii")).isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<{codes.hex()}>"
