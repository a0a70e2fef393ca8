"""Real servers on this machine that take mail, or do not."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "jobwise", "a relay's pass:word"


@dataclass
class Received:
    to: str
    subject: str
    text: str
    html: str
    message_id: str
    headers: dict[str, str]


@dataclass
class Office:
    """What a server has taken, and how it behaves."""

    port: int = 0
    taken: list[Received] = field(default_factory=list)
    manner: str = "takes"
    """Or `refuses`, `is busy`, `forbids`, `hangs`, `hangs up`, `takes and is silent`."""
    connections: int = 0
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    over_tls: list[bool] = field(default_factory=list)


@dataclass
class Certificate:
    file: Path
    key: Path

    def of_server(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context

    def of_client(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.file))


def a_certificate(folder: Path) -> Certificate:
    """Of 127.0.0.1, by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now, here = datetime.now(UTC), x509.IPAddress(IPv4Address("127.0.0.1"))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([here]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = Certificate(folder / "certificate.pem", folder / "key.pem")
    files.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files


class Clerk:
    """Takes mail by SMTP."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        said = {"refuses": f"550 5.1.1 <{address}> no such user", "is busy": f"451 try later, {address}"}
        if answer := said.get(self.office.manner):
            return answer
        if self.office.manner == "hangs":
            await asyncio.sleep(60)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        if self.office.manner == "refuses it":
            return "554 5.7.1 looks like spam"
        assert server.transport is not None
        self.office.over_tls.append(server.transport.get_extra_info("sslcontext") is not None)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        [to] = envelope.rcpt_tos
        self.office.taken.append(_read(message, to))
        if self.office.manner == "takes and is silent":
            await asyncio.sleep(60)
        return "250 OK"

    def authenticate(self, server: SMTP, session: Any, envelope: Any, how: str, data: Any) -> AuthResult:
        self.office.logins.append((data.login, data.password))
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))


def _read(message: EmailMessage, to: str) -> Received:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    headers = {str(name): str(value) for name, value in message.items()}
    return Received(
        to, message["Subject"], plain.get_content(), html.get_content(), message["Message-ID"], headers
    )


@asynccontextmanager
async def smtp_server(
    *, certificate: Certificate | None = None, tls: bool = False, login: bool = False
) -> AsyncIterator[Office]:
    """With a certificate it offers STARTTLS, or speaks TLS from the start."""
    office = Office()
    clerk = Clerk(office)

    def served() -> SMTP:
        office.connections += 1
        with catch_warnings():
            simplefilter("ignore")  # a password without TLS is what some of these are about
            return SMTP(
                clerk,
                hostname="mail.example",
                enable_SMTPUTF8=True,
                tls_context=certificate.of_server() if certificate and not tls else None,
                authenticator=clerk.authenticate if login else None,
                auth_required=login,
                auth_require_tls=certificate is not None and not tls,
            )

    loop = asyncio.get_running_loop()
    context = certificate.of_server() if certificate and tls else None
    server = await loop.create_server(served, "127.0.0.1", 0, ssl=context)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()


STATUS = {"takes": 202, "refuses": 400, "forbids": 401, "is busy": 429, "is down": 503}


@asynccontextmanager
async def sendgrid_server(key: str) -> AsyncIterator[Office]:
    """Answers `POST /v3/mail/send` as SendGrid does."""
    office = Office()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        office.connections += 1
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            names = (line.partition(":") for line in head.splitlines()[1:])
            headers = {name.lower(): value.strip() for name, _, value in names}
            body = json.loads(await reader.readexactly(int(headers["content-length"])))
            status = _judge(office, head, headers, body, key)
            if office.manner in {"hangs", "takes and is silent"}:
                await asyncio.sleep(60)
            if office.manner != "hangs up":
                said = b'{"errors":[{"message":"ada@example.com is not welcome"}]}' if status >= 400 else b""
                writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(said)}\r\n\r\n".encode() + said)
                await writer.drain()
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()


def _judge(office: Office, head: str, headers: dict[str, str], body: dict[str, Any], key: str) -> int:
    if not head.startswith("POST /v3/mail/send HTTP/1.1") or headers["authorization"] != f"Bearer {key}":
        return 401
    status = STATUS.get(office.manner, 202)
    if status == 202 and office.manner != "hangs":
        [person] = body["personalizations"]
        [to] = person["to"]
        plain, html = body["content"]
        assert (plain["type"], html["type"]) == ("text/plain", "text/html")
        named = body["headers"]
        received = Received(
            to["email"], body["subject"], plain["value"], html["value"], named["Message-ID"], named
        )
        office.taken.append(received)
    return status
