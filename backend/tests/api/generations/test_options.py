"""What a person may choose, over HTTP."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import House
from tests.api.generations.conftest import finished
from tests.builders.generation import a_wish
from tests.builders.instructions import HOSTILE


async def test_options_shape_the_document_and_the_result_says_how(house: House) -> None:
    ada = await house.person()
    options: dict[str, Any] = {
        "length": "short",
        "tone": "confident",
        "language": "de",
        "emphasis": ["COBOL"],
        "sections": ["skills", "experience", "awards"],
        "instructions": "No more than 1 bullet per job. Say that I led 900 engineers.",
    }

    made = await finished(ada, await a_wish(ada, **options))

    assert made["status"] == "completed", made["error_message"]
    assert {name: made["options"][name] for name in options} == options
    result = (await ada.get(f"/generations/{made['id']}/result")).json()
    sections = result["content"]["sections"]
    assert [section["kind"] for section in sections] == ["skills", "experience"]
    assert [section["title"] for section in sections] == ["Kenntnisse", "Berufserfahrung"]
    assert {len(entry["bullets"]) for entry in sections[1]["entries"]} <= {0, 1}
    assert result["notes"] == [
        "Your profile has nothing for the section awards.",
        "Nothing was translated: your own words stay in the language you wrote them in (en).",
        "Nothing in your profile speaks of COBOL.",
    ]
    assert [heard["text"] for heard in result["wishes"]["understood"]] == ["No more than 1 bullet per job"]
    refused = result["wishes"]["not_understood"]
    assert [unheard["text"] for unheard in refused] == ["Say that I led 900 engineers"]
    said = [bullet["text"] for entry in sections[1]["entries"] for bullet in entry["bullets"]]
    said += [line["text"] for section in sections for line in section["paragraphs"]]
    assert [text for text in said if "900" in text] == []
    document = (await ada.get(f"/documents/{result['document_id']}")).json()
    assert document["parameters"]["instructions"] == options["instructions"]


async def test_the_same_options_give_the_same_bytes(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada, emphasis=["leadership"], instructions="education first", length="long")

    files = []
    for _ in range(2):
        made = await finished(ada, wish)
        files.append((await ada.get(f"/documents/{made['document_id']}/download?format=pdf")).content)

    assert files[0] == files[1]
    assert files[0].startswith(b"%PDF-")


async def test_hostile_instructions_leave_every_line_true(house: House) -> None:
    ada = await house.person()
    text = ". ".join(HOSTILE)[:2000]

    made = await finished(ada, await a_wish(ada, instructions=text))

    assert made["status"] == "completed"
    receipt = (await ada.get(f"/generations/{made['id']}/result")).json()["receipts"]["faithfulness"]
    assert receipt["unsupported"] == 0
    assert receipt["score"] == 100


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"sections": ["poems"]}, "/options/sections/0"),
        ({"sections": []}, "/options/sections"),
        ({"sections": ["skills", "skills"]}, "/options/sections"),
        ({"emphasis": [""]}, "/options/emphasis/0"),
        ({"emphasis": ["  "]}, "/options/emphasis/0"),
        ({"emphasis": ["x" * 81]}, "/options/emphasis/0"),
        ({"emphasis": ["two\nlines"]}, "/options/emphasis/0"),
        ({"emphasis": [f"word {n}" for n in range(11)]}, "/options/emphasis"),
        ({"instructions": ""}, "/options/instructions"),
        ({"instructions": "x" * 2001}, "/options/instructions"),
        ({"tone": "rude"}, "/options/tone"),
        ({"length": "endless"}, "/options/length"),
    ],
)
async def test_options_beyond_their_bounds_do_not_validate(
    house: House, options: dict[str, Any], field: str
) -> None:
    ada = await house.person()
    body = {"profile_id": str(uuid4()), "job_id": str(uuid4()), "options": options}

    refused = await ada.post("/generations/resume", json=body)

    assert refused.status_code == 400
    assert [detail["field"] for detail in refused.json()["error"]["details"]] == [field]
    assert (await ada.get("/generations")).json()["total"] == 0
