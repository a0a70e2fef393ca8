"""Somebody who carries mail, and keeps it."""

import asyncio
import re
from dataclasses import dataclass, field

from app.domain.mail.ports import IMailer, Mail, MailRefused
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.message import message_of

SENDER = Sender.parse("JobWise <mail@jobwise.example>")
CODE = re.compile(r"^[0-9]{8}$", re.MULTILINE)
TOKEN = re.compile(r"#token=([0-9a-f]+)$", re.MULTILINE)


@dataclass
class MemoryMailer(IMailer):
    sent: list[Mail] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)
    """What goes wrong at the next tries, one after the other."""
    refused: set[str] = field(default_factory=set)

    async def send(self, mail: Mail) -> None:
        message_of(mail, SENDER)
        if self.trouble:
            raise self.trouble.pop(0)
        if mail.to in self.refused:
            raise MailRefused("Nobody of that name.")
        self.sent.append(mail)

    def to(self, address: str, purpose: str = "") -> list[Mail]:
        return [mail for mail in self.sent if mail.to == address and mail.id.startswith(purpose)]

    async def next(self, address: str, purpose: str = "", *, after: int = 0) -> Mail:
        """The mail that comes when there were so many."""
        async with asyncio.timeout(10):
            while len(found := self.to(address, purpose)) <= after:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return found[after]


def code_in(mail: Mail) -> str:
    [code] = CODE.findall(mail.text)
    return str(code)


def token_in(mail: Mail) -> str:
    [token] = TOKEN.findall(mail.text)
    return str(token)
