"""The walk along a path finds what the framework finds by asking one route after the other."""

from collections.abc import Sequence
from functools import cache

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.routing import Match
from starlette.types import Scope

from app.presentation.app import ROUTES
from app.presentation.signpost import Signpost

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "")
SIGNPOST = Signpost(ROUTES)
NAMES = sorted({step for route in ROUTES for step in route.path.split("/") if "{" not in step})
PLACES = [route.path.split("/") for route in ROUTES]
STRANGE = ["", ".", "..", "{job_id}", "7", "a b", "ü", "%2F", "parse\n", "\n", "\0", "PARSE", "jobs "]

any_step = st.sampled_from(NAMES) | st.sampled_from(STRANGE) | st.uuids().map(str) | st.text(max_size=5)
any_method = st.sampled_from(METHODS)


@st.composite
def near_paths(draw: st.DrawFn) -> str:
    """A route's path with something else in its steps, and at times one too few or too many."""
    steps = draw(st.sampled_from(PLACES))
    there = [draw(any_step) if "{" in step or draw(st.integers(0, 9)) == 0 else step for step in steps]
    less, more = draw(st.integers(0, 1)), draw(st.lists(any_step, max_size=1))
    return "/".join([*there[: len(there) - less], *more])


any_path = near_paths() | st.lists(any_step, max_size=8).map("/".join) | st.text(max_size=30)


def asked(path: str, method: str) -> Scope:
    return {"type": "http", "path": path, "method": method, "root_path": ""}


def one_by_one(routes: Sequence[APIRoute], path: str, method: str) -> tuple[Match, Scope]:
    for route in routes:
        match, found = route.matches(asked(path, method))
        if match is Match.FULL:
            return match, found
    return Match.NONE, {}


@settings(max_examples=3_000)
@given(any_path, any_method)
def test_any_path_leads_where_it_led(path: str, method: str) -> None:
    found = SIGNPOST.matches(asked(path, method))

    assert found == one_by_one(ROUTES, path, method) or (found[0] is Match.NONE and path.endswith("\n"))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{'/'.join(route.methods)} {route.path}")
def test_every_operation_is_found_where_it_stands(route: APIRoute) -> None:
    names = route.param_convertors
    path = route.path_format.format(**{name: f"some-{name}" for name in names})
    for method in route.methods or ():
        match, found = SIGNPOST.matches(asked(path, method))

        assert (match, found["route"]) == (Match.FULL, route)
        assert found == one_by_one(ROUTES, path, method)[1]
        assert found["path_params"] == {name: f"some-{name}" for name in names}


@cache
def few() -> tuple[APIRoute, ...]:
    """Routes that stand in one another's way, as ours do not."""
    router = APIRouter()

    async def nothing() -> None: ...

    for method, path in (
        ("GET", "/{one}/{two}/c"),
        ("GET", "/a/{two}/{three}"),
        ("GET", "/a/b/c"),
        ("POST", "/a/b/{three}"),
        ("POST", "/{one}/b/c"),
        ("PUT", "/"),
        ("PUT", "/{one}"),
    ):
        router.add_api_route(path, nothing, methods=[method])
    return tuple(route for route in router.routes if isinstance(route, APIRoute))


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=4), st.sampled_from(["GET", "POST", "PUT"])
)
def test_of_routes_that_fit_alike_the_first_is_found(steps: list[str], method: str) -> None:
    path = "/" + "/".join(steps)

    assert Signpost(few()).matches(asked(path, method)) == one_by_one(few(), path, method)


@pytest.mark.parametrize("scope", [{"type": "websocket"}, {"root_path": "/below"}])
def test_what_is_no_plain_request_is_left_to_the_framework(scope: Scope) -> None:
    assert SIGNPOST.matches({**asked("/api/v1/jobs", "GET"), **scope}) == (Match.NONE, {})


@pytest.mark.parametrize("path", ["/files/{path:path}", "/files/{name}.pdf"])
def test_a_parameter_that_is_not_one_step_is_refused(path: str) -> None:
    async def nothing() -> None: ...

    with pytest.raises(TypeError):
        Signpost([APIRoute(path, nothing)])
