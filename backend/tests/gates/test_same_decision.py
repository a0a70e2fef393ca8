"""However a question is put, who may not have the answer does not get it."""

from pathlib import Path

import pytest

from tests.api.conftest import house_on
from tests.gates import planted_words
from tests.gates.decisions import Decisions, spellings

SEEN = (
    "GET /obeys-an-override/{profile_id}: asking in other words changed",
    "GET /shows-an-admin-all/{profile_id}: an admin gets 200, not 404",
    "GET /knows-the-version-first/{profile_id}: with the owner's ETag another user gets 304",
    "list_counts_everybodys: what another user sees has moved",
    "GET /believes-a-header: X-Forwarded-User changes the answer",
)


async def test_other_words_get_the_same_answer(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        faults = await Decisions(house).run()

    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


async def test_every_planted_fault_is_seen(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        for plant in planted_words.ALL:
            house.app.include_router(plant())
        house.app.openapi_schema = None

        faults = await Decisions(house, among="planted").run()

    unseen = [seen for seen in SEEN if not any(fault.startswith(seen) for fault in faults)]
    if unseen:
        pytest.fail("not seen:\n" + "\n".join([*unseen, "", "seen:", *faults]), pytrace=False)


def test_no_spelling_is_the_usual_one() -> None:
    path = "/api/v1/jobs/3"

    assert len(set(spellings(path))) >= 10
    assert path not in set(spellings(path))
