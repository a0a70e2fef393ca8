"""A gate that cannot turn red keeps nothing out: each fault, planted, must be seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import APIRouter

from tests.api.conftest import house_on
from tests.gates import planted
from tests.gates.ownership import Matrix

SEEN: dict[Callable[[], APIRouter], str] = {
    planted.without_owner_filter: "GET /planted/{profile_id}: another user gets 200, not [404]",
    planted.deletes_before_it_refuses: "DELETE /planted/{profile_id}: another user changed",
    planted.tells_that_it_is_there: "GET /planted/{profile_id}: another user can tell what is not theirs",
    planted.lists_everybodys: "GET /planted: another user sees the owner's profile_id",
    planted.lets_strangers_in: "GET /planted: with an expired token gets 200, not [401]",
    planted.writes_for_strangers: "PUT /planted/{profile_id}: anonymous changed master_profiles",
    planted.believes_the_body: "POST /planted: another user, naming a profile_id that is not theirs changed",
    planted.without_access_tag: "GET /planted: no x-access tag",
    planted.of_an_unknown_kind: "GET /planted/{gizmo_id}: path parameter {gizmo_id}: nothing is POSTed",
    planted.kept_from_openapi: "GET /planted: the router and OpenAPI differ",
    planted.broken_for_its_owner: "GET /planted/{profile_id}: the owner gets 404",
}


@pytest.mark.parametrize("plant", SEEN, ids=lambda plant: plant.__name__)
async def test_a_planted_fault_turns_the_matrix_red(
    plant: Callable[[], APIRouter], sqlite_url: str, tmp_path: Path
) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        house.app.include_router(plant())
        house.app.openapi_schema = None

        faults = await Matrix(house, only="/planted").run()

    assert any(fault.startswith(SEEN[plant]) for fault in faults), faults
