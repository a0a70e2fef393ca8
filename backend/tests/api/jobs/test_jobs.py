"""Keeping postings: one's own and the board's."""

from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from app.domain.identity.model import Role
from tests.api.conftest import House
from tests.builders.jobs import WARD_NURSE

TEXT = {"source": "user_created", "raw_text": WARD_NURSE}
FIELDS = {"source": "imported", "title": "Baker", "company": "Crumb & Co"}


async def admin(house: House) -> httpx2.AsyncClient:
    client = await house.person("root")
    await house.services.accounts.set_role(email="root@example.com", role=Role.ADMIN)
    login = {"email": "root@example.com", "password": "Correct-Horse-7"}
    again = await client.post("/auth/login", json=login)
    return house.visitor(Authorization=f"Bearer {again.json()['access_token']}")


async def created(client: httpx2.AsyncClient, **facts: Any) -> dict[str, Any]:
    answer = await client.post("/jobs", json=FIELDS | facts)
    assert answer.status_code == 201, answer.text
    job: dict[str, Any] = answer.json()
    return job


async def test_a_posting_becomes_a_job_that_says_what_it_says(house: House) -> None:
    ada = await house.person("ada")

    answer = await ada.post("/jobs", json=TEXT)

    assert answer.status_code == 201, answer.text
    job = answer.json()
    assert answer.headers["location"] == f"/api/v1/jobs/{job['id']}"
    assert answer.headers["etag"].startswith('"1-')
    assert job["title"] == "Ward Nurse"
    assert job["company"] == "Harbour Street Clinic"
    assert job["salary_range"] == "GBP 31,000 - 38,000 per year"
    assert job["description"] == job["raw_text"] == WARD_NURSE
    assert [(line["text"], line["need"]) for line in job["requirements"]] == [
        ("Registration with the NMC", "must"),
        ("At least 2 years of experience on a medical ward", "must"),
        ("Training in wound care", "nice"),
    ]
    for line in (*job["requirements"], *job["responsibilities"], *job["benefits"]):
        assert WARD_NURSE[line["span"]["start"] : line["span"]["end"]].endswith(line["text"])
    assert (await ada.get(answer.headers["location"].removeprefix("/api/v1"))).json() == job


async def test_a_field_overrules_the_text(house: House) -> None:
    ada = await house.person("ada")

    job = await created(ada, **TEXT, title="Night Nurse", salary=None)

    assert job["title"] == "Night Nurse"
    assert job["company"] == "Crumb & Co"
    assert job["location"] == "Bristol, UK"
    assert job["salary"]["maximum"] == 38_000


@pytest.mark.parametrize("text", [None, "", "  \n "])
async def test_a_job_without_a_title_is_refused_and_the_field_is_named(
    house: House, text: str | None
) -> None:
    ada = await house.person("ada")

    refused = await ada.post("/jobs", json={"source": "imported", "raw_text": text})

    assert refused.status_code == 422
    assert refused.json()["error"]["code"] == "title_missing"
    assert refused.json()["error"]["details"][0]["field"] == "/title"
    assert (await ada.get("/jobs")).json()["total"] == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"source": None}, "/source"),
        ({"raw_text": "x" * 200_001}, "/raw_text"),
        ({"raw_text": "x" * 1_000_000}, "/raw_text"),
        ({"raw_text": "Baker\x07"}, "/raw_text"),
        ({"title": ["Baker"]}, "/title"),
        ({"salary": {"minimum": "2"}}, "/salary/minimum"),
        ({"remote": "yes"}, "/remote"),
        ({"date_posted": 0}, "/date_posted"),
        ({"date_posted": "2026-02-30"}, "/date_posted"),
        ({"url": "javascript:alert(1)"}, "/url"),
        ({"requirements": [{"text": "NMC", "need": "perhaps"}]}, "/requirements/0/need"),
        ({"skills": [{"name": "Baking", "written": "baking", "colour": 1}]}, "/skills/0/colour"),
        ({"benefits": [{"text": "Bread"}] * 1_001}, "/benefits"),
        ({"user_id": str(uuid4())}, "/user_id"),
    ],
)
async def test_what_does_not_validate_is_named(house: House, wrong: dict[str, Any], field: str) -> None:
    ada = await house.person("ada")

    refused = await ada.post("/jobs", json=FIELDS | wrong)

    assert refused.status_code == 400, refused.text
    assert refused.json()["error"]["details"][0]["field"] == field
    assert (await ada.get("/jobs")).json()["total"] == 0


async def test_pay_that_contradicts_itself_makes_no_sense(house: House) -> None:
    ada = await house.person("ada")

    refused = await ada.post("/jobs", json=FIELDS | {"salary": {"minimum": 2, "maximum": 1}})

    assert refused.status_code == 422
    assert refused.json()["error"]["details"][0]["field"] == "/salary"


