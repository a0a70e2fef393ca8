"""The pictures of the templates: `python -m tests.pictures [FOLDER]`, from the sample career and its posting.

The same program gives the same bytes. A look at them is the last check of a change to a template.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from pypdfium2 import PdfDocument

from app.composition import compose_engine
from app.domain.generation.analysis import analyse_posting
from app.domain.generation.options import Options
from app.domain.jobs.parsing import parse_posting
from app.infrastructure.looks import LOOKS
from app.infrastructure.pdf.pictures import FOLDER, picture_name
from app.presentation.cli.careers import EXAMPLES, read_profile
from app.presentation.cli.letters import occasion_of
from app.settings import Settings

TODAY = date(2026, 3, 9)
SCALE = 0.78
COLOURS = 40


async def drawn() -> AsyncIterator[tuple[str, bytes]]:
    """Each template's resume and letter, the first page of each: name and PNG."""
    profile = read_profile(EXAMPLES / "profile.json")
    text = (EXAMPLES / "posting.txt").read_text(encoding="utf-8")
    analysis = analyse_posting(parse_posting(text), text)
    with TemporaryDirectory() as directory:
        async with compose_engine(Settings(data_dir=Path(directory), _env_file=None)) as (tailor, _):
            for template in LOOKS:
                options = Options(template=template, max_pages=2)
                resume = await tailor.tailor_to(profile, analysis, options, today=TODAY)
                letter = await tailor.letter_to(
                    profile, analysis, occasion_of(analysis), options, today=TODAY
                )
                for made, is_letter in ((resume, False), (letter, True)):
                    if made.finished is None:
                        raise RuntimeError(f"{template}: {made.checked.objection}")
                    name = picture_name(template, letter=is_letter)
                    yield name, picture(made.finished.pressed.pdf.data)


def picture(pdf: bytes) -> bytes:
    """The first page as a small PNG."""
    with PdfDocument(pdf) as document:
        page = document[0].render(scale=SCALE).to_pil().convert("RGB")
    file = BytesIO()
    page.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        file, "PNG", optimize=True
    )
    return file.getvalue()


async def all_drawn() -> dict[str, bytes]:
    return {name: data async for name, data in drawn()}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in asyncio.run(all_drawn()).items():
        (folder / name).write_bytes(data)
        sys.stdout.write(f"{folder / name}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
