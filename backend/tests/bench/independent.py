"""What readers and parsers that are not ours make of our files: `python -m tests.bench.independent`.

Every template over four careers. pdfplumber and pdfminer.six read the PDFs: how much of them, and in which
order. With `--parsers PYTHON`, an interpreter that has openresume-parser and leverparser, these two look for
the fields, in the Word files too as far as they read them:

    python3 -m venv parsers && parsers/bin/pip install openresume-parser leverparser
    python -m tests.bench.independent --parsers parsers/bin/python
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pdfplumber
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from app.domain.documents.arranging import arranged
from app.domain.documents.content import ContactKind, DocumentContent, SectionKind
from app.domain.documents.ports import ExtractedText, Layout
from app.domain.documents.readback import ReadBackReceipt, read_back
from app.domain.shared.prose import fold
from app.infrastructure.docx.renderer import to_docx
from app.infrastructure.looks import LOOKS
from tests.builders.resumes import EVERY_RESUME
from tests.contract.printing import printed

CAREERS = ("one page", "two pages", "sixty bullets", "Latin diacritics")
OUTSIDE = Path(__file__).with_name("outside.py")


def with_pdfplumber(data: bytes) -> str:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return "\f".join(page.extract_text() for page in pdf.pages)


def with_pdfminer(data: bytes) -> str:
    return str(extract_text(BytesIO(data)))


def with_pdfminer_by_place(data: bytes) -> str:
    """Its boxes from the top to the bottom, and not by how they hang together."""
    return str(extract_text(BytesIO(data), laparams=LAParams(boxes_flow=None)))


READERS: dict[str, Callable[[bytes], str]] = {
    f"pdfplumber {version('pdfplumber')}": with_pdfplumber,
    f"pdfminer.six {version('pdfminer.six')}": with_pdfminer,
    f"pdfminer.six {version('pdfminer.six')}, boxes_flow=None": with_pdfminer_by_place,
}


@dataclass(frozen=True)
class Made:
    template: str
    career: str
    content: DocumentContent
    layout: Layout

    def pdf(self) -> bytes:
        return printed(self.content, self.layout).data

    def docx(self) -> bytes:
        setting = arranged(self.content, self.layout, LOOKS[self.template].template)
        return to_docx(setting.content, self.layout)

    def read(self, reader: Callable[[bytes], str]) -> ReadBackReceipt:
        setting = arranged(self.content, self.layout, LOOKS[self.template].template, capitals=True)
        pdf = printed(self.content, self.layout)
        text = ExtractedText(reader.__name__, (reader(pdf.data),))
        return read_back(setting.titled, [text], setting.order_in(pdf.order))


def every(templates: Mapping[str, Any] = LOOKS) -> Iterator[Made]:
    for template in templates:
        for career in CAREERS:
            yield Made(template, career, EVERY_RESUME[career](), Layout(template=template))


def _texts() -> Iterator[str]:
    made = list(every())
    for name, reader in READERS.items():
        for columns in (1, 2):
            of = [each for each in made if LOOKS[each.template].template.columns == columns]
            receipts = [each.read(reader) for each in of]
            recall = sum(r.recall for r in receipts) / len(receipts)
            whole = sum(r.recall == 1 for r in receipts)
            ordered = sum(r.in_order for r in receipts)
            yield (
                f"{name}, {columns} column: {recall:.1%} of the fields; whole {whole} of {len(of)}, "
                f"in order {ordered} of {len(of)}"
            )


def _fields(python: str) -> Iterator[str]:
    with TemporaryDirectory(prefix="jobwise-outside-") as directory:
        files = {str(path): made for path, made in _written(Path(directory))}
        told = subprocess.run([python, str(OUTSIDE), *files], capture_output=True, text=True, check=True)
    for parser, read in json.loads(told.stdout).items():
        for kind in (".pdf", ".docx"):
            of = {path: fields for path, fields in read.items() if path.endswith(kind)}
            if of:
                yield f"{parser}, {len(of)} x {kind}: {_sums([(files[p].content, f) for p, f in of.items()])}"


def _written(directory: Path) -> Iterator[tuple[Path, Made]]:
    for n, made in enumerate(every()):
        for kind, data in ((".pdf", made.pdf()), (".docx", made.docx())):
            path = directory / f"{n}{kind}"
            path.write_bytes(data)
            yield path, made


def _sums(read: list[tuple[DocumentContent, dict[str, Any]]]) -> str:
    found: dict[str, list[int]] = {}
    for content, fields in read:
        for name, wanted in _wanted(content).items():
            given = _flat(fields.get(name))
            sums = found.setdefault(name, [0, 0])
            sums[0] += sum(any(fold(text) in each for each in given) for text in wanted)
            sums[1] += len(wanted)
    return ", ".join(f"{name} {got} of {there}" for name, (got, there) in found.items())


def _flat(given: Any) -> list[str]:
    values = given if isinstance(given, list) else [given]
    return [fold(str(value)) for value in values if value]


def _wanted(content: DocumentContent) -> dict[str, list[str]]:
    contacts = content.header.contacts
    positions = [e for s in content.sections if s.kind is SectionKind.EXPERIENCE for e in s.entries]
    groups = [g for s in content.sections if s.kind is SectionKind.SKILLS for g in s.groups]
    return {
        "name": [content.header.name.text],
        "email": [c.text for c in contacts if c.kind is ContactKind.EMAIL],
        "phone": [c.text for c in contacts if c.kind is ContactKind.PHONE],
        "employers": [e.organization.text for e in positions if e.organization],
        "titles": [e.title.text for e in positions],
        "skills": [item.text for group in groups for item in group.items],
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--parsers", metavar="PYTHON", help="an interpreter that has the two parsers")
    parsers = asked.parse_args().parsers
    for line in _texts():
        sys.stdout.write(f"{line}\n")
    for line in _fields(parsers) if parsers else ():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
