import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
)

from app.domain.mail.ports import IMailer, Mail, MailRefused, MailUnavailable, MailUncertain
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.message import message_of


class Safety(Enum):
    """How the connection is kept from other eyes, and the port where that is usual."""

    STARTTLS = ("smtp", 587)
    TLS = ("smtps", 465)
    PLAIN = ("smtp+plain", 25)


SCHEMES = {safety.value[0]: safety for safety in Safety}


@dataclass(frozen=True, slots=True)
class Relay:
    """A server that takes mail from us."""

    host: str
    port: int
    safety: Safety
    user: str = ""
    password: str = ""

    @classmethod
    def parse(cls, url: str) -> "Relay":
        """`smtp://user:password@host:587`. Raises ValueError."""
        parts = urlsplit(url)
        if parts.scheme not in SCHEMES or not parts.hostname or parts.path.strip("/") or parts.query:
            raise ValueError(f"must look like {', '.join(f'{s}://user:password@host:port' for s in SCHEMES)}")
        safety = SCHEMES[parts.scheme]
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, parts.port or safety.value[1], safety, user, password)


class SmtpMailer(IMailer):
    """One connection a mail: they are few, and a kept one is a dead one by the time it is wanted."""

    def __init__(
        self, relay: Relay, *, sender: Sender, seconds: float, trust: ssl.SSLContext | None = None
    ) -> None:
        """`trust`: whose certificates are good, where that is not as usual."""
        self._relay = relay
        self._trust = trust
        self._sender = sender
        self._seconds = seconds

    async def send(self, mail: Mail) -> None:
        message = message_of(mail, self._sender)
        options = [] if (to := str(message["To"])).isascii() else ["SMTPUTF8"]
        handed_over = False
        smtp = self._client()
        try:
            async with asyncio.timeout(self._seconds):
                await smtp.connect()
                await smtp.ehlo()
                if options and not smtp.supports_extension("smtputf8"):
                    raise MailRefused("The mail server takes no such address.")
                encoding = "utf-8" if options else "ascii"
                await smtp.mail(self._sender.address, options=options, encoding=encoding)
                await smtp.rcpt(to, encoding=encoding)
                handed_over = True
                await smtp.data(message.as_bytes())
            await _take_leave(smtp)
        except SMTPResponseException as error:
            if handed_over and error.code < 200:  # no answer that anybody can read
                raise MailUncertain("The mail server did not say whether it took the mail.") from None
            raise _meaning(error) from None  # a server's own words quote the address
        except (SMTPException, OSError, ValueError) as error:  # a TimeoutError is an OSError
            if handed_over:
                raise MailUncertain("The mail server did not say whether it took the mail.") from None
            raise MailUnavailable(f"The mail server cannot be reached ({type(error).__name__}).") from None
        finally:
            smtp.close()

    def _client(self) -> SMTP:
        relay = self._relay
        return SMTP(
            hostname=relay.host,
            port=relay.port,
            username=relay.user or None,
            password=relay.password if relay.user else None,
            use_tls=relay.safety is Safety.TLS,
            start_tls=relay.safety is Safety.STARTTLS,
            tls_context=self._trust,
            local_hostname=self._sender.domain,
            timeout=self._seconds,
        )


async def _take_leave(smtp: SMTP) -> None:
    """The mail is taken, whatever is said now."""
    with suppress(SMTPException, OSError):
        async with asyncio.timeout(1):
            await smtp.quit()


def _meaning(error: SMTPResponseException) -> MailRefused | MailUnavailable:
    """What it refuses for good, but for our own credentials: those are for the host to mend."""
    lasting = error.code >= 500 and not isinstance(error, SMTPAuthenticationError)
    whose = "the address" if isinstance(error, SMTPRecipientRefused) else "it"
    if lasting:
        return MailRefused(f"The mail server refused {whose}: {error.code}.")
    return MailUnavailable(f"The mail server cannot take mail now: {error.code}.")
