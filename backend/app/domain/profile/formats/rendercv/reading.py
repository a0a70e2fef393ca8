"""RenderCV's YAML: the `cv`, with sections under titles of the person's own and nine types of entries."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.profile.formats.draft import MOST_ROWS, Draft
from app.domain.profile.formats.markup import plain
from app.domain.profile.formats.rendercv.entries import listed, read_entry
from app.domain.profile.formats.rendercv.networks import address_of
from app.domain.profile.formats.rendercv.titles import kind_of
from app.domain.profile.json_resume.reading import Reading
from app.domain.profile.json_resume.records import Record
from app.domain.profile.model import (
    Achievement,
    SkillCategory,
)
from app.domain.profile.wording import LINE, is_email, is_web_address

_ABOUT_THE_FILE = ("design", "locale", "rendercv_settings", "settings", "locale_catalog")
_ONLY_SHOWN = "It says how the file looks, not who the person is."
_DEEPEST = 32
_ADDRESSES = ("email", "phone", "website", "username", "url", "doi")
"""No prose: a mark in it is part of it."""
_WORDS = ("bullet", "number", "reversed_number")
"""Entries of one line: the name of their only field."""


def read_rendercv(document: Mapping[str, Any]) -> Reading:
    draft = Draft()
    root = Record(document, "", draft.findings)
    cv = root.record_of(_worded(root.take("cv")), "cv") or Record({}, "/cv", draft.findings)
    _person(cv, draft)
    if sections := cv.record_of(cv.take("sections"), "sections"):
        for title in sections.names():
            _section(sections, title, draft)
    cv.finish("RenderCV knows no such field.")
    for name in _ABOUT_THE_FILE:
        root.leave(name, _ONLY_SHOWN)
    root.finish("RenderCV knows no such part.")
    return draft.reading()


def _worded(value: Any, depth: int = _DEEPEST) -> Any:
    """Every text without the marks of Markdown."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping) and depth:
        return {n: each if n in _ADDRESSES else _worded(each, depth - 1) for n, each in value.items()}
    return [_worded(each, depth - 1) for each in value] if isinstance(value, list) and depth else value


def _person(cv: Record, draft: Draft) -> None:
    draft.said["full_name"] = cv.line("name")
    draft.said["headline"] = cv.line("headline", "label")
    draft.said["location"] = cv.line("location")
    draft.said["phone"] = _first(cv, "phone", lambda text: True, "A profile has one phone number.")
    draft.said["email"] = _first(cv, "email", is_email, "It is not an e-mail address, or a second one.")
    draft.said["website"] = _first(cv, "website", is_web_address, "It is not a web address, or a second one.")
    cv.leave("photo", "Pictures are not kept.")
    cv.take("sort_entries")
    for account in cv.records("social_networks", most=MOST_ROWS):
        network, username = account.line("network"), account.line("username")
        url = address_of(network, username)
        if url:
            draft.link(network, url, account.at)
        else:
            draft.findings.leave(account.at, "It has no web address.", username)
    for own in cv.records("custom_connections", most=MOST_ROWS):
        label, url = own.line("placeholder"), own.address("url")
        own.take("fontawesome_icon")
        if url:
            draft.link(label, url, own.at)
        elif label:
            draft.keep("header", label, own.at)


def _first(cv: Record, name: str, is_sound: Callable[[str], bool], why: str) -> str | None:
    """The first of one or several that is sound; the others are left over."""
    value = cv.take(name)
    found: str | None = None
    for n, each in enumerate(value if isinstance(value, list) else [value]):
        at = cv.pointer(name, n) if isinstance(value, list) else cv.pointer(name)
        text = cv.findings.text(each, at, LINE)
        if text and found is None and is_sound(text):
            found = text
        elif text:
            cv.findings.leave(at, why, text)
    return found


def _section(sections: Record, title: str, draft: Draft) -> None:
    kind = kind_of(title)
    for n, value in sections.items(title, most=MOST_ROWS):
        at = sections.pointer(title, n)
        if isinstance(value, str):
            _line(value, kind, title, at, draft)
        elif entry := sections.record_of(value, title, n):
            word = next((name for name in _WORDS if name in entry.names()), None)
            if word:
                _line(entry.prose(word) or "", kind, title, at, draft)
            else:
                read_entry(entry, kind, title, draft)
            entry.finish()


def _line(text: str, kind: str | None, title: str, at: str, draft: Draft) -> None:
    if not (text := draft.findings.text(text, at, 20_000)):
        return
    if kind == "summary":
        before = draft.said.get("professional_summary")
        draft.said["professional_summary"] = f"{before}\n\n{text}" if before else text
    elif kind == "skills":
        for skill in listed(text):
            draft.skill(skill, at)
    elif kind == "languages":
        draft.skill(text, at, SkillCategory.LANGUAGE)
    elif kind == "certifications":
        draft.skill(text, at, SkillCategory.CERTIFICATION)
    elif kind == "awards":
        for line in draft.lines((text,), at):
            draft.add(Achievement(text=line), at)
    elif kind in _KEPT:
        draft.keep(_KEPT[kind], {"name": text}, at)
    else:
        draft.keep(title, text, at)


_KEPT = {"publications": "publications", "volunteering": "volunteer", "interests": "interests"}
_KEPT |= {"references": "references"}
