"""LinkedIn's export: its tables, and zips that are not what they say."""

import io
import struct
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from app.domain.profile.errors import ArchiveRefused, ProfileFileInvalid
from app.domain.profile.formats import read_file
from app.domain.profile.formats.linkedin.archive import HIGHEST_RATIO, LARGEST_ENTRY, MOST_ENTRIES
from app.domain.profile.json_resume import Reading
from app.domain.profile.model import Link, SkillCategory
from app.domain.shared.time import PartialDate
from tests.builders.transfers import LINKEDIN, a_zip


def read(data: bytes) -> Reading:
    return read_file(data).reading


def test_each_table_finds_its_place() -> None:
    reading = read(a_zip())

    assert (reading.full_name, reading.email, reading.phone) == (
        "Mei Tanaka",
        "mei@mei.example",
        "+81 6 0000 0000",
    )
    assert (reading.location, reading.website) == ("Osaka, Japan", "https://mei.example")
    assert reading.professional_summary == 'Ward nurse.\n"Calm" under pressure.'
    assert reading.links == (
        Link("Portfolio", "https://mei.example/work"),
        Link("Twitter", "https://twitter.com/meit"),
    )
    charge, ward = reading.experiences
    assert (charge.start_date, charge.end_date, charge.description) == (PartialDate(2020, 3), None, "Nights.")
    assert [line.text for line in charge.achievements] == ["Leads 8 nurses", "Cut falls by 30%"]
    assert ward.end_date == PartialDate(2020, 2)
    assert [(s.category, s.name, s.issuer, s.credential_id) for s in reading.skills] == [
        (SkillCategory.TECHNICAL, "Triage", None, None),
        (SkillCategory.TECHNICAL, "Wound care", None, None),
        (SkillCategory.LANGUAGE, "Japanese", None, None),
        (SkillCategory.CERTIFICATION, "ACLS", "AHA", "A-1"),
    ]
    assert reading.projects[0].end_date == PartialDate(2019, 6)
    assert reading.achievements[0].date == PartialDate(2021, 11)
    assert reading.custom_fields == {
        "volunteer": [
            {
                "organization": "Red Cross",
                "position": "Driver",
                "startDate": "2019-06",
                "cause": "Health",
                "summary": "Blood runs",
            }
        ],
        "references": [{"name": "Ken Sato, Head Nurse, Umeda Clinic", "reference": "Steady hands."}],
        "courses": [{"name": "Pharmacology", "number": "N-201"}],
    }


def test_what_has_no_place_is_said_and_messages_are_not_even_opened() -> None:
    left = {each.field: each.value for each in read(a_zip()).unplaced}

    assert left["/Profile.csv/0/Industry"] == "Hospitals"
    assert left["/Email Addresses.csv/1"] == "old@mei.example"
    assert left["/Positions.csv/2/Description"] == "=HYPERLINK(1)"
    assert left["/Education.csv/0/Notes"] == "Honours"
    assert left["/messages.csv"] == ""
    assert "/Ad_Targeting.csv" in left


@pytest.mark.parametrize("bom", [True, False])
def test_a_byte_order_mark_makes_no_difference(bom: bool) -> None:
    assert read(a_zip(bom=bom)).full_name == "Mei Tanaka"


def test_a_table_of_another_name_is_known_by_its_columns() -> None:
    renamed = {
        "Basic/Profil.csv": LINKEDIN["Profile.csv"],
        "Basic/Berufserfahrung.csv": LINKEDIN["Positions.csv"],
    }

    reading = read(a_zip(renamed))

    assert reading.full_name == "Mei Tanaka"
    assert len(reading.experiences) == 2


def test_rows_of_odd_lengths_empty_lines_and_other_encodings_do_no_harm() -> None:
    odd = {
        "Profile.csv": LINKEDIN["Profile.csv"].encode("utf-16"),
        "Skills.csv": b'Name\r\n\r\nTriage,more,and more\r\n""\r\n',
        "Languages.csv": b"Name,Proficiency\n\xff\xfe",
    }

    reading = read(a_zip(odd))

    assert [skill.name for skill in reading.skills] == ["Triage"]
    assert reading.full_name == "Mei Tanaka"
    assert {"/Skills.csv/0", "/Languages.csv"} <= {each.field for each in reading.unplaced}


def zipped(*entries: tuple[ZipInfo | str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data, compress_type=method)
    return buffer.getvalue()


def a_link() -> ZipInfo:
    info = ZipInfo("Skills.csv")
    info.external_attr = 0o120777 << 16
    return info


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """In the first entry of the directory."""
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def one_within_another() -> bytes:
    """A file whose bytes are, from its header on, those of another too."""
    inner = zipped(("Languages.csv", b"Name,Proficiency\nTwi,Native\n"), method=ZIP_STORED)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        archive.writestr("Skills.csv", inner[: inner.index(b"PK\x01\x02")])
        [told] = ZipFile(io.BytesIO(inner)).infolist()
        told.header_offset = 30 + len("Skills.csv")
        archive.filelist.append(told)
    return buffer.getvalue()


SKILLS = ("Skills.csv", b"Name\nTriage\n")
TWO = zipped(SKILLS, ("Languages.csv", b"Name,Proficiency\nTwi,Native\n"))
HOSTILE = {
    "no zip": b"PK\x03\x04" + b"x" * 100,
    "cut off": zipped(SKILLS)[:-30],
    "too many files": zipped(*((f"{n}.csv", b"") for n in range(MOST_ENTRIES + 1))),
    "packed too tightly": zipped(("Skills.csv", b"Name\n" + b"a" * (HIGHEST_RATIO * 10_000))),
    "too large": zipped(("Skills.csv", b"Name\n" + b"a" * LARGEST_ENTRY), method=ZIP_STORED),
    "a name that leads out": zipped(("../Skills.csv", b"Name\n")),
    "an absolute name": zipped(("/Skills.csv", b"Name\n")),
    "a drive": zipped(("C:\\Skills.csv", b"Name\n")),
    "a name twice": zipped(SKILLS, ("SKILLS.csv", b"Name\n")),
    "a link": zipped((a_link(), b"/etc/passwd")),
    "encrypted": patched(zipped(SKILLS), 8, b"\x01\x00"),
    "another method": zipped(SKILLS, method=ZIP_BZIP2),
    "a size that lies": patched(zipped(SKILLS), 24, struct.pack("<I", 5)),
    "a checksum that lies": patched(zipped(SKILLS), 16, b"\0\0\0\0"),
    "overlapping files": one_within_another(),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_zip_that_is_not_safe_is_refused(kind: str) -> None:
    with pytest.raises(ArchiveRefused):
        read(HOSTILE[kind])


@pytest.mark.parametrize("data", [zipped(), zipped(("readme.txt", b"x")), zipped(("a.zip", TWO))])
def test_a_zip_of_anything_else_is_no_export(data: bytes) -> None:
    with pytest.raises(ProfileFileInvalid):
        read(data)
