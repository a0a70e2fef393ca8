"""What a PDF says of itself beside its text."""

from collections.abc import Iterator
from typing import Any

import pypdf

from app.domain.documents.ports import FileFacts, Format

_MOST = 20
_DEEPEST = 5
"""Forms within forms: deeper than any that we have reason to follow."""
_LONGEST = 300
_KNOWN = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})
_SYMBOLS = ("/Symbol", "/ZapfDingbats")


def facts_of(reader: pypdf.PdfReader, size: int) -> FileFacts:
    about = reader.metadata or pypdf.DocumentInformation()
    resources = [held for page in reader.pages for held in _resources(page.get("/Resources"), 0)]
    fonts = (_at(font) for held in resources for font in _values(held, "/Font"))
    drawn = {id(each) for held in resources for each in _pictures(held)}
    mute = dict.fromkeys(str(font.get("/BaseFont", "?"))[1:80] for font in fonts if _is_mute(font))
    return FileFacts(
        format=Format.PDF,
        size=size,
        pages=len(reader.pages),
        title=str(about.get("/Title", ""))[:_LONGEST],
        author=str(about.get("/Author", ""))[:_LONGEST],
        language=str(reader.root_object.get("/Lang", ""))[:_LONGEST],
        locked=reader.is_encrypted,
        pictures=len(drawn),
        mute_fonts=tuple(mute)[:_MOST],
    )


def _resources(held: Any, depth: int) -> Iterator[Any]:
    """Of a page, and of the forms that it draws."""
    held = _at(held)
    if held is None or depth > _DEEPEST:
        return
    yield held
    for form in map(_at, _values(held, "/XObject")):
        if form.get("/Subtype") == "/Form":
            yield from _resources(form.get("/Resources"), depth + 1)


def _pictures(held: Any) -> Iterator[Any]:
    """Those in colour: what only says how clear another one is stands within it."""
    return (each for each in map(_at, _values(held, "/XObject")) if each.get("/Subtype") == "/Image")


def _values(held: Any, name: str) -> Any:
    return (_at(held.get(name)) or {}).values()


def _is_mute(font: Any) -> bool:
    """Neither a table from its shapes to letters nor an encoding that stands for one."""
    if "/ToUnicode" in font:
        return False
    encoding = _at(font.get("/Encoding"))
    symbols = str(font.get("/BaseFont", "")).startswith(_SYMBOLS)
    named = encoding if isinstance(encoding, str) else (encoding or {}).get("/BaseEncoding")
    return symbols or named not in _KNOWN


def _at(held: Any) -> Any:
    return held.get_object() if hasattr(held, "get_object") else held
