"""Swagger UI with its assets from our own server, and a content policy that allows just that."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.docs import get_swagger_ui_html, get_swagger_ui_oauth2_redirect_html
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import BaseRoute

ASSETS = "/docs/assets"
SCHEMA = "/openapi.json"
REDIRECT = "/docs/oauth2-redirect"
POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
)
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


@cache
def routes() -> tuple[BaseRoute, ...]:
    """Of no app in particular: the framework remembers what answers for as long as the process lives, and
    with it whatever that holds."""
    page = get_swagger_ui_html(
        openapi_url=SCHEMA,
        title="JobWise API",
        oauth2_redirect_url=REDIRECT,
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
        swagger_ui_parameters={"persistAuthorization": True, "tryItOutEnabled": True},
    )
    shown = APIRouter(include_in_schema=False)
    shown.get(SCHEMA)(_tell)
    _show(shown, "/docs", bytes(page.body))
    _show(shown, REDIRECT, bytes(get_swagger_ui_oauth2_redirect_html().body))
    _send_on(shown, "/", "/docs")
    assets = files("fastapi_offline") / "static"
    shown.mount(ASSETS, StaticFiles(directory=str(assets)), name="docs-assets")
    return tuple(shown.routes)


async def _tell(request: Request) -> JSONResponse:
    return await run_in_threadpool(_schema, request.app)


def _schema(app: FastAPI) -> JSONResponse:
    """Describing every route takes a second of a processor, once."""
    if not hasattr(app.state, "schema"):
        app.state.schema = JSONResponse(app.openapi())
    schema: JSONResponse = app.state.schema
    return schema


def _show(shown: APIRouter, path: str, page: bytes) -> None:
    """A page whose own scripts may run, each known by its hash, and no other."""
    hashes = (b64encode(sha256(script).digest()).decode() for script in _INLINE.findall(page))
    policy = POLICY.format(scripts=" ".join(f"'sha256-{known}'" for known in hashes))
    answer = HTMLResponse(page, headers={"Content-Security-Policy": policy})

    @shown.get(path)
    async def show() -> HTMLResponse:
        return answer


def _send_on(shown: APIRouter, path: str, to: str) -> None:
    @shown.get(path)
    async def send_on() -> RedirectResponse:
        return RedirectResponse(to)
