import pytest
from starlette.routing import Match
from starlette.types import Scope

from app.presentation.routing import Area, area


class Counting(dict[str, object]):
    """Of a request, how often anybody looked at more than its path."""

    looks = 0

    def get(self, key: str, default: object = None) -> object:
        self.looks += 1
        return super().get(key, default)


@pytest.fixture
def skills() -> Area:
    router = area("/profiles/{profile_id}/skills", "profiles")
    assert isinstance(router, Area)
    return router


@pytest.mark.parametrize("path", ["/api/v1/jobs", "/api/v1/profiles/7", "/api/v1/profiles/7/education", "/"])
def test_an_area_passes_by_what_is_anothers_at_a_glance(skills: Area, path: str) -> None:
    request: Scope = Counting(type="http", path=path)

    assert skills.matches(request) == (Match.NONE, {})
    assert request.looks == 0  # type: ignore[attr-defined]


def test_an_area_looks_closer_at_its_own(skills: Area) -> None:
    request: Scope = Counting(type="http", path="/api/v1/profiles/7/skills")

    skills.matches(request)

    assert request.looks > 0  # type: ignore[attr-defined]
