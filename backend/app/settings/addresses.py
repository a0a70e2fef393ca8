"""Addresses among the settings: what each may begin with, and how it is to look."""

import re
from typing import Annotated

from pydantic import AfterValidator, SecretStr, StringConstraints

CONSOLE, SENDGRID = "console", "sendgrid"
_MAIL = ("smtp://", "smtps://", "smtp+plain://")
_MAILBOX = r"[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+"
_WEB = r"https?://[^/\s?#]+(/[^\s?#]*)?"
_SAFE = r"(https://[^/\s]+/\S*|http://(127\.0\.0\.1|localhost)(:\d+)?/\S*)?"
_NEAR = r"localhost|[\w-]+|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}"
_PROVIDER = rf"(https://[^/\s]+(/\S*)?|http://({_NEAR})(:\d+)?(/\S*)?)?"


def _begins(*beginnings: str) -> AfterValidator:
    """What is left empty is not said."""

    def check(url: str) -> str:
        if url and not url.startswith(beginnings):
            raise ValueError(f"must begin with {' or '.join(beginnings)}")
        return url

    return AfterValidator(check)


def _looks(pattern: str, complaint: str) -> AfterValidator:
    def check(given: str) -> str:
        if not re.fullmatch(pattern, given):
            raise ValueError(complaint)
        return given

    return AfterValidator(check)


def _mailer(url: SecretStr) -> SecretStr:
    said = url.get_secret_value()
    if said and said not in {CONSOLE, SENDGRID} and not said.startswith(_MAIL):
        raise ValueError(f"must be {CONSOLE}, {SENDGRID}, or begin with {', '.join(_MAIL)}")
    return url


DatabaseUrl = Annotated[str, _begins("sqlite+aiosqlite:///", "postgresql+asyncpg://")]
StorageUrl = Annotated[str, _begins("s3://", "gs://", "az://", "file:///")]
Endpoint = Annotated[str, _begins("http://", "https://")]
RedisUrl = Annotated[str, _begins("redis://", "rediss://", "unix://")]
MailUrl = Annotated[SecretStr, AfterValidator(_mailer)]
Mailbox = Annotated[str, _looks(_MAILBOX, "must look like JobWise <mail@example.com>")]
WebAddress = Annotated[str, _looks(_WEB, "must be an address that begins with http:// or https://")]
SafeUrl = Annotated[str, _looks(_SAFE, "must begin with https://")]
"""Encrypted, or on this machine."""
ProviderUrl = Annotated[
    str, _looks(_PROVIDER, "must begin with https://, or be on this machine or in its own network")
]
"""It gets a key and careers: encrypted, or to a machine that has no name on the net."""
WebOrigin = Annotated[str, StringConstraints(pattern=r"^(\*|https?://[^/\s]+)$")]
ReturnAddress = Annotated[
    str,
    StringConstraints(max_length=500, pattern=r"^(https?://[^/\s\\#@]+/[^\s\\#]*|/([^/\s\\#][^\s\\#]*)?)$"),
]
