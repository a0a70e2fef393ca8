import sys
from typing import TextIO

from app.domain.mail.ports import IMailer, Mail
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.message import message_of


class ConsoleMailer(IMailer):
    """For a machine of one's own: whoever runs the server reads there what would have been sent."""

    def __init__(self, *, sender: Sender, to: TextIO | None = None) -> None:
        self._sender = sender
        self._to = to

    async def send(self, mail: Mail) -> None:
        message_of(mail, self._sender)  # what could not be sent is not shown either
        shown = f"To: {mail.to}\nSubject: {mail.subject}\n\n{mail.text.strip()}"
        (self._to or sys.stderr).write(f"--- mail ---\n{shown}\n--- end of mail ---\n")
