"""Swagger UI with its assets from our own server, and a content policy that allows just that."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html, get_swagger_ui_oauth2_redirect_html
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

ASSETS = "/docs/assets"
SCHEMA = "/openapi.json"
REDIRECT = "/docs/oauth2-redirect"
POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
)
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def install(app: FastAPI) -> None:
    page = get_swagger_ui_html(
        openapi_url=SCHEMA,
        title="JobWise API",
        oauth2_redirect_url=REDIRECT,
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
        swagger_ui_parameters={"persistAuthorization": True, "tryItOutEnabled": True},
    )
    _tell(app)
    _show(app, "/docs", bytes(page.body))
    _show(app, REDIRECT, bytes(get_swagger_ui_oauth2_redirect_html().body))
    _send_on(app, "/", "/docs")
    assets = files("fastapi_offline") / "static"
    app.mount(ASSETS, StaticFiles(directory=str(assets)), name="docs-assets")


def _tell(app: FastAPI) -> None:
    """The schema. Describing every route takes a second of a processor, once."""

    @cache
    def schema() -> JSONResponse:
        return JSONResponse(app.openapi())

    @app.get(SCHEMA, include_in_schema=False)
    async def tell() -> JSONResponse:
        return await run_in_threadpool(schema)


def _show(app: FastAPI, path: str, page: bytes) -> None:
    """A page whose own scripts may run, each known by its hash, and no other."""
    hashes = (b64encode(sha256(script).digest()).decode() for script in _INLINE.findall(page))
    policy = POLICY.format(scripts=" ".join(f"'sha256-{known}'" for known in hashes))
    answer = HTMLResponse(page, headers={"Content-Security-Policy": policy})

    @app.get(path, include_in_schema=False)
    async def show() -> HTMLResponse:
        return answer


def _send_on(app: FastAPI, path: str, to: str) -> None:
    @app.get(path, include_in_schema=False)
    async def send_on() -> RedirectResponse:
        return RedirectResponse(to)
