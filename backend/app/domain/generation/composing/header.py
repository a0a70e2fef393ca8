from collections.abc import Collection, Iterator

from app.domain.documents.content import Contact, ContactKind, Header, Line, Source, SourceKind
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.composing.writing import clean, line, web_address
from app.domain.profile.model import Experience, Profile
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import content_stems

_KEPT_IN_NUMBER = "+0123456789"


def header_of(profile: Profile, analysis: JobAnalysis, left_out: Collection[ItemId] = ()) -> Header:
    at = ItemId(profile.id)
    return Header(
        name=Line(clean(profile.full_name), (Source(SourceKind.PROFILE, at, "full_name"),)),
        headline=line(SourceKind.PROFILE, at, "headline", profile.headline)
        or _present_title(profile, analysis, left_out),
        contacts=tuple(_contacts(profile)),
    )


def _present_title(profile: Profile, analysis: JobAnalysis, left_out: Collection[ItemId]) -> Line | None:
    """Without a headline, the title that the person holds now and that is closest to the posting's."""
    held = [experience for experience in profile.experiences if experience.is_current]
    held = [experience for experience in held if experience.id not in left_out]
    wanted = frozenset(content_stems(analysis.title))

    def likeness(experience: Experience) -> tuple[int, str]:
        return -len(wanted.intersection(content_stems(experience.title))), experience.title

    closest = min(held, key=likeness, default=None)
    return line(SourceKind.EXPERIENCE, closest.id, "title", closest.title) if closest else None


def _contacts(profile: Profile) -> Iterator[Contact]:
    if profile.email:
        yield _contact(profile, ContactKind.EMAIL, "email", profile.email, f"mailto:{profile.email.strip()}")
    if profile.phone:
        number = "".join(c for c in profile.phone if c in _KEPT_IN_NUMBER)
        yield _contact(profile, ContactKind.PHONE, "phone", profile.phone, f"tel:{number}")
    if profile.location:
        yield _contact(profile, ContactKind.LOCATION, "location", profile.location, None)
    shown: set[str] = set()
    for field, address in _addresses(profile):
        text = _shown(address)
        if text and text not in shown:
            shown.add(text)
            yield _contact(profile, ContactKind.LINK, field, text, web_address(address))


def _addresses(profile: Profile) -> Iterator[tuple[str, str]]:
    for field in ("website", "linkedin", "github"):
        if address := getattr(profile, field):
            yield field, address
    for n, link in enumerate(profile.links):
        yield f"links.{n}", link.url


def _contact(profile: Profile, kind: ContactKind, field: str, text: str, url: str | None) -> Contact:
    return Contact(kind, clean(text), url, (Source(SourceKind.PROFILE, ItemId(profile.id), field),))


def _shown(address: str) -> str:
    """An address without what every address has."""
    return clean(address).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
