import asyncio
import re
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

import httpx2

from app.domain.mail.ports import IMailer, Mail, MailRefused, MailUnavailable, MailUncertain
from app.infrastructure.mail.addresses import Sender, recipient
from app.infrastructure.mail.message import message_id

API = "https://api.sendgrid.com"
SURELY_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
NOT_A_LINE = re.compile(r"[\r\n\0]")
FOR_GOOD = {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}
OFF: dict[str, Any] = {"enable": False}


class SendGridMailer(IMailer):
    """SendGrid's v3 `mail/send`."""

    def __init__(self, *, key: str, sender: Sender, seconds: float, api: str = API) -> None:
        self._client = httpx2.AsyncClient(
            base_url=api,
            headers={"Authorization": f"Bearer {key}"},
            timeout=seconds,
            trust_env=False,
            follow_redirects=False,
        )
        self._sender = sender
        self._seconds = seconds

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def send(self, mail: Mail) -> None:
        body = self._body(mail)
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._client.post("/v3/mail/send", json=body)
        except SURELY_NOT_SENT as error:
            raise MailUnavailable(f"SendGrid cannot be reached ({type(error).__name__}).") from None
        except (httpx2.TransportError, TimeoutError):
            raise MailUncertain("SendGrid did not say whether it took the mail.") from None
        if answer.status_code in FOR_GOOD:
            raise MailRefused(f"SendGrid refused it: {answer.status_code}.")
        if answer.status_code >= 500 and answer.status_code != 503:
            raise MailUncertain(f"SendGrid failed over it: {answer.status_code}.")
        if not answer.is_success:
            raise MailUnavailable(f"SendGrid cannot take mail now: {answer.status_code}.")

    def _body(self, mail: Mail) -> dict[str, Any]:
        if NOT_A_LINE.search(mail.subject):
            raise MailRefused("A header of the mail is not one line.")
        sender = {"email": self._sender.address} | ({"name": self._sender.name} if self._sender.name else {})
        return {
            "personalizations": [{"to": [{"email": recipient(mail.to)}]}],
            "from": sender,
            "subject": mail.subject,
            "content": [
                {"type": "text/plain", "value": mail.text},
                {"type": "text/html", "value": mail.html},
            ],
            "headers": {"Message-ID": message_id(mail, self._sender), "Auto-Submitted": "auto-generated"},
            "custom_args": {"mail_id": mail.id},
            # A link that is a key is nobody's to rewrite, or to follow before its owner does.
            "tracking_settings": {
                "click_tracking": OFF | {"enable_text": False},
                "open_tracking": OFF,
                "subscription_tracking": OFF,
            },
        }
