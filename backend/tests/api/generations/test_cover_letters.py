from typing import Any

import httpx2
import pytest

from tests.api.conftest import House
from tests.api.generations.conftest import ended
from tests.builders.generation import a_wish

Body = dict[str, Any]


@pytest.fixture
async def ada(house: House) -> httpx2.AsyncClient:
    return await house.person("ada")


async def a_letter(person: httpx2.AsyncClient, **options: Any) -> Body:
    """The result of a letter that was asked for, and what it was asked of."""
    wish = await named(person, await a_wish(person, **options))
    answer = await person.post("/generations/cover-letter", json=wish)
    assert answer.status_code == 201, answer.text
    generation = await ended(person, answer.json()["id"])
    assert generation["status"] == "completed", generation
    result: Body = (await person.get(f"/generations/{generation['id']}/result")).json()
    return result | {"wish": wish, "generation": generation}


async def named(person: httpx2.AsyncClient, wish: Body) -> Body:
    """The posting's names, as its owner corrects them."""
    names = {"title": "Ward Nurse", "company": "Harbour Street Clinic"}
    assert (await person.patch(f"/jobs/{wish['job_id']}", json=names)).status_code == 200
    return wish


def said(result: Body) -> str:
    paragraphs = result["content"]["letter"]["paragraphs"]
    return "\n".join(" ".join(s["text"] for s in p["sentences"]) for p in paragraphs)


async def test_a_letter_is_made_through_the_same_five_stages(ada: httpx2.AsyncClient) -> None:
    result = await a_letter(ada)

    letter = result["content"]["letter"]
    assert [stage["state"] for stage in result["generation"]["stage_progress"]] == ["completed"] * 5
    assert letter["recipient"][1]["text"] == "Harbour Street Clinic"
    assert letter["subject"]["text"] == "Application for the position of Ward Nurse"
    assert letter["signature"]["text"] == "Ada Byron"
    assert "trained 14 new nurses." in said(result)
    assert result["receipts"]["faithfulness"]["unsupported"] == 0
    assert result["receipts"]["read_back"]["recall"] == 1.0
    assert (result["pages"], result["taken_out"]) == (1, [])


async def test_every_sentence_names_what_it_rests_on(ada: httpx2.AsyncClient) -> None:
    result = await a_letter(ada)

    profile = (await ada.get(f"/profiles/{result['wish']['profile_id']}")).json()
    known = {line for e in profile["experiences"] for line in (e["id"], *e["achievement_ids"])}
    known |= {profile["id"], result["wish"]["job_id"], *(s["id"] for s in profile["skills"])}
    known |= {degree["id"] for degree in profile["education"]}
    for paragraph in result["content"]["letter"]["paragraphs"]:
        for sentence in paragraph["sentences"]:
            assert sentence["sources"], sentence
            assert {source["id"] for source in sentence["sources"]} <= known, sentence


async def test_it_stands_among_the_documents_as_a_letter_with_files(ada: httpx2.AsyncClient) -> None:
    result = await a_letter(ada)

    listed = (await ada.get("/documents", params={"document_type": "cover_letter"})).json()["items"]
    assert [each["title"] for each in listed] == ["Cover letter: Ward Nurse, Harbour Street Clinic"]
    for kind, start in (("pdf", b"%PDF-"), ("docx", b"PK"), ("md", b"# Ada Byron"), ("txt", b"Ada Byron")):
        made = await ada.get(f"/documents/{result['document_id']}/download", params={"format": kind})
        assert made.content.startswith(start), kind
        assert (
            "Ada-Byron-Cover-letter-Ward-Nurse-Harbour-Street-Clinic" in made.headers["content-disposition"]
        )


async def test_the_default_job_profile_heads_it(ada: httpx2.AsyncClient) -> None:
    facts = {
        "name": "Wards",
        "contact_full_name": "Ada B. Byron",
        "contact_email": "letters@ada.example.com",
        "contact_address": ["7 Harbour Street", "Bristol BS1 4XX"],
        "contact_website": "https://ada.example/letters",
    }
    made = (await ada.post("/job-profiles", json=facts)).json()

    result = await a_letter(ada)

    header = result["content"]["header"]
    assert header["name"]["text"] == result["content"]["letter"]["signature"]["text"] == "Ada B. Byron"
    assert header["name"]["sources"] == [{"kind": "job_profile", "id": made["id"], "field": "full_name"}]
    shown = [contact["text"] for contact in header["contacts"]]
    assert shown == [
        "letters@ada.example.com",
        "+44 117 496 0000",
        "7 Harbour Street",
        "Bristol BS1 4XX",
        "ada.example/letters",
    ]
    await ada.patch(f"/job-profiles/{made['id']}", json={"contact_email": "moved@ada.example.com"})
    judged = (await ada.post(f"/generations/{result['generation']['id']}/validate")).json()
    bad = [
        line["text"]
        for line in judged["receipts"]["faithfulness"]["lines"]
        if line["verdict"] == "unsupported"
    ]
    assert bad == ["letters@ada.example.com"]


