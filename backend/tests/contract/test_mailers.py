"""What every IMailer promises, whoever carries the mail."""

import asyncio
import io
import json
import logging
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from app.domain.identity.challenges import Purpose
from app.domain.identity.notices import NoticeKind
from app.domain.mail.ports import IMailer, Language, Mail, MailRefused, MailUnavailable, MailUncertain
from app.infrastructure.mail.addresses import Sender
from app.infrastructure.mail.console import ConsoleMailer
from app.infrastructure.mail.letters import TEMPLATES, JinjaLetters
from app.infrastructure.mail.sendgrid import SendGridMailer
from app.infrastructure.mail.smtp import Relay, SmtpMailer
from app.settings import Settings
from tests.fakes.mail import SENDER, MemoryMailer
from tests.mail_servers import (
    PASSWORD,
    USER,
    Certificate,
    Office,
    a_certificate,
    sendgrid_server,
    smtp_server,
)
from tests.survival.processes import free_port

KEY = "SG.a-key-of-these-tests"
SECONDS = 1.0
OPENAPI = Path(__file__).parents[3] / "docs/openapi.json"
SMTP_KINDS = ("smtp", "smtps", "smtp+plain")


def a_mail(to: str = "ada@example.com", **about: str) -> Mail:
    facts = {
        "id": "sign_in.0123456789abcdef",
        "subject": "Ihr Anmeldecode für JobWise",
        "text": "Grüße,\n\n04711833\n\n.\nA line that begins with a dot.\n",
        "html": "<p>Gr&uuml;&szlig;e <b>04711833</b></p>",
    }
    return Mail(to=to, **facts | about)


@dataclass
class Carrier:
    kind: str
    mailer: IMailer
    office: Office


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return a_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(params=[*SMTP_KINDS, "sendgrid"])
async def carrier(request: pytest.FixtureRequest, certificate: Certificate) -> AsyncIterator[Carrier]:
    """Over a network."""
    async with AsyncExitStack() as closing:
        if request.param == "sendgrid":
            office = await closing.enter_async_context(sendgrid_server(KEY))
            api = f"http://127.0.0.1:{office.port}"
            made = SendGridMailer(key=KEY, sender=SENDER, seconds=SECONDS, api=api)
            yield Carrier("sendgrid", await closing.enter_async_context(made), office)
            return
        safe = None if request.param == "smtp+plain" else certificate
        opened = smtp_server(certificate=safe, tls=request.param == "smtps", login=True)
        office = await closing.enter_async_context(opened)
        yield Carrier(request.param, relayed(request.param, office.port, certificate.of_client()), office)


def relayed(
    kind: str, port: int, trust: ssl.SSLContext | None, password: str = "a%20relay%27s%20pass%3Aword"
) -> SmtpMailer:
    relay = Relay.parse(f"{kind}://{USER}:{password}@127.0.0.1:{port}")
    return SmtpMailer(relay, sender=SENDER, seconds=SECONDS, trust=trust)


async def test_a_mail_arrives_whole_as_text_and_as_html(carrier: Carrier) -> None:
    mail = a_mail()

    await carrier.mailer.send(mail)

    [got] = carrier.office.taken
    assert (got.to, got.subject) == (mail.to, mail.subject)
    assert got.text.replace("\r\n", "\n") == mail.text
    assert got.html.replace("\r\n", "\n").rstrip("\n") == mail.html
    assert got.message_id == f"<{mail.id}@jobwise.example>"
    assert got.headers["Auto-Submitted"] == "auto-generated"
    if carrier.kind != "sendgrid":
        assert carrier.office.logins == [(USER.encode(), PASSWORD.encode())]
        assert carrier.office.over_tls == [carrier.kind != "smtp+plain"]


async def test_the_same_mail_has_the_same_name(carrier: Carrier) -> None:
    for _ in range(2):
        await carrier.mailer.send(a_mail())

    assert len({got.message_id for got in carrier.office.taken}) == 1


