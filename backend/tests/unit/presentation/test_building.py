import gc

import fastapi.routing
import pytest

from app.main import application, services
from app.presentation.app import create_app
from app.presentation.routing import build_routes
from app.settings import Settings


def test_what_is_served_is_built_before_the_first_request(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(_env_file=None)
    ready, not_yet = application(settings), create_app(services(settings), settings)

    def complain(**_: object) -> None:
        raise AssertionError("somebody waits for this")

    monkeypatch.setattr(fastapi.routing, "get_dependant", complain)

    build_routes(ready)
    with pytest.raises(AssertionError):
        build_routes(not_yet)


def test_what_is_there_from_the_start_is_not_searched_for_garbage() -> None:
    gc.unfreeze()

    application(Settings(_env_file=None))

    assert gc.get_freeze_count() > 100_000
    gc.unfreeze()
