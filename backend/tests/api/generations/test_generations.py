from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.application.generation.service import FIRST_GUESS
from app.domain.generation.model import Stage
from tests.api.conftest import House
from tests.api.generations.conftest import Gate, ended, finished
from tests.builders.generation import CAREER, a_wish


async def test_a_profile_and_a_posting_come_out_as_a_resume_with_its_receipts(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada, paper="letter", max_pages=1)

    started = await ada.post("/generations/resume", json=wish)

    assert started.status_code == 201
    body = started.json()
    assert (body["status"], body["percent"]) == ("pending", 0)
    assert body["generation_id"] == body["id"]
    assert started.headers["location"] == f"/api/v1/generations/{body['id']}"
    made = await ended(ada, body["id"])
    assert (made["status"], made["percent"], made["error_message"]) == ("completed", 100, None)
    assert [stage["name"] for stage in made["stage_progress"]] == list(Stage)
    assert {stage["state"] for stage in made["stage_progress"]} == {"completed"}
    assert 0 < made["match_score"] <= 100

    answer = await ada.get(f"/generations/{body['id']}/result")

    assert answer.status_code == 200
    result = answer.json()
    receipts = result["receipts"]
    assert result["document_id"] == made["document_id"]
    assert result["pages"] == 1
    assert result["taken_out"] == []
    assert receipts["match"]["total"] == made["match_score"]
    assert receipts["faithfulness"]["unsupported"] == 0
    assert receipts["read_back"]["recall"] == 1
    assert "read-back" in {rule["rule"] for rule in receipts["ats"]["rules"]}
    assert result["content"]["header"]["name"]["text"] == CAREER["basics"]["name"]
    pdf = await ada.get(result["pdf_url"].removeprefix("/api/v1"))
    assert pdf.content.startswith(b"%PDF-")
    document = (await ada.get(f"/documents/{result['document_id']}")).json()
    assert document["generation_id"] == body["id"]
    assert (document["layout"]["template"], document["layout"]["paper"]) == ("classic", "letter")


async def test_documents_generate_is_another_way_in(house: House) -> None:
    ada = await house.person()

    started = await ada.post("/documents/generate", json=await a_wish(ada))

    assert started.status_code == 201
    assert (await ended(ada, started.json()["id"]))["status"] == "completed"


@pytest.mark.parametrize("missing", ["profile_id", "job_id"])
async def test_what_is_not_there_or_not_ones_own_starts_nothing(house: House, missing: str) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    mine, theirs = await a_wish(ada), await a_wish(ben)

    unknown = await ada.post("/generations/resume", json=mine | {missing: str(uuid4())})
    foreign = await ada.post("/generations/resume", json=mine | {missing: theirs[missing]})

    assert unknown.status_code == foreign.status_code == 404
    assert unknown.content == foreign.content
    assert (await ada.get("/generations")).json()["total"] == 0


async def test_an_unknown_template_starts_nothing(house: House) -> None:
    ada = await house.person()

    refused = await ada.post("/generations/resume", json=await a_wish(ada, template="baroque"))

    assert refused.status_code == 404
    assert refused.json()["error"]["code"] == "template_not_found"


@pytest.mark.parametrize(
    "options", [{"max_pages": 3}, {"max_pages": 0}, {"language": "german"}, {"paper": "b5"}, {"x": 1}]
)
async def test_options_that_there_are_not_do_not_validate(house: House, options: dict[str, object]) -> None:
    ada = await house.person()
    body = {"profile_id": str(uuid4()), "job_id": str(uuid4()), "options": options}

    assert (await ada.post("/generations/resume", json=body)).status_code == 400


