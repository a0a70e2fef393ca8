"""The two entries: `uvicorn app.main:create --factory`, and the console script `jobwise`.

What only some commands need is imported by them: the others start in a quarter of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TYPE_CHECKING

from app.presentation.cli.commands import jobwise
from app.presentation.cli.workshop import IMigrations, Workshop
from app.settings import Settings, load_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.application.documents.press import Press
    from app.application.generation.tailoring import Tailor
    from app.application.services import Services
    from app.domain.resumes.files import IResumeFiles


_PATIENT = 600.0
"""Seconds: nobody waits for an answer of the command line but who started it."""


def create() -> "FastAPI":
    settings = load_settings()
    configure_logs(settings)
    return application(settings)


def application(settings: Settings) -> "FastAPI":
    with _to_stay():
        from app.presentation.app import create_app
        from app.presentation.routing import build_routes

        app = create_app(services(settings), settings)
        build_routes(app)
        return app


@contextmanager
def _to_stay() -> Iterator[None]:
    """What is imported and built here is never rubbish. To look through it for some takes a fifth of the
    start, and later a quarter of a second each time, in which nobody is served."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def services(settings: Settings) -> "AbstractAsyncContextManager[Services]":
    from app.composition import compose

    return compose(settings)


def engine(settings: Settings) -> "AbstractAsyncContextManager[tuple[Tailor, Press]]":
    from app.composition import compose_engine

    return compose_engine(settings)


def migrations(settings: Settings) -> IMigrations:
    from app.infrastructure.persistence.migrations import Migrations

    return Migrations(settings.database_url)


def resume_files() -> "IResumeFiles":
    from os import cpu_count

    from app.composition.reading import resume_files

    return resume_files(ocr=load_settings().ocr, at_once=cpu_count() or 1, longest_wait=_PATIENT)


def configure_logs(settings: Settings) -> None:
    from app.infrastructure import logs

    logs.configure(level=settings.log_level, as_json=settings.log_json)


def workshop() -> Workshop:
    return Workshop(
        settings=load_settings,
        services=services,
        engine=engine,
        application=application,
        migrations=migrations,
        logs=configure_logs,
        resume_files=resume_files,
    )


def main() -> None:
    jobwise(obj=workshop())


if __name__ == "__main__":
    main()
