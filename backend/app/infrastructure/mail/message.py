from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from app.domain.mail.ports import Mail, MailRefused
from app.infrastructure.mail.addresses import Sender, recipient


def message_id(mail: Mail, sender: Sender) -> str:
    """The same for the same mail: a mailbox that gets it twice can tell."""
    return f"<{mail.id}@{sender.domain}>"


def message_of(mail: Mail, sender: Sender) -> EmailMessage:
    """Text and HTML, in one message. Raises MailRefused: a line break makes no second header."""
    to = recipient(mail.to)
    message = EmailMessage(policy=SMTP if to.isascii() else SMTPUTF8)
    try:
        message["Message-ID"] = message_id(mail, sender)
        message["Date"] = datetime.now(UTC)
        message["From"] = sender.header
        name, _, domain = to.rpartition("@")
        message["To"] = Address(username=name, domain=domain)
        message["Subject"] = mail.subject
    except (ValueError, IndexError):
        raise MailRefused("A header of the mail is not one line.") from None
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message