async def test_a_list_is_filtered_and_ones_own(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    wish = await a_wish(ada)
    mine = await finished(ada, wish)
    await finished(ben, await a_wish(ben))

    async def found(**filters: str) -> list[str]:
        page = (await ada.get("/generations", params=filters)).json()
        assert page["total"] == len(page["items"])
        return [item["id"] for item in page["items"]]

    assert await found() == [mine["id"]]
    assert await found(job_id=wish["job_id"], status="completed") == [mine["id"]]
    assert await found(profile_id=wish["profile_id"], document_type="resume") == [mine["id"]]
    assert await found(status="failed") == []
    assert await found(job_id=str(uuid4())) == []


async def test_another_users_generation_is_as_unknown_as_none(house: House) -> None:
    ada, ben = await house.person("ada"), await house.person("ben")
    theirs = (await finished(ben, await a_wish(ben)))["id"]
    calls = [
        ("GET", ""),
        ("GET", "/events"),
        ("GET", "/result"),
        ("GET", "/analytics"),
        ("POST", "/cancel"),
        ("POST", "/validate"),
        ("POST", "/regenerate"),
        ("POST", "/approve"),
        ("POST", "/feedback"),
        ("DELETE", ""),
    ]

    for method, path in calls:
        said: dict[str, Any] = {"rating": 5} if path == "/feedback" else {}
        body: dict[str, Any] = {"json": said} if method == "POST" else {}
        foreign = await ada.request(method, f"/generations/{theirs}{path}", **body)
        unknown = await ada.request(method, f"/generations/{uuid4()}{path}", **body)
        assert foreign.status_code == unknown.status_code == 404, (method, path)
        assert foreign.content == unknown.content
    assert (await ben.get(f"/generations/{theirs}/result")).status_code == 200


async def test_there_are_templates_to_choose_from(house: House) -> None:
    ada = await house.person()

    templates = (await ada.get("/generations/templates")).json()

    assert "classic" in [template["id"] for template in templates]


async def test_the_same_can_be_made_again_with_other_options(house: House) -> None:
    ada = await house.person()
    first = await finished(ada, await a_wish(ada, max_pages=1, language="de", emphasis=["Wound care"]))

    as_before = await ada.post(f"/generations/{first['id']}/regenerate", json={})
    other = await ada.post(f"/generations/{first['id']}/regenerate", json={"options": {"paper": "letter"}})

    assert as_before.status_code == other.status_code == 201
    assert as_before.json()["parent_id"] == other.json()["parent_id"] == first["id"]
    assert as_before.json()["options"] == first["options"]
    assert other.json()["options"] == first["options"] | {"paper": "letter"}
    for again in (as_before, other):
        assert (await ended(ada, again.json()["id"]))["status"] == "completed"
    listed = (await ada.get("/generations", params={"parent_id": first["id"]})).json()["items"]
    assert {item["id"] for item in listed} == {as_before.json()["id"], other.json()["id"]}
    figures = (await ada.get(f"/generations/{first['id']}/analytics")).json()
    assert figures["regenerations"] == 2


async def test_an_option_is_taken_back_by_null_and_kept_by_silence(house: House) -> None:
    ada = await house.person()
    first = await finished(ada, await a_wish(ada, language="de", instructions="Two pages at most."))
    path = f"/generations/{first['id']}/regenerate"

    again = (await ada.post(path, json={"options": {"language": None}})).json()

    assert (again["options"]["language"], again["options"]["instructions"]) == (None, "Two pages at most.")
    assert (await ada.post(path, json={"options": {"max_pages": 9}})).status_code == 400


async def test_under_one_key_silence_is_not_the_same_as_saying_what_is_usual(house: House) -> None:
    ada = await house.person()
    first = await finished(ada, await a_wish(ada, paper="letter"))
    path, key = f"/generations/{first['id']}/regenerate", {"Idempotency-Key": "again"}

    silent = await ada.post(path, json={"options": {}}, headers=key)
    said = await ada.post(path, json={"options": {"paper": "a4"}}, headers=key)

    assert (silent.status_code, said.status_code) == (201, 422)


async def test_the_answer_says_how_far_it_is_and_when_it_may_be_done(house: House) -> None:
    ada = await house.person()
    started = (await ada.post("/generations/resume", json=await a_wish(ada))).json()

    expected = datetime.fromisoformat(started["estimated_completion"])
    assert expected - datetime.fromisoformat(started["created_at"]) == timedelta(seconds=FIRST_GUESS)
    assert started["progress"] == {"percent": 0, "stage": None, "stages_done": 0, "stages": 5}
    made = await ended(ada, started["id"])
    assert made["progress"] == {"percent": 100, "stage": None, "stages_done": 5, "stages": 5}
    again = (await ada.post(f"/generations/{started['id']}/regenerate", json={})).json()
    took = timedelta(seconds=made["generation_time_seconds"])
    expected = datetime.fromisoformat(again["estimated_completion"])
    assert expected - datetime.fromisoformat(again["created_at"]) == took


async def test_figures_are_there_when_the_result_is(house: House) -> None:
    ada = await house.person()
    made = await finished(ada, await a_wish(ada))

    figures = (await ada.get(f"/generations/{made['id']}/analytics")).json()

    assert figures["match_score"] == made["match_score"]
    assert figures["faithfulness_score"] == 100
    assert 0 < figures["ats_score"] <= 100
    assert figures["read_back_recall"] == 1
    assert [stage["stage"] for stage in figures["stages"]] == list(Stage)
    assert all(stage["seconds"] >= 0 for stage in figures["stages"])
    assert (figures["attempts"], figures["takeovers"], figures["failures"]) == (1, 0, 0)
    assert (figures["token_usage"], figures["cost_micros"]) == (0, 0)


async def test_feedback_is_kept_and_replaced(house: House) -> None:
    ada = await house.person()
    path = f"/generations/{(await finished(ada, await a_wish(ada)))['id']}/feedback"

    first = await ada.post(path, json={"rating": 2, "comment": "Too short."})
    second = await ada.post(path, json={"rating": 5})

    assert first.json() == {"rating": 2, "comment": "Too short."}
    assert second.json() == {"rating": 5, "comment": None}
    for wrong in ({"rating": 6}, {"rating": 0}, {"rating": True}, {"comment": "Fine."}, {"rating": 1.5}):
        assert (await ada.post(path, json=wrong)).status_code == 400
    figures = (await ada.get(path.replace("feedback", "analytics"))).json()
    assert figures["rating"] == 5


async def test_what_has_not_ended_cannot_be_rated(house: House, hold_up: Callable[[Stage], Gate]) -> None:
    ada = await house.person()
    gate = hold_up(Stage.ANALYZE_JOB)
    started = (await ada.post("/generations/resume", json=await a_wish(ada))).json()["id"]

    early = await ada.post(f"/generations/{started}/feedback", json={"rating": 5})
    gate.opened.set()

    assert early.status_code == 409
    assert early.json()["error"]["code"] == "generation_not_finished"


async def test_a_result_is_held_against_the_profile_as_it_is_now(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)
    made = await finished(ada, wish)
    profile = (await ada.get(f"/profiles/{wish['profile_id']}")).json()
    gone = profile["experiences"][0]["id"]
    assert (await ada.delete(f"/profiles/{wish['profile_id']}/experiences/{gone}")).status_code < 300

    judged = await ada.post(f"/generations/{made['id']}/validate")

    assert judged.status_code == 200
    assert judged.json()["status"] == "needs_review"
    assert judged.json()["receipts"]["faithfulness"]["unsupported"] > 0
    now = (await ada.get(f"/generations/{made['id']}")).json()
    assert "“" in now["error_message"], "the claims are named"
    refused = await ada.get(f"/documents/{made['document_id']}/download")
    assert refused.status_code == 409


async def test_a_profile_is_matched_with_a_job_without_making_anything(house: House) -> None:
    ada = await house.person()
    wish = await a_wish(ada)

    by_default = await ada.post(f"/jobs/{wish['job_id']}/match", json={})
    named = await ada.post(f"/jobs/{wish['job_id']}/match", json={"profile_id": wish["profile_id"]})

    assert by_default.status_code == 200
    assert by_default.content == named.content
    assert by_default.json()["requirements"]
    ben = await house.person("ben")
    assert (await ben.post(f"/jobs/{wish['job_id']}/match", json={})).status_code == 404
