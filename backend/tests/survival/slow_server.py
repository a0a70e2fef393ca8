"""The server, with a stage that takes until a file appears: `python -m tests.survival.slow_server GATE`."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import uvicorn

from app.application.generation.tailoring import Tailor
from app.composition import compose
from app.presentation.app import create_app
from app.presentation.cli.serving import Announcing, listen
from app.settings import load_settings


def hold_up(gate: Path) -> None:
    write = Tailor.write

    async def slowly(*args: Any, **about: Any) -> Any:
        while not gate.exists():  # noqa: ASYNC110, ASYNC240  nobody can ring across processes
            await asyncio.sleep(0.02)
        return await write(*args, **about)

    Tailor.write = slowly  # type: ignore[method-assign]


def main() -> None:
    hold_up(Path(sys.argv[1]))
    settings = load_settings()
    config = uvicorn.Config(
        create_app(compose(settings), settings),
        log_config=None,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )
    Announcing(config).run(sockets=[listen("127.0.0.1", 0)])


if __name__ == "__main__":
    main()
