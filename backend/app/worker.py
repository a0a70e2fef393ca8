"""`python -m app.worker`: the same as `jobwise worker`, for supervisors that want a module."""

import asyncio

from app.composition import compose
from app.infrastructure import logs
from app.presentation.cli.working import until_stopped, with_slots
from app.settings import load_settings


def main() -> None:
    settings = with_slots(load_settings())
    logs.configure(level=settings.log_level, as_json=settings.log_json)
    asyncio.run(until_stopped(compose(settings)))


if __name__ == "__main__":
    main()
