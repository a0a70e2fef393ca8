"""Markdown undone: what a reader of the finished page would see, and where its links lead."""

import re

_LINK = re.compile(
    r"(?<!\\)!?\[(?P<text>(?:\\.|[^\[\]\\]){0,300})\]"
    r"\((?:<(?P<angled>[^<>]{0,2100})>|(?P<bare>[^\s()]{0,2100}))(?:\s{1,9}\"[^\"]{0,300}\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|tel:)[^<>\s]+|[^<>@\s]+@[^<>@\s]+)>", re.I)
_SCHEME = re.compile(r"^(?:mailto:|tel:|https?://(?:www\.)?|www\.)", re.I)
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.{1,500}?)(?<=[^\s\\])\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TELEPHONE = re.compile(r"[\d\s()+./-]+")


def plain(line: str) -> str:
    """A link that leads elsewhere than its text says is shown with its address, to be judged as well."""
    text = _AUTOLINK.sub(lambda m: _SCHEME.sub("", m[1]) if _is_contact(m[1]) else m[1], line)
    text = _LINK.sub(_shown, text)
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", text))


def _shown(link: re.Match[str]) -> str:
    text, target = link["text"], link["angled"] or link["bare"] or ""
    if not target or _reduced(_ESCAPED.sub(r"\1", text)) == _reduced(target):
        return text
    return f"{text} ({_SCHEME.sub('', target) if _is_contact(target) else target})"


def _is_contact(target: str) -> bool:
    return target.lower().startswith(("mailto:", "tel:"))


def _reduced(address: str) -> str:
    """An address as the same person would know it, however it is written."""
    bare = _SCHEME.sub("", address.strip()).casefold().rstrip("/")
    return re.sub(r"\D", "", bare) if _TELEPHONE.fullmatch(bare) else bare
