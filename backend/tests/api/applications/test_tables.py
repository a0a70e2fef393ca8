"""The tracker out to a spreadsheet, and in from one."""

import asyncio
import csv
import io
from typing import Any

import httpx2
import pytest

from tests.api.applications.conftest import Tracker
from tests.api.applications.test_applications import FACTS, code

CSV = {"Content-Type": "text/csv"}


async def table_of(person: httpx2.AsyncClient) -> str:
    answer = await person.get("/applications/export", params={"format": "csv"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="applications.csv"'
    return answer.content.decode("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def without(text: str, *names: str) -> list[dict[str, str]]:
    return [{name: cell for name, cell in row.items() if name not in names} for row in rows(text)]


async def imported(person: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await person.post("/applications/import", content=text.encode(), headers=CSV)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


async def test_a_tracker_comes_back_exactly_as_it_went(tracker: Tracker) -> None:
    formula = '=HYPERLINK("https://evil.example";"x")'
    job_id = await tracker.job(title=formula, company="+44 & Söhne", location="'quoted'")
    card = await tracker.applied(job_id=job_id, **FACTS | {"notes": [{"text": "@home\r\n=1+1; C:\\new"}]})
    await tracker.ada.patch(f"/applications/{card['id']}", json={"status": "offer", "why": "-2+3"})
    await tracker.saved()
    text = await table_of(tracker.ada)
    assert formula not in text.replace('""', '"').replace("'=HYPERLINK", "")
    for each in (await tracker.ada.get("/applications")).json()["items"]:
        await tracker.ada.delete(f"/applications/{each['id']}", params={"for_good": "true"})

    report = await imported(tracker.ada, text)

    assert (report["created"], report["skipped"], report["ignored_columns"]) == (2, 0, [])
    assert [each["row"] for each in report["rows"]] == [2, 3]
    assert without(await table_of(tracker.ada), "id") == without(text, "id")
    back = await tracker.card(report["rows"][0]["application_id"])
    assert (back["title"], back["job_id"], back["status"]) == (formula, job_id, "offer")
    assert back["history"][-1]["why"] == "-2+3"
    assert (await tracker.ada.get(f"/jobs/{job_id}")).json()["tracking_status"] == "offer"


async def test_the_same_table_again_brings_nothing_new(tracker: Tracker) -> None:
    card = await tracker.applied()
    text = await table_of(tracker.ada)
    own = "title,company\r\nNurse,Clinic\r\nNurse,Clinic\r\nBaker,Crumb\r\n"

    assert (await imported(tracker.ada, text))["skipped"] == 1
    first, again = await imported(tracker.ada, own), await imported(tracker.ada, own)

    assert [each["outcome"] for each in first["rows"]] == ["created", "skipped", "created"]
    assert {each["outcome"] for each in again["rows"]} == {"skipped"}
    assert [each["application_id"] for each in again["rows"]] == [
        each["application_id"] for each in first["rows"]
    ]
    assert (await tracker.ada.get("/applications")).json()["total"] == 3
    assert await tracker.card(card["id"]) == card


async def test_the_same_table_many_times_at_once_is_taken_once(tracker: Tracker) -> None:
    own = "title\r\n" + "".join(f"Nurse {n}\r\n" for n in range(5))

    reports = await asyncio.gather(*(imported(tracker.ada, own) for _ in range(6)))

    assert sum(report["created"] for report in reports) == 5
    assert (await tracker.ada.get("/applications")).json()["total"] == 5


async def test_somebody_elses_table_makes_cards_of_ones_own_and_tells_nothing(tracker: Tracker) -> None:
    board = await tracker.job(board=True)
    mine, public = await tracker.applied(), await tracker.applied(job_id=board)
    text = await table_of(tracker.ada)
    ben = await tracker.house.person("ben")

    report = await imported(ben, text)

    assert report["created"] == 2
    assert not {mine["id"], public["id"]} & {each["application_id"] for each in report["rows"]}
    cards = (await ben.get("/applications")).json()["items"]
    assert {card["job_id"] for card in cards} == {None, board}
    assert (await imported(ben, text))["skipped"] == 2
    assert await tracker.card(mine["id"]) == mine


async def test_all_rows_are_taken_or_none_and_each_wrong_one_is_named(tracker: Tracker) -> None:
    text = "title,status,asked\r\nGood,applied,1\r\nBad,hired,1\r\n,applied,1\r\nWorse,applied,many\r\n"

    answer = await tracker.ada.post("/applications/import", content=text, headers=CSV)

    assert code(answer) == (422, "rows_refused")
    details = answer.json()["error"]["details"]
    assert [each["field"] for each in details] == ["/rows/3/status", "/rows/4/title", "/rows/5/asked"]
    assert (await tracker.ada.get("/applications")).json()["total"] == 0


@pytest.mark.parametrize(
    ("body", "kind", "status", "word"),
    [
        (b"name\r\nx", "text/csv", 422, "table_unreadable"),
        (b"title\r\n" + b"x\r\n" * 10_001, "text/csv", 413, "table_too_long"),
        (b"title\r\n\xff\xfe", "text/csv", 422, "table_unreadable"),
        (b"", "text/csv", 400, "invalid_request"),
        (b"title\r\n" + b"x" * 16 * 1024 * 1024, "text/csv", 413, "body_too_large"),
        (b'{"title": "x"}', "application/json", 415, "unsupported_media_type"),
        (b"title\r\nx", "text/csv; charset=utf-7", 415, "unsupported_media_type"),
    ],
)
async def test_what_is_no_table_is_refused(
    tracker: Tracker, body: bytes, kind: str, status: int, word: str
) -> None:
    answer = await tracker.ada.post("/applications/import", content=body, headers={"Content-Type": kind})

    assert code(answer) == (status, word)


async def test_a_spreadsheet_may_say_its_charset(tracker: Tracker) -> None:
    answer = await tracker.ada.post(
        "/applications/import",
        content="\ufefftitle;company\r\nPfleger;Łódź & Söhne\r\n".encode(),
        headers={"Content-Type": 'text/csv; charset="UTF-8"'},
    )

    assert answer.status_code == 200, answer.text
    [card] = (await tracker.ada.get("/applications")).json()["items"]
    assert (card["title"], card["company"]) == ("Pfleger", "Łódź & Söhne")


async def test_a_thousand_rows_are_taken_in_few_statements(tracker: Tracker) -> None:
    from tests.api.statements import statements

    text = "title,status\r\n" + "".join(f"Nurse {n},interviewing\r\n" for n in range(1_000))

    with statements() as asked:
        assert (await imported(tracker.ada, text))["created"] == 1_000

    assert len([each for each in asked if each.startswith(("INSERT", "SELECT"))]) <= 10
    assert len(rows(await table_of(tracker.ada))) == 1_000


async def test_a_long_tracker_comes_back_whole(tracker: Tracker) -> None:
    said = "".join(
        f"Nurse {n},{'A clinic by the harbour ' * 6},interviewing,Note {n}\r\n" for n in range(3_000)
    )
    assert (await imported(tracker.ada, "title,company,status,notes\r\n" + said))["created"] == 3_000
    text = await table_of(tracker.ada)
    ben = await tracker.house.person("ben")

    assert (await imported(ben, text))["created"] == 3_000
    back = {row["title"]: row for row in without(await table_of(ben), "id")}
    assert back == {row["title"]: row for row in without(text, "id")}


async def test_what_a_german_spreadsheet_wrote_is_read_and_said_so(tracker: Tracker) -> None:
    text = "title;company;asked;currency;applied_at;status\r\n"
    text += "Pfleger;Söhne & Töchter;36500,5;EUR;31.03.2026;applied\r\n"

    answer = await tracker.ada.post("/applications/import", content=text.encode("cp1252"), headers=CSV)

    assert (answer.status_code, answer.json()["charset"]) == (200, "windows-1252"), answer.text
    card = await tracker.card(answer.json()["rows"][0]["application_id"])
    assert (card["company"], card["salary"]["asked"]) == ("Söhne & Töchter", 36500.5)
    assert card["applied_at"].startswith("2026-03-31")