@pytest.mark.parametrize(
    ("manner", "meant"),
    [
        ("refuses", MailRefused),
        ("is busy", MailUnavailable),
        ("takes and is silent", MailUncertain),
    ],
)
async def test_what_the_other_side_says_is_told_without_anybodys_address(
    carrier: Carrier, manner: str, meant: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    carrier.office.manner = manner

    with caplog.at_level(logging.INFO), pytest.raises(meant) as told:
        async with asyncio.timeout(SECONDS * 4):
            await carrier.mailer.send(a_mail())

    assert "ada" not in str(told.value)
    assert told.value.__context__ is None or told.value.__suppress_context__
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]
    assert "ada" not in "".join(ours)
    assert len(carrier.office.taken) == (meant is MailUncertain)


async def test_where_nobody_listens_it_was_surely_not_taken(certificate: Certificate) -> None:
    port = free_port()
    async with SendGridMailer(
        key=KEY, sender=SENDER, seconds=SECONDS, api=f"http://127.0.0.1:{port}"
    ) as sendgrid:
        for mailer in (*(relayed(kind, port, certificate.of_client()) for kind in SMTP_KINDS), sendgrid):
            with pytest.raises(MailUnavailable):
                await mailer.send(a_mail())


@pytest.mark.parametrize("to", ["a@example.com\r\nBcc: b@example.com", "nobody", "", "a b@example.com"])
async def test_what_is_no_address_gets_nothing(carrier: Carrier, to: str) -> None:
    with pytest.raises(MailRefused):
        await carrier.mailer.send(a_mail(to))

    assert carrier.office.connections == 0


@pytest.mark.parametrize("breaking", ["\r\nBcc: b@example.com", "\nX: y", "\rX: y"])
async def test_a_line_break_makes_no_header(carrier: Carrier, breaking: str) -> None:
    with pytest.raises(MailRefused):
        await carrier.mailer.send(a_mail(subject=f"Hello{breaking}"))

    assert carrier.office.taken == []


async def test_a_domain_of_other_letters_goes_as_ascii(carrier: Carrier) -> None:
    await carrier.mailer.send(a_mail("ada@bücher.example"))

    assert carrier.office.taken[0].to == "ada@xn--bcher-kva.example"


async def test_a_name_of_other_letters_goes_where_it_is_taken(carrier: Carrier) -> None:
    await carrier.mailer.send(a_mail("ädä@bücher.example"))

    assert carrier.office.taken[0].to == "ädä@xn--bcher-kva.example"


async def test_some_at_once_all_arrive(carrier: Carrier) -> None:
    async with asyncio.TaskGroup() as group:
        for n in range(5):
            group.create_task(carrier.mailer.send(a_mail(f"a{n}@example.com")))

    assert len({got.to for got in carrier.office.taken}) == 5


@pytest.mark.parametrize(("manner", "meant"), [("hangs", MailUnavailable), ("refuses it", MailRefused)])
async def test_a_server_that_hangs_before_the_mail_or_refuses_the_mail_has_not_taken_it(
    certificate: Certificate, manner: str, meant: type[Exception]
) -> None:
    async with smtp_server() as office:
        office.manner = manner
        relay = Relay.parse(f"smtp+plain://127.0.0.1:{office.port}")
        mailer = SmtpMailer(relay, sender=SENDER, seconds=SECONDS)
        with pytest.raises(meant):
            await mailer.send(a_mail())

    assert office.taken == []


@pytest.mark.parametrize("lack", ["a certificate that we know", "STARTTLS", "the password"])
async def test_what_is_not_safe_sends_nothing(certificate: Certificate, lack: str) -> None:
    offered = None if "STARTTLS" in lack else certificate
    async with smtp_server(certificate=offered, login=True) as office:
        trust = None if "certificate" in lack else certificate.of_client()
        wrong = "wrong" if "password" in lack else "right"
        with pytest.raises(MailUnavailable):
            await relayed("smtp", office.port, trust, wrong).send(a_mail())

    assert office.taken == []
    assert office.logins == ([(USER.encode(), b"wrong")] if "password" in lack else [])


@pytest.mark.parametrize(
    ("manner", "meant"),
    [
        ("forbids", MailUnavailable),
        ("is down", MailUnavailable),
        ("hangs", MailUncertain),
        ("hangs up", MailUncertain),
    ],
)
async def test_sendgrid_in_a_bad_way(manner: str, meant: type[Exception]) -> None:
    async with sendgrid_server(KEY) as office:
        office.manner = manner
        api = f"http://127.0.0.1:{office.port}"
        async with SendGridMailer(key=KEY, sender=SENDER, seconds=SECONDS, api=api) as mailer:
            with pytest.raises(meant):
                await mailer.send(a_mail())


