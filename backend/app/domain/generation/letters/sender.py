"""Who a letter comes from: the job profile's contact block where it is filled, else the master profile."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.documents.content import Contact, ContactKind, Header, Line, Source, SourceKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.composing.header import header_of
from app.domain.generation.composing.writing import clean, web_address
from app.domain.profile.job_profile import ContactBlock
from app.domain.profile.model import Profile


def letter_header(profile: Profile, analysis: JobAnalysis, sender: ContactBlock | None) -> Header:
    """Without a headline: what somebody is, the letter says."""
    own = replace(header_of(profile, analysis), headline=None)
    if sender is None:
        return own
    name = _line(sender, "full_name", sender.full_name) if sender.full_name else own.name
    given = tuple(_contacts(sender))
    kinds = {contact.kind for contact in given}
    kept = tuple(contact for contact in own.contacts if contact.kind not in kinds)
    order = list(ContactKind)
    contacts = sorted((*given, *kept), key=lambda contact: order.index(contact.kind))
    return replace(own, name=name, contacts=tuple(contacts))


def _contacts(sender: ContactBlock) -> Iterator[Contact]:
    if sender.email:
        yield _contact(sender, ContactKind.EMAIL, "email", sender.email, f"mailto:{sender.email.strip()}")
    if sender.phone:
        number = "".join(char for char in sender.phone if char in "+0123456789")
        yield _contact(sender, ContactKind.PHONE, "phone", sender.phone, f"tel:{number}")
    for n, part in enumerate(sender.address):
        yield _contact(sender, ContactKind.LOCATION, f"address.{n}", part, None)
    if sender.location:
        yield _contact(sender, ContactKind.LOCATION, "location", sender.location, None)
    links = [
        ("website", sender.website or ""),
        *((f"links.{n}", link) for n, link in enumerate(sender.links)),
    ]
    for field, address in links:
        if address:
            yield _contact(sender, ContactKind.LINK, field, _shown(address), web_address(address))


def _contact(sender: ContactBlock, kind: ContactKind, field: str, text: str, url: str | None) -> Contact:
    return Contact(kind, clean(text), url, _line(sender, field, text).sources)


def _line(sender: ContactBlock, field: str, text: str) -> Line:
    return Line(clean(text), (Source(SourceKind.JOB_PROFILE, sender.id, field),))


def _shown(address: str) -> str:
    return clean(address).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
