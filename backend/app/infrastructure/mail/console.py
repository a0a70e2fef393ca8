import json
import re
import sys
from typing import TextIO

from app.domain.mail.ports import IMailer, Mail
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.message import message_of

CODE = re.compile(r"^[0-9]{8}$", re.MULTILINE)
LINK = re.compile(r"/(verify-email|reset-password)#token=([0-9a-f]+)$", re.MULTILINE)


class ConsoleMailer(IMailer):
    """For a machine of one's own: whoever runs the server reads there what would have been sent, and which
    request it is good for: there may be no web application yet that its links could lead to."""

    def __init__(self, *, sender: Sender, to: TextIO | None = None) -> None:
        self._sender = sender
        self._to = to

    async def send(self, mail: Mail) -> None:
        message_of(mail, self._sender)  # what could not be sent is not shown either
        shown = f"To: {mail.to}\nSubject: {mail.subject}\n\n{mail.text.strip()}{_request(mail)}"
        (self._to or sys.stderr).write(f"--- mail ---\n{shown}\n--- end of mail ---\n")


def _request(mail: Mail) -> str:
    """That takes the code or the token of this mail."""
    if link := LINK.search(mail.text):
        page, token = link.groups()
        body = {"token": token} | ({"new_password": "..."} if page == "reset-password" else {})
    elif code := CODE.search(mail.text):
        page, body = "verify-otp", {"email": mail.to, "otp": code[0]}
    else:
        return ""
    return (
        "\n\nWithout a web application, at /docs or by curl:\n"
        f"POST /api/v1/auth/{page} {json.dumps(body, ensure_ascii=False)}"
    )
