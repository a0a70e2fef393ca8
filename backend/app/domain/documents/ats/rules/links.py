import re
from urllib.parse import urlsplit

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen, Spot, all_but
from app.domain.documents.content import Contact, ContactKind

_SHORTENERS = frozenset(
    ["bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "lnkd.in", "buff.ly", "is.gd", "cutt.ly", "rb.gy"]
)
_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|trk|mc_cid)=", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def _shown(seen: Seen) -> Finding | None:
    links = _links(seen)
    hidden = [Spot(pointer, c.text) for pointer, c in links if not _HOST.match(c.text.strip())]
    return all_but(hidden, len(links), "links show their address")


def _honest(seen: Seen) -> Finding | None:
    both = [(p, c) for p, c in _links(seen) if c.url and _HOST.match(c.text.strip())]
    other = [Spot(p, f"{c.text} -> {c.url}") for p, c in both if _host(c.text) != _host(c.url or "")]
    return all_but(other, len(both), "links lead to where they say")


def _lasting(seen: Seen) -> Finding | None:
    urls = [Spot(f"/header/contacts/{n}", c.url) for n, c in enumerate(seen.content.header.contacts) if c.url]
    for s, section in enumerate(seen.content.sections):
        urls += [Spot(f"/sections/{s}/entries/{n}", e.url) for n, e in enumerate(section.entries) if e.url]
    return all_but([spot for spot in urls if not _is_lasting(spot.text)], len(urls), "addresses are plain")


def _is_lasting(url: str) -> bool:
    scheme = url.partition(":")[0].lower()
    return scheme in _SCHEMES and _host(url) not in _SHORTENERS and not _TRACKING.search(url)


def _links(seen: Seen) -> list[tuple[str, Contact]]:
    contacts = enumerate(seen.content.header.contacts)
    return [(f"/header/contacts/{n}", c) for n, c in contacts if c.kind is ContactKind.LINK]


def _host(address: str) -> str:
    found = _HOST.match(address.strip())
    host = found[1] if found else address
    return (urlsplit(f"//{host}").hostname or "").removeprefix("www.")


RULES = (
    Rule(
        id="link-shown",
        group=Group.LINKS,
        severity=Severity.MAJOR,
        points=2,
        applies=Applies.BOTH,
        looks_at="A link shows its address: systems keep the text of a link and drop what lies beneath it.",
        fix="Write the address itself, as example.com/ada.",
        judge=_shown,
    ),
    Rule(
        id="link-honest",
        group=Group.LINKS,
        severity=Severity.MAJOR,
        points=2,
        applies=Applies.BOTH,
        looks_at="A link leads to the host that it shows; scanners of mail throw out what does not.",
        fix="Show the address that the link leads to.",
        judge=_honest,
    ),
    Rule(
        id="link-lasting",
        group=Group.LINKS,
        severity=Severity.MINOR,
        points=1,
        applies=Applies.BOTH,
        looks_at="Links open a page, a mail or a call; none goes through a shortener or is tracked.",
        fix="Give the page's own address, without what follows a question mark.",
        judge=_lasting,
    ),
)
