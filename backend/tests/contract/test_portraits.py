"""Foreign pictures: what is drawn, what is left behind, and what is refused before it costs anything."""

from collections.abc import AsyncIterator, Callable
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from app.domain.identity.avatars import SIDE, IPortraits, PictureRefused, PictureTooLarge
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.pictures.pillow import PillowPortraits
from tests.builders.pictures import (
    CANARY,
    HTML,
    SVG,
    a_jpeg_of,
    a_picture,
    a_png_of,
    a_webp_of,
    that_lies,
    that_moves,
    that_tells,
)

KINDS = ("PNG", "JPEG", "WEBP")


@pytest.fixture
async def portraits() -> AsyncIterator[IPortraits]:
    async with CpuDoor() as door:
        yield PillowPortraits(door)


def seen(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def is_red(picture: Image.Image, at: tuple[int, int]) -> bool:
    red, _, blue = picture.convert("RGB").getpixel(at)  # type: ignore[misc]
    return bool(red > blue + 60)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1, 1), (60, 40), (40, 60), (2000, 1500)])
async def test_what_is_drawn_is_a_square_webp(
    portraits: IPortraits, kind: str, size: tuple[int, int]
) -> None:
    drawn = seen(await portraits.drawn(a_picture(kind, size)))

    assert (drawn.format, drawn.size) == ("WEBP", (SIDE, SIDE))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
async def test_every_kind_of_colour_is_drawn(portraits: IPortraits, mode: str) -> None:
    data = a_picture("JPEG" if mode == "CMYK" else "PNG", mode=mode)

    drawn = seen(await portraits.drawn(data))

    assert drawn.size == (SIDE, SIDE)
    if mode in {"P", "RGBA", "CMYK"}:
        assert is_red(drawn, (100, 256))
        assert not is_red(drawn, (400, 256))


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_is_kept_but_the_picture(portraits: IPortraits, kind: str) -> None:
    sent = that_tells(kind)
    assert CANARY.encode() in sent

    drawn = await portraits.drawn(sent)

    assert CANARY.encode() not in drawn
    assert not any(word in drawn for word in (b"EXIF", b"Exif", b"ICCP", b"XMP "))
    assert set(seen(drawn).info) <= {"background", "duration", "loop", "timestamp"}


async def test_a_picture_stands_upright(portraits: IPortraits) -> None:
    drawn = seen(await portraits.drawn(that_lies()))

    assert is_red(drawn, (256, 60))
    assert not is_red(drawn, (256, 450))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
async def test_of_what_moves_the_first_frame_is_drawn(portraits: IPortraits, kind: str) -> None:
    drawn = seen(await portraits.drawn(that_moves(kind)))

    assert getattr(drawn, "n_frames", 1) == 1
    assert is_red(drawn, (256, 256))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tail", [HTML, b"%PDF-1.7 ...", b"PK\x03\x04" + b"\0" * 60])
async def test_what_hangs_on_behind_is_gone(portraits: IPortraits, kind: str, tail: bytes) -> None:
    drawn = await portraits.drawn(a_picture(kind) + tail)

    assert tail not in drawn
    assert seen(drawn).format == "WEBP"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        SVG,
        b"<?xml version='1.0'?>" + SVG,
        HTML,
        b"GIF89a" + a_picture("GIF"),
        a_picture("GIF"),
        a_picture("BMP"),
        a_picture("TIFF"),
        b"%PDF-1.7",
        *(a_picture(kind)[:50] for kind in KINDS),
        *(a_picture(kind, (300, 200))[:-100] for kind in KINDS),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"\xff\xd8\xff\xe0" + b"\0" * 100,
        b"RIFF\x40\0\0\0WEBPVP8 " + b"\0" * 100,
    ],
)
async def test_what_is_no_picture_is_refused(portraits: IPortraits, data: bytes) -> None:
    with pytest.raises(PictureRefused):
        await portraits.drawn(data)


@pytest.mark.parametrize("flood", [a_png_of, a_webp_of, a_jpeg_of])
@pytest.mark.parametrize("extent", [(16_000, 16_000), (5_001, 5_000), (16_385, 1)])
async def test_a_flood_of_pixels_is_refused_by_its_head(
    portraits: IPortraits,
    flood: Callable[[int, int], bytes],
    extent: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a WebP, opening it would take the memory already; of the others, reading a pixel."""

    def costs(*_: object, **__: object) -> None:
        raise AssertionError("memory was taken for it")

    place, name = (Image, "open") if flood is a_webp_of else (ImageFile.ImageFile, "load")
    monkeypatch.setattr(place, name, costs)

    with pytest.raises(PictureTooLarge):
        await portraits.drawn(flood(*extent))


async def test_a_flood_of_scans_is_refused(portraits: IPortraits) -> None:
    data = a_picture("JPEG", progressive=True)
    scan = data.index(b"\xff\xda")
    flood = data[:-2] + data[scan : scan + 20] * 200 + data[-2:]

    with pytest.raises(PictureTooLarge):
        await portraits.drawn(flood)


async def test_the_same_picture_is_drawn_the_same(portraits: IPortraits) -> None:
    sent = a_picture("JPEG", (900, 700))

    assert await portraits.drawn(sent) == await portraits.drawn(sent)
