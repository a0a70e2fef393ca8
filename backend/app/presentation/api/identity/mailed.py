"""Signing in and getting back in by mail. None of these says whether somebody has an account."""

from typing import Annotated

from fastapi import Depends, Request, Response
from pydantic import Field, StringConstraints

from app.application.identity.asking import AskingService
from app.application.identity.codes import CodeService
from app.application.identity.pairs import TokenPair
from app.application.identity.recovery import RecoveryService
from app.domain.identity.challenges import CODE_DIGITS, Purpose
from app.domain.shared.ids import UserId
from app.presentation.api.identity.delivery import Delivery
from app.presentation.api.identity.languages import CurrentCaller, CurrentLanguage
from app.presentation.api.identity.schemas import NewAddress, NewPassword, Token, TokenPairOut
from app.presentation.dependencies import CurrentOrigin, service
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import In, Out

router = area("/auth", "auth")
Asking = Annotated[AskingService, Depends(service(lambda services: services.asking))]
Codes = Annotated[CodeService, Depends(service(lambda services: services.codes))]
Recovery = Annotated[RecoveryService, Depends(service(lambda services: services.recovery))]
Code = Annotated[str, StringConstraints(pattern=rf"^[0-9]{{{CODE_DIGITS}}}$")]
MailedToken = Annotated[Token, Field(examples=["the token from the link that was mailed"])]
ASKED = "If somebody has an account with this address, a mail is on its way."


class MailAsked(In):
    email: NewAddress


class CodeGiven(In):
    email: NewAddress
    otp: Code = Field(description="The eight digits that were mailed", examples=["04711833"])


class MailedTokenGiven(In):
    token: MailedToken


class PasswordReset(In):
    token: MailedToken
    new_password: NewPassword = Field(examples=["Better-Battery-8"])


class MailAskedOut(Out):
    message: str = ASKED
    expires_in: int = Field(description="Seconds that what is mailed is good for", examples=[600])


@router.post("/send-otp", status_code=202, **rules(Access.PUBLIC, 422, 429, rate=Rate.SIGN_IN))
async def send_otp(
    body: MailAsked, language: CurrentLanguage, origin: CurrentOrigin, asking: Asking
) -> MailAskedOut:
    """Mail a code of eight digits that signs in, once, within ten minutes. The one before it is good no
    more."""
    seconds = await asking.ask(Purpose.SIGN_IN, body.email, language=language, origin=origin)
    return MailAskedOut(expires_in=seconds)


@router.post(
    "/verify-otp", response_model=TokenPairOut, **rules(Access.PUBLIC, 401, 403, 422, rate=Rate.SIGN_IN)
)
async def verify_otp(
    body: CodeGiven,
    request: Request,
    response: Response,
    origin: CurrentOrigin,
    codes: Codes,
    delivery: Delivery,
) -> TokenPair:
    """Sign in by the mailed code; there are five tries. It proves the address too: if nobody had proven it
    before, the sessions and the password from before are good no more."""
    pair = await codes.sign_in(email=body.email, code=body.otp, origin=origin)
    request.app.state.doorman.forget_user(UserId(pair.user.id))
    return delivery.of(pair, response)


@router.post("/verify-email", status_code=204, **rules(Access.PUBLIC, 401, rate=Rate.SIGN_IN))
async def verify_email(body: MailedTokenGiven, origin: CurrentOrigin, recovery: Recovery) -> None:
    """Confirm an address by the token that was mailed to it, within a day."""
    await recovery.verify_email(body.token, origin=origin)


@router.post("/forgot-password", status_code=202, **rules(Access.PUBLIC, 422, 429, rate=Rate.SIGN_IN))
async def forgot_password(
    body: MailAsked, language: CurrentLanguage, origin: CurrentOrigin, asking: Asking
) -> MailAskedOut:
    """Mail a link by which a new password is set, once, within half an hour. The one before it is good no
    more."""
    seconds = await asking.ask(Purpose.RESET_PASSWORD, body.email, language=language, origin=origin)
    return MailAskedOut(expires_in=seconds)


@router.post("/reset-password", status_code=204, **rules(Access.PUBLIC, 401, 422, rate=Rate.SIGN_IN))
async def reset_password(
    body: PasswordReset, request: Request, caller: CurrentCaller, recovery: Recovery
) -> None:
    """Set a new password by the mailed token. Every device is signed out, every personal access token is
    refused from now on, and a mail says what was done."""
    user_id = await recovery.reset_password(
        body.token, body.new_password, origin=caller.origin, language=caller.language
    )
    request.app.state.doorman.forget_user(user_id)
