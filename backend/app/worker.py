"""`python -m app.worker`: the same as `jobwise worker`, for supervisors that want a module."""

from app.composition import compose
from app.infrastructure import logs
from app.presentation.cli.working import with_slots, work
from app.settings import load_settings


def main() -> None:
    settings = with_slots(load_settings())
    logs.configure(level=settings.log_level, as_json=settings.log_json)
    work(settings, compose(settings))


if __name__ == "__main__":
    main()
