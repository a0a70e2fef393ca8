"""Who the person is: JSON Resume's `basics`."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.profile.json_resume.records import Record
from app.domain.profile.model import Link
from app.domain.profile.wording import LINE, is_email

MOST_LINKS = 50
NETWORKS = {"linkedin": "https://www.linkedin.com/in/", "github": "https://github.com/"}
"""Those with a field of their own, and how a name there becomes an address."""
PLACE_PARTS = ("city", "region", "countryCode")
_LONGEST_PICTURE = 2_000


def read_basics(root: Record) -> dict[str, Any]:
    """Every field of a profile that is not a component."""
    basics = root.record_of(root.take("basics"), "basics") or Record({}, "/basics", root.findings)
    custom: dict[str, Any] = {}
    said = {
        "full_name": basics.line("name") or _full_name(basics),
        "headline": basics.line("label", "headline", "title"),
        "phone": basics.number_or_line("phone"),
        "email": _email(basics),
        "website": basics.address("url", "website"),
        "professional_summary": basics.prose("summary"),
        "location": _location(basics, custom),
        **_profiles(basics),
    }
    _picture(basics, custom)
    basics.finish()
    return said | {"custom_fields": custom}


def place(location: Mapping[str, Any]) -> str:
    """`Lyon, Rhône, FR`."""
    parts = (location.get(part) for part in PLACE_PARTS)
    return ", ".join(" ".join(part.split()) for part in parts if isinstance(part, str) and part.strip())


def _full_name(basics: Record) -> str:
    parts = (basics.line("firstName"), basics.line("lastName"))
    name = " ".join(part for part in parts if part)
    told = {"", basics.at, basics.pointer("name")}
    if not name and not any(flaw.field in told for flaw in basics.findings.flaws):
        basics.findings.flaw(basics.pointer("name"), "missing", "A resume needs the person's name.")
    return name


def _email(basics: Record) -> str | None:
    email = basics.line("email")
    if email and not is_email(email):
        basics.findings.leave(basics.pointer("email"), "It is not an e-mail address.", email)
        return None
    return email


def _location(basics: Record, custom: dict[str, Any]) -> str | None:
    """A line to show; the object itself is kept when it says more than that."""
    value = basics.take("location")
    if isinstance(value, str):
        return basics.findings.text(value, basics.pointer("location"), LINE) or None
    record = basics.record_of(value, "location")
    if record is None:
        return None
    for part in (*PLACE_PARTS, "address", "postalCode"):
        record.line(part)
    if kept := basics.json("location"):
        shown = place(kept)
        if {name for name, said in kept.items() if said} - {"city"}:
            custom["location"] = kept
        return basics.findings.text(shown, basics.pointer("location"), LINE) or None
    return None


def _picture(basics: Record, custom: dict[str, Any]) -> None:
    image = basics.json("image") or basics.json("picture")
    if isinstance(image, str) and len(image) <= _LONGEST_PICTURE and not image.startswith("data:"):
        custom["image"] = image
    elif isinstance(image, str):
        basics.leave("image", "Pictures are not kept, only their addresses.")
        basics.leave("picture", "Pictures are not kept, only their addresses.")
    elif image is not None:
        basics.findings.wrong_type(basics.pointer("image"), image, "text")


def _profiles(basics: Record) -> dict[str, Any]:
    said: dict[str, Any] = {}
    links: list[Link] = []
    for label, url in _addresses(basics):
        if label.casefold() in NETWORKS and label.casefold() not in said:
            said[label.casefold()] = url
        else:
            links.append(Link(label, url))
    return said | {"links": tuple(links)}


def _addresses(basics: Record) -> Iterator[tuple[str, str]]:
    for profile in basics.records("profiles", most=MOST_LINKS):
        network, username = profile.line("network"), profile.line("username")
        url = profile.address("url")
        if url is None and username and network and network.casefold() in NETWORKS:
            url = NETWORKS[network.casefold()] + username.removeprefix("@")
        if url is None:
            profile.leave("network", "It has no web address.")
            profile.leave("username", "It has no web address.")
            continue
        if username and username != tail(url):
            profile.leave("username", "Only the web address is kept.")
        yield network or "Website", url


def tail(url: str) -> str:
    """The last step of a web address: there the user's name stands."""
    _, _, path = url.partition("://")[2].partition("/") if "://" in url else url.partition("/")
    return path.rstrip("/").rpartition("/")[2]
