"""Who carries mail, and what it says."""

from contextlib import AsyncExitStack

from app.domain.mail.ports import IMailer, Mail, MailNotConfigured
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.console import ConsoleMailer
from app.infrastructure.mail.sendgrid import SendGridMailer
from app.infrastructure.mail.smtp import Relay, SmtpMailer
from app.settings import CONSOLE, PREFIX, SENDGRID, Settings, SettingsRefused


class NoMailer(IMailer):
    """Nothing is ordered from it: the routes say so before."""

    async def send(self, mail: Mail) -> None:
        raise MailNotConfigured("This server is not set up to send mail.")


async def mailer_for(settings: Settings, closing: AsyncExitStack) -> IMailer:
    sender, seconds = Sender.parse(settings.mail_from), settings.mail_seconds
    url = settings.mail_transport
    if not url:
        return NoMailer()
    if url == CONSOLE:
        return ConsoleMailer(sender=sender)
    if url == SENDGRID:
        key = settings.sendgrid_key.get_secret_value()
        mailer = SendGridMailer(key=key, sender=sender, seconds=seconds, api=settings.sendgrid_url)
        return await closing.enter_async_context(mailer)
    try:
        relay = Relay.parse(url)
    except ValueError as error:
        raise SettingsRefused(f"{PREFIX}MAIL_URL: {error}") from None
    return SmtpMailer(relay, sender=sender, seconds=seconds)
