import re
from collections.abc import Callable

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Judge, Rule, Seen
from app.domain.documents.content import ContactKind

_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]{2,}")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_FEWEST_LETTERS = 2


def _name(seen: Seen) -> Finding:
    name = seen.content.header.name.text
    letters = sum(map(str.isalpha, name))
    good = letters >= _FEWEST_LETTERS and not any(c.isdigit() or c in "@/|" for c in name)
    return Finding(
        share=float(good),
        evidence="The name stands at the top." if good else "What stands at the top reads as no name.",
        where=("/header/name",),
    )


def _is_email(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text.strip()))


def _is_phone(text: str) -> bool:
    """No letters, which begin words as `call me`; an extension's `x` or `ext.` may stand at its end."""
    number = re.split(r"(?i)\s*(?:ext\.?|x)\s*\d+$", text.strip())[0]
    digits = sum(map(str.isdigit, number))
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not any(map(str.isalpha, number))


def _has(kind: ContactKind, what: str, reads: Callable[[str], object] = str.strip) -> Judge:
    def judge(seen: Seen) -> Finding:
        every = {n: c.text for n, c in enumerate(seen.content.header.contacts) if c.kind is kind}
        good = any(reads(text) for text in every.values())
        unread = "that reads as one" if every else "in the body"
        return Finding(
            share=float(good),
            evidence=f"{len(every)} in the body." if good else f"There is no {what} {unread}.",
            where=tuple(f"/header/contacts/{n}" for n in every),
        )

    return judge


RULES = (
    Rule(
        id="contact-name",
        group=Group.CONTACTS,
        severity=Severity.CRITICAL,
        points=3,
        applies=Applies.BOTH,
        looks_at="The name stands at the top, by itself: letters, no digits, no address.",
        fix="Write the name alone on the first line.",
        judge=_name,
    ),
    Rule(
        id="contact-email",
        group=Group.CONTACTS,
        severity=Severity.CRITICAL,
        points=7,
        applies=Applies.BOTH,
        looks_at="An e-mail address stands in the body, in full.",
        fix="Add an e-mail address.",
        judge=_has(ContactKind.EMAIL, "e-mail address", _is_email),
    ),
    Rule(
        id="contact-phone",
        group=Group.CONTACTS,
        severity=Severity.MAJOR,
        points=4,
        applies=Applies.BOTH,
        looks_at="A telephone number of 7 to 15 digits stands in the body.",
        fix="Add a telephone number.",
        judge=_has(ContactKind.PHONE, "telephone number", _is_phone),
    ),
    Rule(
        id="contact-place",
        group=Group.CONTACTS,
        severity=Severity.MINOR,
        points=2,
        applies=Applies.BOTH,
        looks_at="A place stands in the body, for systems that filter by distance.",
        fix="Add a place.",
        judge=_has(ContactKind.LOCATION, "place"),
    ),
    Rule(
        id="contact-link",
        group=Group.CONTACTS,
        severity=Severity.MINOR,
        points=2,
        applies=Applies.BOTH,
        looks_at="A link stands in the body: a profile, a portfolio, a page of one's own.",
        fix="Add a link.",
        judge=_has(ContactKind.LINK, "link"),
    ),
)
