"""A gate that cannot turn red keeps nothing out: each fault, planted, must be seen."""

from pathlib import Path

import pytest

from tests.api.conftest import house_on
from tests.gates import planted
from tests.gates.ownership import Matrix

SEEN = (
    "GET /without-owner-filter/{profile_id}: another user gets 200, not [404]",
    "DELETE /deletes-before-it-refuses/{profile_id}: another user changed achievements",
    "GET /tells-that-it-is-there/{profile_id}: another user can tell what is not theirs",
    "GET /lists-everybodys: another user sees the owner's profile_id",
    "GET /lets-strangers-in: with an expired token gets 200, not [401]",
    "GET /lets-strangers-in: anonymous gets 200, not [401]",
    "PUT /writes-for-strangers/{profile_id}: anonymous changed master_profiles",
    "POST /believes-the-body: another user, naming a profile_id that is not theirs changed master_profiles",
    "GET /without-access-tag: no x-access tag",
    "GET /of-an-unknown-kind/{gizmo_id}: path parameter {gizmo_id}: nothing is POSTed to its collection",
    "GET /kept-from-openapi: the router and OpenAPI differ",
    "GET /broken-for-its-owner/{profile_id}: the owner gets 404",
)


async def test_every_planted_fault_turns_the_matrix_red(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        for plant in planted.ALL:
            house.app.include_router(plant())
        house.app.openapi_schema = None

        faults = await Matrix(house, among="planted").run()

    unseen = [seen for seen in SEEN if not any(fault.startswith(seen) for fault in faults)]
    if unseen:
        pytest.fail("not seen:\n" + "\n".join([*unseen, "", "seen:", *faults]), pytrace=False)


async def test_whatever_is_planted_is_looked_for() -> None:
    prefixes = {plant().prefix for plant in planted.ALL}

    assert {prefix for prefix in prefixes if not any(f" {prefix}" in seen for seen in SEEN)} == set()