async def test_a_long_posting_in_another_language_is_kept_whole(house: House) -> None:
    ada = await house.person("ada")
    text = (
        "Bäckereifachverkäufer (m/w/d)\n\nWir bieten unbefristete Anstellung.\n"
        + "Nähe zählt - 日本語.\n" * 9_000
    )

    answer = await ada.post("/jobs", json={"source": "imported", "raw_text": text, "title": "Verkauf"})

    assert answer.status_code == 201, answer.text
    assert answer.json()["raw_text"] == text


async def test_parsing_shows_where_it_was_found_and_keeps_nothing(house: House) -> None:
    ada = await house.person("ada")

    answer = await ada.post("/jobs/parse", json={"raw_text": WARD_NURSE})

    assert answer.status_code == 200, answer.text
    read = answer.json()
    place = read["title"]["found"]
    assert read["title"]["value"] == "Ward Nurse"
    assert read["title"]["rule"]
    assert WARD_NURSE[place["start"] : place["end"]] == place["text"] == "Ward Nurse"
    assert read["salary"]["value"] == {
        "minimum": 31000,
        "maximum": 38000,
        "currency": "GBP",
        "period": "year",
    }
    assert set(read["workplace"].values()) == {None}
    assert len(read["requirements"]) == 3
    assert (await ada.get("/jobs")).json()["total"] == 0
    assert (await house.visitor().post("/jobs/parse", json={"raw_text": WARD_NURSE})).status_code == 401


