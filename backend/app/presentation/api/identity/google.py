"""Signing in with Google: there, back, and tokens for the client that began."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Cookie, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from pydantic import Field, StringConstraints

from app.application.identity.pairs import TokenPair
from app.domain.identity.tickets import LIFE, LONGEST, Ticket
from app.domain.shared.errors import DomainError
from app.domain.shared.ids import UserId
from app.presentation.api.identity.delivery import Delivery
from app.presentation.api.identity.schemas import Google, TokenPairOut
from app.presentation.dependencies import CurrentOrigin
from app.presentation.routing import ANY_QUERY, Access, Rate, area, rules
from app.presentation.schemas import In, NoControl

router = area("/oauth/google", "auth")
COOKIE = "jobwise-sign-in"
PATH = "/api/v1/oauth/google"
_LOCATION = {"Location": {"description": "Where the browser goes", "schema": {"type": "string"}}}
Challenge = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]
Verifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._~-]{43,128}$", max_length=128)]
Printable = Annotated[str, StringConstraints(max_length=2_000), NoControl]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]


class CodeIn(In):
    code: Code = Field(examples=["x" * 43])
    code_verifier: Verifier = Field(
        description="Of RFC 7636: `code_challenge` was made of it", examples=["v" * 43]
    )


def _sending(rules: dict[str, Any], **extra: bool) -> dict[str, Any]:
    said = {303: {"description": "The browser is sent on", "headers": _LOCATION}}
    return rules | {
        "responses": rules["responses"] | said,
        "openapi_extra": rules["openapi_extra"] | extra,
    }


@router.get(
    "/login",
    status_code=303,
    response_class=RedirectResponse,
    **_sending(rules(Access.PUBLIC, 404, rate=Rate.SIGN_IN)),
)
async def begin_google_sign_in(
    request: Request,
    google: Google,
    return_to: Annotated[
        str,
        Query(
            alias="next",
            max_length=500,
            description="Where the browser is to end up, one of `JOBWISE_SIGN_IN_RETURNS`, with a `code` for "
            "`POST /oauth/google/token`, or an `error`. Without it the tokens are the callback's answer",
        ),
    ] = "",
    code_challenge: Annotated[
        Challenge | None, Query(description="S256 of a verifier that you keep (RFC 7636); `next` needs it")
    ] = None,
) -> Response:
    """For a browser: sends it to Google, and from there to the callback."""
    google.require_offered()
    if return_to and return_to not in request.app.state.sign_in_returns:
        raise _flaw("next", "return_refused", "Not one of the addresses that the host has named.")
    if return_to and not code_challenge:
        raise _flaw("code_challenge", "missing", "Field required with `next`")
    address, ticket = await google.begin(return_to=return_to, challenge=code_challenge or "")
    answer = RedirectResponse(address, 303)
    _keep(request, answer, ticket, int(LIFE.total_seconds()))
    return answer


@dataclass(frozen=True, slots=True)
class _CameBack:
    state: str
    code: str | None
    """None where Google has none for us."""
    kept: str


async def get_came_back(
    state: Annotated[Printable, Query()] = "",
    code: Annotated[Printable | None, Query()] = None,
    error: Annotated[Printable | None, Query(description="Why Google has no code for us")] = None,
    kept: Annotated[str, Cookie(alias=COOKIE, max_length=LONGEST)] = "",
) -> _CameBack:
    return _CameBack(state, code if error is None else None, kept)


CameBack = Annotated[_CameBack, Depends(get_came_back)]


@router.get(
    "/callback",
    response_model=TokenPairOut,
    **_sending(rules(Access.PUBLIC, 401, 404, 409, rate=Rate.SIGN_IN), **{ANY_QUERY: True}),
)
async def finish_google_sign_in(
    request: Request, response: Response, google: Google, origin: CurrentOrigin, came: CameBack
) -> Any:
    """Where Google sends the browser back to: signs in, and makes or links the account. An account whose
    address nobody had verified is from then on Google's user's alone."""
    ticket = google.returned(came.kept, state=came.state)
    if ticket.return_to:
        answer = RedirectResponse(await _onward(google, ticket, came.code, origin), 303)
        _keep(request, answer, "", 0)
        return answer
    _keep(request, response, "", 0)
    if came.code is None:
        await google.cancel(ticket)
    return _welcome(request, await google.sign_in(ticket, came.code or "", origin=origin))


@router.post("/token", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, 403, 404, rate=Rate.SIGN_IN))
async def redeem_google_code(
    body: CodeIn,
    request: Request,
    response: Response,
    google: Google,
    origin: CurrentOrigin,
    delivery: Delivery,
) -> TokenPair:
    """Trade the `code` that your page was given for tokens: once, within a minute, and only with the verifier
    of whoever began."""
    pair = await google.redeem(body.code, verifier=body.code_verifier, origin=origin)
    return delivery.of(_welcome(request, pair), response)


def _welcome(request: Request, pair: TokenPair) -> TokenPair:
    """Whoever was in the account before its owner came may be out."""
    request.app.state.doorman.forget_user(UserId(pair.user.id))
    return pair


async def _onward(google: Google, ticket: Ticket, code: str | None, origin: CurrentOrigin) -> str:
    """Back to the page that began, whatever came of it."""
    try:
        if code is None:
            await google.cancel(ticket)
        said = {"code": await google.hand_over(ticket, code or "", origin=origin)}
    except DomainError as error:
        said = {"error": error.code}
    return f"{ticket.return_to}{'&' if '?' in ticket.return_to else '?'}{urlencode(said)}"


def _keep(request: Request, response: Response, ticket: str, seconds: int) -> None:
    """Lax: it is to come along when Google's page leads back to us."""
    response.set_cookie(
        COOKIE,
        ticket,
        max_age=seconds,
        path=PATH,
        secure=request.app.state.callback_is_encrypted,
        httponly=True,
        samesite="lax",
    )


def _flaw(name: str, code: str, message: str) -> RequestValidationError:
    return RequestValidationError([{"loc": ("query", name), "type": code, "msg": message}])
