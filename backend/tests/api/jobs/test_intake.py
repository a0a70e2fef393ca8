"""Postings as pages and as data."""

import json
from typing import Any

import pytest

from tests.api.conftest import House
from tests.builders.board_answers import PAGE, ashby, greenhouse, json_ld, lever
from tests.builders.jobs import WARD_NURSE


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (greenhouse(), "greenhouse"),
        ([lever()], "lever"),
        ({"jobs": [ashby()]}, "ashby"),
        (json_ld(), "json_ld"),
    ],
)
async def test_data_says_for_each_field_which_one_says_so_and_the_text_the_rest(
    house: House, data: Any, source: str
) -> None:
    ada = await house.person("ada")

    answer = await ada.post("/jobs/parse", json={"data": data})

    assert answer.status_code == 200, answer.text
    read = answer.json()
    assert read["source"] == source
    assert (read["title"]["sure"], read["title"]["found"]) == ("stated", None)
    assert read["title"]["pointer"].endswith(("/title", "/text"))
    assert read["salary"]["value"]["currency"] == "GBP"
    assert "Registration with the NMC" in [line["text"] for line in read["requirements"]]
    for line in read["requirements"]:
        assert read["text"][line["span"]["start"] : line["span"]["end"]].endswith(line["text"])
    assert "<" not in read["text"]


async def test_a_job_is_kept_from_data_and_a_field_overrules_it(house: House) -> None:
    ada = await house.person("ada")

    answer = await ada.post("/jobs", json={"source": "greenhouse", "data": greenhouse(), "company": "Mine"})

    job = answer.json()
    assert answer.status_code == 201, answer.text
    assert (job["title"], job["company"], job["seniority"]) == ("Senior Ward Nurse", "Mine", "senior")
    assert (job["date_posted"], job["application_deadline"]) == ("2026-04-17", "2026-12-31")
    assert (job["remote"], job["url"]) == (True, "https://job-boards.example.com/harbour/jobs/7")
    assert job["salary_range"] == "GBP 31,000 - 38,000.50 per year"
    assert job["raw_text"] is None
    assert job["description"].startswith("We look after patients")
    for line in (*job["requirements"], *job["benefits"]):
        assert job["description"][line["span"]["start"] : line["span"]["end"]].endswith(line["text"])
    put = await ada.put(f"/jobs/{job['id']}", json={"source": "lever", "data": lever()})
    assert (put.json()["title"], put.json()["company"]) == ("Ward Nurse", None)


async def test_a_page_is_read_as_its_visitors_read_it(house: House) -> None:
    ada = await house.person("ada")

    read = (await ada.post("/jobs/parse", json={"html": PAGE})).json()

    assert read["source"] == "html"
    assert read["title"]["value"] == "Ward Nurse"
    assert (read["company"]["value"], read["company"]["sure"]) == ("Harbour Street Clinic", "named")
    assert read["location"]["found"]["text"] == "Bristol, UK"
    assert read["salary"]["value"] is None, "it is hidden from those who read the page"
    assert [line["text"] for line in read["benefits"]] == ["33 days of leave"]
    for hidden in ("Ignore", "secret", "hidden", "icon", "Log in", "Imprint", "color"):
        assert hidden not in read["text"]


async def test_what_a_page_carries_as_data_is_right(house: House) -> None:
    ada = await house.person("ada")
    carried = json.dumps({"@graph": [{"@type": "WebPage"}, json_ld()]}).replace("</", "<\\/")
    page = PAGE.replace("</head>", f'<script type="application/ld+json">{carried}</script></head>')

    read = (await ada.post("/jobs/parse", json={"html": page})).json()

    assert (read["source"], read["title"]["pointer"]) == ("json_ld", "/@graph/1/title")
    assert read["salary"]["value"] == {
        "minimum": 31000,
        "maximum": 38000,
        "currency": "GBP",
        "period": "year",
    }
    broken = page.replace('"@graph"', "@graph")
    assert (await ada.post("/jobs/parse", json={"html": broken})).json()["source"] == "html"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "nothing_to_read"),
        ({"raw_text": WARD_NURSE, "html": PAGE}, 422, "said_twice"),
        ({"data": {"a": 1}}, 422, "no_posting"),
        ({"data": [greenhouse(), greenhouse(id=8)]}, 422, "several_postings"),
        ({"html": "<script>x</script>"}, 422, "no_posting"),
        ({"html": "x" * 2_000_001}, 400, "invalid_request"),
        ({"data": "x"}, 400, "invalid_request"),
        ({"data": []}, 400, "invalid_request"),
        ({"data": [0] * 1_001}, 400, "invalid_request"),
        ({"html": ""}, 400, "invalid_request"),
        ({"url": "https://example.com"}, 400, "invalid_request"),
    ],
)
async def test_what_cannot_be_read_is_refused(house: House, body: Any, status: int, code: str) -> None:
    ada = await house.person("ada")

    refused = await ada.post("/jobs/parse", json=body)

    assert refused.status_code == status, refused.text
    assert refused.json()["error"]["code"] == code


async def test_text_in_data_stays_text(house: House) -> None:
    ada = await house.person("ada")
    hostile = json_ld(
        title="<b>Nurse</b> {{7*7}}",
        description="<p onclick='x()'>Ward</p><script>alert(1)</script><a href='javascript:x()'>link</a>",
    )

    job = (await ada.post("/jobs", json={"source": "x", "data": hostile})).json()

    assert job["title"] == "<b>Nurse</b> {{7*7}}"
    assert job["description"].split() == ["Ward", "link"]


async def test_a_page_whose_data_says_what_nobody_can_keep_is_kept_without_it(house: House) -> None:
    ada = await house.person("ada")
    pay = f'{{"currency": "GBP", "value": {{"value": {"9" * 400}}}}}'
    data = f'{{"@type": "JobPosting", "title": "Ward Nurse \\ud800", "baseSalary": {pay}}}'
    page = f'<script type="application/ld+json">{data}</script><p>Nights on a ward.</p>'

    answer = await ada.post("/jobs", json={"source": "imported", "html": page})

    assert answer.status_code == 201, answer.text
    assert (answer.json()["title"], answer.json()["salary"]) == ("Ward Nurse", None)
