"""An identity provider of our own: OpenID Connect over real HTTP on this machine, that can be made to err."""

import asyncio
import base64
import gzip
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

import uvicorn
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jws
from jose.backends.cryptography_backend import CryptographyRSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

CLIENT_ID, CLIENT_SECRET = "jobwise-at-the-provider", "a secret between the two"
MOVED = "/moved"
LARGE = 10 * 1024 * 1024
Claims = dict[str, Any]


@dataclass
class Key:
    kid: str = field(default_factory=lambda: uuid4().hex)
    private: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    @property
    def published(self) -> dict[str, str]:
        numbers = self.private.public_key().public_numbers()
        n, e = (_encoded(v.to_bytes((v.bit_length() + 7) // 8)) for v in (numbers.n, numbers.e))
        return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.kid, "n": n, "e": e}

    def sign(self, claims: Any, **header: object) -> str:
        key = CryptographyRSAKey(self.private, "RS256")
        return str(jws.sign(claims, key, headers={"kid": self.kid} | header, algorithm="RS256"))


@dataclass
class IdentityProvider:
    address: str
    key: Key = field(default_factory=Key)
    person: Claims = field(default_factory=dict)
    """Who is signed in there, and consents to everything."""
    claims: Callable[[Claims], Claims] = dict
    """What becomes of the claims before they are signed."""
    token: Callable[[str], str] = str
    """What becomes of the token after."""
    discovery: Callable[[Claims], Claims] = dict
    faults: dict[str, Callable[[], Any]] = field(default_factory=dict)
    """By path: what is answered instead."""
    spoilt: dict[str, Callable[[Response], Response]] = field(default_factory=dict)
    """By path: what becomes of a good answer."""
    asked: list[str] = field(default_factory=list)
    """The paths, as they were asked for."""
    forms: list[dict[str, str]] = field(default_factory=list)
    extra_keys: list[dict[str, Any]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.person = {"sub": "1138", "email": "ada@example.com", "email_verified": True, "name": "Ada Byron"}

    @property
    def discovery_url(self) -> str:
        return f"{self.address}/.well-known/openid-configuration"

    def rotate(self) -> Key:
        old, self.key = self.key, Key()
        return old

    def approve(self, address: str) -> str:
        """What the person's browser does there: where it is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.address}/authorize?")
        assert asked["response_type"] == "code"
        assert set(asked["scope"].split()) == {"openid", "email", "profile"}
        assert asked["code_challenge_method"] == "S256"
        assert asked["client_id"] == CLIENT_ID
        code = uuid4().hex
        self.codes[code] = asked
        back = {"state": asked["state"], "code": code, "scope": asked["scope"], "authuser": "0"}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT_ID, "azp": CLIENT_ID, "iat": now, "exp": now + 300}
        return self.token(self.key.sign(self.claims(said | {"nonce": nonce} | self.person)))

    async def answer(self, request: Request) -> Response:
        path = request.url.path.removeprefix(MOVED)
        self.asked.append(path)
        if path in self.faults:
            answer = self.faults[path]()
            if asyncio.iscoroutine(answer):
                answer = await answer
            assert isinstance(answer, Response)
            return answer
        good = await self._good(path, request)
        change = None if request.url.path.startswith(MOVED) else self.spoilt.get(path)
        return change(good) if change else good

    async def _good(self, path: str, request: Request) -> Response:
        return await {
            "/.well-known/openid-configuration": self._discovery,
            "/keys": self._keys,
            "/token": self._token,
            "/authorize": self._authorize,
        }[path](request)

    async def _discovery(self, _: Request) -> Response:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        said = {name: f"{self.address}/{path}" for name, path in names.items()}
        return JSONResponse(self.discovery({"issuer": self.address} | said))

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.key.published, *self.extra_keys]})

    async def _authorize(self, request: Request) -> Response:
        return RedirectResponse(self.approve(f"{self.address}/authorize?{request.url.query}"))

    async def _token(self, request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        self.forms.append(form)
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or not _is_right(form, asked):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse(
            {"access_token": "theirs", "token_type": "Bearer", "id_token": self.id_token(asked["nonce"])}
        )


def _is_right(form: dict[str, str], asked: dict[str, str]) -> bool:
    challenge = _encoded(sha256(form.get("code_verifier", "").encode()).digest())
    return (
        challenge == asked["code_challenge"]
        and form.get("redirect_uri") == asked["redirect_uri"]
        and form.get("grant_type") == "authorization_code"
        and (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
    )


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def broken() -> Response:
    return PlainTextResponse("out of order", 500)


def endless(good: Response) -> Response:
    return Response(bytes(good.body).ljust(LARGE), good.status_code)


def compressed(good: Response) -> Response:
    return Response(gzip.compress(bytes(good.body)), headers={"Content-Encoding": "gzip"})


def elsewhere(path: str) -> Callable[[Response], Response]:
    return lambda _: RedirectResponse(f"{MOVED}{path}", 307)


async def silent() -> Response:
    await asyncio.sleep(30)
    return broken()


def dripping() -> Response:
    """Never silent for long, and never done."""

    async def drops() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b" "
            await asyncio.sleep(0.1)

    return StreamingResponse(drops())


@asynccontextmanager
async def identity_provider() -> AsyncIterator[IdentityProvider]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        provider = IdentityProvider(f"http://127.0.0.1:{listening.getsockname()[1]}")
        paths: tuple[str, ...] = ("/.well-known/openid-configuration", "/keys", "/token", "/authorize")
        paths += tuple(f"{MOVED}{path}" for path in paths)
        app = Starlette(routes=[Route(path, provider.answer, methods=["GET", "POST"]) for path in paths])
        config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        try:
            yield provider
        finally:
            server.should_exit = True
            await serving
