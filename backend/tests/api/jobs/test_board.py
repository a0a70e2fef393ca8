"""Searching the board, what has expired, and what was there before."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from tests.api.conftest import House
from tests.api.jobs.test_jobs import FIELDS, TEXT, admin, created
from tests.api.statements import statements
from tests.builders.jobs import WARD_NURSE

TODAY = datetime.now(UTC).date()
YESTERDAY, TOMORROW = str(TODAY - timedelta(1)), str(TODAY + timedelta(1))
HOSTILE = [
    "%", "_", '"', "*", ":", "'", "\\", "NEAR(a b)", "a AND b OR NOT c", "a & b | !c", "a <-> b", "a:*",
    "words:nurse", "(", ")", "' OR 1=1 --", "'; DROP TABLE jobs; --", "{a}", "^a", "$1", ":wanted", "\u0130",
    "a" * 200,
]  # fmt: skip


async def published(root: httpx2.AsyncClient, **facts: Any) -> dict[str, Any]:
    return await created(root, **facts | {"publish": True})


async def titles(client: httpx2.AsyncClient, **params: Any) -> list[str]:
    answer = await client.get("/jobs", params=params)
    assert answer.status_code == 200, answer.text
    return [job["title"] for job in answer.json()["items"]]


def of_the_search(said: list[str]) -> list[str]:
    """Without looking up who is signed in, which is remembered for a second or so."""
    return [statement for statement in said if "FROM sessions" not in statement]


async def test_anybody_searches_the_board_by_words_and_phrases(house: House) -> None:
    root, nobody = await admin(house), house.visitor()
    await published(
        root, title="C++ Developer", company="Nordlicht", location="Köln", description="Node.js too"
    )
    await published(
        root, title="C Developer", company="Quay", location="Cork", description="machine learning"
    )
    await created(root, title="C Developer of one's own")

    assert await titles(nobody, q="c") == ["C Developer"]
    assert await titles(nobody, text="C++") == await titles(nobody, q="koln node.js") == ["C++ Developer"]
    assert await titles(nobody, q='"machine learning"') == ["C Developer"]
    assert await titles(nobody, q='"learning machine"') == []
    assert await titles(nobody, q="devel*", sort="relevance") == ["C Developer", "C++ Developer"]
    assert await titles(nobody, q="developer", text="quay") == ["C Developer"]
    assert await titles(nobody, location="cork") == await titles(nobody, company="QUAY") == ["C Developer"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_searched_for_is_data(house: House, text: str) -> None:
    ada = await house.person("ada")
    await created(ada, title="Nurse")

    with statements() as benign:
        await titles(ada, q="plumber")
    with statements() as said:
        assert await titles(ada, q=text) == []
    assert len(of_the_search(said)) <= len(of_the_search(benign)) == 1
    assert await titles(ada, q="nurse") == ["Nurse"]


async def test_a_list_takes_as_many_statements_however_long_it_is(house: House) -> None:
    root, counts = await admin(house), []
    for n in range(6):
        await published(root, title=f"Cook {n}")
        with statements() as said:
            assert len(await titles(house.visitor(), q="cook")) == n + 1
        with statements() as again:
            await titles(house.visitor(), q="cook")
        counts.append((len(said), len(again)))

    assert set(counts) == {counts[0]}
    assert counts[0][1] == counts[0][0] - 1, "the total is counted once for each change"


async def test_what_has_expired_is_shown_as_such_and_left_off_the_board(house: House) -> None:
    root, nobody = await admin(house), house.visitor()
    gone = await published(root, title="Gone", application_deadline=YESTERDAY)
    await published(root, title="Still", application_deadline=str(TODAY))
    mine = await created(root, title="Mine", application_deadline=YESTERDAY)

    assert await titles(nobody) == ["Still"]
    assert await titles(nobody, status="expired") == ["Gone"]
    assert (await nobody.get(f"/jobs/{gone['id']}")).json()["status"] == "expired"
    assert gone["status"] == mine["status"] == "expired"
    [listed] = (await root.get("/jobs")).json()["items"]
    assert (listed["title"], listed["status"]) == ("Mine", "expired")
    later = await root.patch(f"/jobs/{gone['id']}", json={"application_deadline": TOMORROW})
    assert later.json()["status"] == "active"
    assert sorted(await titles(nobody)) == ["Gone", "Still"]
    assert await titles(nobody, deadline_from=TOMORROW) == ["Gone"]
    assert await titles(nobody, deadline_to=str(TODAY)) == ["Still"]


async def test_an_etag_holds_no_longer_than_the_last_day(house: House) -> None:
    ada = await house.person("ada")
    job = await created(ada, application_deadline=YESTERDAY)
    path = f"/jobs/{job['id']}"

    shown = await ada.get(path, headers={"If-None-Match": '"1"'})
    same = await ada.get(path, headers={"If-None-Match": shown.headers["etag"]})
    changed = await ada.patch(path, json={"title": "Cook"}, headers={"If-Match": shown.headers["etag"]})
    late = await ada.patch(path, json={"title": "Chef"}, headers={"If-Match": shown.headers["etag"]})

    assert (shown.status_code, same.status_code) == (200, 304)
    assert (changed.status_code, late.status_code) == (200, 412)


async def test_pay_is_asked_for_by_any_period(house: House) -> None:
    ada = await house.person("ada")
    await created(
        ada, title="Cook", salary={"minimum": 20, "maximum": 25, "currency": "EUR", "period": "hour"}
    )

    assert await titles(ada, salary_min=25, period="hour") == ["Cook"]
    assert await titles(ada, salary_min=26, period="hour") == []
    assert await titles(ada, salary_max=41_600) == ["Cook"]
    assert await titles(ada, salary_max=41_599) == []
    assert await titles(ada, salary_max=20, period="hour", currency="USD") == []


async def test_a_posting_tells_which_one_was_there_before(house: House) -> None:
    root, ada = await admin(house), await house.person("ada")
    board = await published(root, **TEXT)
    assert board["duplicate_of"] is board["repost_of"] is None

    mine = await created(ada, **TEXT)
    again = await created(ada, **TEXT | {"raw_text": WARD_NURSE.replace("33 days", "34 days")})
    other = await created(ada, title="Ward Nurse", company="Elsewhere")

    assert mine["duplicate_of"] == board["id"]
    assert again["duplicate_of"] == mine["id"]
    assert other["duplicate_of"] is None
    assert (await ada.get(f"/jobs/{again['id']}")).json() == again


async def test_nobody_is_told_of_what_somebody_else_keeps(house: House) -> None:
    root, ada, ben = await admin(house), await house.person("ada"), await house.person("ben")
    await created(ada, **TEXT, url="https://example.com/7")
    await created(root, **TEXT, url="https://example.com/7")

    assert (await created(ben, **TEXT, url="https://example.com/7"))["duplicate_of"] is None
    assert (await published(root, **TEXT, url="https://example.com/7"))["duplicate_of"] is None


async def test_what_had_closed_is_posted_again_and_outlives_it(house: House) -> None:
    ada = await house.person("ada")
    closed = await created(ada, **TEXT, application_deadline=YESTERDAY)

    again = await created(ada, **TEXT, application_deadline=TOMORROW)

    assert (again["duplicate_of"], again["repost_of"]) == (None, closed["id"])
    assert (await ada.delete(f"/jobs/{closed['id']}")).status_code == 204
    assert (await ada.get(f"/jobs/{again['id']}")).json()["repost_of"] is None


async def test_the_same_address_is_the_same_posting_whatever_it_says(house: House) -> None:
    ada = await house.person("ada")
    first = await created(ada, title="Cook", url="https://www.example.com/jobs/7?utm_source=mail")

    second = await created(ada, title="Chef", url="http://example.com/jobs/7/")

    assert second["duplicate_of"] == first["id"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_what_is_changed_is_compared_anew(house: House, method: str) -> None:
    root, ada = await admin(house), await house.person("ada")
    board = await published(root, **TEXT)
    other = await created(ada, title="Ward Nurse", company="Elsewhere")
    later = await created(ada, **TEXT | {"raw_text": WARD_NURSE.replace("33 days", "34 days")})
    same = (
        FIELDS | TEXT if method == "PUT" else {name: board[name] for name in ("title", "company", "location")}
    )
    path = f"/jobs/{other['id']}"

    doubled = await ada.request(method, path, json=FIELDS | same)
    apart = await ada.request(method, path, json={"source": "imported", "title": "Cook", "company": "Oven"})

    assert later["duplicate_of"] == board["id"]
    assert doubled.json()["duplicate_of"] == board["id"]
    assert apart.json()["duplicate_of"] is None


async def test_who_changes_first_does_not_double_what_came_later(house: House) -> None:
    ada = await house.person("ada")
    first = await created(ada, title="Cook", company="Oven")
    second = await created(ada, title="Baker", company="Oven")

    changed = await ada.patch(f"/jobs/{first['id']}", json={"title": "Baker"})

    assert changed.json()["duplicate_of"] is None
    assert (await ada.get(f"/jobs/{second['id']}")).json()["duplicate_of"] is None


async def test_what_doubled_a_posting_does_so_no_more_when_that_says_something_else(house: House) -> None:
    ada = await house.person("ada")
    first = await created(ada, title="Cook", company="Oven")
    second = await created(ada, title="Cook", company="Oven")
    path = f"/jobs/{second['id']}"
    seen = (await ada.get(path)).headers["etag"]
    assert second["duplicate_of"] == first["id"]

    await ada.patch(f"/jobs/{first['id']}", json={"salary": {"minimum": 1}})
    assert (await ada.get(path)).json() == second
    await ada.patch(f"/jobs/{first['id']}", json={"title": "Baker"})

    assert (await ada.get(path, headers={"If-None-Match": seen})).json()["duplicate_of"] is None
