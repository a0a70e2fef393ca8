"""Foreign pictures, drawn anew. What is too large to draw is known by its head, before a pixel is read."""

import struct
from io import BytesIO

import filetype
from PIL import Image, ImageOps, UnidentifiedImageError

from app.domain.identity.avatars import MOST_PIXELS, SIDE, IPortraits, PictureRefused, PictureTooLarge
from app.infrastructure.cpu import CpuDoor

_PNG = ("PNG",)
KINDS = {"image/png": _PNG, "image/apng": _PNG, "image/jpeg": ("JPEG", "MPO"), "image/webp": ("WEBP",)}
"""By how the file begins; and what Pillow calls it. An MPO is a JPEG with further ones behind it."""
LONGEST_SIDE = 16_384
MOST_SCANS = 100
"""Of a progressive JPEG, each of which goes over all of the picture."""
_SCAN = b"\xff\xda"
_QUALITY = 85
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
)
"""What Pillow raises where a file is not what it says."""


class PillowPortraits(IPortraits):
    def __init__(self, door: CpuDoor) -> None:
        self._door = door

    async def drawn(self, data: bytes) -> bytes:
        return await self._door.run(draw, data)


def draw(data: bytes) -> bytes:
    """Raises PictureRefused, PictureTooLarge."""
    kinds = KINDS.get(filetype.guess_mime(data[:512]) or "")
    if kinds is None:
        raise PictureRefused("A picture is a PNG, a JPEG or a WebP.")
    if kinds == ("WEBP",):
        _require_drawable(_webp_extent(data))
    if "JPEG" in kinds and data.count(_SCAN) > MOST_SCANS:
        raise PictureTooLarge("This picture takes more work than we give to one.")
    try:
        with Image.open(BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as picture:
            if picture.format not in kinds:
                raise PictureRefused("The file is not of the kind that it begins as.")
            _require_drawable(picture.size)
            return _encoded(_square(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _flood() from error
    except UnidentifiedImageError as error:
        raise PictureRefused("A picture is a PNG, a JPEG or a WebP.") from error
    except _BROKEN as error:
        raise PictureRefused("The picture is broken.") from error


def _require_drawable(extent: tuple[int, int]) -> None:
    wide, high = extent
    if not wide or not high:
        raise PictureRefused("The picture is empty.")
    if max(wide, high) > LONGEST_SIDE or wide * high > MOST_PIXELS:
        raise _flood()


def _flood() -> PictureTooLarge:
    return PictureTooLarge(f"A picture may have {MOST_PIXELS // 1_000_000} million pixels.")


def _webp_extent(data: bytes) -> tuple[int, int]:
    """As its first chunk says. Opening one already takes the memory of two of its frames."""
    kind, body = data[12:16], data[20:30]
    if len(body) < 10:
        raise PictureRefused("The picture is broken.")
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        wide, high = struct.unpack("<HH", body[6:10])
        return wide & 0x3FFF, high & 0x3FFF
    raise PictureRefused("The picture is broken.")


def _square(picture: Image.Image) -> Image.Image:
    """Upright, its middle, on a sheet of its own: what the file said beside the pixels stays behind."""
    picture.draft("RGB", (2 * SIDE, 2 * SIDE))
    upright = ImageOps.exif_transpose(picture)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    fitted = ImageOps.fit(upright.convert(mode), (SIDE, SIDE), Image.Resampling.LANCZOS)
    sheet = Image.new(mode, fitted.size)
    sheet.paste(fitted)
    return sheet


def _encoded(sheet: Image.Image) -> bytes:
    out = BytesIO()
    sheet.save(out, "WEBP", quality=_QUALITY, method=4)
    return out.getvalue()