async def test_a_key_that_is_not_ours_sends_nothing() -> None:
    async with sendgrid_server(KEY) as office:
        api = f"http://127.0.0.1:{office.port}"
        async with SendGridMailer(key="SG.other", sender=SENDER, seconds=SECONDS, api=api) as mailer:
            with pytest.raises(MailUnavailable, match="401"):
                await mailer.send(a_mail())

    assert office.taken == []


@pytest.mark.parametrize("kind", ["memory", "console"])
async def test_who_carries_nothing_away_refuses_the_same(kind: str) -> None:
    shown = io.StringIO()
    makers: dict[str, Callable[[], IMailer]] = {
        "memory": MemoryMailer,
        "console": partial(ConsoleMailer, sender=SENDER, to=shown),
    }
    mailer = makers[kind]()

    await mailer.send(a_mail())
    for wrong in (a_mail("a@example.com\r\nBcc: b@example.com"), a_mail(subject="Hello\r\nX: y")):
        with pytest.raises(MailRefused):
            await mailer.send(wrong)

    if isinstance(mailer, MemoryMailer):
        assert len(mailer.sent) == 1
    else:
        assert shown.getvalue().count("--- mail ---") == 1
        assert "04711833" in shown.getvalue()


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("language", Language)
async def test_what_the_terminal_shows_can_be_sent_where_there_is_no_web_page(
    purpose: Purpose, language: Language
) -> None:
    """Its links lead to a web application, which nobody has who has just begun."""
    secret = "04711833" if purpose is Purpose.SIGN_IN else "0123456789abcdef" * 4 + "01234567"
    wording = JinjaLetters(public_url="http://127.0.0.1:8000").write(
        purpose, language, secret=secret, good_for=timedelta(minutes=10)
    )
    shown = io.StringIO()

    mail = a_mail(subject=wording.subject, text=wording.text, html=wording.html)
    await ConsoleMailer(sender=SENDER, to=shown).send(mail)

    [request] = [line for line in shown.getvalue().splitlines() if line.startswith("POST ")]
    _, path, said = request.split(" ", 2)
    assert secret in json.loads(said).values()
    route = json.loads(OPENAPI.read_text())["paths"][path]["post"]
    name = route["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    fields = json.loads(OPENAPI.read_text())["components"]["schemas"][name]["required"]
    assert set(json.loads(said)) == set(fields)


async def test_a_mail_that_opens_nothing_asks_for_no_request() -> None:
    shown = io.StringIO()

    await ConsoleMailer(sender=SENDER, to=shown).send(a_mail(text="Your password was changed.\n"))

    assert "POST" not in shown.getvalue()


@pytest.mark.parametrize(
    "url",
    ["smtp://", "http://host", "smtp://host/path", "smtp://host?x=1", "mail.example.com:25", "smtp://h:x"],
)
def test_what_is_no_relay_is_refused(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Relay.parse(url)


def test_a_relay_has_the_usual_port() -> None:
    assert [Relay.parse(f"{kind}://mail.example.com").port for kind in SMTP_KINDS] == [587, 465, 25]


def test_templates_are_beside_the_code() -> None:
    found = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file()}

    assert found == {
        "layout.html",
        *(f"{each}/{what}.txt" for each in Language for what in (*Purpose, *NoticeKind)),
    }


@pytest.mark.parametrize(
    ("said", "address"),
    [
        (Settings.model_fields["mail_from"].default, "jobwise@localhost"),
        ("mail@bücher.example", "mail@xn--bcher-kva.example"),
        ('"Job, Wise" <mail@example.com>', "mail@example.com"),
    ],
)
async def test_a_sender_is_taken_as_the_host_says(said: str, address: str) -> None:
    async with smtp_server() as office:
        relay = Relay.parse(f"smtp+plain://127.0.0.1:{office.port}")
        await SmtpMailer(relay, sender=Sender.parse(said), seconds=SECONDS).send(a_mail())

    [got] = office.taken
    assert address in got.headers["From"]


@pytest.mark.parametrize("said", ["", "JobWise", "mail@", "@example.com", "a@example.com\r\nBcc: b@c.de"])
def test_what_is_no_sender_is_refused(said: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Sender.parse(said)
