"""How a handler gets what it needs. Every dependency is async: a sync one costs a thread hop."""

import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Annotated, Generic, TypeVar

import structlog
from fastapi import Depends, Header, Request
from fastapi.security import OAuth2PasswordBearer
from fastapi.security.utils import get_authorization_scheme_param
from pydantic import Field

from app.application.services import Services
from app.application.versions import Expected
from app.domain.identity.access_tokens import PREFIX, TokenScope
from app.domain.identity.errors import InvalidToken, RoleRequired, ScopeRequired
from app.domain.identity.model import Origin, Role
from app.domain.identity.ports import Visitor
from app.domain.shared.ids import SessionId, UserId
from app.domain.shared.page import Slice
from app.presentation.routing import SESSION_ONLY, Access
from app.presentation.schemas import InDigits
from app.presentation.tags import NO_VERSION, expected_by

S = TypeVar("S")

REMEMBERED = 10_000
SAFE = {"GET", "HEAD"}
TRUSTED_SECONDS = 1.0
"""How long a verified token is believed without asking the database: so fast does a revocation act."""


@dataclass(slots=True)
class _Known:
    visitor: Visitor
    renewed_at: float
    """When somebody is to ask anew: before it is too late, lest all who bear the token ask at once."""
    trusted_until: float
    good_until: datetime


class Doorman:
    """Knows the tokens it has just verified."""

    def __init__(self, services: Services, *, single_user: bool = False) -> None:
        """`single_user`: who bears no token is the one local user."""
        self._services = services
        self._single_user = single_user
        self._local: tuple[float, Visitor] | None = None
        self._known: OrderedDict[str, _Known] = OrderedDict()

    async def admit_without_token(self) -> Visitor | None:
        if not self._single_user:
            return None
        now = time.monotonic()
        if self._local is None or now >= self._local[0]:
            self._local = now + TRUSTED_SECONDS, await self._services.local_user.visitor()
        return self._local[1]

    async def admit(self, token: str) -> Visitor:
        now, known = time.monotonic(), self._known.get(token)
        if known and now < known.trusted_until and datetime.now(UTC) < known.good_until:
            if now < known.renewed_at:
                return known.visitor
            known.renewed_at = known.trusted_until
        return await self._verified(token, now)

    async def _verified(self, token: str, now: float) -> Visitor:
        try:
            visitor, good_until = await self._ask(token)
        except InvalidToken:
            self._known.pop(token, None)
            raise
        self._known[token] = _Known(visitor, now + TRUSTED_SECONDS / 2, now + TRUSTED_SECONDS, good_until)
        self._known.move_to_end(token)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return visitor

    async def _ask(self, token: str) -> tuple[Visitor, datetime]:
        if token.startswith(PREFIX):
            return await self._services.access_tokens.visitor(token)
        return await self._services.identity.visitor(token)

    def forget(self, session_id: SessionId) -> None:
        self._forget(lambda visitor: visitor.session_id == session_id)

    def forget_user(self, user_id: UserId) -> None:
        self._local = None
        self._forget(lambda visitor: visitor.user_id == user_id)

    def _forget(self, meant: Callable[[Visitor], bool]) -> None:
        for token in [token for token, known in self._known.items() if meant(known.visitor)]:
            del self._known[token]


def _bearer_token(request: Request) -> str | None:
    given = request.headers.getlist("authorization")
    if not given:
        return None
    scheme, token = get_authorization_scheme_param(given[0])
    if len(given) > 1 or scheme.lower() != "bearer" or not token:
        raise InvalidToken("The token is not valid.")
    return token


async def admit(request: Request) -> Visitor | None:
    """Whose token it bears, as that stands now. Raises InvalidToken."""
    token, doorman = _bearer_token(request), request.app.state.doorman
    visitor: Visitor | None = await (doorman.admit(token) if token else doorman.admit_without_token())
    return visitor


async def _find_visitor(request: Request) -> Visitor | None:
    visitor = await admit(request)
    if visitor is None:
        return None
    structlog.contextvars.bind_contextvars(user_id=str(visitor.user_id))
    request.scope["state"]["bearer"] = visitor
    if visitor.scopes is not None:
        _require_scope(visitor.scopes, request)
    return visitor


