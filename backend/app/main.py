"""uvicorn app.main:create --factory"""

from fastapi import FastAPI

from app.composition import compose
from app.infrastructure import logs
from app.presentation.app import create_app
from app.settings import load_settings


def create() -> FastAPI:
    settings = load_settings()
    logs.configure(level=settings.log_level, as_json=settings.log_json)
    return create_app(compose(settings), settings)
