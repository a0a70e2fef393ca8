"""Pictures as people send them, and as those do who mean harm."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

RED, BLUE = (220, 30, 30), (30, 30, 220)
CANARY = "CANARY-48.2082N-16.3738E"


def a_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **about: Any) -> bytes:
    """Its left half red, its right half blue."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    out = BytesIO()
    picture.convert(mode).save(out, kind, **about)
    return out.getvalue()


def that_tells(kind: str) -> bytes:
    """Where it was taken, with what, and a profile of its colours that says so too."""
    exif = Image.Exif()
    exif[Base.Make] = CANARY
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = CANARY
    about: dict[str, Any] = {"exif": exif, "icc_profile": CANARY.encode() * 4}
    if kind == "PNG":
        said = PngInfo()
        said.add_text("Comment", CANARY)
        about["pnginfo"] = said
    if kind == "JPEG":
        about["comment"] = CANARY.encode()
    return a_picture(kind, **about)


def that_lies(orientation: int = 6) -> bytes:
    """A JPEG that is to be turned to stand upright: then red is above, and blue below."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    return a_picture("JPEG", (400, 400), exif=exif, quality=95)


def that_moves(kind: str) -> bytes:
    """Red first, then blue."""
    first, second = (Image.new("RGB", (64, 64), colour) for colour in (RED, BLUE))
    out = BytesIO()
    first.save(out, kind, save_all=True, append_images=[second], duration=100)
    return out.getvalue()


def a_png_of(wide: int, high: int) -> bytes:
    """So large by its head; there is next to nothing in it."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 10)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def a_webp_of(wide: int, high: int) -> bytes:
    extent = (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + extent + b"VP8 " + struct.pack("<I", 0)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def a_jpeg_of(wide: int, high: int) -> bytes:
    """The head of a real one, with another size in it."""
    data = a_picture("JPEG", (40, 60))
    return data.replace(struct.pack(">HH", 60, 40), struct.pack(">HH", high, wide), 1)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert(1)</script></html>"