def _require_scope(scopes: frozenset[TokenScope], request: Request) -> None:
    """By what the route declares and the method does: a route need not think of it."""
    about = getattr(request.scope.get("route"), "openapi_extra", None) or {SESSION_ONLY: True}
    if about.get(SESSION_ONLY):
        raise ScopeRequired("No personal access token is good for this. Please sign in.")
    needed = {TokenScope.READ if request.method in SAFE else TokenScope.WRITE}
    if about.get("x-access") == Access.ADMIN:
        needed.add(TokenScope.ADMIN)
    if missing := sorted(needed - scopes):
        raise ScopeRequired(f"This access token is not good for that: it wants {' and '.join(missing)}.")


async def find_visitor(request: Request) -> Visitor | None:
    """Whose token it bears; asked for once a request. Raises InvalidToken."""
    state = request.scope.setdefault("state", {})
    if "visitor" not in state:
        state["visitor"] = await _find_visitor(request)
    visitor: Visitor | None = state["visitor"]
    return visitor


def _require(visitor: Visitor | None) -> Visitor:
    if visitor is None:
        raise InvalidToken("An access token is needed.")
    return visitor


class _Bearer(OAuth2PasswordBearer, Generic[S]):
    """The scheme, and at once what is wanted of the token's bearer: every dependency costs every request."""

    def __init__(self, wanted: Callable[[Visitor | None], S]) -> None:
        super().__init__(
            tokenUrl="/api/v1/auth/token",
            refreshUrl="/api/v1/auth/refresh",
            description="A signed token, good for an hour. Read as RFC8725 wants: one algorithm, one issuer, "
            "one audience, one kind.",
            auto_error=False,
            scheme_name="Password",
        )
        self._wanted = wanted

    async def __call__(self, request: Request) -> S:  # type: ignore[override]
        return self._wanted(await find_visitor(request))


CurrentVisitor = Annotated[Visitor, Depends(_Bearer(_require))]
CurrentUser = Annotated[UserId, Depends(_Bearer(lambda visitor: _require(visitor).user_id))]
MaybeUser = Annotated[UserId | None, Depends(_Bearer(lambda visitor: visitor.user_id if visitor else None))]


def require_admin(visitor: Visitor) -> UserId:
    if visitor.role is not Role.ADMIN:
        raise RoleRequired("Only an admin may do this.")
    return visitor.user_id


CurrentAdmin = Annotated[UserId, Depends(_Bearer(lambda visitor: require_admin(_require(visitor))))]
MaybeVisitor = Annotated[Visitor | None, Depends(_Bearer(lambda visitor: visitor))]


async def get_origin(request: Request) -> Origin:
    """What the client says it is, and the address that the server was told."""
    device = _UNPRINTABLE.sub(" ", request.headers.get("user-agent", ""))
    return Origin(device[:MOST_DEVICE].strip(), _address(request.client.host if request.client else ""))


def _address(host: str) -> str:
    """A proxy may hand on whatever somebody wrote there."""
    try:
        return str(ip_address(host.partition("%")[0]))
    except ValueError:
        return ""


_UNPRINTABLE = re.compile(r"[^\x20-\x7e]+")
MOST_DEVICE = 200

CurrentOrigin = Annotated[Origin, Depends(get_origin)]


def service(pick: Callable[[Services], S]) -> Callable[[Request], Awaitable[S]]:
    async def provide(request: Request) -> S:
        return pick(request.app.state.services)

    return provide


async def get_slice(
    limit: Annotated[int, Field(ge=1, le=100), InDigits] = 20,
    offset: Annotated[int, Field(ge=0, le=1_000_000), InDigits] = 0,
) -> Slice:
    return Slice(limit, offset)


Part = Annotated[Slice, Depends(get_slice)]


IfMatch = Annotated[str | None, Header(max_length=100, description='An ETag, such as `"3"`')]


async def get_expected_version(if_match: IfMatch = None) -> int | None:
    """The version that the caller believes to be changing, or None for whichever there is.

    What is no ETag of ours is no version of anything; whether there is such a thing at all is told first.
    """
    expected = expected_by(if_match)
    if expected and expected.beside:
        return NO_VERSION
    return expected.version if expected else None


ExpectedVersion = Annotated[int | None, Depends(get_expected_version)]


async def get_expected_tag(
    if_match: Annotated[
        str | None,
        Header(
            max_length=100,
            description="The ETag of what you saw, your application included; "
            'or a version alone, such as `"3"`, whatever became of your application',
        ),
    ] = None,
) -> Expected | None:
    return expected_by(if_match)


ExpectedTag = Annotated[Expected | None, Depends(get_expected_tag)]
