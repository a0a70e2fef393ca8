"""The board's jobs for one's own profile."""

from typing import Any

import httpx2

from tests.api.conftest import House
from tests.api.jobs.test_board import published
from tests.api.jobs.test_jobs import admin, created
from tests.api.statements import statements

PROFILE: dict[str, Any] = {
    "full_name": "Ada Byron",
    "experiences": [
        {
            "title": "Ward Nurse",
            "company": "Avon Clinic",
            "start_date": "2018-01",
            "achievements": ["Did triage."],
        }
    ],
    "skills": [{"category": "technical", "name": name} for name in ("Triage", "Wound Care", "Epic")],
}
NEEDS = [
    {"text": "Triage", "need": "must", "skills": ["Triage"]},
    {"text": "Wound care", "need": "must", "skills": ["Wound Care"]},
]
NAMED = [{"name": n, "written": n} for n in ("Triage", "Wound Care")]


async def a_nurse(house: House) -> httpx2.AsyncClient:
    ada = await house.person("ada")
    assert (await ada.post("/profiles", json=PROFILE)).status_code == 201
    return ada


async def recommended(client: httpx2.AsyncClient, **params: Any) -> dict[str, Any]:
    answer = await client.get("/jobs/recommended", params=params)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


async def test_the_best_match_comes_first_with_its_reasons_and_the_same_score(house: House) -> None:
    root, ada = await admin(house), await a_nurse(house)
    best = await published(
        root, title="Ward Nurse", description="Triage and wound care", requirements=NEEDS, skills=NAMED
    )
    surgeon = [{"text": "Surgery", "need": "must", "skills": ["Surgery"]}]
    await published(root, title="Surgeon", description="Triage, too", requirements=surgeon, company="Other")
    await published(root, title="Baker", description="Bread")
    await created(root, title="Ward Nurse of somebody else", description="Triage")

    page = await recommended(ada)

    assert [item["job"]["title"] for item in page["items"]] == ["Ward Nurse", "Surgeon"]
    first, second = (item["fit"] for item in page["items"])
    assert first["score"] > second["score"]
    assert "2 of 2 things required are met." in first["reasons"]
    assert set(first["matched"]) >= {"Triage", "Wound care"}
    receipt = (await ada.post(f"/jobs/{best['id']}/match", json={})).json()
    assert (receipt["total"], receipt["inputs_sha256"]) == (first["score"], first["inputs_sha256"])
    assert await recommended(ada) == page


async def test_pages_of_recommendations_are_parts_of_one_order(house: House) -> None:
    root, ada = await admin(house), await a_nurse(house)
    for n in range(3):
        await published(root, title=f"Nurse {n}", description="Triage " * n)
    whole = await recommended(ada)

    parts = [await recommended(ada, limit=1, offset=n) for n in range(len(whole["items"]))]

    assert [item for part in parts for item in part["items"]] == whole["items"]
    assert {part["total"] for part in parts} == {whole["total"]}


async def test_it_takes_two_statements_however_many_there_are(house: House) -> None:
    root, ada, counts = await admin(house), await a_nurse(house), set()
    for n in range(4):
        await published(root, title=f"Ward Nurse {n}", description="Triage")
        with statements() as said:
            assert (await recommended(ada))["total"] == n + 1
        counts.add(len([each for each in said if "FROM jobs" in each or "found" in each or "MATCH" in each]))

    assert counts == {1}


async def test_a_changed_profile_is_matched_anew(house: House) -> None:
    root, ada = await admin(house), await a_nurse(house)
    await published(root, title="Ward Nurse", description="Triage and wound care", requirements=NEEDS)
    before = await recommended(ada)
    [profile] = (await ada.get("/profiles")).json()["items"]
    skills = (await ada.get(f"/profiles/{profile['id']}")).json()["skills"]

    gone = [{"id": skill["id"]} for skill in skills if skill["name"] == "Wound Care"]
    answer = await ada.request("DELETE", f"/profiles/{profile['id']}/skills/{gone[0]['id']}")

    assert answer.status_code in (200, 204), answer.text
    after = await recommended(ada)
    assert after["items"][0]["fit"]["score"] < before["items"][0]["fit"]["score"]


async def test_without_a_profile_there_is_nothing_to_go_by(house: House) -> None:
    ben = await house.person("ben")

    refused = await ben.get("/jobs/recommended")

    assert refused.status_code == 404
    assert refused.json()["error"]["code"] == "profile_not_found"
    assert (await house.visitor().get("/jobs/recommended")).status_code == 401
