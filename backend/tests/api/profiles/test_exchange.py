import json
from typing import Any

import httpx2

from app.presentation.api.profiles import examples

Body = dict[str, Any]
NAMED: Body = {"basics": {"name": "Ada"}}


async def test_a_json_resume_becomes_a_profile(ada: httpx2.AsyncClient) -> None:
    answer = await ada.post("/profiles/import", json=examples.JSON_RESUME | {"hobby": "Rowing"})

    assert answer.status_code == 201
    body = answer.json()
    assert body.pop("unplaced") == [
        {"field": "/hobby", "why": "JSON Resume knows no such part.", "value": "Rowing"}
    ]
    assert (body.pop("format"), body.pop("preview")) == ("json_resume", False)
    assert body.pop("outcome")["conflicts"] == []
    assert body.pop("unsure") == []
    assert (await ada.get(f"/profiles/{body['id']}")).json() == body
    assert body["is_default"] is True
    assert body["experiences"][0]["company"] == "Harbour Street Clinic"
    assert [(s["group"], s["name"], s["proficiency"]) for s in body["skills"][:2]] == [
        ("Clinical", "Triage", "expert"),
        ("Clinical", "Wound care", "expert"),
    ]


async def test_what_was_imported_is_exported(ada: httpx2.AsyncClient) -> None:
    imported = await ada.post("/profiles/import", json=examples.JSON_RESUME)

    answer = await ada.get(f"/profiles/{imported.json()['id']}/export")

    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    exported = answer.json()
    assert exported.pop("$schema").endswith("schema.json")
    sent: Body = json.loads(json.dumps(examples.JSON_RESUME))
    for account in exported["basics"]["profiles"]:
        assert account.pop("username") == "ada-byron-example"
    assert exported == sent
    again = await ada.post("/profiles/import", json=answer.json())
    assert again.json()["unplaced"] == []


async def test_a_json_resume_that_is_none_is_told_where_and_not_kept(ada: httpx2.AsyncClient) -> None:
    flawed = {"basics": {"name": 42}, "work": [{"name": "x", "highlights": "y"}], "volunteer": "x"}

    refused = await ada.post("/profiles/import", json=flawed)

    assert refused.status_code == 422
    error = refused.json()["error"]
    assert error["code"] == "json_resume_invalid"
    assert [(each["field"], each["code"]) for each in error["details"]] == [
        ("/basics/name", "wrong_type"),
        ("/work/0/highlights", "wrong_type"),
        ("/volunteer", "wrong_type"),
    ]
    huge = await ada.post("/profiles/import", json=NAMED | {"work": [{"name": "x"}] * 10_000})
    assert huge.status_code == 422
    assert (await ada.get("/profiles")).json()["total"] == 0


NOT_OBJECTS = (
    b"{}x",
    b"[]",
    b'"resume"',
    b'{"basics": {"name": "A\\u0000da"}}',
    b'{"basics": {"name": "A\\ud800da"}}',
    b'{"basics": {"name": "Ada"}, "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b"\xff\xfe",
)


async def test_what_is_no_json_object_is_refused(ada: httpx2.AsyncClient) -> None:
    for body in NOT_OBJECTS:
        headers = {"Content-Type": "application/json"}
        refused = await ada.post("/profiles/import", content=body, headers=headers)
        assert refused.status_code == 400, body[:50]

    assert (await ada.get("/profiles")).json()["total"] == 0


async def test_a_control_character_is_refused_wherever_it_stands(ada: httpx2.AsyncClient) -> None:
    for flawed in (
        {"basics": {"name": "A\x07da"}},
        {"basics": {"name": "Ada"}, "work": [{"name": "x", "highlights": ["a\x1bb"]}]},
        {"basics": {"name": "Ada"}, "interests": [{"na\x01me": "x"}]},
    ):
        refused = await ada.post("/profiles/import", json=flawed)
        assert refused.status_code == 422, refused.text

    odd = await ada.post("/profiles/import", json={"basics": {"name": "Ada"}, "a\x01/b~": 1})
    assert odd.json()["unplaced"][0]["field"] == "/a\ufffd~1b~0"
