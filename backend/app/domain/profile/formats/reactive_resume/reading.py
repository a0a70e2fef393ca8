"""Reactive Resume's own files, versions 3, 4 and 5: they differ in names, hardly in what they say."""

from collections.abc import Mapping
from typing import Any

from app.domain.profile.formats.draft import MOST_ROWS, Draft
from app.domain.profile.formats.markup import told_in
from app.domain.profile.formats.reactive_resume.entries import PARTS, joined, not_looks, read_account, site_of
from app.domain.profile.json_resume.basics import place
from app.domain.profile.json_resume.reading import Reading
from app.domain.profile.json_resume.records import Record
from app.domain.profile.wording import LINE, is_email

_ABOUT_THE_FILE = ("metadata", "public", "workStatus", "picture", "title", "slug")
_ONLY_SHOWN = "It says how the file looks, not who the person is."


def inner_of(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The resume itself, which some exports wrap in `data`; None when it is no such file."""
    for each in (document, document.get("data")):
        if isinstance(each, Mapping) and isinstance(each.get("sections"), Mapping) and "basics" in each:
            return each
    return None


def read_reactive_resume(document: Mapping[str, Any]) -> Reading:
    data = inner_of(document) or document
    draft = Draft()
    root = Record(data, "" if data is document else "/data", draft.findings)
    _basics(root, draft)
    if sections := root.record_of(root.take("sections"), "sections"):
        _sections(sections, draft)
    for section in root.records("customSections", most=MOST_ROWS):
        _custom(section, draft)
    for name in _ABOUT_THE_FILE:
        root.leave(name, _ONLY_SHOWN)
    root.finish("Reactive Resume knows no such part.")
    return draft.reading()


def _basics(root: Record, draft: Draft) -> None:
    basics = root.record_of(root.take("basics"), "basics") or Record({}, "/basics", draft.findings)
    draft.said |= {
        "full_name": basics.line("name"),
        "headline": basics.line("headline"),
        "phone": basics.line("phone"),
        "location": _location(basics),
        "website": site_of(basics),
    }
    email = basics.line("email")
    if email and is_email(email):
        draft.said["email"] = email
    elif email:
        draft.findings.leave(basics.pointer("email"), "It is not an e-mail address.", email)
    _summary(basics, root, draft)
    for account in basics.records("profiles", most=MOST_ROWS):
        read_account(account, draft)
    for field in basics.records("customFields", most=MOST_ROWS):
        _own_field(field, draft)
    for name in ("picture", "photo"):
        basics.leave(name, "Pictures are not kept.")
    basics.finish()


def _summary(basics: Record, root: Record, draft: Draft) -> None:
    """In the basics (3), in a section (4), or at the root (5)."""
    value = basics.take("summary")
    if isinstance(value, str):
        draft.said["professional_summary"] = joined(told_in(basics.prose("summary")))
    elif inner := basics.record_of(value, "summary"):
        draft.said["professional_summary"] = joined(told_in(inner.prose("body")))
    _content(root, draft)


def _content(above: Record, draft: Draft) -> None:
    if inner := above.record_of(above.take("summary"), "summary"):
        if text := joined(told_in(inner.prose("content"))):
            draft.said["professional_summary"] = text
        not_looks(inner, "name", "title")
        inner.finish()


def _location(basics: Record) -> str | None:
    value = basics.take("location")
    if isinstance(value, Mapping) and (inner := basics.record_of(value, "location")):
        parts = {name: inner.line(name) for name in ("city", "region", "country")}
        shown = place({"city": parts["city"], "region": parts["region"], "countryCode": parts["country"]})
        inner.finish("Only city, region and country are kept.")
        return inner.findings.text(shown, inner.at, LINE) or None
    return basics.line("location")


def _own_field(entry: Record, draft: Draft) -> None:
    """A line of the header: an address when it has one, else words of the person's own."""
    name, text, link = entry.line("name"), entry.line("value", "text"), entry.address("link")
    not_looks(entry)
    if link or text:
        address = link or (text if text and text.startswith(("http://", "https://")) else None)
        if address:
            draft.link(name or text, address, entry.at)
        else:
            draft.keep("header", {"name": name, "text": text} if name else text, entry.at)


def _sections(sections: Record, draft: Draft) -> None:
    _content(sections, draft)
    for name, read in PARTS.items():
        if section := sections.record_of(sections.take(name), name):
            not_looks(section, "name", "title")
            for entry in section.records("items", most=MOST_ROWS):
                not_looks(entry)
                read(entry, draft)
            section.finish(_ONLY_SHOWN)
    if custom := sections.take("custom"):
        for n, value in dict(custom).items() if isinstance(custom, Mapping) else ():
            if section := sections.record_of(value, "custom", n):
                _custom(section, draft)
    sections.finish("Reactive Resume knows no such section.")


def _custom(section: Record, draft: Draft) -> None:
    """A section of the person's own: as one of ours when it says so, else under its title."""
    kind, title = section.take("type"), section.line("name", "title") or "Custom"
    read = PARTS.get(kind) if isinstance(kind, str) else None
    not_looks(section)
    for entry in section.records("items", most=MOST_ROWS):
        not_looks(entry)
        if read:
            read(entry, draft)
        else:
            _own_entry(entry, draft, title)
    section.finish(_ONLY_SHOWN)


def _own_entry(entry: Record, draft: Draft, title: str) -> None:
    told = told_in(entry.prose("summary", "content"))
    keywords = list(entry.texts("keywords", most=MOST_ROWS, longest=LINE))
    facts: dict[str, Any] = {
        name: entry.line(name) for name in ("name", "title", "location", "date", "period")
    }
    facts |= {"description": joined(told_in(entry.prose("description"))), "url": site_of(entry)}
    facts |= {"summary": told.prose, "highlights": list(told.points), "keywords": keywords}
    draft.keep_facts(title, entry, **facts)
