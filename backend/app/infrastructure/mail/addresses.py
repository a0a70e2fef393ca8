"""Addresses as mail servers take them."""

from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import parseaddr

from email_validator import EmailNotValidError, validate_email

from app.domain.mail.ports import MailRefused


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom mails come from."""

    name: str
    address: str

    @classmethod
    def parse(cls, text: str) -> "Sender":
        """`JobWise <mail@example.com>`, or the address alone. Raises ValueError."""
        name, address = parseaddr(text)
        local, _, domain = address.rpartition("@")
        if not local or not domain or not text.isprintable():
            raise ValueError("must be an e-mail address, such as JobWise <mail@example.com>")
        return cls(name, f"{local}@{domain.encode('idna').decode()}")

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    @property
    def header(self) -> Address:
        local, _, domain = self.address.rpartition("@")
        return Address(self.name, local, domain)


def on_the_wire(address: str) -> str:
    """With its domain in ASCII. Raises ValueError for what is no address."""
    try:
        found = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError("is no e-mail address") from error
    return found.ascii_email or f"{found.local_part}@{found.ascii_domain}"


def recipient(address: str) -> str:
    """Raises MailRefused."""
    try:
        return on_the_wire(address)
    except ValueError:
        raise MailRefused("The address is none that mail can be sent to.") from None
