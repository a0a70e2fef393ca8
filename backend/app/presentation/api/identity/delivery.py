"""How the refresh token reaches the client: in the answer, or in a cookie that no script can read."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Header, Request, Response

from app.application.identity.pairs import TokenPair
from app.domain.identity.errors import OriginRefused
from app.domain.identity.model import REFRESH_LIFETIME

COOKIE = "__Secure-jobwise-refresh"
PATH = "/api/v1/auth"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Way(StrEnum):
    BODY = "body"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class _Delivery:
    by_cookie: bool

    def of(self, pair: TokenPair, response: Response) -> TokenPair:
        if not self.by_cookie:
            return pair
        _set(response, pair.refresh_token, REFRESH_LIFETIME)
        return replace(pair, refresh_token="")


async def get_delivery(
    request: Request,
    token_delivery: Annotated[
        Way,
        Header(
            description="`cookie` puts the refresh token into an HttpOnly cookie, and refreshes from it: for "
            "web pages of an origin in `JOBWISE_CORS_ORIGINS`, or of this one",
        ),
    ] = Way.BODY,
) -> _Delivery:
    """A page of another origin cannot send this header without being asked for first, and no form can at all:
    so nobody is signed in, or refreshed, by a page that their browser only passes by."""
    by_cookie = token_delivery is Way.COOKIE
    if by_cookie and not _is_from_a_page_of_ours(request):
        raise OriginRefused("Pages of this origin may not use the cookie.")
    return _Delivery(by_cookie)


def _is_from_a_page_of_ours(request: Request) -> bool:
    """A browser says where a POST comes from; what is no browser has no cookies of others."""
    origins = request.headers.getlist("origin")
    if not origins:
        return True
    allowed: frozenset[str] = request.app.state.cors_origins
    host = request.headers.get("host", "").lower()
    return len(origins) == 1 and (origins[0] in allowed - {"*"} or _is_ours(origins[0], host))


def _is_ours(origin: str, host: str) -> bool:
    """A page that came over TLS, which a proxy may have taken off; one that did not only where browsers keep
    such a cookie for it too. Whoever sits on the line can be any other page of http."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    return safe and bool(host) and parts.netloc.lower() == host


def drop_cookie(request: Request, response: Response) -> None:
    if COOKIE in request.cookies:
        _set(response, "", timedelta())


def _set(response: Response, value: str, life: timedelta) -> None:
    response.set_cookie(
        COOKIE,
        value,
        max_age=int(life.total_seconds()),
        path=PATH,
        secure=True,
        httponly=True,
        samesite="strict",
    )


Delivery = Annotated[_Delivery, Depends(get_delivery)]