async def test_what_is_not_yours_answers_as_what_does_not_exist(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    job = await created(ada)

    for client in (ben, house.visitor()):
        theirs, unknown = await client.get(f"/jobs/{job['id']}"), await client.get(f"/jobs/{uuid4()}")
        assert theirs.status_code == 404
        assert theirs.content == unknown.content
    for method, body in (("PUT", FIELDS), ("PATCH", {"title": "Mine"}), ("DELETE", None)):
        theirs = await ben.request(method, f"/jobs/{job['id']}", json=body)
        unknown = await ben.request(method, f"/jobs/{uuid4()}", json=body)
        assert theirs.status_code == 404
        assert theirs.content == unknown.content
    assert (await ben.get("/jobs")).json()["items"] == []
    assert (await ada.get(f"/jobs/{job['id']}")).json() == job


async def test_only_an_admin_writes_on_the_board_and_everybody_reads_it(house: House) -> None:
    ada, root = await house.person("ada"), await admin(house)

    refused = await ada.post("/jobs", json=FIELDS | {"publish": True})
    job = await created(root, publish=True)

    assert refused.status_code == 403
    assert job["user_id"] is None
    for client in (house.visitor(), ada, root):
        assert (await client.get(f"/jobs/{job['id']}")).json() == job
        assert (await client.get("/jobs", params={"scope": "board"})).json()["total"] == 1
    assert (await house.visitor().get("/jobs")).json()["total"] == 1
    assert (await ada.get("/jobs")).json()["total"] == 0
    for method, body in (("PUT", FIELDS), ("PATCH", {"title": "Mine"}), ("DELETE", None)):
        assert (await ada.request(method, f"/jobs/{job['id']}", json=body)).status_code == 403
    assert (await root.patch(f"/jobs/{job['id']}", json={"title": "Cook"})).json()["title"] == "Cook"
    assert (await root.patch(f"/jobs/{job['id']}", json={"status": "draft"})).status_code == 422
    assert (await root.delete(f"/jobs/{job['id']}")).status_code == 204


async def test_ones_own_jobs_need_a_token(house: House) -> None:
    refused = await house.visitor().get("/jobs", params={"scope": "mine"})

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"


async def test_a_list_is_filtered_sorted_and_paged(house: House) -> None:
    ada = await house.person("ada")
    await created(ada, title="Baker", remote=True, seniority="senior")
    await created(ada, title="Cook", salary={"maximum": 25, "currency": "EUR", "period": "hour"})
    await created(ada, title="Waiter", source="indeed", status="archived", workplace="onsite")

    async def titles(**params: Any) -> list[str]:
        answer = await ada.get("/jobs", params=params)
        assert answer.status_code == 200, answer.text
        return [job["title"] for job in answer.json()["items"]]

    assert await titles() == ["Waiter", "Cook", "Baker"]
    assert await titles(sort="title", limit=2) == ["Baker", "Cook"]
    assert await titles(sort="title", limit=2, offset=2) == ["Waiter"]
    assert await titles(remote=True) == await titles(workplace="remote") == ["Baker"]
    assert await titles(status="archived") == await titles(source="indeed") == ["Waiter"]
    assert await titles(seniority="senior") == ["Baker"]
    assert await titles(salary_min=52_000, currency="EUR") == ["Cook"]
    assert await titles(salary_min=52_001) == []
    assert await titles(q="CRUMB & co", sort="-title") == ["Waiter", "Cook", "Baker"]
    assert await titles(q="%") == []
    [lean] = (await ada.get("/jobs", params={"limit": 1})).json()["items"]
    assert not {"description", "raw_text", "requirements"} & set(lean)


@pytest.mark.parametrize(
    "params",
    [
        {"scope": "all"},
        {"sort": "user_id"},
        {"sort": "title; drop table jobs"},
        {"status": "open"},
        {"salary_min": "nan"},
        {"salary_min": -1},
        {"currency": "euro"},
        {"q": ""},
        {"q": "x" * 201},
        {"limit": 101},
        {"colour": "red"},
    ],
)
async def test_a_senseless_filter_is_refused(house: House, params: dict[str, Any]) -> None:
    refused = await house.visitor().get("/jobs", params=params)

    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "invalid_request"


async def test_a_patch_changes_what_it_names_and_null_takes_back(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada, **TEXT | {"title": "Nurse"}, remote=True)

    answer = await ada.patch(
        f"/jobs/{job['id']}",
        json={"company": None, "benefits": None, "workplace": "hybrid", "status": "archived"},
    )

    changed: dict[str, Any] = {
        "company": None,
        "benefits": [],
        "workplace": "hybrid",
        "remote": False,
        "status": "archived",
    }
    expected = job | changed | {"version": 2, "updated_at": answer.json()["updated_at"]}
    assert answer.json() == expected
    assert answer.headers["etag"].startswith('"2-')
    assert answer.json()["updated_at"] > job["updated_at"]
    assert (await ada.get(f"/jobs/{job['id']}")).json() == expected
    for kept in ("title", "source"):
        assert (await ada.patch(f"/jobs/{job['id']}", json={kept: None})).status_code == 400


async def test_a_line_keeps_its_place_only_while_the_text_says_it_there(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada, **TEXT)
    text = WARD_NURSE.replace("Training in wound care", "A driving licence")

    answer = await ada.patch(f"/jobs/{job['id']}", json={"raw_text": text})

    must, _, nice = answer.json()["requirements"]
    assert must["span"] == job["requirements"][0]["span"]
    assert nice["text"] == "Training in wound care"
    assert nice["span"] is None


async def test_a_put_says_all_of_it_anew(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada, **TEXT)

    answer = await ada.put(f"/jobs/{job['id']}", json={"source": "indeed", "title": "Cook"})

    alike = (await ada.post("/jobs", json={"source": "indeed", "title": "Cook"})).json()
    kept = {name: job[name] for name in ("id", "created_at")}
    assert answer.json() == alike | kept | {"version": 2, "updated_at": answer.json()["updated_at"]}


async def test_a_nul_is_refused_wherever_it_hides(house: House) -> None:
    ada = await house.person("ada")

    refused = await ada.post("/jobs", json=FIELDS | {"raw_text": "Baker\0"})

    assert refused.status_code == 400
    assert (await ada.get("/jobs")).json()["total"] == 0


async def test_a_put_with_a_text_reads_it(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada)

    answer = await ada.put(f"/jobs/{job['id']}", json=TEXT)

    assert answer.json()["title"] == "Ward Nurse"
    assert answer.json()["version"] == 2


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
async def test_another_version_than_the_one_meant_is_left_alone(house: House, method: str) -> None:
    ada = await house.person("ada")
    job = await created(ada)
    await ada.patch(f"/jobs/{job['id']}", json={"company": "Loaf"})
    body = None if method == "DELETE" else FIELDS

    refused = await ada.request(method, f"/jobs/{job['id']}", json=body, headers={"If-Match": '"1"'})
    done = await ada.request(method, f"/jobs/{job['id']}", json=body, headers={"If-Match": '"2"'})

    assert refused.status_code == 412
    assert done.status_code in (200, 204)


async def test_what_the_client_holds_already_is_not_sent_again(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada)

    tag = (await ada.get(f"/jobs/{job['id']}")).headers["etag"]

    same = await ada.get(f"/jobs/{job['id']}", headers={"If-None-Match": tag})

    assert same.status_code == 304
    assert same.content == b""


async def test_a_deleted_job_is_gone(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada)

    assert (await ada.delete(f"/jobs/{job['id']}")).status_code == 204
    assert (await ada.delete(f"/jobs/{job['id']}")).status_code == 404
    assert (await ada.get(f"/jobs/{job['id']}")).status_code == 404


async def test_every_example_can_be_tried_as_it_stands(house: House) -> None:
    ada = await house.person("ada")
    schemas = (await ada.get("http://test/openapi.json")).json()["components"]["schemas"]

    for example in schemas["NewJob"]["examples"]:
        answer = await ada.post("/jobs", json=example)
        assert answer.status_code == 201, answer.text
        patched = await ada.patch(f"/jobs/{answer.json()['id']}", json=schemas["JobPatch"]["examples"][0])
        assert patched.status_code == 200, patched.text
        assert UUID(patched.json()["id"])
    for example in schemas["PostingIn"]["examples"]:
        read = await ada.post("/jobs/parse", json=example)
        assert read.json()["title"]["value"].startswith("Ward Nurse"), read.text
