"""The document as a JSON Resume: all of it, in the standard's places, and read back by ourselves."""

import json
from typing import Any

import pytest

from app.domain.documents.content import ContactKind, DocumentContent, SectionKind, lines_of
from app.domain.documents.printable import printable
from app.domain.profile.json_resume import read_json_resume
from app.infrastructure.text.json_resume import to_json_resume
from tests.builders.documents import a_contact, a_document, a_header
from tests.builders.letters import a_plain_letter
from tests.builders.resumes import EVERY_RESUME, two_pages
from tests.builders.resumes_by_script import BY_SCRIPT

ROOT = {"$schema", "basics", "meta", "work", "volunteer", "education", "projects", "skills", "languages"}
ROOT |= {"certificates", "awards", "publications", "interests"}


def written(content: DocumentContent) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(to_json_resume(content))
    return said


def texts(said: Any) -> str:
    match said:
        case dict():
            return "\n".join(map(texts, said.values()))
        case list():
            return "\n".join(map(texts, said))
        case _:
            return str(said)


CONTENTS = {f"script {name}": make for name, make in BY_SCRIPT.items()} | dict(EVERY_RESUME)


@pytest.mark.parametrize("name", CONTENTS)
def test_every_line_of_a_document_is_in_it(name: str) -> None:
    content = CONTENTS[name]()
    said = written(content)
    kept = " ".join(texts(said).split())

    lost = [
        line.text
        for pointer, line in lines_of(content)
        for part in [p.strip("() ") for p in printable(line.text).split("(")]
        if part and " ".join(part.split()) not in kept
    ]

    assert lost == []
    assert said.keys() <= ROOT


def test_what_a_document_says_stands_in_the_places_of_the_standard() -> None:
    said = written(two_pages())

    work = said["work"][0]
    assert said["basics"]["name"] == "Marta Lindqvist"
    assert (work["position"], work["startDate"][:4].isdigit()) == ("Senior Data Engineer", True)
    assert work["highlights"]
    assert {"language": "English", "fluency": "C1"} in said["languages"]
    assert said["meta"]["language"] == "en"


def test_our_own_import_takes_it_back() -> None:
    content = two_pages()
    reading = read_json_resume(written(content))
    positions = next(s for s in content.sections if s.kind is SectionKind.EXPERIENCE).entries

    assert reading.full_name == content.header.name.text
    assert [e.title for e in reading.experiences] == [e.title.text for e in positions]
    assert [[a.text for a in e.achievements] for e in reading.experiences] == [
        [line.text for line in e.bullets] for e in positions
    ]
    assert all(e.start_date for e in reading.experiences)


def test_a_letter_is_kept_beside_the_contacts() -> None:
    letter = a_plain_letter(("I plan the night shift.",), ("I would like to meet you.",))
    said = written(letter)

    assert said["basics"]["name"] == printable(letter.header.name.text)
    assert said["meta"]["letter"]["paragraphs"]
    assert "work" not in said


def test_a_second_address_stands_beside_the_first_and_spoils_it_not() -> None:
    contacts = (
        a_contact(ContactKind.EMAIL, "ada@example.com"),
        a_contact(ContactKind.EMAIL, "b@x.example"),
    )
    said = written(a_document(header=a_header("Ada Byron", None, *contacts)))

    assert said["basics"]["email"] == "ada@example.com"
    assert said["meta"]["contacts"] == ["b@x.example"]
