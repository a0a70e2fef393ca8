import gc
import weakref

import fastapi.routing
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.main import application, services
from app.presentation.app import create_app, every_route
from app.presentation.routing import build_routes
from app.settings import Settings


def test_what_is_served_is_built_before_the_first_request(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(_env_file=None)
    every_route.cache_clear()
    ready = application(settings)
    every_route.cache_clear()
    not_yet = create_app(services(settings), settings)
    monkeypatch.setattr(fastapi.routing, "get_dependant", complain)

    build_routes(ready)
    with pytest.raises(AssertionError):
        build_routes(not_yet)


def test_a_second_app_finds_its_routes_built(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(_env_file=None)
    application(settings)
    monkeypatch.setattr(fastapi.routing, "get_dependant", complain)

    application(settings)


def test_an_app_that_nobody_holds_is_gone() -> None:
    settings = Settings(_env_file=None)
    app = weakref.ref[FastAPI](create_app(services(settings), settings))

    gc.collect()

    assert app() is None


def test_what_was_built_is_not_searched_for_rubbish() -> None:
    every_route.cache_clear()
    served = application(Settings(_env_file=None))

    assert gc.isenabled()
    assert [each for each in gc.get_objects() if isinstance(each, FastAPI | APIRoute)] == []
    assert served.routes


def complain(**_: object) -> None:
    raise AssertionError("somebody waits for this")
