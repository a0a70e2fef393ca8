from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.application.services import Services
from app.domain.applications.table import LONGEST_TABLE
from app.presentation import errors, openapi, swagger
from app.presentation.addressing import Head, KnownHosts
from app.presentation.api import (
    applications,
    documents,
    generations,
    identity,
    jobs,
    profiles,
    resumes,
    system,
)
from app.presentation.api.resumes.sent import LONGEST_BODY
from app.presentation.dependencies import Doorman
from app.presentation.limits import Turnstile
from app.presentation.local import LocalOnly
from app.presentation.middleware import BodyLimit, Edge, NotModified, Origins
from app.presentation.routing import PREFIX, named_paths, operation_id
from app.presentation.signpost import Signpost
from app.settings import Settings

ROOMS = {
    **identity.ROOMS,
    f"{PREFIX}/applications/import": LONGEST_TABLE,
    f"{PREFIX}/resumes/upload": LONGEST_BODY,
}
"""What takes larger bodies than the rest."""
ROUTERS = (
    *identity.routers,
    *applications.routers,
    *generations.routers,
    *jobs.routers,
    *documents.routers,
    *resumes.routers,
    *profiles.routers,
)
"""`/jobs/recommended` and `/jobs/stats` before `/jobs/{job_id}`, which would take them for an id."""
ROUTES = tuple(route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute))
"""The same of every app: made once, not for each."""
VERSION = "0.1.0"
DESCRIPTION = """A career and a posting in; a true resume that applicant tracking systems read back, out.

1. `POST /auth/register`, then press **Authorize** and sign in.
2. `POST /profiles/import` with a JSON Resume.
3. `POST /jobs` with the posting's text.
4. `POST /generations/resume`; follow its `events`; read its `result`; download its document.
"""


TAGS = {
    "system": "Whether it runs.",
    "auth": "Sign up, sign in and out; the devices that are signed in.",
    "users": "Your own account and what it has used; for admins, everybody's.",
    "jobs": "Postings: your own, and those of the public board.",
    "applications": "The tracker: where each job stands, with notes, contacts and follow-ups.",
    "generations": "Runs that write a resume or a letter for a job, and their receipts.",
    "documents": "Resumes and letters, their versions, files and templates.",
    "resumes": "Files that you bring: what they say, how they fare, and what would make them better.",
    "profiles": "Careers and their parts, in and out of files; what is looked for.",
}


def create_app(services: AbstractAsyncContextManager[Services], settings: Settings) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with services as app.state.services:
            app.state.doorman = Doorman(app.state.services, single_user=settings.single_user)
            app.state.turnstile = Turnstile(app.state.services, dict(settings.rate_limits))
            yield

    app = FastAPI(
        title="JobWise",
        version=VERSION,
        description=DESCRIPTION,
        license_info={"name": "MIT", "identifier": "MIT"},
        servers=[{"url": "/", "description": "The one that this description comes from"}],
        openapi_tags=[{"name": name, "description": said} for name, said in TAGS.items()],
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        generate_unique_id_function=operation_id,
        redirect_slashes=False,
        routes=[*every_route(), *(swagger.routes() if settings.docs else ())],
    )
    app.state.named_paths = named_paths(ROUTES)
    app.state.metrics = settings.metrics
    app.state.cors_origins = frozenset(settings.cors_origins)
    app.state.sign_in_returns = frozenset(settings.sign_in_returns)
    app.state.callback_is_encrypted = settings.google_callback_url.startswith("https://")
    app.state.metrics_token = settings.metrics_token.get_secret_value()
    errors.install(app)
    openapi.install(app)
    _fortify(app, settings)
    return app


@cache
def every_route() -> tuple[BaseRoute, ...]:
    """The same of every app of a process, which would each build them anew for half a second: what differs
    between apps comes with the request."""
    api = APIRouter(generate_unique_id_function=operation_id)
    api.include_router(system.router, include_in_schema=False)
    api.include_router(system.router, prefix=PREFIX)
    return (Signpost(ROUTES), *api.routes, *ROUTES)


def _fortify(app: FastAPI, settings: Settings) -> None:
    """The edge, from the inside outwards."""
    app.add_middleware(NotModified)
    app.add_middleware(Head)
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes, rooms=ROOMS)
    if settings.cors_origins:
        app.add_middleware(Origins, allow_origins=settings.cors_origins)
    if settings.single_user:
        app.add_middleware(LocalOnly, origins=settings.cors_origins)
    if settings.hosts:
        app.add_middleware(KnownHosts, hosts=settings.hosts)
    if settings.trusted_proxies:
        trusted = [str(network) for network in settings.trusted_proxies]
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=trusted)
    app.add_middleware(Edge)
