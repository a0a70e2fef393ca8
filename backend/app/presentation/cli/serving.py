"""`jobwise serve`: the API in this process."""

import socket
from typing import Annotated

import typer
import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.shared.errors import DomainError
from app.presentation.cli.failing import Refused
from app.presentation.cli.workshop import workshop
from app.presentation.http import BoundedHttp
from app.settings import SettingsRefused

BACKLOG = 2048
FAILED = "lifespan.startup.failed"


class Starting:
    """Keeps back what the framework says of a start that was refused: a hundred lines around one sentence."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.refusal: str | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        failed: Message = {"type": FAILED, "message": ""}

        async def sending(message: Message) -> None:
            if message["type"] == FAILED:
                failed.update(message)
            else:
                await send(message)

        try:
            await self._app(scope, receive, sending)
        except (SettingsRefused, DomainError) as error:
            self.refusal = str(error)
            await send({**failed, "message": ""})
        except BaseException:
            await send(failed)
            raise


class Announcing(uvicorn.Server):
    """Says where it is as soon as it answers: with `--port 0` nobody knows before."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        listening = (sockets or [])[0]
        typer.echo(f"JobWise is at {address_of(listening)}")


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="The address to listen at.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port to listen at; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve the API, with Swagger UI at /docs. The embedded database is made or upgraded first."""
    tools = workshop(context)
    given = {"host": host, "port": port}
    settings = tools.settings(**{name: value for name, value in given.items() if value is not None})
    tools.logs(settings)
    with listen(settings.host, settings.port) as listening:
        tools.make_ready(settings)
        starting = Starting(tools.application(settings))
        config = uvicorn.Config(
            starting,
            http=BoundedHttp,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # the app believes those proxies that the settings name
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )
        _run(Announcing(config), starting, listening)


def _run(server: uvicorn.Server, starting: Starting, listening: socket.socket) -> None:
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return
    except SystemExit as end:  # of a server that did not start
        raise Refused(starting.refusal or "The server did not start; its log says why.") from end


def listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family, backlog=BACKLOG)
    except OSError as error:
        raise Refused(f"Cannot listen at {host}:{port}: {error.strerror or error}.") from error


def address_of(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