async def test_another_job_profile_may_be_named_but_only_ones_own(
    ada: httpx2.AsyncClient, house: House
) -> None:
    await ada.post("/job-profiles", json={"name": "First", "contact_phone": "+44 1"})
    second = (await ada.post("/job-profiles", json={"name": "2", "contact_phone": "+44 117 496 2222"})).json()
    ben = await house.person("ben")
    bens = (await ben.get("/job-profiles/default")).json()

    result = await a_letter(ada, job_profile_id=second["id"])
    refused = await ada.post("/generations/cover-letter", json=await a_wish(ada, job_profile_id=bens["id"]))

    assert "+44 117 496 2222" in [contact["text"] for contact in result["content"]["header"]["contacts"]]
    assert refused.status_code == 404


async def test_an_invention_written_into_a_letter_is_named_and_gets_no_file(ada: httpx2.AsyncClient) -> None:
    result = await a_letter(ada)
    document = (await ada.get(f"/documents/{result['document_id']}")).json()
    content = document["content"]
    paragraphs = content["letter"]["paragraphs"]
    place = next(
        (n, k)
        for n, p in enumerate(paragraphs)
        for k, s in enumerate(p["sentences"])
        if "14 new nurses" in s["text"]
    )
    line = paragraphs[place[0]]["sentences"][place[1]]
    line["text"] = line["text"].replace("14 new nurses", "40 new nurses")

    changed = await ada.put(
        f"/documents/{result['document_id']}",
        json={"title": document["title"], "layout": document["layout"], "content": content},
    )

    assert changed.status_code == 201, changed.text
    pointer = f"/letter/paragraphs/{place[0]}/sentences/{place[1]}"
    bad = [ln for ln in changed.json()["faithfulness"]["lines"] if ln["verdict"] == "unsupported"]
    assert [line["pointer"] for line in bad] == [pointer]
    refused = await ada.post(f"/documents/{changed.json()['id']}/export", json={"format": "pdf"})
    assert refused.status_code == 409


async def test_a_letter_edited_without_inventions_becomes_a_new_version(ada: httpx2.AsyncClient) -> None:
    result = await a_letter(ada)
    document = (await ada.get(f"/documents/{result['document_id']}")).json()
    content = document["content"]
    content["letter"]["paragraphs"] = content["letter"]["paragraphs"][:-1]

    changed = await ada.put(
        f"/documents/{result['document_id']}",
        json={"title": document["title"], "layout": document["layout"], "content": content},
    )

    assert changed.status_code == 201, changed.text
    assert changed.json()["faithfulness"]["unsupported"] == 0
    assert changed.json()["read_back"]["recall"] == 1.0


async def test_documents_generate_makes_a_letter_when_one_is_asked_for(ada: httpx2.AsyncClient) -> None:
    wish = await a_wish(ada)

    answer = await ada.post("/documents/generate", json=wish | {"document_type": "cover_letter"})

    assert answer.status_code == 201
    assert (await ended(ada, answer.json()["id"]))["document_type"] == "cover_letter"


async def test_one_key_starts_one_letter_and_never_a_resume(ada: httpx2.AsyncClient) -> None:
    wish, key = await a_wish(ada), {"Idempotency-Key": "letter-1"}

    first = await ada.post("/generations/cover-letter", json=wish, headers=key)
    again = await ada.post("/generations/cover-letter", json=wish, headers=key)
    resume = await ada.post("/generations/resume", json=wish, headers=key)

    assert first.json()["id"] == again.json()["id"]
    assert again.headers["idempotent-replayed"] == "true"
    assert (resume.status_code, resume.json().get("id")) != (201, first.json()["id"])
    await ended(ada, first.json()["id"])
    letters = (await ada.get("/generations", params={"document_type": "cover_letter"})).json()
    assert letters["total"] == 1


async def test_a_letter_speaks_in_the_tone_and_language_that_are_asked_for(ada: httpx2.AsyncClient) -> None:
    warm = await a_letter(ada, tone="warm")
    german = await a_letter(ada, language="de")

    assert "It was with real interest" in said(warm)
    assert german["content"]["letter"]["closing"]["text"] == "Mit freundlichen Grüßen"
    assert german["receipts"]["faithfulness"]["unsupported"] == 0
