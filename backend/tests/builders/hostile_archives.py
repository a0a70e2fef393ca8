"""Office files, rich text and other bytes that mean harm, each built by code."""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Hostile = Iterator[tuple[str, bytes]]


def body(inner: str = "<w:p><w:r><w:t>Ada Quay, warden</w:t></w:r></w:p>") -> bytes:
    return f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode()


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, method)
    return file.getvalue()


def word(xml: bytes | None = None, **more: bytes) -> bytes:
    """A Word file with these parts beside its body; `__` in a name stands for `/`."""
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in more.items()}
    return packed({"[Content_Types].xml": _TYPES, "word/document.xml": xml or body(), **named})


def relation(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}" '
        f'TargetMode="External"/></Relationships>'
    ).encode()


def changed(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def archives() -> Hostile:
    """Not packed as an office program packs."""
    whole = word()
    table, end = whole.rfind(b"PK\x01\x02"), whole.rfind(b"PK\x05\x06")
    first = whole.find(b"PK\x01\x02")
    yield "a bomb", word(body("<w:p/>" * 3_000_000))
    yield "a bomb that lies about its size", _lying(word(body("<w:p/>" * 900_000)))
    yield "a bomb beside the text", word(media=bytes(19_000_000))
    yield "a thousand parts", word(**{f"part{n}": b"x" for n in range(1000)})
    yield "parts over one another", _overlapping()
    yield "one part twice", _twice()
    yield "one part in two spellings", word(word__Document_dot_xml=body())
    yield "a way up", word(**{"..__..__etc__passwd": b"x"})
    yield "a root", word(__etc__passwd=b"x")
    yield "a drive", word(**{"C:\\evil": b"x"})
    yield "a name with controls", word(**{"a\x07b": b"x"})
    yield "a symbolic link", _linked()
    yield "an encrypted part", changed(changed(whole, table + 8, b"\1\0"), 6, b"\1\0")
    yield "an unknown packing", changed(whole, table + 10, b"\x0e\0")
    yield "a size that lies", changed(whole, first + 24, struct.pack("<L", 5))
    yield "a sum that lies", changed(whole, table + 16, b"\0\0\0\0")
    yield "a name that differs", changed(whole, 30, b"X")
    yield "ZIP64 at its end", whole[:end] + b"PK\x06\x07" + bytes(16) + whole[end:]
    yield "ZIP64 numbers", changed(whole, end + 16, b"\xff\xff\xff\xff")
    yield "a table elsewhere", changed(whole, end + 16, struct.pack("<L", 1))
    yield "a count that lies", changed(whole, end + 8, struct.pack("<HH", 1, 1))
    yield "something after its end", whole + b"x" * 30
    yield "a comment that ends another", whole[:-2] + b"\x16\0" + whole[-22:]
    yield "only its first bytes", whole[:100]
    yield "a head alone", b"PK\x03\x04"
    yield "a ZIP of something else", packed({"a.txt": b"hello"})
    yield "a workbook", packed({"[Content_Types].xml": _TYPES, "xl/workbook.xml": b"<a/>"})
    yield "a ZIP in a ZIP", packed({"a.zip": word()})
    yield "Word and OpenDocument", packed({
        "mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body(),
        "[Content_Types].xml": _TYPES, "word/document.xml": body(),
    })  # fmt: skip


def _lying(data: bytes) -> bytes:
    """The table and the part's own head say that it is small."""
    at = data.find(b"word/document.xml")
    small = struct.pack("<L", 2000)
    data = changed(data, at - 30 + 22, small)
    table = data.find(b"word/document.xml", data.find(b"PK\x01\x02"))
    return changed(data, table - 46 + 24, small)


def _overlapping() -> bytes:
    whole = word(a=b"x" * 500, b=b"y" * 500)
    last = whole.rfind(b"PK\x01\x02")
    return changed(whole, last + 42, struct.pack("<L", 0))


def _twice() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", body())
        archive.writestr("word/documenX.xml", body())
    return file.getvalue().replace(b"word/documenX.xml", b"word/document.xml")


def _linked() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", body())
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return file.getvalue()


def markup(canary: str) -> Hostile:
    """What is wrong is in the XML."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'.encode()
    yield "a billion laughs", word(doctype + body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")[21:])
    fetched = f'<!DOCTYPE w SYSTEM "{canary}/x.dtd">'.encode()
    yield "a document type from elsewhere", word(fetched + body()[21:])
    file = b'<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield "an entity from a file", word(file + body("<w:p><w:r><w:t>&f;</w:t></w:r></w:p>")[21:])
    yield "a document type in the styles", word(word__styles_dot_xml=fetched + b"<a/>")
    yield "a document type in a relation", word(_rels___dot_rels=fetched + b"<a/>")
    wide = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY a "b">]><a/>'.encode("utf-16")
    yield "a document type in UTF-16", word(word__settings_dot_xml=wide)
    yield (
        "a template from elsewhere",
        word(word___rels__settings_dot_xml_dot_rels=relation("attachedTemplate", f"{canary}/t.dotm")),
    )
    yield (
        "an object from elsewhere",
        word(word___rels__document_dot_xml_dot_rels=relation("oleObject", f"{canary}/o")),
    )
    yield "a frame from elsewhere", word(word___rels__document_dot_xml_dot_rels=relation("frame", canary))
    yield "a chunk from elsewhere", word(word___rels__document_dot_xml_dot_rels=relation("aFChunk", canary))
    yield "macros", word(word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0")
    yield "macros by type", packed({
        "[Content_Types].xml": _TYPES.replace(b".document.main+xml", b".document.macroEnabled.main+xml"),
        "word/document.xml": body(),
    })  # fmt: skip
    yield "a control", word(word__activeX__activeX1_dot_bin=b"x")
    yield "elements within elements", word(body("<w:p>" * 5_000 + "</w:p>" * 5_000))
    yield "a flood of elements", word(body("".join(f"<w:p w:a='{n}'/>" for n in range(450_000))))
    rows = "".join(f"<w:tr><w:tc><w:p w:i='{n}'/></w:tc></w:tr>" for n in range(200_000))
    yield "a flood of rows", word(body(f"<w:tbl>{rows}</w:tbl>"))
    yield "an attribute flood", word(body("<w:p " + " ".join(f"a{n}='1'" for n in range(200_000)) + "/>"))
    yield "no XML", word(b"\xff\xfe\xff not xml")
    yield "half of its XML", word(body()[:-30])
    yield "an unknown encoding", word(b'<?xml version="1.0" encoding="x-evil"?>' + body()[21:])
    yield "only hidden words", word(body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ada</w:t></w:r></w:p>"))
    yield "only a chunk", word(body(f'<w:altChunk xmlns:r="{_OFFICE}" r:id="r1"/>'))


def open_documents() -> Hostile:
    mime = b"application/vnd.oasis.opendocument.text"
    locked = b'<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    office = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">%s</office:document-content>'
    )
    yield (
        "OpenDocument, locked",
        packed({"mimetype": mime, "META-INF/manifest.xml": locked, "content.xml": bytes(50)}),
    )
    yield (
        "OpenDocument with macros",
        packed({"mimetype": mime, "Basic/Standard/Evil.xml": b"<a/>", "content.xml": office % b""}),
    )
    yield "OpenDocument with entities", packed({"mimetype": mime, "content.xml": b"<!DOCTYPE a []><a/>"})
    spaces = b'<text:p>a<text:s text:c="99999999999999999999"/></text:p>' + b"<text:p/>" * 1000
    yield (
        "OpenDocument that nests",
        packed({"mimetype": mime, "content.xml": office % (b"<text:p>" * 3000 + spaces)}),
    )
    yield "OpenDocument without text", packed({"mimetype": mime, "content.xml": office % b""})


def texts() -> Hostile:
    """Neither packed nor a PDF."""
    yield "nothing", b""
    yield "only space", b" \r\n\t" * 500
    yield "only zeros", bytes(100_000)
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10
    yield "a picture with a page in it", b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>"
    yield "an animation", _apng()
    yield (
        "a drawing with a script",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    )
    yield "a page", b"<!DOCTYPE html><html><body>Ada Quay</body></html>"
    yield "a page after a mark", b"\xef\xbb\xbf  <html>Ada Quay</html>"
    yield "a program", b"\x7fELF" + bytes(200)
    yield "a script", b"#!/bin/sh\nrm -rf /\n"
    yield "an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    yield "noise", bytes((n * 7919 + n // 3) % 256 for n in range(50_000))
    yield "a packed tape", b"\x1f\x8b\x08" + zlib.compress(bytes(100))
    yield "a ZIP behind text", b"Ada Quay\n" + word()
    yield "rich text in groups without end", b"{\\rtf1" + b"{" * 300_000
    yield "rich text with only an object", b"{\\rtf1{\\object{\\*\\objdata " + b"41" * 50_000 + b"}}}"
    yield "rich text that is hidden", b"{\\rtf1 {\\v Ada Quay}}"
    yield "rich text with a lying length", b"{\\rtf1 \\bin999999999 Ada}"


def _apng() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", 100_000, 100_000, 8, 6, 0, 0, 0)
    frames = chunk(b"acTL", struct.pack(">LL", 2**31 - 1, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + frames + chunk(b"IEND", b"")
